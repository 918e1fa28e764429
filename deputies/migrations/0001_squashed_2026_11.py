import congress.clock
import deputies.models.briefing
import deputies.models.honour
import deputies.models.leave
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("deputies", "0001_initial"),
        ("deputies", "0003_seat_status_and_rolls"),
        ("deputies", "0004_ended_seats"),
        ("deputies", "0005_leave"),
        ("deputies", "0006_structure"),
        ("deputies", "0007_tenure"),
        ("deputies", "0008_speech"),
        ("deputies", "0009_credentials_and_liberty"),
        ("deputies", "0010_namesake"),
        ("deputies", "0011_histories"),
        ("deputies", "0012_drawn_constituencies"),
        ("deputies", "0013_event_moments"),
        ("deputies", "0014_vacant_since"),
        ("deputies", "0015_taken_over"),
        ("deputies", "0016_subsidy"),
        ("deputies", "0017_army_seats"),
        ("deputies", "0018_speech_reminder"),
        ("deputies", "0019_higher_seats"),
        ("deputies", "0020_retaliation"),
        ("deputies", "0021_honours"),
        ("deputies", "0022_card_inspections"),
        ("deputies", "0023_briefings"),
    ]

    initial = True

    dependencies = [
        ("congress", "0001_squashed_2026_11"),
        ("congress", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="ActivityKind",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=30, unique=True, verbose_name="代号")),
                ("name", models.CharField(max_length=30, unique=True, verbose_name="名称")),
                ("self_logged", models.BooleanField(default=True, verbose_name="代表可自行登记")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
            ],
            options={
                "verbose_name": "活动类型",
                "verbose_name_plural": "活动类型",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="LibertyCase",
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
                            ("arrest", "提请许可逮捕"),
                            ("trial", "提请许可刑事审判"),
                            ("measure", "提请许可其他限制人身自由的措施"),
                            ("caught", "现行犯被拘留的报告"),
                            ("town", "对乡镇代表采取措施的报告"),
                        ],
                        max_length=20,
                        verbose_name="事项",
                    ),
                ),
                ("authority", models.CharField(max_length=60, verbose_name="来文机关")),
                ("document_number", models.CharField(blank=True, max_length=60, verbose_name="来文文号")),
                ("measure", models.CharField(blank=True, max_length=100, verbose_name="涉及的措施")),
                ("measure_at", models.DateTimeField(blank=True, null=True, verbose_name="采取措施的时间")),
                ("received_at", models.DateTimeField(verbose_name="收到时间")),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("presidium", "大会主席团"),
                            ("standing_committee", "人大常委会"),
                            ("town_congress", "乡镇人民代表大会"),
                        ],
                        max_length=20,
                        verbose_name="决定或者接受报告的机构",
                    ),
                ),
                ("due_at", models.DateTimeField(editable=False, verbose_name="报送期限")),
                ("submitted_at", models.DateTimeField(blank=True, null=True, verbose_name="报送时间")),
                (
                    "retaliation",
                    models.BooleanField(
                        blank=True, null=True, verbose_name="发现打击报复或者因发言、表决追究"
                    ),
                ),
                ("examination", models.TextField(blank=True, verbose_name="审查情况")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="决定日期")),
                ("decision_number", models.CharField(blank=True, max_length=60, verbose_name="决定文号")),
                ("appeal", models.TextField(blank=True, verbose_name="代表的申诉")),
                ("appealed_at", models.DateTimeField(blank=True, null=True, verbose_name="收到申诉的时间")),
                ("forwarded_at", models.DateTimeField(blank=True, null=True, verbose_name="转送申诉的时间")),
                ("lifted_on", models.DateField(blank=True, null=True, verbose_name="解除日期")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("received", "已收文"),
                            ("submitted", "已报送"),
                            ("examined", "已审查"),
                            ("permitted", "许可"),
                            ("refused", "不予许可"),
                            ("noted", "已备案"),
                            ("lifted", "措施已解除"),
                        ],
                        default="received",
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
                "verbose_name": "限制人身自由事项",
                "verbose_name_plural": "限制人身自由事项",
                "ordering": ["-received_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "received",
                                    "submitted",
                                    "examined",
                                    "permitted",
                                    "refused",
                                    "noted",
                                    "lifted",
                                ],
                            )
                        ),
                        name="liberty_case_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("permitted", "refused")), _negated=True),
                            ("retaliation__isnull", False),
                            _connector="OR",
                        ),
                        name="liberty_case_is_examined",
                        violation_error_message="作决定以前，要先审查是否存在打击报复（代表法第三十九条）。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("forwarded_at__isnull", True),
                            ("appealed_at__lte", models.F("forwarded_at")),
                            _connector="OR",
                        ),
                        name="liberty_case_appeal_before_forwarding",
                        violation_error_message="转送申诉的时间不能早于收到申诉的时间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RetaliationCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("told_on", models.DateField(verbose_name="得知日期")),
                ("told_by", models.CharField(max_length=60, verbose_name="怎样得知")),
                ("accused", models.CharField(max_length=100, verbose_name="涉及的单位或者个人")),
                ("facts", models.TextField(verbose_name="情况")),
                ("forwarded_on", models.DateField(blank=True, null=True, verbose_name="转送日期")),
                ("forwarded_to", models.CharField(blank=True, max_length=60, verbose_name="转送机关")),
                ("document_number", models.CharField(blank=True, max_length=60, verbose_name="转送文号")),
                ("concluded_on", models.DateField(blank=True, null=True, verbose_name="办结日期")),
                ("result", models.TextField(blank=True, verbose_name="处理结果")),
                (
                    "status",
                    models.CharField(
                        choices=[("told", "已登记"), ("forwarded", "已转送"), ("concluded", "已办结")],
                        default="told",
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
                "verbose_name": "打击报复案件",
                "verbose_name_plural": "打击报复案件",
                "ordering": ["-told_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["told", "forwarded", "concluded"])),
                        name="retaliation_case_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "forwarded"), _negated=True),
                            models.Q(
                                ("forwarded_on__isnull", False), models.Q(("forwarded_to", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="retaliation_case_forwarded_to",
                        violation_error_message="转送的，要有转送机关和日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "concluded"), _negated=True),
                            models.Q(
                                ("concluded_on__isnull", False), models.Q(("result", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="retaliation_case_has_result",
                        violation_error_message="办结的，要有处理结果和日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="主题")),
                ("starts_on", models.DateField(verbose_name="开始日期")),
                ("ends_on", models.DateField(verbose_name="结束日期")),
                (
                    "days",
                    models.DecimalField(
                        blank=True, decimal_places=1, max_digits=4, null=True, verbose_name="天数"
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("task", models.TextField(blank=True, help_text="活动前交待的任务。", verbose_name="任务")),
                (
                    "minutes",
                    models.TextField(blank=True, help_text="活动中的记录整理。", verbose_name="记录"),
                ),
                (
                    "feedback",
                    models.TextField(blank=True, help_text="活动后的结果反馈。", verbose_name="结果反馈"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("planned", "已安排"), ("cancelled", "已取消")],
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
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        help_text="区本级或者镇街。",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="congress.jurisdiction",
                        verbose_name="主办方",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activities",
                        to="deputies.activitykind",
                        verbose_name="类型",
                    ),
                ),
            ],
            options={
                "verbose_name": "履职活动",
                "verbose_name_plural": "履职活动",
                "ordering": ["-starts_on", "-pk"],
                "indexes": [models.Index(fields=["starts_on"], name="activity_starts_on")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="activity_ends_after_start",
                        violation_error_message="结束日期不能早于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__isnull", True), ("days__gt", 0), _connector="OR"),
                        name="activity_days_positive",
                        violation_error_message="天数应大于0，半天填0.5。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["planned", "cancelled"])),
                        name="activity_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ActivityEvent",
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
                        to="deputies.activity",
                        verbose_name="活动",
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
            name="Briefing",
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
                            ("report", "工作情况通报"),
                            ("material", "信息资料"),
                            ("meeting", "会议通知"),
                            ("other", "其他"),
                        ],
                        default="report",
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="标题")),
                ("text", models.TextField(verbose_name="内容")),
                ("audience", models.CharField(max_length=200, verbose_name="发给")),
                (
                    "sent_at",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="发出时间"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("sent", "已发出"), ("withdrawn", "已撤回")],
                        default="sent",
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
                        related_name="briefings",
                        to="congress.jurisdiction",
                        verbose_name="发出单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "知情知政通报",
                "verbose_name_plural": "知情知政通报",
                "ordering": ["-sent_at", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["sent", "withdrawn"])),
                        name="briefing_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["report", "material", "meeting", "other"])),
                        name="briefing_kind_known",
                        violation_error_message="类别不在可选范围内。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BriefingEvent",
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
                        to="deputies.briefing",
                        verbose_name="知情知政通报",
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
            name="BriefingFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "file",
                    models.FileField(upload_to=deputies.models.briefing.paper_path, verbose_name="附件"),
                ),
                ("name", models.CharField(max_length=150, verbose_name="文件名")),
                (
                    "briefing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="deputies.briefing",
                        verbose_name="知情知政通报",
                    ),
                ),
            ],
            options={
                "verbose_name": "通报附件",
                "verbose_name_plural": "通报附件",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="CardInspection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("card_number", models.CharField(max_length=30, verbose_name="代表证号")),
                (
                    "arranged",
                    models.BooleanField(
                        default=False,
                        help_text="代表提出要求，由常委会或者主席团联系安排的，勾选（代表法第二十九条第三款）。",
                        verbose_name="由机关联系安排",
                    ),
                ),
                ("unit_name", models.CharField(max_length=60, verbose_name="被视察单位")),
                ("found", models.TextField(verbose_name="视察情况")),
                ("suggestions", models.TextField(blank=True, verbose_name="建议、批评和意见")),
                ("report_due_on", models.DateField(blank=True, null=True, verbose_name="汇报期限")),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="汇报日期")),
                ("report", models.TextField(blank=True, verbose_name="单位汇报")),
                ("improve_by", models.DateField(blank=True, null=True, verbose_name="整改期限")),
                ("improved_on", models.DateField(blank=True, null=True, verbose_name="整改日期")),
                ("improvement", models.TextField(blank=True, verbose_name="整改情况")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("recorded", "待核实"),
                            ("returned", "已退回"),
                            ("handed", "待单位汇报"),
                            ("reported", "单位已汇报"),
                            ("improved", "已报整改"),
                            ("closed", "已办结"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="recorded",
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
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="card_inspections",
                        to="congress.unit",
                        verbose_name="负责汇报的承办单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "持证视察",
                "verbose_name_plural": "持证视察",
                "ordering": ["-participation__activity__starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "recorded",
                                    "returned",
                                    "handed",
                                    "reported",
                                    "improved",
                                    "closed",
                                    "withdrawn",
                                ],
                            )
                        ),
                        name="card_inspection_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "handed"), _negated=True),
                            ("report_due_on__isnull", False),
                            _connector="OR",
                        ),
                        name="card_inspection_handed_has_day",
                        violation_error_message="转交单位的，要有汇报期限。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["reported", "improved"]), _negated=True),
                            models.Q(("reported_on__isnull", False), models.Q(("report", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="card_inspection_reported",
                        violation_error_message="单位已汇报的，要有汇报日期和内容。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "improved"), _negated=True),
                            models.Q(
                                ("improved_on__isnull", False), models.Q(("improvement", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="card_inspection_improved",
                        violation_error_message="单位已报整改的，要有整改日期和情况。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CardInspectionEvent",
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
                        to="deputies.cardinspection",
                        verbose_name="持证视察",
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
            name="Constituency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
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
                    "drawn_on",
                    models.DateField(
                        blank=True,
                        help_text="换届重新划分的，为新一届开始之日；原有的不填。",
                        null=True,
                        verbose_name="启用日期",
                    ),
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
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="constituencies",
                        to="congress.jurisdiction",
                        verbose_name="所属人大",
                    ),
                ),
                (
                    "town",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="constituencies_here",
                        to="congress.jurisdiction",
                        verbose_name="所在镇街",
                    ),
                ),
            ],
            options={
                "verbose_name": "选区",
                "verbose_name_plural": "选区",
                "ordering": ["jurisdiction__order", "jurisdiction", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("abolished_on__isnull", True)),
                        fields=("jurisdiction", "number"),
                        name="constituency_number_unique",
                        violation_error_message="该人大已有这个号的选区。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("seat_quota__isnull", True), ("seat_quota__range", (1, 3)), _connector="OR"
                        ),
                        name="constituency_one_to_three_seats",
                        violation_error_message="每一选区选一名至三名代表（选举法第二十五条）。",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="activity",
            name="constituency",
            field=models.ForeignKey(
                blank=True,
                help_text="在某一选区开展的选上；不在选区居住也不工作的代表，任期内至少到原选区参加一次。",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="activities",
                to="deputies.constituency",
                verbose_name="在哪个选区",
            ),
        ),
        migrations.CreateModel(
            name="CredentialsCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("facts", models.JSONField(editable=False, verbose_name="事实")),
                ("opened_on", models.DateField(default=congress.clock.today, verbose_name="提请日期")),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="审查报告日期")),
                ("report", models.TextField(blank=True, verbose_name="审查报告")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="资格终止日期")),
                ("announcement", models.CharField(blank=True, max_length=60, verbose_name="公告文号")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("opened", "已提请审查"),
                            ("reported", "已有审查报告"),
                            ("ended", "代表资格终止"),
                            ("dismissed", "不予终止"),
                        ],
                        default="opened",
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
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提请人",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表资格审查事项",
                "verbose_name_plural": "代表资格审查事项",
                "ordering": ["-opened_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["opened", "reported", "ended", "dismissed"])),
                        name="credentials_case_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ended"), _negated=True),
                            ("ended_on__isnull", False),
                            _connector="OR",
                        ),
                        name="credentials_case_end_has_date",
                        violation_error_message="资格终止的，要有终止日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CredentialsCaseEvent",
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
                        to="deputies.credentialscase",
                        verbose_name="代表资格审查事项",
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
            name="Delegation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delegations",
                        to="congress.term",
                        verbose_name="届",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表团",
                "verbose_name_plural": "代表团",
                "ordering": ["term", "order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("term", "name"),
                        name="delegation_name_unique",
                        violation_error_message="本届已有同名的代表团。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Deputy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("male", "男"), ("female", "女")],
                        max_length=10,
                        verbose_name="性别",
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=20, verbose_name="民族")),
                (
                    "born",
                    models.DateField(
                        blank=True, help_text="只知年月的，日填1日。", null=True, verbose_name="出生年月"
                    ),
                ),
                ("party", models.CharField(blank=True, max_length=20, verbose_name="政治面貌")),
                ("education", models.CharField(blank=True, max_length=20, verbose_name="文化程度")),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("worker", "工人"),
                            ("farmer", "农民"),
                            ("official", "干部"),
                            ("professional", "专业技术人员"),
                            ("enterprise", "企业负责人"),
                            ("community", "村（社区）工作者"),
                            ("military", "解放军和武警"),
                            ("religious", "宗教界"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="界别",
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=100, verbose_name="工作单位及职务")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="联系电话")),
                ("photo", models.ImageField(blank=True, upload_to="deputies/%Y/", verbose_name="照片")),
                (
                    "no_wage_from",
                    models.DateField(
                        blank=True,
                        help_text="从这一天起执行代表职务的，本级财政给予补贴（代表法第四十一条）；有固定工资的留空。",
                        null=True,
                        verbose_name="无固定工资收入，自",
                    ),
                ),
                (
                    "no_wage_until",
                    models.DateField(
                        blank=True,
                        help_text="当日仍无固定工资收入；至今的留空。",
                        null=True,
                        verbose_name="无固定工资收入，至",
                    ),
                ),
                (
                    "stroke_key",
                    models.CharField(db_index=True, editable=False, max_length=255, verbose_name="笔画序"),
                ),
                (
                    "pinyin_key",
                    models.CharField(db_index=True, editable=False, max_length=255, verbose_name="拼音序"),
                ),
                ("search_text", models.CharField(editable=False, max_length=400, verbose_name="检索")),
                (
                    "has_namesake",
                    models.BooleanField(default=False, editable=False, verbose_name="有同名代表"),
                ),
                (
                    "district",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputies",
                        to="congress.jurisdiction",
                        verbose_name="所属区县",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputy",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登录账号",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表",
                "verbose_name_plural": "代表",
                "ordering": ["stroke_key", "pk"],
            },
        ),
        migrations.CreateModel(
            name="DeputyGroup",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("area", "按区域编组"), ("field", "按领域编组"), ("core", "中心组")],
                        default="area",
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="按领域编组的写明，如教育、医疗。",
                        max_length=30,
                        verbose_name="领域",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="congress.term",
                        verbose_name="届",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表小组",
                "verbose_name_plural": "代表小组",
                "ordering": ["term", "order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("term", "name"),
                        name="group_name_unique",
                        violation_error_message="本届已有同名的代表小组。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Employment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("employer", models.CharField(blank=True, max_length=60, verbose_name="工作单位")),
                ("position", models.CharField(blank=True, max_length=100, verbose_name="职务")),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("worker", "工人"),
                            ("farmer", "农民"),
                            ("official", "干部"),
                            ("professional", "专业技术人员"),
                            ("enterprise", "企业负责人"),
                            ("community", "村（社区）工作者"),
                            ("military", "解放军和武警"),
                            ("religious", "宗教界"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="界别",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True, help_text="只知年月的填当月1日。", null=True, verbose_name="到任日期"
                    ),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="离开日期")),
                ("elsewhere", models.BooleanField(default=False, verbose_name="不在本行政区域")),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="如调任的文件。", max_length=100, verbose_name="说明"
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="employments",
                        to="deputies.deputy",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "工作经历",
                "verbose_name_plural": "工作经历",
                "ordering": [models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True), "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="employment_ends_after_start",
                        violation_error_message="到任日期应晚于原工作的到任日期。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on__isnull", True)),
                        fields=("deputy",),
                        name="employment_one_open",
                        violation_error_message="这名代表已有一份现在的工作。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HigherSeat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("national", "全国人大代表"),
                            ("province", "省级人大代表"),
                            ("city", "市级人大代表"),
                        ],
                        max_length=10,
                        verbose_name="层级",
                    ),
                ),
                (
                    "congress",
                    models.CharField(
                        help_text="如：澄岚市人民代表大会。", max_length=40, verbose_name="哪个人大"
                    ),
                ),
                (
                    "term",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="第几届，填数字。", null=True, verbose_name="届次"
                    ),
                ),
                (
                    "elected_by",
                    models.CharField(
                        blank=True,
                        help_text="如：云渚区人民代表大会。",
                        max_length=60,
                        verbose_name="选举单位",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True, help_text="只知年月的填当月1日。", null=True, verbose_name="任期自"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="当日仍在任；现任的留空。", null=True, verbose_name="任期至"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="higher_seats",
                        to="deputies.deputy",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "上级代表任职",
                "verbose_name_plural": "上级代表任职",
                "ordering": ["deputy__stroke_key", "deputy", "-starts_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("deputy", "congress", "term"),
                        name="higher_seat_unique",
                        violation_error_message="这名代表在这一届已有登记。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="higher_seat_ends_after_start",
                        violation_error_message="任期的截止日期不能早于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["national", "province", "city"])),
                        name="higher_seat_level_known",
                        violation_error_message="层级不在可选范围内。",
                    ),
                ],
            },
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
                    "drawn_on",
                    models.DateField(
                        blank=True,
                        help_text="换届重新划分的，为新一届开始之日；原有的不填。",
                        null=True,
                        verbose_name="启用日期",
                    ),
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
            name="HistoricalDeputy",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                (
                    "sex",
                    models.CharField(
                        blank=True,
                        choices=[("male", "男"), ("female", "女")],
                        max_length=10,
                        verbose_name="性别",
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=20, verbose_name="民族")),
                (
                    "born",
                    models.DateField(
                        blank=True, help_text="只知年月的，日填1日。", null=True, verbose_name="出生年月"
                    ),
                ),
                ("party", models.CharField(blank=True, max_length=20, verbose_name="政治面貌")),
                ("education", models.CharField(blank=True, max_length=20, verbose_name="文化程度")),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("worker", "工人"),
                            ("farmer", "农民"),
                            ("official", "干部"),
                            ("professional", "专业技术人员"),
                            ("enterprise", "企业负责人"),
                            ("community", "村（社区）工作者"),
                            ("military", "解放军和武警"),
                            ("religious", "宗教界"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="界别",
                    ),
                ),
                ("position", models.CharField(blank=True, max_length=100, verbose_name="工作单位及职务")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="联系电话")),
                ("photo", models.TextField(blank=True, max_length=100, verbose_name="照片")),
                (
                    "no_wage_from",
                    models.DateField(
                        blank=True,
                        help_text="从这一天起执行代表职务的，本级财政给予补贴（代表法第四十一条）；有固定工资的留空。",
                        null=True,
                        verbose_name="无固定工资收入，自",
                    ),
                ),
                (
                    "no_wage_until",
                    models.DateField(
                        blank=True,
                        help_text="当日仍无固定工资收入；至今的留空。",
                        null=True,
                        verbose_name="无固定工资收入，至",
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
                    "district",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.jurisdiction",
                        verbose_name="所属区县",
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
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登录账号",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表变更",
                "verbose_name_plural": "historical 代表",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDeputyGroup",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("area", "按区域编组"), ("field", "按领域编组"), ("core", "中心组")],
                        default="area",
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                (
                    "field",
                    models.CharField(
                        blank=True,
                        help_text="按领域编组的写明，如教育、医疗。",
                        max_length=30,
                        verbose_name="领域",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
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
                    "term",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.term",
                        verbose_name="届",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表小组变更",
                "verbose_name_plural": "historical 代表小组",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalEmployment",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("employer", models.CharField(blank=True, max_length=60, verbose_name="工作单位")),
                ("position", models.CharField(blank=True, max_length=100, verbose_name="职务")),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("worker", "工人"),
                            ("farmer", "农民"),
                            ("official", "干部"),
                            ("professional", "专业技术人员"),
                            ("enterprise", "企业负责人"),
                            ("community", "村（社区）工作者"),
                            ("military", "解放军和武警"),
                            ("religious", "宗教界"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="界别",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True, help_text="只知年月的填当月1日。", null=True, verbose_name="到任日期"
                    ),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="离开日期")),
                ("elsewhere", models.BooleanField(default=False, verbose_name="不在本行政区域")),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="如调任的文件。", max_length=100, verbose_name="说明"
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
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.deputy",
                        verbose_name="代表",
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
            ],
            options={
                "verbose_name": "工作经历变更",
                "verbose_name_plural": "historical 工作经历",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHigherSeat",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("national", "全国人大代表"),
                            ("province", "省级人大代表"),
                            ("city", "市级人大代表"),
                        ],
                        max_length=10,
                        verbose_name="层级",
                    ),
                ),
                (
                    "congress",
                    models.CharField(
                        help_text="如：澄岚市人民代表大会。", max_length=40, verbose_name="哪个人大"
                    ),
                ),
                (
                    "term",
                    models.PositiveSmallIntegerField(
                        blank=True, help_text="第几届，填数字。", null=True, verbose_name="届次"
                    ),
                ),
                (
                    "elected_by",
                    models.CharField(
                        blank=True,
                        help_text="如：云渚区人民代表大会。",
                        max_length=60,
                        verbose_name="选举单位",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True, help_text="只知年月的填当月1日。", null=True, verbose_name="任期自"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True, help_text="当日仍在任；现任的留空。", null=True, verbose_name="任期至"
                    ),
                ),
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
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.deputy",
                        verbose_name="代表",
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
            ],
            options={
                "verbose_name": "上级代表任职变更",
                "verbose_name_plural": "historical 上级代表任职",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalHonour",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("deed", "先进事迹"), ("award", "表彰荣誉")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "on",
                    models.DateField(
                        help_text="事迹发生或者授予荣誉的日期；只知年月的填当月1日。", verbose_name="日期"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="如：率先拆除自建房；优秀人大代表。", max_length=60, verbose_name="名称"
                    ),
                ),
                (
                    "facts",
                    models.TextField(
                        blank=True,
                        help_text="先进事迹要写明时间、地点、做了什么、有什么结果。",
                        max_length=2000,
                        verbose_name="事实",
                    ),
                ),
                (
                    "awarded_by",
                    models.CharField(
                        blank=True, help_text="表彰荣誉才填。", max_length=60, verbose_name="授予单位"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("national", "国家级"),
                            ("province", "省级"),
                            ("city", "市级"),
                            ("district", "区县级"),
                            ("town", "乡镇街道"),
                            ("other", "其他"),
                        ],
                        help_text="表彰荣誉才填。",
                        max_length=10,
                        verbose_name="级别",
                    ),
                ),
                ("proof", models.TextField(blank=True, max_length=100, verbose_name="证明材料")),
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
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.deputy",
                        verbose_name="代表",
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
            ],
            options={
                "verbose_name": "先进事迹和荣誉变更",
                "verbose_name_plural": "historical 先进事迹和荣誉",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSeat",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "by_army",
                    models.BooleanField(
                        default=False,
                        help_text="人民解放军单独进行选举，不划选区（选举法第六条）；由驻军选举的代表才勾选。",
                        verbose_name="驻军选举",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("elected", "当选待确认"),
                            ("confirmed", "资格有效"),
                            ("invalid", "当选无效"),
                            ("suspended", "暂停执行职务"),
                            ("ended", "资格终止"),
                        ],
                        default="confirmed",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="状态起始"),
                ),
                ("card_number", models.CharField(blank=True, max_length=30, verbose_name="代表证号")),
                ("roster_order", models.PositiveSmallIntegerField(default=0, verbose_name="名册序号")),
                (
                    "start_ground",
                    models.CharField(
                        choices=[("elected", "换届选举"), ("by_elected", "补选")],
                        default="elected",
                        max_length=20,
                        verbose_name="产生方式",
                    ),
                ),
                ("reelected", models.BooleanField(default=False, verbose_name="连任")),
                (
                    "tie",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("lives", "居住"),
                            ("works", "工作"),
                            ("both", "居住并工作"),
                            ("neither", "既不居住也不工作"),
                        ],
                        help_text="是否在本选区居住或者工作。",
                        max_length=10,
                        verbose_name="与选区的联系",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True,
                        help_text="空白表示自本届开始；只知年月的填当月1日。",
                        null=True,
                        verbose_name="就任日期",
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True,
                        help_text="当日仍在任；只知年月的填当月末日。",
                        null=True,
                        verbose_name="离任日期",
                    ),
                ),
                (
                    "end_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("moved", "迁出或者调离本行政区域"),
                            ("resigned", "辞职被接受"),
                            ("ordered_to_resign", "责令辞职"),
                            ("absent", "未经批准两次不出席本级人民代表大会会议"),
                            ("recalled", "被罢免"),
                            ("lost_nationality", "丧失中华人民共和国国籍"),
                            ("lost_rights", "被剥夺政治权利"),
                            ("lost_capacity", "丧失行为能力"),
                            ("died", "去世"),
                        ],
                        max_length=20,
                        verbose_name="离任原因",
                    ),
                ),
                (
                    "decided_by",
                    models.CharField(
                        blank=True,
                        help_text="接受辞职、通过罢免或者听取报告的机关，可以写到第几次会议。",
                        max_length=60,
                        verbose_name="接受或者决定的机关",
                    ),
                ),
                (
                    "announcement",
                    models.CharField(
                        blank=True,
                        help_text="公告代表资格终止的文号（代表法第六十三条）。",
                        max_length=60,
                        verbose_name="公告文号",
                    ),
                ),
                ("announced_on", models.DateField(blank=True, null=True, verbose_name="公告日期")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="资格确认日期")),
                (
                    "confirmation",
                    models.CharField(
                        blank=True,
                        help_text="公布代表名单的文号（选举法第四十七条）。",
                        max_length=60,
                        verbose_name="资格确认公告文号",
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="备注")),
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
                    "constituency",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.constituency",
                        verbose_name="选区",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.delegation",
                        verbose_name="代表团",
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.deputy",
                        verbose_name="代表",
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
                    "term",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.term",
                        verbose_name="届",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表任职变更",
                "verbose_name_plural": "historical 代表任职",
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
            name="Honour",
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
                        choices=[("deed", "先进事迹"), ("award", "表彰荣誉")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "on",
                    models.DateField(
                        help_text="事迹发生或者授予荣誉的日期；只知年月的填当月1日。", verbose_name="日期"
                    ),
                ),
                (
                    "title",
                    models.CharField(
                        help_text="如：率先拆除自建房；优秀人大代表。", max_length=60, verbose_name="名称"
                    ),
                ),
                (
                    "facts",
                    models.TextField(
                        blank=True,
                        help_text="先进事迹要写明时间、地点、做了什么、有什么结果。",
                        max_length=2000,
                        verbose_name="事实",
                    ),
                ),
                (
                    "awarded_by",
                    models.CharField(
                        blank=True, help_text="表彰荣誉才填。", max_length=60, verbose_name="授予单位"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("national", "国家级"),
                            ("province", "省级"),
                            ("city", "市级"),
                            ("district", "区县级"),
                            ("town", "乡镇街道"),
                            ("other", "其他"),
                        ],
                        help_text="表彰荣誉才填。",
                        max_length=10,
                        verbose_name="级别",
                    ),
                ),
                (
                    "proof",
                    models.FileField(
                        blank=True, upload_to=deputies.models.honour.proof_path, verbose_name="证明材料"
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="honours",
                        to="deputies.deputy",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "先进事迹和荣誉",
                "verbose_name_plural": "先进事迹和荣誉",
                "ordering": ["-on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["deed", "award"])),
                        name="honour_kind_known",
                        violation_error_message="类别不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("level__in", ["", "national", "province", "city", "district", "town", "other"])
                        ),
                        name="honour_level_known",
                        violation_error_message="级别不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("awarded_by", ""),
                                ("kind", "deed"),
                                ("level", ""),
                                models.Q(("facts", ""), _negated=True),
                            ),
                            models.Q(
                                ("kind", "award"),
                                models.Q(("awarded_by", ""), _negated=True),
                                models.Q(("level", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="honour_is_whole",
                        violation_error_message="先进事迹要写事实，表彰荣誉要写授予单位和级别。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leave",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reason_kind",
                    models.CharField(
                        choices=[
                            ("health", "健康"),
                            ("official", "公务出差"),
                            ("family", "家庭事务"),
                            ("training", "学习培训"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="原因",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="事由")),
                (
                    "evidence",
                    models.FileField(
                        blank=True, upload_to=deputies.models.leave.evidence_path, verbose_name="证明材料"
                    ),
                ),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("online", "本人在线申请"),
                            ("paper", "书面申请"),
                            ("message", "短信、微信"),
                            ("phone", "电话、口头"),
                        ],
                        default="online",
                        max_length=20,
                        verbose_name="申请方式",
                    ),
                ),
                ("applied_by", models.CharField(blank=True, max_length=60, verbose_name="代为申请的人")),
                ("applied_on", models.DateField(default=congress.clock.today, verbose_name="申请日期")),
                (
                    "approver",
                    models.CharField(
                        choices=[
                            ("chair_council", "主任会议"),
                            ("presidium", "主席团"),
                            ("secretariat", "大会秘书处（经代表团团长同意）"),
                            ("delegation_head", "代表团团长"),
                            ("convener", "代表小组召集人"),
                            ("organiser", "活动组织单位"),
                            ("town_chair", "镇人大主席"),
                        ],
                        max_length=20,
                        verbose_name="审批",
                    ),
                ),
                ("granted", models.BooleanField(blank=True, editable=False, null=True, verbose_name="批准")),
                ("decided_by", models.CharField(blank=True, max_length=60, verbose_name="决定人")),
                ("decided_on", models.DateField(blank=True, null=True, verbose_name="决定日期")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("submitted", "待决定"),
                            ("approved", "已批准"),
                            ("refused", "未批准"),
                            ("recorded", "已归档"),
                            ("withdrawn", "已撤回"),
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
                    "activity",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leaves",
                        to="deputies.activity",
                        verbose_name="活动",
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "meetings",
                    models.ManyToManyField(
                        blank=True, related_name="leaves", to="congress.meeting", verbose_name="场次"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leaves",
                        to="congress.session",
                        verbose_name="次会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "请假",
                "verbose_name_plural": "请假",
                "ordering": ["-applied_on", "-pk"],
                "indexes": [models.Index(fields=["status"], name="leave_status")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("session__isnull", True), ("activity__isnull", True), _connector="XOR"
                        ),
                        name="leave_from_one_thing",
                        violation_error_message="一件请假只对应一次会议或者一次活动。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                ["draft", "submitted", "approved", "refused", "recorded", "withdrawn"],
                            )
                        ),
                        name="leave_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("approved", "refused", "recorded")), _negated=True),
                            models.Q(
                                ("decided_on__isnull", False),
                                ("granted__isnull", False),
                                models.Q(("decided_by", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="leave_decision_is_whole",
                        violation_error_message="已作决定的，要有决定人和决定日期。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LeaveEvent",
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
                        to="deputies.leave",
                        verbose_name="请假",
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
            name="LibertyCaseEvent",
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
                        to="deputies.libertycase",
                        verbose_name="限制人身自由事项",
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
            name="LibertyLook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="时间")),
                ("page", models.CharField(max_length=40, verbose_name="查看了什么")),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="deputies.libertycase",
                        verbose_name="限制人身自由事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "保密事项查看记录",
                "verbose_name_plural": "保密事项查看记录",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Participation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("invited", "待参加"),
                            ("logged", "待核实"),
                            ("verified", "已核实"),
                            ("returned", "已退回"),
                            ("absent", "未参加"),
                            ("excused", "请假"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="invited",
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
                    "sentence",
                    models.CharField(
                        blank=True, help_text="一句话说明。", max_length=200, verbose_name="做了什么"
                    ),
                ),
                ("people", models.PositiveIntegerField(blank=True, null=True, verbose_name="接触群众人数")),
                ("households", models.PositiveIntegerField(blank=True, null=True, verbose_name="走访户数")),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="participations",
                        to="deputies.activity",
                        verbose_name="活动",
                    ),
                ),
            ],
            options={
                "verbose_name": "活动参加记录",
                "verbose_name_plural": "活动参加记录",
                "ordering": ["-activity__starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "invited",
                                    "logged",
                                    "verified",
                                    "returned",
                                    "absent",
                                    "excused",
                                    "withdrawn",
                                ],
                            )
                        ),
                        name="participation_status_known",
                        violation_error_message="状态不在可选范围内。",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="cardinspection",
            name="participation",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="card_inspection",
                to="deputies.participation",
                verbose_name="履职记录",
            ),
        ),
        migrations.CreateModel(
            name="ParticipationEvent",
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
                        to="deputies.participation",
                        verbose_name="参加记录",
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
            name="ParticipationPhoto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("image", models.ImageField(upload_to="activities/%Y/%m/", verbose_name="照片")),
                (
                    "participation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="photos",
                        to="deputies.participation",
                        verbose_name="参加记录",
                    ),
                ),
            ],
            options={
                "verbose_name": "活动照片",
                "verbose_name_plural": "活动照片",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="RetaliationCaseEvent",
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
                        to="deputies.retaliationcase",
                        verbose_name="打击报复案件",
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
            name="RetaliationLook",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="时间")),
                ("page", models.CharField(max_length=40, verbose_name="查看了什么")),
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
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="deputies.retaliationcase",
                        verbose_name="打击报复案件",
                    ),
                ),
            ],
            options={
                "verbose_name": "打击报复案件查看记录",
                "verbose_name_plural": "打击报复案件查看记录",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="Seat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "by_army",
                    models.BooleanField(
                        default=False,
                        help_text="人民解放军单独进行选举，不划选区（选举法第六条）；由驻军选举的代表才勾选。",
                        verbose_name="驻军选举",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("elected", "当选待确认"),
                            ("confirmed", "资格有效"),
                            ("invalid", "当选无效"),
                            ("suspended", "暂停执行职务"),
                            ("ended", "资格终止"),
                        ],
                        default="confirmed",
                        editable=False,
                        max_length=20,
                        verbose_name="状态",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="状态起始"),
                ),
                ("card_number", models.CharField(blank=True, max_length=30, verbose_name="代表证号")),
                ("roster_order", models.PositiveSmallIntegerField(default=0, verbose_name="名册序号")),
                (
                    "start_ground",
                    models.CharField(
                        choices=[("elected", "换届选举"), ("by_elected", "补选")],
                        default="elected",
                        max_length=20,
                        verbose_name="产生方式",
                    ),
                ),
                ("reelected", models.BooleanField(default=False, verbose_name="连任")),
                (
                    "tie",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("lives", "居住"),
                            ("works", "工作"),
                            ("both", "居住并工作"),
                            ("neither", "既不居住也不工作"),
                        ],
                        help_text="是否在本选区居住或者工作。",
                        max_length=10,
                        verbose_name="与选区的联系",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True,
                        help_text="空白表示自本届开始；只知年月的填当月1日。",
                        null=True,
                        verbose_name="就任日期",
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(
                        blank=True,
                        help_text="当日仍在任；只知年月的填当月末日。",
                        null=True,
                        verbose_name="离任日期",
                    ),
                ),
                (
                    "end_ground",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("moved", "迁出或者调离本行政区域"),
                            ("resigned", "辞职被接受"),
                            ("ordered_to_resign", "责令辞职"),
                            ("absent", "未经批准两次不出席本级人民代表大会会议"),
                            ("recalled", "被罢免"),
                            ("lost_nationality", "丧失中华人民共和国国籍"),
                            ("lost_rights", "被剥夺政治权利"),
                            ("lost_capacity", "丧失行为能力"),
                            ("died", "去世"),
                        ],
                        max_length=20,
                        verbose_name="离任原因",
                    ),
                ),
                (
                    "decided_by",
                    models.CharField(
                        blank=True,
                        help_text="接受辞职、通过罢免或者听取报告的机关，可以写到第几次会议。",
                        max_length=60,
                        verbose_name="接受或者决定的机关",
                    ),
                ),
                (
                    "announcement",
                    models.CharField(
                        blank=True,
                        help_text="公告代表资格终止的文号（代表法第六十三条）。",
                        max_length=60,
                        verbose_name="公告文号",
                    ),
                ),
                ("announced_on", models.DateField(blank=True, null=True, verbose_name="公告日期")),
                ("confirmed_on", models.DateField(blank=True, null=True, verbose_name="资格确认日期")),
                (
                    "confirmation",
                    models.CharField(
                        blank=True,
                        help_text="公布代表名单的文号（选举法第四十七条）。",
                        max_length=60,
                        verbose_name="资格确认公告文号",
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="备注")),
                (
                    "constituency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="deputies.constituency",
                        verbose_name="选区",
                    ),
                ),
                (
                    "delegation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="deputies.delegation",
                        verbose_name="代表团",
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="deputies.deputy",
                        verbose_name="代表",
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="deputies.deputygroup",
                        verbose_name="代表小组",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seats",
                        to="congress.term",
                        verbose_name="届",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表任职",
                "verbose_name_plural": "代表任职",
                "ordering": ["deputy__stroke_key", "deputy", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("elected", "confirmed", "suspended"))),
                        fields=("deputy", "term"),
                        name="seat_unique",
                        violation_error_message="这名代表在本届已有任职记录。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="seat_ends_after_start",
                        violation_error_message="离任日期不能早于就任日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("end_ground", ""), ("ends_on__isnull", False), _connector="OR"),
                        name="seat_end_has_date",
                        violation_error_message="填了离任原因，还要填离任日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("by_army", False), ("constituency__isnull", True), _connector="OR"
                        ),
                        name="seat_army_without_constituency",
                        violation_error_message="驻军选举的代表不在选区选出，选区和“驻军选举”只能填一项。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["elected", "confirmed", "invalid", "suspended", "ended"])
                        ),
                        name="seat_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ended"), _negated=True),
                            ("ends_on__isnull", False),
                            _connector="OR",
                        ),
                        name="seat_ended_has_date",
                        violation_error_message="资格终止的，要有终止日期。",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="retaliationcase",
            name="seat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="retaliation_cases",
                to="deputies.seat",
                verbose_name="代表",
            ),
        ),
        migrations.AddField(
            model_name="participation",
            name="seat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="participations",
                to="deputies.seat",
                verbose_name="代表",
            ),
        ),
        migrations.AddField(
            model_name="libertycase",
            name="seat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="liberty_cases",
                to="deputies.seat",
                verbose_name="代表",
            ),
        ),
        migrations.AddField(
            model_name="leave",
            name="seat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="leaves",
                to="deputies.seat",
                verbose_name="代表",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalSpeech",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("deliberation", "审议发言"),
                            ("address", "大会发言"),
                            ("inquiry", "询问"),
                            ("interpellation", "质询"),
                        ],
                        default="deliberation",
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="时长（分钟）"),
                ),
                ("reminded", models.BooleanField(default=False, verbose_name="主持人提醒过")),
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.meeting",
                        verbose_name="会议",
                    ),
                ),
                (
                    "recorder",
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
                "verbose_name": "会议发言变更",
                "verbose_name_plural": "historical 会议发言",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSeatPost",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("director", "常委会主任"),
                            ("deputy_director", "常委会副主任"),
                            ("member", "常委会委员"),
                            ("committee", "专门委员会成员"),
                            ("chair", "人大主席"),
                            ("vice_chair", "人大副主席"),
                            ("presidium", "人大主席团成员"),
                        ],
                        max_length=20,
                        verbose_name="职务",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True, help_text="空白表示自代表就任起。", null=True, verbose_name="任职起"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(blank=True, help_text="当日仍在职。", null=True, verbose_name="任职止"),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="如专门委员会的名称、选举的会议。",
                        max_length=100,
                        verbose_name="说明",
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
                "verbose_name": "人大职务变更",
                "verbose_name_plural": "historical 人大职务",
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
            name="HistoricalDelegation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
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
                    "term",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.term",
                        verbose_name="届",
                    ),
                ),
                (
                    "deputy_head",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.seat",
                        verbose_name="副团长",
                    ),
                ),
                (
                    "head",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="deputies.seat",
                        verbose_name="团长",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表团变更",
                "verbose_name_plural": "historical 代表团",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAttendance",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("unrecorded", "未登记"),
                            ("present", "出席"),
                            ("excused", "请假"),
                            ("absent", "缺席"),
                        ],
                        default="unrecorded",
                        max_length=20,
                        verbose_name="出勤",
                    ),
                ),
                ("nonvoting", models.BooleanField(default=False, verbose_name="列席")),
                (
                    "marked_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("hand", "人工登记"),
                            ("register", "考勤表导入"),
                            ("qr", "扫码签到"),
                            ("leave", "请假获准"),
                        ],
                        max_length=20,
                        verbose_name="登记方式",
                    ),
                ),
                ("marked_at", models.DateTimeField(blank=True, null=True, verbose_name="登记时间")),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="如迟到、早退。", max_length=100, verbose_name="说明"
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
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.meeting",
                        verbose_name="会议",
                    ),
                ),
                (
                    "recorder",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
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
                "verbose_name": "出勤变更",
                "verbose_name_plural": "historical 会议出勤",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
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
            model_name="credentialscase",
            name="seat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="credentials_cases",
                to="deputies.seat",
                verbose_name="代表",
            ),
        ),
        migrations.CreateModel(
            name="BriefingReceipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="阅读时间")),
                ("told_on", models.DateField(blank=True, null=True, verbose_name="另行告知日期")),
                ("told_how", models.CharField(blank=True, max_length=30, verbose_name="告知方式")),
                (
                    "briefing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="receipts",
                        to="deputies.briefing",
                        verbose_name="知情知政通报",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="briefing_receipts",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "通报回执",
                "verbose_name_plural": "通报回执",
                "ordering": ["seat__deputy__stroke_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("briefing", "seat"),
                        name="briefing_receipt_unique",
                        violation_error_message="这名代表已在名单中。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("told_how", ""), ("told_on__isnull", True)),
                            models.Q(("told_on__isnull", False), models.Q(("told_how", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="briefing_receipt_told_how",
                        violation_error_message="另行告知的，要有日期和方式。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "mark",
                    models.CharField(
                        choices=[
                            ("unrecorded", "未登记"),
                            ("present", "出席"),
                            ("excused", "请假"),
                            ("absent", "缺席"),
                        ],
                        default="unrecorded",
                        max_length=20,
                        verbose_name="出勤",
                    ),
                ),
                ("nonvoting", models.BooleanField(default=False, verbose_name="列席")),
                (
                    "marked_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("hand", "人工登记"),
                            ("register", "考勤表导入"),
                            ("qr", "扫码签到"),
                            ("leave", "请假获准"),
                        ],
                        max_length=20,
                        verbose_name="登记方式",
                    ),
                ),
                ("marked_at", models.DateTimeField(blank=True, null=True, verbose_name="登记时间")),
                (
                    "note",
                    models.CharField(
                        blank=True, help_text="如迟到、早退。", max_length=100, verbose_name="说明"
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="congress.meeting",
                        verbose_name="会议",
                    ),
                ),
                (
                    "recorder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "会议出勤",
                "verbose_name_plural": "会议出勤",
                "ordering": ["meeting__on", "meeting__order", "meeting", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "seat"),
                        name="attendance_unique",
                        violation_error_message="这名代表已在本次会议的考勤表中。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mark__in", ["unrecorded", "present", "excused", "absent"])),
                        name="attendance_mark_known",
                        violation_error_message="出勤不在可选范围内。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SeatEvent",
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
                        to="deputies.seat",
                        verbose_name="代表任职",
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
            name="SeatPost",
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
                        choices=[
                            ("director", "常委会主任"),
                            ("deputy_director", "常委会副主任"),
                            ("member", "常委会委员"),
                            ("committee", "专门委员会成员"),
                            ("chair", "人大主席"),
                            ("vice_chair", "人大副主席"),
                            ("presidium", "人大主席团成员"),
                        ],
                        max_length=20,
                        verbose_name="职务",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True, help_text="空白表示自代表就任起。", null=True, verbose_name="任职起"
                    ),
                ),
                (
                    "ends_on",
                    models.DateField(blank=True, help_text="当日仍在职。", null=True, verbose_name="任职止"),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="如专门委员会的名称、选举的会议。",
                        max_length=100,
                        verbose_name="说明",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="posts",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "人大职务",
                "verbose_name_plural": "人大职务",
                "ordering": ["seat", "starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="seat_post_ends_after_start",
                        violation_error_message="任职止日不能早于任职起日。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on__isnull", True)),
                        fields=("seat", "post"),
                        name="seat_post_one_open",
                        violation_error_message="这名代表已在担任这一职务。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Speech",
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
                            ("deliberation", "审议发言"),
                            ("address", "大会发言"),
                            ("inquiry", "询问"),
                            ("interpellation", "质询"),
                        ],
                        default="deliberation",
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                ("topic", models.CharField(max_length=100, verbose_name="议题")),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="时长（分钟）"),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True, help_text="可以只写要点，也可以不填。", verbose_name="发言内容"
                    ),
                ),
                ("reminded", models.BooleanField(default=False, verbose_name="主持人提醒过")),
                (
                    "reminder",
                    models.CharField(
                        blank=True,
                        help_text="如超过时限、离开议题。",
                        max_length=100,
                        verbose_name="提醒了什么",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="speeches",
                        to="congress.meeting",
                        verbose_name="会议",
                    ),
                ),
                (
                    "recorder",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="speeches",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "会议发言",
                "verbose_name_plural": "会议发言",
                "ordering": ["-meeting__on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["deliberation", "address", "inquiry", "interpellation"])
                        ),
                        name="speech_kind_known",
                        violation_error_message="发言类型不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reminded", True), ("reminder", ""), _connector="XOR"),
                        name="speech_reminder_told",
                        violation_error_message="主持人提醒过的，请写明提醒了什么；没有提醒的，不填提醒内容。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Station",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
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
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stations",
                        to="congress.jurisdiction",
                        verbose_name="所在镇街",
                    ),
                ),
                (
                    "liaisons",
                    models.ManyToManyField(
                        blank=True,
                        related_name="stations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="联络员",
                    ),
                ),
                (
                    "seats",
                    models.ManyToManyField(
                        blank=True, related_name="stations", to="deputies.seat", verbose_name="进站代表"
                    ),
                ),
            ],
            options={
                "verbose_name": "代表联络站",
                "verbose_name_plural": "代表联络站",
                "ordering": ["jurisdiction__order", "jurisdiction", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "name"),
                        name="station_name_unique",
                        violation_error_message="本镇街已有同名的站点。",
                    )
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
            name="HistoricalPostedRule",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
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
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发布人",
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
                "verbose_name": "上墙制度变更",
                "verbose_name_plural": "historical 上墙制度",
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
            name="SubsidyPayment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("days", models.DecimalField(decimal_places=1, max_digits=5, verbose_name="天数")),
                ("rate", models.PositiveSmallIntegerField(verbose_name="标准（元/天）")),
                ("amount", models.DecimalField(decimal_places=2, max_digits=9, verbose_name="金额（元）")),
                ("decision", models.CharField(max_length=60, verbose_name="标准的文号")),
                ("paid_on", models.DateField(verbose_name="发放日期")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                (
                    "at",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="登记时间"),
                ),
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
                    "reverses",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reversal",
                        to="deputies.subsidypayment",
                        verbose_name="冲销哪一笔",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subsidy_payments",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "误工补贴发放",
                "verbose_name_plural": "误工补贴发放",
                "ordering": ["paid_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("days__gt", 0), ("reverses__isnull", True)),
                            models.Q(("days__lt", 0), ("reverses__isnull", False)),
                            _connector="OR",
                        ),
                        name="subsidy_payment_days_not_zero",
                        violation_error_message="发放的天数应大于0，冲销的应小于0。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("custody", "因刑事案件被羁押，正在受侦查、起诉、审判"),
                            ("serving", "被判处管制、拘役或者有期徒刑，未附加剥夺政治权利，正在服刑"),
                        ],
                        max_length=20,
                        verbose_name="情形",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="暂停之日")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="暂停的最后一天")),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suspensions",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "暂停执行职务",
                "verbose_name_plural": "暂停执行职务",
                "ordering": ["starts_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ground__in", ["custody", "serving"])),
                        name="suspension_ground_known",
                        violation_error_message="暂停的情形不在代表法第六十一条所列范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="suspension_ends_after_start",
                        violation_error_message="恢复执行职务之日应晚于暂停之日。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ends_on__isnull", True)),
                        fields=("seat",),
                        name="suspension_one_open",
                        violation_error_message="这名代表已在暂停执行职务。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vacancy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("by_election_on", models.DateField(blank=True, null=True, verbose_name="补选之日")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "出缺"),
                            ("scheduled", "已定补选"),
                            ("filled", "已补选"),
                            ("left", "不再补选"),
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
                (
                    "filled_by",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="fills",
                        to="deputies.seat",
                        verbose_name="补选产生的代表",
                    ),
                ),
                (
                    "seat",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vacancy",
                        to="deputies.seat",
                        verbose_name="原代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "出缺",
                "verbose_name_plural": "出缺",
                "ordering": [
                    models.OrderBy(
                        django.db.models.functions.comparison.Coalesce(
                            "seat__ends_on",
                            django.db.models.functions.datetime.TruncDate("seat__status_since"),
                        ),
                        descending=True,
                    ),
                    "pk",
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "scheduled", "filled", "left"])),
                        name="vacancy_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "scheduled"), _negated=True),
                            ("by_election_on__isnull", False),
                            _connector="OR",
                        ),
                        name="vacancy_scheduled_has_day",
                        violation_error_message="已定补选的，要有补选之日。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("filled_by__isnull", False), ("status", "filled")),
                            models.Q(
                                models.Q(("status", "filled"), _negated=True), ("filled_by__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="vacancy_filled_has_seat",
                        violation_error_message="已补选的，要有补选产生的代表。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="VacancyEvent",
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
                        to="deputies.vacancy",
                        verbose_name="出缺",
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
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.UniqueConstraint(
                fields=("activity", "seat"),
                name="participation_unique",
                violation_error_message="这名代表已在参加名单中。",
            ),
        ),
        migrations.AddConstraint(
            model_name="credentialscase",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ("opened", "reported"))),
                fields=("seat",),
                name="credentials_case_one_running",
                violation_error_message="这名代表已有正在审查的事项。",
            ),
        ),
    ]
