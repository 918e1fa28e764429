"""The ledgers of this floor as sheets: reception days as they are imported, and the opinions of a year."""

from functools import partial

from django.db.models import Prefetch, Q
from import_export import fields, resources
from tablib import Databook, Dataset

from congress.calendar import chinese_date
from congress.enums import Satisfaction
from congress.resources import ChoiceWidget
from deputies.models import Seat
from deputies.models.seat import naming
from deputies.resources import DAY, YesWidget
from reception.enums import AnswerMode, Channel, Competence, DayStatus, Nature, OpinionStatus, Outcome
from reception.models import Answer, Opinion, ReceptionDay, RotaSlot, Undertaking
from reception.registers.columns import LEDGER, ROTA
from reception.registers.masks import without_data


ROTA_KEYS = ("place", "town", "rule_date", "date", "hours", "notice", "rota", "present", "held", "remark")
LEDGER_KEYS = (
    *("date", "place", "town", "deputies", "visitor", "party_size", "phone", "address", "category", "title"),
    *("words", "outcome", "unit", "referred_on", "replied_on", "result", "answered_on", "mode"),
    *("handling_rating", "deputy_rating", "reason", "number"),
)
SAME = "同上"
OUTCOMES = {Outcome.CONVERTED: "转为代表建议"}
NOT_HELD = {DayStatus.CANCELLED: "否"}


def days_of(places, year):
    """The reception days that were due or held in a year, with all that the sheet needs."""
    slots = RotaSlot.objects.select_related(*naming("seat__"), *naming("substitutes__"))
    found = ReceptionDay.objects.filter(Q(rule_date__year=year) | Q(date__year=year), jurisdiction__in=places)
    return (
        found.select_related("jurisdiction").prefetch_related(Prefetch("slots", slots)).order_by("date", "pk")
    )


def opinions_of(places, year):
    """The registered opinions of a year, with all that the sheets need, in the order in which they came."""
    found = Opinion.objects.registered().filter(jurisdiction__in=places, received_on__year=year)
    related = ("jurisdiction", "category", "visit__day", "visit__visitor__jurisdiction__parent")
    deputies = Prefetch("visit__deputies", Seat.objects.select_related(*naming()))
    promises = Prefetch("undertakings", Undertaking.objects.counted(), to_attr="promises")
    answers = Prefetch("answers", Answer.objects.order_by("round", "pk"))
    return (
        found.select_related(*related)
        .prefetch_related(deputies, "referrals__unit", "referrals__replies", answers, "surveys", promises)
        .order_by("visit__date", "visit__day_id", "visit_id", "pk")
    )


def reception_book(days, opinions, *, personal):
    """Both sheets of 接待日登记表, as they come in again; ``personal``: with who came, else masked."""
    received = [opinion for opinion in opinions if opinion.visit.channel == Channel.RECEPTION]
    rota = [_row(ROTA_KEYS, day_cells(day)) for day in days]
    lines, before = [], None
    for opinion in received:
        lines.append(_row(LEDGER_KEYS, matter_cells(opinion, before, personal=personal)))
        before = opinion.visit_id
    return Databook(
        [_sheet("轮值安排", ROTA, ROTA_KEYS, rota), _sheet("接待登记", LEDGER, LEDGER_KEYS, lines)]
    )


def day_cells(day):
    """The cells of a reception day by the keys of the rota's columns."""
    slots, held = day.slots.all(), day.status in DayStatus.held_states
    stand_ins = [slot for slot in slots if slot.substitutes_id]
    told = [f"{slot.substitutes.called}由{slot.seat.called}替班" for slot in stand_ins]
    hours = f"{day.starts_at:%H:%M}-{day.ends_at:%H:%M}" if day.starts_at and day.ends_at else ""
    return {
        "place": day.place,
        "town": str(day.jurisdiction),
        "rule_date": day.rule_date,
        "date": "" if day.status == DayStatus.CANCELLED else day.date,
        "hours": hours,
        "notice": day.notice_published_on,
        "rota": _people((slot.substitutes or slot.seat) for slot in slots),
        "present": _people(slot.seat for slot in slots if slot.present) if held else "",
        "held": "是" if held else NOT_HELD.get(day.status, ""),
        "remark": "；".join(filter(None, [day.reason, *told])),
    }


