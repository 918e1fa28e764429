"""What of a proposal and its reply the public reads: decided by the office, kept as it was published."""

from django.db import models
from django.db.models import Q

from congress.enums import Role
from congress.models import Jurisdiction
from proposals.enums import PublicationStatus, WithholdReason


class Publishable(models.Model):
    """The decision about publication. It changes by the steps of ``workflow/publication_steps.py`` alone.

    ``public_text`` and ``public_reply`` are what was put out, without anybody's personal data: what is
    corrected later in the proposal or its reply does not change them.
    """

    publication = models.CharField(
        "公开", max_length=12, choices=PublicationStatus, default=PublicationStatus.PENDING, editable=False
    )
    publication_reason = models.CharField(
        "不公开的理由", max_length=20, choices=WithholdReason, blank=True, editable=False
    )
    publication_decided_on = models.DateField("公开与否的决定日期", null=True, blank=True, editable=False)
    published_on = models.DateField("公开日期", null=True, blank=True, editable=False)
    public_text = models.TextField("公开的建议内容", blank=True, editable=False)
    public_reply = models.TextField("公开的答复内容", blank=True, editable=False)

    class Meta:
        abstract = True


def public_to(user):
    """The condition of where what is made public reaches the user: in his district, its towns included.

    A city's people read what their districts published; the keepers of the system see no business data.
    """
    if user.role in Role.keepers or user.jurisdiction is None:
        return Q(pk__in=[])
    place = user.jurisdiction.district if user.jurisdiction.parent_id else user.jurisdiction
    return Q(jurisdiction__in=Jurisdiction.objects.within(place).values("pk"))


def published(user):
    """The condition of what was published where the user is."""
    return public_to(user) & Q(publication=PublicationStatus.PUBLISHED)
