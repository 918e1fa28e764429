"""Forms of taking over registers: choosing the files, saying what headings and marks mean."""

from django import forms

from congress.enums import DayPart, MeetingKind
from congress.forms import ChineseForm, DateInput, FilesInput
from congress.registers.headings import MEETING
from congress.registers.importer import importer_of
from congress.registers.opening import refuse_if_no_table
from congress.registers.sheet import UnreadableFile


MAX_MEGABYTES = 5
LONGEST_NAME = 50  # of a meeting
MEETING_PARTS = ("on", "part", "kind", "name")


class FilesField(forms.FileField):
    """Several files at once; what is too large to be read while the page waits is refused."""

    widget = FilesInput

    def clean(self, data, initial=None):
        files = data if isinstance(data, (list, tuple)) else [data]
        cleaned = [super(FilesField, self).clean(file, initial) for file in files or [None]]
        if sum(file.size for file in cleaned) > MAX_MEGABYTES * 1024 * 1024:
            raise forms.ValidationError(f"文件合计超过{MAX_MEGABYTES}兆，请分几次导入。")
        problems = [problem for problem in map(_problem, cleaned) if problem]
        if problems:
            raise forms.ValidationError(problems)
        return cleaned


def _problem(file):
    """Why nobody need wait for a preview of the file; "" for one that may be a table."""
    try:
        refuse_if_no_table(file, file.name)
    except UnreadableFile as refusal:
        return str(refusal)
    return ""


