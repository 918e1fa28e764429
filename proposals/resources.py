"""The ledger of motions and suggestions as sheets, in the form in which it is imported."""

from django.db.models import Prefetch, Q
from tablib import Databook, Dataset

from congress.enums import Level, Satisfaction
from congress.handling import UnitRole
from proposals.enums import ProposalKind, ProposalStatus
from proposals.models import Proposal, Rating, Sponsorship
from proposals.papers.matter import with_parts
from proposals.registers.columns import LEDGER


KEYS = (
    *("number", "kind", "title", "lead", "cosigners", "category", "session", "period", "when"),
    *("unit", "co_unit", "assigned_on", "due", "replied_on", "document_number", "class"),
    *("attitude", "result", "reason", "redone", "replied_again_on", "attitude_again", "result_again"),
    *("open", "remark"),
)
KINDS = {ProposalKind.MOTION: "议案", ProposalKind.SUGGESTION: "建议"}
WORST_FIRST = (Satisfaction.DISSATISFIED, Satisfaction.BASICALLY, Satisfaction.SATISFIED)


def proposals_of_year(user, year, *, public_only=False):
    """The registered proposals of a year that the user sees, by congress and number, with all that is told.

    ``public_only``: without those that the deputies asked not to make public.
    """
    begun = Q(assigned_on__year=year) | Q(assigned_on__isnull=True, accepted_on__year=year)
    found = with_parts(Proposal.objects.visible_to(user).registered().filter(begun))
    if public_only:
        found = found.filter(secret=False)
    rated = Sponsorship.objects.confirmed().prefetch_related(Prefetch("ratings", Rating.objects.rated()))
    found = found.prefetch_related(Prefetch("sponsorships", rated, to_attr="raters"))
    order = ("jurisdiction__order", "jurisdiction", "session__starts_on", "session", "kind", "serial")
    return found.defer("text", "subject", "grounds", "plan").order_by(*order)


def ledger_book(proposals):
    """Both sheets of 代表建议议案台账, as they come in again: the district's, and that of its towns."""
    higher = [one for one in proposals if one.jurisdiction.level not in Level.local]
    towns = [one for one in proposals if one.jurisdiction.level in Level.local]
    sheets = []
    if higher or not towns:
        sheets.append(_sheet("区级", ["序号"], KEYS, ([at, *_row(one)] for at, one in enumerate(higher, 1))))
    if towns:
        rows = ([at, one.jurisdiction.name, *_row(one)] for at, one in enumerate(towns, 1))
        sheets.append(_sheet("镇级", ["序号", "镇"], KEYS, rows))
    return Databook(sheets)


def _sheet(title, first, keys, rows):
    labels = {column.key: column.label for column in LEDGER.columns}
    return Dataset(*rows, headers=[*first, *(labels[key] for key in keys)], title=title)


def _row(proposal):
    cells = cells_of(proposal)
    return ["" if cells[key] is None else cells[key] for key in KEYS]


def cells_of(proposal):
    """The cells of a proposal by the keys of the ledger's columns."""
    parts = [part for part in proposal.parts if part.round == 1]
    letters = [reply for part in parts if part.leads for reply in part.replies.all() if reply.replied_on]
    first, again = (_ratings(proposal, rounds) for rounds in (lambda at: at == 1, lambda at: at > 1))
    letter = next((one for one in letters if one.result_class_id), letters[0] if letters else None)
    return {
        "number": proposal.number,
        "kind": KINDS.get(proposal.kind, proposal.get_kind_display()),
        "title": proposal.title,
        "lead": "、".join(row.seat.called for row in proposal.signed if row.leads),
        "cosigners": "、".join(row.seat.called for row in proposal.signed if not row.leads),
        "category": str(proposal.category or ""),
        "session": proposal.session.short_name,
        "period": "大会期间" if proposal.in_session else "闭会期间",
        "when": proposal.submitted_on,
        "unit": "、".join(part.unit.name for part in parts if part.leads),
        "co_unit": "、".join(part.unit.name for part in parts if part.role == UnitRole.CO),
        "assigned_on": proposal.assigned_on if parts else "",
        "due": proposal.due_on if parts else "",
        "replied_on": proposal.replied_on,
        "document_number": letter.document_number if letter else "",
        "class": letter.result_class.code if letter and letter.result_class else "",
        "attitude": first["attitude"],
        "result": first["result"],
        "reason": first["reason"],
        "redone": "是" if proposal.round > 1 else "",
        "replied_again_on": proposal.replied_again_on,
        "attitude_again": again["attitude"],
        "result_again": again["result"],
        "open": "不公开" if proposal.secret else "",
        "remark": ProposalStatus(proposal.status).label,
    }


def _ratings(proposal, of_round):
    """The worst of what the deputies rated in some rounds, in words, and why."""
    found = [rating for row in proposal.raters for rating in row.ratings.all() if of_round(rating.round)]
    told = {"reason": "；".join(dict.fromkeys(rating.reason for rating in found if rating.reason))}
    for field in ("attitude", "result"):
        values = {getattr(rating, field) for rating in found}
        told[field] = next((value.label for value in WORST_FIRST if value in values), "")
    return told
