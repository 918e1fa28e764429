"""Forms of a term: its quota, and the turnover to the next."""

from django import forms

from congress.forms import ChineseForm
from congress.models import Term
from congress.plausible import check_near
from deputies.turnover import Choice, Redraw


REACH = 6  # years: a term, and one more


class QuotaForm(ChineseForm, forms.ModelForm):
    """What the quota was determined by (选举法第十二条至第十四条)."""

    class Meta:
        model = Term
        fields = ["population", "minority_bonus", "seat_quota"]

    def clean(self):
        """What was determined stays determined (选举法第十四条): it is corrected, not emptied."""
        cleaned = super().clean()
        if not self.errors and cleaned.get("population") is None and cleaned.get("seat_quota") is None:
            raise forms.ValidationError("人口数和总名额都没有填，请至少填一项；填错了的，请改成正确的数。")
        return cleaned


class TurnoverForm(ChineseForm, forms.Form):
    """The new term's first day, the constituencies, and who is carried over.

    Each of the ``seats`` has a tick ``carry`` and a number ``place-<pk>``; the cleaned value ``chosen`` is
    the list of :class:`deputies.turnover.Choice`.
    """

    first_day = forms.DateField(
        label="新一届第一次会议之日", help_text="上一届到前一天为止（代表法第二条）。"
    )
    redraw = forms.ChoiceField(label="选区", choices=Redraw, initial=Redraw.KEEP, widget=forms.RadioSelect)
    memberships = forms.BooleanField(
        label="连任代表的小组身份一并转入",
        required=False,
        help_text="领域小组和中心组的成员，各小组的召集人、副召集人；不勾选的，只复制小组，成员另行登记。",
    )

    def __init__(self, *args, seats, **kwargs):
        super().__init__(*args, **kwargs)
        self.seats = list(seats)

    def clean(self):
        cleaned = super().clean()
        if day := cleaned.get("first_day"):
            check_near("first_day", self.fields["first_day"].label, day, years=REACH)
        carried = [row for row in self.rows if row["carried"]]
        for row in carried:
            if row["number"] and not row["number"].isdecimal():
                self.add_error(None, f"{row['seat'].deputy.name}的选区号“{row['number']}”不是数字，请改正。")
        if not self.errors:
            cleaned["chosen"] = [
                Choice(row["seat"], int(row["number"]) if row["number"] else None) for row in carried
            ]
        return cleaned

    @property
    def rows(self):
        """Each seat with whether it is carried over, and the number as typed."""
        carried = set(self.data.getlist("carry")) if self.is_bound else set()
        for seat in self.seats:
            known = str(seat.constituency.number) if seat.constituency else ""
            number = self.data.get(f"place-{seat.pk}", known).strip()
            yield {"seat": seat, "carried": str(seat.pk) in carried, "number": number}
