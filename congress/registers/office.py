"""Preparing a takeover: which office it is for, and the headings and marks that this office set by hand."""

from congress.enums import Level
from congress.models import HeadingMapping, Jurisdiction, MarkMapping
from congress.registers.area import Area, UnknownDistrict, district_for
from congress.registers.meeting_headings import set_meeting
from congress.registers.report import Report
from congress.registers.titles import district_named, term_numbers


def area_for(books, name=None, *, create=False, numbers=None, starts=None):
    """The Area that the books belong to, by name or by their titles; a new district is told in its report.

    ``numbers`` and ``starts``: terms and their first days by the name of the place, "" for the place itself.
    Raises UnknownDistrict.
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
    told = {place or itself: number for place, number in (numbers or {}).items()}
    return Area(
        district,
        report,
        own=own,
        numbers=term_numbers(texts, district.name) | told,
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
    return Area(district, report, own=own, numbers=term_numbers(texts, district.name))


def mappings_for(district):
    """By kind of register: heading → column key, None where the office leaves the column out."""
    mappings = {}
    for mapping in HeadingMapping.objects.filter(jurisdiction=district):
        mappings.setdefault(mapping.kind, {})[mapping.heading] = mapping.key or None
    return mappings


def marks_for(district, kind):
    """Of a kind of register: writing → meaning of the marks set by hand, "" does not count one."""
    found = MarkMapping.objects.filter(jurisdiction=district, kind=kind)
    return dict(found.values_list("writing", "meaning"))


def set_marks(district, kind, meanings):
    """Remember for the office what its marks mean: writing → meaning, "" does not count the mark."""
    for writing, meaning in meanings.items():
        MarkMapping.objects.update_or_create(
            jurisdiction=district, kind=kind, writing=writing, defaults={"meaning": meaning}
        )


def set_heading(district, kind, heading, meaning):
    """Remember what a heading means: a column's key, "" for none, or the fields of a MeetingMapping."""
    if isinstance(meaning, dict):
        set_meeting(district, kind, heading, details=meaning)
        return
    HeadingMapping.objects.update_or_create(
        jurisdiction=district, kind=kind, heading=heading, defaults={"key": meaning}
    )
