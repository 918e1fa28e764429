"""The papers of proposals: what they say, to whom they are given."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from congress import clock
from proposals import handling_workflow, printing, urging, workflow
from proposals.enums import ProposalStatus as S
from proposals.models import Proposal, Reply
from proposals.papers.ledger import ledger_paper
from proposals.papers.matter import with_parts
from tests.congress.docx_lines import read
from tests.factories.congress import ResultClassFactory
from tests.factories.deputies import SeatFactory
from tests.factories.proposals import (
    assignment_of,
    category,
    drafted,
    motion_with,
    proposal_at,
    session_of,
    take,
)
from tests.factories.reception.people import NOON


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def address(name, *args):
    return reverse(f"proposals:{name}", args=args)


def printed(client, name, *args, **query):
    return read(client.get(address(name, *args), {"as": "docx"} | query))


def is_draft(response):
    """Whether 草稿 stands in the head of a document's pages."""
    section = Document(BytesIO(response.content)).sections[0]
    return 'string="草稿"' in section.header._element.xml


def with_cosigner(who, name="司徒𬍛"):
    """A suggestion that another deputy has signed, handed in and assigned to two units, both at work."""
    session_of(who.seat.term)
    proposal = drafted(who)
    colleague = SeatFactory(term=who.seat.term, deputy__name=name, with_user=True)
    workflow.invite(proposal, by=who.deputy, seats=[colleague])
    workflow.confirm(proposal.sponsorships.get(seat=colleague), by=colleague.deputy.user)
    workflow.submit(proposal, by=who.deputy)
    workflow.accept(proposal, by=who.office, category=category())
    workflow.assign(proposal, by=who.office, lead=who.unit, co_units=[who.co_unit])
    for unit, clerk in ((who.unit, who.clerk), (who.co_unit, who.co_clerk)):
        handling_workflow.accept(assignment_of(proposal, unit), by=clerk)
    return proposal, colleague


def replied(who, part, clerk, **fields):
    fields = {"text": "已更换。", "signatory": "李局长", "replied_on": clock.today(), **fields}
    handling_workflow.reply(part, by=clerk, **fields)
    return part.replies.get()


def test_assignment_paper_tells_both_clocks_and_how_they_were_reckoned(client, who):
    proposal, _ = with_cosigner(who)
    part = assignment_of(proposal)
    client.force_login(who.clerk)
    lines = printed(client, "assignment_paper", part.pk)
    assert lines[:4] == [
        "石坎镇人民代表大会\n代表建议交办单",
        "第九届四次会议第1号建议",
        f"{who.unit.name}：",
        (
            "现将《关于更换路灯的建议》交你单位主办，请于2025年4月3日前签收或者申请退回，"
            "于2025年6月20日前书面答复代表。"
        ),
    ]
    assert f"签收期限|{part.accept_sentence}" in lines
    assert f"答复期限|{part.due_sentence}" in lines
    assert f"承办方式|主办|其他单位|{who.co_unit}（会办）" in lines
    assert f"提出代表|{who.seat.called}、司徒𬍛（共2名）" in lines
    assert "路灯坏了半年，请更换。" in lines
    client.force_login(who.co_clerk)
    own = assignment_of(proposal, who.co_unit)
    assert f"会办期限|{own.due_sentence}" in printed(client, "assignment_paper", own.pk)
    assert client.get(address("assignment_paper", part.pk)).status_code == 404


def test_urging_paper_tells_how_late_it_is_and_has_its_receipt(client, who):
    proposal, _ = with_cosigner(who)
    part = assignment_of(proposal)
    client.force_login(who.clerk)
    assert client.get(address("urging_paper", part.pk)).status_code == 302
    with clock.at(NOON.replace(month=6, day=25)):
        urging.urge(part, by=who.office, note="请月底前答复。")
        blank = printed(client, "urging_paper", part.pk)
        urging.receipt(part, by=who.clerk, note="已订货，6月30日答复。")
    assert blank[:4] == [
        "石坎镇人民代表大会\n代表建议催办单",
        "第九届四次会议第1号建议",
        f"{who.unit.name}：",
        (
            "《关于更换路灯的建议》交你单位主办，应于2025年6月20日前书面答复代表，已超期5天。"
            "请抓紧办理，并于2025年6月30日前填写所附回执，说明办到哪一步、什么时候办完。"
        ),
    ]
    assert {"签收|2025年3月20日|催办次数|第1次", f"期限|{part.due_sentence}", "石坎镇人大主席团"} <= {*blank}
    assert "承办单位\n（盖章）||回执日期|　　年　　月　　日" in blank
    filled = printed(client, "urging_paper", part.pk)
    assert "承办单位\n（盖章）|已在系统回执|回执日期|2025年6月25日" in filled
    assert "办理进度和\n办完时间|已订货，6月30日答复。" in filled


