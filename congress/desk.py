"""The desk: what waits for a person, gathered from every app."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from congress import clock
from congress.enums import Light
from congress.models.office_rules import rules_for


_providers: list[Callable] = []


@dataclass(frozen=True)
class WaitingItem:
    """One line of a desk: what, whom it concerns, until when, and the one thing to do."""

    title: str
    about: str
    action: str
    url: str
    due_on: date | None = None
    light: Light = Light.GREEN

    @property
    def spoken(self):
        """What a screen reader says of the action; titles that begin with it name it once."""
        return self.title if self.title.startswith(self.action) else f"{self.action}：{self.title}"

    @property
    def days_left(self):
        """Days until the due date, negative when it has passed; None without a due date."""
        return (self.due_on - clock.today()).days if self.due_on else None


def register(provider):
    """Register ``provider(user)``, which yields the waiting items of one app. Used as a decorator."""
    _providers.append(provider)
    return provider


def light_of(due_on, amber_days):
    """Red after the due date, amber within ``amber_days`` of it, else green."""
    left = (due_on - clock.today()).days if due_on else amber_days + 1
    if left < 0:
        return Light.RED
    return Light.AMBER if left <= amber_days else Light.GREEN


def amber_days_for(user):
    """The office's threshold for the amber light."""
    return rules_for(user.jurisdiction).amber_days if user.jurisdiction else 0


def waiting_for(user):
    """Everything that waits for ``user``, most urgent first; what has no due date comes last."""
    items = [item for provider in _providers for item in provider(user)]
    return sorted(items, key=lambda item: (item.due_on is None, item.due_on or date.max, item.title))


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
