"""From uploaded files to records: kept, previewed, confirmed or discarded; nothing counts before.

The preview is the takeover itself, rolled back; it is kept as plain values, so that turning its pages costs
nothing.
"""

from collections import defaultdict
from dataclasses import asdict

from django.db import transaction

from congress import clock
from congress.models import HeadingMapping, Takeover, TakeoverFile
from congress.registers.importer import importer_of
from congress.registers.office import area_of, mappings_for
from congress.registers.takeover import open_book, rolled_back, take_over


class AlreadyDone(Exception):
    """Somebody confirmed or discarded the takeover before; the text says so."""


def begin(by, files):
    """Keep the uploaded files of a person and preview them; return the Takeover."""
    takeover = Takeover.objects.create(jurisdiction=by.jurisdiction, by=by)
    for file in files:
        TakeoverFile.objects.create(takeover=takeover, name=file.name, content=file)
    preview(takeover)
    return takeover


def preview(takeover):
    """Find out what the files would do, and keep that."""
    with rolled_back():
        report = _run(takeover)
    takeover.preview = as_preview(report)
    takeover.save(update_fields=["preview"])


def set_headings(takeover, kind, keys):
    """Remember for the office what its headings mean (heading → column key, "" leaves out); preview again."""
    for heading, key in keys.items():
        HeadingMapping.objects.update_or_create(
            jurisdiction=takeover.jurisdiction.district, kind=kind, heading=heading, defaults={"key": key}
        )
    preview(takeover)


def confirm(takeover):
    """Do what was previewed, all files or none; return the Report. Raises AlreadyDone."""
    with transaction.atomic():
        locked = Takeover.objects.select_for_update().get(pk=takeover.pk)
        if locked.done_at:
            raise AlreadyDone("这批登记表已经导入过了。")
        report = _run(locked)
        locked.done_at = clock.now()
        locked.preview = {"counts": report.counts}
        locked.save(update_fields=["done_at", "preview"])
        _forget_contents(locked)
    return report


def discard(takeover):
    """Drop a takeover that was not confirmed, with its files."""
    with transaction.atomic():
        _forget_contents(takeover)
        takeover.delete()


def as_preview(report):
    """The report as plain values, the defects with the rows that they belong to."""
    defects = defaultdict(list)
    for defect in report.defects:
        defects[defect.file, defect.sheet, defect.row].append(asdict(defect))
    rows = [
        asdict(result) | {"defects": defects.pop((result.file, result.sheet, result.row), [])}
        for result in report.results
    ]
    for row in rows:
        if not row["label"] and row["defects"]:
            row["label"] = row["defects"][0]["text"]
    values = report.as_dict()
    for note in values["sheets"]:
        note["label"] = importer_of(note["likely"]).register.label
    skipped = [defect for found in defects.values() for defect in found]
    return values | {"rows": rows, "skipped": skipped}


def _run(takeover):
    books = []
    for file in takeover.files.all():
        with file.content.open("rb") as content:
            books.append(open_book(content, file.name))
    area = area_of(takeover.jurisdiction, books)
    return take_over(books, area, mappings=mappings_for(area.district))


def _forget_contents(takeover):
    """Delete the files themselves once the transaction holds."""
    for file in takeover.files.all():
        transaction.on_commit(lambda content=file.content: content.delete(save=False))
