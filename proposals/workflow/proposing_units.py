"""The assignment meeting's list: units thought of, then given their parts all at once (交办会)."""

from django.core.exceptions import ValidationError

from congress.workflow import whole
from proposals.models import ProposedUnit
from proposals.workflow.assigning import assign, check_units


@whole
def propose_units(proposal, units, *, by):
    """Keep which units are thought of: pairs (unit, role). No unit has anything yet."""
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
