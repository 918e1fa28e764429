"""What each page costs: time as a multiple of a plain page measured in the same run, and queries.

The plain page runs one query and renders 25 rows, so that the noise of the machine cancels out.
Run by ``script/bench`` on a database that holds the demonstration data.
"""

import statistics
import sys
import time
from dataclasses import dataclass

import django
from django.db import connection
from django.http import HttpResponse
from django.template import engines
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, reverse


ROUNDS = 15
ROWS = 25


@dataclass(frozen=True)
class Page:
    """A page by its URL name, and what it may cost at most."""

    label: str
    url_name: str
    floors: int
    queries: int


PAGES = (
    Page("登录", "login", 8, 10),
    Page("工作台", "desk", 10, 15),
    Page("群众意见列表", "reception:opinion_list", 8, 10),
    Page("代表名册", "deputies:seat_list", 8, 10),
)


def plain_page(request):
    from django.contrib.auth.models import Permission

    rows = Permission.objects.order_by("pk")[:ROWS]
    source = "{% for row in rows %}<tr><td>{{ row.name }}</td></tr>{% endfor %}"
    template = engines["django"].from_string(source)
    return HttpResponse(template.render({"rows": rows}))


def milliseconds(call):
    """Return the median duration of ``call`` in milliseconds, the first run not counted."""
    call()
    durations = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        call()
        durations.append(time.perf_counter() - started)
    return statistics.median(durations) * 1000


def measured(client, page, floor):
    """Return the row of the table for a page; a page that no URL leads to yet says so."""
    try:
        url = reverse(page.url_name)
    except NoReverseMatch:
        return f"| {page.label} | not there yet | | {page.floors} × | | {page.queries} |"
    with CaptureQueriesContext(connection) as queries:
        status = client.get(url).status_code
    cost = milliseconds(lambda: client.get(url))
    times = f"{cost:.1f} ms ({status}) | {cost / floor:.1f} × | {page.floors} ×"
    return f"| {page.label} | {times} | {len(queries)} | {page.queries} |"


def table():
    """Yield the lines of the table."""
    from congress.enums import Role
    from congress.models import User

    client = Client()
    client.force_login(
        User.objects.filter(role=Role.DISTRICT_OFFICE, must_change_password=False).first(),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    floor = milliseconds(lambda: plain_page(RequestFactory().get("/")))
    yield f"{connection.vendor}; plain page {floor:.1f} ms"
    yield "| page | time | ratio | at most | queries | at most |"
    yield "|---|---|---|---|---|---|"
    for page in PAGES:
        yield measured(client, page, floor)


if __name__ == "__main__":
    django.setup()
    for line in table():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
