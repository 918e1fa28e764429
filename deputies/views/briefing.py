"""What deputies are told: offices send it, deputies read it on their phones, receipts tell who has."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from congress.forms import StepForm
from congress.lists import FilteredList
from congress.posted import posted_from
from congress.steps import add_errors, sent, step_links, step_page
from congress.workflow import StepNotAvailable
from congress.xlsx import sheet
from deputies import briefing_workflow, rules
from deputies.briefing_workflow import briefings
from deputies.filters import BriefingFilter, ReceiptFilter
from deputies.forms import briefing as forms
from deputies.models import Briefing, BriefingFile


STEPS = {
    "remind": (StepForm, briefing_workflow.remind),
    "withdraw": (forms.WithdrawForm, briefing_workflow.withdraw),
}
PER_PAGE = 50
HEADINGS = ("代表", "所属人大和选区", "代表团", "账号", "阅读时间", "另行告知日期", "告知方式")


class BriefingList(FilteredList):
    """What was sent; to a deputy what he has not read is marked."""

    filterset_class = BriefingFilter
    template_name = "deputies/briefing_list.html"
    open_to = staticmethod(rules.can_list_briefings)

    def get_queryset(self):
        user = self.request.user
        found = Briefing.objects.visible_to(user).select_related("jurisdiction")
        return found if user.is_deputy else found.with_counts()

    def get_context_data(self, **kwargs):
        user = self.request.user
        page = super().get_context_data(**kwargs, may_add=rules.can_send_briefings(user))
        if user.is_deputy:
            shown = [briefing.pk for briefing in page["page_obj"]]
            page["unread"] = set(
                Briefing.objects.unread_by(user).filter(pk__in=shown).values_list("pk", flat=True)
            )
        return page


def briefing_add(request):
    user = request.user
    if not rules.can_send_briefings(user):
        raise PermissionDenied("知情知政通报由人大的工作机构发出，您不能发。")
    form = forms.BriefingForm(*sent(request), user=user)
    if form.is_valid():
        try:
            briefing = briefing_workflow.send(by=user, **form.told)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已发给{briefing.receipts.count()}名代表，谁读了在这一页看。")
            return redirect(briefing)
    return render(request, "deputies/briefing_form.html", {"form": form})


def briefing_detail(request, pk):
    """The text; a deputy has read it by opening it: this GET writes, once. Offices see who has."""
    briefing = _visible(request, pk)
    user = request.user
    page = {"briefing": briefing, "files": () if briefing.is_withdrawn else briefing.files.all()}
    if user.is_deputy:
        briefing_workflow.read(briefing, by=user)
        return render(request, "deputies/briefing_read.html", page)
    found = ReceiptFilter(request.GET, queryset=briefing.receipts.with_names(), request=request)
    steps = briefings.available(briefing, user)
    paged = [step for step in steps if step.name in STEPS]
    page |= {
        "filter": found,
        "page_obj": Paginator(found.qs, PER_PAGE).get_page(request.GET.get("page")),
        "events": briefing.events.select_related("by__deputy"),
        "steps": step_links(briefing, paged, "deputies:briefing_step", main=[]),
        "told_form": forms.ToldForm() if any(step.name == "note_told" for step in steps) else None,
    }
    return render(request, "deputies/briefing_detail.html", page)


def briefing_step(request, pk, name):
    if name not in STEPS:
        raise Http404
    form_class, verb = STEPS[name]
    return step_page(
        request,
        record=_visible(request, pk),
        workflow=briefings,
        name=name,
        verb=verb,
        form_class=form_class,
    )


@posted_from("deputies:briefing_detail", "pk")
def briefing_told(request, pk):
    """Those ticked in ``receipt`` were told otherwise."""
    briefing = _visible(request, pk)
    if not rules.can_keep_briefing(request.user, briefing):
        raise PermissionDenied("另行告知由发出单位登记。")
    form = forms.ToldForm(request.POST)
    ticked = [key for key in request.POST.getlist("receipt") if key.isdecimal()]
    if not form.is_valid():
        messages.error(request, "请填写告知日期，选择告知方式。")
        return redirect(briefing)
    try:
        count = briefing_workflow.note_told(briefing, by=request.user, receipts=ticked, **form.cleaned_data)
    except StepNotAvailable as refusal:
        messages.error(request, str(refusal))
    except ValidationError as error:
        messages.error(request, "；".join(error.messages))
    else:
        messages.success(request, f"已登记另行告知{count}名代表。")
    return redirect(briefing)


def briefing_sheet(request, pk):
    """Who has read it, as a workbook, filtered as it is."""
    briefing = _visible(request, pk)
    if not rules.can_see_receipts(request.user):
        raise PermissionDenied("谁读了通报由工作人员和领导查阅。")
    found = ReceiptFilter(request.GET, queryset=briefing.receipts.with_names(), request=request)
    rows = [
        (
            receipt.seat.called,
            receipt.seat.place,
            receipt.seat.delegation.name if receipt.seat.delegation else "",
            "有" if receipt.has_account else "没有",
            f"{timezone.localtime(receipt.read_at):%Y-%m-%d %H:%M}" if receipt.read_at else "",
            receipt.told_on,
            receipt.told_how,
        )
        for receipt in found.qs
    ]
    return sheet(f"通报回执：{briefing}", HEADINGS, rows)


def briefing_file(request, pk):
    """A paper, for whoever sees its briefing; what was withdrawn is the office's alone."""
    seen = Briefing.objects.visible_to(request.user)
    paper = get_object_or_404(BriefingFile.objects.select_related("briefing"), pk=pk, briefing__in=seen)
    if request.user.is_deputy and paper.briefing.is_withdrawn:
        raise Http404
    return FileResponse(paper.file.open(), as_attachment=True, filename=paper.name)


def _visible(request, pk):
    found = Briefing.objects.visible_to(request.user)
    return get_object_or_404(found.select_related("jurisdiction__parent"), pk=pk)
