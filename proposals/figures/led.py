"""What each deputy put forward: led, co-signed, and how what he led was handled."""

from django.db.models import Q

from congress import figures
from proposals.figures import counted, handled


SEATS = frozenset({"seat"})


def _number(name, label, rule, source, where=lambda period: Q()):
    return figures.Figure(f"proposals.{name}", label, "件", rule, source, where=where, lenses=SEATS)


def _kinds(name, source, word, subject):
    """All of them, the motions, the suggestions."""
    yield _number(name, f"{word}件数", f"{subject}，交办日期在统计期内的议案建议件数。", source)
    for kind, where, of in (
        ("motions", counted.MOTION, "议案"),
        ("suggestions", counted.SUGGESTION, "建议"),
    ):
        yield _number(
            f"{kind}_{name}",
            f"{word}{of}件数",
            f"{subject}，交办日期在统计期内的{of}件数。",
            source,
            lambda period, where=where: where,
        )


figures.register(
    *_kinds("led", counted.proposals, "领衔", "本级人大的议案建议中本人领衔"),
    *_kinds("cosigned", counted.cosigned, "联名", "本级人大的议案建议中本人联名（附议），领衔的不重复计"),
    *handled.rows("led_", SEATS, "proposals.led", "本人领衔的议案建议"),
)
