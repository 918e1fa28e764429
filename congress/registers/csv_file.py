"""Text files (.csv, or text that is called .xls): one sheet, whose row numbers are its lines."""

import csv
import io
import re

from congress.registers.sheet import HYPERLINK, MAX_COLUMNS, Cell, Sheet, UnreadableFile, refuse_if_long


QUOTED = re.compile(r'^="((?:[^"]|"")*)"$')
BINARY = re.compile(r"[\x00-\x08\x0e-\x19\x1b]")  # no text holds them; 0x1a ended files once


def sheet_of(content, name):
    text = text_of_file(content, name)
    start = "\n".join(text.splitlines()[:50])
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",\t;", key=start.count))
    lines, line = [], 1
    try:
        for fields in reader:
            lines.append((line, fields[:MAX_COLUMNS]))
            line = reader.line_num + 1
            refuse_if_long(len(lines), name)
    except csv.Error as error:
        raise UnreadableFile(
            f"{name}不是表格文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。"
        ) from error
    width = max((len(fields) for _, fields in lines), default=0)
    rows = (
        tuple(_csv_cell(line, column, field) for column, field in enumerate(_padded(fields, width), 1))
        for line, fields in lines
    )
    return Sheet(name, None, tuple(rows))


def _padded(fields, width):
    return fields + [""] * (width - len(fields))


def _csv_cell(line, column, field):
    if not field.startswith("="):
        return Cell(line, column, _as_number(field))
    known = QUOTED.match(field) or HYPERLINK.match(field)
    return Cell(line, column, known[1].replace('""', '"') if known else None, field)


def _as_number(field):
    """A decimal that Excel may have written from a number (1975.1) as float: its last zero may be lost."""
    if re.fullmatch(r"\d{1,12}\.\d{1,6}", field) and str(float(field)) == field:
        return float(field)
    return field


def text_of_file(content, name):
    """The text of a file that may be a table. Raises UnreadableFile."""
    text = _decode(content, name)
    if re.match(r"\s*<(!doctype|html|table|\?xml)", text, re.IGNORECASE):
        raise UnreadableFile(f"{name}其实是网页或 XML 文件，请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。")
    return text


def _decode(content, name):
    encodings = ["utf-8-sig", "gb18030"]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in content:
        little_endian = content[1::2].count(0) > content[::2].count(0)
        encodings = ["utf-16-le" if little_endian else "utf-16-be"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not BINARY.search(text):
            return text
    raise UnreadableFile(f"{name}不是 Excel 或 csv 文件，或编码无法识别，请另存为 .xlsx 后再导入。")
