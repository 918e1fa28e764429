"""Participations at a status, by walking the real steps."""

from datetime import date
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from deputies import activity_workflow, participation_workflow
from deputies.enums import ParticipationStatus
from tests.factories.deputies import ActivityKindFactory


DAY = date(2025, 3, 12)


def planned(office, *seats, **fields):
    """An activity planned by ``office`` for ``seats``."""
    values = {
        "kind": ActivityKindFactory(code="inspection"),
        "jurisdiction": office.jurisdiction,
        "title": "视察防汛",
        "starts_on": DAY,
        "ends_on": fields.get("starts_on", DAY),
        "days": 1,
    }
    return activity_workflow.plan_activity(by=office, seats=seats, **(values | fields))


def logged(seat, **fields):
    """An entry that the seat's deputy logged on his own account."""
    values = {
        "kind": ActivityKindFactory(code="inspection"),
        "starts_on": DAY,
        "days": 1,
        "sentence": "到三组走访5户，听取灌溉用水的意见。" + "又去一次。" * seat.participations.count(),
    }
    return activity_workflow.log_activity(by=seat.deputy.user, seat=seat, **(values | fields))


def entry_at(status, seat, office):
    """An entry of ``seat`` at ``status``; ``office`` plans and verifies."""
    entry = planned(office, seat).participations.get()
    if status == ParticipationStatus.ABSENT:
        participation_workflow.mark_absent(entry, by=office)
    elif status == ParticipationStatus.EXCUSED:
        participation_workflow.excuse(entry, by=office)
    if status in (ParticipationStatus.INVITED, ParticipationStatus.ABSENT, ParticipationStatus.EXCUSED):
        return entry
    participation_workflow.log(entry, by=seat.deputy.user, sentence="查看了河堤和泵站，提出清淤的意见。")
    if status == ParticipationStatus.VERIFIED:
        participation_workflow.verify(entry, by=office)
    elif status == ParticipationStatus.RETURNED:
        participation_workflow.return_entry(entry, by=office, note="日期不对")
    elif status == ParticipationStatus.WITHDRAWN:
        participation_workflow.withdraw(entry, by=seat.deputy.user)
    return entry


def photo_file(size=(40, 30), *, gps=False, name="IMG_20250312.jpg", image_format="JPEG"):
    """An uploaded photograph; with ``gps`` it carries a place, a time and a camera."""
    image = Image.new("RGB", size, "green")
    exif = Image.Exif()
    if gps:
        exif[0x010F] = "Camera"
        exif[0x0132] = "2025:03:12 09:00:00"
        exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 15.0, 0.0), 3: "E", 4: (120.0, 9.0, 0.0)})
    stored = BytesIO()
    image.save(stored, image_format, exif=exif)
    return SimpleUploadedFile(name, stored.getvalue(), content_type="image/jpeg")
