"""How often a deputy spoke at the congress (domain.md B60); what he said is read by few."""

from congress import figures
from congress.enums import SessionBody
from deputies.models import Speech


def _speeches(period):
    return Speech.objects.counted().filter(
        meeting__on__range=period.days, meeting__session__body=SessionBody.CONGRESS
    )


speeches = figures.Source(
    "speeches",
    rows=_speeches,
    template="deputies/_speech_evidence.html",
    seat="seat",
    related=("meeting__session__term__jurisdiction",),
    told=lambda speech: ("", speech.meeting.on),
)

figures.register_section("sessions", "会议发言")
figures.register(
    figures.Figure(
        "sessions.speeches",
        "发言次数",
        "次",
        "本级人代会各场会议上登记的审议发言、大会发言、询问和质询次数（代表法第十九条、第二十条）。",
        speeches,
        lenses=frozenset({"seat"}),
    ),
)
