import congress.clock
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("reports", "0001_initial"),
        ("reports", "0002_event_moments"),
        ("reports", "0003_taken_over"),
    ]

    initial = True

    dependencies = [
        ("congress", "__first__"),
        ("deputies", "0001_squashed_2026_11"),
    ]

    operations = [
        migrations.CreateModel(
            name="DutyReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("salutation", models.CharField(default="各位选民：", max_length=50, verbose_name="称谓")),
                (
                    "date_style",
                    models.CharField(
                        choices=[("arabic", "2025年12月31日"), ("chinese", "二〇二五年十二月三十一日")],
                        default="arabic",
                        max_length=10,
                        verbose_name="日期写法",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("submitted", "已提交"),
                            ("returned", "已退回"),
                            ("accepted", "已审核"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="状态起始"),
                ),
                (
                    "submitted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="提交日期"),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duty_reports",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
            ],
            options={
                "verbose_name": "年度述职报告",
                "verbose_name_plural": "年度述职报告",
                "ordering": ["-year", "seat__deputy__stroke_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("seat", "year"),
                        name="duty_report_once_a_year",
                        violation_error_message="这名代表本年度已有述职报告。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "submitted", "returned", "accepted"])),
                        name="duty_report_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DutyReportEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=40, verbose_name="步骤")),
                ("label", models.CharField(max_length=40, verbose_name="动作")),
                ("old_status", models.CharField(blank=True, max_length=30, verbose_name="原状态")),
                ("new_status", models.CharField(max_length=30, verbose_name="新状态")),
                (
                    "at",
                    models.DateTimeField(
                        db_index=True, default=congress.clock.now, editable=False, verbose_name="时间"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="说明")),
                (
                    "taken_over",
                    models.BooleanField(
                        default=congress.clock.is_taken_over, editable=False, verbose_name="补录"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                (
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="reports.dutyreport",
                        verbose_name="述职报告",
                    ),
                ),
            ],
            options={
                "verbose_name": "办理记录",
                "verbose_name_plural": "办理记录",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="DutyReportSection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.SlugField(max_length=30, verbose_name="代号")),
                ("words", models.TextField(blank=True, verbose_name="本人撰写")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sections",
                        to="reports.dutyreport",
                        verbose_name="报告",
                    ),
                ),
            ],
            options={
                "verbose_name": "报告段落",
                "verbose_name_plural": "报告段落",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "key"), name="section_unique", violation_error_message="段落重复。"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FrozenFigure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=60, verbose_name="指标")),
                ("value", models.JSONField(null=True, verbose_name="数值")),
                ("rule", models.TextField(verbose_name="口径")),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="frozen_figures",
                        to="reports.dutyreport",
                        verbose_name="报告",
                    ),
                ),
            ],
            options={
                "verbose_name": "提交时的数据",
                "verbose_name_plural": "提交时的数据",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("report", "key"),
                        name="frozen_figure_unique",
                        violation_error_message="指标重复。",
                    )
                ],
            },
        ),
    ]
