"""What units promise voters: told of each quarter, kept or not, the voter told at its end (B37)."""

from datetime import date, datetime
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from congress import clock, desk
from congress.figures import Period
from congress.handling import PromiseStatus
from congress.models import Message
from reception.completeness import checked
from reception.enums import OpinionStatus as S
from reception.models import Opinion, Undertaking
from reception.papers.ledger import ledger_paper
from reception.papers.matter import with_promises
from reception.statistics import ALL, Question
from reception.workflow import tell_voter, undertakings
from tests.congress.docx_lines import read
from tests.factories.commitments import proof
from tests.factories.congress import ResultClassFactory
from tests.factories.reception import opinion_at, referral_of, take
from tests.factories.reception.undertakings import undertaken, undertaking_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def at(*day):
    return clock.at(datetime(*day, 12, tzinfo=timezone.get_default_timezone()))


def lines(user):
    found = [(item.action, item.light) for item in desk.waiting_for(user)]
    return [line for line in found if "承诺" in line[0] or line[0] == "告知选民"]


def test_promise_goes_from_the_reply_to_the_voter(client, who, django_capture_on_commit_callbacks):
    opinion = opinion_at(S.ACCEPTED, who)
    planned = ResultClassFactory(jurisdiction=who.town.district, code="B", promises=True)

    def post(user, record, name, **data):
        client.force_login(user)
        url_name = "undertaking_step" if isinstance(record, Undertaking) else "referral_step"
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(reverse(f"reception:{url_name}", args=[record.pk, name]), data)

    reply = {
        "text": "列入计划。",
        "signatory": "李镇长",
        "replied_on": "2025-03-20",
        "result_class": planned.pk,
    }
    refused = post(who.clerk, referral_of(opinion), "reply", **reply)
    assert refused.context["form"].errors == {"promised": [f"{planned}要写明承诺事项。"]}
    reply |= {"promised": "更换路灯", "promise_due_on": "2025-12-31"}
    post(who.clerk, referral_of(opinion), "reply", **reply)
    made = opinion.undertakings.get()
    assert (made.unit, made.text, made.progress_due_on) == (who.unit, "更换路灯", date(2025, 3, 31))

    post(who.clerk, made, "progress", note="已招标")
    post(who.clerk, made, "report_kept", outcome="路灯已换。", proof=proof())
    assert (lines(who.office), lines(who.deputy)) == ([("核实承诺", "green")], [])
    post(who.office, made, "confirm")
    made.refresh_from_db()
    opinion.refresh_from_db()
    # Kept is not closed, nor the other way round.
    assert (made.status, opinion.status) == (PromiseStatus.KEPT, S.REPLIED)
    told = Message.objects.filter(recipient=who.deputy).last()
    assert told.sentence == f"“{opinion}”答应选民的事落实了，请告诉选民：更换路灯。路灯已换。"

    assert lines(who.deputy) == [("告知选民", "green")]
    name = opinion.visit.visitor.name
    refused = post(who.deputy, made, "tell", told_on="2025-03-20", note=f"告诉了{name}")
    assert "note" in refused.context["form"].errors
    post(who.deputy, made, "tell", told_on="2025-03-20", note="电话告知")
    made.refresh_from_db()
    assert (made.told_on, lines(who.deputy)) == (date(2025, 3, 20), [])
    page = client.get(opinion.get_absolute_url())
    assert [shown.status for shown in page.context["promises"]["made"]] == [PromiseStatus.KEPT]
    assert "更换路灯" in page.text
    # Closes the connection: nothing is asked of the database after it.
    paper = client.get(made.proof_url)
    assert paper.getvalue() == b"\x89PNG\r\n\x1a\n"
    paper.close()


def test_office_enters_a_promise_that_no_reply_carried(client, who):
    opinion, other = opinion_at(S.CLOSED, who), opinion_at(S.CLOSED, who)
    client.force_login(who.office)
    page = client.get(opinion.get_absolute_url())
    assert "登记承诺" in [step["label"] for step in page.context["steps"]]
    explained = client.get(opinion_at(S.EXPLAINED, who).get_absolute_url())
    assert "登记承诺" not in [step["label"] for step in explained.context["steps"]]
    url = reverse("reception:opinion_step", args=[opinion.pk, "promise"])
    told = {"part": referral_of(other).pk, "text": "更换路灯", "due_on": "2025-03-19"}
    assert client.post(url, told).context["form"].errors.keys() == {"part"}
    told["part"] = referral_of(opinion).pk
    assert client.post(url, told).context["form"].errors.keys() == {"due_on"}
    assert client.post(url, told | {"due_on": "2025-12-31"}).status_code == 302
    made = opinion.undertakings.get()
    assert (made.unit, made.referral, made.due_on) == (who.unit, referral_of(opinion), date(2025, 12, 31))
    assert opinion.events.last().note == f"{who.unit}承诺于12月31日前：更换路灯"
    assert lines(who.clerk) == []
    with at(2025, 4, 1):
        assert lines(who.clerk) == [("报告承诺进展", "red")]


