"""What the presidium decides on, walked to a status by real steps; and questions.

A county's congress, for a town's has neither committees nor a standing committee.
"""

from dataclasses import replace

from django.core.files.uploadedfile import SimpleUploadedFile

from congress import clock
from congress.models import Session
from deputies.models import Seat
from proposals import workflow
from proposals.enums import Body, Mode, ProposalKind, ProposalStatus, RecallPost
from tests.factories.congress import OfficeRulesFactory
from tests.factories.deputies import SeatFactory
from tests.factories.proposals import assignment_of, category, cosigners, drafted, sitting_now
from tests.factories.reception.people import people


S = ProposalStatus
K = ProposalKind
# What a deputy writes of each kind.
TOLD = {
    K.MOTION: {"title": "关于修路的议案", "subject": "修路", "grounds": "坏了两年", "plan": "列入年度计划"},
    K.INTERPELLATION: {"title": "关于停水的质询案", "subject": "停水", "text": "为什么连停三天？"},
    K.INQUIRY: {"title": "关于预算的询问", "text": "教育支出为什么下降？"},
    K.RECALL: {
        "title": "关于罢免某某的罢免案",
        "person": "某某，区教育局局长",
        "post": RecallPost.GOVERNMENT,
        "grounds": "失职",
    },
}
# At which the kinds other than a motion are found on the road.
INTERPELLATIONS = (S.TO_ANSWER, S.ANSWERED)
ROAD = (
    *(S.PRESIDIUM_DECISION, S.ON_AGENDA, S.VOTED, S.TO_COMMITTEE, S.REPORTED, S.COMMITTEE_DECISION),
    *INTERPELLATIONS,
)


def county_people():
    """The people of a town, whose deputy sits in the district's congress, and the district's office."""
    who = people()
    district = who.town.district
    return replace(who, office=who.district_office, seat=SeatFactory(jurisdiction=district, with_user=True))


def written(who, kind, *, signers=10, others=None, **fields):
    """A proposal of ``kind`` that ``signers`` deputies signed, or ``others``, while the congress sits."""
    place = who.seat.term.jurisdiction
    if not Session.objects.filter(term=who.seat.term, number=5).exists():
        sitting_now(who.seat.term)
    if kind in (K.INTERPELLATION, K.INQUIRY):
        fields.setdefault("organ", f"{place.name}人民政府")
    draft = drafted(who, **{"text": "", "kind": kind, **TOLD[kind], **fields})
    others = cosigners(who.seat, signers - 1) if others is None else others
    if others:
        workflow.invite(draft, by=who.deputy, seats=others)
    for row in draft.sponsorships.filter(seat__in=others):
        workflow.confirm(row, by=row.seat.deputy.user)
    return draft


def accepted(who, kind, **fields):
    draft = written(who, kind, **fields)
    workflow.submit(draft, by=who.deputy)
    workflow.accept(draft, by=who.office, category=category())
    return draft


def of_recess(who):
    """A motion that was put and accepted in recess, as the office's rules allow."""
    OfficeRulesFactory(jurisdiction=who.seat.term.jurisdiction, recess_motions=True)
    session = sitting_now(who.seat.term)
    session.starts_on = session.ends_on = clock.today().replace(month=1)
    session.save()
    return accepted(who, K.MOTION)


def everybody(who):
    """How many deputies the congress has."""
    return Seat.objects.filter(term=who.seat.term).in_office(clock.today()).count()


def today(**fields):
    return {"held_on": clock.today(), **fields}


def _vote(proposal, who):
    count = everybody(who)
    workflow.vote(proposal, by=who.office, **today(present=count, in_favour=count, against=0, abstained=0))


def ask(proposal, who):
    """All who signed agree to take it back."""
    workflow.ask_withdrawal(proposal, by=who.deputy, note="已经解决")
    for row in proposal.sponsorships.filter(withdrawal="asked"):
        workflow.agree(row, by=row.seat.deputy.user)
    proposal.refresh_from_db()


def _decide_withdrawal(verb):
    def walk(proposal, who):
        ask(proposal, who)
        verb(proposal, by=who.office, **today(note="已无必要"))

    return walk


def _judge(proposal, who, *, satisfied=True):
    workflow.judge(proposal, by=who.deputy, satisfied=satisfied)


