"""The papers of matters, referrals and reception days: what they say, to whom they are given."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from reception import printing
from reception.completeness import checked
from reception.enums import DayStatus, OpinionStatus
from reception.models import Disclosure, Opinion, ReceptionDay, UnitReply
from reception.papers.copies import copy_papers
from reception.papers.ledger import ledger_paper
from reception.papers.matter import copies_of, with_parts, with_promises
from reception.papers.summary import summary_of_day, summary_of_period
from tests.congress.docx_lines import read
from tests.factories.deputies import SeatFactory
from tests.factories.reception import day_at, opinion_at, referral_of, visit_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
TODAY = date(2025, 3, 20)


def printed(client, name, *args):
    return read(client.get(reverse(f"reception:{name}", args=args), {"as": "docx"}))


def lines_of(paper):
    """The first line of what each row of a paper's table says."""
    return ["|".join(cell.text for cell in row) for row in paper.parts[-1].rows]


def test_referral_paper_names_unit_and_deadlines_and_masks_the_voter(client, who):
    opinion = opinion_at(OpinionStatus.REFERRED, who)
    client.force_login(who.clerk)
    referral = referral_of(opinion)
    lines = printed(client, "referral_paper", referral.pk)
    assert lines[:3] == ["选民意见转办单", f"编号：{opinion.number}", f"{who.unit.name}："]
    assert lines[3] == (
        "现将选民反映的“路灯不亮0”一事转给你单位主办，请于"
        f"2025年{referral.accept_by.month}月{referral.accept_by.day}日前签收，"
        f"于2025年{referral.due_on.month}月{referral.due_on.day}日前书面答复。"
    )
    assert lines[4:6] == ["石坎镇人大主席团", "2025年3月20日"]
    assert "来访人|张某，138****1234|接待代表|" + who.seat.called in lines
    assert "选民原话|路灯坏了半个月。" in lines
    page = client.get(referral.get_absolute_url())
    assert [offer.label for offer in page.context["papers"]] == [f"转办单（{who.unit}）"]


def test_copies_are_one_paper_for_each_deputy_with_his_items(client, who):
    colleague = SeatFactory(term=who.seat.term, deputy__name="司徒𬍛")
    both = opinion_at(OpinionStatus.COPIED, who, seats=[who.seat, colleague])
    own = opinion_at(OpinionStatus.COPIED, who, seats=[colleague])
    papers = copy_papers(copies_of(UnitReply.objects.all()))
    headings = {
        paper.parts[0].text: [part.text for part in paper.parts if getattr(part, "level", 0)]
        for paper in papers
    }
    assert headings == {
        f"{who.seat.deputy.name}代表：": ["一、路灯不亮0"],
        "司徒𬍛代表：": ["一、路灯不亮0", "二、路灯不亮0"],
    }
    client.force_login(who.deputy)
    lines = printed(client, "opinion_paper", both.pk, "copies")
    assert [line for line in lines if line.endswith("代表：")] == [f"{who.seat.deputy.name}代表："]
    assert f"编号|{both.number}|收到日期|2025年3月20日" in lines
    assert client.get(reverse("reception:opinion_paper", args=[own.pk, "copies"])).status_code == 404


def test_letter_names_the_voter_for_a_reason_that_is_kept(client, who):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    client.force_login(who.deputy)
    address = reverse("reception:opinion_letter", args=[opinion.pk])
    refused = client.post(address, {"reason": "看", "format": "docx"})
    assert (refused.context["form"].errors.keys(), Disclosure.objects.count()) == ({"reason"}, 0)
    lines = read(client.post(address, {"reason": "书面答复选民", "format": "docx"}))
    assert lines[:3] == [f"事项编号：{opinion.number}", "关于“路灯不亮0”的答复", "张三同志："]
    assert lines[4:] == [
        "路灯已修好。",
        "如果您对以上答复还有意见，请向接待您的代表或者石坎镇人大主席团提出。感谢您对人大代表工作的关心和支持。",
        f"石坎镇人大代表　{who.seat.deputy.name}",
        "2025年3月20日",
    ]
    kept = Disclosure.objects.get()
    assert (kept.by, kept.reason, kept.visitor) == (who.deputy, "书面答复选民", opinion.visit.visitor)


def test_letter_before_the_answer_is_a_draft_of_what_the_unit_wrote(client, who):
    opinion = opinion_at(OpinionStatus.COPIED, who)
    client.force_login(who.office)
    address = reverse("reception:opinion_letter", args=[opinion.pk])
    assert "草稿" in client.get(address).content.decode()
    sent = client.post(address, {"reason": "书面答复选民", "format": "docx"})
    header = Document(BytesIO(sent.content)).sections[0].first_page_header._element.xml
    assert 'string="草稿"' in header
    assert "已修好。" in read(sent)


