"""Reading an office's sheets: open the file, know the register by its headings, read its rows and values.

    report = Report()
    for sheet in open_sheets(path):
        recognition = recognise(sheet, [ROSTER, UNITS])
        report.add_sheet(recognition)
        for row in read_rows(recognition, report) if recognition.is_complete else ():
            name, born = row.read_name("name"), row.read("born", parse_month)

The app above says which columns a register has and what each row becomes.
"""

from congress.registers.bad_value import BadValue
from congress.registers.dates import parse_birth, parse_date, parse_days, parse_half_days, parse_month
from congress.registers.headings import recognise
from congress.registers.opening import open_sheets
from congress.registers.register import Column, Heading, Recognition, Register
from congress.registers.report import Change, Defect, Outcome, Report, RowResult, Severity
from congress.registers.row import Row
from congress.registers.rows import read_rows
from congress.registers.sheet import Cell, Sheet, UnreadableFile
from congress.registers.values import (
    ListedName,
    NameList,
    parse_int,
    parse_names,
    parse_number,
    parse_ordinal,
)
from congress.registers.vocabulary import EDUCATION, ETHNICITY, PARTY, SEX, YES_NO, Vocabulary


__all__ = [
    "EDUCATION",
    "ETHNICITY",
    "PARTY",
    "SEX",
    "YES_NO",
    "BadValue",
    "Cell",
    "Change",
    "Column",
    "Defect",
    "Heading",
    "ListedName",
    "NameList",
    "Outcome",
    "Recognition",
    "Register",
    "Report",
    "Row",
    "RowResult",
    "Severity",
    "Sheet",
    "UnreadableFile",
    "Vocabulary",
    "open_sheets",
    "parse_birth",
    "parse_date",
    "parse_days",
    "parse_half_days",
    "parse_int",
    "parse_month",
    "parse_names",
    "parse_number",
    "parse_ordinal",
    "read_rows",
    "recognise",
]
