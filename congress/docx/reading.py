"""Reading the words of a document that somebody uploads: paragraphs as plain text, nothing else of it."""

import re
import unicodedata
from zipfile import BadZipFile, ZipFile

from django.core.exceptions import ValidationError
from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table


MEGABYTE = 1024 * 1024
MOST_BYTES = 10 * MEGABYTE
# What a document of ten megabytes may unpack to: one that swells to more is no office's.
MOST_UNPACKED = 100 * MEGABYTE
MOST_CHARACTERS = 20_000
_OLE, _ZIP = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"PK\x03\x04"
BROKEN = "这个文件打不开，可能已经损坏；请用 Word 或 WPS 打开后另存为 .docx 再传，或者把文字粘贴到下面。"
OLD = "这是旧版 Word 文件（.doc、.wps），请在 Word 或 WPS 里“另存为”.docx 再传，或者把文字粘贴到下面。"
LOCKED = "这个文件设了密码，或者是旧版格式；请去掉密码、另存为 .docx 再传，或者把文字粘贴到下面。"


def paragraphs_of(upload):
    """The paragraphs of an uploaded .docx that are not empty, those in tables included, as plain text.

    Raises ``ValidationError`` with a sentence for what is too big, broken, encrypted or of the old kind.
    """
    if upload.size > MOST_BYTES:
        raise ValidationError("文件超过10兆。请删去里面的图片再传，或者把文字粘贴到下面。")
    begins = upload.read(8)
    upload.seek(0)
    if begins.startswith(_OLE):
        raise ValidationError(LOCKED if upload.name.lower().endswith(".docx") else OLD)
    if not begins.startswith(_ZIP):
        raise ValidationError("请选择 Word 文件（.docx）；PDF、图片里的文字请粘贴到下面。")
    document = _opened(upload)
    found = [_plain(words) for words in _words(document)]
    found = [words for words in found if words]
    if not found:
        raise ValidationError("文件里没有读到文字；如果内容是图片，请把文字录到下面。")
    if sum(map(len, found)) > MOST_CHARACTERS:
        raise ValidationError(f"文件有{sum(map(len, found))}字，太长了；请只留一件建议的正文再传。")
    return found


def _opened(upload):
    try:
        with ZipFile(upload) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_UNPACKED:
                raise ValidationError(BROKEN)
        upload.seek(0)
        return Document(upload)
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, OSError, SyntaxError) as error:
        # lxml tells of broken XML by a SyntaxError.
        raise ValidationError(BROKEN) from error


def _words(document):
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                # A cell over several columns is given once for each.
                cells = {cell._tc: cell for cell in row.cells}
                yield " ".join(cell.text for cell in cells.values())
        else:
            yield block.text


def _plain(words):
    """Without control and invisible characters; any white space is one blank."""
    kept = "".join(
        " " if char.isspace() else char
        for char in words
        if char.isspace() or unicodedata.category(char)[0] != "C"
    )
    return re.sub(" {2,}", " ", kept).strip()
