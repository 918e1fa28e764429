"""The assignment meeting's list: units thought of, then given their parts all at once (交办会)."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress.workflow import whole
from proposals import rules
from proposals.models import Proposal, ProposedUnit
from proposals.workflow.assigning import assign, check_units


@whole
def propose_units(proposal, units, *, by):
    """Keep which units are thought of: pairs (unit, role). No unit has anything yet.

    Of two who write at once the later one's stand; what was assigned meanwhile needs no thought any more.
    """
    if not rules.can_assign(by, proposal):
        raise PermissionDenied("拟办单位由交办的机关登记。")
    waiting = Proposal.objects.select_for_update(of=("self",)).to_assign().filter(pk=proposal.pk)
    if waiting.values_list("pk").first() is None:
        raise ValidationError(f"“{proposal}”已经不在等待交办，没有登记拟办单位，请刷新后再看。")
    check_units(proposal, [unit for unit, _ in units], by=by)
    proposal.proposed_units.all().delete()
    ProposedUnit.objects.bulk_create(
        ProposedUnit(proposal=proposal, unit=unit, role=role) for unit, role in units
    )


@whole
def assign_all(rows, *, by):
    """Assign several, all or none: (proposal, {lead, co_units, split_units, difficult}).

    Raises ``ValidationError`` naming the one that cannot be.
    """
    for proposal, told in rows:
        try:
            assign(proposal, by=by, **told)
        except ValidationError as error:
            raise ValidationError(f"“{proposal}”：{''.join(error.messages)}") from error
        proposal.proposed_units.all().delete()
    return len(rows)
