"""Opening an office's file, whatever it is: a workbook, an old one, or text."""

from pathlib import Path

from congress.registers import csv_file, old_workbook, workbook
from congress.registers.sheet import UnreadableFile


MAX_BYTES = 20 * 1024 * 1024
ZIPPED = b"PK"


def open_sheets(file, name=None):
    """The sheets of a file, given by path or as an open binary file with its ``name``.

    The content decides, not the ending: offices name text files .xls. Raises UnreadableFile.
    """
    if isinstance(file, (str, Path)):
        try:
            with open(file, "rb") as opened:
                return open_sheets(opened, Path(file).name)
        except OSError as error:
            raise UnreadableFile(f"{Path(file).name}打不开，请检查文件是否存在、是否有权限读取。") from error
    content = _content(file, name)
    if content.startswith(ZIPPED):
        return workbook.sheets_of(content, name)
    if content.startswith(old_workbook.OLD):
        return old_workbook.sheets_of(content, name)
    return [csv_file.sheet_of(content, name)]


def refuse_if_no_table(file, name):
    """Raise UnreadableFile when an open file can be no table, without reading its rows; rewind it."""
    content = _content(file, name)
    if content.startswith(ZIPPED):
        workbook.refuse_if_none(content, name)
    elif content.startswith(old_workbook.OLD):
        old_workbook.refuse_if_locked(content, name)  # more takes as long as reading it: that the worker does
    else:
        csv_file.text_of_file(content, name)
    file.seek(0)


def _content(file, name):
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise UnreadableFile(f"{name}超过20兆，请只留下要导入的工作表，另存后再导入。")
    if not content.strip():
        raise UnreadableFile(f"{name}是空文件，请检查后重新选择。")
    return content
