"""What a register is: its columns by their usual headings; and how a sheet was read as one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import attrgetter

from congress.registers.sheet import Sheet


SERIAL = frozenset({"序号", "序", "编号", "No", "NO", "名册序号"})
UNKNOWN_COST = 0.5
LONGEST_MARK, SHOWN_VALUES = 8, 4
OTHERS_PER_COLUMN = 2  # a ledger of proposals names handling units too


class Column:
    """A column of a register: the key rows are read by and the headings offices give it, the best first.

    ``label`` names it, the first synonym unless told. A synonym with a slash (代表评价/办理结果) means a
    heading below another. ``fill_down``: a blank cell means the same as above. ``masked``: makes of a voter's
    personal data what a report may show. ``paths``: each synonym's letters, and the word that every heading
    like it has. ``alone``: synonyms that stand for the column only where the heading says nothing else.
    """

    def __init__(self, key, *synonyms, label="", required=False, fill_down=False, alone=(), masked=None):
        self.key = key
        self.label = label or synonyms[0]
        self.alone = frozenset(alone)
        paths = ["/".join(map(plain, synonym.split("/"))) for synonym in (*synonyms, *alone)]
        self.paths = tuple((path, path.rsplit("/", 1)[-1]) for path in paths)
        self.required = required
        self.fill_down = fill_down
        self.masked = masked


@dataclass(frozen=True)
class Register:
    """A kind of sheet: its columns, the words its titles use, and how many columns make it certain.

    ``others``: which other headings are expected, such as the meetings of an attendance sheet; there must be
    one of them, and their cells are kept in ``Row.others``. ``others_label`` says what they must be,
    ``without_others`` what is wrong with a sheet that has none but these columns. ``distinct``: a row equal
    to an earlier one is a mistake.
    """

    kind: str
    label: str
    columns: tuple[Column, ...]
    title_words: tuple[str, ...] = ()
    at_least: int = 2
    others: Callable | None = None
    others_label: str = ""
    without_others: Mapping[frozenset[str], str] = field(default_factory=dict)
    distinct: bool = True

    @property
    def open_ended(self):
        return self.others is not None


@dataclass(frozen=True)
class Heading:
    """The heading of one column: its parts from the top down, and the number of the column from 1."""

    column: int
    parts: tuple[str, ...]

    @property
    def text(self):
        return "/".join(self.parts)

    @cached_property
    def path(self):
        """The heading without white space, punctuation and width: what two writings have in common."""
        return "/".join(map(plain, self.parts))

    @cached_property
    def letters(self):
        """All parts in one, and the last one without what stands in brackets."""
        return f"{self.path.replace('/', '')} {plain(without_brackets(self.parts[-1]))}"

    @property
    def is_serial(self):
        return self.path in SERIAL


@dataclass(frozen=True)
class Recognition:
    """A sheet read as a register: where its headings stand and what each of them means.

    ``chosen``: the unknown headings that people said to belong to the open-ended register. ``left_out``:
    those that they said to leave out. ``beside``: the other sheets of its book that are no register, such as
    one that explains the marks. ``second_block``: the letter of the column where a second block of rows stood
    beside the first.
    """

    sheet: Sheet
    register: Register
    titles: tuple[str, ...] = ()
    first_row: int = 0
    depth: int = 0
    columns: Mapping[str, Heading] = field(default_factory=dict)
    unknown: tuple[Heading, ...] = ()
    chosen: frozenset[Heading] = frozenset()
    serial_columns: frozenset[int] = frozenset()
    score: float = 0.0
    beside: tuple[Sheet, ...] = ()
    second_block: str = ""
    left_out: tuple[Heading, ...] = ()

    @property
    def lines(self):
        """The rows of cells below the headings."""
        return self.sheet.rows[self.first_row - 1 + self.depth :]

    @property
    def values(self):
        """What stands below each heading unknown or left out, the most frequent first: √ 12格，请假 2格.

        What is longer than a mark, such as a number of a telephone, is not told.
        """
        told = {}
        for heading in sorted((*self.unknown, *self.left_out), key=attrgetter("column")):
            texts = [line[heading.column - 1].text for line in self.lines if line[heading.column - 1].is_own]
            found = Counter(text for text in texts if len(text) <= LONGEST_MARK).most_common(SHOWN_VALUES)
            told[heading.text] = "，".join(f"{text} {count}格" for text, count in found)
        return told

    @property
    def missing(self):
        """Required columns that no heading stands for."""
        return [
            column for column in self.register.columns if column.required and column.key not in self.columns
        ]

    @cached_property
    def expected(self):
        """The headings that are no column but belong to an open-ended register."""
        if not self.register.open_ended:
            return ()
        found = [
            heading for heading in self.unknown if heading in self.chosen or self.register.others(heading)
        ]
        if len(found) > 1 and len({heading.path for heading in found}) == 1:
            return ()  # one heading across several columns; what tells them apart stands below it
        return tuple(found)

    @property
    def is_complete(self):
        """Whether the sheet is the register: what must be there is, and it is not mostly something else."""
        known = len(self.columns) + len(self.expected)
        is_other = len(self.unknown) - len(self.expected) > OTHERS_PER_COLUMN * known
        lacks = bool(self.missing) or len(self.columns) < self.register.at_least
        return not (lacks or is_other or (self.register.open_ended and not self.expected))

    @property
    def cost(self):
        return UNKNOWN_COST * (len(self.unknown) - len(self.expected))

    @property
    def rank(self):
        """What the best reading has most of."""
        likely = 0 if self.is_complete else len(self.expected)
        return (self.is_complete, self.score + likely - self.cost, len(self.expected), self.depth)

    @property
    def sentence(self):
        """Why the sheet cannot be read, and what to do."""
        if not self.columns:
            return f"{self.sheet.title}：没有找到表头，未导入。"
        missing = "、".join(f"“{column.label}”" for column in self.missing)
        strange = [heading for heading in self.unknown if heading not in self.expected]
        unknown = "、".join(f"“{heading.text}”" for heading in strange)
        to_choose = f"为其中一栏选{missing}" if self.missing and strange else "指定各栏"
        return (
            f"{self.sheet.title}：像是{self.register.label}，但"
            + (f"缺少{missing}栏" if missing else self._lack)
            + (f"，{unknown}没有认出" if unknown else "")
            + f"，未导入。请改表头，或在导入页面{to_choose}后再导入。"
        )

    @property
    def _lack(self):
        if not self.register.open_ended:
            return "认出的栏太少"
        told = (text for keys, text in self.register.without_others.items() if keys & self.columns.keys())
        return next(told, f"没有{self.register.others_label}")


@lru_cache(maxsize=4096)
def plain(text):
    """A heading's letters: full width made half, without white space, brackets' signs and punctuation."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=4096)
def without_brackets(text):
    """The text without its bracketed parts, in half width."""
    return re.sub(r"\([^()]*\)", "", unicodedata.normalize("NFKC", text))
