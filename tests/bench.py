"""What each page costs: time as a multiple of a plain page measured in the same run, and queries.

The plain page runs one query and renders 25 rows, so that the noise of the machine cancels out.
Run by ``script/bench`` on a database that holds the demonstration data.
"""

import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import django
from django.apps import apps
from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.db.models import Count
from django.http import HttpResponse
from django.template import engines
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import path, reverse


ROUNDS = 20
WARM_UP = 3
ROWS = 25


@dataclass(frozen=True)
class Page:
    """A page by its URL name and arguments, and what it may cost at most: plain pages, queries, milliseconds.

    ``of`` finds the record whose page it is: its key is the argument.
    """

    label: str
    url_name: str
    floors: int
    queries: int
    of: Callable | None = None
    query: str = ""
    logged_in: bool = True


def newest(model):
    """The last record of a model, by app and name."""
    return lambda: apps.get_model(model).objects.latest("pk").pk


def largest_term():
    """The term with the most seats."""
    terms = apps.get_model("congress.Term").objects.annotate(count=Count("seats"))
    return terms.latest("count").pk


def longest_roll():
    """The session on whose rolls the most lines stand."""
    sessions = apps.get_model("congress.Session").objects.annotate(count=Count("meetings__attendances"))
    return sessions.latest("count").pk


PAGES = (
    Page("登录", "login", 8, 10, logged_in=False),
    Page("今日", "desk", 10, 15),
    Page("群众意见", "reception:opinion_list", 8, 10),
    Page("统计：按类别", "reception:statistics_by", 12, 12, of=lambda: "category"),
    Page("统计：按单位、对比", "reception:statistics_by", 24, 16, of=lambda: "unit", query="compare=before"),
    Page("代表名册", "deputies:deputy_list", 8, 10),
    Page("代表名册：按姓名查", "deputies:deputy_list", 8, 10, query="q=wang"),
    Page("代表名册：在任、按拼音", "deputies:deputy_list", 8, 10, query="office=now&order=pinyin"),
    Page("一名代表", "deputies:deputy_detail", 8, 18, of=newest("deputies.Deputy")),
    Page("届和席位", "deputies:term_list", 8, 10),
    Page("选区", "deputies:constituency_list", 8, 10),
    Page("代表团", "deputies:delegation_list", 8, 10),
    Page("代表小组", "deputies:group_list", 8, 10),
    Page("联络站", "deputies:station_list", 8, 10),
    Page("构成", "deputies:composition", 12, 12),
    Page("会议", "deputies:session_list", 8, 10),
    Page("一次会议", "deputies:session_detail", 12, 18, of=longest_roll),
    Page("一场会议的考勤", "deputies:meeting_detail", 30, 18, of=newest("congress.Meeting")),
    Page("请假", "deputies:leave_list", 8, 10),
    Page("查找", "search", 10, 10, query="q=wang"),
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
    """Return the row of the table for a page."""
    url = reverse(page.url_name, args=[page.of()] if page.of else []) + f"?{page.query}"
    with CaptureQueriesContext(connection) as captured:
        status = client.get(url).status_code
        queries = len(captured)
    cost = milliseconds(client, url)
    times = f"{cost:.1f} ms ({status}) | {cost / floor:.1f} × | {page.floors} ×"
    return f"| {page.label} | {times} | {queries} | {page.queries} |"


def office_client():
    """Return a client logged in as staff of the highest office that there is."""
    from congress.enums import Role
    from congress.models import User

    users = User.objects.filter(role=Role.DISTRICT_OFFICE, is_active=True, must_change_password=False)
    client = Client()
    # The office of the city, which sees most, stands above those of its districts.
    highest = min(
        users.select_related("jurisdiction"), key=lambda user: (user.jurisdiction.parent_id or 0, user.pk)
    )
    client.force_login(highest, backend="congress.backends.UnreadCountBackend")
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