def _demand(proposal, who):
    """Half of those who signed are not satisfied."""
    signed = [row.seat.deputy.user for row in proposal.sponsorships.confirmed()]
    for deputy in signed[: -(-len(signed) // 2)]:
        workflow.judge(proposal, by=deputy, satisfied=False)
    workflow.demand_again(proposal, by=who.deputy)


def _answer(proposal, who):
    told = today(mode=Mode.ORAL, body=Body.PRESIDIUM, speaker="李区长", text="因为检修。")
    workflow.answer(proposal, by=who.office, **told)


def _assign(proposal, who):
    unit = who.unit
    workflow.assign(proposal, by=who.office, lead=unit)
    return assignment_of(proposal)


def by_office(verb, **fields):
    return lambda proposal, who: verb(proposal, by=who.office, **today(**fields))


ROAD_WALK = {
    "present": lambda proposal, who: workflow.present(proposal, by=who.office),
    "put_on_agenda": by_office(workflow.put_on_agenda),
    "send_to_committee": by_office(workflow.send_to_committee, committee="城乡建设环境资源委员会"),
    "report": by_office(workflow.report, text="建议列入议程"),
    "decide": by_office(workflow.decide, adopted=True, document_number="云人常〔2025〕6号"),
    "convert": by_office(workflow.convert, note="属于政府日常工作"),
    "vote": _vote,
    "defend": by_office(workflow.defend, mode=Mode.WRITTEN, text="情况不实"),
    "ask_presidium": ask,
    "consent_withdrawal": _decide_withdrawal(workflow.consent_withdrawal),
    "refuse_withdrawal": _decide_withdrawal(workflow.refuse_withdrawal),
    "order_answer": by_office(workflow.order_answer, mode=Mode.ORAL, body=Body.PRESIDIUM),
    "answer": _answer,
    "judge": _judge,
    "demand_again": _demand,
    "conclude": lambda proposal, who: workflow.conclude(proposal, by=who.office),
}
# How each status of the road is reached: (the status before, the step).
ROAD_PATHS = {
    S.PRESIDIUM_DECISION: (S.ACCEPTED, "present"),
    S.ON_AGENDA: (S.PRESIDIUM_DECISION, "put_on_agenda"),
    S.VOTED: (S.ON_AGENDA, "vote"),
    S.TO_COMMITTEE: (S.PRESIDIUM_DECISION, "send_to_committee"),
    S.REPORTED: (S.TO_COMMITTEE, "report"),
    S.COMMITTEE_DECISION: (S.REPORTED, "decide"),
    S.TO_ANSWER: (S.PRESIDIUM_DECISION, "order_answer"),
    S.ANSWERED: (S.TO_ANSWER, "answer"),
}
# A recall goes to a committee of inquiry from the agenda alone.
RECALL_PATHS = {**ROAD_PATHS, S.TO_COMMITTEE: (S.ON_AGENDA, "send_to_committee")}
INQUIRY_PATHS = {S.ANSWERED: (S.ACCEPTED, "answer")}


def walk(name, proposal, who):
    """Take the road's step ``name`` as the person whose task it is."""
    ROAD_WALK[name](proposal, who)
    proposal.refresh_from_db()
    return proposal


def road_at(status, who=None, kind=None, **fields):
    """What walked to ``status`` of the road: a motion, or what else gets there."""
    who = who or county_people()
    kind = kind or (K.INTERPELLATION if status in INTERPELLATIONS else K.MOTION)
    if status == S.ACCEPTED:
        return accepted(who, kind, **fields)
    before, step = {K.RECALL: RECALL_PATHS, K.INQUIRY: INQUIRY_PATHS}.get(kind, ROAD_PATHS)[status]
    return walk(step, road_at(before, who, kind, **fields), who)


def road_of_everybody(who):
    """A town's motions on the road and an interpellation that was answered, for who meets them."""
    others = cosigners(who.seat, 9)
    motion = {"kind": K.MOTION, "others": others[:4]}
    agenda = road_at(S.PRESIDIUM_DECISION, who, **motion)
    paper = SimpleUploadedFile("纪要.pdf", b"%PDF-1.7")
    workflow.put_on_agenda(agenda, by=who.office, **today(paper=paper))
    return {
        "proposal_motion_accepted": road_at(S.ACCEPTED, who, **motion),
        "proposal_motion_presidium": road_at(S.PRESIDIUM_DECISION, who, **motion),
        "proposal_motion_agenda": agenda,
        "proposal_interpellation": road_at(S.ANSWERED, who, others=others),
        "proceeding": agenda.proceedings.get(),
    }
