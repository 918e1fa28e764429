import congress.clock
import congress.handling.promise
import django.db.models.deletion
import reception.models.hint
import reception.models.referral
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("reception", "0001_initial"),
        ("reception", "0003_event_moments"),
        ("reception", "0004_taken_over"),
        ("reception", "0005_plans"),
        ("reception", "0006_survey_of_ledger"),
        ("reception", "0007_registration"),
        ("reception", "0009_event_clocks"),
        ("reception", "0010_turns"),
        ("reception", "0011_notices"),
        ("reception", "0012_proposals"),
        ("reception", "0013_statistics_indexes"),
        ("reception", "0014_appointments"),
        ("reception", "0015_urging"),
        ("reception", "0016_personal_data"),
        ("reception", "0017_absent_parts"),
        ("reception", "0018_undertakings"),
        ("reception", "0019_told_on"),
    ]

    initial = True

    dependencies = [
        ("congress", "0001_squashed_2026_11"),
        ("congress", "__first__"),
        ("deputies", "0001_squashed_2026_11"),
        ("proposals", "0001_squashed_2026_11"),
    ]

    operations = [
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
            name="Notice",
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
                        choices=[("first", "公告"), ("change", "变更公告"), ("cancel", "取消公告")],
                        max_length=10,
                        verbose_name="种类",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                (
                    "text",
                    models.TextField(help_text="一项一行，如“时间：……”“地点：……”。", verbose_name="正文"),
                ),
                ("publisher", models.CharField(max_length=60, verbose_name="发布单位")),
                ("where", models.CharField(blank=True, max_length=200, verbose_name="在哪里发布")),
                ("published_on", models.DateField(blank=True, null=True, verbose_name="发布日期")),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "草稿"), ("approved", "已审核"), ("published", "已发布")],
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
            ],
            options={
                "verbose_name": "接待日公告",
                "verbose_name_plural": "接待日公告",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "approved", "published"])),
                        name="notice_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_on__isnull", False), ("status", "published")),
                            models.Q(
                                models.Q(("status", "published"), _negated=True),
                                ("published_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="notice_published_has_date",
                        violation_error_message="已发布的公告要有发布日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OpinionCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=30, unique=True, verbose_name="名称")),
                (
                    "examples",
                    models.CharField(
                        blank=True,
                        help_text="用顿号隔开，登记时据此推荐类别。",
                        max_length=200,
                        verbose_name="举例",
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
            ],
            options={
                "verbose_name": "意见类别",
                "verbose_name_plural": "意见类别",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=60, verbose_name="想谈什么")),
                ("wished", models.CharField(blank=True, max_length=100, verbose_name="希望的时间")),
                ("asked_on", models.DateField(verbose_name="提出日期")),
                ("due_on", models.DateField(editable=False, verbose_name="应于何日前约定")),
                (
                    "agreed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="约定日期"),
                ),
                (
                    "agreed_at",
                    models.TimeField(blank=True, editable=False, null=True, verbose_name="约定时间"),
                ),
                (
                    "place",
                    models.CharField(blank=True, editable=False, max_length=100, verbose_name="约定地点"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "待约定"),
                            ("agreed", "已约定"),
                            ("held", "已会见"),
                            ("declined", "已婉拒"),
                            ("withdrawn", "已取消"),
                            ("missed", "未会成"),
                        ],
                        default="asked",
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
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="congress.jurisdiction",
                        verbose_name="镇街",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to="deputies.seat",
                        verbose_name="约见的代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "预约会见",
                "verbose_name_plural": "预约会见",
                "ordering": ["-asked_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["asked", "agreed", "held", "declined", "withdrawn", "missed"])
                        ),
                        name="appointment_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "agreed"), _negated=True),
                            models.Q(("agreed_at__isnull", False), ("agreed_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="appointment_agreed_has_moment",
                        violation_error_message="已约定的，要有日期和时间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AppointmentEvent",
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
                        to="reception.appointment",
                        verbose_name="预约会见",
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
            name="HistoricalReceptionRule",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                (
                    "recurrence",
                    models.TextField(
                        help_text="按 RFC 5545 写，一行一条，如 FREQ=MONTHLY;BYMONTHDAY=20 为每月20日。",
                        verbose_name="规则",
                    ),
                ),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="开始时间")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="结束时间")),
                ("valid_from", models.DateField(verbose_name="适用起")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True, help_text="一直适用的不填。", null=True, verbose_name="适用到"
                    ),
                ),
                (
                    "postponement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("next_workday", "顺延到下一个工作日"),
                            ("next_non_holiday", "顺延到节假日后第一天"),
                            ("next_week", "顺延一周"),
                            ("none", "不顺延"),
                        ],
                        help_text="不选的，按本镇街的工作规则。",
                        max_length=20,
                        verbose_name="遇节假日",
                    ),
                ),
                (
                    "weekend_counts",
                    models.BooleanField(
                        blank=True,
                        help_text="不选的，按本镇街的工作规则。",
                        null=True,
                        verbose_name="周末也算节假日",
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
                        verbose_name="镇街",
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
                "verbose_name": "接待日规则变更",
                "verbose_name_plural": "historical 接待日规则",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="NoticeEvent",
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
                        to="reception.notice",
                        verbose_name="接待日公告",
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
            name="Opinion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        blank=True, editable=False, null=True, verbose_name="年份"
                    ),
                ),
                (
                    "serial",
                    models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="编号"),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="一句话概括，不写来访人姓名、电话。", max_length=60, verbose_name="事由"
                    ),
                ),
                (
                    "words",
                    models.TextField(help_text="保持原话和原意；登记后不能修改。", verbose_name="选民原话"),
                ),
                ("wish", models.CharField(blank=True, max_length=200, verbose_name="希望的结果")),
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
                        verbose_name="性质",
                    ),
                ),
                (
                    "competence",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("local", "镇街权限内"),
                            ("district", "须区级协调"),
                            ("higher", "上级权限"),
                            ("judicial", "涉法涉诉"),
                        ],
                        max_length=20,
                        verbose_name="权限",
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[("normal", "一般"), ("urgent", "紧急")],
                        default="normal",
                        max_length=10,
                        verbose_name="缓急",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("registered", "已登记"),
                            ("triaged", "已分类"),
                            ("explained", "当场解释"),
                            ("not_accepted", "不予受理"),
                            ("converted", "转为议案建议"),
                            ("referred", "已转办"),
                            ("returned", "单位退回"),
                            ("accepted", "单位已签收"),
                            ("plan_made", "已定方案"),
                            ("extended", "已延期"),
                            ("replied", "单位已答复"),
                            ("copied", "已抄送代表"),
                            ("answered", "已答复选民"),
                            ("surveyed", "已测评"),
                            ("redo", "重新办理"),
                            ("escalated", "报区协调"),
                            ("reopened", "重新打开"),
                            ("merged", "并入他件"),
                            ("withdrawn", "已撤回"),
                            ("closed", "已办结"),
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
                    "outcome",
                    models.CharField(
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
                        verbose_name="处理方式",
                    ),
                ),
                ("outcome_note", models.TextField(blank=True, editable=False, verbose_name="处理说明")),
                (
                    "proposed_outcome",
                    models.CharField(
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
                ("proposed_note", models.TextField(blank=True, editable=False, verbose_name="拟办说明")),
                ("escalated", models.BooleanField(default=False, editable=False, verbose_name="报区协调")),
                (
                    "round",
                    models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="办理轮次"),
                ),
                ("received_on", models.DateField(verbose_name="收到日期")),
                (
                    "referred_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="转办日期"),
                ),
                ("due_on", models.DateField(blank=True, editable=False, null=True, verbose_name="答复期限")),
                (
                    "replied_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="单位答复日期"),
                ),
                (
                    "replied_in_time",
                    models.BooleanField(blank=True, editable=False, null=True, verbose_name="按期答复"),
                ),
                (
                    "answered_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="答复选民日期"),
                ),
                (
                    "told_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="首次有效答复选民日期"
                    ),
                ),
                (
                    "handling_rating",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "满意"),
                            ("basically", "基本满意"),
                            ("dissatisfied", "不满意"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="对办理",
                    ),
                ),
                (
                    "deputy_rating",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "满意"),
                            ("basically", "基本满意"),
                            ("dissatisfied", "不满意"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="对代表作用",
                    ),
                ),
                (
                    "closed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="办结日期"),
                ),
                (
                    "step_due_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="本步期限"),
                ),
                (
                    "step_due_sentence",
                    models.CharField(blank=True, editable=False, max_length=300, verbose_name="本步期限说明"),
                ),
                (
                    "constituency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="deputies.constituency",
                        verbose_name="选区",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="congress.jurisdiction",
                        verbose_name="镇街",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="reception.opinion",
                        verbose_name="并入",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="proposals.proposal",
                        verbose_name="转成的议案建议",
                    ),
                ),
                (
                    "proposed_unit",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.unit",
                        verbose_name="拟办单位",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="opinions",
                        to="reception.opinioncategory",
                        verbose_name="类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "群众意见",
                "verbose_name_plural": "群众意见",
                "ordering": ["-received_on", "-pk"],
                "indexes": [
                    models.Index(fields=["jurisdiction", "status"], name="opinion_place_status"),
                    models.Index(fields=["-received_on", "-id"], name="opinion_received"),
                    models.Index(fields=["status", "due_on"], name="opinion_status_due"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "year", "serial"),
                        name="opinion_number_unique",
                        violation_error_message="编号重复，请再试一次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "draft",
                                    "registered",
                                    "triaged",
                                    "explained",
                                    "not_accepted",
                                    "converted",
                                    "referred",
                                    "returned",
                                    "accepted",
                                    "plan_made",
                                    "extended",
                                    "replied",
                                    "copied",
                                    "answered",
                                    "surveyed",
                                    "redo",
                                    "escalated",
                                    "reopened",
                                    "merged",
                                    "withdrawn",
                                    "closed",
                                ],
                            )
                        ),
                        name="opinion_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ("referred", "accepted", "plan_made", "extended", "redo")),
                                _negated=True,
                            ),
                            ("due_on__isnull", False),
                            _connector="OR",
                        ),
                        name="opinion_with_unit_has_due_date",
                        violation_error_message="转办的意见必须有答复期限。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_on__isnull", False), ("status", "closed")),
                            models.Q(
                                models.Q(("status", "closed"), _negated=True), ("closed_on__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="opinion_closed_has_date",
                        violation_error_message="办结状态与办结日期不一致。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "merged"), _negated=True),
                            ("merged_into__isnull", False),
                            _connector="OR",
                        ),
                        name="opinion_merged_has_target",
                        violation_error_message="请选择并入哪一件。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="办理轮次")),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("written", "书面答复"),
                            ("oral", "当面答复"),
                            ("phone", "电话答复"),
                            ("visit", "上门答复"),
                        ],
                        max_length=10,
                        verbose_name="答复方式",
                    ),
                ),
                ("answered_on", models.DateField(verbose_name="答复日期")),
                ("text", models.TextField(verbose_name="答复内容")),
                ("reaction", models.CharField(blank=True, max_length=200, verbose_name="选民反应")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        blank=True,
                        help_text="由工委答复的不填。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="deputies.seat",
                        verbose_name="答复代表",
                    ),
                ),
                (
                    "opinion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="reception.opinion",
                        verbose_name="意见",
                    ),
                ),
            ],
            options={
                "verbose_name": "答复选民",
                "verbose_name_plural": "答复选民",
                "ordering": ["round", "pk"],
            },
        ),
        migrations.CreateModel(
            name="OpinionEvent",
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
                    "due_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="当时的期限"),
                ),
                (
                    "due_sentence",
                    models.CharField(
                        blank=True, editable=False, max_length=300, verbose_name="当时的期限说明"
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
                        to="reception.opinion",
                        verbose_name="意见",
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
            name="ReceptionDay",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                (
                    "rule_date",
                    models.DateField(
                        help_text="按规则应接待的日子，遇节假日顺延之前。", verbose_name="应接待日期"
                    ),
                ),
                ("date", models.DateField(verbose_name="接待日期")),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="开始时间")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="结束时间")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "已计划"),
                            ("rota_set", "已排班"),
                            ("notice_published", "已公告"),
                            ("open", "接待中"),
                            ("held", "已接待"),
                            ("summarised", "已小结"),
                            ("archived", "已归档"),
                            ("postponed", "已延期"),
                            ("cancelled", "已取消"),
                        ],
                        default="planned",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="状态起始"),
                ),
                ("notice_due_on", models.DateField(verbose_name="应公告日期")),
                ("notice_published_on", models.DateField(blank=True, null=True, verbose_name="公告日期")),
                ("summary", models.TextField(blank=True, verbose_name="小结")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="延期、取消原因")),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception_days",
                        to="congress.jurisdiction",
                        verbose_name="镇街",
                    ),
                ),
                (
                    "station",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception_days",
                        to="deputies.station",
                        verbose_name="站点",
                    ),
                ),
            ],
            options={
                "verbose_name": "接待日",
                "verbose_name_plural": "接待日",
                "ordering": ["-date", "pk"],
                "indexes": [models.Index(fields=["date"], name="reception_day_date")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "place", "rule_date"),
                        name="reception_day_unique",
                        violation_error_message="该地点这一天已有接待日。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "planned",
                                    "rota_set",
                                    "notice_published",
                                    "open",
                                    "held",
                                    "summarised",
                                    "archived",
                                    "postponed",
                                    "cancelled",
                                ],
                            )
                        ),
                        name="reception_day_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="notice",
            name="day",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notices",
                to="reception.receptionday",
                verbose_name="接待日",
            ),
        ),
        migrations.CreateModel(
            name="DayLeader",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                ("post", models.CharField(max_length=60, verbose_name="职务")),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="leaders",
                        to="reception.receptionday",
                        verbose_name="接待日",
                    ),
                ),
            ],
            options={
                "verbose_name": "带班领导",
                "verbose_name_plural": "带班领导",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "name", "post"),
                        name="day_leader_unique",
                        violation_error_message="这位领导已在带班名单中。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceptionDayEvent",
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
                        to="reception.receptionday",
                        verbose_name="接待日",
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
            name="ReceptionPlan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "provisional",
                    models.BooleanField(
                        default=False,
                        editable=False,
                        help_text="通过的时候，当年放假安排还没有公布；公布后逐日核对。",
                        verbose_name="放假安排未公布",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("draft", "草案"), ("adopted", "已通过")],
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
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception_plans",
                        to="congress.jurisdiction",
                        verbose_name="镇街",
                    ),
                ),
            ],
            options={
                "verbose_name": "年度接待日安排",
                "verbose_name_plural": "年度接待日安排",
                "ordering": ["-year", "jurisdiction__order", "jurisdiction"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "year"),
                        name="reception_plan_unique",
                        violation_error_message="这一年的接待日安排已经编制。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "adopted"])),
                        name="reception_plan_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlanAdjustment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                ("rule_date", models.DateField(verbose_name="应接待日期")),
                (
                    "date",
                    models.DateField(
                        blank=True, help_text="空着的，这一天不安排。", null=True, verbose_name="改到"
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="原因")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adjustments",
                        to="reception.receptionplan",
                        verbose_name="年度安排",
                    ),
                ),
            ],
            options={
                "verbose_name": "个别日子的调整",
                "verbose_name_plural": "个别日子的调整",
                "ordering": ["rule_date", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "place", "rule_date"),
                        name="plan_adjustment_unique",
                        violation_error_message="这一天已经调整过。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceptionPlanEvent",
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
                        to="reception.receptionplan",
                        verbose_name="年度接待日安排",
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
            name="ReceptionRule",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("place", models.CharField(max_length=100, verbose_name="地点")),
                (
                    "recurrence",
                    models.TextField(
                        help_text="按 RFC 5545 写，一行一条，如 FREQ=MONTHLY;BYMONTHDAY=20 为每月20日。",
                        verbose_name="规则",
                    ),
                ),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="开始时间")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="结束时间")),
                ("valid_from", models.DateField(verbose_name="适用起")),
                (
                    "valid_until",
                    models.DateField(
                        blank=True, help_text="一直适用的不填。", null=True, verbose_name="适用到"
                    ),
                ),
                (
                    "postponement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("next_workday", "顺延到下一个工作日"),
                            ("next_non_holiday", "顺延到节假日后第一天"),
                            ("next_week", "顺延一周"),
                            ("none", "不顺延"),
                        ],
                        help_text="不选的，按本镇街的工作规则。",
                        max_length=20,
                        verbose_name="遇节假日",
                    ),
                ),
                (
                    "weekend_counts",
                    models.BooleanField(
                        blank=True,
                        help_text="不选的，按本镇街的工作规则。",
                        null=True,
                        verbose_name="周末也算节假日",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception_rules",
                        to="congress.jurisdiction",
                        verbose_name="镇街",
                    ),
                ),
                (
                    "station",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reception_rules",
                        to="deputies.station",
                        verbose_name="站点",
                    ),
                ),
            ],
            options={
                "verbose_name": "接待日规则",
                "verbose_name_plural": "接待日规则",
                "ordering": ["jurisdiction__order", "jurisdiction", "valid_from", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("valid_until__isnull", True),
                            ("valid_until__gte", models.F("valid_from")),
                            _connector="OR",
                        ),
                        name="reception_rule_until_after_from",
                        violation_error_message="适用到的日期不能早于适用起的日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ends_at__isnull", True), ("starts_at__isnull", True)),
                            models.Q(
                                ("ends_at__gt", models.F("starts_at")),
                                ("ends_at__isnull", False),
                                ("starts_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="reception_rule_hours",
                        violation_error_message="开始时间和结束时间要么都填，要么都不填；结束时间应晚于开始时间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Referral",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[("lead", "主办"), ("co", "会办"), ("split", "分办")],
                        default="lead",
                        max_length=10,
                        verbose_name="承办方式",
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="办理轮次")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("issued", "待签收"),
                            ("accepted", "办理中"),
                            ("return_requested", "申请退回"),
                            ("extension_requested", "申请延期"),
                            ("returned", "已退回"),
                            ("replied", "已答复"),
                            ("cancelled", "已撤销"),
                            ("absent", "未交会办意见"),
                        ],
                        default="issued",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                ("status_since", models.DateTimeField(editable=False, verbose_name="状态起始")),
                ("issued_on", models.DateField(verbose_name="交办日期")),
                ("accept_by", models.DateField(verbose_name="签收或退回期限")),
                ("accept_sentence", models.TextField(verbose_name="签收期限说明")),
                ("due_on", models.DateField(verbose_name="答复期限")),
                ("due_sentence", models.TextField(verbose_name="期限说明")),
                ("accepted_on", models.DateField(blank=True, null=True, verbose_name="签收日期")),
                ("return_reason", models.TextField(blank=True, verbose_name="退回理由")),
                ("extension_reason", models.TextField(blank=True, verbose_name="延期理由")),
                ("extension_until", models.DateField(blank=True, null=True, verbose_name="申请延至")),
                ("extended", models.BooleanField(default=False, verbose_name="已延期")),
                ("replied_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                ("urged_on", models.DateField(blank=True, null=True, verbose_name="催办日期")),
                ("urge_note", models.TextField(blank=True, verbose_name="催办要求")),
                ("receipt_by", models.DateField(blank=True, null=True, verbose_name="回执期限")),
                ("receipt_on", models.DateField(blank=True, null=True, verbose_name="回执日期")),
                ("receipt_note", models.TextField(blank=True, verbose_name="回执")),
                ("plan_meeting_on", models.DateField(blank=True, null=True, verbose_name="研究会议日期")),
                ("plan_measures", models.TextField(blank=True, verbose_name="办理措施")),
                ("plan_finish_by", models.DateField(blank=True, null=True, verbose_name="计划完成日期")),
                (
                    "opinion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="referrals",
                        to="reception.opinion",
                        verbose_name="意见",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.unit",
                        verbose_name="承办单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "转办",
                "verbose_name_plural": "转办",
                "ordering": ["round", "-role", "pk"],
                "indexes": [models.Index(fields=["unit", "status"], name="referral_unit_status")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("returned", "cancelled")), _negated=True),
                        fields=("opinion", "unit", "round"),
                        name="referral_unit_once_a_round",
                        violation_error_message="这一轮已经转给该单位。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "issued",
                                    "accepted",
                                    "return_requested",
                                    "extension_requested",
                                    "returned",
                                    "replied",
                                    "cancelled",
                                    "absent",
                                ],
                            )
                        ),
                        name="referral_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReferralEvent",
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
                        to="reception.referral",
                        verbose_name="转办件",
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
            name="ReplyCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "copied_at",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="抄送时间"),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="阅读时间")),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "抄送",
                "verbose_name_plural": "抄送",
                "ordering": ["seat__deputy__stroke_key", "pk"],
            },
        ),
        migrations.CreateModel(
            name="RotaSlot",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("present", models.BooleanField(blank=True, null=True, verbose_name="实到")),
                (
                    "leave",
                    models.CharField(
                        blank=True,
                        help_text="准了假而没有人替班的，写明原因。",
                        max_length=200,
                        verbose_name="请假原因",
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="slots",
                        to="reception.receptionday",
                        verbose_name="接待日",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rota_slots",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
                (
                    "substitutes",
                    models.ForeignKey(
                        blank=True,
                        help_text="替班的，填原轮值代表。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deputies.seat",
                        verbose_name="替谁",
                    ),
                ),
            ],
            options={
                "verbose_name": "轮值",
                "verbose_name_plural": "轮值",
                "ordering": ["seat__deputy__stroke_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("day", "seat"),
                        name="rota_slot_unique",
                        violation_error_message="这名代表已在轮值名单中。",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="receptionday",
            name="deputies",
            field=models.ManyToManyField(
                related_name="reception_days",
                through="reception.RotaSlot",
                through_fields=("day", "seat"),
                to="deputies.seat",
                verbose_name="轮值代表",
            ),
        ),
        migrations.CreateModel(
            name="Survey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="办理轮次")),
                (
                    "handling_rating",
                    models.CharField(
                        choices=[
                            ("satisfied", "满意"),
                            ("basically", "基本满意"),
                            ("dissatisfied", "不满意"),
                        ],
                        max_length=20,
                        verbose_name="对办理情况",
                    ),
                ),
                (
                    "deputy_rating",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "满意"),
                            ("basically", "基本满意"),
                            ("dissatisfied", "不满意"),
                        ],
                        help_text="登记表没有这一栏的，补录时为空。",
                        max_length=20,
                        verbose_name="对代表作用",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="不满意的原因")),
                ("surveyed_on", models.DateField(verbose_name="测评日期")),
                (
                    "opinion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="surveys",
                        to="reception.opinion",
                        verbose_name="意见",
                    ),
                ),
            ],
            options={
                "verbose_name": "满意度测评",
                "verbose_name_plural": "满意度测评",
                "ordering": ["round", "pk"],
                "indexes": [
                    models.Index(
                        fields=["opinion", "-round", "surveyed_on", "handling_rating"],
                        name="survey_last_of_opinion",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("opinion", "round"),
                        name="survey_once_a_round",
                        violation_error_message="这一轮已经测评过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handling_rating", "dissatisfied"), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="survey_dissatisfied_has_reason",
                        violation_error_message="不满意的，请写明原因。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TurnRequest",
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
                        choices=[("swap", "互换"), ("substitute", "替班"), ("leave", "请假")],
                        max_length=20,
                        verbose_name="事项",
                    ),
                ),
                ("reason", models.CharField(max_length=200, verbose_name="原因")),
                (
                    "seat_agreed_at",
                    models.DateTimeField(
                        blank=True, editable=False, null=True, verbose_name="原轮值代表同意时间"
                    ),
                ),
                (
                    "other_agreed_at",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="对方同意时间"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("asked", "待同意"),
                            ("done", "已办妥"),
                            ("refused", "不同意"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="asked",
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
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="turn_requests",
                        to="reception.receptionday",
                        verbose_name="接待日",
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="deputies.seat",
                        verbose_name="对方",
                    ),
                ),
                (
                    "other_day",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="reception.receptionday",
                        verbose_name="对方的接待日",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="turn_requests",
                        to="deputies.seat",
                        verbose_name="原轮值代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "换班申请",
                "verbose_name_plural": "换班申请",
                "ordering": ["-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["asked", "done", "refused", "withdrawn"])),
                        name="turn_request_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "leave"), ("other__isnull", True), ("other_day__isnull", True)),
                            models.Q(
                                ("kind", "substitute"), ("other__isnull", False), ("other_day__isnull", True)
                            ),
                            models.Q(
                                ("kind", "swap"), ("other__isnull", False), ("other_day__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="turn_request_parties",
                        violation_error_message="互换要有对方和对方的接待日，替班要有对方，请假都没有。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TurnRequestEvent",
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
                        to="reception.turnrequest",
                        verbose_name="换班申请",
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
            name="Undertaking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(verbose_name="承诺事项")),
                ("promised_on", models.DateField(verbose_name="承诺日期")),
                ("first_due_on", models.DateField(verbose_name="原定完成时限")),
                ("due_on", models.DateField(verbose_name="完成时限")),
                ("progress_due_on", models.DateField(blank=True, null=True, verbose_name="下次报告进展")),
                ("progress_on", models.DateField(blank=True, null=True, verbose_name="最近报告进展")),
                ("progress", models.TextField(blank=True, verbose_name="最近进展")),
                ("outcome", models.TextField(blank=True, verbose_name="落实情况")),
                (
                    "proof",
                    models.FileField(
                        blank=True, upload_to=congress.handling.promise.proof_path, verbose_name="佐证材料"
                    ),
                ),
                ("settled_on", models.DateField(blank=True, null=True, verbose_name="落实或者认定日期")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "落实中"),
                            ("reported", "待核实"),
                            ("kept", "已落实"),
                            ("not_feasible", "不能落实"),
                            ("replaced", "已更替"),
                        ],
                        default="open",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="状态起始"),
                ),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="告知选民日期")),
                (
                    "opinion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undertakings",
                        to="reception.opinion",
                        verbose_name="意见",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undertakings",
                        to="reception.referral",
                        verbose_name="转办",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.unit",
                        verbose_name="承诺单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "意见承诺事项",
                "verbose_name_plural": "意见承诺事项",
                "ordering": ["due_on", "pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["unit", "status"], name="undertaking_unit_status"),
                    models.Index(fields=["status", "due_on"], name="undertaking_status_due"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["open", "reported", "kept", "not_feasible", "replaced"])
                        ),
                        name="undertaking_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_on__isnull", False), ("status__in", ("kept", "not_feasible"))),
                            models.Q(
                                models.Q(("status__in", ("kept", "not_feasible")), _negated=True),
                                ("settled_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="undertaking_settled_has_date",
                        violation_error_message="落实状态与日期不一致。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UndertakingEvent",
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
                        to="reception.undertaking",
                        verbose_name="意见承诺事项",
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
            name="UnitReply",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("document_number", models.CharField(blank=True, max_length=50, verbose_name="文号")),
                ("text", models.TextField(verbose_name="答复内容")),
                ("promised", models.TextField(blank=True, verbose_name="承诺事项")),
                ("promise_due_on", models.DateField(blank=True, null=True, verbose_name="承诺完成时限")),
                ("signatory", models.CharField(max_length=50, verbose_name="签发人")),
                ("replied_on", models.DateField(verbose_name="答复日期")),
                (
                    "attachment",
                    models.FileField(
                        blank=True, upload_to=reception.models.referral.paper_path, verbose_name="附件"
                    ),
                ),
                (
                    "copied_to",
                    models.ManyToManyField(
                        related_name="copied_replies",
                        through="reception.ReplyCopy",
                        to="deputies.seat",
                        verbose_name="抄送代表",
                    ),
                ),
                (
                    "referral",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="reception.referral",
                        verbose_name="转办",
                    ),
                ),
                (
                    "result_class",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.resultclass",
                        verbose_name="结果类别",
                    ),
                ),
            ],
            options={
                "verbose_name": "单位答复",
                "verbose_name_plural": "单位答复",
                "ordering": ["replied_on", "pk"],
            },
        ),
        migrations.AddField(
            model_name="replycopy",
            name="reply",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="copies",
                to="reception.unitreply",
                verbose_name="答复",
            ),
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("reception", "接待日"),
                            ("walk_in", "来访"),
                            ("appointment", "预约会见"),
                            ("household_visit", "走访"),
                            ("forum", "座谈会"),
                            ("letter", "来信"),
                            ("phone", "电话"),
                            ("box", "意见箱"),
                            ("online", "网上"),
                        ],
                        default="reception",
                        max_length=20,
                        verbose_name="渠道",
                    ),
                ),
                ("date", models.DateField(verbose_name="日期")),
                ("party_size", models.PositiveSmallIntegerField(default=1, verbose_name="来访人数")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("occasion", models.CharField(blank=True, max_length=100, verbose_name="座谈会名称")),
                ("written_on", models.DateField(blank=True, null=True, verbose_name="落款日期")),
                ("opened_by", models.CharField(blank=True, max_length=100, verbose_name="开箱人")),
                (
                    "day",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="reception.receptionday",
                        verbose_name="接待日",
                    ),
                ),
                (
                    "deputies",
                    models.ManyToManyField(
                        blank=True, related_name="visits", to="deputies.seat", verbose_name="接待代表"
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visits",
                        to="congress.jurisdiction",
                        verbose_name="镇街",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "来访",
                "verbose_name_plural": "来访",
                "ordering": ["-date", "-pk"],
                "indexes": [models.Index(fields=["date"], name="visit_date")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("party_size__gte", 1)),
                        name="visit_party_not_empty",
                        violation_error_message="来访人数至少为1。",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="opinion",
            name="visit",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opinions",
                to="reception.visit",
                verbose_name="来访",
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="visit",
            field=models.OneToOneField(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appointment",
                to="reception.visit",
                verbose_name="会见",
            ),
        ),
        migrations.CreateModel(
            name="Visitor",
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
                        choices=[("person", "个人"), ("unit", "单位"), ("anonymous", "不留姓名")],
                        default="person",
                        max_length=10,
                        verbose_name="来访人类别",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=100, verbose_name="姓名或单位")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="联系电话")),
                ("address", models.CharField(blank=True, max_length=100, verbose_name="住址")),
                ("is_voter", models.BooleanField(default=True, verbose_name="本选区选民")),
                ("consented", models.BooleanField(default=False, verbose_name="已告知个人信息用途")),
                (
                    "erased_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="信息删除日期"),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="visitors",
                        to="congress.jurisdiction",
                        verbose_name="镇街",
                    ),
                ),
            ],
            options={
                "verbose_name": "来访人",
                "verbose_name_plural": "来访人",
                "indexes": [models.Index(fields=["jurisdiction", "phone"], name="visitor_place_phone")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind", "anonymous"), models.Q(("name", ""), _negated=True), _connector="OR"
                        ),
                        name="visitor_has_name",
                        violation_error_message="请填写来访人姓名或单位；不愿留名的，类别选“不留姓名”。",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="visit",
            name="visitor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="visits",
                to="reception.visitor",
                verbose_name="来访人",
            ),
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="时间")),
                ("reason", models.CharField(max_length=200, verbose_name="理由")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="查看人",
                    ),
                ),
                (
                    "visitor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="disclosures",
                        to="reception.visitor",
                        verbose_name="来访人",
                    ),
                ),
            ],
            options={
                "verbose_name": "个人信息查看记录",
                "verbose_name_plural": "个人信息查看记录",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="DataChange",
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
                        choices=[
                            ("corrected", "更正"),
                            ("asked", "本人要求删除"),
                            ("wrong", "不该保存，删除"),
                            ("expired", "保存期满，删除"),
                        ],
                        max_length=20,
                        verbose_name="事项",
                    ),
                ),
                ("fields", models.CharField(max_length=100, verbose_name="改动的项目")),
                ("at", models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="时间")),
                ("reason", models.CharField(max_length=200, verbose_name="理由")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                (
                    "visitor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="data_changes",
                        to="reception.visitor",
                        verbose_name="来访人",
                    ),
                ),
            ],
            options={
                "verbose_name": "个人信息更正删除记录",
                "verbose_name_plural": "个人信息更正删除记录",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="appointment",
            name="visitor",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appointment",
                to="reception.visitor",
                verbose_name="预约人",
            ),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("nature", ""), _negated=True),
                            models.Q(("units", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="word_hint_suggests",
                        violation_error_message="请填写推荐性质或者推荐单位，至少一项。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Away",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="从哪天")),
                ("ends_on", models.DateField(verbose_name="到哪天")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="原因")),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="away",
                        to="deputies.deputy",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "不便接待的日子",
                "verbose_name_plural": "不便接待的日子",
                "ordering": ["starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="away_ends_after_start",
                        violation_error_message="结束的日子不能早于开始的日子。",
                    )
                ],
            },
        ),
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
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "earlier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later_links",
                        to="reception.opinion",
                        verbose_name="先前的意见",
                    ),
                ),
                (
                    "opinion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="earlier_links",
                        to="reception.opinion",
                        verbose_name="意见",
                    ),
                ),
            ],
            options={
                "verbose_name": "先前的意见",
                "verbose_name_plural": "先前的意见",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("opinion", "earlier"),
                        name="earlier_matter_once",
                        violation_error_message="这两件已经关联。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("opinion", models.F("earlier")), _negated=True),
                        name="earlier_matter_is_another",
                        violation_error_message="不能与自己关联。",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="notice",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status", "published"), _negated=True),
                fields=("day",),
                name="notice_one_draft",
                violation_error_message="这个接待日已有公告稿，请打开它。",
            ),
        ),
        migrations.AddConstraint(
            model_name="replycopy",
            constraint=models.UniqueConstraint(
                fields=("reply", "seat"), name="reply_copied_once", violation_error_message="已抄送这名代表。"
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "held"), ("visit__isnull", False)),
                    models.Q(models.Q(("status", "held"), _negated=True), ("visit__isnull", True)),
                    _connector="OR",
                ),
                name="appointment_held_has_visit",
                violation_error_message="已会见的，要有会见的登记。",
            ),
        ),
    ]
