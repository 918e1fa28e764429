"""The filters of the lists of terms and vacancies."""

from django_filters import ChoiceFilter, FilterSet, ModelChoiceFilter

from congress import clock
from congress.models import Jurisdiction, Term
from deputies.enums import VacancyStatus
from deputies.models import Vacancy


def congresses(request):
    """The user's own congress and those below it."""
    terms = Term.objects.visible_to(request.user)
    return Jurisdiction.objects.filter(pk__in=terms.values("jurisdiction"))


class TermFilter(FilterSet):
    congress = ModelChoiceFilter(
        label="所属人大", field_name="jurisdiction", queryset=congresses, empty_label="全部人大"
    )
    running = ChoiceFilter(
        label="任期", method="filter_running", choices=[("now", "现任")], empty_label="全部届次"
    )

    class Meta:
        model = Term
        fields = []

    def filter_running(self, queryset, name, value):
        return queryset.current(clock.today())


class VacancyFilter(FilterSet):
    congress = ModelChoiceFilter(
        label="所属人大",
        field_name="seat__term__jurisdiction",
        queryset=congresses,
        empty_label="全部人大",
    )
    status = ChoiceFilter(label="状态", choices=VacancyStatus, empty_label="全部状态")

    class Meta:
        model = Vacancy
        fields = []
