"""What each kind of proposal tells, who signs it, when it is one (domain.md D1, E2)."""

from dataclasses import dataclass

from congress import clock
from congress.enums import Level, UnitCategory
from congress.models import Session, Unit
from congress.models.office_rules import rules_for
from deputies.models import Seat
from proposals.enums import ProposalKind as K
from proposals.enums import RecallPost


# What a proposal of each kind must tell before it is handed in: {field: the word for it}.
PARTS = {
    K.SUGGESTION: {"text": "建议内容"},
    K.MOTION: {"subject": "案由", "grounds": "案据", "plan": "方案"},
    K.INTERPELLATION: {"organ": "质询对象", "subject": "质询的问题", "text": "质询的内容"},
    K.INQUIRY: {"organ": "询问的机关", "text": "询问的问题"},
    K.RECALL: {"person": "被提出罢免的人", "post": "职务类别", "grounds": "罢免理由"},
}
TOLD = tuple(dict.fromkeys(field for parts in PARTS.values() for field in parts))

# How many deputies sign a motion (地方组织法第二十二条), an interpellation (第二十四条); which share of all
# deputies a recall (第三十一条).
MOTION_SIGNERS = {Level.CITY: 10, Level.DISTRICT: 10, Level.TOWN: 5}
INTERPELLATION_SIGNERS = 10
RECALL_SHARE = {Level.CITY: 10, Level.DISTRICT: 10, Level.TOWN: 5}
# A town's rules may let a fifth of its deputies put an interpellation where they are no more than these.
SMALL_TOWN, SMALL_TOWN_SHARE = 40, 5


@dataclass(frozen=True)
class Needed:
    """``least`` deputies sign, the leading one included; ``basis`` says so in a sentence with its article."""

    least: int
    basis: str = ""


def signers_needed(proposal):
    """How many must sign a proposal for it to be of its kind; one for what a deputy may put alone."""
    return _NEEDED.get(proposal.kind, _one)(proposal)


def _one(proposal):
    return Needed(1)


def _of_motion(proposal):
    least = MOTION_SIGNERS[proposal.jurisdiction.level]
    return Needed(least, f"议案要有{least}名以上代表联名（地方组织法第二十二条）")


def _of_interpellation(proposal):
    place, least = proposal.jurisdiction, INTERPELLATION_SIGNERS
    if place.level == Level.TOWN and rules_for(place).small_town_interpellation:
        everybody = deputies_of(proposal, clock.today())
        if everybody <= SMALL_TOWN:
            fifth = max(_share(everybody, SMALL_TOWN_SHARE), 1)
            basis = f"质询案要有五分之一以上代表联名（本级规则；现有代表{everybody}名，即{fifth}名以上）"
            return Needed(min(fifth, least), basis)
    return Needed(least, f"质询案要有{least}名以上代表联名（地方组织法第二十四条）")


def _of_recall(proposal):
    share = RECALL_SHARE[proposal.jurisdiction.level]
    everybody = deputies_of(proposal, clock.today())
    least = max(_share(everybody, share), 1)
    word = {10: "十分之一", 5: "五分之一"}[share]
    basis = f"罢免案要有{word}以上代表联名（地方组织法第三十一条；现有代表{everybody}名，即{least}名以上）"
    return Needed(least, basis)


_NEEDED = {K.MOTION: _of_motion, K.INTERPELLATION: _of_interpellation, K.RECALL: _of_recall}


def _share(whole, part):
    """The least whole number that is one ``part``-th of ``whole`` or more."""
    return -(-whole // part)


def deputies_of(proposal, day):
    """How many deputies the congress had on ``day``: the seats that were held, suspended ones included."""
    return Seat.objects.filter(term=proposal.term_id).in_office(day).count()


def too_few(proposal, signers):
    """Why what ``signers`` deputies have signed cannot stand as what it is: a sentence, or ""."""
    needed = signers_needed(proposal)
    return f"{needed.basis}，现在确认联名的有{signers}名。" if signers < needed.least else ""


def why_not(proposal, signers, session, now):
    """Why what is handed in at the aware moment ``now`` is not of its kind: a sentence, or "" (E2).

    ``signers`` counts the deputies who have signed; ``session`` is the one at which or after which it is put.
    """
    if proposal.kind == K.SUGGESTION:
        return ""
    if refusal := too_few(proposal, signers):
        return refusal
    if session is None or not session_covers(session, clock.today()):
        return _why_not_in_recess(proposal)
    if proposal.is_motion and session.motions_until and now > session.motions_until:
        return "已经过了本次会议的议案截止时间。"
    return ""


def _why_not_in_recess(proposal):
    """A motion may go to the standing committee where the office's rules say so (domain.md D2)."""
    if proposal.is_motion and may_be_put_in_recess(proposal.jurisdiction):
        return ""
    return f"{proposal.word}要在人民代表大会会议期间提出，现在是闭会期间。"


def may_be_put_in_recess(place):
    return has_committees(place) and rules_for(place).recess_motions


def has_committees(place):
    """Whether the congress has a standing committee and special committees; a town's has none (B130)."""
    return place.level in (Level.CITY, Level.DISTRICT)


def session_for(proposal, day):
    """The congress's session at which something handed in on ``day`` is made, or after which; None."""
    return (
        Session.objects.of_congress()
        .filter(term=proposal.term_id, starts_on__lte=day)
        .order_by("-starts_on", "-pk")
        .first()
    )


def session_covers(session, day):
    """Whether the session sits on ``day``; one whose end nobody entered sits on its first day alone."""
    return session.starts_on <= day <= (session.ends_on or session.starts_on)


def organs_of(place):
    """The organs that deputies of ``place`` may ask and interpellate, by name (地方组织法第二十四条).

    A county's: its government and the government's departments, supervision, court, procuratorate; a town's
    government alone (代表法第二十条).
    """
    government = f"{place.name}人民政府"
    if not has_committees(place):
        return [government]
    units = Unit.objects.active().filter(
        jurisdiction=place, local=None, category__in=[UnitCategory.DEPARTMENT, UnitCategory.COURT]
    )
    return list(dict.fromkeys([government, *units.values_list("name", flat=True)]))


def posts_of(place):
    """Whose recall deputies of ``place`` may put forward (地方组织法第三十一条), as choices."""
    values = RecallPost.of_county if has_committees(place) else RecallPost.of_town
    return [(value, RecallPost(value).label) for value in values]
