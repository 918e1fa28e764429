"""Taking the words of a proposal from a Word document; what was typed stays."""

import re

from django import forms
from django.core.exceptions import ValidationError

from congress.docx.reading import paragraphs_of


TITLE = re.compile(r"关于.{2,70}的(?:议案|建议|意见|批评|质询案|询问|罢免案)")
# 一、案由：…… 案据…… 方案……
PART = re.compile(r"^(?:[一二三]\s*[、．.]\s*)?(案由|案据|方案)\s*[：:]?\s*(.*)$")
PARTS = {"案由": "subject", "案据": "grounds", "方案": "plan"}
LONGEST = {"text": 5_000, "subject": 200, "grounds": 5_000, "plan": 5_000}


class ReadsPaper(forms.Form):
    """A form of a proposal that fills itself from a document: whatever is sent with one is shown again,
    with its words, and not saved yet. What was typed stays; what is read is put after it.
    """

    paper = forms.FileField(
        label="从 Word 文件读入",
        required=False,
        help_text="可以不用。选好 .docx 文件后按“读入”，文字填到下面，核对后再保存。",
    )
    paper.widget.attrs["accept"] = ".docx"
    was_read = ""

    def full_clean(self):
        wanted = self.is_bound and ("read" in self.data or self.files.get("paper"))
        failure = self._read() if wanted else None
        super().full_clean()
        self.reading = bool(wanted)
        if not self.is_bound:
            return
        self.cleaned_data.pop("paper", None)
        if wanted:
            # It is not saved yet: what is missing is told when it is.
            self._errors.clear()
            if failure:
                self.add_error("paper", failure)

    def is_valid(self):
        return super().is_valid() and not self.reading

    def _read(self):
        """Fill the fields; return what is wrong, or None."""
        upload = self.files.get("paper")
        if not upload:
            return "请先选择一个 Word 文件（.docx）。"
        try:
            found = sorted_out(paragraphs_of(upload), motion="text" not in self.fields)
        except ValidationError as error:
            return error
        data = self.data.copy()
        for name, words in found.items():
            typed = data.get(self.add_prefix(name), "").strip()
            if name not in self.fields or (name == "title" and typed):
                continue
            data[self.add_prefix(name)] = f"{typed}\n\n{words}" if typed else words
        self.data = data
        self.was_read = self._told(data)
        return None

    def _told(self, data):
        long = [
            f"“{self.fields[name].label}”有{len(data.get(name, ''))}字，超过{most}字，请删减"
            for name, most in LONGEST.items()
            if name in self.fields and len(data.get(name, "")) > most
        ]
        return "；".join(["已读入文件，还没有保存，请核对", *long]) + "。"


def sorted_out(paragraphs, *, motion):
    """{field: words}: the title where the first line is one, a motion's parts under their headings."""
    found = {}
    if match := TITLE.fullmatch(paragraphs[0].replace(" ", "")):
        found["title"], paragraphs = match[0], paragraphs[1:]
    if not motion:
        return found | {"text": "\n".join(paragraphs)}
    parts, field = {}, "grounds"
    for words in paragraphs:
        if heading := PART.match(words):
            field, words = PARTS[heading[1]], heading[2]
        if words:
            parts.setdefault(field, []).append(words)
    return found | {name: "\n".join(lines) for name, lines in parts.items()}
