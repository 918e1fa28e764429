"""How pages write dates, days left and statuses (look.md: words and shapes, never colour alone)."""

import re
from datetime import datetime

from django import template
from django.utils import timezone
from django_filters.fields import BaseCSVField

from congress import clock
from congress.calendar import chinese_day, short_date
from congress.desk import light_of
from congress.enums import Light, Status, Tone


register = template.Library()

_DATE = re.compile(r"((?:\d{4}年)?\d{1,2}月\d{1,2}日(?:（周.）)?)")
_TONE_ICONS = {
    Tone.DONE: "check-circle-fill",
    Tone.ASIDE: "dash-circle",
    Tone.BACK: "arrow-return-left",
    Tone.WAIT: "hourglass-split",
    Tone.GOING: "circle-half",
}
_LIGHT_ICONS = {
    Light.GREEN: "circle-fill",
    Light.AMBER: "triangle-fill",
    Light.RED: "exclamation-octagon-fill",
}
_NOTICE_ICONS = {
    "success": "check-circle-fill",
    "warning": "exclamation-triangle-fill",
    "error": "exclamation-octagon-fill",
}


def _local_date(moment):
    """The local date of an aware datetime or of a date."""
    return timezone.localdate(moment) if isinstance(moment, datetime) else moment


@register.filter
def day(moment):
    """2025年3月20日（周四）; nothing for nothing."""
    return chinese_day(_local_date(moment)) if moment else ""


@register.filter
def short_day(moment):
    """3月20日, and 2024年3月20日 in another year than this."""
    return short_date(_local_date(moment)) if moment else ""


@register.filter
def dated(text):
    """Split a sentence at its dates: [(piece, whether it is a date)], so that a line never breaks in one."""
    return [(piece, bool(place % 2)) for place, piece in enumerate(_DATE.split(str(text))) if piece]


@register.filter
def days_left(due_on):
    """还有3天, 今天到期 or 已超期2天."""
    if not due_on:
        return ""
    left = (due_on - clock.today()).days
    if left == 0:
        return "今天到期"
    return f"还有{left}天" if left > 0 else f"已超期{-left}天"


@register.filter
def due_light(due_on, light=None):
    """The light of a due date: the one that the office's rules gave, else red once it has passed."""
    if light:
        return light
    return Light.RED if due_on < clock.today() else Light.GREEN


@register.filter
def lit(due_on, amber_days):
    """The light of a due date by the office's ``amber_days``; without them it is amber on its last day."""
    return light_of(due_on, amber_days or 0)


@register.filter
def light_icon(light):
    """Name of the shape of a light."""
    return _LIGHT_ICONS.get(light, "circle")


@register.filter
def notice_icon(level):
    """Name of the shape of a message of ``level`` (Django's level tags)."""
    return _NOTICE_ICONS.get(level, "info-circle-fill")


@register.filter
def status_of(record):
    """The status of a record as a member of its enum, which has its tone; a status is its own."""
    if isinstance(record, Status):
        return record
    # A record begins in a status of its workflow: so its field knows the enum.
    return type(record._meta.get_field("status").default)(record.status)


@register.filter
def tone_icon(tone):
    """Name of the shape of a tone."""
    return _TONE_ICONS[tone]


@register.simple_tag(takes_context=True)
def chosen(context, form):
    """The filters that are set: [{label, text, url}]; ``url`` is the same list without that one.

    The order of a list (a field of values with commas) is no filter.
    """
    query = context["request"].GET
    return [
        {"label": field.label, "text": _chosen_text(field), "url": _without(query, field.html_name)}
        for field in form
        if any(query.getlist(field.html_name)) and not isinstance(field.field, BaseCSVField)
    ]


def _chosen_text(field):
    values = field.data if isinstance(field.data, list) else [field.data]
    labels = {str(value): label for value, label in getattr(field.field, "choices", ())}
    return "、".join(str(labels.get(value, value)) for value in values)


def _without(query, name):
    """The query string without a field and without the page, which would be another one."""
    rest = query.copy()
    for key in (name, "page"):
        rest.pop(key, None)
    return f"?{rest.urlencode()}"
