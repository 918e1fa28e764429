"""A cell whose content cannot be read, and what counts as blank."""

from congress.registers.report import shortened
from congress.registers.sheet import text_of


BLANKS = frozenset({"", "无", "/", "\\", "-", "--", "—", "——", "－", "／", "暂无", "空"})


class BadValue(ValueError):
    """A value that cannot be read. ``topic`` names the kind, ``sentence`` begins with the quoted value."""

    def __init__(self, topic, sentence):
        super().__init__(sentence)
        self.topic = topic
        self.sentence = sentence


def is_blank(value):
    """Whether a cell says nothing: empty, 无, a dash or a slash."""
    return text_of(value) in BLANKS


def quoted(value):
    """A cell's content in Chinese quotation marks, shortened."""
    return f"“{shortened(text_of(value))}”"
