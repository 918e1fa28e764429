"""Giving a matter to another leading unit (改派): one act, both parts kept, both units told."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from congress.handling import HandlingStatus, UnitRole
from congress.models import Message, OfficeRules
from reception import referral_workflow, workflow
from reception.enums import OpinionStatus as Status
from tests.factories.reception import opinion_at, referral_of, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def parts(opinion):
    return [(part.unit, part.role, part.status) for part in opinion.referrals.order_by("pk")]


def told():
    return {message.recipient: message.sentence for message in Message.objects.select_related("recipient")}


def test_reassigned_matter_keeps_the_first_part_and_tells_both(who, django_capture_on_commit_callbacks):
    opinion = opinion_at(Status.PLAN_MADE, who)
    with django_capture_on_commit_callbacks(execute=True):
        workflow.reassign(opinion, by=who.office, lead=who.co_unit, note="路灯归城管")
    assert parts(opinion) == [
        (who.unit, UnitRole.LEAD, HandlingStatus.CANCELLED),
        (who.co_unit, UnitRole.LEAD, HandlingStatus.ISSUED),
    ]
    assert referral_of(opinion, who.unit).plan_measures == "更换路灯"
    assert (opinion.status, opinion.round) == (Status.REFERRED, 1)
    assert opinion.step_due_on == referral_of(opinion).accept_by
    assert opinion.due_on == referral_of(opinion).due_on
    note = opinion.events.get(step="reassign").note
    assert note == f"改派：由{who.unit}改为{who.co_unit}主办，应于4月21日前答复。路灯归城管"
    assert told() == {
        who.clerk: f"“{opinion}”撤销交办，不用你单位再办理。",
        who.co_clerk: f"“{opinion}”改派给你单位主办，请于3月27日前签收。",
        who.deputy: f"您接待的“{opinion}”改由别的单位主办，应于4月21日前答复。",
    }


def test_unit_that_joined_may_lead_and_is_told_of_that_alone(who, django_capture_on_commit_callbacks):
    opinion = opinion_at(Status.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit])
    with django_capture_on_commit_callbacks(execute=True):
        workflow.reassign(opinion, by=who.office, lead=who.co_unit, note="主要在会办单位")
    assert [status for *_, status in parts(opinion)] == ["cancelled", "cancelled", "issued"]
    assert told()[who.co_clerk].startswith(f"“{opinion}”改派给你单位主办")


def test_matter_handled_again_keeps_the_days_of_a_second_try(who):
    OfficeRules.objects.create(jurisdiction=who.town, opinion_redo_days=10)
    opinion = opinion_at(Status.REDO, who)
    workflow.reassign(opinion, by=who.office, lead=who.co_unit, note="原单位办不了")
    # Ten days from the 20th end on a Sunday.
    assert (opinion.round, opinion.due_on) == (2, date(2025, 3, 31))
    take("accept", opinion, type(who)(**{**vars(who), "clerk": who.co_clerk}))
    assert opinion.status == Status.ACCEPTED


def test_reassignment_that_makes_no_sense_is_refused_and_changes_nothing(who):
    opinion = opinion_at(Status.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit])
    before = parts(opinion)
    for unit, note, sentence in (
        (who.co_unit, " ", "请写明为什么改派。"),
        (who.unit, "换", f"{who.unit}已是主办单位，请选择另一个单位。"),
    ):
        with pytest.raises(ValidationError, match=sentence):
            workflow.reassign(opinion, by=who.office, lead=unit, note=note)
    referral_workflow.accept(referral_of(opinion), by=who.clerk)
    referral_workflow.reply(referral_of(opinion), by=who.clerk, text="已修好。", signatory="李局长")
    with pytest.raises(ValidationError, match="已经答复，不能再改派"):
        workflow.reassign(opinion, by=who.office, lead=who.co_unit, note="换")
    assert [part[:2] for part in parts(opinion)] == [part[:2] for part in before]


def test_page_offers_the_other_units_and_keeps_what_was_typed(client, who):
    opinion = opinion_at(Status.REFERRED, who)
    client.force_login(who.office)
    page = reverse("reception:opinion_step", args=[opinion.pk, "reassign"])
    form = client.post(page, {"lead": "", "note": "不属职责"}).context["form"]
    assert list(form.fields["lead"].queryset) == [who.co_unit]
    assert (list(form.errors), form["note"].value()) == (["lead"], "不属职责")
    assert client.post(page, {"lead": who.co_unit.pk, "note": "不属职责"}).status_code == 302
