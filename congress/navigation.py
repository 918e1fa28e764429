"""The places of the navigation, in the order of the work (look.md)."""

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


_places: list[tuple[int, Place]] = []


def register(order, label, url_name, icon, roles, *, tab=False):
    """Put a place into the navigation of ``roles``; ``tab`` also puts it at the foot of a phone."""
    _places.append((order, Place(label, url_name, icon, frozenset(roles), tab)))


def navigation_for(user, path):
    """The places of the user's role: [{label, url, icon, tab, current}]."""
    shown = [place for _, place in sorted(_places, key=lambda pair: pair[0]) if user.role in place.roles]
    urls = [reverse(place.url_name) for place in shown]
    # The closest of the places above the page: 代表 is above 履职 in the addresses, and yet another place.
    above = [url for url in urls if path.startswith(url) and (url != "/" or path == "/")]
    current = max(above, key=len, default=None)
    return [
        {"label": place.label, "url": url, "icon": place.icon, "tab": place.tab, "current": url == current}
        for place, url in zip(shown, urls, strict=True)
    ]


register(10, "今日", "desk", "calendar2-check", Role, tab=True)
register(90, "导入登记表", "takeover", "file-earmark-arrow-up", Role.offices)
register(80, "用户", "admin:congress_user_changelist", "person-gear", {Role.SYSADMIN})
register(70, "办理记录", "audit", "clock-history", {Role.AUDITOR})
register(80, "登录记录", "admin:axes_accesslog_changelist", "door-open", {Role.AUDITOR})
register(90, "设置", "admin:index", "gear", Role.keepers)
