"""Photographs: made small, freed of their place, refused with a sentence."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from deputies import photos
from tests.factories.activities import logged, photo_file
from tests.factories.deputies import SeatFactory


def test_shrink_removes_place_time_and_camera():
    with Image.open(photos.shrink(photo_file(gps=True))) as stored:
        assert (stored.format, dict(stored.getexif())) == ("JPEG", {})


def test_test_photo_with_gps_carries_a_place():
    with Image.open(photo_file(gps=True)) as upload:
        assert 0x8825 in upload.getexif()


def test_shrink_keeps_proportions():
    with Image.open(photos.shrink(photo_file((3200, 1600)))) as stored:
        assert stored.size == (1600, 800)


def test_shrink_reads_png():
    with Image.open(photos.shrink(photo_file(image_format="PNG"))) as stored:
        assert stored.format == "JPEG"


def test_shrink_draws_a_new_name():
    assert "20250312" not in photos.shrink(photo_file()).name


@pytest.mark.parametrize("content", [b"not a photo", b"", b"GIF89a"])
def test_shrink_of_another_file_is_refused(content):
    with pytest.raises(ValidationError, match="不是照片或者已损坏"):
        photos.shrink(SimpleUploadedFile("a.jpg", content))


def test_shrink_of_a_broken_photo_is_refused():
    broken = SimpleUploadedFile("a.jpg", photo_file((400, 300)).read()[:500])

    with pytest.raises(ValidationError, match="不是照片或者已损坏"):
        photos.shrink(broken)


def test_shrink_of_a_large_file_is_refused(monkeypatch):
    monkeypatch.setattr(photos, "MOST_BYTES", 100)

    with pytest.raises(ValidationError, match="超过15MB"):
        photos.shrink(photo_file())


def test_shrink_of_many_pixels_is_refused(monkeypatch):
    monkeypatch.setattr(photos, "MOST_PIXELS", 100)

    with pytest.raises(ValidationError, match="尺寸过大"):
        photos.shrink(photo_file())


@pytest.fixture
def photo(seat):
    return logged(seat, photos=[photos.shrink(photo_file())]).photos.get()


def test_photo_page_serves_the_deputy(client, photo, deputy):
    client.force_login(deputy)

    response = client.get(reverse("deputies:photo", args=[photo.pk]))

    assert (response.status_code, response["Content-Type"]) == (200, "image/jpeg")
    assert "private" in response["Cache-Control"]
    assert b"".join(response)[:3] == b"\xff\xd8\xff"


def test_photo_page_for_a_colleague_is_not_found(client, photo, town):
    client.force_login(SeatFactory(jurisdiction=town, with_user=True).deputy.user)

    assert client.get(reverse("deputies:photo", args=[photo.pk])).status_code == 404


def test_photo_under_media_address_is_not_found(client, photo, deputy):
    client.force_login(deputy)

    assert client.get(photo.image.url).status_code == 404