def test_papers_and_the_ledger_tell_of_promises(client, who):
    made = undertaken(who, text="年底前更换路灯。", due_on=date(2025, 12, 31))
    opinion = made.opinion
    client.force_login(who.office)
    address = reverse("reception:opinion_letter", args=[opinion.pk])
    draft = read(client.post(address, {"reason": "书面答复选民", "format": "docx"}))
    promised = "承诺于2025年12月31日前落实：年底前更换路灯。"
    assert promised in draft
    take("copy", opinion, who)
    address = reverse("reception:opinion_paper", args=[opinion.pk, "copies"])
    assert promised in read(client.get(address, {"as": "docx"}))
    [row] = (
        ledger_paper(who.town, 2025, with_promises(checked(Opinion.objects.all())), on=date(2025, 3, 20))
        .parts[-1]
        .rows
    )
    assert "转办\n承诺1项\n落实0项" in [cell.text for cell in row]
    book = client.post(reverse("reception:ledger_export"), {"kind": "opinions", "year": 2025})
    head, row = load_workbook(BytesIO(book.content)).active.values
    told = dict(zip(head, row, strict=True))
    assert (told["承诺事项"], told["承诺落实"]) == ("年底前更换路灯（2025年12月31日前）", "落实中")


def test_desks_tell_of_reports_that_are_due_and_of_late_promises(who):
    undertaken(who)
    assert (lines(who.clerk), lines(who.office)) == ([], [])
    with at(2025, 3, 27):
        assert lines(who.clerk) == [("报告承诺进展", "amber")]
    with at(2025, 4, 1):
        assert lines(who.clerk) == [("报告承诺进展", "red")]
        assert (lines(who.office), lines(who.district_office)) == ([("查看承诺", "red")], [])


def test_office_finds_what_no_deputy_tells_the_voter(who):
    undertaking_at(PromiseStatus.KEPT, who)
    assert (lines(who.office), lines(who.deputy)) == ([], [("告知选民", "green")])
    with at(2025, 3, 27):
        assert lines(who.office) == []
    with at(2025, 3, 28):
        assert lines(who.office) == [("告知选民", "green")]
    who.deputy.is_active = False
    who.deputy.save()
    assert (lines(who.office), lines(who.district_office)) == ([("告知选民", "green")], [])


def test_voter_is_told_anew_of_what_was_resumed_and_never_before_it_is_settled(who):
    made = undertaking_at(PromiseStatus.NOT_FEASIBLE, who)
    with pytest.raises(ValidationError, match="告知日期"):
        tell_voter(made, by=who.deputy, note="电话告知", told_on=date(2025, 3, 19))
    tell_voter(made, by=who.deputy, note="电话告知")
    assert not Undertaking.objects.to_tell().exists()
    with at(2025, 5, 6):
        undertakings.resume(made, by=who.office, due_on=date(2025, 9, 30), note="有了资金")
        undertakings.report_kept(made, by=who.clerk, outcome="路灯已换。")
        undertakings.confirm(made, by=who.office)
        assert list(Undertaking.objects.to_tell()) == [made]


def test_promise_of_the_next_round_stands_for_the_earlier_one(who):
    first = undertaken(who)
    opinion = first.opinion
    for step in ("copy", "answer", "survey", "redo", "accept"):
        take(step, opinion, who)
    second = undertaken(who, opinion=opinion, text="本月更换路灯")
    first.refresh_from_db()
    assert (first.status, second.status) == (PromiseStatus.REPLACED, PromiseStatus.OPEN)


@pytest.mark.parametrize("count", [1, 3])
def test_pages_ask_as_much_of_one_promise_as_of_three(count, client, who, django_assert_num_queries):
    for _ in range(count):
        made = undertaken(who)
    for person, queries in (("office", 12), ("clerk", 11), ("deputy", 8)):
        client.force_login(getattr(who, person))
        client.get(reverse("reception:undertaking_list"))
        with django_assert_num_queries(queries):
            page = client.get(reverse("reception:undertaking_list"))
        assert len(page.context["object_list"]) == count
        assert client.get(made.get_absolute_url()).status_code == 200


def test_ledger_and_statistics_tell_closed_from_kept_and_name_no_visitor(client, who, tmp_path):
    kept = undertaking_at(PromiseStatus.KEPT, who)
    undertaken(who, text="修复水管", due_on=date(2025, 3, 31))
    opinion_at(S.CLOSED, who)
    client.force_login(who.office)
    page = client.get(reverse("reception:undertaking_list"), {"state": "kept"})
    figures = page.context["kept"]
    assert [made.pk for made in page.context["object_list"]] == [kept.pk]
    assert (figures.promised, figures.kept, figures.assigned, figures.closed) == (2, 1, 3, 1)

    for person in (who.office, who.clerk):
        counts = Question(person, Period.of_year(2025)).counted()[ALL].counts
        assert (counts["promised"], counts["kept"], counts["closed"]) == (2, 1, 1)

    path = tmp_path / "ledger.xlsx"
    path.write_bytes(client.get(reverse("reception:undertaking_sheet"), {"state": "kept"}).content)
    head, row = load_workbook(path).active.values
    told = dict(zip(head, row, strict=True))
    assert (told["编号"], told["接待代表"], told["状态"]) == (kept.opinion.number, who.seat.called, "已落实")
    assert kept.opinion.visit.visitor.name not in "".join(map(str, row))
