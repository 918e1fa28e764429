import congress.clock
import congress.models.takeover
import django.contrib.auth.models
import django.contrib.auth.validators
import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("congress", "0001_initial"),
        ("congress", "0002_sessions_and_profiles"),
        ("congress", "0003_messages"),
        ("congress", "0004_mark_mapping"),
        ("congress", "0005_late_leave"),
        ("congress", "0006_liberty_hours"),
        ("congress", "0007_meeting_mapping"),
        ("congress", "0008_profile_history"),
        ("congress", "0009_mapping_of_office"),
        ("congress", "0010_subsidy_rate"),
        ("congress", "0011_speech_limits"),
        ("congress", "0012_motion_cutoff"),
        ("congress", "0013_notice_rules"),
        ("congress", "0014_resultclass_promises"),
        ("congress", "0015_receipt_days"),
        ("congress", "0016_personal_data_months"),
        ("congress", "0017_motion_rules"),
        ("congress", "0018_reply_rules"),
        ("congress", "0019_reply_days"),
    ]

    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="Holiday",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "date",
                    models.DateField(
                        error_messages={"unique": "这一天已经登记。"}, unique=True, verbose_name="日期"
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "is_workday",
                    models.BooleanField(
                        default=False, help_text="勾选表示调休上班，不勾选表示放假。", verbose_name="上班"
                    ),
                ),
            ],
            options={
                "verbose_name": "节假日",
                "verbose_name_plural": "节假日",
                "ordering": ["-date"],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        choices=[
                            ("congress", "人民代表大会"),
                            ("standing_committee", "人大常委会"),
                            ("presidium", "人大主席团"),
                        ],
                        default="congress",
                        max_length=20,
                        verbose_name="机构",
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(help_text="本届的第几次会议。", verbose_name="次"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("regular", "例会"), ("turnover", "换届会"), ("extraordinary", "临时会议")],
                        default="regular",
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                ("starts_on", models.DateField(verbose_name="开始日期")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="结束日期")),
                (
                    "motions_until",
                    models.DateTimeField(
                        blank=True,
                        help_text="人民代表大会会议填写，由主席团决定；过后提出的作为建议、批评和意见。",
                        null=True,
                        verbose_name="议案截止时间",
                    ),
                ),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
            ],
            options={
                "verbose_name": "次会议",
                "verbose_name_plural": "次会议",
                "ordering": ["-starts_on", "-pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("ends_on__gte", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="session_ends_after_start",
                        violation_error_message="结束日期不能早于开始日期。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("district_office", "区人大代表工委"),
                            ("local_office", "镇人大、街道人大工委"),
                            ("liaison", "联络员"),
                            ("deputy", "代表"),
                            ("unit_clerk", "承办单位经办人"),
                            ("gov_office", "政府办公室"),
                            ("leader", "领导"),
                            ("sysadmin", "系统管理员"),
                            ("auditor", "审计员"),
                        ],
                        max_length=20,
                        verbose_name="角色",
                    ),
                ),
                (
                    "must_change_password",
                    models.BooleanField(
                        default=True,
                        help_text="新建或重置密码后打开，本人改过后自动关闭。",
                        verbose_name="下次登录须改密码",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "用户",
                "verbose_name_plural": "用户",
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                [
                                    "district_office",
                                    "local_office",
                                    "liaison",
                                    "deputy",
                                    "unit_clerk",
                                    "gov_office",
                                    "leader",
                                    "sysadmin",
                                    "auditor",
                                ],
                            )
                        ),
                        name="user_role_known",
                        violation_error_message="角色不在可选范围内。",
                    )
                ],
            },
            managers=[
                ("objects", django.contrib.auth.models.UserManager()),
            ],
        ),
        migrations.CreateModel(
            name="Jurisdiction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("city", "设区的市"),
                            ("district", "区县"),
                            ("town", "乡镇"),
                            ("street", "街道"),
                        ],
                        max_length=10,
                        verbose_name="层级",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="congress.jurisdiction",
                        verbose_name="上级",
                    ),
                ),
            ],
            options={
                "verbose_name": "行政区划",
                "verbose_name_plural": "行政区划",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("parent", "name"),
                        name="jurisdiction_name_unique",
                        violation_error_message="同一上级之下已有同名的区划。",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("parent__isnull", True)),
                        fields=("name",),
                        name="jurisdiction_top_name_unique",
                        violation_error_message="已有同名的区划。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("level__in", ["city", "district", "town", "street"])),
                        name="jurisdiction_level_known",
                        violation_error_message="层级不在可选范围内。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalUnit",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("name", models.CharField(max_length=100, verbose_name="单位全称")),
                ("short_name", models.CharField(blank=True, max_length=50, verbose_name="简称")),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("department", "政府部门"),
                            ("utility", "公共服务企业"),
                            ("local_government", "镇人民政府、街道办事处"),
                            ("court", "监察、法院、检察院"),
                            ("other", "其他"),
                        ],
                        default="department",
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("contact", models.CharField(blank=True, max_length=50, verbose_name="联系人")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="联系电话")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
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
                    "jurisdiction",
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
                    "local",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="镇人民政府、街道办事处填写；镇街可以直接转办给它。",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.jurisdiction",
                        verbose_name="所在镇街",
                    ),
                ),
            ],
            options={
                "verbose_name": "承办单位变更",
                "verbose_name_plural": "historical 承办单位",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalProfile",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("as_of", models.DateField(verbose_name="截止日期")),
                (
                    "villages",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="行政村（社区）数"),
                ),
                (
                    "villager_groups",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="村民小组数"),
                ),
                ("households", models.PositiveIntegerField(blank=True, null=True, verbose_name="户数")),
                ("population", models.PositiveIntegerField(blank=True, null=True, verbose_name="人口数")),
                ("voters", models.PositiveIntegerField(blank=True, null=True, verbose_name="选民数")),
                ("source", models.CharField(blank=True, max_length=100, verbose_name="数据来源")),
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
                        verbose_name="行政区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "基本情况变更",
                "verbose_name_plural": "historical 基本情况",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOfficeRules",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "notice_lead_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 5；可设 2—30。",
                        null=True,
                        verbose_name="接待日公告提前",
                    ),
                ),
                (
                    "triage_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 3；可设 1—10。",
                        null=True,
                        verbose_name="意见分类期限",
                    ),
                ),
                (
                    "referral_return_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—10。",
                        null=True,
                        verbose_name="单位签收或退回转办件期限",
                    ),
                ),
                (
                    "opinion_reply_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 5—60（信访工作条例第三十四条）。",
                        null=True,
                        verbose_name="意见答复期限",
                    ),
                ),
                (
                    "opinion_extension_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 0—30（信访工作条例第三十四条）。",
                        null=True,
                        verbose_name="意见延期上限",
                    ),
                ),
                (
                    "copy_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 2；可设 1—10。",
                        null=True,
                        verbose_name="答复抄送代表期限",
                    ),
                ),
                (
                    "answer_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—20。",
                        null=True,
                        verbose_name="代表答复选民期限",
                    ),
                ),
                (
                    "survey_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 10；可设 1—60。",
                        null=True,
                        verbose_name="满意度测评期限",
                    ),
                ),
                (
                    "opinion_redo_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 5—60（信访工作条例第三十四条）。",
                        null=True,
                        verbose_name="意见重新办理期限",
                    ),
                ),
                (
                    "personal_data_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个月；缺省 120；可设 6—1200。",
                        null=True,
                        verbose_name="来访人信息办结后保存",
                    ),
                ),
                (
                    "assign_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—10。",
                        null=True,
                        verbose_name="建议闭会期间交办期限",
                    ),
                ),
                (
                    "session_assign_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 1—30。",
                        null=True,
                        verbose_name="建议大会期间交办期限",
                    ),
                ),
                (
                    "proposal_return_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 10；可设 1—15。",
                        null=True,
                        verbose_name="单位退回建议期限",
                    ),
                ),
                (
                    "reassign_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—10。",
                        null=True,
                        verbose_name="建议重新交办期限",
                    ),
                ),
                (
                    "contact_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 20；可设 1—30。",
                        null=True,
                        verbose_name="单位首次联系代表期限",
                    ),
                ),
                (
                    "co_opinion_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 5—60。",
                        null=True,
                        verbose_name="会办意见期限",
                    ),
                ),
                (
                    "reply_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个月；缺省 3；可设 1—3（代表法第五十一条）。",
                        null=True,
                        verbose_name="建议答复期限",
                    ),
                ),
                (
                    "difficult_reply_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个月；缺省 6；可设 1—6（代表法第五十一条）。",
                        null=True,
                        verbose_name="涉及面广、处理难度大的建议答复期限",
                    ),
                ),
                (
                    "reply_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 0；可设 0—90（代表法第五十一条）。",
                        null=True,
                        verbose_name="建议答复期限（按天）",
                    ),
                ),
                (
                    "difficult_reply_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 0；可设 0—181（代表法第五十一条）。",
                        null=True,
                        verbose_name="涉及面广、处理难度大的建议答复期限（按天）",
                    ),
                ),
                (
                    "reply_check_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—15。",
                        null=True,
                        verbose_name="审核单位答复期限",
                    ),
                ),
                (
                    "feedback_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 20；可设 5—30。",
                        null=True,
                        verbose_name="代表反馈期限",
                    ),
                ),
                (
                    "rating_urge_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—20。",
                        null=True,
                        verbose_name="催请代表评价后再等",
                    ),
                ),
                (
                    "proposal_redo_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个月；缺省 1；可设 1—2。",
                        null=True,
                        verbose_name="建议重新办理期限",
                    ),
                ),
                (
                    "receipt_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 3；可设 1—10。",
                        null=True,
                        verbose_name="催办回执期限",
                    ),
                ),
                (
                    "motion_committee_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 15；可设 1—30。",
                        null=True,
                        verbose_name="闭会期间议案交委员会期限",
                    ),
                ),
                (
                    "motion_opinion_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 5—90。",
                        null=True,
                        verbose_name="委员会审议议案期限",
                    ),
                ),
                (
                    "amber_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 5；可设 1—30。",
                        null=True,
                        verbose_name="到期前亮黄灯",
                    ),
                ),
                (
                    "duty_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 15；可设 0—60。",
                        null=True,
                        verbose_name="代表每年履职天数",
                    ),
                ),
                (
                    "receptions_per_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：次；缺省 1；可设 0—24。",
                        null=True,
                        verbose_name="代表每年接待次数",
                    ),
                ),
                (
                    "household_links",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：户；缺省 3；可设 0—20。",
                        null=True,
                        verbose_name="代表联系户数",
                    ),
                ),
                (
                    "reflections_per_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：篇；缺省 1；可设 0—12。",
                        null=True,
                        verbose_name="代表每年学习心得",
                    ),
                ),
                (
                    "speech_full_first",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="全体会议第一次发言",
                    ),
                ),
                (
                    "speech_full_again",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="全体会议第二次起发言",
                    ),
                ),
                (
                    "speech_delegation_first",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="代表团会议第一次发言",
                    ),
                ),
                (
                    "speech_delegation_again",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="代表团会议第二次起发言",
                    ),
                ),
                (
                    "speech_presidium_first",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="主席团会议第一次发言",
                    ),
                ),
                (
                    "speech_presidium_again",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="主席团会议第二次起发言",
                    ),
                ),
                (
                    "speech_other_first",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="其他会议第一次发言",
                    ),
                ),
                (
                    "speech_other_again",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="其他会议第二次起发言",
                    ),
                ),
                (
                    "few_activities",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：次；缺省 2；可设 0—50。",
                        null=True,
                        verbose_name="闭会活动一年少于几次算少",
                    ),
                ),
                (
                    "low_attendance",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：%；缺省 80；可设 0—100。",
                        null=True,
                        verbose_name="出席率低于多少算低",
                    ),
                ),
                (
                    "late_leave_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 0；可设 0—30。",
                        null=True,
                        verbose_name="会后补假期限",
                    ),
                ),
                (
                    "liberty_report_hours",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：小时；缺省 24；可设 1—24。",
                        null=True,
                        verbose_name="限制代表人身自由事项报送期限",
                    ),
                ),
                (
                    "subsidy_per_day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：元/天；缺省 0；可设 0—2000。",
                        null=True,
                        verbose_name="误工补贴标准",
                    ),
                ),
                (
                    "subsidy_decision",
                    models.CharField(
                        blank=True,
                        help_text="确定标准的常委会（主任会议）或者主席团文件；定了标准的必须填。",
                        max_length=60,
                        verbose_name="误工补贴标准的文号",
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
                        help_text="缺省：顺延到下一个工作日。",
                        max_length=20,
                        verbose_name="接待日遇节假日",
                    ),
                ),
                (
                    "weekend_counts",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：算。调休上班的周末不算。",
                        null=True,
                        verbose_name="周末也算节假日",
                    ),
                ),
                (
                    "notice_fields",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("names", "时间、地点、代表姓名"),
                            ("full", "时间、地点、代表基本情况、接待选区范围"),
                        ],
                        help_text="缺省：时间、地点、代表姓名。基本情况只写界别和选区，不写电话、住址、单位。",
                        max_length=10,
                        verbose_name="公告内容",
                    ),
                ),
                (
                    "notice_approval",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不须。选“是”的，联络员起草，镇街人大审核后才能发布。",
                        null=True,
                        verbose_name="公告须审核后发布",
                    ),
                ),
                (
                    "roll_over_holidays",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：顺延到节假日后第一个工作日（民法典第二百零三条）。",
                        null=True,
                        verbose_name="期限末日遇节假日顺延",
                    ),
                ),
                (
                    "direct_referral",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不可以，超出镇街权限的事项报区协调。",
                        null=True,
                        verbose_name="镇街可直接转办区级单位",
                    ),
                ),
                (
                    "recess_motions",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不可以。选“是”的，代表联名在闭会期间提出的议案交常委会审议；只用于设常委会的区县。",
                        null=True,
                        verbose_name="闭会期间可以提议案",
                    ),
                ),
                (
                    "small_town_interpellation",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不可以，一律十人以上（地方组织法第二十四条）。地方性法规另有规定的选“是”。",
                        null=True,
                        verbose_name="代表四十名以下的乡镇五分之一以上联名可提质询案",
                    ),
                ),
                (
                    "reply_check",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不须。选“是”的，由交办机关审核，答非所问的退回单位修改。",
                        null=True,
                        verbose_name="单位答复先审核再送代表",
                    ),
                ),
                (
                    "reply_letters",
                    models.CharField(
                        blank=True,
                        choices=[("each", "每名代表一份"), ("lead", "送领衔代表，由其转告联名代表")],
                        help_text="缺省：每名代表一份。",
                        max_length=10,
                        verbose_name="联名建议的答复函",
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
                        verbose_name="行政区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "工作规则变更",
                "verbose_name_plural": "historical 工作规则",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HeadingMapping",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=30, verbose_name="登记表")),
                ("heading", models.CharField(max_length=200, verbose_name="表头")),
                ("key", models.CharField(blank=True, max_length=30, verbose_name="栏目")),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="heading_mappings",
                        to="congress.jurisdiction",
                        verbose_name="所属区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "表头对应",
                "verbose_name_plural": "表头对应",
                "ordering": ["kind", "heading"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "kind", "heading"),
                        name="heading_mapping_unique",
                        violation_error_message="这个表头已经指定过栏目。",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="jurisdiction",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="congress.jurisdiction",
                verbose_name="所在区划",
            ),
        ),
        migrations.CreateModel(
            name="MarkMapping",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=30, verbose_name="登记表")),
                ("writing", models.CharField(max_length=20, verbose_name="写法")),
                ("meaning", models.CharField(blank=True, max_length=30, verbose_name="意思")),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mark_mappings",
                        to="congress.jurisdiction",
                        verbose_name="所属区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "标记对应",
                "verbose_name_plural": "标记对应",
                "ordering": ["kind", "writing"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "kind", "writing"),
                        name="mark_mapping_unique",
                        violation_error_message="这个标记已经指定过意思。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingMapping",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("session", models.CharField(blank=True, max_length=100, verbose_name="次会议")),
                ("on", models.DateField(verbose_name="日期")),
                (
                    "part",
                    models.CharField(
                        choices=[("0", "全天"), ("1", "上午"), ("2", "下午"), ("3", "晚上")],
                        default="0",
                        max_length=1,
                        verbose_name="时段",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("preparatory", "预备会议"),
                            ("full", "全体会议"),
                            ("delegation", "代表团会议"),
                            ("presidium", "主席团会议"),
                            ("other", "其他会议"),
                        ],
                        default="full",
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                ("name", models.CharField(max_length=50, verbose_name="名称")),
                (
                    "heading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="meetings",
                        to="congress.headingmapping",
                        verbose_name="表头",
                    ),
                ),
            ],
            options={
                "verbose_name": "表头指定的会议",
                "verbose_name_plural": "表头指定的会议",
                "ordering": ["on", "part", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("heading", "session"),
                        name="meeting_mapping_unique",
                        violation_error_message="这个表头在这次会议中已经指定过会议。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Message",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sentence", models.TextField(verbose_name="内容")),
                ("url", models.CharField(max_length=200, verbose_name="链接")),
                (
                    "sent_at",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="时间"),
                ),
                ("read_at", models.DateTimeField(blank=True, null=True, verbose_name="阅读时间")),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="messages",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
            ],
            options={
                "verbose_name": "消息",
                "verbose_name_plural": "消息",
                "ordering": ["-sent_at", "-pk"],
                "indexes": [
                    models.Index(fields=["recipient", "-sent_at"], name="message_recipient_sent"),
                    models.Index(
                        condition=models.Q(("read_at", None)), fields=["recipient"], name="message_unread"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeRules",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "notice_lead_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 5；可设 2—30。",
                        null=True,
                        verbose_name="接待日公告提前",
                    ),
                ),
                (
                    "triage_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 3；可设 1—10。",
                        null=True,
                        verbose_name="意见分类期限",
                    ),
                ),
                (
                    "referral_return_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—10。",
                        null=True,
                        verbose_name="单位签收或退回转办件期限",
                    ),
                ),
                (
                    "opinion_reply_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 5—60（信访工作条例第三十四条）。",
                        null=True,
                        verbose_name="意见答复期限",
                    ),
                ),
                (
                    "opinion_extension_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 0—30（信访工作条例第三十四条）。",
                        null=True,
                        verbose_name="意见延期上限",
                    ),
                ),
                (
                    "copy_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 2；可设 1—10。",
                        null=True,
                        verbose_name="答复抄送代表期限",
                    ),
                ),
                (
                    "answer_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—20。",
                        null=True,
                        verbose_name="代表答复选民期限",
                    ),
                ),
                (
                    "survey_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 10；可设 1—60。",
                        null=True,
                        verbose_name="满意度测评期限",
                    ),
                ),
                (
                    "opinion_redo_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 5—60（信访工作条例第三十四条）。",
                        null=True,
                        verbose_name="意见重新办理期限",
                    ),
                ),
                (
                    "personal_data_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个月；缺省 120；可设 6—1200。",
                        null=True,
                        verbose_name="来访人信息办结后保存",
                    ),
                ),
                (
                    "assign_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—10。",
                        null=True,
                        verbose_name="建议闭会期间交办期限",
                    ),
                ),
                (
                    "session_assign_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 1—30。",
                        null=True,
                        verbose_name="建议大会期间交办期限",
                    ),
                ),
                (
                    "proposal_return_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 10；可设 1—15。",
                        null=True,
                        verbose_name="单位退回建议期限",
                    ),
                ),
                (
                    "reassign_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—10。",
                        null=True,
                        verbose_name="建议重新交办期限",
                    ),
                ),
                (
                    "contact_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 20；可设 1—30。",
                        null=True,
                        verbose_name="单位首次联系代表期限",
                    ),
                ),
                (
                    "co_opinion_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 5—60。",
                        null=True,
                        verbose_name="会办意见期限",
                    ),
                ),
                (
                    "reply_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个月；缺省 3；可设 1—3（代表法第五十一条）。",
                        null=True,
                        verbose_name="建议答复期限",
                    ),
                ),
                (
                    "difficult_reply_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个月；缺省 6；可设 1—6（代表法第五十一条）。",
                        null=True,
                        verbose_name="涉及面广、处理难度大的建议答复期限",
                    ),
                ),
                (
                    "reply_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 0；可设 0—90（代表法第五十一条）。",
                        null=True,
                        verbose_name="建议答复期限（按天）",
                    ),
                ),
                (
                    "difficult_reply_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 0；可设 0—181（代表法第五十一条）。",
                        null=True,
                        verbose_name="涉及面广、处理难度大的建议答复期限（按天）",
                    ),
                ),
                (
                    "reply_check_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—15。",
                        null=True,
                        verbose_name="审核单位答复期限",
                    ),
                ),
                (
                    "feedback_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 20；可设 5—30。",
                        null=True,
                        verbose_name="代表反馈期限",
                    ),
                ),
                (
                    "rating_urge_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 5；可设 1—20。",
                        null=True,
                        verbose_name="催请代表评价后再等",
                    ),
                ),
                (
                    "proposal_redo_months",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个月；缺省 1；可设 1—2。",
                        null=True,
                        verbose_name="建议重新办理期限",
                    ),
                ),
                (
                    "receipt_workdays",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：个工作日；缺省 3；可设 1—10。",
                        null=True,
                        verbose_name="催办回执期限",
                    ),
                ),
                (
                    "motion_committee_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 15；可设 1—30。",
                        null=True,
                        verbose_name="闭会期间议案交委员会期限",
                    ),
                ),
                (
                    "motion_opinion_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 30；可设 5—90。",
                        null=True,
                        verbose_name="委员会审议议案期限",
                    ),
                ),
                (
                    "amber_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 5；可设 1—30。",
                        null=True,
                        verbose_name="到期前亮黄灯",
                    ),
                ),
                (
                    "duty_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 15；可设 0—60。",
                        null=True,
                        verbose_name="代表每年履职天数",
                    ),
                ),
                (
                    "receptions_per_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：次；缺省 1；可设 0—24。",
                        null=True,
                        verbose_name="代表每年接待次数",
                    ),
                ),
                (
                    "household_links",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：户；缺省 3；可设 0—20。",
                        null=True,
                        verbose_name="代表联系户数",
                    ),
                ),
                (
                    "reflections_per_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：篇；缺省 1；可设 0—12。",
                        null=True,
                        verbose_name="代表每年学习心得",
                    ),
                ),
                (
                    "speech_full_first",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="全体会议第一次发言",
                    ),
                ),
                (
                    "speech_full_again",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="全体会议第二次起发言",
                    ),
                ),
                (
                    "speech_delegation_first",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="代表团会议第一次发言",
                    ),
                ),
                (
                    "speech_delegation_again",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="代表团会议第二次起发言",
                    ),
                ),
                (
                    "speech_presidium_first",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="主席团会议第一次发言",
                    ),
                ),
                (
                    "speech_presidium_again",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="主席团会议第二次起发言",
                    ),
                ),
                (
                    "speech_other_first",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="其他会议第一次发言",
                    ),
                ),
                (
                    "speech_other_again",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：分钟；缺省 0；可设 0—240。",
                        null=True,
                        verbose_name="其他会议第二次起发言",
                    ),
                ),
                (
                    "few_activities",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：次；缺省 2；可设 0—50。",
                        null=True,
                        verbose_name="闭会活动一年少于几次算少",
                    ),
                ),
                (
                    "low_attendance",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：%；缺省 80；可设 0—100。",
                        null=True,
                        verbose_name="出席率低于多少算低",
                    ),
                ),
                (
                    "late_leave_days",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：天；缺省 0；可设 0—30。",
                        null=True,
                        verbose_name="会后补假期限",
                    ),
                ),
                (
                    "liberty_report_hours",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：小时；缺省 24；可设 1—24。",
                        null=True,
                        verbose_name="限制代表人身自由事项报送期限",
                    ),
                ),
                (
                    "subsidy_per_day",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="单位：元/天；缺省 0；可设 0—2000。",
                        null=True,
                        verbose_name="误工补贴标准",
                    ),
                ),
                (
                    "subsidy_decision",
                    models.CharField(
                        blank=True,
                        help_text="确定标准的常委会（主任会议）或者主席团文件；定了标准的必须填。",
                        max_length=60,
                        verbose_name="误工补贴标准的文号",
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
                        help_text="缺省：顺延到下一个工作日。",
                        max_length=20,
                        verbose_name="接待日遇节假日",
                    ),
                ),
                (
                    "weekend_counts",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：算。调休上班的周末不算。",
                        null=True,
                        verbose_name="周末也算节假日",
                    ),
                ),
                (
                    "notice_fields",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("names", "时间、地点、代表姓名"),
                            ("full", "时间、地点、代表基本情况、接待选区范围"),
                        ],
                        help_text="缺省：时间、地点、代表姓名。基本情况只写界别和选区，不写电话、住址、单位。",
                        max_length=10,
                        verbose_name="公告内容",
                    ),
                ),
                (
                    "notice_approval",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不须。选“是”的，联络员起草，镇街人大审核后才能发布。",
                        null=True,
                        verbose_name="公告须审核后发布",
                    ),
                ),
                (
                    "roll_over_holidays",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：顺延到节假日后第一个工作日（民法典第二百零三条）。",
                        null=True,
                        verbose_name="期限末日遇节假日顺延",
                    ),
                ),
                (
                    "direct_referral",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不可以，超出镇街权限的事项报区协调。",
                        null=True,
                        verbose_name="镇街可直接转办区级单位",
                    ),
                ),
                (
                    "recess_motions",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不可以。选“是”的，代表联名在闭会期间提出的议案交常委会审议；只用于设常委会的区县。",
                        null=True,
                        verbose_name="闭会期间可以提议案",
                    ),
                ),
                (
                    "small_town_interpellation",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不可以，一律十人以上（地方组织法第二十四条）。地方性法规另有规定的选“是”。",
                        null=True,
                        verbose_name="代表四十名以下的乡镇五分之一以上联名可提质询案",
                    ),
                ),
                (
                    "reply_check",
                    models.BooleanField(
                        blank=True,
                        help_text="缺省：不须。选“是”的，由交办机关审核，答非所问的退回单位修改。",
                        null=True,
                        verbose_name="单位答复先审核再送代表",
                    ),
                ),
                (
                    "reply_letters",
                    models.CharField(
                        blank=True,
                        choices=[("each", "每名代表一份"), ("lead", "送领衔代表，由其转告联名代表")],
                        help_text="缺省：每名代表一份。",
                        max_length=10,
                        verbose_name="联名建议的答复函",
                    ),
                ),
                (
                    "jurisdiction",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rules",
                        to="congress.jurisdiction",
                        verbose_name="行政区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "工作规则",
                "verbose_name_plural": "工作规则",
            },
        ),
        migrations.CreateModel(
            name="Profile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("as_of", models.DateField(verbose_name="截止日期")),
                (
                    "villages",
                    models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="行政村（社区）数"),
                ),
                (
                    "villager_groups",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="村民小组数"),
                ),
                ("households", models.PositiveIntegerField(blank=True, null=True, verbose_name="户数")),
                ("population", models.PositiveIntegerField(blank=True, null=True, verbose_name="人口数")),
                ("voters", models.PositiveIntegerField(blank=True, null=True, verbose_name="选民数")),
                ("source", models.CharField(blank=True, max_length=100, verbose_name="数据来源")),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="profiles",
                        to="congress.jurisdiction",
                        verbose_name="行政区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "基本情况",
                "verbose_name_plural": "基本情况",
                "ordering": ["jurisdiction__order", "jurisdiction", "-as_of"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "as_of"),
                        name="profile_unique",
                        violation_error_message="这一天的基本情况已经登记过。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("voters__isnull", True),
                            ("population__isnull", True),
                            ("voters__lte", models.F("population")),
                            _connector="OR",
                        ),
                        name="profile_voters_within_population",
                        violation_error_message="选民数不能多于人口数，请核对。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResultClass",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=10, verbose_name="代号")),
                ("label", models.CharField(max_length=100, verbose_name="含义")),
                (
                    "promises",
                    models.BooleanField(
                        default=False,
                        help_text="答复用这个类别的（如“正在解决”“列入计划”），要写明承诺事项和完成时限，记入承诺事项台账。",
                        verbose_name="要承诺落实",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="result_classes",
                        to="congress.jurisdiction",
                        verbose_name="所属区县",
                    ),
                ),
            ],
            options={
                "verbose_name": "办理结果类别",
                "verbose_name_plural": "办理结果类别",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "code"),
                        name="result_class_unique",
                        violation_error_message="本区已有这个代号的结果类别。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                            ("preparatory", "预备会议"),
                            ("full", "全体会议"),
                            ("delegation", "代表团会议"),
                            ("presidium", "主席团会议"),
                            ("other", "其他会议"),
                        ],
                        default="full",
                        max_length=20,
                        verbose_name="类型",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="如第一次全体会议、分团审议。", max_length=50, verbose_name="名称"
                    ),
                ),
                ("on", models.DateField(verbose_name="日期")),
                (
                    "part",
                    models.CharField(
                        choices=[("0", "全天"), ("1", "上午"), ("2", "下午"), ("3", "晚上")],
                        default="1",
                        max_length=1,
                        verbose_name="时段",
                    ),
                ),
                ("starts_at", models.TimeField(blank=True, null=True, verbose_name="开始时间")),
                ("ends_at", models.TimeField(blank=True, null=True, verbose_name="结束时间")),
                ("place", models.CharField(blank=True, max_length=100, verbose_name="地点")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetings",
                        to="congress.session",
                        verbose_name="次会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "会议",
                "verbose_name_plural": "会议",
                "ordering": ["on", "part", "order", "pk"],
                "indexes": [models.Index(fields=["on"], name="meeting_on")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("session", "on", "part", "name"),
                        name="meeting_unique",
                        violation_error_message="这次会议已经登记过同一时间的同名会议。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_at__isnull", True),
                            ("starts_at__isnull", True),
                            ("ends_at__gt", models.F("starts_at")),
                            _connector="OR",
                        ),
                        name="meeting_ends_after_start",
                        violation_error_message="结束时间应晚于开始时间。",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                ("title", models.CharField(max_length=200, verbose_name="议题")),
                (
                    "result",
                    models.TextField(blank=True, help_text="如通过的决议、表决情况。", verbose_name="结果"),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agenda",
                        to="congress.meeting",
                        verbose_name="会议",
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agenda",
                        to="congress.session",
                        verbose_name="次会议",
                    ),
                ),
            ],
            options={
                "verbose_name": "议程",
                "verbose_name_plural": "议程",
                "ordering": ["session", "order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Takeover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="上传时间"),
                ),
                ("preview", models.JSONField(blank=True, default=dict, verbose_name="预览")),
                ("asked_at", models.DateTimeField(blank=True, null=True, verbose_name="交给后台的时间")),
                ("started_at", models.DateTimeField(blank=True, null=True, verbose_name="后台开始的时间")),
                ("confirmed_at", models.DateTimeField(blank=True, null=True, verbose_name="确认时间")),
                ("failure", models.TextField(blank=True, verbose_name="失败原因")),
                ("done_at", models.DateTimeField(blank=True, null=True, verbose_name="导入时间")),
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
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="takeovers",
                        to="congress.jurisdiction",
                        verbose_name="所属区划",
                    ),
                ),
            ],
            options={
                "verbose_name": "登记表导入",
                "verbose_name_plural": "登记表导入",
                "ordering": ["-at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="TakeoverFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200, verbose_name="文件名")),
                (
                    "content",
                    models.FileField(upload_to=congress.models.takeover.private_path, verbose_name="文件"),
                ),
                (
                    "takeover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="congress.takeover",
                        verbose_name="登记表导入",
                    ),
                ),
            ],
            options={
                "verbose_name": "导入文件",
                "verbose_name_plural": "导入文件",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Term",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "number",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="登记表没有写明届次的，接收后在此补上。",
                        null=True,
                        verbose_name="届次",
                    ),
                ),
                (
                    "starts_on",
                    models.DateField(
                        blank=True, help_text="本届第一次会议之日。", null=True, verbose_name="任期起"
                    ),
                ),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="任期止")),
                (
                    "population",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="确定代表名额时的人口数（选举法第十二条）。",
                        null=True,
                        verbose_name="核定名额的人口数",
                    ),
                ),
                (
                    "minority_bonus",
                    models.BooleanField(
                        default=False,
                        help_text="经省级人大常委会决定的（选举法第十二条第三款）。",
                        verbose_name="名额另加百分之五",
                    ),
                ),
                (
                    "seat_quota",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="经确定的总名额，确定后不再变动（选举法第十四条）。",
                        null=True,
                        verbose_name="代表总名额",
                    ),
                ),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terms",
                        to="congress.jurisdiction",
                        verbose_name="所属人大",
                    ),
                ),
            ],
            options={
                "verbose_name": "届",
                "verbose_name_plural": "届",
                "ordering": ["jurisdiction__order", "jurisdiction", "-number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "number"),
                        name="term_number_unique",
                        violation_error_message="该人大已有这一届。",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__isnull", True),
                            ("starts_on__isnull", True),
                            ("ends_on__gt", models.F("starts_on")),
                            _connector="OR",
                        ),
                        name="term_ends_after_start",
                        violation_error_message="任期止日应晚于任期起日。",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="session",
            name="term",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sessions",
                to="congress.term",
                verbose_name="届",
            ),
        ),
        migrations.CreateModel(
            name="Unit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="单位全称")),
                ("short_name", models.CharField(blank=True, max_length=50, verbose_name="简称")),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("department", "政府部门"),
                            ("utility", "公共服务企业"),
                            ("local_government", "镇人民政府、街道办事处"),
                            ("court", "监察、法院、检察院"),
                            ("other", "其他"),
                        ],
                        default="department",
                        max_length=20,
                        verbose_name="类别",
                    ),
                ),
                ("contact", models.CharField(blank=True, max_length=50, verbose_name="联系人")),
                ("phone", models.CharField(blank=True, max_length=50, verbose_name="联系电话")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="排序")),
                (
                    "jurisdiction",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="units",
                        to="congress.jurisdiction",
                        verbose_name="所属区县",
                    ),
                ),
                (
                    "local",
                    models.ForeignKey(
                        blank=True,
                        help_text="镇人民政府、街道办事处填写；镇街可以直接转办给它。",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="local_units",
                        to="congress.jurisdiction",
                        verbose_name="所在镇街",
                    ),
                ),
            ],
            options={
                "verbose_name": "承办单位",
                "verbose_name_plural": "承办单位",
                "ordering": ["order", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jurisdiction", "name"),
                        name="unit_name_unique",
                        violation_error_message="本区已有同名的承办单位。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalUser",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        db_index=True,
                        error_messages={"unique": "A user with that username already exists."},
                        help_text="Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only.",
                        max_length=150,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="username",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="email address")),
                (
                    "is_staff",
                    models.BooleanField(
                        default=False,
                        help_text="Designates whether the user can log into this admin site.",
                        verbose_name="staff status",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Designates whether this user should be treated as active. Unselect this instead of deleting accounts.",
                        verbose_name="active",
                    ),
                ),
                (
                    "date_joined",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date joined"),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("district_office", "区人大代表工委"),
                            ("local_office", "镇人大、街道人大工委"),
                            ("liaison", "联络员"),
                            ("deputy", "代表"),
                            ("unit_clerk", "承办单位经办人"),
                            ("gov_office", "政府办公室"),
                            ("leader", "领导"),
                            ("sysadmin", "系统管理员"),
                            ("auditor", "审计员"),
                        ],
                        max_length=20,
                        verbose_name="角色",
                    ),
                ),
                (
                    "must_change_password",
                    models.BooleanField(
                        default=True,
                        help_text="新建或重置密码后打开，本人改过后自动关闭。",
                        verbose_name="下次登录须改密码",
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
                        verbose_name="所在区划",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="congress.unit",
                        verbose_name="承办单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "用户变更",
                "verbose_name_plural": "historical 用户",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="FormerName",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=100, verbose_name="曾用名")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_names",
                        to="congress.unit",
                        verbose_name="承办单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "曾用名",
                "verbose_name_plural": "曾用名",
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("unit", "name"),
                        name="former_name_unique",
                        violation_error_message="该曾用名已登记。",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="user",
            name="unit",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="congress.unit",
                verbose_name="承办单位",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.UniqueConstraint(
                fields=("term", "body", "number"),
                name="session_number_unique",
                violation_error_message="本届已有这次会议。",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("jurisdiction__isnull", False), ("role__in", ["sysadmin", "auditor"]), _connector="OR"
                ),
                name="user_has_jurisdiction",
                violation_error_message="请选择所在区划（系统管理员、审计员除外）。",
            ),
        ),
        migrations.AddConstraint(
            model_name="user",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("unit__isnull", False), models.Q(("role", "unit_clerk"), _negated=True), _connector="OR"
                ),
                name="unit_clerk_has_unit",
                violation_error_message="承办单位经办人必须选择所属单位。",
            ),
        ),
    ]
