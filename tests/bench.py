"""What each page costs: time as a multiple of a plain page measured in the same run, and queries.

The plain page runs one query and renders 25 rows, so that the noise of the machine cancels out.
Run by ``script/bench`` on a database that holds the demonstration data.
"""

import statistics
import sys
import time
from dataclasses import dataclass

import django
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpResponse
from django.template import engines
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, path, reverse


ROUNDS = 20
WARM_UP = 3
ROWS = 25


@dataclass(frozen=True)
class Page:
    """A page by its URL name, who opens it, and what it may cost at most."""

    label: str
    url_name: str
    floors: int
    queries: int
    logged_in: bool = True


PAGES = (
    Page("登录", "login", 8, 10, logged_in=False),
    Page("工作台", "desk", 10, 15),
    Page("群众意见列表", "reception:opinion_list", 8, 10),
    Page("代表名册", "deputies:seat_list", 8, 10),
)


@login_not_required
def plain_page(request):
    """Run one query by an index and render 25 rows."""
    from django.contrib.auth.models import Permission

    source = "{% for row in rows %}<tr><td>{{ row.pk }}</td><td>{{ row.name }}</td></tr>{% endfor %}"
    rows = Permission.objects.order_by("pk")[:ROWS]
    return HttpResponse(engines["django"].from_string(source).render({"rows": rows}))


urlpatterns = [path("", plain_page)]


def milliseconds(client, url):
    """Return the median time in which the page is served, the first times not counted."""
    durations = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        client.get(url)
        durations.append(time.perf_counter() - started)
    return statistics.median(durations[WARM_UP:]) * 1000


def measured(client, page, floor):
    """Return the row of the table for a page; a page that no URL leads to yet says so."""
    try:
        url = reverse(page.url_name)
    except NoReverseMatch:
        return f"| {page.label} | not there yet | | {page.floors} × | | {page.queries} |"
    with CaptureQueriesContext(connection) as captured:
        status = client.get(url).status_code
        queries = len(captured)
    cost = milliseconds(client, url)
    times = f"{cost:.1f} ms ({status}) | {cost / floor:.1f} × | {page.floors} ×"
    return f"| {page.label} | {times} | {queries} | {page.queries} |"


def office_client():
    """Return a client logged in as staff of the district office."""
    from congress.enums import Role
    from congress.models import User

    users = User.objects.filter(role=Role.DISTRICT_OFFICE, is_active=True, must_change_password=False)
    client = Client()
    client.force_login(users.first(), backend="congress.backends.UnreadCountBackend")
    return client


def table():
    """Yield the lines of the table."""
    with override_settings(ROOT_URLCONF=__name__):
        floor = milliseconds(Client(), "/")
    clients = {True: office_client(), False: Client()}
    yield f"{connection.vendor}; plain page {floor:.1f} ms"
    yield "| page | time | ratio | at most | queries | at most |"
    yield "|---|---|---|---|---|---|"
    for page in PAGES:
        yield measured(clients[page.logged_in], page, floor)


if __name__ == "__main__":
    django.setup()
    for line in table():
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
