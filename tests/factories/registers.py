"""Registers as offices write them, made in the test."""

import csv
import io

import xlwt
from openpyxl import Workbook

from congress.registers.office import area_for, mappings_for
from congress.registers.takeover import open_book, take_over


ROSTER_HEADINGS = [
    "序号",
    "姓  名",
    "性别",
    "民族",
    "出生\n年月",
    "政治面貌",
    "文化程度",
    "工作单位及职务",
    "联系电话 ",
    "选  区",
    "代表团",
    "代表小组",
    "备  注",
]


def workbook_of(sheets):
    """The open bytes of an xlsx file; ``sheets`` gives the rows of each sheet by its name."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    content.seek(0)
    return content


def book_of(sheets, name="登记表.xlsx", *, chosen=True):
    return open_book(workbook_of(sheets), name, chosen=chosen)


def csv_book(rows, name="登记表.csv", encoding="gb18030"):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return open_book(io.BytesIO(text.getvalue().encode(encoding)), name)


def old_book_of(title, rows, merged=(), name="登记表.xls"):
    """A workbook of Excel 97.

    ``merged``: areas as (first row, last row, first column, last column) from 0; the first cell is the value.
    """
    book = xlwt.Workbook()
    sheet = book.add_sheet(title)
    covered = {
        (row, column)
        for top, bottom, left, right in merged
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    }
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if (number, column) not in covered:
                sheet.write(number, column, value)
    for top, bottom, left, right in merged:
        sheet.write_merge(top, bottom, left, right, rows[top][left])
    content = io.BytesIO()
    book.save(content)
    content.seek(0)
    return open_book(content, name)


def roster_row(name, **cells):
    """One row of ROSTER_HEADINGS; what is not told is blank."""
    keys = (
        "number name sex ethnicity born party education position phone constituency delegation group remark"
    )
    return [cells.get(key) if key != "name" else name for key in keys.split()]


def roster_rows(*rows, title="云山区第九届人民代表大会代表名册"):
    return [[title], ROSTER_HEADINGS, *rows]


def take(*books, **options):
    """Take over the books; return the Report. Options are those of area_for, and ``kinds``."""
    kinds = options.pop("kinds", None)
    area = area_for(books, **options)
    return take_over(books, area, kinds=kinds, mappings=mappings_for(area.office))


def defects_of(report, *levels):
    """(level, topic, message) of the report's defects, of errors and warnings unless told otherwise."""
    wanted = levels or ("error", "warning")
    return [
        (defect.level, defect.topic, defect.message) for defect in report.defects if defect.level in wanted
    ]
