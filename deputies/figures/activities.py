"""Figures of what deputies did between the sessions."""

from django.db.models import Exists, FilteredRelation, OuterRef, Q, Sum

from congress import figures
from deputies.enums import ParticipationStatus
from deputies.models import Activity, ActivityKind, Participation
from deputies.models.seat import naming


SEATS = frozenset({"seat"})
PLACES = frozenset({"place"})

# The kinds that appear in every table, with 0 when nothing happened; others only when they occur.
REPORTED_KINDS = (
    "inspection",
    "study",
    "law_check",
    "training",
    "group",
    "appraisal",
    "nonvoting",
    "forum",
    "duty_report",
    "care",
    "inquiry",
)
TRAINING = "training"


def _activities(period):
    """Activities that began in the period and in which somebody verifiedly took part."""
    verified = Q(participations__status=ParticipationStatus.VERIFIED)
    taken_part = Participation.objects.verified().filter(activity=OuterRef("pk"))
    return Activity.objects.annotate(verified=FilteredRelation("participations", condition=verified)).filter(
        Exists(taken_part), starts_on__range=period.days
    )


def _participations(period):
    return Participation.objects.verified().filter(activity__starts_on__range=period.days)


activities = figures.Source(
    "activities",
    rows=_activities,
    template="deputies/_activity_evidence.html",
    seat="verified__seat",
    place="jurisdiction",
    related=("kind",),
    told=lambda activity: ("", activity.starts_on),
)
participations = figures.Source(
    "participations",
    rows=_participations,
    template="deputies/_participation_evidence.html",
    place="activity__jurisdiction",
    related=("activity__kind", *naming("seat__")),
    told=lambda entry: ("", entry.activity.starts_on),
)

figures.register_section("activities", "代表活动")

figures.register(
    figures.Figure(
        "activities.total",
        "参加活动次数",
        "次",
        "开始日期在统计期内、本人经核实参加的闭会期间活动（代表法第三章）次数；跨日活动算1次。"
        "单位统计按场数，一次活动只计1次。",
        activities,
    ),
    figures.Figure(
        "activities.by_type",
        "分类型活动次数",
        "次",
        "参加活动次数，按活动类型分别计。",
        activities,
        breakdown="kind__code",
        part_labels=lambda: dict(ActivityKind.objects.values_list("code", "name")),
        zeros=lambda: REPORTED_KINDS,
    ),
    figures.Figure(
        "activities.duty_days",
        "履职天数",
        "天",
        "上述活动“天数”之和；以天数栏为准，不按起止日期推算；天数空白计0；不含人代会和接待日。",
        activities,
        measure=lambda where: Sum("days", filter=where),
        lenses=SEATS,
    ),
    figures.Figure(
        "activities.event_days",
        "活动天数",
        "天",
        "各活动天数之和，一次活动计一次。",
        activities,
        measure=lambda where: Sum("days", filter=where),
        lenses=PLACES,
    ),
    figures.Figure(
        "activities.participations",
        "参加人次",
        "人次",
        "各活动经核实参加的席位数之和。",
        participations,
        lenses=PLACES,
    ),
    figures.Figure(
        "activities.person_days",
        "人天数",
        "人天",
        "各活动天数×参加席位数之和。",
        participations,
        measure=lambda where: Sum("activity__days", filter=where),
        lenses=PLACES,
    ),
    figures.Figure(
        "activities.trainings",
        "参加培训次数",
        "次",
        "类型为学习培训（代表法第四十七条）的活动次数。",
        activities,
        where=lambda period: Q(kind__code=TRAINING),
    ),
    figures.Figure(
        "activities.training_participations",
        "参加培训人次",
        "人次",
        "参加人次中，活动类型为学习培训的人次。",
        participations,
        where=lambda period: Q(activity__kind__code=TRAINING),
        lenses=PLACES,
    ),
)
