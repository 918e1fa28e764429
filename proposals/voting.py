"""The counts of a ballot of the congress: what they say, and when they cannot be true."""

from django.core.exceptions import ValidationError

from congress.calendar import short_date
from proposals.kinds import deputies_of


def tallied(proposal, *, held_on, present, in_favour, against, abstained):
    """The counts of a ballot as fields of a :class:`Proceeding`, with whether it was adopted.

    Adopted is what more than half of ALL deputies are for (地方组织法第二十五条), not of those present.
    Raises ``ValidationError`` where two thirds were not there (第十四条), or where the counts exceed the
    deputies who were there, or those the seats that were held that day.
    """
    everybody = deputies_of(proposal, held_on)
    day = short_date(held_on)
    if present > everybody:
        raise ValidationError(
            {"present": f"{day}在任代表共{everybody}名，出席不能有{present}名，请核对名册或者人数。"}
        )
    if present * 3 < everybody * 2:
        least = -(-everybody * 2 // 3)
        raise ValidationError(
            {
                "present": f"全体代表{everybody}名，出席{present}名，不足三分之二（{least}名），"
                "不能举行会议（地方组织法第十四条）。"
            }
        )
    cast = in_favour + against + abstained
    if cast > present:
        raise ValidationError(
            {"in_favour": f"赞成、反对、弃权共{cast}票，多于出席的{present}名代表，请核对。"}
        )
    return {
        "present": present,
        "in_favour": in_favour,
        "against": against,
        "abstained": abstained,
        "all_deputies": everybody,
        "adopted": in_favour * 2 > everybody,
    }
