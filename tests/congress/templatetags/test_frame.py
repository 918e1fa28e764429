import re
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.conf import settings
from django.test import RequestFactory

from congress import clock
from congress.enums import Light, Tone
from congress.templatetags import frame
from reception.enums import OpinionStatus
from reception.models import Opinion


SHANGHAI = ZoneInfo("Asia/Shanghai")
TODAY = date(2025, 3, 20)


@pytest.fixture(autouse=True)
def _at_noon():
    with clock.at(datetime(2025, 3, 20, 12, tzinfo=SHANGHAI)):
        yield


class FilterForm(forms.Form):
    status = forms.ChoiceField(
        label="状态", choices=[("", "全部"), ("open", "办理中"), ("closed", "已办结")], required=False
    )
    kinds = forms.MultipleChoiceField(label="类别", choices=[("a", "交通"), ("b", "教育")], required=False)
    words = forms.CharField(label="关键词", required=False)


def chosen(query):
    request = RequestFactory().get(f"/?{query}")
    return frame.chosen({"request": request}, FilterForm(request.GET))


def test_day_names_the_weekday():
    assert frame.day(TODAY) == "2025年3月20日（周四）"


def test_day_of_a_moment_is_local():
    assert frame.day(datetime(2025, 3, 21, 1, tzinfo=SHANGHAI)) == "2025年3月21日（周五）"


def test_day_of_nothing_is_empty():
    assert frame.day(None) == ""


@pytest.mark.parametrize(
    ("moment", "text"),
    [(TODAY, "3月20日"), (date(2024, 12, 31), "2024年12月31日"), (None, "")],
)
def test_short_day_names_only_another_year(moment, text):
    assert frame.short_day(moment) == text


@pytest.mark.parametrize(
    ("days", "text"), [(3, "还有3天"), (1, "还有1天"), (0, "今天到期"), (-1, "已超期1天"), (-2, "已超期2天")]
)
def test_days_left_counts_from_today(days, text):
    assert frame.days_left(TODAY + timedelta(days)) == text


def test_days_left_of_nothing_is_empty():
    assert frame.days_left(None) == ""


def test_due_light_keeps_the_given_light():
    assert frame.due_light(TODAY + timedelta(3), Light.AMBER) == Light.AMBER


@pytest.mark.parametrize(("days", "light"), [(-1, Light.RED), (0, Light.GREEN), (5, Light.GREEN)])
def test_due_light_without_a_light_is_red_only_after_the_date(days, light):
    assert frame.due_light(TODAY + timedelta(days), "") == light


def test_every_light_has_its_own_shape():
    assert len({frame.light_icon(light) for light in Light}) == 3


def test_status_of_a_record_has_its_label_and_tone():
    status = frame.status_of(Opinion(status="redo"))
    assert (status.label, status.tone) == ("重新办理", Tone.BACK)


def test_status_of_a_status_is_itself():
    assert frame.status_of(OpinionStatus.CLOSED) is OpinionStatus.CLOSED


def test_every_tone_has_its_own_shape():
    assert len({frame.tone_icon(tone) for tone in Tone}) == 5


def test_chosen_is_empty_when_nothing_is_set():
    assert chosen("status=&words=") == []


def test_chosen_names_the_choice_and_keeps_the_other_filters():
    assert chosen("status=open&words=路灯&page=3") == [
        {"label": "状态", "text": "办理中", "url": "?words=%E8%B7%AF%E7%81%AF"},
        {"label": "关键词", "text": "路灯", "url": "?status=open"},
    ]


def test_chosen_joins_several_choices():
    assert chosen("kinds=a&kinds=b") == [{"label": "类别", "text": "交通、教育", "url": "?"}]


def test_sentence_is_split_at_its_dates():
    assert frame.dated("公告：石坎镇2025年11月22日（周日）接待日，应于11月15日前公告") == [
        ("公告：石坎镇", False),
        ("2025年11月22日（周日）", True),
        ("接待日，应于", False),
        ("11月15日", True),
        ("前公告", False),
    ]


def test_no_line_of_a_page_breaks_in_a_date():
    written = re.compile(r"(.{0,19})\{\{ [\w.]+\|(?:short_)?day \}\}")
    whole = ("text-nowrap", "<time", "stage-date")
    loose = [
        f"{template.name}: {found[0]}"
        for template in Path(settings.BASE_DIR, "templates").rglob("*.html")
        for line in template.read_text(encoding="utf-8").splitlines()
        for found in written.finditer(line)
        if not found[1].endswith('<span class="date">') and not any(word in line for word in whole)
    ]
    assert loose == []
