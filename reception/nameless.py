"""What is written about a matter tells no visitor's name: more people read it than may know him (D10)."""

from functools import wraps

from django.core.exceptions import ValidationError


# The voter's own words stay as he says them.
HIS_OWN = ("words", "wish")


def nameless(verb, visitor):
    """The verb of a step, refusing what is written with the name of the ``visitor`` in it."""

    @wraps(verb)
    def checked(record, *, by, **written):
        telling = [
            name for name, value in written.items() if isinstance(value, str) and visitor.is_named_in(value)
        ]
        if telling:
            sentence = "这里写了来访人的姓名，看到的人多，请删去；可以写“一位选民”“来访人”。"
            raise ValidationError(dict.fromkeys(telling, sentence))
        return verb(record, by=by, **written)

    return checked
