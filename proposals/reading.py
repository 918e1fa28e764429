"""Who read what: the letters that reached a deputy, and the urging to rate them."""

from congress import clock
from proposals.models import Letter, RatingUrge


def note_read(proposal, *, by):
    """Put down that a deputy has opened the reply, and what urges him to rate it; the first time counts."""
    own = {"sponsorship__proposal": proposal, "sponsorship__seat__deputy__user": by, "read_at": None}
    for model in (Letter, RatingUrge):
        model.objects.filter(**own).update(read_at=clock.now())
