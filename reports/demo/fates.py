"""What can become of a matter. Each function walks one to its end, or to today."""

from functools import partial

from congress.enums import Satisfaction
from reception import workflow
from reception.enums import Outcome
from reports.demo.proposed import Proposed


def handled(walk, *, code="A", rating=Satisfaction.SATISFIED, reply_after=12, co_units=(), extend=False):
    """The ordinary way: referred, replied, answered, surveyed, closed."""
    walk.triage()
    walk.later(1).send(co_units=co_units)
    walk.later(2).accept()
    walk.later(6).plan()
    if extend:
        walk.later(4).extend()
    walk.later(reply_after).reply(code)
    finish(walk, rating)


def finish(walk, rating=Satisfaction.SATISFIED):
    """From the unit's reply to the end."""
    walk.later(1).copy()
    walk.later(3).answer()
    walk.later(5).survey(rating)
    if rating != Satisfaction.DISSATISFIED:
        walk.close()


def promised(walk, **fields):
    """The unit promises the rest."""
    handled(walk, code="B", **fields)
    see_to(walk)


def see_to(walk):
    """What was promised: of six, one is followed up, the others kept, and all voters but one told so."""
    walk.later(40)
    if walk.opinion.serial % 6 == 3:
        walk.follow_up()
    walk.keep()
    if walk.opinion.serial % 6 != 5:
        walk.later(2).tell_voter()


def basically(walk):
    promised(walk, rating=Satisfaction.BASICALLY, reply_after=16)


def late(walk):
    """The unit replies after its due date."""
    promised(walk, rating=Satisfaction.BASICALLY, reply_after=33)


def joined(walk):
    """A second unit joins."""
    handled(walk, co_units=("区城管局",) if walk.matter.unit else ())


def extended(walk):
    """The unit asks for time and gets it."""
    promised(walk, reply_after=28, extend=True)


def redone(walk):
    """The voter is dissatisfied; handled again, he is."""
    handled(walk, code="C", rating=Satisfaction.DISSATISFIED)
    walk.later(1).redo()
    walk.later(2).accept()
    walk.later(15).reply("B")
    finish(walk, Satisfaction.BASICALLY)
    see_to(walk)


def reopened(walk):
    """Closed, then taken up again; the reopened matter is answered once more."""
    handled(walk)
    walk.later(40).reopen()
    walk.later(1).send()
    walk.later(2).accept()
    walk.later(12).reply("A")
    finish(walk)


def returned(walk):
    """The first unit gives the matter back; another one takes it."""
    walk.triage()
    walk.later(1).send("区住建局")
    walk.later(3).return_to_office("道路由区交通局管养，不属我局职责。")
    walk.later(1).decide_return(agree=True)
    walk.later(1).send(walk.matter.unit or "区交通局")
    walk.later(2).accept()
    walk.later(14).reply("A")
    finish(walk)


def return_refused(walk):
    """The unit wants to give the matter back and has to keep it."""
    walk.triage()
    walk.later(1).send()
    walk.later(2).return_to_office("人手不足，建议由镇里处理。")
    walk.later(1).decide_return(agree=False)
    walk.later(1).accept()
    walk.later(18).reply("B")
    finish(walk, Satisfaction.BASICALLY)
    see_to(walk)


def explained(walk):
    walk.triage()
    walk.take(workflow.explain, note="当场讲清政策，来访人表示理解。")
    walk.later(4).survey()
    walk.close()


def settled(walk):
    walk.triage()
    walk.take(workflow.explain, note="当场联系村里派人修好。", outcome=Outcome.SETTLED)
    walk.later(4).survey()
    walk.close()


def not_accepted(walk):
    walk.triage()
    walk.take(workflow.not_accept, note="已进入诉讼程序，告知向区人民法院申请执行（诉讼服务中心）。")
    walk.later(1).close("已当面告知去向。")


def converted(walk, until="told"):
    """Becomes a suggestion, which goes its way as far as ``until``; the voter is told at each end."""
    walk.triage()
    way = Proposed(walk)
    way.draft()
    walk.later(2).inform()
    if until == "draft":
        return
    walk.later(6)
    way.submit()
    if until == "submitted":
        return
    walk.later(3)
    way.accept()
    if until == "accepted":
        return
    walk.later(1)
    way.assign()
    if until == "assigned":
        return
    walk.later(4)
    way.take_on()
    walk.later(40)
    way.reply()
    walk.later(3).answer()
    walk.later(5).survey()
    walk.close()
    walk.later(1)
    way.close()
    way.roll_over()


drafted, handed_in, numbered, assigned = (
    partial(converted, until=until) for until in ("draft", "submitted", "accepted", "assigned")
)


def merged(walk):
    """Waits for the next matter of the place, which it is merged into."""


def with_twin(walk, twin):
    """Handled together with ``twin``, an earlier matter of the place; both voters are answered."""
    walk.triage()
    walk.later(1).send()
    twin.day = walk.day
    twin.take(workflow.merge, into=walk.opinion)
    walk.later(2).accept()
    walk.later(14).reply()
    walk.later(1).copy()
    walk.later(3).answer()
    twin.day = walk.day
    twin.answer()
    walk.later(5).survey()
    walk.close()
    twin.day = walk.day
    twin.survey()
    twin.close()


def withdrawn(walk):
    walk.take(workflow.withdraw, note="来访人说问题已经自行解决。")


def untouched(walk):
    """Referred, and the unit does nothing."""
    walk.triage()
    walk.later(1).send()


# The fates of the year's matters, in the order in which they are received; the ordinary ones lie between.
SPECIAL = {
    3: explained, 5: basically, 7: converted, 9: returned, 11: settled, 13: basically, 15: redone,
    17: explained, 19: not_accepted, 20: merged, 22: converted, 24: joined, 26: basically, 28: extended,
    30: explained, 32: late, 34: converted, 36: return_refused, 38: basically, 40: reopened, 42: explained,
    44: not_accepted, 46: merged, 47: converted, 49: redone, 51: joined, 53: basically, 55: withdrawn,
    57: explained, 59: converted, 61: late, 63: basically, 65: settled, 67: converted, 69: not_accepted,
    71: explained, 73: extended, 75: basically, 77: joined, 79: late,
}  # fmt: skip
ANONYMOUS = {8, 27, 41, 58, 72}
