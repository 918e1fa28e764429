"""A unit puts down how it met the deputies whose proposal it handles (代表法第五十一条, D2)."""

from django.core.exceptions import ValidationError

from congress.calendar import short_date
from congress.plausible import check_day
from congress.workflow import whole
from proposals.models import Contact
from proposals.workflow.following import mention
from proposals.workflow.steps import assignments


@whole
def record_contact(assignment, *, by, mode, held_on, sponsorships, note=""):
    """A visit, a call, a forum, a letter, with those of the deputies who signed; the first ends a clock."""
    step = assignments.prepare("contact", assignment, by=by)
    check_day("held_on", "联系日期", held_on, not_before=assignment.issued_on, start="交办日期")
    met = list(sponsorships)
    signed = {row.pk for row in assignment.proposal.sponsorships.confirmed()}
    if not met or {row.pk for row in met} - signed:
        raise ValidationError({"sponsorships": "请选择联系了哪些提出代表。"})
    contact = Contact(assignment=assignment, mode=mode, held_on=held_on, note=note, by=by)
    contact.full_clean()
    contact.save()
    contact.sponsorships.set(met)
    first = min(held_on, assignment.contacted_on or held_on)
    names = "、".join(row.seat.called for row in met)
    told = f"{assignment.unit}于{short_date(held_on)}联系{names}代表（{contact.get_mode_display()}）。{note}"
    event = assignments.take(step, assignment, by=by, note=told, contacted_on=first)
    mention(event, assignment, by=by, note=told)
    return event
