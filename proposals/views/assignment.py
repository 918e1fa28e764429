"""The units' steps with their parts of a proposal, and the papers of their replies."""

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404

from congress.steps import step_page
from proposals.forms.assignment import ASSIGNMENT_STEPS
from proposals.models import Assignment, Reply
from proposals.workflow import assignments


def assignment_step(request, pk, name):
    parts = Assignment.objects.visible_to(request.user).select_related(
        "unit", "proposal__jurisdiction__parent", "proposal__term", "proposal__session"
    )
    part = get_object_or_404(parts, pk=pk)
    if name not in ASSIGNMENT_STEPS:
        raise Http404
    form_class, verb = ASSIGNMENT_STEPS[name]
    return step_page(
        request,
        record=part,
        workflow=assignments,
        name=name,
        verb=verb,
        form_class=form_class,
        template_name="proposals/proposal_step.html",
        context={"proposal": part.proposal},
        about=part,
        user=request.user,
    )


def reply_attachment(request, pk):
    """The paper of a reply, to those who see the proposal."""
    papers = Reply.objects.visible_to(request.user).exclude(attachment="")
    reply = get_object_or_404(papers.select_related("assignment__unit"), pk=pk)
    return FileResponse(reply.attachment.open(), as_attachment=True, filename=reply.paper_name)
