"""Preparing a takeover: which office it is for, and the headings and marks that this office set by hand."""

from congress.enums import Level
from congress.models import HeadingMapping, Jurisdiction, MarkMapping
from congress.registers.area import Area, UnknownDistrict, district_for
from congress.registers.importer import importer_of
from congress.registers.meeting_headings import map_heading, set_meeting
from congress.registers.register import plain
from congress.registers.report import Report
from congress.registers.titles import district_named, term_numbers
from congress.registers.trail import told


def area_for(books, name=None, *, create=False, numbers=None, starts=None, user=None):
    """The Area that the books belong to, by name or by their titles; a new district is told in its report.

    ``numbers`` and ``starts``: terms and their first days by the name of the place, "" for the place itself.
    ``user``: in whose name it is done; one of a town goes by what his own office set by hand. Raises
    UnknownDistrict.
    """
    report = Report()
    texts = [text for book in books for text in book.texts]
    own = Jurisdiction.objects.local().filter(name=name).first() if name else None
    if own and Jurisdiction.objects.filter(name=name).count() > 1:
        raise UnknownDistrict(f"不止一个区划叫“{name}”，请先在“行政区划”中改名区分。")
    if own:
        district = own.parent
    else:
        district, is_new = district_for(name, texts, create=create)
        if is_new:
            report.notice(f"新建区县：{district.name}。")
    itself = (own or district).name
    given = {place or itself: number for place, number in (numbers or {}).items()}
    return Area(
        district,
        report,
        own=own,
        office=user.jurisdiction if user and user.jurisdiction == own else None,
        numbers=term_numbers(texts, district.name) | given,
        starts={place or itself: day for place, day in (starts or {}).items()},
        create=create,
    )


def area_of(jurisdiction, books):
    """The Area of an office that is known: its district, or a town that imports its own."""
    report = Report()
    own = jurisdiction if jurisdiction.level in Level.local else None
    texts = [text for book in books for text in book.texts]
    district = jurisdiction.district
    for named in sorted({district_named(text) for text in texts} - {"", district.name}):
        report.notice(f"表中写着“{named}”，您是{district.name}的工作人员，请核对是否选错了文件。")
    numbers = term_numbers(texts, district.name)
    return Area(district, report, own=own, office=jurisdiction, numbers=numbers)


def mappings_for(office):
    """By kind of register: heading → column key, None where the column is left out; an office's own first.

    ``office`` is the jurisdiction that imports.
    """
    mappings = {}
    for mapping in HeadingMapping.objects.binding(office):
        mappings.setdefault(mapping.kind, {})[plain(mapping.heading)] = mapping.key or None
    return mappings


def marks_for(office, kind):
    """Of a kind of register: writing → meaning of the marks set by hand, "" does not count one."""
    found = MarkMapping.objects.filter(kind=kind).binding(office)
    return {mapping.writing: mapping.meaning for mapping in found}


def set_marks(office, kind, meanings):
    """Remember for the office what its marks mean: writing → meaning, "" does not count the mark."""
    for writing, meaning in meanings.items():
        mapping, is_new = MarkMapping.objects.update_or_create(
            jurisdiction=office, kind=kind, writing=writing, defaults={"meaning": meaning}
        )
        told(mapping, is_new, importer_of(kind).label_of_mark(mapping))


def set_heading(office, kind, heading, meaning):
    """Remember what a heading means: a column's key, "" for none, or the fields of a MeetingMapping."""
    if isinstance(meaning, dict):
        set_meeting(office, kind, heading, details=meaning)
        return
    map_heading(office, kind, heading, meaning)
