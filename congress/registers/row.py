"""One data row: its cells by column key, its place, and the means to read them and to say what is wrong."""

from congress import names
from congress.registers.bad_value import BadValue, is_blank, quoted
from congress.registers.report import Defect, Outcome, RowResult, Severity, shortened
from congress.registers.sheet import INVISIBLE, Cell
from congress.registers.values import parse_names


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
        self.masks = {
            recognition.columns[column.key].column: column.masked
            for column in recognition.register.columns
            if column.masked and column.key in recognition.columns
        }
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
                f"{self.label(key)}{self._masked_in(bad.sentence, cell)}，{consequence}",
                key,
            )
            return None

    def read_all(self, *keys, parse):
        """The values of several columns joined by 、, each once; None where all are blank or wrong."""
        found = [part for key in keys for part in (self.read(key, parse) or "").split("、")]
        return "、".join(dict.fromkeys(filter(None, found))) or None

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
            *((heading, self.others[heading]) for heading in self.recognition.expected),
        ]
        for key, cell in watched:
            label = self.label(key)
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
        """Note what the row does to the records; once, and not after it was refused."""
        self.report.results.append(
            RowResult(self.file, self.sheet, self.number, outcome, label, tuple(changes))
        )

    def label(self, key):
        """The heading that the office gave a column; our own word where the sheet lacks it."""
        heading = key if key in self.others else self.recognition.columns.get(key)
        if heading:
            return heading.text
        return next(column.label for column in self.recognition.register.columns if column.key == key)

    def _tell(self, level, topic, message, key=None):
        """Report a defect of the row, of the column ``key``, or of the column under a Heading of others."""
        if key is None:
            letter, heading = None, None
            text = self._masked_line()
        else:
            cell = self.others.get(key) or self.cell(key)
            letter, heading, text = cell.letter, self.label(key), self._shown(cell, cell.raw)
        self.report.defects.append(
            Defect(
                level,
                topic,
                self.file,
                self.sheet,
                self.number,
                letter,
                heading,
                text,
                f"第{self.number}行：{message}",
            )
        )
        if level == Severity.ERROR and not self.rejected:
            self.rejected = True
            self.becomes(Outcome.WRONG)

    def _shown(self, cell, text):
        """What a report shows of a cell: a voter's personal data masked (D10)."""
        mask = self.masks.get(cell.column)
        return mask(text) if mask else text

    def _masked_line(self):
        """What stands in the row, personal data masked wherever in it they are told."""
        own = [cell for cell in self.line if cell.is_own]
        text = " | ".join(self._shown(cell, cell.text) for cell in own)
        for cell in own:
            if cell.column in self.masks and len(cell.text) > 1:
                text = text.replace(cell.text, self._shown(cell, cell.text))
        return text

    def _masked_in(self, sentence, cell):
        """The sentence about a cell, which quotes it, with what may be shown of it."""
        if cell.column not in self.masks:
            return sentence
        return sentence.replace(quoted(cell.value), f"“{self._shown(cell, cell.text)}”")

    def _tell_of_writing(self, key, *, outer_blanks=True):
        value = self.cell(key).value
        if not isinstance(value, str):
            return
        if outer_blanks and (value != value.strip() or any(sign in value for sign in INVISIBLE)):
            self.inform("whitespace", f"{self.label(key)}前后有空白或不可见字符，已去除", key)
        if names.normalise(value).count(names.DOT) != value.count(names.DOT):
            self.inform("wrong_middle_dot", "间隔号已统一为“·”", key)
