"""Everything that is late today: what kind it is, whose, since when."""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from congress import clock
from congress.handling import HandlingStatus, UnitRole
from proposals.enums import ProposalStatus, SponsorRole
from proposals.models import Assignment, Commitment, KeySupervision, Proposal, Sponsorship


@dataclass(frozen=True)
class Kind:
    """A way to be late."""

    name: str
    heading: str
    rule: str
    unit: str = "件"


ALL_KINDS = "late"
KINDS = (
    Kind(ALL_KINDS, "合计", "以下各项相加；一件有几项超期的，各计一次。"),
    Kind("assign", "未交办", "已受理（或者单位退回），过了交办期限还没有交给单位的。"),
    Kind("accept", "未签收", "过了签收期限，单位既没有签收也没有申请退回的。"),
    Kind("contact", "未联系代表", "主办、分办单位过了首次联系代表的期限还没有联系的。"),
    Kind("opinion", "未交会办意见", "会办单位过了期限还没有交会办意见的。"),
    Kind("reply", "未答复", "主办、分办单位过了现在有效的答复期限还没有答复的。"),
    Kind("receipt", "未回执", "催办以后，单位过了回执期限还没有回执的。"),
    Kind("promise", "承诺未落实", "过了完成时限，承诺还没有报告落实的。"),
    Kind("progress", "承诺未报进展", "过了季度末，承诺的进展还没有报告的。"),
    Kind(
        "rating",
        "未评价",
        "答复送出后，过了反馈期限（催请过的，过了再等的期限）代表还没有评价的；不是单位的超期。",
    ),
)
BY_NAME = {kind.name: kind for kind in KINDS}


@dataclass(frozen=True)
class Late:
    """One thing that is late: ``record`` is the key of its proposal or, of promises, of the commitment.

    ``seat`` is that of the leading deputy; of a rating that of the deputy who has not rated. ``key`` is the
    key supervision under which the proposal is, None without one, with its ``leader``.
    """

    kind: str
    proposal: int
    due_on: date
    unit: int | None = None
    seat: int | None = None
    record: int | None = None
    key: int | None = None
    leader: str = ""

    @property
    def days(self):
        return (clock.today() - self.due_on).days


def late_of(user, place=None):
    """All that is late today of what ``user`` sees, of ``place`` or of all his places; the latest first."""
    found = [*_units_parts(user), *_promises(user), *_unassigned(user), *_unrated(user)]
    proposals = {late.proposal for late in found}
    if place is not None:
        here = Proposal.objects.filter(pk__in=proposals, jurisdiction=place)
        proposals = set(here.values_list("pk", flat=True))
    leads = Sponsorship.objects.filter(proposal__in=proposals, role=SponsorRole.LEAD)
    leads = dict(leads.values_list("proposal", "seat"))
    keys = {
        proposal: {"key": key, "leader": leader}
        for proposal, key, leader in KeySupervision.objects.ongoing()
        .filter(proposal__in=proposals)
        .order_by("year", "pk")
        .values_list("proposal", "pk", "leader_name")
    }
    found = [
        replace(late, seat=late.seat or leads.get(late.proposal), **keys.get(late.proposal, {}))
        for late in found
        if late.proposal in proposals
    ]
    return sorted(found, key=lambda late: (late.due_on, late.proposal))


def _units_parts(user):
    """What units have not done by its day: accepted, met the deputies, replied, answered an urging."""
    today = clock.today()
    late = (
        Q(status__in=HandlingStatus.before_acceptance, accept_by__lt=today)
        | Q(due_on__lt=today)
        | Q(contact_by__lt=today, contacted_on=None)
        | Q(receipt_by__lt=today, receipt_on=None)
    )
    for part in Assignment.objects.visible_to(user).unanswered().filter(late).order_by("pk"):
        due = {
            "opinion" if part.role == UnitRole.CO else "reply": part.due_on,
            "accept": part.accept_by if part.status in HandlingStatus.before_acceptance else None,
            "contact": None if part.contacted_on else part.contact_by,
            "receipt": part.receipt_by if part.owes_receipt else None,
        }
        for kind, day in due.items():
            if day and day < today:
                yield Late(kind, part.proposal_id, day, unit=part.unit_id)


def _promises(user):
    today = clock.today()
    seen = Commitment.objects.visible_to(user)
    for made in seen.late(today) | seen.untold(today):
        for kind, day in (("promise", made.due_on), ("progress", made.progress_due_on)):
            if day and day < today:
                yield Late(kind, made.proposal_id, day, unit=made.unit_id, record=made.pk)


def _unassigned(user):
    rows = Proposal.objects.visible_to(user).to_assign().filter(step_due_on__lt=clock.today())
    for pk, day in rows.order_by("pk").values_list("pk", "step_due_on"):
        yield Late("assign", pk, day)


def _unrated(user):
    seen = Proposal.objects.visible_to(user).filter(
        status__in=ProposalStatus.to_rate, step_due_on__lt=clock.today()
    )
    waited_for = Sponsorship.objects.unrated().filter(proposal__in=seen.values("pk")).order_by("pk")
    for proposal, seat, day in waited_for.values_list("proposal", "seat", "proposal__step_due_on"):
        yield Late("rating", proposal, day, seat=seat)
