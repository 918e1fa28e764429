"""Forms of sessions, their meetings and agenda, and of the roll."""

from datetime import timedelta

import cn2an
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Max

from congress import clock
from congress.enums import Level, MeetingKind, SessionBody, SessionKind
from congress.fields import LONGEST_NOTE, line, no_phone
from congress.forms import ChineseForm
from congress.models import AgendaItem, Meeting, Session, Term
from congress.plausible import check_near
from deputies.enums import Mark
from deputies.fields import SeatsField
from deputies.models import Seat


MOST_SESSIONS = 200  # of one body in a term
REACH = 6  # years: the sessions of a term are entered later, too
BEFORE = timedelta(days=10)  # preparatory meetings and those of the delegations come before the opening


def _in_session(on, starts_on, ends_on):
    """Whether a meeting on the day ``on`` belongs to a session of these days."""
    return starts_on - BEFORE <= on <= (ends_on or starts_on + BEFORE)


def next_number(term, body):
    """The number that the next session of a body in a term has."""
    last = Session.objects.filter(term=term, body=body).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


class SessionForm(ChineseForm, forms.ModelForm):
    """A session; without a number it gets the next one."""

    class Meta:
        model = Session
        fields = ["term", "body", "kind", "number", "starts_on", "ends_on", "motions_until", "place"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        terms = Term.objects.visible_to(user).filter(jurisdiction__level__in=Level.with_congress)
        self.fields["term"].queryset = terms.select_related("jurisdiction")
        self.fields["term"].empty_label = None
        # The sentences about the number are those of clean_number.
        self.fields["number"] = forms.IntegerField(label="次", required=False)
        self.fields["number"].help_text = "本届的第几次会议；不填就编为下一次。"
        self.fields["kind"].help_text = "换届会、临时会议只有人民代表大会有。"
        if self.instance.pk:
            self.fields["term"].disabled = self.fields["body"].disabled = True
        else:
            self._propose(user)

    def _propose(self, user):
        """The user's own term, and the number that a session of each body would get."""
        current = Term.objects.current(clock.today()).filter(jurisdiction=user.jurisdiction_id).first()
        if current is None:
            return
        self.initial.setdefault("term", current.pk)
        last = dict(current.sessions.order_by().values_list("body").annotate(Max("number")))
        second = SessionBody.PRESIDIUM if _in_town(current) else SessionBody.STANDING_COMMITTEE
        proposed = [
            f"{body.label}第{cn2an.an2cn(last.get(body, 0) + 1)}次" for body in (SessionBody.CONGRESS, second)
        ]
        self.initial.setdefault("number", last.get(SessionBody.CONGRESS, 0) + 1)
        self.fields["number"].help_text = f"下一次：{'、'.join(proposed)}；换了机构的，不改就按新机构编。"

    def clean(self):
        cleaned = super().clean()
        term, body, starts_on = (cleaned.get(name) for name in ("term", "body", "starts_on"))
        if term and body:
            self._check_body(term, body)
            if (
                cleaned.get("number") is None
                and "number" not in self.errors
                or self._still_proposed(term, body)
            ):
                cleaned["number"] = next_number(term, body)
        if body and body != SessionBody.CONGRESS and cleaned.get("kind") != SessionKind.REGULAR:
            self.add_error("kind", "换届会、临时会议只有人民代表大会有，请选“例会”。")
        if starts_on:
            check_near("starts_on", "开始日期", starts_on, years=REACH)
        if term and starts_on and _outside(term, starts_on):
            self.add_error("starts_on", f"这一天不在{term}的任期内，请核对届次和日期。")
        if starts_on and self.instance.pk:
            self._check_meetings(starts_on, cleaned.get("ends_on"))
        return cleaned

    def clean_number(self):
        number = self.cleaned_data["number"]
        if number is not None and number < 1:
            raise ValidationError("次不能小于1，请改正；不填就编为下一次。")
        if number is not None and number > MOST_SESSIONS:
            raise ValidationError(f"一届没有这么多次会议，次最多填{MOST_SESSIONS}，请改正。")
        return number

    def _check_meetings(self, starts_on, ends_on):
        """Its meetings stay within its days."""
        out = [
            str(meeting)
            for meeting in self.instance.meetings.all()
            if not _in_session(meeting.on, starts_on, ends_on)
        ]
        if out:
            self.add_error(
                "starts_on", f"{'、'.join(out)}不在修改后的会期内，请核对会期，或者先修改这些会议的日期。"
            )

    def _still_proposed(self, term, body):
        """Whether the number stands as it was proposed, for another body or term than was chosen then."""
        chosen = {"term", "body"} & set(self.changed_data)
        return not self.instance.pk and chosen and "number" not in self.changed_data

    def _check_body(self, term, body):
        in_town = _in_town(term)
        if in_town and body == SessionBody.STANDING_COMMITTEE:
            self.add_error("body", "乡镇人大不设常委会，请选人民代表大会或者人大主席团。")
        if not in_town and body == SessionBody.PRESIDIUM:
            self.add_error(
                "body", "县级以上的大会主席团会议登记在大会的会议里，这里请选人民代表大会或者人大常委会。"
            )


def _in_town(term):
    return term.jurisdiction.level == Level.TOWN


def _outside(term, day):
    early = term.starts_on and day < term.starts_on
    return early or (term.ends_on and day > term.ends_on)


class MeetingForm(ChineseForm, forms.ModelForm):
    """A meeting of ``session``; without a name it is numbered among those of its kind."""

    class Meta:
        model = Meeting
        fields = ["kind", "name", "on", "part", "starts_at", "ends_at", "place"]

    def __init__(self, *args, session, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.session = session
        self.fields["name"].required = False
        self.fields["name"].help_text = "不填就按类型编号，如第二次全体会议。"
        self.fields["starts_at"].help_text = "填了才能判断迟到；扫码签到从开始前60分钟起。"
        self.initial.setdefault("on", session.starts_on)
        if session.body != SessionBody.CONGRESS:
            self.fields["kind"].choices = [
                choice for choice in MeetingKind.choices if choice[0] in (MeetingKind.FULL, MeetingKind.OTHER)
            ]

    def clean(self):
        cleaned = super().clean()
        session, on, kind = self.instance.session, cleaned.get("on"), cleaned.get("kind")
        if on and not _in_session(on, session.starts_on, session.ends_on):
            self.add_error("on", "这一天不在这次会议的会期内，请核对；会期变了的，先修改会期。")
        if kind and not cleaned.get("name"):
            cleaned["name"] = _numbered(self.instance, kind)
        return cleaned

    def _get_validation_exclusions(self):
        """The session is not on the form, yet a meeting is unique within it."""
        return super()._get_validation_exclusions() - {"session"}


def _numbered(meeting, kind):
    """预备会议; 第二次全体会议."""
    if kind == MeetingKind.PREPARATORY:
        return MeetingKind.PREPARATORY.label
    others = Meeting.objects.filter(session=meeting.session, kind=kind).exclude(pk=meeting.pk).count()
    return f"第{cn2an.an2cn(others + 1)}次{MeetingKind(kind).label}"


class AgendaForm(ChineseForm, forms.ModelForm):
    class Meta:
        model = AgendaItem
        fields = ["order", "title", "meeting", "result"]
        widgets = {"result": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, session, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.session = session
        self.fields["meeting"].queryset = session.meetings.all()
        self.fields["meeting"].empty_label = "不限于一场会议"
        self.initial.setdefault("order", session.agenda.count() + 1)


class CallForm(ChineseForm, forms.Form):
    """Who is put on the roll by name."""

    seats = SeatsField(
        Seat.objects.none(), label="代表", help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。"
    )
    nonvoting = forms.BooleanField(
        label="作为列席", required=False, help_text="列席的单独计数，不计入出席率（代表法第三十三条）。"
    )

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, **kwargs)
        scope = {"term": meeting.session.term_id, "on": meeting.on, "uncalled": meeting.pk}
        self.fields["seats"].offer(Seat.objects.all(), **scope)


class RollForm(forms.Form):
    """The marks and notes of all lines of a roll; ``lines`` that cannot be marked have no fields."""

    def __init__(self, *args, lines, **kwargs):
        super().__init__(*args, **kwargs)
        self.lines = lines
        for found in lines:
            self.fields[f"mark-{found.pk}"] = forms.ChoiceField(
                choices=Mark.choices, initial=found.mark, required=False
            )
            self.fields[f"note-{found.pk}"] = line(
                f"{found.seat.called}的说明", initial=found.note, max_length=100, required=False
            )
        self.fields["reason"] = forms.CharField(
            label="更正的理由", max_length=LONGEST_NOTE, required=False, validators=[no_phone]
        )

    def marks(self, *, rest=None, waiting=()):
        """{seat pk: (mark, note)} as typed; who is not marked gets the mark ``rest``, if any.

        Those seats keep none whose request for leave is ``waiting`` to be decided.
        """
        found = {}
        for entry in self.lines:
            mark = self.cleaned_data[f"mark-{entry.pk}"] or entry.mark
            if rest and mark == Mark.UNRECORDED and entry.seat_id not in waiting:
                mark = rest
            found[entry.seat_id] = (Mark(mark), self.cleaned_data[f"note-{entry.pk}"])
        return found
