"""The yearly reports on handling: the list, a report with its text and figures, its paper."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from congress import clock
from congress.printing import Offer, send
from congress.steps import add_errors, sent
from proposals import rules, yearly_report
from proposals.forms.handling_report import ReportPeriodForm, ReportTextForm
from proposals.models import HandlingReport
from proposals.papers.handling_report import report_papers


VERBS = {
    "confirm": (yearly_report.confirm, "已定稿，数据不再变动。"),
    "reopen": (yearly_report.reopen, "已撤回定稿，数据按现在的记录重新统计。"),
}


def report_list(request):
    """All reports that the person sees; an office begins a new one."""
    user = request.user
    if not rules.can_read_reports(user):
        raise PermissionDenied("系统管理员、审计员不看业务数据。")
    form = ReportPeriodForm(*sent(request), user=user) if user.is_office else None
    if form and form.is_valid():
        try:
            report = yearly_report.draw_up(by=user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已起草：{report}。请写好开头和结尾，核对后定稿。")
            return redirect(report)
    reports = HandlingReport.objects.visible_to(user).select_related("jurisdiction")
    return render(request, "proposals/report_list.html", {"reports": reports, "form": form})


def _report(request, pk):
    seen = HandlingReport.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("jurisdiction__parent", "confirmed_by"), pk=pk)


def report_detail(request, pk):
    """The report as it reads; its office writes at the draft."""
    user, report = request.user, _report(request, pk)
    keeps = rules.can_keep_report(user, report.jurisdiction)
    form = ReportTextForm(*sent(request)[:1], instance=report) if keeps and report.is_draft else None
    if form and form.is_valid():
        yearly_report.write(report, by=user, **form.cleaned_data)
        messages.success(request, "已保存。")
        return redirect(report)
    content = yearly_report.content_of(report, user)
    page = {
        "report": report,
        "form": form,
        "keeps": keeps,
        "told": content["told"],
        "tables": [
            {**table, "rows": [list(zip(table["headings"], row, strict=True)) for row in table["rows"]]}
            for table in content["tables"]
        ],
        "papers": [Offer("报告", f"{report.get_absolute_url()}paper/")],
    }
    return render(request, "proposals/report_detail.html", page)


@require_POST
def report_step(request, pk, name):
    """Confirm it, or make it a draft again."""
    report = _report(request, pk)
    verb, told = VERBS[name]
    try:
        verb(report, by=request.user)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.success(request, told)
    return redirect(report)


def report_confirm(request, pk):
    return report_step(request, pk, "confirm")


def report_reopen(request, pk):
    return report_step(request, pk, "reopen")


def report_paper(request, pk):
    report = _report(request, pk)
    content = yearly_report.content_of(report, request.user)
    papers = report_papers(report, content, on=clock.today())
    return send(papers, str(report), request.GET.get("as"))
