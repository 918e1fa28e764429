"""What papers tell of a matter: never more of its visitor than his masked name."""

from django.db.models import F, Prefetch

from congress.calendar import chinese_date
from deputies.models import Seat
from deputies.models.seat import naming
from reception.models import Answer, Opinion, Referral, ReplyCopy, Undertaking, UnitReply
from reception.registers.masks import without_data


NONE = "—"


def with_parts(opinions):
    """The opinions with all that papers tell of them, in a number of queries that does not grow."""
    replies = UnitReply.objects.select_related("result_class").order_by("replied_on", "pk")
    parts = Referral.objects.standing().filter(round=F("opinion__round")).select_related("unit")
    return opinions.select_related(
        "jurisdiction__parent",
        "category",
        "constituency",
        "merged_into__jurisdiction",
        "visit__visitor",
        "visit__day",
    ).prefetch_related(
        Prefetch("visit__deputies", Seat.objects.select_related(*naming()).in_stroke_order()),
        Prefetch("referrals", parts.prefetch_related(Prefetch("replies", replies)), to_attr="parts"),
        Prefetch("answers", Answer.objects.select_related(*naming("seat__"))),
    )


def with_promises(opinions):
    """The opinions with all that the ledger tells: their parts, and what units promised (B37)."""
    promises = Prefetch("undertakings", Undertaking.objects.counted(), to_attr="promises")
    return with_parts(opinions).prefetch_related(promises)


def opinions_of(user):
    """The visible opinions with all that their papers tell."""
    return with_parts(Opinion.objects.visible_to(user))


def copies_of(replies):
    """The copies of these replies that deputies were sent, by deputies in stroke order, oldest first."""
    found = ReplyCopy.objects.filter(reply__in=replies).select_related(
        *naming("seat__"),
        "reply__result_class",
        "reply__referral__unit",
        "reply__referral__opinion__visit__visitor",
        "reply__referral__opinion__jurisdiction__parent",
    )
    return found.order_by(
        "seat__deputy__stroke_key", "seat", "reply__referral__opinion", "reply__replied_on", "pk"
    )


def title_of(opinion):
    return without_data(opinion.title, opinion.visit.visitor)


def words_of(opinion):
    return without_data(opinion.words, opinion.visit.visitor)


def promised_in(reply):
    """What a unit's reply promises, as a sentence; empty where it promises nothing."""
    if not reply.promised:
        return ""
    told = without_data(reply.promised, reply.referral.opinion.visit.visitor).rstrip("。")
    return f"承诺于{chinese_date(reply.promise_due_on)}前落实：{told}。"


def receivers_of(opinion):
    return called(opinion.visit.deputies.all())


def called(seats):
    return "、".join(dict.fromkeys(seat.called for seat in seats)) or NONE


def units_of(opinion):
    return "、".join(str(part.unit) for part in opinion.parts) or NONE


def day_of(day):
    return chinese_date(day) if day else NONE


def came_by(opinion):
    """How the matter came: 代表接待日（石坎镇代表联络站） or the channel."""
    visit = opinion.visit
    place = visit.day.place if visit.day else visit.place
    way = "代表接待日" if visit.day else visit.get_channel_display()
    return f"{way}（{place}）" if place else way