def test_assignment_paper_is_not_for_who_signed(client, who):
    proposal = proposal_at(S.ASSIGNED, who)
    client.force_login(who.deputy)
    assert client.get(address("assignment_paper", assignment_of(proposal).pk)).status_code == 403


def test_reply_goes_to_all_who_signed_with_class_number_contact_and_copies(client, who):
    proposal, _ = with_cosigner(who)
    replied(who, assignment_of(proposal, who.co_unit), who.co_clerk)
    who.unit.contact, who.unit.phone = "赵工", "0000-1234567"
    who.unit.save()
    grade = ResultClassFactory(jurisdiction=who.town.district, code="B")
    reply = replied(
        who, assignment_of(proposal), who.clerk, document_number="建函〔2025〕3号", result_class=grade
    )
    client.force_login(who.deputy)
    sent = client.get(address("reply_paper", reply.pk), {"as": "docx"})
    name = who.seat.deputy.name
    assert read(sent) == [
        "建函〔2025〕3号",
        "关于石坎镇人大第九届四次会议\n第1号建议的答复",
        f"{name}、司徒𬍛代表：",
        "您等2名代表提出的《关于更换路灯的建议》（第九届四次会议第1号建议）收悉。现答复如下：",
        "已更换。",
        who.unit.name,
        "2025年3月20日",
        "（签发人：李局长，联系人：赵工，联系电话：0000-1234567）",
        "抄送：石坎镇人大主席团，石坎镇人民政府办公室。",
    ]
    head = Document(BytesIO(sent.content)).sections[0].first_page_header
    reply.refresh_from_db()
    assert (reply.copied_to, reply.copied_on) == ("石坎镇人大主席团，石坎镇人民政府办公室", clock.today())
    assert [paragraph.text for paragraph in head.paragraphs if paragraph.text] == [who.unit.name, "B类"]
    letters = printed(client, "reply_papers", reply.pk)
    assert [line for line in letters if line.endswith("代表：")] == [f"{name}代表：", "司徒𬍛代表："]
    assert [line[:4] for line in letters if "收悉" in line] == ["您领衔提", "您联名提"]


def test_reply_keeps_the_opening_that_the_unit_wrote(client, who):
    proposal = proposal_at(S.HANDLING, who)
    text = "尊敬的代表：\n　　您的建议收悉。\n已更换。"
    reply = replied(who, assignment_of(proposal), who.clerk, text=text)
    client.force_login(who.office)
    assert printed(client, "reply_paper", reply.pk)[1:4] == ["尊敬的代表：", "您的建议收悉。", "已更换。"]
    opening = "您的建议收悉。经研究，现答复如下："
    Reply.objects.filter(pk=reply.pk).update(text=f"{opening}\n已更换。")
    lines = printed(client, "reply_paper", reply.pk)
    assert lines[1:4] == [f"{who.seat.deputy.name}代表：", opening, "已更换。"]


def test_reply_without_a_number_is_a_draft(client, who):
    proposal = proposal_at(S.REPLIED, who)
    client.force_login(who.office)
    sent = client.get(address("reply_paper", assignment_of(proposal).replies.get().pk), {"as": "docx"})
    assert 'string="草稿"' in Document(BytesIO(sent.content)).sections[0].first_page_header._element.xml


def test_opinion_of_a_joining_unit_goes_to_the_leading_one(client, who):
    proposal, _ = with_cosigner(who)
    reply = replied(who, assignment_of(proposal, who.co_unit), who.co_clerk, document_number="路函1号")
    client.force_login(who.co_clerk)
    lines = printed(client, "reply_paper", reply.pk)
    assert (lines[1], lines[2]) == (
        "关于石坎镇人大第九届四次会议\n第1号建议的会办意见",
        f"{who.unit.name}：",
    )
    assert [line for line in lines if line.startswith("抄送")] == []


def test_rating_forms_are_one_for_each_who_signed(client, who):
    proposal, colleague = with_cosigner(who)
    replied(who, assignment_of(proposal, who.co_unit), who.co_clerk)
    client.force_login(who.office)
    early = client.get(address("proposal_paper", proposal.pk, "ratings"), follow=True)
    assert "单位书面答复以后才能打印征询意见表。" in early.content.decode()
    replied(who, assignment_of(proposal), who.clerk)
    lines = printed(client, "proposal_paper", proposal.pk, "ratings")
    asked = [line for line in lines if line.startswith("代表姓名")]
    assert asked == [f"代表姓名|{who.seat.called}|身份|领衔代表", "代表姓名|司徒𬍛|身份|联名代表"]
    assert lines.count("对办理态度|□满意　□基本满意　□不满意") == 2
    assert lines.count("对办理结果|□满意　□基本满意　□不满意") == 2
    client.force_login(colleague.deputy.user)
    own = printed(client, "proposal_paper", proposal.pk, "ratings")
    assert [line for line in own if line.startswith("代表姓名")] == ["代表姓名|司徒𬍛|身份|联名代表"]
    client.force_login(who.clerk)
    assert client.get(address("proposal_paper", proposal.pk, "ratings")).status_code == 403


