"""The notice of a reception day: its wording, its posters, its steps."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from congress import pdf
from congress.forms import StepForm
from congress.steps import step_links, step_page
from reception import announcing, notice_workflow, rules
from reception.enums import NoticeStatus
from reception.forms.notice import PublishForm, ReviseForm
from reception.models import Notice, ReceptionDay
from reception.papers.notice import SIZES, poster_pdf


NOTICE_STEPS = {
    "revise": (ReviseForm, notice_workflow.revise),
    "approve": (StepForm, notice_workflow.approve),
    "publish": (PublishForm, notice_workflow.publish),
}
MAIN_STEPS = ["approve", "publish"]


@require_POST
def notice_draft(request, pk):
    """Draft the day's next notice and show it."""
    days = ReceptionDay.objects.visible_to(request.user).select_related("jurisdiction__parent", "station")
    day = get_object_or_404(days, pk=pk)
    if not rules.can_prepare_day(request.user, day):
        raise PermissionDenied("公告由本镇街工作人员和联络员起草。")
    try:
        return redirect(notice_workflow.draft(day, by=request.user))
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect(day)


def notice_detail(request, pk):
    notice, user = _notice(request, pk), request.user
    approval = notice_workflow.asks_approval(notice)
    steps = notice_workflow.notices.available(notice, user)
    page = {
        "notice": notice,
        "facts": announcing.facts_of(notice),
        "sizes": SIZES,
        "waits_approval": approval and notice.status == NoticeStatus.DRAFT,
        "steps": step_links(
            notice,
            [step for step in steps if approval or step.name != "approve"],
            "reception:notice_step",
            main=MAIN_STEPS,
        ),
        "events": notice.events.select_related("by__deputy"),
    }
    return render(request, "reception/notice_detail.html", page)


def notice_poster(request, pk, size):
    """The poster; one that is not published yet is marked as a draft."""
    notice = _notice(request, pk)
    if size not in SIZES:
        raise Http404
    return pdf.response(poster_pdf(notice, size), f"{notice}_{size.upper()}.pdf")


def notice_step(request, pk, name):
    notice = _notice(request, pk)
    if name not in NOTICE_STEPS:
        raise Http404
    form_class, verb = NOTICE_STEPS[name]
    return step_page(
        request,
        record=notice,
        workflow=notice_workflow.notices,
        name=name,
        verb=verb,
        form_class=form_class,
        about=notice,
        user=request.user,
    )


def _notice(request, pk):
    notices = Notice.objects.visible_to(request.user).select_related(
        "day__jurisdiction__parent", "day__station"
    )
    return get_object_or_404(notices, pk=pk)
