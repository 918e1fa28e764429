"""Fields that look at what is typed."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from congress.fields import MOST_BYTES, PaperField, PhoneField, line, text


def refused(field, value):
    with pytest.raises(ValidationError) as error:
        field.clean(value)
    return error.value.messages


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("张三家门口路灯不亮13900001111", "13900001111"),
        ("请回电139 0000 1111。", "139 0000 1111"),
        ("请回电１３９００００１１１１", "13900001111"),
        ("办公室0471-6234567转", "0471-6234567"),
    ],
)
@pytest.mark.parametrize("field", [text("说明"), line("事由")])
def test_phone_in_a_text_is_refused(field, typed, found):
    assert refused(field, typed) == [f"这里不写电话号码，请删去“{found}”。"]


@pytest.mark.parametrize(
    "typed", ["2025年3月20日", "石政函〔2025〕12号", "投入1300000元", "身份证后四位1234", "12345热线"]
)
def test_numbers_that_are_no_phone_are_taken(typed):
    assert text("说明").clean(typed) == typed


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("138 0000 1234", "13800001234"),
        ("１３８００００１２３４", "13800001234"),
        ("04716234567", "0471-6234567"),
        ("", ""),
    ],
)
def test_phone_is_kept_in_its_usual_writing(typed, kept):
    assert PhoneField(required=False).clean(typed) == kept


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("abc", "“abc”不是电话号码"),
        ("1380013800013800", "“1380013800013800”有16位"),
        ("1380", "“1380”只有4位"),
    ],
)
def test_phone_that_is_none_is_refused(typed, wrong):
    assert refused(PhoneField(), typed) == [f"{wrong}，请填手机号，或者带区号的座机号。"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("答复.pdf", b"%PDF-1.7"),
        ("答复.docx", b"PK\x03\x04...."),
        ("答复.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("现场.JPG", b"\xff\xd8\xff\xe0...."),
        ("现场.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_paper_is_taken_whole(name, content):
    assert PaperField().clean(SimpleUploadedFile(name, content)).read() == content


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("程序.exe", b"MZ", "请用PDF、Word、WPS、OFD文件或者图片。"),
        ("答复.pdf", b"MZ\x90\x00", "“答复.pdf”的内容不是PDF文件，请重新导出后再传。"),
        ("答复.pdf", b"%PDF-" + b"0" * MOST_BYTES, "文件超过10兆，请压缩后再传。"),
    ],
)
def test_paper_that_is_none_is_refused(name, content, sentence):
    assert refused(PaperField(), SimpleUploadedFile(name, content)) == [sentence]
