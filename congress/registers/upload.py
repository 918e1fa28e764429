"""What a person does with files that he uploads: keeps, previews, confirms or discards them; nothing counts
before. The work itself is done in the background (``congress.tasks``).
"""

from django.db import transaction

from congress import clock, tasks
from congress.models import Takeover, TakeoverFile
from congress.registers import office
from congress.registers.meeting_headings import set_meeting
from congress.registers.work import forget_contents


class AlreadyDone(Exception):
    """The takeover was confirmed before; the text says so."""


def begin(by, files):
    """Keep the uploaded files of a person and have them previewed; return the Takeover."""
    takeover = Takeover.objects.create(jurisdiction=by.jurisdiction, by=by)
    for file in files:
        TakeoverFile.objects.create(takeover=takeover, name=file.name, content=file)
    preview(takeover)
    return takeover


def preview(takeover):
    """Have the files previewed, for the first time or again."""
    asked = {"asked_at": clock.now(), "started_at": None, "confirmed_at": None, "failure": ""}
    if Takeover.objects.filter(pk=takeover.pk, done_at=None).update(**asked):
        tasks.preview_takeover.enqueue(takeover.pk)


def set_headings(takeover, kind, keys, meetings=None, session=""):
    """Remember for the office what its headings mean (heading → column key, "" leaves out); preview again.

    ``meetings``: heading → fields of the MeetingMapping that it has in the ``session``.
    """
    for heading, details in (meetings or {}).items():
        set_meeting(takeover.jurisdiction, kind, heading, session, details=details)
    for heading, key in keys.items():
        office.set_heading(takeover.jurisdiction, kind, heading, key)
    preview(takeover)


def set_marks(takeover, kind, meanings):
    """Remember for the office what its marks mean (writing → meaning, "" does not count); preview again."""
    office.set_marks(takeover.jurisdiction, kind, meanings)
    preview(takeover)


def confirm(takeover):
    """Have done what was previewed. Raises AlreadyDone, also for the slower of two at once."""
    now = clock.now()
    ready = Takeover.objects.filter(pk=takeover.pk, asked_at=None, done_at=None, failure="")
    if not ready.update(asked_at=now, started_at=None, confirmed_at=now):
        raise AlreadyDone("这批登记表已经确认过，或正在重新预览，不用再点。")
    tasks.confirm_takeover.enqueue(takeover.pk)


def discard(takeover):
    """Drop a takeover that was not confirmed, with its files. Raises AlreadyDone."""
    with transaction.atomic():
        locked = Takeover.objects.select_for_update().get(pk=takeover.pk)
        if locked.confirmed_at:
            raise AlreadyDone("这批登记表已经确认导入，不能再放弃。")
        _drop(locked)


def sweep():
    """Drop what nobody has confirmed for a week, with its files; return how many. Done every day."""
    abandoned = list(Takeover.objects.abandoned())
    for takeover in abandoned:
        _drop(takeover)
    return len(abandoned)


def _drop(takeover):
    with transaction.atomic():
        forget_contents(takeover)
        takeover.delete()