def test_survey_is_printed_blank_and_filled(client, who):
    opinion = opinion_at(OpinionStatus.SURVEYED, who)
    client.force_login(who.liaison)
    filled, blank = (
        printed(client, "opinion_paper", opinion.pk, name) for name in ("survey", "survey-blank")
    )
    assert "对办理情况|□满意　　□基本满意　　☑不满意" in filled
    assert "对代表作用|☑满意　　□基本满意　　□不满意" in filled
    assert "不满意的原因|又坏了" in filled
    assert "对办理情况|□满意　　□基本满意　　□不满意" in blank
    assert [line for line in [*filled, *blank] if "张" in line] == []
    offers = client.get(opinion.get_absolute_url()).context["papers"]
    assert [offer.label for offer in offers] == [
        f"转办单（{who.unit}）",
        "抄送代表单",
        "满意度测评表（空白）",
        "满意度测评表（已测评）",
    ]


def test_summary_sorts_the_day_by_category_and_is_a_draft_until_summed_up(client, who):
    day = day_at(DayStatus.OPEN, who)
    visit_of(who, day=day, opinions=2, party_size=3)
    opinion_at(OpinionStatus.REFERRED, who, day=day)
    opinions = with_parts(Opinion.objects.filter(visit__day=day))
    paper = summary_of_day(day, opinions, on=TODAY)
    assert (paper.draft, paper.title) == (True, ("石坎镇人大主席团", "选民意见归纳整理表"))
    assert paper.parts[0].text == ("接待日接待选民2批4人，登记意见3件，归纳为2类；其中转办1件，待处理2件。")
    lines = lines_of(paper)
    assert [line for line in lines if "|" not in line] == ["一、交通出行（1件）", "二、未分类（2件）"]
    assert lines[1].endswith(f"路灯不亮0\n路灯坏了半个月。|{who.seat.called}|转{who.unit}办理")
    assert not summary_of_period(who.town, opinions, date(2025, 1, 1), date(2025, 3, 19), on=TODAY).draft
    client.force_login(who.office)
    lines = printed(client, "day_paper", day.pk, "summary")
    assert lines[1] == "（石坎镇代表联络站　2025年3月20日）"


def test_ledger_marks_the_four_checks_of_each_matter(who):
    for status in (OpinionStatus.CLOSED, OpinionStatus.REFERRED, OpinionStatus.EXPLAINED):
        opinion_at(status, who)
    found = with_promises(checked(Opinion.objects.all())).order_by("pk")
    paper = ledger_paper(who.town, 2025, found, on=TODAY)
    assert [[cell.text for cell in row[-4:]] for row in paper.parts[-1].rows] == [
        ["√", "√", "√", "√"],
        ["√", "√", "×", ""],
        ["√", "√", "√", "√"],
    ]
    assert paper.byline == (
        "（截至2025年3月20日，共3件；其中没有登记0件，没有交办0件，没有承办1件，没有回音0件）"
    )
    assert [line for line in lines_of(paper) if "张" in line] == []


@pytest.mark.parametrize("count", [1, 3])
def test_papers_of_many_take_as_many_queries_as_of_one(count, who, django_assert_num_queries):
    day = day_at(DayStatus.OPEN, who)
    for _ in range(count):
        opinion_at(OpinionStatus.ANSWERED, who, day=day)
    with django_assert_num_queries(6):
        printing.ledger_of(who.town, 2025)
    day = ReceptionDay.objects.select_related("jurisdiction__parent").get()
    with django_assert_num_queries(5):
        summary_of_day(day, with_parts(Opinion.objects.filter(visit__day=day)), on=TODAY)
    with django_assert_num_queries(1):
        copy_papers(copies_of(UnitReply.objects.all()))


def test_long_ledger_is_printed_by_the_worker_for_who_asked(client, who, monkeypatch):
    visit_of(who, opinions=2)
    client.force_login(who.office)
    asked = {"kind": "ledger", "place": who.town.pk, "year": 2025, "format": "pdf"}
    address = reverse("reception:period_paper")
    assert client.post(address, asked)["Content-Type"] == "application/pdf"
    monkeypatch.setattr(printing, "AT_ONCE", 1)
    work = client.post(address, asked)["Location"]
    page = client.get(work)
    assert (page.context["job"].is_done, page.context["job"].page, page.context["polls"]) == (True, 0, False)
    assert client.get(work, {"file": 1}).content[:5] == b"%PDF-"


def test_period_without_days_says_what_is_missing(client, who):
    client.force_login(who.office)
    asked = {"kind": "summary", "place": who.town.pk, "format": "pdf", "last": "2025-01-01"}
    form = client.post(reverse("reception:period_paper"), asked).context["form"]
    assert form.errors == {"first": ["请填写归纳整理的起止日期。"]}
    form = client.post(reverse("reception:period_paper"), asked | {"first": "2025-02-01"}).context["form"]
    assert form.errors == {"last": ["结束日期不能早于开始日期。"]}
