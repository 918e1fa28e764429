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
    kind, earlier = _kind(request), _earlier(request)
    form = DraftForm(*sent(request), user=user, kind=kind, initial=_told_again(earlier, kind))
    if form.is_valid():
        try:
            proposal = workflow.draft(by=user, kind=kind, resubmission_of=earlier, **form.told)
        except ValidationError as error:
            add_errors(form, error)
        else:
            next_step = "可以提交了" if user.is_deputy else "请代表本人确认后提交"
            messages.success(request, f"{proposal.word}“{proposal}”的草稿已存下，{next_step}。")
            return redirect(proposal)
    page = {
        "form": form,
        "kind": kind,
        "needed": _needed(form.lead, kind),
        "kinds": [ProposalKind(value) for value in ProposalKind.drafted],
        "earlier": earlier,
    }
    return render(request, "proposals/proposal_form.html", page)


def _earlier(request):
    """The proposal of which the address says that it is brought up again; None for a new matter."""
    key = request.GET.get("again", "")
    if not key:
        return None
    rows = Proposal.objects.visible_to(request.user).select_related("term", "session", "jurisdiction__parent")
    earlier = get_object_or_404(rows, pk=key if key.isdecimal() and len(key) < 10 else None)
    if not rules.can_resubmit(request.user, earlier):
        raise PermissionDenied("办完的议案建议，由提出它的代表或者人大机关再次提出。")
    return earlier


def _told_again(earlier, kind):
    """What it said, for the form of ``kind``."""
    if earlier is None:
        return {}
    told = {name: getattr(earlier, name) for name in ("title", *kinds.TOLD)}
    if kind == ProposalKind.SUGGESTION and not told["text"]:
        told["text"] = workflow.as_suggestion_of(earlier)["text"]
    if earlier.is_motion and kind == ProposalKind.SUGGESTION:
        told["title"] = told["title"].replace("的议案", "的建议")
    return told | {"category": earlier.category_id, "secret": earlier.secret}


def _needed(lead, kind):
    """How many others must sign what the seat ``lead`` leads, and by which article; None where unknown."""
    if lead is None or kind not in ProposalKind.presented:
        return None
    needed = kinds.signers_needed(Proposal(jurisdiction=lead.term.jurisdiction, term=lead.term, kind=kind))
    return {"basis": needed.basis, "others": needed.least - 1}


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
