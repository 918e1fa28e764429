"""The year's key supervision, one of them, and its steps."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render

from congress.lists import FilteredList
from congress.steps import step_links, step_page
from proposals import rules
from proposals.filters import KeyFilter
from proposals.forms.supervision import KEY_STEPS
from proposals.models import KeySupervision
from proposals.workflow.supervision_steps import key_supervisions


def _keys(user):
    return (
        KeySupervision.objects.visible_to(user)
        .select_related(
            "proposal__term", "proposal__session", "proposal__jurisdiction__parent", "leader", "follows"
        )
        .defer("proposal__text", "proposal__grounds", "proposal__plan")
    )


class KeyList(FilteredList):
    filterset_class = KeyFilter
    template_name = "proposals/key_list.html"
    open_to = staticmethod(rules.can_read_commitments)

    def get_queryset(self):
        return _keys(self.request.user)

    def due_of(self, record):
        return record.proposal.step_due_on


def key_detail(request, pk):
    key = get_object_or_404(_keys(request.user), pk=pk)
    page = {
        "key": key,
        "proposal": key.proposal,
        "steps": step_links(
            key, key_supervisions.available(key, request.user), "proposals:key_step", main=[]
        ),
        "inspections": key.proposal.inspections.all(),
        "events": key.events.select_related("by__deputy"),
    }
    return render(request, "proposals/key_detail.html", page)


def key_step(request, pk, name):
    key = get_object_or_404(_keys(request.user), pk=pk)
    if name not in KEY_STEPS:
        raise Http404
    form_class, verb = KEY_STEPS[name]
    return step_page(
        request,
        record=key,
        workflow=key_supervisions,
        name=name,
        verb=verb,
        form_class=form_class,
        template_name="proposals/proposal_step.html",
        context={"proposal": key.proposal},
        about=key,
        user=request.user,
    )
