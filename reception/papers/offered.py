"""Which papers a page of matters or days offers."""

from django.urls import reverse

from congress.handling import HandlingStatus
from congress.printing import Offer
from reception import rules
from reception.enums import DayStatus
from reception.enums import OpinionStatus as S


# From here on the voter can be asked.
TOLD = (S.ANSWERED, S.EXPLAINED, S.SURVEYED, S.CLOSED)


def offers_of_opinion(opinion, user, *, may_reveal):
    """``opinion`` as its page has read it: with referrals, their replies and copies, and answers."""
    referrals = opinion.referrals.all()
    found = [offer for referral in referrals for offer in offers_of_referral(referral, user)]
    here = opinion.jurisdiction
    copies = [copy for part in referrals for reply in part.replies.all() for copy in reply.copies.all()]
    if not rules.is_staff_of(user, here):
        copies = [copy for copy in copies if copy.seat.deputy.user_id == user.pk]
    if copies:
        found.append(_of(opinion, "抄送代表单", "copies"))
    if may_reveal and has_answer(opinion) and rules.can_answer(user, opinion):
        url = reverse("reception:opinion_letter", args=[opinion.pk])
        found.append(Offer("答复函", url, asks=True))
    if opinion.status in TOLD and rules.can_survey(user, opinion):
        found.append(_of(opinion, "满意度测评表（空白）", "survey-blank"))
        if opinion.handling_rating:
            found.append(_of(opinion, "满意度测评表（已测评）", "survey"))
    return found


def has_answer(opinion):
    """Whether there is something to answer with: the answer itself, or what a unit replied in this round."""
    told = any(answer.round == opinion.round for answer in opinion.answers.all())
    parts = (part for part in opinion.referrals.all() if part.round == opinion.round)
    return told or any(part.replies.all() for part in parts)


def offers_of_referral(referral, user):
    if referral.status in HandlingStatus.given_up or not rules.can_print_referral(user, referral):
        return []
    again = f"，第{referral.round}轮" if referral.round > 1 else ""
    url = reverse("reception:referral_paper", args=[referral.pk])
    return [Offer(f"转办单（{referral.unit}{again}）", url)]


def offers_of_day(day, user):
    found = []
    if day.status in DayStatus.held_states:
        if rules.can_print_summary(user, day.jurisdiction):
            found.append(_of_day(day, "选民意见归纳整理表", "summary"))
        if rules.can_print_copies(user, day.jurisdiction):
            found.append(_of_day(day, "抄送代表单", "copies"))
    return found


def _of(opinion, label, name):
    return Offer(label, reverse("reception:opinion_paper", args=[opinion.pk, name]))


def _of_day(day, label, name):
    return Offer(label, reverse("reception:day_paper", args=[day.pk, name]))
