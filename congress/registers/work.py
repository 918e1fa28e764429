"""What the worker does with uploaded files: previews them, takes them over when they are confirmed.

The preview is the takeover itself, rolled back; it is kept as plain values, so that turning its pages costs
nothing.
"""

from collections import defaultdict
from dataclasses import asdict

from django.db import transaction

from congress import clock, rules
from congress.models import Takeover
from congress.registers.importer import importer_of
from congress.registers.office import area_of, mappings_for
from congress.registers.progress import watcher
from congress.registers.takeover import done_by, open_book, rolled_back, take_over


class NotAllowed(Exception):
    """The person may not take over any more; the text says what to do."""


def preview(takeover):
    """Find out what the files would do, and keep that."""
    with rolled_back(), done_by(takeover.by):
        report = _run(takeover)
    Takeover.objects.filter(pk=takeover.pk).update(preview=as_preview(report), asked_at=None)


def confirm(takeover):
    """Do what was previewed, all files or none. Raises NotAllowed where the person no longer may."""
    with transaction.atomic(), done_by(takeover.by):
        locked = Takeover.objects.select_for_update().get(pk=takeover.pk)
        if locked.done_at or not locked.confirmed_at:
            return
        _check_person(locked)
        report = _run(locked)
        locked.done_at, locked.asked_at = clock.now(), None
        locked.preview = {"counts": report.counts}
        locked.save(update_fields=["done_at", "asked_at", "preview"])
        forget_contents(locked)


def _check_person(takeover):
    """Who confirmed may have changed office, or been switched off, while the files waited for the worker."""
    by, place = takeover.by, takeover.jurisdiction
    if not (by.is_active and rules.can_take_over(by) and by.works_for(place)):
        raise NotAllowed(
            f"{by}的账号已经停用，或者不再能导入{place}的登记表，没有保存任何资料。请由现在的经办人重新上传。"
        )


def forget_contents(takeover):
    """Delete the files themselves once the transaction holds."""
    for file in takeover.files.all():
        transaction.on_commit(lambda content=file.content: content.delete(save=False))


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
    area.report.watch = watcher(takeover)
    return take_over(books, area, mappings=mappings_for(area.office))
