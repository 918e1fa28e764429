"""What all list pages share: one row of filters that is remembered, pages of 25 rows, lights."""

from datetime import timedelta
from urllib.parse import urlencode, urlparse

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.forms import HiddenInput
from django.shortcuts import redirect
from django_filters import ChoiceFilter, OrderingFilter
from django_filters.views import FilterView

from congress import clock
from congress.desk import amber_days_for, light_of
from congress.enums import Light, Role


class LightFilter(ChoiceFilter):
    """Rows by the light of their due date ``field_name``; a row without a due date has none."""

    def __init__(self, **kwargs):
        super().__init__(label="期限", choices=Light, empty_label="全部期限", **kwargs)

    def filter(self, queryset, value):
        if not value:
            return queryset
        today = clock.today()
        soon = today + timedelta(days=amber_days_for(self.parent.request.user))
        bounds = {
            Light.RED: {"lt": today},
            Light.AMBER: {"gte": today, "lte": soon},
            Light.GREEN: {"gt": soon},
        }[value]
        return queryset.filter(**{f"{self.field_name}__{bound}": day for bound, day in bounds.items()})


class HeadingOrder(OrderingFilter):
    """The order by a heading (``_partials/_sort.html``): ``fields`` are pairs (field, name in the address).

    Rows without a value come last either way; equal ones keep the order of their keys.
    """

    def __init__(self, *fields):
        super().__init__(fields=fields, widget=HiddenInput)

    def filter(self, queryset, value):
        if not value:
            return queryset
        order = [self.get_ordering_value(name) for name in value]
        return queryset.order_by(*map(self._nulls_last, order), "pk")

    @staticmethod
    def _nulls_last(field):
        return F(field[1:]).desc(nulls_last=True) if field.startswith("-") else F(field).asc(nulls_last=True)


class FilteredList(FilterView):
    """A list with a filter form that is remembered for the session: the way back leads to it as it was.

    A value that a filter does not know neither filters nor is remembered: an address may be old. The order
    is not remembered either: nothing on the page would tell why the most urgent do not come first.

    Each row gets the ``light`` of its :meth:`due_of`, None where nothing is due. Roles that the list is
    ``closed_to`` would never find a row in it: they are refused rather than shown an empty page. A list that
    asks more names a rule in place of :meth:`open_to`, as ``staticmethod``.
    """

    paginate_by = 25
    strict = False
    closed_to = Role.keepers

    def open_to(self, user):
        """Whether the user may open the list at all."""
        return user.role not in self.closed_to

    def due_of(self, record):
        """The date by which something is to be done with ``record``, or None."""

    def get(self, request, *args, **kwargs):
        if not self.open_to(request.user):
            raise PermissionDenied("这张清单不在您的角色查阅范围内。")
        key = f"filters:{request.resolver_match.view_name}"
        # Who asks for the bare list on the list itself has just cleared its filters.
        arriving = urlparse(request.headers.get("Referer", "")).path != request.path
        if arriving and not request.GET and request.session.get(key):
            return redirect(f"{request.path}?{request.session[key]}")
        response = super().get(request, *args, **kwargs)
        passing = {"page", "order", *self.filterset.form.errors}
        chosen = {name: value for name, value in request.GET.items() if value and name not in passing}
        if request.session.get(key, "") != urlencode(chosen):
            request.session[key] = urlencode(chosen)
        return response

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        due = [(record, self.due_of(record)) for record in context["object_list"]]
        amber_days = amber_days_for(self.request.user) if any(due_on for _, due_on in due) else None
        for record, due_on in due:
            record.light = light_of(due_on, amber_days) if due_on else None
        return context
