import congress.clock
import congress.handling.promise
import django.db.models.deletion
import proposals.models.proceeding
import proposals.models.reply
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("proposals", "0001_initial"),
        ("proposals", "0003_commitments"),
        ("proposals", "0004_urging"),
        ("proposals", "0005_review_and_merging"),
        ("proposals", "0006_publication"),
        ("proposals", "0007_proceedings"),
        ("proposals", "0008_replies_and_ratings"),
        ("proposals", "0009_supervision"),
        ("proposals", "0010_handling_report"),
        ("proposals", "0011_reply_copies"),
    ]

    initial = True

    dependencies = [
        ("congress", "0001_squashed_2026_11"),
        ("congress", "__first__"),
        ("deputies", "0001_squashed_2026_11"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assignment",
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
                ("contact_by", models.DateField(blank=True, null=True, verbose_name="首次联系代表期限")),
                ("contact_sentence", models.TextField(blank=True, verbose_name="首次联系期限说明")),
                ("contacted_on", models.DateField(blank=True, null=True, verbose_name="首次联系代表")),
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
                "verbose_name": "交办",
                "verbose_name_plural": "交办",
                "ordering": ["round", "-role", "pk"],
                "indexes": [models.Index(fields=["unit", "status"], name="assignment_unit_status")],
                "constraints": [
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
                        name="assignment_status_known",
                        violation_error_message="状态不在可选范围内。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AssignmentEvent",
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
                        to="proposals.assignment",
                        verbose_name="交办件",
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
            name="Commitment",
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
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitments",
                        to="proposals.assignment",
                        verbose_name="交办",
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
                "verbose_name": "承诺事项",
                "verbose_name_plural": "承诺事项",
                "ordering": ["due_on", "pk"],
                "abstract": False,
                "indexes": [
                    models.Index(fields=["unit", "status"], name="commitment_unit_status"),
                    models.Index(fields=["status", "due_on"], name="commitment_status_due"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["open", "reported", "kept", "not_feasible", "replaced"])
                        ),
                        name="commitment_status_known",
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
                        name="commitment_settled_has_date",
                        violation_error_message="落实状态与日期不一致。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommitmentEvent",
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
                        to="proposals.commitment",
                        verbose_name="承诺事项",
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
            name="KeySupervision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="督办年度")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("many", "群众反映集中、关注度高"),
                            ("whole", "涉及全局和长远发展"),
                            ("several", "多名代表连续提出"),
                            ("unsolved", "多年没有解决"),
                            ("livelihood", "重大民生实事"),
                            ("promised", "承诺到期没有落实"),
                        ],
                        max_length=20,
                        verbose_name="选定理由",
                    ),
                ),
                ("chosen_on", models.DateField(verbose_name="选定日期")),
                (
                    "chosen_by",
                    models.CharField(
                        help_text="如“区人大常委会第三十二次主任会议”。",
                        max_length=100,
                        verbose_name="选定会议",
                    ),
                ),
                ("leader_name", models.CharField(max_length=50, verbose_name="领衔督办领导")),
                ("committee", models.CharField(max_length=100, verbose_name="负责督办的委员会")),
                ("chief", models.CharField(blank=True, max_length=50, verbose_name="领办的单位负责人")),
                ("demand", models.TextField(blank=True, verbose_name="督办要求")),
                ("result", models.TextField(blank=True, verbose_name="督办结果")),
                ("ended_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                (
                    "status",
                    models.CharField(
                        choices=[("ongoing", "督办中"), ("concluded", "督办结束"), ("carried", "转下一年")],
                        default="ongoing",
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
                    "follows",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="followed_by",
                        to="proposals.keysupervision",
                        verbose_name="上一年督办",
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="领衔督办领导（账号）",
                    ),
                ),
            ],
            options={
                "verbose_name": "重点督办",
                "verbose_name_plural": "重点督办",
                "ordering": ["-year", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["ongoing", "concluded", "carried"])),
                        name="key_supervision_status_known",
                        violation_error_message="状态不在可选范围内。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyEvent",
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
                        to="proposals.keysupervision",
                        verbose_name="重点督办",
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
            name="Proposal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "publication",
                    models.CharField(
                        choices=[
                            ("pending", "未定"),
                            ("published", "已公开"),
                            ("withheld", "不公开"),
                            ("taken_down", "已撤下"),
                        ],
                        default="pending",
                        editable=False,
                        max_length=12,
                        verbose_name="公开",
                    ),
                ),
                (
                    "publication_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("deputy", "代表要求不公开"),
                            ("state_secret", "涉及国家秘密"),
                            ("privacy", "涉及个人隐私"),
                            ("trade_secret", "涉及商业秘密"),
                            ("security", "公开后可能危及国家安全、公共安全、经济安全、社会稳定"),
                            ("internal", "属于内部管理、讨论过程的信息"),
                            ("error", "公开的内容有误，更正后再公开"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="不公开的理由",
                    ),
                ),
                (
                    "publication_decided_on",
                    models.DateField(
                        blank=True, editable=False, null=True, verbose_name="公开与否的决定日期"
                    ),
                ),
                (
                    "published_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="公开日期"),
                ),
                ("public_text", models.TextField(blank=True, editable=False, verbose_name="公开的建议内容")),
                ("public_reply", models.TextField(blank=True, editable=False, verbose_name="公开的答复内容")),
                (
                    "in_session",
                    models.BooleanField(blank=True, editable=False, null=True, verbose_name="会议期间提出"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("motion", "议案"),
                            ("suggestion", "建议、批评和意见"),
                            ("interpellation", "质询案"),
                            ("inquiry", "询问"),
                            ("recall", "罢免案"),
                        ],
                        default="suggestion",
                        max_length=20,
                        verbose_name="种类",
                    ),
                ),
                (
                    "serial",
                    models.PositiveIntegerField(blank=True, editable=False, null=True, verbose_name="编号"),
                ),
                (
                    "motion_serial",
                    models.PositiveIntegerField(
                        blank=True, editable=False, null=True, verbose_name="原议案编号"
                    ),
                ),
                (
                    "title",
                    models.CharField(help_text="如“关于……的建议”。", max_length=80, verbose_name="标题"),
                ),
                ("text", models.TextField(blank=True, verbose_name="建议内容")),
                ("subject", models.CharField(blank=True, max_length=200, verbose_name="案由")),
                ("grounds", models.TextField(blank=True, verbose_name="案据")),
                ("plan", models.TextField(blank=True, verbose_name="方案")),
                ("organ", models.CharField(blank=True, max_length=100, verbose_name="质询、询问的机关")),
                ("person", models.CharField(blank=True, max_length=60, verbose_name="被提出罢免的人")),
                (
                    "post",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("standing_committee", "人大常委会组成人员"),
                            ("government", "人民政府组成人员"),
                            ("supervision", "监察委员会主任"),
                            ("court", "人民法院院长"),
                            ("procuratorate", "人民检察院检察长"),
                            ("chair", "人民代表大会主席"),
                            ("vice_chair", "人民代表大会副主席"),
                            ("head", "乡长、镇长"),
                            ("deputy_head", "副乡长、副镇长"),
                        ],
                        max_length=20,
                        verbose_name="职务类别",
                    ),
                ),
                ("secret", models.BooleanField(default=False, verbose_name="代表要求不公开")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "草稿"),
                            ("cosigning", "征集联名"),
                            ("submitted", "待审查"),
                            ("under_review", "审查中"),
                            ("returned", "退回代表"),
                            ("rejected", "不予受理"),
                            ("accepted", "已受理"),
                            ("assigned", "已交办"),
                            ("unit_returned", "单位退回"),
                            ("handling", "办理中"),
                            ("co_opinion_done", "会办意见已齐"),
                            ("reply_review", "答复待审"),
                            ("replied", "已答复"),
                            ("feedback", "代表已反馈"),
                            ("rehandling", "重新办理"),
                            ("replied_again", "再次答复"),
                            ("committee_review", "专门委员会督办"),
                            ("tracking", "跟踪办理"),
                            ("implemented", "已落实"),
                            ("not_feasible", "不能落实"),
                            ("closed", "已办结"),
                            ("withdrawn", "已撤回"),
                            ("ended", "联名不足终止"),
                            ("merged", "并案办理"),
                            ("presidium_decision", "主席团审议"),
                            ("on_agenda", "列入议程"),
                            ("voted", "已表决"),
                            ("to_committee", "交委员会审议"),
                            ("reported", "委员会已报告"),
                            ("committee_decision", "常委会已决定"),
                            ("to_answer", "待答复"),
                            ("answered", "已作答复"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=30,
                        verbose_name="状态",
                    ),
                ),
                (
                    "status_since",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="状态起始"),
                ),
                (
                    "round",
                    models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="办理轮次"),
                ),
                (
                    "checks",
                    models.JSONField(blank=True, default=list, editable=False, verbose_name="提交前核对"),
                ),
                ("withdrawal_note", models.TextField(blank=True, editable=False, verbose_name="撤回申请")),
                ("decision_note", models.TextField(blank=True, editable=False, verbose_name="审查意见")),
                ("adopted", models.BooleanField(blank=True, editable=False, null=True, verbose_name="通过")),
                (
                    "withdrawal_asked_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="要求撤回日期"),
                ),
                (
                    "submitted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="提交日期"),
                ),
                (
                    "accepted_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="受理日期"),
                ),
                (
                    "assigned_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="交办日期"),
                ),
                ("due_on", models.DateField(blank=True, editable=False, null=True, verbose_name="答复期限")),
                (
                    "replied_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="答复日期"),
                ),
                (
                    "redo_due_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="再次答复期限"),
                ),
                (
                    "replied_again_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="再次答复日期"),
                ),
                (
                    "attitude_rating",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "满意"),
                            ("basically", "基本满意"),
                            ("dissatisfied", "不满意"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="对办理态度",
                    ),
                ),
                (
                    "result_rating",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "满意"),
                            ("basically", "基本满意"),
                            ("dissatisfied", "不满意"),
                        ],
                        editable=False,
                        max_length=20,
                        verbose_name="对办理结果",
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
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="起草人",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="congress.jurisdiction",
                        verbose_name="所属人大",
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
                        to="proposals.proposal",
                        verbose_name="并入",
                    ),
                ),
                (
                    "resubmission_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resubmissions",
                        to="proposals.proposal",
                        verbose_name="再次提出",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="congress.session",
                        verbose_name="会次",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proposals",
                        to="congress.term",
                        verbose_name="届",
                    ),
                ),
            ],
            options={
                "verbose_name": "议案建议",
                "verbose_name_plural": "议案建议",
                "ordering": ["-submitted_on", "-pk"],
                "indexes": [
                    models.Index(fields=["jurisdiction", "status"], name="proposal_place_status"),
                    models.Index(fields=["status", "due_on"], name="proposal_status_due"),
                    models.Index(fields=["publication", "jurisdiction"], name="proposal_publication"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "kind", "serial"),
                        name="proposal_number_unique",
                        violation_error_message="编号重复，请再试一次。",
                    ),
                    models.UniqueConstraint(
                        fields=("session", "motion_serial"),
                        name="proposal_motion_number_unique",
                        violation_error_message="原议案编号重复，请再试一次。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("publication", "published"), ("published_on__isnull", False)),
                            models.Q(
                                models.Q(("publication", "published"), _negated=True),
                                ("published_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="proposal_published_has_date",
                        violation_error_message="公开状态与公开日期不一致。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("publication__in", ["withheld", "taken_down"]), _negated=True),
                            models.Q(("publication_reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="proposal_withheld_has_reason",
                        violation_error_message="不公开的必须写明理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "draft",
                                    "cosigning",
                                    "submitted",
                                    "under_review",
                                    "returned",
                                    "rejected",
                                    "accepted",
                                    "assigned",
                                    "unit_returned",
                                    "handling",
                                    "co_opinion_done",
                                    "reply_review",
                                    "replied",
                                    "feedback",
                                    "rehandling",
                                    "replied_again",
                                    "committee_review",
                                    "tracking",
                                    "implemented",
                                    "not_feasible",
                                    "closed",
                                    "withdrawn",
                                    "ended",
                                    "merged",
                                    "presidium_decision",
                                    "on_agenda",
                                    "voted",
                                    "to_committee",
                                    "reported",
                                    "committee_decision",
                                    "to_answer",
                                    "answered",
                                ],
                            )
                        ),
                        name="proposal_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("serial__isnull", True),
                            models.Q(("accepted_on__isnull", False), ("session__isnull", False)),
                            _connector="OR",
                        ),
                        name="proposal_number_has_session",
                        violation_error_message="编号的议案建议要有会次和受理日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ("assigned", "handling", "co_opinion_done", "rehandling")),
                                _negated=True,
                            ),
                            ("due_on__isnull", False),
                            _connector="OR",
                        ),
                        name="proposal_with_unit_has_due_date",
                        violation_error_message="交办的议案建议必须有答复期限。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ("voted", "committee_decision")), _negated=True),
                            ("adopted__isnull", False),
                            _connector="OR",
                        ),
                        name="proposal_decided_has_outcome",
                        violation_error_message="表决、决定了的要有结果。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_on__isnull", False),
                                ("status__in", ("closed", "tracking", "implemented", "not_feasible")),
                            ),
                            models.Q(
                                models.Q(
                                    ("status__in", ("closed", "tracking", "implemented", "not_feasible")),
                                    _negated=True,
                                ),
                                ("closed_on__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="proposal_closed_has_date",
                        violation_error_message="办结状态与办结日期不一致。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "merged"), _negated=True),
                            ("merged_into__isnull", False),
                            _connector="OR",
                        ),
                        name="proposal_merged_knows_into_what",
                        violation_error_message="并案办理的要写明并入哪一件。",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="keysupervision",
            name="proposal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="key_supervisions",
                to="proposals.proposal",
                verbose_name="议案建议",
            ),
        ),
        migrations.CreateModel(
            name="Inspection",
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
                            ("meeting", "督办会"),
                            ("spot", "现场视察"),
                            ("talk", "约谈承办单位"),
                            ("other", "其他"),
                        ],
                        max_length=20,
                        verbose_name="方式",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="日期")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("attendees", models.TextField(verbose_name="参加人员")),
                ("findings", models.TextField(verbose_name="了解到的情况")),
                ("demands", models.TextField(blank=True, verbose_name="提出的要求")),
                ("result", models.TextField(blank=True, verbose_name="整改结果")),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="记录人",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspections",
                        to="proposals.proposal",
                        verbose_name="议案建议",
                    ),
                ),
            ],
            options={
                "verbose_name": "督办活动",
                "verbose_name_plural": "督办活动",
                "ordering": ["-held_on", "-pk"],
                "indexes": [models.Index(fields=["held_on"], name="inspection_held_on")],
            },
        ),
        migrations.AddField(
            model_name="commitment",
            name="proposal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="commitments",
                to="proposals.proposal",
                verbose_name="议案建议",
            ),
        ),
        migrations.AddField(
            model_name="assignment",
            name="proposal",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="assignments",
                to="proposals.proposal",
                verbose_name="议案建议",
            ),
        ),
        migrations.CreateModel(
            name="ProposalCategory",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=30, unique=True, verbose_name="名称")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="大类本身不填。",
                        limit_choices_to={"parent__isnull": True},
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="proposals.proposalcategory",
                        verbose_name="所属大类",
                    ),
                ),
            ],
            options={
                "verbose_name": "议案建议类别",
                "verbose_name_plural": "议案建议类别",
                "ordering": ["order", "pk"],
            },
        ),
        migrations.AddField(
            model_name="proposal",
            name="category",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proposals",
                to="proposals.proposalcategory",
                verbose_name="类别",
            ),
        ),
        migrations.CreateModel(
            name="ProposalEvent",
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
                        to="proposals.proposal",
                        verbose_name="议案建议",
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
            name="ProposedUnit",
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
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="proposed_units",
                        to="proposals.proposal",
                        verbose_name="议案建议",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="congress.unit",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "拟办单位",
                "verbose_name_plural": "拟办单位",
                "ordering": ["-role", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("proposal", "unit"),
                        name="proposed_unit_once",
                        violation_error_message="同一个单位只写一次。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reply",
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
                ("version", models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="稿次")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "起草中"),
                            ("review", "待审核"),
                            ("sent_back", "已退回"),
                            ("sent", "已送出"),
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
                ("signatory", models.CharField(blank=True, max_length=50, verbose_name="签发人")),
                ("contact_person", models.CharField(blank=True, max_length=50, verbose_name="联系人")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="联系电话")),
                ("open", models.BooleanField(default=True, verbose_name="可以公开")),
                ("closed_reason", models.CharField(blank=True, max_length=200, verbose_name="不公开的理由")),
                ("replied_on", models.DateField(blank=True, null=True, verbose_name="答复日期")),
                (
                    "copied_to",
                    models.CharField(blank=True, editable=False, max_length=200, verbose_name="抄送"),
                ),
                (
                    "copied_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="抄送日期"),
                ),
                (
                    "attachment",
                    models.FileField(
                        blank=True, upload_to=proposals.models.reply.paper_path, verbose_name="附件"
                    ),
                ),
                (
                    "send_back_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("beside", "答非所问"),
                            ("empty", "内容空泛，没有具体措施"),
                            ("class", "结果类别与内容不符"),
                            ("unseen", "没有同代表沟通"),
                            ("form", "格式不规范、要素不全"),
                            ("facts", "事实、数据或者政策依据有误"),
                        ],
                        max_length=20,
                        verbose_name="退回原因",
                    ),
                ),
                ("send_back_note", models.TextField(blank=True, verbose_name="退回意见")),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="proposals.assignment",
                        verbose_name="交办",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="起草人",
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
                "verbose_name": "答复",
                "verbose_name_plural": "答复",
                "ordering": ["assignment", "version", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("assignment", "version"),
                        name="reply_version_unique",
                        violation_error_message="这一稿已经有了，请看最新情况。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "review", "sent_back", "sent"])),
                        name="reply_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "draft"),
                            models.Q(
                                ("replied_on__isnull", False), models.Q(("signatory", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="reply_out_of_draft_is_signed",
                        violation_error_message="送出的答复要有签发人和答复日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("open", True), models.Q(("closed_reason", ""), _negated=True), _connector="OR"
                        ),
                        name="reply_not_open_has_reason",
                        violation_error_message="不公开的，请写明理由。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "send_back_reason__in",
                                    ["beside", "empty", "class", "unseen", "form", "facts"],
                                ),
                                ("status", "sent_back"),
                            ),
                            models.Q(
                                models.Q(("status", "sent_back"), _negated=True), ("send_back_reason", "")
                            ),
                            _connector="OR",
                        ),
                        name="reply_sent_back_has_reason",
                        violation_error_message="退回答复要选原因。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReplyEvent",
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
                        to="proposals.reply",
                        verbose_name="答复",
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
            name="Sponsorship",
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
                        choices=[("lead", "领衔"), ("co", "联名")],
                        default="co",
                        max_length=10,
                        verbose_name="身份",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("invited", "待确认"),
                            ("confirmed", "已确认"),
                            ("declined", "不联名"),
                            ("expired", "逾期未确认"),
                            ("withdrawn", "退出联名"),
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
                    "withdrawal",
                    models.CharField(
                        blank=True,
                        choices=[("asked", "撤回待同意"), ("agreed", "同意撤回"), ("refused", "不同意撤回")],
                        editable=False,
                        max_length=10,
                        verbose_name="对撤回的意见",
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sponsorships",
                        to="proposals.proposal",
                        verbose_name="议案建议",
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sponsorships",
                        to="deputies.seat",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "提出代表",
                "verbose_name_plural": "提出代表",
                "ordering": ["-role", "seat__deputy__stroke_key", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("proposal", "seat"),
                        name="sponsorship_unique",
                        violation_error_message="已经邀请过这名代表。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "lead")),
                        fields=("proposal",),
                        name="sponsorship_one_lead",
                        violation_error_message="领衔代表只有一名。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["invited", "confirmed", "declined", "expired", "withdrawn"])
                        ),
                        name="sponsorship_status_known",
                        violation_error_message="状态不在可选范围内。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RatingUrge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="办理轮次")),
                ("urged_on", models.DateField(verbose_name="催办日期")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="催办内容")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="签收时间")),
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
                        verbose_name="催办人",
                    ),
                ),
                (
                    "sponsorship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="urges",
                        to="proposals.sponsorship",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "催请评价",
                "verbose_name_plural": "催请评价",
                "ordering": ["round", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="办理轮次")),
                (
                    "state",
                    models.CharField(
                        choices=[("rated", "已评价"), ("not_rated", "未评价")],
                        default="rated",
                        editable=False,
                        max_length=20,
                        verbose_name="评价情况",
                    ),
                ),
                (
                    "attitude",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "满意"),
                            ("basically", "基本满意"),
                            ("dissatisfied", "不满意"),
                        ],
                        max_length=20,
                        verbose_name="对办理态度",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("satisfied", "满意"),
                            ("basically", "基本满意"),
                            ("dissatisfied", "不满意"),
                        ],
                        max_length=20,
                        verbose_name="对办理结果",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="不满意的原因")),
                ("rated_on", models.DateField(verbose_name="评价日期")),
                ("on_paper", models.BooleanField(default=False, verbose_name="凭纸质征询意见表登记")),
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
                    "sponsorship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="proposals.sponsorship",
                        verbose_name="代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "代表评价",
                "verbose_name_plural": "代表评价",
                "ordering": ["round", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sponsorship", "round"),
                        name="rating_once_a_round",
                        violation_error_message="这一轮已经评价过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "rated"), models.Q(("result", ""), _negated=True)),
                            models.Q(("attitude", ""), ("result", ""), ("state", "not_rated")),
                            _connector="OR",
                        ),
                        name="rating_state_tells_result",
                        violation_error_message="请选择对办理结果是否满意。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("attitude", "dissatisfied"), _negated=True),
                                models.Q(("result", "dissatisfied"), _negated=True),
                            ),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="rating_dissatisfied_has_reason",
                        violation_error_message="不满意的，请写明原因。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sent_on", models.DateField(verbose_name="送出日期")),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="阅读时间")),
                (
                    "reply",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="proposals.reply",
                        verbose_name="答复",
                    ),
                ),
                (
                    "sponsorship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="letters",
                        to="proposals.sponsorship",
                        verbose_name="收件代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "答复函送达",
                "verbose_name_plural": "答复函送达",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reply", "sponsorship"),
                        name="letter_once_a_deputy",
                        violation_error_message="已经送给这名代表。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        choices=[
                            ("visit", "上门走访"),
                            ("phone", "电话"),
                            ("forum", "座谈会"),
                            ("letter", "信函"),
                        ],
                        max_length=10,
                        verbose_name="联系方式",
                    ),
                ),
                ("held_on", models.DateField(verbose_name="联系日期")),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="沟通情况")),
                (
                    "at",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="登记时间"),
                ),
                (
                    "assignment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="proposals.assignment",
                        verbose_name="交办",
                    ),
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
                    "sponsorships",
                    models.ManyToManyField(
                        related_name="contacts", to="proposals.sponsorship", verbose_name="联系了哪些代表"
                    ),
                ),
            ],
            options={
                "verbose_name": "联系代表",
                "verbose_name_plural": "联系代表",
                "ordering": ["held_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="SponsorshipEvent",
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
                        to="proposals.sponsorship",
                        verbose_name="联名",
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
            name="Verdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="第几次答复")),
                ("satisfied", models.BooleanField(verbose_name="满意")),
                (
                    "told_at",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="表态时间"),
                ),
                (
                    "sponsorship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdicts",
                        to="proposals.sponsorship",
                        verbose_name="提出代表",
                    ),
                ),
            ],
            options={
                "verbose_name": "对答复的意见",
                "verbose_name_plural": "对答复的意见",
                "ordering": ["round", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("sponsorship", "round"),
                        name="verdict_once_a_round",
                        violation_error_message="这名代表对这次答复已经表过态。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HandlingReport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="从")),
                ("ends_on", models.DateField(verbose_name="到")),
                ("opening", models.TextField(blank=True, verbose_name="开头")),
                ("closing", models.TextField(blank=True, verbose_name="存在的问题和下一步工作")),
                ("content", models.JSONField(blank=True, editable=False, null=True, verbose_name="数据")),
                (
                    "confirmed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="定稿日期"),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="定稿人",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="handling_reports",
                        to="congress.jurisdiction",
                        verbose_name="所属人大",
                    ),
                ),
            ],
            options={
                "verbose_name": "办理情况报告",
                "verbose_name_plural": "办理情况报告",
                "ordering": ["-ends_on", "-starts_on", "jurisdiction"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "starts_on", "ends_on"),
                        name="handling_report_period_unique",
                        violation_error_message="这个时段的报告已经有了，请在清单里打开它。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                        name="handling_report_ends_after_start",
                        violation_error_message="结束日期不能早于开始日期。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("confirmed_by__isnull", True),
                                ("confirmed_on__isnull", True),
                                ("content__isnull", True),
                            ),
                            models.Q(
                                ("confirmed_by__isnull", False),
                                ("confirmed_on__isnull", False),
                                ("content__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="handling_report_confirmed_is_kept",
                        violation_error_message="定稿的报告要有日期、定稿人和数据。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Proceeding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "act",
                    models.CharField(
                        choices=[
                            ("put_on_agenda", "列入会议议程"),
                            ("send_to_committee", "交委员会审议"),
                            ("report", "审议报告"),
                            ("vote", "大会表决"),
                            ("decide", "常委会决定"),
                            ("convert", "转为建议"),
                            ("consent_withdrawal", "同意撤回"),
                            ("refuse_withdrawal", "不同意撤回"),
                            ("order_answer", "交由答复"),
                            ("answer", "答复"),
                            ("defend", "申辩"),
                        ],
                        max_length=20,
                        verbose_name="事项",
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("presidium", "主席团会议"),
                            ("congress", "大会全体会议"),
                            ("delegation", "代表团会议、小组会议"),
                            ("committee", "专门委员会"),
                            ("investigation", "调查委员会"),
                            ("chairs", "主任会议"),
                            ("standing_committee", "人大常委会"),
                        ],
                        max_length=20,
                        verbose_name="机构",
                    ),
                ),
                ("committee", models.CharField(blank=True, max_length=60, verbose_name="委员会名称")),
                ("held_on", models.DateField(verbose_name="日期")),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[("oral", "口头"), ("written", "书面")],
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                (
                    "speaker",
                    models.CharField(blank=True, max_length=60, verbose_name="到会答复、签署或者申辩的人"),
                ),
                ("text", models.TextField(blank=True, verbose_name="内容")),
                ("document_number", models.CharField(blank=True, max_length=50, verbose_name="文号")),
                ("round", models.PositiveSmallIntegerField(default=1, verbose_name="第几次")),
                ("in_favour", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="赞成")),
                ("against", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="反对")),
                ("abstained", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="弃权")),
                ("present", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="出席代表")),
                (
                    "all_deputies",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="全体代表"),
                ),
                ("adopted", models.BooleanField(blank=True, null=True, verbose_name="通过")),
                (
                    "paper",
                    models.FileField(
                        blank=True, upload_to=proposals.models.proceeding.paper_path, verbose_name="附件"
                    ),
                ),
                (
                    "proposal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="proceedings",
                        to="proposals.proposal",
                        verbose_name="议案建议",
                    ),
                ),
            ],
            options={
                "verbose_name": "审议经过",
                "verbose_name_plural": "审议经过",
                "ordering": ["held_on", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "act__in",
                                [
                                    "put_on_agenda",
                                    "send_to_committee",
                                    "report",
                                    "vote",
                                    "decide",
                                    "convert",
                                    "consent_withdrawal",
                                    "refuse_withdrawal",
                                    "order_answer",
                                    "answer",
                                    "defend",
                                ],
                            )
                        ),
                        name="proceeding_act_known",
                        violation_error_message="事项不在可选范围内。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("abstained__isnull", False),
                                ("act", "vote"),
                                ("adopted__isnull", False),
                                ("against__isnull", False),
                                ("all_deputies__isnull", False),
                                ("in_favour__isnull", False),
                                ("present__isnull", False),
                            ),
                            models.Q(
                                models.Q(("act", "vote"), _negated=True),
                                ("abstained__isnull", True),
                                ("against__isnull", True),
                                ("all_deputies__isnull", True),
                                ("in_favour__isnull", True),
                                ("present__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="proceeding_vote_has_counts",
                        violation_error_message="表决要有赞成、反对、弃权和出席人数。",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="keysupervision",
            constraint=models.UniqueConstraint(
                fields=("proposal", "year"),
                name="key_supervision_once_a_year",
                violation_error_message="这件今年已经是重点督办。",
            ),
        ),
        migrations.AddConstraint(
            model_name="assignment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ("returned", "cancelled")), _negated=True),
                fields=("proposal", "unit", "round"),
                name="assignment_unit_once_a_round",
                violation_error_message="这一轮已经交给该单位。",
            ),
        ),
    ]
