import congress.clock
import django.db.models.deletion
import simple_history.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0009_mapping_of_office"),
        ("deputies", "0013_event_moments"),
        ("reception", "0004_taken_over"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            },
        ),
        migrations.AddConstraint(
            model_name="receptionplan",
            constraint=models.UniqueConstraint(
                fields=("jurisdiction", "year"),
                name="reception_plan_unique",
                violation_error_message="这一年的接待日安排已经编制。",
            ),
        ),
        migrations.AddConstraint(
            model_name="receptionplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["draft", "adopted"])),
                name="reception_plan_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ),
        migrations.AddConstraint(
            model_name="planadjustment",
            constraint=models.UniqueConstraint(
                fields=("plan", "place", "rule_date"),
                name="plan_adjustment_unique",
                violation_error_message="这一天已经调整过。",
            ),
        ),
        migrations.AddConstraint(
            model_name="receptionrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("valid_until__isnull", True),
                    ("valid_until__gte", models.F("valid_from")),
                    _connector="OR",
                ),
                name="reception_rule_until_after_from",
                violation_error_message="适用到的日期不能早于适用起的日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="receptionrule",
            constraint=models.CheckConstraint(
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
        ),
    ]
