"""What of this floor is found from the bar: matters, never by or with a visitor's data (D10)."""

from congress import search
from congress.calendar import short_date
from congress.search import Hit
from reception import rules
from reception.models import Appointment, Opinion, Referral


def _opinions(user, words):
    found = Opinion.objects.visible_to(user).search(words)
    return found.select_related("jurisdiction").defer("words", "outcome_note")


def _opinion(opinion):
    about = f"{opinion.number}，{short_date(opinion.received_on)}收到，{opinion.get_status_display()}"
    return Hit(opinion.title, about, opinion.get_absolute_url())


def _referrals(user, words):
    found = Referral.objects.visible_to(user).filter(opinion__in=Opinion.objects.search(words).values("pk"))
    return found.select_related("opinion__jurisdiction", "unit").order_by("-issued_on", "-pk")


def _referral(referral):
    number, issued = referral.opinion.number, short_date(referral.issued_on)
    about = f"{number}，{issued}交办，{referral.get_status_display()}"
    return Hit(referral.opinion.title, about, referral.get_absolute_url())


search.register(
    20,
    "群众意见",
    unit="件",
    finds="编号、事由、选民原话",
    url_name="reception:opinion_list",
    open_to=rules.can_find_opinions,
    rows=_opinions,
    hit_of=_opinion,
)


def _appointments(user, words):
    return Appointment.objects.visible_to(user).filter(subject__icontains=words).named()


def _appointment(appointment):
    about = f"{short_date(appointment.asked_on)}提出，{appointment.get_status_display()}"
    return Hit(str(appointment), about, appointment.get_absolute_url())


search.register(
    25,
    "预约会见",
    unit="件",
    finds="想谈什么",
    url_name="reception:appointment_list",
    open_to=rules.can_find_appointments,
    rows=_appointments,
    hit_of=_appointment,
)
search.register(
    20,
    "转办件",
    unit="件",
    finds="编号、事由、选民原话",
    url_name="reception:referral_list",
    open_to=rules.can_find_referrals,
    rows=_referrals,
    hit_of=_referral,
)
