"""What all forms share."""

from functools import partial

from crispy_forms.helper import FormHelper
from django import forms
from django.core.validators import MaxValueValidator
from django.db.backends.base.operations import BaseDatabaseOperations
from django.forms import ALL_FIELDS

from congress.fields import LONGEST_NOTE, text
from congress.sentences import speak


class DateInput(forms.DateInput):
    """The phone's and the browser's own date picker."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class TimeInput(forms.TimeInput):
    input_type = "time"

    def __init__(self, **kwargs):
        super().__init__(format="%H:%M", **kwargs)


class MomentInput(forms.DateTimeInput):
    """A day and a time in one field."""

    input_type = "datetime-local"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%dT%H:%M", **kwargs)


class FileInput(forms.ClearableFileInput):
    """A file; the frame's script puts ``button`` in place of the browser's own, which speaks its language."""

    template_name = "django/forms/widgets/file.html"
    button = "选择文件"

    def __init__(self, attrs=None):
        super().__init__({"data-button": self.button, **(attrs or {})})

    def is_initial(self, value):
        """A kept file is never linked: it has no address of its own, and the page shows what may be seen."""
        return False


class FilesInput(FileInput):
    """Several files at once."""

    allow_multiple_selected = True


reason = partial(text, max_length=LONGEST_NOTE)


class ChineseForm:
    """Layout of every form: one column, label above, hint below; native date and time inputs, own buttons.

    A mixin for ``forms.Form`` and ``forms.ModelForm``. The template writes the form element and its buttons.
    ``private`` names the fields with personal data, or is "__all__": the browser keeps nothing of them
    (``static/js/kept.js``), for the next person may sit at the same computer.
    """

    private = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        for name in self.fields if self.private == ALL_FIELDS else self.private:
            self.fields[name].widget.attrs["data-private"] = True
        for name, field in self.fields.items():
            speak(field)
            if isinstance(field, forms.IntegerField):
                _bound(field, getattr(self, "_meta", None), name)
            if type(field) is forms.DateField:
                field.widget = DateInput(attrs=field.widget.attrs)
            elif type(field) is forms.TimeField:
                field.widget = TimeInput(attrs=field.widget.attrs)
            elif type(field) is forms.DateTimeField:
                field.widget = MomentInput(attrs=field.widget.attrs)
            elif type(field.widget) is forms.ClearableFileInput:
                field.widget = FileInput(attrs=field.widget.attrs)
            elif isinstance(field.widget, forms.NumberInput):
                _keep_what_is_typed(field)


def _bound(field, meta, name):
    """Bound a number of a record as every database can hold it; SQLite would take one of nineteen digits."""
    if meta is None or name not in (meta.fields or ()):
        return
    kind = meta.model._meta.get_field(name).get_internal_type()
    # A decimal field is an integer field to Django's forms; its digits are bounded already.
    if kind not in BaseDatabaseOperations.integer_field_ranges:
        return
    _, most = BaseDatabaseOperations.integer_field_ranges[kind]
    if field.max_value is None or field.max_value > most:
        field.max_value = most
        others = [limit for limit in field.validators if not isinstance(limit, MaxValueValidator)]
        field.validators = [*others, MaxValueValidator(most)]


def _keep_what_is_typed(field):
    """A number as text with the number pad: a browser's own number field forgets what is no number."""
    field.widget.input_type = "text"
    field.widget.attrs["inputmode"] = "numeric" if type(field) is forms.IntegerField else "decimal"
    for bound in ("min", "max", "step"):
        field.widget.attrs.pop(bound, None)


class RecordForm(ChineseForm, forms.Form):
    """The form of a step that may look at the record it is ``about`` and the person who fills it in."""

    def __init__(self, *args, about=None, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = about
        self.user = user
        self.prepare()

    def prepare(self):
        """Set choices and initial values that depend on the record."""


class StepForm(RecordForm):
    """The form of a step that needs no more than an optional note."""

    note = text("说明", rows=2, max_length=LONGEST_NOTE, required=False, help_text="可以不填。")


class ReasonForm(RecordForm):
    """The form of a step that needs a reason; a subclass says which: ``note = reason("重办要求")``."""

    note = reason("理由")
