import congress.clock
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0002_sessions_and_profiles"),
        ("deputies", "0005_leave"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="delegation",
            name="deputy_head",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="deputies.seat",
                verbose_name="副团长",
            ),
        ),
        migrations.AddField(
            model_name="delegation",
            name="head",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="deputies.seat",
                verbose_name="团长",
            ),
        ),
        migrations.AddField(
            model_name="station",
            name="head",
            field=models.CharField(blank=True, max_length=60, verbose_name="站长"),
        ),
        migrations.AddField(
            model_name="station",
            name="liaisons",
            field=models.ManyToManyField(
                blank=True, related_name="stations", to=settings.AUTH_USER_MODEL, verbose_name="联络员"
            ),
        ),
        migrations.AddField(
            model_name="station",
            name="opening_hours",
            field=models.CharField(
                blank=True,
                help_text="如：每周四上午8:30—11:30，节假日除外。",
                max_length=100,
                verbose_name="开放时间",
            ),
        ),
        migrations.AddField(
            model_name="station",
            name="seats",
            field=models.ManyToManyField(
                blank=True, related_name="stations", to="deputies.seat", verbose_name="进站代表"
            ),
        ),
        migrations.CreateModel(
            name="HistoricalConstituency",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="选区号")),
                ("name", models.CharField(blank=True, max_length=50, verbose_name="选区名称")),
                ("area", models.CharField(blank=True, max_length=300, verbose_name="所辖范围")),
                ("voters", models.PositiveIntegerField(blank=True, null=True, verbose_name="选民数")),
                (
                    "seat_quota",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="应选代表名额"),
                ),
                (
                    "abolished_on",
                    models.DateField(
                        blank=True,
                        help_text="换届重新划分选区的，旧选区从这一天起不再使用。",
                        null=True,
                        verbose_name="撤销日期",
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.jurisdiction",
                        verbose_name="所属人大",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.jurisdiction",
                        verbose_name="所在镇街",
                    ),
                ),
            ],
            options={
                "verbose_name": "选区变更",
                "verbose_name_plural": "historical 选区",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGroupMembership",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[("convener", "召集人"), ("vice", "副召集人"), ("member", "成员")],
                        default="member",
                        max_length=10,
                        verbose_name="组内职务",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True, help_text="空白表示自本届开始。", null=True, verbose_name="开始日期"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="当日仍算；还在任的不填。", null=True, verbose_name="结束日期"
                    ),
                ),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.deputygroup",
                        verbose_name="代表小组",
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "小组成员变更",
                "verbose_name_plural": "historical 小组成员",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalLoan",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "what",
                    models.CharField(
                        help_text="文件、资料或者物品的名称和份数。", max_length=100, verbose_name="借什么"
                    ),
                ),
                ("borrower", models.CharField(max_length=60, verbose_name="借阅人")),
                (
                    "consent_by",
                    models.CharField(
                        help_text="须经领导同意后再登记。", max_length=60, verbose_name="同意的领导"
                    ),
                ),
                ("lent_on", models.DateField(verbose_name="借出日期")),
                ("due_on", models.DateField(verbose_name="应还日期")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="归还日期")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "station",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.station",
                        verbose_name="站点",
                    ),
                ),
            ],
            options={
                "verbose_name": "借阅变更",
                "verbose_name_plural": "historical 借阅登记",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalStation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("home", "代表之家"), ("station", "代表联络站"), ("studio", "代表工作室")],
                        default="station",
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                ("address", models.CharField(blank=True, max_length=100, verbose_name="地址")),
                (
                    "opening_hours",
                    models.CharField(
                        blank=True,
                        help_text="如：每周四上午8:30—11:30，节假日除外。",
                        max_length=100,
                        verbose_name="开放时间",
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="电话")),
                ("head", models.CharField(blank=True, max_length=60, verbose_name="站长")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.jurisdiction",
                        verbose_name="所在镇街",
                    ),
                ),
            ],
            options={
                "verbose_name": "站点变更",
                "verbose_name_plural": "historical 代表联络站",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="StationAsset",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="物品")),
                ("quantity", models.PositiveSmallIntegerField(default=1, verbose_name="数量")),
                ("since", models.DateField(blank=True, null=True, verbose_name="配置日期")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                (
                    "station",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assets",
                        to="deputies.station",
                        verbose_name="站点",
                    ),
                ),
            ],
            options={
                "verbose_name": "站点物品",
                "verbose_name_plural": "站点物品",
                "ordering": ["station", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GroupMembership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[("convener", "召集人"), ("vice", "副召集人"), ("member", "成员")],
                        default="member",
                        max_length=10,
                        verbose_name="组内职务",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True, help_text="空白表示自本届开始。", null=True, verbose_name="开始日期"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="当日仍算；还在任的不填。", null=True, verbose_name="结束日期"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="deputies.deputygroup",
                        verbose_name="代表小组",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="memberships",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "小组成员",
                "verbose_name_plural": "小组成员",
                "ordering": ["group", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on__isnull", True)),
                        fields=("group", "seat"),
                        name="membership_open_unique",
                        violation_error_message="这名代表在本组已有没有结束的一条，请先填那一条的结束日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="membership_ends_after_start",
                        violation_error_message="结束日期不能早于开始日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Loan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        help_text="文件、资料或者物品的名称和份数。", max_length=100, verbose_name="借什么"
                    ),
                ),
                ("borrower", models.CharField(max_length=60, verbose_name="借阅人")),
                (
                    "consent_by",
                    models.CharField(
                        help_text="须经领导同意后再登记。", max_length=60, verbose_name="同意的领导"
                    ),
                ),
                ("lent_on", models.DateField(verbose_name="借出日期")),
                ("due_on", models.DateField(verbose_name="应还日期")),
                ("returned_on", models.DateField(blank=True, null=True, verbose_name="归还日期")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                (
                    "registered_by",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "station",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="loans",
                        to="deputies.station",
                        verbose_name="站点",
                    ),
                ),
            ],
            options={
                "verbose_name": "借阅登记",
                "verbose_name_plural": "借阅登记",
                "ordering": [
                    models.OrderBy(models.F("returned_on"), descending=True, nulls_first=True),
                    "due_on",
                    "pk",
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("lent_on"))),
                        name="loan_due_after_lent",
                        violation_error_message="应还日期不能早于借出日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_on__isnull", True),
                            ("returned_on__gte", models.F("lent_on")),
                            _connector="OR",
                        ),
                        name="loan_returned_after_lent",
                        violation_error_message="归还日期不能早于借出日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("consent_by", ""), _negated=True),
                        name="loan_has_consent",
                        violation_error_message="借阅须经领导同意，请填写同意的领导。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PostedRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=50, verbose_name="标题")),
                ("text", models.TextField(help_text="一段一行。", verbose_name="内容")),
                (
                    "posted_on",
                    models.DateField(
                        blank=True, help_text="还没有上墙的先不填。", null=True, verbose_name="上墙日期"
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="发布时间"),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发布人",
                    ),
                ),
                (
                    "station",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rules",
                        to="deputies.station",
                        verbose_name="站点",
                    ),
                ),
            ],
            options={
                "verbose_name": "上墙制度",
                "verbose_name_plural": "上墙制度",
                "ordering": ["station", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("station", "title"),
                        name="posted_rule_title_unique",
                        violation_error_message="本站已有同名的制度，请在原来那一条上修改。",
                    )
                ],
            },
        ),
    ]