def matter_cells(opinion, before, *, personal):
    """The cells of a matter by the keys of the ledger's columns; ``before``: the visit of the row above."""
    visit, visitor = opinion.visit, opinion.visit.visitor
    parts = [part for part in opinion.referrals.all() if part.round == opinion.round]
    replies = [reply.text for part in parts for reply in part.replies.all()]
    answer = next(iter(opinion.answers.all()), None)
    survey = next(iter(opinion.surveys.all()), None)
    name = visitor.name or visitor.masked_name
    told = str if personal else partial(without_data, visitor=visitor)
    return {
        "date": visit.date,
        "place": visit.day.place if visit.day else "",
        "town": str(opinion.jurisdiction),
        "deputies": _people(visit.deputies.all()),
        "visitor": SAME if before == visit.pk else name if personal else visitor.masked_name,
        "party_size": "" if before == visit.pk else visit.party_size,
        "phone": visitor.phone if personal else "",
        "address": visitor.address if personal else "",
        "category": str(opinion.category or ""),
        "title": told(opinion.title),
        "words": told(opinion.words),
        "outcome": OUTCOMES.get(opinion.outcome, opinion.get_outcome_display()),
        "unit": "、".join(part.unit.name for part in parts),
        "referred_on": opinion.referred_on,
        "replied_on": opinion.replied_on,
        "result": told("；".join(replies) or opinion.outcome_note),
        "answered_on": opinion.answered_on,
        "mode": AnswerMode(answer.mode).label if answer else "",
        "handling_rating": opinion.get_handling_rating_display(),
        "deputy_rating": opinion.get_deputy_rating_display(),
        "reason": told(survey.reason) if survey else "",
        "number": opinion.number,
    }


def _people(seats):
    return "、".join(sorted({seat.called for seat in seats}))


def _row(keys, cells):
    return ["" if cells[key] is None else cells[key] for key in keys]


def _sheet(title, register, keys, rows):
    labels = {column.key: column.label for column in register.columns}
    return Dataset(*rows, headers=[labels[key] for key in keys], title=title)


class OpinionResource(resources.ModelResource):
    """The ledger of opinions (群众意见台账): a row a matter, whatever way it came; nothing of who came."""

    number = fields.Field("number", column_name="编号")
    received_on = fields.Field("received_on", column_name="收到日期", widget=DAY)
    place = fields.Field("jurisdiction__name", column_name="镇街")
    channel = fields.Field("visit__channel", column_name="渠道", widget=ChoiceWidget(Channel.choices))
    title = fields.Field("title", column_name="事由")
    category = fields.Field("category__name", column_name="类别")
    nature = fields.Field("nature", column_name="性质", widget=ChoiceWidget(Nature.choices))
    competence = fields.Field("competence", column_name="权限", widget=ChoiceWidget(Competence.choices))
    outcome = fields.Field("outcome", column_name="处理方式", widget=ChoiceWidget(Outcome.choices))
    units = fields.Field(column_name="承办单位")
    referred_on = fields.Field("referred_on", column_name="转办日期", widget=DAY)
    due_on = fields.Field("due_on", column_name="答复期限", widget=DAY)
    replied_on = fields.Field("replied_on", column_name="单位答复日期", widget=DAY)
    replied_in_time = fields.Field("replied_in_time", column_name="按期答复", widget=YesWidget())
    answered_on = fields.Field("answered_on", column_name="答复选民日期", widget=DAY)
    handling = fields.Field(
        "handling_rating", column_name="对办理", widget=ChoiceWidget(Satisfaction.choices)
    )
    deputy = fields.Field(
        "deputy_rating", column_name="对代表作用", widget=ChoiceWidget(Satisfaction.choices)
    )
    promised = fields.Field(column_name="承诺事项")
    kept = fields.Field(column_name="承诺落实")
    status = fields.Field("status", column_name="状态", widget=ChoiceWidget(OpinionStatus.choices))
    closed_on = fields.Field("closed_on", column_name="办结日期", widget=DAY)

    class Meta:
        model = Opinion
        fields = (
            *("number", "received_on", "place", "channel", "title", "category", "nature", "competence"),
            *("outcome", "units", "referred_on", "due_on", "replied_on", "replied_in_time"),
            *("answered_on", "handling", "deputy", "promised", "kept", "status", "closed_on"),
        )
        export_order = fields

    def dehydrate_units(self, opinion):
        return "、".join(str(part.unit) for part in opinion.referrals.all() if part.round == opinion.round)

    def dehydrate_promised(self, opinion):
        told = (f"{made.text.rstrip('。')}（{chinese_date(made.due_on)}前）" for made in opinion.promises)
        return without_data("；".join(told), opinion.visit.visitor)

    def dehydrate_kept(self, opinion):
        return "；".join(made.get_status_display() for made in opinion.promises)

    def dehydrate_title(self, opinion):
        return without_data(opinion.title, opinion.visit.visitor)
