"""Presidium, ballot, conversion, answers and withdrawal (地方组织法 22-25, 31; 代表法 15, 20)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from congress import clock
from congress.figures import Period
from congress.workflow import StepNotAvailable
from proposals import road_rules, workflow
from proposals.enums import Mode, ProposalKind, RecallPost
from proposals.enums import ProposalStatus as S
from proposals.models import Proposal
from proposals.statistics import DIMENSIONS, Question, table_of
from tests.factories.proposals import cosigners
from tests.factories.road import accepted, ask, county_people, everybody, road_at, today, walk


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
K = ProposalKind


def on_agenda(who, **fields):
    """A town's motion; fifteen deputies in all."""
    motion = road_at(S.ON_AGENDA, who, K.MOTION, signers=5, **fields)
    cosigners(who.seat, 15 - everybody(who))
    return motion


def counts(**fields):
    return today(**{"present": 12, "in_favour": 8, "against": 2, "abstained": 1, **fields})


@pytest.mark.parametrize(("in_favour", "adopted"), [(7, False), (8, True)])
def test_more_than_half_of_all_deputies_adopt(in_favour, adopted, who):
    """Seven of twelve present are no majority of fifteen (地方组织法第二十五条)."""
    motion = on_agenda(who)
    event = workflow.vote(motion, by=who.office, **counts(in_favour=in_favour))
    act = motion.proceedings.last()
    assert (motion.status, motion.adopted, act.adopted, act.all_deputies) == (S.VOTED, adopted, adopted, 15)
    outcome = "通过" if adopted else "未获通过"
    assert event.note == (
        f"大会3月20日表决{outcome}：全体代表15名，出席12名，赞成{in_favour}票，反对2票，弃权1票。"
    )


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"present": 16}, "3月20日在任代表共15名，出席不能有16名，请核对名册或者人数。"),
        (
            {"present": 9, "against": 0},
            "全体代表15名，出席9名，不足三分之二（10名），不能举行会议（地方组织法第十四条）。",
        ),
        ({"in_favour": 10}, "赞成、反对、弃权共13票，多于出席的12名代表，请核对。"),
        ({"held_on": clock.today() + timedelta(9999)}, "日期不能晚于今天。"),
    ],
)
def test_counts_that_cannot_be_are_refused(told, sentence, who):
    motion = on_agenda(who)
    with pytest.raises(ValidationError) as refusal:
        workflow.vote(motion, by=who.office, **counts(**told))
    assert refusal.value.messages == [sentence]
    motion.refresh_from_db()
    assert (motion.status, motion.proceedings.count()) == (S.ON_AGENDA, 1)


def test_motion_that_was_adopted_is_given_to_a_unit_one_that_was_not_is_filed(who):
    others = cosigners(who.seat, 14)
    adopted, refused = (on_agenda(who, others=others[:4]) for _ in range(2))
    workflow.vote(adopted, by=who.office, **counts())
    workflow.vote(refused, by=who.office, **counts(in_favour=1))
    offered = [[step.name for step in workflow.offered(motion, who.office)] for motion in (adopted, refused)]
    assert offered == [["assign", "conclude"], ["conclude"]]
    workflow.assign(adopted, by=who.office, lead=who.unit)
    assert adopted.status == S.ASSIGNED


def test_motion_is_not_assigned_before_the_presidium_has_decided(who):
    motion = accepted(who, K.MOTION, signers=5)
    assert not road_rules.may_be_assigned(who.office, motion)
    assert [step.name for step in workflow.offered(motion, who.office)] == ["present", "merge"]


def test_motion_that_becomes_a_suggestion_keeps_its_number(who):
    others = cosigners(who.seat, 4)
    motion = road_at(S.PRESIDIUM_DECISION, who, K.MOTION, others=others)
    event = workflow.convert(motion, by=who.office, **today(note="属于政府日常工作"))
    assert event.note == (
        "第九届五次会议第1号议案“关于修路的议案”转为建议、批评和意见，编为第九届五次会议第1号建议"
        "（主席团会议，3月20日）。属于政府日常工作"
    )
    assert (motion.kind, motion.status, motion.number) == (
        K.SUGGESTION,
        S.ACCEPTED,
        "第九届五次会议第1号",
    )
    assert (motion.motion_number, motion.text) == (
        "第九届五次会议第1号议案",
        "修路\n\n坏了两年\n\n列入年度计划",
    )
    # The number is not given twice.
    assert accepted(who, K.MOTION, others=others).number == "第九届五次会议第2号"
    workflow.assign(motion, by=who.office, lead=who.unit)
    assert motion.status == S.ASSIGNED


