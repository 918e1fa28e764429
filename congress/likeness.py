"""How alike texts are: what to look for in earlier records, and the points for what is found."""

import re

from django.db.models import Case, IntegerField, Value, When


MOST_TERMS = 24
# Words that say nothing of the subject.
IDLE = re.compile("的|反映|问题|要求|希望|建议|解决|我们|没有|村里|一下|关于|情况|不好|不能|已经|可以|进行")
_HAN = re.compile(r"[\u3400-\u9fff]+")


def terms_of(title, words="", known=(), idle=IDLE):
    """What to look for, and its points in a title: two characters in a row of ``title`` count two, those of
    the ``known`` words that either text has three. ``idle`` words are left out, and pairs across them.
    """
    told = sorted(word for word in known if word in title or word in words)
    runs = _HAN.findall(idle.sub(" ", title))
    pairs = [run[at : at + 2] for run in runs for at in range(len(run) - 1)]
    terms = dict.fromkeys(pairs, 2) | dict.fromkeys(told, 3)
    return dict([*terms.items()][-MOST_TERMS:])


def points_for(terms, *, title, words=None):
    """An expression: the points of a row whose fields ``title`` and ``words`` have the terms; in the words
    each counts one less than in the title. Without ``words`` long texts are not read: that takes seconds for
    thousands of rows."""
    return sum((_points(term, points, title, words) for term, points in terms.items()), Value(0))


def _points(term, points, title, words):
    found = [When(**{f"{title}__contains": term}, then=Value(points))]
    if words:
        found.append(When(**{f"{words}__contains": term}, then=Value(points - 1)))
    return Case(*found, default=Value(0), output_field=IntegerField())
