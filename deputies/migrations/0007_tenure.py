"""What happens to seats within their term, vacancies, and where deputies have worked."""

import congress.clock
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("congress", "0002_sessions_and_profiles"),
        ("deputies", "0006_structure"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
            ],
            options={
                "verbose_name": "工作经历",
                "verbose_name_plural": "工作经历",
                "ordering": [models.OrderBy(models.F("starts_on"), descending=True, nulls_last=True), "-pk"],
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
            ],
            options={
                "verbose_name": "人大职务",
                "verbose_name_plural": "人大职务",
                "ordering": ["seat", "starts_on", "pk"],
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
            ],
            options={
                "verbose_name": "暂停执行职务",
                "verbose_name_plural": "暂停执行职务",
                "ordering": ["starts_on", "pk"],
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
            ],
            options={
                "verbose_name": "出缺",
                "verbose_name_plural": "出缺",
                "ordering": ["-seat__ends_on", "pk"],
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
                ("at", models.DateTimeField(default=congress.clock.now, editable=False, verbose_name="时间")),
                ("note", models.TextField(blank=True, verbose_name="说明")),
            ],
            options={
                "verbose_name": "办理记录",
                "verbose_name_plural": "办理记录",
                "ordering": ["at", "pk"],
                "abstract": False,
            },
        ),
        migrations.RemoveConstraint(
            model_name="seat",
            name="seat_unique",
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
        migrations.AddField(
            model_name="historicalseat",
            name="announced_on",
            field=models.DateField(blank=True, null=True, verbose_name="公告日期"),
        ),
        migrations.AddField(
            model_name="historicalseat",
            name="confirmation",
            field=models.CharField(
                blank=True,
                help_text="公布代表名单的文号（选举法第四十七条）。",
                max_length=60,
                verbose_name="资格确认公告文号",
            ),
        ),
        migrations.AddField(
            model_name="historicalseat",
            name="confirmed_on",
            field=models.DateField(blank=True, null=True, verbose_name="资格确认日期"),
        ),
        migrations.AddField(
            model_name="historicalseat",
            name="decided_by",
            field=models.CharField(
                blank=True,
                help_text="接受辞职、通过罢免或者听取报告的机关，可以写到第几次会议。",
                max_length=60,
                verbose_name="接受或者决定的机关",
            ),
        ),
        migrations.AddField(
            model_name="seat",
            name="announced_on",
            field=models.DateField(blank=True, null=True, verbose_name="公告日期"),
        ),
        migrations.AddField(
            model_name="seat",
            name="confirmation",
            field=models.CharField(
                blank=True,
                help_text="公布代表名单的文号（选举法第四十七条）。",
                max_length=60,
                verbose_name="资格确认公告文号",
            ),
        ),
        migrations.AddField(
            model_name="seat",
            name="confirmed_on",
            field=models.DateField(blank=True, null=True, verbose_name="资格确认日期"),
        ),
        migrations.AddField(
            model_name="seat",
            name="decided_by",
            field=models.CharField(
                blank=True,
                help_text="接受辞职、通过罢免或者听取报告的机关，可以写到第几次会议。",
                max_length=60,
                verbose_name="接受或者决定的机关",
            ),
        ),
        migrations.AddConstraint(
            model_name="seat",
            constraint=models.UniqueConstraint(
                condition=models.Q(("status__in", ("elected", "confirmed", "suspended"))),
                fields=("deputy", "term"),
                name="seat_unique",
                violation_error_message="这名代表在本届已有任职记录。",
            ),
        ),
        migrations.AddField(
            model_name="employment",
            name="deputy",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="employments",
                to="deputies.deputy",
                verbose_name="代表",
            ),
        ),
        migrations.AddField(
            model_name="seatpost",
            name="seat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="posts",
                to="deputies.seat",
                verbose_name="代表",
            ),
        ),
        migrations.AddField(
            model_name="suspension",
            name="seat",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="suspensions",
                to="deputies.seat",
                verbose_name="代表",
            ),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="filled_by",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="fills",
                to="deputies.seat",
                verbose_name="补选产生的代表",
            ),
        ),
        migrations.AddField(
            model_name="vacancy",
            name="seat",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="vacancy",
                to="deputies.seat",
                verbose_name="原代表",
            ),
        ),
        migrations.AddField(
            model_name="vacancyevent",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="经办人",
            ),
        ),
        migrations.AddField(
            model_name="vacancyevent",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="events",
                to="deputies.vacancy",
                verbose_name="出缺",
            ),
        ),
        migrations.AddConstraint(
            model_name="employment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="employment_ends_after_start",
                violation_error_message="到任日期应晚于原工作的到任日期。",
            ),
        ),
        migrations.AddConstraint(
            model_name="employment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on__isnull", True)),
                fields=("deputy",),
                name="employment_one_open",
                violation_error_message="这名代表已有一份现在的工作。",
            ),
        ),
        migrations.AddConstraint(
            model_name="seatpost",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True),
                    ("starts_on__isnull", True),
                    ("ends_on__gte", models.F("starts_on")),
                    _connector="OR",
                ),
                name="seat_post_ends_after_start",
                violation_error_message="任职止日不能早于任职起日。",
            ),
        ),
        migrations.AddConstraint(
            model_name="seatpost",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on__isnull", True)),
                fields=("seat", "post"),
                name="seat_post_one_open",
                violation_error_message="这名代表已在担任这一职务。",
            ),
        ),
        migrations.AddConstraint(
            model_name="suspension",
            constraint=models.CheckConstraint(
                condition=models.Q(("ground__in", ["custody", "serving"])),
                name="suspension_ground_known",
                violation_error_message="暂停的情形不在代表法第六十一条所列范围内。",
            ),
        ),
        migrations.AddConstraint(
            model_name="suspension",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on__isnull", True), ("ends_on__gte", models.F("starts_on")), _connector="OR"
                ),
                name="suspension_ends_after_start",
                violation_error_message="恢复执行职务之日应晚于暂停之日。",
            ),
        ),
        migrations.AddConstraint(
            model_name="suspension",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ends_on__isnull", True)),
                fields=("seat",),
                name="suspension_one_open",
                violation_error_message="这名代表已在暂停执行职务。",
            ),
        ),
        migrations.AddConstraint(
            model_name="vacancy",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["open", "scheduled", "filled", "left"])),
                name="vacancy_status_known",
                violation_error_message="状态不在可选范围内。",
            ),
        ),
        migrations.AddConstraint(
            model_name="vacancy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "scheduled"), _negated=True),
                    ("by_election_on__isnull", False),
                    _connector="OR",
                ),
                name="vacancy_scheduled_has_day",
                violation_error_message="已定补选的，要有补选之日。",
            ),
        ),
        migrations.AddConstraint(
            model_name="vacancy",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("filled_by__isnull", False), ("status", "filled")),
                    models.Q(models.Q(("status", "filled"), _negated=True), ("filled_by__isnull", True)),
                    _connector="OR",
                ),
                name="vacancy_filled_has_seat",
                violation_error_message="已补选的，要有补选产生的代表。",
            ),
        ),
    ]
