"""Take the README's pictures of a running demonstration; `script/screenshots` starts it."""

import sys
from io import BytesIO
from pathlib import Path

import django
import pypdfium2
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browser.chromium import QUIET, find_chromium
from tests.browser.walk import try_password


DESK = {"width": 1280, "height": 860}
PHONE = {"width": 390, "height": 844}
OFFICE, DEPUTY = "shikan", "daibiao"
COLOURS = 128
PIXELS_PER_POINT = 1.2


def main(address, report, folder):
    """Take all pictures of the server at ``address`` and of the PDF file ``report`` into ``folder``."""
    django.setup()
    password, matter = _password_and_matter()
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        office, deputy = (
            _enter(browser, address, name, password, size) for name, size in ((OFFICE, DESK), (DEPUTY, PHONE))
        )
        _save(_shot(office, "/"), folder / "desk.png")
        _save(_shot(office, matter), folder / "matter.png")
        _save(_shot(deputy, "/deputies/duty/"), folder / "deputy.png")
        browser.close()
    page = pypdfium2.PdfDocument(report)[0]
    _save(page.render(scale=PIXELS_PER_POINT).to_pil(), folder / "report.png")


def _password_and_matter():
    """What the demonstration's accounts log in with, and the page of the matter with most to tell."""
    from django.db.models import Count

    from reception.enums import OpinionStatus
    from reception.models import Opinion
    from reports.demo.people import PASSWORD

    closed = Opinion.objects.filter(jurisdiction__name="石坎镇", status=OpinionStatus.CLOSED)
    told = closed.annotate(steps=Count("events")).order_by("-steps", "pk").first()
    return PASSWORD, told.get_absolute_url()


def _enter(browser, address, username, password, size):
    page = browser.new_context(base_url=address, locale="zh-CN", viewport=size).new_page()
    page.goto("/")
    try_password(page, username, password)
    page.get_by_role("heading", name="今日").wait_for()
    return page


def _shot(page, address):
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return Image.open(BytesIO(page.screenshot()))


def _save(image, path):
    """A palette is enough for pages, and a quarter of the size."""
    image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
