"""The desk: what waits for a person, gathered from every app."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db.models import Exists, QuerySet
from django.urls import reverse

from congress import clock
from congress.calendar import Calendar
from congress.enums import Light, Role
from congress.models import User


# More lines than this of one kind help nobody to begin.
MOST_LINES = 50

_providers: list[Callable] = []
_dates: list[Callable] = []
_overviews: list[Callable] = []
_tiles: list[Callable] = []


@dataclass(frozen=True)
class WaitingItem:
    """One line of a desk: what, whom it concerns, until when, and the one thing to do.

    A line may stand for ``count`` things, of which ``late`` are late.
    """

    title: str
    about: str
    action: str
    url: str
    due_on: date | None = None
    light: Light = Light.GREEN
    count: int = 1
    late: int = 0

    @property
    def late_count(self):
        """How many of the things that it stands for are late."""
        return self.late or int(self.days_left is not None and self.days_left < 0)

    @property
    def spoken(self):
        """What a screen reader says of the action; titles that begin with it name it once."""
        return self.title if self.title.startswith(self.action) else f"{self.action}：{self.title}"

    @property
    def days_left(self):
        """Days until the due date, negative when it has passed; None without a due date."""
        return (self.due_on - clock.today()).days if self.due_on else None


@dataclass(frozen=True)
class Waiting:
    """The items that ``items()`` yields, none where there are no ``rows``.

    Most desks have little of most kinds: of all that the providers yield, one query tells what there is.
    """

    rows: QuerySet
    items: Callable

    def __iter__(self):
        return iter(self.items())


@dataclass(frozen=True)
class Overview:
    """Figures of places up to a day: ``rows`` are (place, [(label, value, evidence), …]), ``total`` is such
    a list."""

    until: date
    columns: list
    rows: list
    total: list


@dataclass(frozen=True)
class Tile:
    """A number that stands below the waiting items, and the list that it leads to."""

    label: str
    value: int
    unit: str
    rule: str
    url: str


def register(provider):
    """Register ``provider(user)``, which yields the :class:`WaitingItem` s and :class:`Waiting` s of a noun.

    Used as a decorator.
    """
    _providers.append(provider)
    return provider


def overview(provider):
    """Register ``provider(user)``, which returns an Overview for the desk, or None. Used as a decorator."""
    _overviews.append(provider)
    return provider


def tile(provider):
    """Register ``provider(user)``, which yields Tiles for the desk. Used as a decorator."""
    _tiles.append(provider)
    return provider


def tiles_for(user):
    """The tiles of a person's desk."""
    return [found for provider in _tiles for found in provider(user)]


def overview_for(user):
    """What stands below the waiting items of a person who watches over an area; None for others."""
    return next(filter(None, (provider(user) for provider in _overviews)), None)


def register_dates(provider):
    """Register ``provider(after)``, which yields the years (first days) in which planned or due dates after a
    day lie. Used as a decorator.
    """
    _dates.append(provider)
    return provider


def calendar_to_enter(user):
    """For those who enter holidays: the years in which dates lie whose calendar is not known yet."""
    if user.role != Role.SYSADMIN:
        return
    known_until = date(clock.today().year, 12, 31)
    days = [day for provider in _dates for day in provider(known_until)]
    for year in Calendar().unpublished(days):
        yield WaitingItem(
            title=f"登记{year}年放假安排",
            about=f"{year}年已有期限或接待日，暂按法定节日推算；公布后登记，日期才算准",
            action="登记",
            url=reverse("admin:congress_holiday_changelist"),
        )


register(calendar_to_enter)


def first_lines(rows, item_of, *, url, due_field="", most=MOST_LINES):
    """Items by ``item_of(row)`` for the first ``most`` of the ordered ``rows``, then one line for the rest.

    ``url`` is the list of all of them; ``due_field`` says which of the rest are late.
    """
    return Waiting(rows, partial(_first_lines, rows, item_of, url, due_field, most))


def _first_lines(rows, item_of, url, due_field, most):
    found = list(rows[: most + 1])
    shown = [item_of(row) for row in found[:most]]
    yield from shown
    if len(found) > most:
        count = rows.count() - most
        late = rows.filter(**{f"{due_field}__lt": clock.today()}).count() if due_field else 0
        yield WaitingItem(
            title=f"另有{count}件",
            about=f"这里只列最急的{most}件",
            action="查看全部",
            url=url,
            count=count,
            late=max(late - sum(item.late_count for item in shown), 0),
        )


def light_of(due_on, amber_days):
    """Red after the due date, amber within ``amber_days`` of it, else green."""
    left = (due_on - clock.today()).days if due_on else amber_days + 1
    if left < 0:
        return Light.RED
    return Light.AMBER if left <= amber_days else Light.GREEN


def amber_days_for(user):
    """The office's threshold for the amber light."""
    return user.office_rules.amber_days if user.jurisdiction else 0


def waiting_for(user):
    """Everything that waits for ``user``, most urgent first; what has no due date comes last."""
    items = gathered(found for provider in _providers for found in provider(user))
    return sorted(items, key=lambda item: (item.due_on is None, item.due_on or date.max, item.title))


def gathered(found):
    """The items of what providers yield."""
    found = list(found)
    waiting = [one for one in found if isinstance(one, Waiting)]
    items = [one for one in found if isinstance(one, WaitingItem)]
    if waiting:
        exist = [Exists(one.rows.order_by()) for one in waiting]
        (told,) = User.objects.order_by().values_list(*exist)[:1]
        items += [item for one, exists in zip(waiting, told, strict=True) if exists for item in one.items()]
    return items


def by_urgency(items):
    """Group items as the desk shows them: [(已超期, [...]), (今天, [...]), (本周, …), (以后, …)]."""
    groups = {"已超期": [], "今天": [], "本周": [], "以后": []}
    for item in items:
        groups[_urgency(item)].append(item)
    return [(name, group) for name, group in groups.items() if group]


def _urgency(item):
    left = item.days_left
    if left is None:
        return "以后"
    if left < 0:
        return "已超期"
    if left == 0:
        return "今天"
    return "本周" if left <= 6 - clock.today().weekday() else "以后"
