"""The ledger of promises, a promise's page and its steps, be they made to deputies or to voters.

The addresses of a concrete promise are ``<pages>_list``, ``_sheet``, ``_detail``, ``_proof`` and ``_step``.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import F
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from congress import clock
from congress.desk import amber_days_for, light_of
from congress.handling.keeping import kept_of
from congress.lists import FilteredList
from congress.steps import step_links, step_page
from congress.xlsx import sheet


MAIN_STEPS = ["confirm", "progress"]
HEADINGS = [
    *("承诺单位", "承诺事项", "承诺日期", "原定时限", "完成时限"),
    *("结转年度", "最近进展", "报告日期", "状态", "落实情况", "了结日期"),
]


def in_order(promises):
    """A ledger in the order in which it is due; what is settled comes last."""
    ordered = promises.select_related("unit").with_step_due()
    return ordered.order_by(F("step_due_on").asc(nulls_last=True), "-promised_on", "pk")


class PromiseList(FilteredList):
    """A concrete list adds its filter, and the names under which people know the ledger.

    ``may_export(user)`` is a rule; ``matters(user)`` returns the visible matters, the field of the day on
    which units got them, and the Q of those that are closed.
    """

    template_name = "congress/promise_list.html"
    heading = ""
    heading_of_deputy = ""
    # The list of the matters whose replies promise.
    matter_list = ""

    def due_of(self, record):
        return record.due_on if record.is_going else None

    def get_context_data(self, **kwargs):
        user, pages = self.request.user, self.filterset_class._meta.model.pages
        return super().get_context_data(
            heading=self.heading_of_deputy if user.is_deputy else self.heading,
            kept=None if user.is_deputy else self._kept(),
            query=_without_state(self.request),
            sheet_url=reverse(f"{pages}_sheet") if self.may_export(user) else "",
            matter_url=reverse(self.matter_list),
            **kwargs,
        )

    def _kept(self):
        """Of the year, unit and place that are set, whichever state the list shows."""
        user, query = self.request.user, _without_state(self.request)
        promises = self.filterset_class._meta.model.objects.visible_to(user).with_step_due()
        everything = self.filterset_class(query, queryset=promises, request=self.request)
        matters, assigned_on, closed = self.matters(user)
        assigned = matters.filter(**{f"{assigned_on}__isnull": False})
        if query.get("year", "").isdigit():
            assigned = assigned.filter(**{f"{assigned_on}__year": query["year"]})
        return kept_of(everything.qs.order_by(), assigned, closed)


def _without_state(request):
    query = request.GET.copy()
    for name in ("state", "light", "page", "order"):
        query.pop(name, None)
    return query


def promise_sheet(request, found, *, name, people, people_of):
    """The rows ``found`` as a workbook: ``people`` heads the column of the deputies ``people_of(matter)``."""
    place = request.user.unit or request.user.jurisdiction
    headings = ["编号", "标题", people, *HEADINGS]
    rows = ((made.matter.number, made.matter.title, people_of(made.matter), *_row(made)) for made in found)
    return sheet(f"{place}{clock.today():%Y%m%d}{name}", headings, rows)


def refuse_sheet():
    raise PermissionDenied("承诺事项台账由人大机关、政府办公室和承办单位导出。")


def _row(made):
    return (
        made.unit.name,
        made.text,
        made.promised_on,
        made.first_due_on,
        made.due_on,
        "、".join(f"{year}年" for year in made.rolled_over),
        made.progress,
        made.progress_on,
        made.get_status_display(),
        made.outcome,
        made.settled_on,
    )


def promise_page(request, made, offered, *, heading, main=MAIN_STEPS, matter=None):
    """The page of the promise ``made``, read ``with_step_due``; ``heading`` leads back to the ledger.

    ``matter`` is by what the reader knows it, where that is not the promise's own.
    """
    due_on, amber_days = made.step_due_on, amber_days_for(request.user)
    steps = step_links(
        made,
        offered,
        f"{made.pages}_step",
        main=main,
        due_on=due_on,
        light=light_of(due_on, amber_days),
    )
    page = {
        "made": made,
        "matter": matter or made.matter,
        "heading": heading,
        "list_url": reverse(f"{made.pages}_list"),
        "amber_days": amber_days,
        "steps": steps,
        "events": made.events.select_related("by__deputy"),
    }
    return render(request, "congress/promise_detail.html", page)


def promise_step(request, made, workflow, name, steps, **page):
    """Take the step ``name`` of ``steps`` (:func:`congress.handling.promise_forms.promise_steps`)."""
    if name not in steps:
        raise Http404
    form_class, verb = steps[name]
    return step_page(
        request,
        record=made,
        workflow=workflow,
        name=name,
        verb=verb,
        form_class=form_class,
        about=made,
        user=request.user,
        **page,
    )


def promises_of(model, matter, user):
    """What ``congress/_promises.html`` shows on the page of a matter; a clerk sees his own unit's."""
    made = model.objects.visible_to(user).filter(**{model.matter_field: matter})
    return {"made": list(made.select_related("unit"))}


def promise_proof(request, model, pk):
    """The proof that it is kept, to those who see the promise."""
    proved = model.objects.visible_to(request.user).exclude(proof="").select_related("unit")
    made = get_object_or_404(proved, pk=pk)
    return FileResponse(made.proof.open(), as_attachment=True, filename=made.proof_name)
