"""What deputies are told of their activities."""

import pytest

from congress.models import Message
from deputies import activity_workflow, participation_workflow
from deputies.enums import ParticipationStatus as Status
from deputies.models import Activity
from tests.factories.activities import entry_at, logged, planned


pytestmark = pytest.mark.usefixtures("in_march")


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    """``told(step)``: [(recipient, sentence)] of what the step wrote."""

    def of(step):
        with django_capture_on_commit_callbacks(execute=True):
            step()
        return [(message.recipient, message.sentence) for message in Message.objects.order_by("pk")]

    return of


def test_invited_deputy_is_told_when_and_where(seat, deputy, office, told):
    assert told(lambda: planned(office, seat, place="河堤")) == [
        (deputy, "请您参加2025年3月12日的“视察防汛”，地点在河堤。")
    ]


def test_deputy_is_not_told_of_what_he_logs(seat, told):
    assert told(lambda: logged(seat)) == []


STEPS = [
    (Status.LOGGED, participation_workflow.verify, {}, "您登记的“视察防汛”已核实，计入履职。"),
    (
        Status.LOGGED,
        participation_workflow.return_entry,
        {"note": "日期不对"},
        "您登记的“视察防汛”被退回，请修改后重新登记：日期不对",
    ),
    (
        Status.INVITED,
        participation_workflow.mark_absent,
        {},
        "您被记为没有参加“视察防汛”，有出入的请与工作人员联系。",
    ),
    (Status.INVITED, participation_workflow.remove, {}, "您不在“视察防汛”的参加名单中了。"),
    (Status.ABSENT, participation_workflow.invite, {}, "请您参加2025年3月12日的“视察防汛”。"),
]


@pytest.mark.parametrize(("at", "verb", "fields", "sentence"), STEPS)
def test_deputy_is_told_what_became_of_his_part(at, verb, fields, sentence, seat, deputy, office, told):
    entry = entry_at(at, seat, office)
    assert told(lambda: verb(entry, by=office, **fields)) == [(deputy, sentence)]


def test_message_leads_to_the_entry(seat, office, told):
    entry = entry_at(Status.LOGGED, seat, office)
    told(lambda: participation_workflow.verify(entry, by=office))
    assert Message.objects.get().url == entry.get_absolute_url()


def test_listed_deputy_is_told_where_it_is_now(seat, deputy, office, told):
    activity = planned(office, seat)
    assert told(lambda: activity_workflow.change_activity(activity, by=office, place="泵站")) == [
        (deputy, "您参加的“视察防汛”有变动，现定于2025年3月12日在泵站举行。")
    ]


def test_listed_deputy_is_told_of_another_place_whatever_it_is_called(
    seat, deputy, office, told, monkeypatch
):
    activity = planned(office, seat)
    monkeypatch.setattr(Activity._meta.get_field("place"), "verbose_name", "集合处")
    assert len(told(lambda: activity_workflow.change_activity(activity, by=office, place="泵站"))) == 1


def test_nobody_is_told_of_minutes(seat, office, told):
    activity = planned(office, seat)
    assert told(lambda: activity_workflow.change_activity(activity, by=office, minutes="看了三处。")) == []
