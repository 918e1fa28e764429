"""The roll of a session as a workbook, in the form in which an attendance sheet is taken over again."""

import io
from itertools import groupby

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from congress import names
from congress.calendar import chinese_date
from deputies.enums import Mark
from deputies.models import Attendance, Seat
from deputies.registers.marks import written
from deputies.roll_parts import part_of, parted


LEADING = ("序号", "代表团", "姓  名")
LEGEND = "注：√出席；请假须经批准；空白的不在任，或者没有登记。"
FIRST_ROW = 5
WIDTHS = (6, 18, 16)
MEETING_WIDTH, REMARK_WIDTH = 15, 20
LINE = Side(style="thin")
BORDER = Border(LINE, LINE, LINE, LINE)
CENTRED = Alignment(horizontal="center", vertical="center", wrap_text=True)


def roll_workbook(session):
    """The roll of all meetings of ``session`` as the bytes of an xlsx file."""
    meetings = list(session.meetings.all())
    seats, lines = _lines(session)
    book = Workbook()
    sheet = book.active
    sheet.title = session.short_name
    last = len(LEADING) + len(meetings) + 1
    _titles(sheet, session, last)
    _headings(sheet, session, meetings, last)
    _rows(sheet, seats, meetings, lines)
    _totals(sheet, len(seats), meetings, lines, last)
    _shape(sheet, len(seats), last)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _lines(session):
    """The seats on the rolls in stroke order, and {(seat, meeting): line} of those due."""
    found = Attendance.objects.filter(meeting__session=session, nonvoting=False)
    seats = Seat.objects.filter(pk__in=found.values("seat")).select_related(
        "deputy", "constituency", "delegation", "group"
    )
    lines = {(line.seat_id, line.meeting_id): line for line in found.due()}
    return list(seats.in_stroke_order()), lines


def _titles(sheet, session, last):
    """What the sheet is of, and the year for days that do not tell it."""
    first, until = session.starts_on, session.ends_on
    days = chinese_date(first) + (f"至{chinese_date(until)}" if until and until != first else "")
    for row, text in enumerate((f"{session}考勤表", f"会议时间：{days}"), 1):
        _put(sheet, row, 1, text)
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)


def _headings(sheet, session, meetings, last):
    """Two rows: the day above, half and name of the meeting below."""
    for column, text in [*enumerate(LEADING, 1), (last, "备注")]:
        _put(sheet, 3, column, text)
        sheet.merge_cells(start_row=3, end_row=4, start_column=column, end_column=column)
    column = len(LEADING)
    for on, of_day in groupby(meetings, key=lambda meeting: meeting.on):
        start = column + 1
        for meeting in of_day:
            column += 1
            _put(sheet, 4, column, f"{meeting.get_part_display()}\n{meeting.name}")
        year = "" if on.year == session.starts_on.year else f"{on.year}年"
        _put(sheet, 3, start, f"{year}{on.month}月{on.day}日")
        sheet.merge_cells(start_row=3, end_row=3, start_column=start, end_column=column)


def _rows(sheet, seats, meetings, lines):
    namesakes = _namesakes(seats)
    row = FIRST_ROW
    for part, members in parted(seats, part_of):
        top = row
        # The column is of delegations: who is in none stays blank, so that the sheet comes in again.
        title = None if part.is_rest else part.name
        for seat in members:
            _put(sheet, row, 1, row - FIRST_ROW + 1)
            _put(sheet, row, 3, _name(seat, namesakes))
            for column, meeting in enumerate(meetings, len(LEADING) + 1):
                line = lines.get((seat.pk, meeting.pk))
                _put(sheet, row, column, written(line.mark, line.note) if line else "")
            row += 1
        _put(sheet, top, 2, title)
        if title and row - top > 1:
            sheet.merge_cells(start_row=top, end_row=row - 1, start_column=2, end_column=2)


def _namesakes(seats):
    found = [seat.deputy.name for seat in seats]
    return {name for name in found if found.count(name) > 1}


def _name(seat, namesakes):
    """The name as in lists; of homonyms with what tells them apart."""
    name = names.spaced(seat.deputy.name)
    if seat.deputy.name in namesakes and seat.constituency_id:
        return f"{name}（第{seat.constituency.number}选区）"
    return name


def _totals(sheet, count, meetings, lines, last):
    row = FIRST_ROW + count
    _put(sheet, row, 3, "出席人数")
    for column, meeting in enumerate(meetings, len(LEADING) + 1):
        present = (
            line for line in lines.values() if line.meeting_id == meeting.pk and line.mark == Mark.PRESENT
        )
        _put(sheet, row, column, sum(1 for _ in present))
    _put(sheet, row + 1, 1, LEGEND)
    sheet.merge_cells(start_row=row + 1, end_row=row + 1, start_column=1, end_column=last)


def _shape(sheet, count, last):
    """Lines around the table, the title large, the headings always in view."""
    for cells in sheet.iter_rows(min_row=3, max_row=FIRST_ROW + count, max_col=last):
        for cell in cells:
            cell.border, cell.alignment = BORDER, CENTRED
    sheet["A1"].font, sheet["A1"].alignment = Font(size=16, bold=True), CENTRED
    sheet["A2"].alignment = CENTRED
    sheet.row_dimensions[4].height = 45
    widths = (*WIDTHS, *[MEETING_WIDTH] * (last - len(LEADING) - 1), REMARK_WIDTH)
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "D5"
    sheet.print_title_rows = "1:4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(sheet, row, column, value):
    """Write a value; a text that begins like a formula stays a text."""
    cell = sheet.cell(row, column, value)
    if cell.data_type == "f":
        cell.data_type = "s"
