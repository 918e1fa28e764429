"""Forms of taking over registers: choosing the files, saying what headings and marks mean."""

from django import forms

from congress.forms import ChineseForm, FilesInput
from congress.registers.importer import importer_of
from congress.registers.sheet import UnreadableFile, refuse_if_no_table


MAX_MEGABYTES = 5


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
    """What the marks that nobody knew mean; ``marks`` are those of one kind in the preview."""

    UNSET = "unset"

    def __init__(self, kind, marks, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.marks = [mark["writing"] for mark in marks]
        meanings = importer_of(kind).meanings
        for number, mark in enumerate(marks):
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
        columns = importer_of(note["likely"]).register.columns
        self.headings = {**note["columns"], **dict.fromkeys(note["unknown"], "")}
        choices = [("", "不导入"), *((column.key, column.label) for column in columns)]
        for number, (heading, key) in enumerate(self.headings.items()):
            self.fields[f"heading{number}"] = forms.ChoiceField(
                label=f"“{heading}”",
                choices=choices,
                required=False,
                initial=key,
                widget=forms.Select(attrs={"data-plain": True}),
            )

    def clean(self):
        cleaned = super().clean()
        chosen = [key for key in cleaned.values() if key]
        labels = dict(self.fields["heading0"].choices) if self.fields else {}
        for key in sorted({key for key in chosen if chosen.count(key) > 1}):
            self.add_error(None, f"有几栏都指定为“{labels[key]}”，请只留一栏，其余选“不导入”。")
        return cleaned

    @property
    def chosen(self):
        """Heading → column key of all that was not known or was changed."""
        keys = {}
        for number, (heading, before) in enumerate(self.headings.items()):
            key = self.cleaned_data[f"heading{number}"]
            if key != before or heading in self.note["unknown"]:
                keys[heading] = key
        return keys
