import congress.clock
import django.db.models.deletion
import reception.models.hint
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0011_speech_limits"),
        ("reception", "0006_survey_of_ledger"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EarlierMatter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("voter", "同一选民再次反映"), ("subject", "同类事项")],
                        max_length=10,
                        verbose_name="关系",
                    ),
                ),
                ("at", models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="时间")),
            ],
            options={
                "verbose_name": "先前的意见",
                "verbose_name_plural": "先前的意见",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Guidance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=50, unique=True, verbose_name="不予受理的情形")),
                (
                    "where",
                    models.CharField(
                        help_text="应向哪里反映，如“请向人民法院起诉”。",
                        max_length=200,
                        verbose_name="告知选民",
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        blank=True,
                        help_text="用顿号隔开，登记时据此推荐。",
                        max_length=200,
                        validators=[reception.models.hint.check_words],
                        verbose_name="词语",
                    ),
                ),
                (
                    "competence",
                    models.CharField(
                        choices=[
                            ("local", "镇街权限内"),
                            ("district", "须区级协调"),
                            ("higher", "上级权限"),
                            ("judicial", "涉法涉诉"),
                        ],
                        default="judicial",
                        max_length=20,
                        verbose_name="权限",
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
            ],
            options={
                "verbose_name": "不予受理去向",
                "verbose_name_plural": "不予受理去向",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="WordHint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "words",
                    models.CharField(
                        help_text="用顿号隔开；原话里有其中一个，就作推荐。",
                        max_length=200,
                        validators=[reception.models.hint.check_words],
                        verbose_name="词语",
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("suggestion", "建议"),
                            ("criticism", "批评"),
                            ("demand", "诉求"),
                            ("question", "咨询"),
                            ("praise", "表扬"),
                            ("accusation", "举报"),
                        ],
                        max_length=20,
                        verbose_name="推荐性质",
                    ),
                ),
                (
                    "units",
                    models.CharField(
                        blank=True,
                        help_text="单位名称里的字，用顿号隔开，如“住建、交通”；“本镇街”指镇政府、街道办事处。",
                        max_length=100,
                        verbose_name="推荐单位",
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
            ],
            options={
                "verbose_name": "登记推荐词",
                "verbose_name_plural": "登记推荐词",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.AddField(
            model_name="opinion",
            name="proposed_note",
            field=models.TextField(blank=True, editable=False, verbose_name="拟办说明"),
        ),
        migrations.AddField(
            model_name="opinion",
            name="proposed_outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("explained", "当场解释"),
                    ("settled", "当场解决"),
                    ("referred", "转办"),
                    ("not_accepted", "不予受理"),
                    ("converted", "转为议案建议"),
                ],
                editable=False,
                max_length=20,
                verbose_name="拟办",
            ),
        ),
        migrations.AddField(
            model_name="opinion",
            name="proposed_unit",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="congress.unit",
                verbose_name="拟办单位",
            ),
        ),
        migrations.AddField(
            model_name="visit",
            name="occasion",
            field=models.CharField(blank=True, max_length=100, verbose_name="座谈会名称"),
        ),
        migrations.AddField(
            model_name="visit",
            name="opened_by",
            field=models.CharField(blank=True, max_length=100, verbose_name="开箱人"),
        ),
        migrations.AddField(
            model_name="visit",
            name="place",
            field=models.CharField(blank=True, max_length=100, verbose_name="地点"),
        ),
        migrations.AddField(
            model_name="visit",
            name="written_on",
            field=models.DateField(blank=True, null=True, verbose_name="落款日期"),
        ),
        migrations.AddIndex(
            model_name="visitor",
            index=models.Index(fields=["jurisdiction", "phone"], name="visitor_place_phone"),
        ),
        migrations.AddField(
            model_name="earliermatter",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="登记人",
            ),
        ),
        migrations.AddField(
            model_name="earliermatter",
            name="earlier",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="later_links",
                to="reception.opinion",
                verbose_name="先前的意见",
            ),
        ),
        migrations.AddField(
            model_name="earliermatter",
            name="opinion",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="earlier_links",
                to="reception.opinion",
                verbose_name="意见",
            ),
        ),
        migrations.AddConstraint(
            model_name="wordhint",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("nature", ""), _negated=True),
                    models.Q(("units", ""), _negated=True),
                    _connector="OR",
                ),
                name="word_hint_suggests",
                violation_error_message="请填写推荐性质或者推荐单位，至少一项。",
            ),
        ),
        migrations.AddConstraint(
            model_name="earliermatter",
            constraint=models.UniqueConstraint(
                fields=("opinion", "earlier"),
                name="earlier_matter_once",
                violation_error_message="这两件已经关联。",
            ),
        ),
        migrations.AddConstraint(
            model_name="earliermatter",
            constraint=models.CheckConstraint(
                condition=models.Q(("opinion", models.F("earlier")), _negated=True),
                name="earlier_matter_is_another",
                violation_error_message="不能与自己关联。",
            ),
        ),
    ]
