"""Who came in person."""

from django.db.models import Exists, OuterRef, Sum

from congress import figures
from reception.enums import Channel
from reception.models import Opinion, Visit


def _visits(period):
    """Visits in person whose matters were registered; who writes or calls is not received."""
    registered = Opinion.objects.registered().filter(visit=OuterRef("pk"))
    return Visit.objects.filter(Exists(registered), date__range=period.days, channel__in=Channel.in_person)


visits = figures.Source(
    "visits",
    rows=_visits,
    template="reception/_visit_evidence.html",
    seat="deputies",
    place="jurisdiction",
    related=("visitor",),
    told=lambda visit: ("", visit.date),
)

figures.register(
    figures.Figure(
        "reception.voters_received",
        "接待选民人数",
        "人次",
        "本人列为接待代表的各次来访“来访人数”之和（人次）；一人反映几件事的不重复计人；单位来访按来访人数计；"
        "几名代表共同接待的每人都计，单位统计只计一次。来信、来电、意见箱、网上和走访收到的不计。",
        visits,
        measure=lambda where: Sum("party_size", filter=where),
    ),
    figures.Figure(
        "reception.visits_received",
        "接待批次",
        "批",
        "本人列为接待代表的来访批数；一批反映几件事的不另计，单位统计只计一次。",
        visits,
    ),
)
