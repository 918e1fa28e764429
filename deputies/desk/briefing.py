"""What a deputy was told and has not read yet."""

from django.urls import reverse

from congress import desk
from congress.desk import WaitingItem, first_lines
from deputies.models import Briefing


@desk.register
def unread_briefings(user):
    if not user.is_deputy:
        return
    unread = Briefing.objects.unread_by(user).select_related("jurisdiction")
    yield first_lines(
        unread.order_by("sent_at", "pk"),
        lambda briefing: WaitingItem(
            title=f"{briefing.get_kind_display()}：{briefing}",
            about=f"{briefing.jurisdiction}发给您的，打开就算已读",
            action="阅读",
            url=briefing.get_absolute_url(),
        ),
        url=reverse("deputies:briefing_list"),
    )
