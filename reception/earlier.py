"""Earlier matters of the same voter and of the same subject, and the links to them.

Offered are only matters of the place in which the visit is taken down, which the person sees anyway; of a
voter only to who types both his name and his telephone. Nobody learns from here who came to another town,
nor by trying names.
"""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db.models import F, Q

from congress import clock, names
from congress.likeness import points_for, terms_of
from reception.enums import VisitorKind
from reception.hints import vocabulary
from reception.models import EarlierMatter, Opinion


MOST = 5
LOOKED_AT = 1_000  # the place's latest matters
YEARS = timedelta(days=3 * 366)
ENOUGH = 3  # points


def of_same_voter(user, place, *, kind, name, phone):
    """The latest matters of ``place`` that the visitor told before, as far as ``user`` sees them.

    A person is known by name and telephone together, a unit by its name; who leaves no name, not at all.
    """
    name = names.normalise(name)
    if not name or kind == VisitorKind.ANONYMOUS or (kind == VisitorKind.PERSON and not phone):
        return []
    by = {"phone": phone} if kind == VisitorKind.PERSON else {"name": name}
    by = {f"visit__visitor__{field}": value for field, value in by.items()}
    found = _visible(user, place).filter(visit__visitor__jurisdiction=place, visit__visitor__kind=kind, **by)[
        : 10 * MOST
    ]
    return [one for one in found if names.normalise(one.visit.visitor.name) == name][:MOST]


def of_same_subject(user, place, *, title, words):
    """The matters of ``place`` with most words in common, as far as ``user`` sees them; the best first.

    Two characters in a row of the title count two points in a title and one in a voter's words; words that
    the suggestions know one more. Two queries besides the vocabulary's two; it looks at the place's latest
    thousand matters of three years.
    """
    terms = terms_of(title, words, known=vocabulary())
    if not terms:
        return []
    latest = Opinion.objects.visible_to(user).registered()
    latest = latest.filter(jurisdiction=place, received_on__gt=clock.today() - YEARS)
    latest = latest.order_by("-received_on", "-pk").values("pk")[:LOOKED_AT]
    score = points_for(terms, title="title", words="words")
    found = Opinion.objects.filter(pk__in=list(latest.values_list("pk", flat=True)))
    found = found.annotate(points=score).filter(points__gte=ENOUGH)
    found = found.select_related("jurisdiction", "visit__visitor").defer("words", "outcome_note")
    return list(found.order_by(F("points").desc(), "-received_on", "-pk")[:MOST])


def link(opinion, earlier, kind, *, by):
    """Put down that the matter was told before. Raises ``ValidationError`` for another place's."""
    if earlier.jurisdiction_id != opinion.jurisdiction_id:
        raise ValidationError("只能关联本镇街先前的意见。")
    found = EarlierMatter(opinion=opinion, earlier=earlier, kind=kind, by=by)
    found.full_clean()
    found.save()
    return found


def links_of(opinion, user):
    """The links of a matter both ways, to matters that ``user`` sees: [(words, the other matter)]."""
    seen = Opinion.objects.visible_to(user).values("pk")
    found = EarlierMatter.objects.filter(
        Q(opinion=opinion, earlier__in=seen) | Q(earlier=opinion, opinion__in=seen)
    ).select_related("opinion__jurisdiction", "earlier__jurisdiction")
    return [
        (one.get_kind_display(), one.earlier)
        if one.opinion_id == opinion.pk
        else (f"之后{one.get_kind_display()}", one.opinion)
        for one in found
    ]


def _visible(user, place):
    found = Opinion.objects.visible_to(user).registered().filter(jurisdiction=place)
    found = found.select_related("jurisdiction", "visit__visitor").defer("words", "outcome_note")
    return found.order_by("-received_on", "-pk")