def test_sheet_shows_the_parts_of_a_motion_and_who_signed(client, who):
    motion = motion_with(who, 5)
    client.force_login(who.deputy)
    sent = client.get(address("proposal_paper", motion.pk, "sheet"), {"as": "docx"})
    assert is_draft(sent)
    lines = read(sent)
    assert lines[:7] == [
        "石坎镇人民代表大会\n代表议案",
        *("案由", "路灯", "案据", "坏了半年", "方案", "更换"),
    ]
    assert "编号|未编号|类别|未分类" in lines
    assert [line.split("|")[2] for line in lines if line[0].isdigit()] == ["领衔", *["联名"] * 4]


def test_sheet_that_was_handed_in_is_final(client, who):
    proposal = proposal_at(S.SUBMITTED, who)
    client.force_login(who.office)
    sent = client.get(address("proposal_paper", proposal.pk, "sheet"), {"as": "docx"})
    assert not is_draft(sent)
    assert f"领衔代表　{who.seat.deputy.name}" in read(sent)
    assert client.get(address("proposal_paper", proposal.pk, "unknown")).status_code == 404


def test_ledger_tells_one_line_a_proposal(client, who):
    session_of(who.seat.term)
    take("close", proposal_at(S.REPLIED, who), who)
    proposal_at(S.WITHDRAWN, who)
    client.force_login(who.office)
    asked = {"place": who.town.pk, "year": 2025, "format": "docx"}
    lines = read(client.post(address("ledger_paper"), asked))
    assert lines[:2] == [
        "石坎镇人民代表大会2025年议案建议办理台账",
        "（截至2025年3月20日，共1件，已答复1件，已办结1件）",
    ]
    row = lines[-1].split("|")
    assert row[:3] == ["1", "第九届四次会议第1号建议", "关于更换路灯的建议"]
    assert row[-2:] == ["满意", "已办结"]  # what stands in a row twice is read once


def test_long_ledger_is_printed_by_the_worker(client, who, monkeypatch):
    session_of(who.seat.term)
    proposal_at(S.SUBMITTED, who)
    client.force_login(who.office)
    asked = {"place": who.town.pk, "year": 2025, "format": "pdf"}
    assert client.post(address("ledger_paper"), asked)["Content-Type"] == "application/pdf"
    monkeypatch.setattr(printing, "AT_ONCE", -1)
    work = client.post(address("ledger_paper"), asked).url
    job = client.get(work).context["job"]
    assert (job.name, job.is_done) == ("石坎镇人民代表大会2025年议案建议办理台账", True)
    assert client.get(work, {"file": 1}).content[:5] == b"%PDF-"


def test_ledger_of_a_session_refuses_that_of_another_congress(client, who):
    session = session_of(who.seat.term)
    client.force_login(who.district_office)
    asked = {"place": who.town.parent_id}
    form = client.post(address("ledger_paper"), asked | {"session": session.pk, "format": "pdf"}).context[
        "form"
    ]
    assert form.errors == {"session": [f"这次会议不是{who.town.district.congress_name}的，请另选。"]}
    form = client.post(address("ledger_paper"), {"place": who.town.pk, "format": "pdf"}).context["form"]
    assert form.errors == {"year": ["请填写年度，或者选择会次。"]}


@pytest.mark.parametrize("count", [1, 3])
def test_ledger_costs_the_same_however_many_lines(django_assert_num_queries, who, count):
    session_of(who.seat.term)
    for _ in range(count):
        proposal_at(S.REPLIED, who)
    with django_assert_num_queries(4):
        ledger_paper("台账", list(with_parts(Proposal.objects.all())), year=2025, on=clock.today())


def test_page_offers_the_papers_of_the_person(client, who):
    proposal, _ = with_cosigner(who)
    replied(who, assignment_of(proposal, who.co_unit), who.co_clerk)
    replied(who, assignment_of(proposal), who.clerk, attachment=SimpleUploadedFile("函.pdf", b"%PDF-1.7"))
    sheet, letters = "建议全文", [f"答复函（{who.unit}）", f"会办意见（{who.co_unit}）"]
    orders = [f"交办单（{who.unit}）", f"交办单（{who.co_unit}）"]
    each = f"答复函，每名代表一份（{who.unit}）"
    expected = {
        who.office: [sheet, orders[0], letters[0], each, orders[1], letters[1], "征询意见表"],
        who.deputy: [sheet, *letters, "征询意见表"],
        who.clerk: [sheet, orders[0], letters[0], each, letters[1]],
    }
    for user, labels in expected.items():
        client.force_login(user)
        offers = client.get(proposal.get_absolute_url()).context["papers"]
        assert [offer.label for offer in offers] == labels
        assert {client.get(offer.url).status_code for offer in offers} == {200}
