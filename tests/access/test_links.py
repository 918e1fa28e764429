"""No page leads its reader to a refusal: who is shown a link may follow it."""

import re
from collections import Counter
from http.cookies import SimpleCookie
from urllib.parse import urljoin, urlsplit

import pytest
from django.db import transaction
from django.test import Client
from django.urls import Resolver404, resolve


pytestmark = pytest.mark.django_db
READERS = (
    "deputy",
    "liaison",
    "office",
    "district",
    "leader",
    "clerk",
    "gov_office",
    "auditor",
    "sysadmin",
)
LINK = re.compile(r'<(?:a|tr|li)\b[^>]*?\s(?:data-)?href="([^"#][^"]*)"')
# As many addresses of each kind are followed: the first records of a list speak for the others.
OF_A_KIND = 2


@pytest.fixture(autouse=True)
def _at_the_town(world, known_people, db):
    """Every reader walks through the town."""


@pytest.fixture(autouse=True)
def _no_printing(monkeypatch):
    """Where a link leads is asked here, not how a paper is printed."""
    monkeypatch.setattr("congress.pdf.render", lambda *args, **kwargs: b"%PDF-1.7")
    monkeypatch.setattr("congress.pdf.render_one_page", lambda *args, **kwargs: b"%PDF-1.7")
    monkeypatch.setattr("congress.pdf.merge", lambda documents: b"%PDF-1.7")
    monkeypatch.setattr("reports.views.duty_report.pdf_of", lambda paper: b"%PDF-1.7")


def test_duty_reports_of_a_seat_are_found_from_its_holders_page(world, sessions):
    """The office is led to the year's list with this person's seats alone, the deputy to his own."""
    led = {}
    for reader in ("office", "deputy"):
        browser = Client()
        browser.cookies = SimpleCookie(sessions[reader])
        page = browser.get(world.records["person"].get_absolute_url()).content.decode()
        [led[reader]] = {link for link in links(page, "/") if _kind(link).startswith("reports:")} - {
            "/reports/"
        }
        answer = browser.get(led[reader])
        if reader == "office":
            assert list(answer.context["object_list"]) == [world.records["seat"]]
            assert f"代表：{world.records['seat'].deputy}" in answer.content.decode()
    assert led["deputy"] == "/reports/mine/"


def links(page, path):
    """The addresses of the house to which a page leads."""
    for href in LINK.findall(page):
        address = urlsplit(urljoin(path, href.replace("&amp;", "&")))
        if not address.netloc and not address.scheme:
            yield address.path + (f"?{address.query}" if address.query else "")


@pytest.mark.parametrize("reader", READERS)
def test_no_page_leads_its_reader_to_a_refusal(reader, sessions):
    browser = Client(raise_request_exception=False)
    browser.cookies = SimpleCookie(sessions[reader])
    waiting, seen, followed, refused = [("/", "")], {"/"}, Counter(), {}
    while waiting:
        path, source = waiting.pop(0)
        with transaction.atomic():
            response = browser.get(path)
            transaction.set_rollback(True)
        if response.status_code not in (200, 302):
            refused[path] = (response.status_code, source)
        for link in _pages(response, path):
            kind = _kind(link)
            if link not in seen and followed[kind] < OF_A_KIND:
                seen.add(link)
                followed[kind] += 1
                waiting.append((link, path))
    assert refused == {}
    assert len(seen) > 1


def _pages(response, path):
    if response.status_code == 302:
        return [response.url]
    if response.streaming:
        b"".join(response)  # the test client closes what has been read
    # Django's own pages link whatever a record hangs on.
    is_page = (
        not path.startswith("/admin/")
        and not response.streaming
        and response.headers.get("Content-Type", "").startswith("text/html")
    )
    return links(response.content.decode(), path) if is_page else []


def _kind(link):
    """What the address is called, or the address itself where nobody answers at it."""
    path = urlsplit(link).path
    try:
        return resolve(path).view_name
    except Resolver404:
        return path
