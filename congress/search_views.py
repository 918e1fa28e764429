"""The page of the search in the bar."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from congress import rules
from congress.search import MOST_CHARACTERS, found_for, sources_for


def search(request):
    """What is found for ``?q=``, kind by kind; without words, what can be searched."""
    if not rules.sees_business(request.user):
        raise PermissionDenied("您的角色看不到业务数据，没有可以查找的内容。")
    words = request.GET.get("q", "").replace("\0", "").strip()[:MOST_CHARACTERS]
    page = {
        "words": words,
        "groups": found_for(request.user, words) if words else [],
        "sources": sources_for(request.user),
    }
    return render(request, "congress/search.html", page)
