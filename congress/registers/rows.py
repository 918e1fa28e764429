"""The data rows of a recognised sheet: what is no data is skipped, 同上 and blanks below are filled in."""

import re
from dataclasses import replace

from congress import names
from congress.registers.bad_value import BadValue, is_blank
from congress.registers.dates import parse_date
from congress.registers.headings import plain, without_brackets
from congress.registers.report import Defect, Outcome, RowResult, Severity, shortened
from congress.registers.sheet import INVISIBLE, Cell
from congress.registers.values import parse_names


TOTAL = re.compile(
    r"(本页|本表|本镇|全[区县市镇])?(合计|总计|小计|共计|累计)(人数|件数)?\d*[人件次户名天]?|共\d+[人件户名]"
    r"|([应实](到|出席)|实际出席)(人数|人次|代表数)?|(出席|缺席|请假|列席|到会|出勤)(人数|人次|代表数|率)"
)
SIGNATURE = re.compile(
    r"(填表说明|说明|备?注\d?|(填表|填报|制表|审核|复核|统计|经办|联系)人?|填报单位|登记单位|联系电话"
    r"|(填表|填报|制表)(日期|时间)|(单位|部门)?负责人|分管领导|(单位)?盖章)(签字|签名|签章|盖章)?[：:]"
)
DITTO = frozenset({"同上", "同前", "〃", "〞", "″", '"', "“", "”", "''", "′′", "、、", "々"})


class Row:
    """One data row: cells by column key, its place, and the means to say what is wrong with it."""

    def __init__(self, recognition, line, report):
        self.recognition = recognition
        self.file = recognition.sheet.file
        self.sheet = recognition.sheet.name
        self.number = line[0].row
        self.line = line
        self.cells = {key: line[heading.column - 1] for key, heading in recognition.columns.items()}
        self.others = {heading: line[heading.column - 1] for heading in recognition.unknown}
        self.report = report
        self.section = ""
        self.rejected = False

    def cell(self, key):
        """The cell of a column; a blank one where the sheet has no such column."""
        return self.cells.get(key) or Cell(self.number, 0)

    def text(self, key):
        """The text of a column; dashes, 无 and the like are empty."""
        cell = self.cell(key)
        return "" if is_blank(cell.value) or cell.is_error else cell.text

    def read(self, key, parse, *, reject=False, **options):
        """The value ``parse`` makes of a cell, None where it is blank or wrong.

        A wrong value is reported: the row is taken over without it, or refused when ``reject`` is set.
        """
        cell = self.cell(key)
        if cell.is_error:
            return None
        try:
            return parse(cell.value, **options)
        except BadValue as bad:
            consequence = "本行不导入" if reject else "按空值导入"
            self._tell(
                Severity.ERROR if reject else Severity.WARNING,
                bad.topic,
                f"{self.label(key)}{bad.sentence}，{consequence}",
                key,
            )
            return None

    def read_name(self, key):
        """A person's name in its one right form; stray blanks and wrong middle dots are put right."""
        self._tell_of_writing(key)
        return names.normalise(self.text(key))

    def read_names(self, key):
        """The NameList of a cell that lists persons."""
        self._tell_of_writing(key, outer_blanks=False)
        listed = parse_names(self.cell(key).value)
        if listed.others:
            self.warn(
                "incomplete_participants", f"{self.label(key)}写“{listed.others}”，只按列出的姓名计", key
            )
        return listed

    def require(self, *keys):
        """Whether none of the columns is blank; else the row is refused."""
        blank = [key for key in keys if not self.text(key)]
        for key in blank:
            self.reject("required_missing", f"“{self.label(key)}”是空的，本行不导入", key)
        return not blank

    def tell_of_formulas(self):
        """Report cells whose formula left no value, or that are links."""
        watched = [
            *self.cells.items(),
            *(self.others.items() if self.recognition.register.open_ended else ()),
        ]
        for key, cell in watched:
            label = key.text if key in self.others else self.label(key)
            if cell.is_hyperlink:
                self.warn("hyperlink_formula", f"{label}是超链接公式，只取显示文字，不保留链接", key)
            elif cell.formula and cell.value is None:
                formula = shortened(cell.formula)
                self.warn("formula_without_value", f"{label}是公式“{formula}”且没有保存的值，按空值导入", key)
            elif cell.is_error:
                self.warn("formula_error", f"{label}是出错的公式“{cell.text}”，按空值导入", key)

    def inform(self, topic, message, key=None):
        self._tell(Severity.INFO, topic, message, key)

    def warn(self, topic, message, key=None):
        self._tell(Severity.WARNING, topic, message, key)

    def reject(self, topic, message, key=None):
        """Refuse the row; ``message`` says why and ends in 本行不导入."""
        self._tell(Severity.ERROR, topic, message, key)

    def becomes(self, outcome, label="", changes=()):
        """Note what the row does to the records."""
        self.report.results.append(
            RowResult(self.file, self.sheet, self.number, outcome, label, tuple(changes))
        )

    def label(self, key):
        """The heading that the office gave a column."""
        heading = self.recognition.columns.get(key)
        return heading.text if heading else next(c.label for c in self._columns if c.key == key)

    @property
    def _columns(self):
        return self.recognition.register.columns

    def _tell(self, level, topic, message, key=None):
        """Report a defect of the row, of the column ``key``, or of the column under a Heading of others."""
        cell = self.others.get(key) or self.cell(key) if key else None
        heading = (key.text if key in self.others else self.label(key)) if key else None
        text = cell.raw if cell else " | ".join(c.text for c in self.line if c.is_own)
        self.report.defects.append(
            Defect(
                level,
                topic,
                self.file,
                self.sheet,
                self.number,
                cell.letter if cell else None,
                heading,
                text,
                f"第{self.number}行：{message}",
            )
        )
        if level == Severity.ERROR and not self.rejected:
            self.rejected = True
            self.becomes(Outcome.WRONG)

    def _tell_of_writing(self, key, *, outer_blanks=True):
        value = self.cell(key).value
        if not isinstance(value, str):
            return
        if outer_blanks and (value != value.strip() or any(sign in value for sign in INVISIBLE)):
            self.inform("whitespace", f"{self.label(key)}前后有空白或不可见字符，已去除", key)
        if names.normalise(value).count(names.DOT) != value.count(names.DOT):
            self.inform("wrong_middle_dot", "间隔号已统一为“·”", key)


def read_rows(recognition, report):
    """Yield the data rows of a recognised sheet; what is skipped or refused here stands in ``report``."""
    above, section, empty, seen = {}, "", [], {}
    for cells in recognition.sheet.rows[recognition.first_row - 1 + recognition.depth :]:
        number = cells[0].row
        row = Row(recognition, cells, report)
        if _is_empty(cells, recognition):
            empty.append(row)
            continue
        for gap in empty:
            gap.inform("empty_rows", "空行，跳过（其后仍有数据）")
        empty.clear()
        reason = _skipped(cells, recognition)
        if reason:
            topic, message, section = reason[0], reason[1], reason[2] or section
            row.inform(topic, message)
            continue
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
