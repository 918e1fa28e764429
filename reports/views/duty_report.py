"""Annual duty reports: the deputy's own, the paper that is written on, the steps."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.forms.models import model_to_dict
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock, pdf
from congress.forms import ReasonForm, StepForm
from congress.posted import posted_from
from congress.steps import sent, step_links, step_page
from congress.workflow import StepNotAvailable
from deputies.models import Seat
from reports import drafting, rules, workflow
from reports.enums import ReportStatus
from reports.forms import AcceptForm, PaperForm, SubmitForm, WordsForm
from reports.models import DutyReport
from reports.printing import filename, pdf_of
from reports.seats import RELATED
from reports.sections import BY_KEY


STEPS = {
    "submit": (SubmitForm, workflow.submit),
    "recall": (StepForm, workflow.recall),
    "accept": (AcceptForm, workflow.accept),
    "return_report": (ReasonForm, workflow.return_report),
}


def duty_report_mine(request):
    """我的述职报告: the deputy's seats with the reports written and those that can be begun."""
    if not request.user.is_deputy:
        raise PermissionDenied("这是代表本人的页面，请从“报告”进入。")
    seats = Seat.objects.filter(deputy__user=request.user).select_related(*RELATED)
    written = {}
    for report in DutyReport.objects.visible_to(request.user).select_related("seat__deputy"):
        written.setdefault(report.seat_id, {})[report.year] = report
    shelves = [
        {"seat": seat, "years": [(year, written.get(seat.pk, {}).get(year)) for year in _years(seat)]}
        for seat in seats.order_by("-term__starts_on", "pk")
    ]
    return render(request, "reports/duty_report_mine.html", {"shelves": shelves})


@posted_from("reports:duty_report_mine")
def duty_report_create(request, seat, year):
    """Begin the report of a seat for a year, or go on with it."""
    seat = _seat(request, seat)
    report = DutyReport.objects.visible_to(request.user).filter(seat=seat, year=year).first()
    if report is None:
        try:
            report = workflow.draft(seat, year, request.user)
        except ValidationError as error:
            messages.error(request, "".join(error.messages))
            return redirect("reports:duty_report_mine" if request.user.is_deputy else "desk")
    return redirect(report)


def duty_report_detail(request, pk):
    """The paper. Its writer writes on it while it is with him; everybody else reads."""
    report = _report(request, pk)
    user = request.user
    editable = workflow.duty_reports.can_take("submit", report, user)
    form = None
    if editable or request.method == "POST":
        settings = model_to_dict(report, PaperForm.Meta.fields)
        form = PaperForm(*sent(request), initial=settings)
    if form and form.is_valid():
        try:
            workflow.write(report, by=user, words=form.words, **form.settings)
        except StepNotAvailable as refusal:
            messages.error(request, str(refusal))
            return redirect(report)
        return _after_saving(request, report)
    paper = drafting.paper_of(report)
    page = {
        "report": report,
        "paper": replace(paper, words=form.typed) if form and form.is_bound else paper,
        "form": form,
        "editable": editable,
        "steps": step_links(
            report, workflow.duty_reports.available(report, user), "reports:duty_report_step"
        ),
        "events": report.events.select_related("by__deputy"),
        "for_others": _for_others(report, user),
        "returned": report.events.filter(step="return_report").last() if editable else None,
    }
    return render(request, "reports/duty_report_detail.html", page)


@posted_from("reports:duty_report_detail", "pk")
def duty_report_words(request, pk, key):
    """Save one section while it is written; answer with its length and hints."""
    report = _report(request, pk)
    if key not in BY_KEY:
        raise Http404
    form = WordsForm(request.POST, key=key)
    if not form.is_valid():
        return HttpResponse("".join(sum(form.errors.values(), [])), status=422)
    try:
        workflow.write(report, by=request.user, words=form.words)
    except StepNotAvailable as refusal:
        return HttpResponse(str(refusal), status=409)
    [section] = [section for section in drafting.paper_of(report).sections if section.section.key == key]
    return render(request, "reports/_section_notes.html", {"section": section, "saved_at": clock.now()})


def duty_report_step(request, pk, name):
    report = _report(request, pk)
    if name not in STEPS:
        raise Http404
    form_class, verb = STEPS[name]
    paper = drafting.paper_of(report)
    alone = name == "accept" and rules.accepts_alone(request.user, report)
    extra = {
        "submit": {"unfilled": [hint for _, hint in paper.hints if hint.placeholder]},
        "accept": {"alone": alone},
    }.get(name, {})
    return step_page(
        request,
        record=report,
        workflow=workflow.duty_reports,
        name=name,
        verb=verb,
        form_class=form_class,
        template_name="reports/duty_report_step.html",
        context={"paper": paper, "alone": alone},
        **extra,
    )


def duty_report_pdf(request, pk):
    report = _report(request, pk)
    return pdf.response(pdf_of(drafting.paper_of(report)), filename(report.seat))


def seat_pdf(request, seat, year):
    """What the records alone would make of a report; for staff, where nobody has begun one."""
    if not rules.can_read_list(request.user):
        raise PermissionDenied("这是工作人员的页面。")
    seat = _seat(request, seat)
    if rules.refusal_of_year(seat, year):
        raise Http404
    [paper] = drafting.papers_of([seat], year, {})
    return pdf.response(pdf_of(paper), filename(seat))


def _seat(request, pk):
    return get_object_or_404(Seat.objects.visible_to(request.user).select_related(*RELATED), pk=pk)


def _report(request, pk):
    related = [f"seat__{path}" for path in RELATED]
    reports = DutyReport.objects.visible_to(request.user).select_related(*related)
    return get_object_or_404(reports, pk=pk)


def _for_others(report, user):
    """Whether the office that handed the report in waits for somebody else to review it."""
    handed_in = report.status == ReportStatus.SUBMITTED and report.submitted_by_id == user.pk
    return handed_in and user.is_office and not rules.can_accept(user, report)


def _years(seat):
    """The years on which the seat may report, the latest first; of old ones the last five."""
    this_year = clock.today().year
    return [year for year in range(this_year, this_year - 5, -1) if rules.sat_in(seat, year)]


def _after_saving(request, report):
    """Where the button that saved leads: to the PDF, to the submission, or back to the paper."""
    then = request.POST.get("then")
    if then == "pdf":
        return redirect("reports:duty_report_pdf", report.pk)
    if then == "submit":
        return redirect("reports:duty_report_step", report.pk, "submit")
    messages.success(request, "已保存。写好以后请提交，由人大机关审核。")
    return redirect(report)
