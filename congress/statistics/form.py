"""Of which time statistics tell; sent in the address."""

from datetime import date

from django import forms

from congress import clock
from congress.calendar import chinese_date
from congress.figures import Period
from congress.figures.figure import FIRST_YEAR
from congress.forms import ChineseForm


WHOLE, DAYS = "year", "days"
LONGEST = 5  # years
#: {span: (first month, last month)}
MONTHS = {
    WHOLE: (1, 12),
    "h1": (1, 6),
    "h2": (7, 12),
    **{f"q{quarter}": (quarter * 3 - 2, quarter * 3) for quarter in range(1, 5)},
    **{f"m{month}": (month, month) for month in range(1, 13)},
}
SPANS = [
    (WHOLE, "全年"),
    ("h1", "上半年"),
    ("h2", "下半年"),
    *((f"q{quarter}", f"第{word}季度") for quarter, word in enumerate("一二三四", start=1)),
    *((f"m{month}", f"{month}月") for month in range(1, 13)),
    (DAYS, "自定日期"),
]


class PeriodForm(ChineseForm, forms.Form):
    """A year's part or any days; what is to come of them is cut off after today."""

    year = forms.TypedChoiceField(label="年度", coerce=int, required=False, empty_value=None)
    span = forms.ChoiceField(label="时段", choices=SPANS, required=False)
    since = forms.DateField(label="从哪一天", required=False)
    until = forms.DateField(label="到哪一天", required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        today = clock.today()
        years = range(today.year, min(self.first_day() or today, today).year - 1, -1)
        self.fields["year"].choices = [(year, f"{year}年") for year in years]
        # Spelled out, so that a bare address shows what it means.
        self.data = {"year": str(today.year), "span": WHOLE} | {
            name: value for name, value in self.data.items() if value
        }

    def first_day(self):
        """The day of the first record that the user sees, or None."""
        raise NotImplementedError

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("span") != DAYS:
            return cleaned
        since, until = cleaned.get("since"), cleaned.get("until")
        for name in ("since", "until"):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, "选了自定日期，请把起止两天都填上。")
        if since and since.year < FIRST_YEAR:
            self.add_error("since", f"不能早于{FIRST_YEAR}年，请核对年份。")
        elif since and until and until < since:
            self.add_error("until", f"不能早于开始的{chinese_date(since)}，请改正。")
        elif since and until and until.year - since.year > LONGEST:
            self.add_error("until", f"一次最多统计{LONGEST}年，请缩短。")
        return cleaned

    @property
    def period(self):
        """The period asked for; this year where the address makes no sense, and the form tells why."""
        asked = self.cleaned_data if self.is_valid() else {}
        today = clock.today()
        if asked.get("span") == DAYS:
            return Period(asked["since"], min(asked["until"], today))
        year = asked.get("year") or today.year
        first, last = MONTHS[asked.get("span") or WHOLE]
        end = date(year + last // 12, last % 12 + 1, 1).toordinal() - 1
        return Period(date(year, first, 1), min(date.fromordinal(end), today))