class UploadForm(ChineseForm, forms.Form):
    """The files that an office wants to import."""

    files = FilesField(
        label="登记表文件",
        help_text="Excel（.xlsx、.xls）、WPS（.et）或 csv 文件，"
        f"可以一次选几个，合计不超过{MAX_MEGABYTES}兆。",
        error_messages={"empty": "文件是空的，请检查后重新选择。"},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["files"].widget.attrs |= {"accept": ".xlsx,.xlsm,.xls,.et,.csv,.txt"}


class MarksForm(ChineseForm, forms.Form):
    """What the marks that nobody knew mean to the office; ``marks`` are those of one kind in the preview."""

    UNSET = "unset"

    def __init__(self, office, kind, marks, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.marks = [mark["writing"] for mark in marks]
        importer = importer_of(kind)
        for number, mark in enumerate(marks):
            meanings = importer.meanings_of(mark.get("group", ""), office)
            self.fields[f"mark{number}"] = forms.ChoiceField(
                label=f"“{mark['writing']}”",
                choices=[(self.UNSET, "暂不指定"), *meanings.items(), ("", "不计")],
                required=False,
                initial=self.UNSET,
                help_text=mark["where"],
                widget=forms.Select(attrs={"data-plain": True}),
            )

    @property
    def chosen(self):
        """Writing → meaning of the marks for which one was chosen."""
        values = {mark: self.cleaned_data[f"mark{number}"] for number, mark in enumerate(self.marks)}
        return {mark: meaning for mark, meaning in values.items() if meaning != self.UNSET}


class HeadingsForm(ChineseForm, forms.Form):
    """What each heading of one sheet means; ``note`` is the sheet's entry in the preview."""

    def __init__(self, note, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.note = note
        self.importer = importer_of(note["likely"])
        register = self.importer.register
        self.meetings = {meeting["heading"]: meeting for meeting in note["meetings"]}
        self.left_out = note.get("left_out", ())
        asked = dict.fromkeys((*note["unknown"], *self.left_out), "") | dict.fromkeys(self.meetings, MEETING)
        in_order = {heading: asked.pop(heading) for heading in note["values"] if heading in asked}
        self.headings = {**note["columns"], **in_order, **asked}
        choices = [("", "不导入"), *((column.key, column.label) for column in register.columns)]
        self.is_of_meetings = register.open_ended
        if register.open_ended:
            choices.insert(1, (MEETING, "一场会议"))
        for number, (heading, key) in enumerate(self.headings.items()):
            self.fields[f"heading{number}"] = forms.ChoiceField(
                label=f"“{heading}”",
                choices=choices,
                required=False,
                initial=key,
                help_text=self._about(heading),
                widget=forms.Select(attrs={"data-plain": True}),
            )
            if register.open_ended and heading in self.asked:
                self._ask_meeting(f"heading{number}", heading)

    @property
    def asked(self):
        """The headings whose meaning has to be told."""
        return [heading for heading in self.headings if heading not in self.note["columns"]]

    @property
    def is_asking(self):
        """Whether a column waits for somebody to say which meeting it is of."""
        return any(meeting["reason"] for meeting in self.meetings.values())

    @property
    def groups(self):
        """(the field of a heading, the fields of the meeting that it may stand for, whether it does)."""
        for number in range(len(self.headings)):
            name = f"heading{number}"
            parts = [f"{name}_{part}" for part in MEETING_PARTS]
            fields = [self[part] for part in parts if part in self.fields]
            yield self[name], fields, self[name].value() == MEETING

    def clean(self):
        cleaned = super().clean()
        for number in range(len(self.headings)):
            self._check_meeting(f"heading{number}")
        names = [f"heading{number}" for number in range(len(self.headings))]
        chosen = [key for key in map(cleaned.get, names) if key and key != MEETING]
        labels = dict(self.fields["heading0"].choices) if self.fields else {}
        for key in sorted({key for key in chosen if chosen.count(key) > 1}):
            self.add_error(None, f"有几栏都指定为“{labels[key]}”，请只留一栏，其余选“不导入”。")
        return cleaned

    @property
    def chosen(self):
        """Heading → column key of all that was not known or was changed, but for those of meetings."""
        keys = {}
        for number, (heading, before) in enumerate(self.headings.items()):
            key = self.cleaned_data[f"heading{number}"]
            if key != MEETING and (key != before or heading in self.note["unknown"]):
                keys[heading] = key
        return keys

    @property
    def chosen_meetings(self):
        """Heading → fields of the MeetingMapping of those said to be one, or now another than before."""
        told = {
            heading: {part: self.cleaned_data[f"heading{number}_{part}"] for part in MEETING_PARTS}
            for number, heading in enumerate(self.headings)
            if self.cleaned_data[f"heading{number}"] == MEETING
        }
        return {heading: details for heading, details in told.items() if not self._stands(heading, details)}

    def _stands(self, heading, details):
        """Whether a meeting is what it was before; a town shall not make its district's its own unawares."""
        before = self.meetings.get(heading, {"reason": "unknown"})
        return not before["reason"] and all(str(details[part]) == before[part] for part in MEETING_PARTS)

    def _about(self, heading):
        """What stands below a heading, and what is wrong with it as a meeting's."""
        reason = self.meetings.get(heading, {}).get("reason", "")
        values = self.note["values"].get(heading, "")
        return "；".join(filter(None, (values, reason)))

    def _ask_meeting(self, name, heading):
        told = self.meetings.get(heading, {})
        plain = forms.Select(attrs={"data-plain": True})
        asked = {
            "on": forms.DateField(label="会议日期", required=False, widget=DateInput()),
            "part": forms.ChoiceField(label="时段", choices=DayPart, required=False, widget=plain),
            "kind": forms.ChoiceField(label="会议类型", choices=MeetingKind, required=False, widget=plain),
            "name": forms.CharField(label="会议名称", max_length=LONGEST_NAME, required=False),
        }
        name_of_meeting = self.importer.name_of_meeting(heading)[:LONGEST_NAME]
        initial = {"part": DayPart.WHOLE, "kind": MeetingKind.FULL, "name": name_of_meeting}
        for part, field in asked.items():
            field.initial = told.get(part) or initial.get(part)
            self.fields[f"{name}_{part}"] = field

    def _check_meeting(self, name):
        """A meeting needs its day and its name; the name may be the heading's."""
        if self.cleaned_data.get(name) != MEETING:
            return
        for part, sentence in (("on", "请填写会议日期。"), ("name", "请填写会议名称。")):
            if not self.cleaned_data.get(f"{name}_{part}") and f"{name}_{part}" not in self.errors:
                self.add_error(f"{name}_{part}", sentence)
        for part, usual in (("part", DayPart.WHOLE), ("kind", MeetingKind.FULL)):
            self.cleaned_data[f"{name}_{part}"] = self.cleaned_data.get(f"{name}_{part}") or usual