def test_town_has_no_committees(who):
    motion = road_at(S.PRESIDIUM_DECISION, who, K.MOTION, signers=5)
    assert [step.name for step in workflow.offered(motion, who.office)] == ["put_on_agenda", "convert"]


def test_withdrawal_from_the_agenda_needs_all_signers_and_the_presidium(who):
    """代表法第十五条."""
    motion = on_agenda(who)
    with pytest.raises(StepNotAvailable):
        workflow.withdraw(motion, by=who.deputy, note="已经解决")
    ask(motion, who)
    assert (motion.status, motion.withdrawal_asked_on) == (S.ON_AGENDA, clock.today())
    workflow.refuse_withdrawal(motion, by=who.office, **today(note="仍须审议"))
    assert (motion.status, motion.withdrawal_asked_on, motion.withdrawal_note) == (S.ON_AGENDA, None, "")

    ask(motion, who)
    event = workflow.consent_withdrawal(motion, by=who.office, **today())
    assert event.note == "主席团3月20日同意撤回，会议对该项议案的审议终止。"
    assert motion.status == S.WITHDRAWN


def test_half_of_who_put_an_interpellation_ask_for_a_second_answer(who):
    case = road_at(S.ANSWERED, who, K.INTERPELLATION)
    deputies = [row.seat.deputy.user for row in case.sponsorships.confirmed()]
    for deputy in deputies[:4]:
        workflow.judge(case, by=deputy, satisfied=False)
    with pytest.raises(ValidationError, match="提出质询案的代表10名，不满意的4名，不到半数"):
        workflow.demand_again(case, by=who.deputy)
    # Who changes his mind is counted once.
    workflow.judge(case, by=deputies[3], satisfied=True)
    for deputy in deputies[3:5]:
        workflow.judge(case, by=deputy, satisfied=False)
    workflow.demand_again(case, by=who.deputy)
    assert (case.status, case.round) == (S.TO_ANSWER, 2)

    walk("answer", case, who)
    assert [act.called for act in case.proceedings.all()] == ["交由答复", "答复", "再次答复"]
    assert road_rules.opinions_of(case) == (10, 0, 0)
    counted = table_of(Question(who.office, Period.of_year(2025)), DIMENSIONS["kind"]).total.values
    assert (counted["taken"], counted["redone"]) == (1, 0)


def test_oral_answer_names_its_meeting(who):
    case = road_at(S.TO_ANSWER, who, K.INTERPELLATION)
    with pytest.raises(ValidationError, match="口头的，请选择在哪个会议"):
        workflow.answer(case, by=who.office, **today(mode=Mode.ORAL, speaker="李镇长", text="因为检修。"))
    assert case.proceedings.count() == 1


def test_question_is_answered_as_soon_as_it_is_registered(who):
    question = accepted(who, K.INQUIRY, signers=1)
    walk("answer", question, who)
    assert (question.status, question.replied_on) == (S.ANSWERED, clock.today())


def test_recall_of_the_chief_procurator_needs_a_higher_approval():
    """地方组织法第十三条."""
    who = county_people()
    recall = road_at(S.ON_AGENDA, who, K.RECALL, signers=3, post=RecallPost.PROCURATORATE)
    event = workflow.vote(recall, by=who.office, **today(present=3, in_favour=3, against=0, abstained=0))
    assert "无记名投票通过" in event.note
    assert "须报经上一级人民检察院检察长提请该级人大常委会批准。" in event.note


def test_government_reads_no_recall_and_no_interpellation():
    who = county_people()
    motion = accepted(who, K.MOTION)
    others = [row.seat for row in motion.sponsorships.confirmed() if not row.leads]
    accepted(who, K.RECALL, others=others)
    accepted(who, K.INTERPELLATION, others=others)
    assert [*Proposal.objects.visible_to(who.gov_office)] == [motion]
