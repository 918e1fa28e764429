"""Writing a proposal: a new one, or one that is written at."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render

from congress.steps import add_errors, sent, step_page
from proposals import kinds, rules, workflow
from proposals.enums import ProposalKind
from proposals.forms.draft import DraftForm, ProposalForm
from proposals.models import Proposal


def _kind(request, otherwise=ProposalKind.SUGGESTION):
    """The kind that the address asks for, of those that can be written here."""
    asked = request.GET.get("kind")
    return ProposalKind(asked if asked in ProposalKind.drafted else otherwise)


def proposal_create(request):
    user = request.user
    if not rules.may_draft(user):
        raise PermissionDenied("议案建议由在任代表提出，或者由人大机关代为起草、代表本人确认。")
    kind = _kind(request)
    form = DraftForm(*sent(request), user=user, kind=kind)
    if form.is_valid():
        try:
            proposal = workflow.draft(by=user, kind=kind, **form.told)
        except ValidationError as error:
            add_errors(form, error)
        else:
            next_step = "可以提交了" if user.is_deputy else "请代表本人确认后提交"
            messages.success(request, f"{proposal.word}“{proposal}”的草稿已存下，{next_step}。")
            return redirect(proposal)
    page = {"form": form, "kind": kind, "kinds": [ProposalKind(value) for value in ProposalKind.drafted]}
    return render(request, "proposals/proposal_form.html", page)


def proposal_edit(request, pk):
    """Write it anew; the kind changes by the address, so that each kind has its own fields."""
    rows = Proposal.objects.visible_to(request.user)
    proposal = get_object_or_404(
        rows.select_related("jurisdiction__parent", "term", "session", "drafted_by"), pk=pk
    )
    kind = _kind(request, proposal.kind)
    fields = ("title", *kinds.TOLD, "secret")
    initial = {name: getattr(proposal, name) for name in fields} | {"category": proposal.category_id}
    return step_page(
        request,
        record=proposal,
        workflow=workflow.proposals,
        name="edit",
        verb=lambda record, *, by, **fields: workflow.edit(record, by=by, kind=kind, **fields),
        form_class=ProposalForm,
        template_name="proposals/proposal_edit.html",
        context={"kind": kind, "kinds": [ProposalKind(value) for value in ProposalKind.drafted]},
        initial=initial,
        kind=kind,
        places=[proposal.jurisdiction],
    )
