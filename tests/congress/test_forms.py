"""What every form of the house does alike."""

import pytest
from django import forms

from congress.forms import ChineseForm, FileInput
from congress.takeover_forms import UploadForm
from deputies.forms import PartForm


class Form(ChineseForm, forms.Form):
    paper = forms.FileField(label="附件", required=False)


@pytest.mark.parametrize(
    ("form", "name", "button"),
    [
        (Form, "paper", "选择文件"),
        (UploadForm, "files", "选择文件"),
        (PartForm, "photos", "拍照或选照片"),
    ],
)
@pytest.mark.django_db
def test_file_is_chosen_by_a_button_in_chinese(form, name, button):
    widget = form().fields[name].widget
    assert (isinstance(widget, FileInput), widget.attrs["data-button"]) == (True, button)
