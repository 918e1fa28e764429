"""The data rows of a recognised sheet: what is no data is skipped, 同上 and blanks below are filled in."""

import re
from dataclasses import replace

from congress.registers.bad_value import BadValue
from congress.registers.dates import parse_date
from congress.registers.register import plain, without_brackets
from congress.registers.report import shortened
from congress.registers.row import Row


TOTAL = re.compile(
    r"(本页|本表|本镇|全[区县市镇])?(合计|总计|小计|共计|累计)(人数|件数)?\d*[人件次户名天]?|共\d+[人件户名]"
    r"|([应实](到|出席)|实际出席)(人数|人次|代表数)?|(出席|缺席|请假|列席|到会|出勤)(人数|人次|代表数|率)"
)
SIGNATURE = re.compile(
    r"(填表说明|说明|备?注\d?|(填表|填报|制表|审核|复核|统计|经办|联系)人?|填报单位|登记单位|联系电话"
    r"|(填表|填报|制表)(日期|时间)|(单位|部门)?负责人|分管领导|(单位)?盖章)(签字|签名|签章|盖章)?[：:]"
)
DITTO = frozenset({"同上", "同前", "〃", "〞", "″", '"', "“", "”", "''", "′′", "、、", "々"})


def read_rows(recognition, report):
    """Yield the data rows of a recognised sheet; what is skipped or refused here stands in ``report``."""
    above, section, empty, seen = {}, "", [], {}
    for cells in recognition.lines:
        report.count_row()
        number = cells[0].row
        row = Row(recognition, cells, report)
        if _is_empty(cells, recognition):
            empty.append(row)
            continue
        reason = _skipped(cells, recognition)
        if reason:
            topic, message, section = reason[0], reason[1], reason[2] or section
            row.inform(topic, message)
            continue
        for gap in empty:
            gap.inform("empty_rows", "空行，跳过（其后仍有数据）")
        empty.clear()
        row.cells = above = _filled(row.cells, above, recognition.register)
        row.section = section
        content = _content(cells, recognition)
        earlier = seen.setdefault(content, number)
        if recognition.register.distinct and earlier != number:
            place = "上一行" if earlier == number - 1 else f"第{earlier}行"
            row.reject("duplicate_row", f"与{place}完全相同，重复，本行不导入")
            continue
        row.tell_of_formulas()
        yield row


def _content(cells, recognition):
    """What makes a row equal to another: everything but its serial number."""
    return tuple(cell.text for cell in cells if cell.column not in recognition.serial_columns)


def _is_empty(cells, recognition):
    """Whether nothing was written in the row but perhaps a serial number prepared for it."""
    return not any(
        cell.is_own and not (cell.column in recognition.serial_columns and cell.text.isdecimal())
        for cell in cells
    )


def _skipped(cells, recognition):
    """(topic, message, name of the section it begins) of a row that is no data, None for data."""
    own = [cell for cell in cells if cell.is_own]
    if any(_is_total_or_signature(cell.text) for cell in own[:2]):
        return "total_row", "合计或落款行，跳过", ""
    if _repeats_headings(own, recognition):
        return "repeated_heading", "重复的表头，跳过", ""
    if len(own) == 1 and _stands_alone(own[0], cells, recognition):
        text = own[0].text
        if _is_date(text):
            return "total_row", "合计或落款行，跳过", ""
        return "section_row", f"只有“{shortened(text)}”，是分隔行，跳过", text
    return None


def _is_total_or_signature(text):
    bare = re.sub(r"\s", "", text)
    return bool(
        TOTAL.fullmatch(plain(without_brackets(bare)))
        or SIGNATURE.match(bare)
        or SIGNATURE.match(re.sub(r"[（()）]", "", bare))
    )


def _repeats_headings(own, recognition):
    parts = {
        heading.column: {plain(part) for part in heading.parts} for heading in recognition.columns.values()
    }
    repeated = sum(plain(cell.text) in parts.get(cell.column, ()) for cell in own)
    return repeated >= 2 and repeated * 2 >= len(own)


def _stands_alone(cell, cells, recognition):
    """Whether the only cell of a row runs across the table or leaves what a row must have blank."""
    if any(other.spread and other.value == cell.value and other.column > cell.column for other in cells):
        return True
    required = [column.key for column in recognition.register.columns if column.required]
    return bool(required) and all(
        cells[recognition.columns[key].column - 1].is_blank for key in required if key in recognition.columns
    )


def _is_date(text):
    try:
        return parse_date(text) is not None
    except BadValue:
        return False


def _filled(cells, above, register):
    """The cells with ditto marks and, where the register says so, blanks replaced by what stands above."""
    filling = {column.key for column in register.columns if column.fill_down}
    filled = {}
    for key, cell in cells.items():
        ditto = re.sub(r"[\s（()）]", "", cell.text) in DITTO
        if ditto or (cell.is_blank and not cell.formula and key in filling):
            value = above[key].value if key in above else None
            cell = replace(cell, value=value, above=True, ditto=ditto)
        filled[key] = cell
    return filled
