"""The filters of the list of sessions."""

from django_filters import CharFilter, ChoiceFilter, FilterSet, ModelChoiceFilter

from congress.enums import SessionBody, SessionKind
from congress.models import Jurisdiction, Session
from deputies.filters import years
from deputies.session_search import sessions_called


def congresses(request):
    """Those whose sessions are listed."""
    sessions = Session.objects.visible_to(request.user)
    return Jurisdiction.objects.filter(pk__in=sessions.values("term__jurisdiction"))


class SessionFilter(FilterSet):
    q = CharFilter(label="名称", method="filter_words")
    congress = ModelChoiceFilter(
        label="所属人大", field_name="term__jurisdiction", queryset=congresses, empty_label="全部人大"
    )
    year = ChoiceFilter(label="年份", field_name="starts_on__year", choices=years, empty_label="全部年份")
    body = ChoiceFilter(label="机构", choices=SessionBody, empty_label="全部机构")
    kind = ChoiceFilter(label="类型", choices=SessionKind, empty_label="全部类型")

    class Meta:
        model = Session
        fields = []

    def filter_words(self, queryset, name, value):
        return sessions_called(queryset, value)
