"""What a leader supervises himself, on his desk."""

from django.db.models import F
from django.urls import reverse

from congress import desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from proposals.models import KeySupervision


@desk.register
def supervised_by(user):
    """The proposals that the leader supervises this year."""
    if user.role != Role.LEADER:
        return
    amber_days = amber_days_for(user)

    def item(key):
        due_on = key.proposal.step_due_on
        return WaitingItem(
            title=f"重点督办：{key.proposal}",
            about=f"{key.proposal.number}，{key.proposal.get_status_display()}，{key.committee}负责",
            action="重点督办",
            url=key.get_absolute_url(),
            due_on=due_on,
            light=light_of(due_on, amber_days),
        )

    own = KeySupervision.objects.ongoing().filter(leader=user)
    own = own.select_related("proposal__term", "proposal__session")
    own = own.order_by(F("proposal__step_due_on").asc(nulls_last=True), "pk")
    yield first_lines(own, item, url=reverse("proposals:key_list"), due_field="proposal__step_due_on")
