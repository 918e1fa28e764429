"""What a report of an import shows of a voter's personal data (D10)."""

from congress.fields import phones_in
from reception.enums import VisitorKind
from reception.models import Visitor
from reception.registers.visitors import visitor_named


def mask_name(text):
    kind, name = visitor_named(text)
    if kind == VisitorKind.PERSON and len(name) > 4:
        return f"{name[:1]}某某"  # no name of a Chinese: nobody knows what stands there
    return Visitor(kind=kind, name=name).masked_name


def mask_phone(text):
    return Visitor(phone=text).masked_phone


def mask_address(text):
    return "…"


def without_data(words, visitor):
    """The voter's words with his name and telephone numbers masked."""
    for number in phones_in(words):
        words = words.replace(number, Visitor(phone=number).masked_phone)
    return words.replace(visitor.name, visitor.masked_name) if visitor.is_named_in(words) else words
