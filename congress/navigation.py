"""The places of the navigation, in the order of the work (look.md)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse

from congress.enums import Role


@dataclass(frozen=True)
class Place:
    label: str
    url_name: str
    icon: str
    roles: frozenset
    tab: bool = False


@dataclass(frozen=True)
class Room:
    """A list within a place: 会议 and 请假 within 履职.

    ``above`` is the page in whose addresses those of the room lie, ``rule`` asks more than the role.
    """

    place: int
    label: str
    url_name: str
    roles: frozenset
    above: str = ""
    rule: Callable | None = None

    def is_for(self, user):
        return user.role in self.roles and (self.rule is None or self.rule(user))


_places: list[tuple[int, Place]] = []
_rooms: list[tuple[int, Room]] = []


def register(order, label, url_name, icon, roles, *, tab=False):
    """Put a place into the navigation of ``roles``; ``tab`` also puts it at the foot of a phone."""
    _places.append((order, Place(label, url_name, icon, frozenset(roles), tab)))


def register_room(place, order, label, url_name, roles, *, above="", rule=None):
    """Put a list into the place of that order, for ``roles``; its pages show all rooms of the place.

    ``above`` and ``rule`` as of :class:`Room`.
    """
    _rooms.append((order, Room(place, label, url_name, frozenset(roles), above, rule)))


def navigation_for(user, path):
    """The places of the user's role: [{label, url, icon, tab, current, rooms: [{label, url, current}]}].

    A place with a single room shows none.
    """
    shown = [pair for pair in sorted(_places, key=lambda pair: pair[0]) if user.role in pair[1].roles]
    rooms = [room for _, room in sorted(_rooms, key=lambda pair: pair[0]) if room.is_for(user)]
    above = [room.above or room.url_name for room in rooms]
    current = _closest(path, [place.url_name for _, place in shown] + above)
    places = []
    for order, place in shown:
        own = [_link(room, current) for room in rooms if room.place == order]
        link = _link(place, current)
        link["current"] = link["current"] or any(room["current"] for room in own)
        places.append(link | {"icon": place.icon, "tab": place.tab, "rooms": own if len(own) > 1 else []})
    return places


def _closest(path, url_names):
    """The address nearest above the page: 代表 is above 履职 in the addresses, and yet another place."""
    urls = map(reverse, url_names)
    above = [url for url in urls if path.startswith(url) and (url != "/" or path == "/")]
    return max(above, key=len, default=None)


def _link(entry, current):
    url = reverse(entry.url_name)
    above = reverse(getattr(entry, "above", "") or entry.url_name)
    return {"label": entry.label, "url": url, "current": above == current}


register(10, "今日", "desk", "calendar2-check", Role, tab=True)
register(90, "导入登记表", "takeover", "file-earmark-arrow-up", Role.offices)
register(80, "用户", "admin:congress_user_changelist", "person-gear", {Role.SYSADMIN})
register(70, "办理记录", "audit", "clock-history", {Role.AUDITOR})
register(80, "登录记录", "admin:axes_accesslog_changelist", "door-open", {Role.AUDITOR})
register(90, "设置", "admin:index", "gear", Role.keepers)
