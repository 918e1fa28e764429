"""The words of a proposal taken from a Word document; nothing typed is lost (issue 5, part 2)."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from proposals.forms.reading import sorted_out
from proposals.models import Proposal


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
NEW = "proposals:proposal_create"


def document(*lines, cells=()):
    made, kept = Document(), BytesIO()
    for line in lines:
        made.add_paragraph(line)
    if cells:
        for cell, words in zip(made.add_table(1, len(cells)).rows[0].cells, cells, strict=True):
            cell.text = words
    made.save(kept)
    return kept.getvalue()


def upload(content, name="建议.docx"):
    return SimpleUploadedFile(name, content)


def form_after(client, user, **sent):
    client.force_login(user)
    return client.post(reverse(NEW), sent).context["form"]


def test_words_fill_the_form_and_are_not_saved_yet(client, who):
    paper = document(
        "关于更换路灯的建议", "", "路灯坏了\u200b半年。", "请\u00a0更换。", cells=["地点", "正街"]
    )
    form = form_after(client, who.deputy, paper=upload(paper), read="1")
    assert (form["title"].value(), form["text"].value()) == (
        "关于更换路灯的建议",
        "路灯坏了半年。\n请 更换。\n地点 正街",
    )
    assert (form.was_read, form.errors) == ("已读入文件，还没有保存，请核对。", {})
    assert not Proposal.objects.exists()


def test_what_was_typed_stays_before_what_is_read(client, who):
    typed = {"title": "关于路灯的建议", "text": "先写了一句。", "secret": "on"}
    form = form_after(client, who.deputy, paper=upload(document("再来一句。")), **typed)
    assert (form["title"].value(), form["text"].value(), form["secret"].value()) == (
        "关于路灯的建议",
        "先写了一句。\n\n再来一句。",
        True,
    )


def bomb():
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"0" * (101 * 1024 * 1024))
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "", "请先选择一个 Word 文件"),
        (b"PK\x03\x04 no package", "建议.docx", "这个文件打不开，可能已经损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "建议.doc", "这是旧版 Word 文件（.doc、.wps）"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 locked", "建议.docx", "这个文件设了密码，或者是旧版格式"),
        (b"%PDF-1.7", "建议.pdf", "请选择 Word 文件（.docx）"),
        (document(), "建议.docx", "文件里没有读到文字"),
        (document("长" * 20_001), "建议.docx", "文件有20001字，太长了"),
        (b"PK\x03\x04" + b"0" * (10 * 1024 * 1024), "建议.docx", "文件超过10兆"),
    ],
    ids=["none", "broken", "old", "locked", "pdf", "empty", "long", "big"],
)
def test_file_that_cannot_be_read_says_why_and_loses_nothing(content, name, sentence, client, who):
    paper = {"paper": upload(content, name)} if name else {}
    form = form_after(client, who.deputy, title="关于路灯的建议", text="请更换。", read="1", **paper)
    assert [*form.errors] == ["paper"]
    assert form.errors["paper"][0].startswith(sentence)
    assert (form["title"].value(), form["text"].value()) == ("关于路灯的建议", "请更换。")


def test_file_that_swells_is_not_unpacked(client, who):
    form = form_after(client, who.deputy, paper=upload(bomb()), read="1")
    assert form.errors["paper"][0].startswith("这个文件打不开")


def test_motion_is_sorted_by_its_headings():
    lines = [
        "关于更换路灯的议案",
        "一、案由：路灯不亮",
        "二、案据",
        "坏了半年。",
        "常有人摔倒。",
        "方案：更换",
    ]
    assert sorted_out(lines, motion=True) == {
        "title": "关于更换路灯的议案",
        "subject": "路灯不亮",
        "grounds": "坏了半年。\n常有人摔倒。",
        "plan": "更换",
    }
