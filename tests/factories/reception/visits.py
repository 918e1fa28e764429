"""Visits, received and registered."""

from congress import clock
from reception import intake, personal_data
from reception.enums import Channel
from reception.models import Disclosure


def visit_of(who, *, seats=None, opinions=1, draft=False, on=None, visitor=None, **visit_data):
    """A visit with ``opinions`` matters, received by the deputy of ``who`` and registered by the liaison."""
    return intake.receive(
        by=who.liaison,
        jurisdiction=who.town,
        visitor_data=visitor or {"name": "张三", "phone": "13800001234"},
        visit_data={
            "date": on or clock.today(),
            "channel": Channel.WALK_IN,
            "deputies": [who.seat] if seats is None else seats,
            **visit_data,
        },
        opinions=[{"title": f"路灯不亮{n}", "words": "路灯坏了半个月。"} for n in range(opinions)],
        draft=draft,
    )


def data_traces(visitor, who):
    """``disclosure``: somebody looked at the visitor's data; ``data_change``: somebody corrected them."""
    changed = {"reason": "来电更正", "phone": "13800009999"}
    return {
        "disclosure": Disclosure.objects.create(visitor=visitor, by=who.liaison, reason="核实地址"),
        "data_change": personal_data.correct(visitor, by=who.liaison, **changed),
    }
