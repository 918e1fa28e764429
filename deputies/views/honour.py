"""The register of deeds and honours of deputies (domain.md B68)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from congress.lists import FilteredList
from congress.steps import sent
from congress.xlsx import sheet
from deputies import rules
from deputies.filters import HonourFilter
from deputies.forms.honour import HonourForm
from deputies.models import Deputy, Honour, Seat
from deputies.models.seat import naming


HEADINGS = ("代表", "类别", "日期", "名称", "事实", "授予单位", "级别", "证明材料")


class HonourList(FilteredList):
    filterset_class = HonourFilter
    template_name = "deputies/honour_list.html"
    open_to = staticmethod(rules.can_see_structure)

    def get_queryset(self):
        return _visible(self.request)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["may_add"] = rules.can_add_deputies(self.request.user)
        return context


def honour_sheet(request):
    """The list as a workbook, filtered as it is."""
    if not rules.can_see_structure(request.user):
        raise PermissionDenied("先进事迹和荣誉的清单由工作人员和领导导出。")
    found = HonourFilter(request.GET, queryset=_visible(request), request=request)
    rows = [
        (
            honour.deputy.placed,
            honour.get_kind_display(),
            honour.on,
            honour.title,
            honour.facts,
            honour.awarded_by,
            honour.get_level_display(),
            "有" if honour.proof else "",
        )
        for honour in found.qs
    ]
    return sheet("先进事迹和荣誉", HEADINGS, rows)


def honour_add(request):
    """``?deputy=`` chooses the person."""
    user = request.user
    if not rules.can_add_deputies(user):
        raise PermissionDenied("先进事迹和荣誉由人大的工作机构登记，您不能登记。")
    people, initial = Deputy.objects.visible_to(user), {"deputy": request.GET.get("deputy", "")}
    form = HonourForm(*sent(request), people=people, initial=initial)
    if form.is_valid():
        if rules.can_keep_honours(user, form.cleaned_data["deputy"]):
            honour = form.save()
            messages.success(request, f"已登记{honour.deputy.called}：{honour}。")
            return redirect(honour)
        form.add_error("deputy", "这名代表由其所属人大的工作机构维护，请另选。")
    return _page(request, form, "登记先进事迹或荣誉", reverse("deputies:honour_list"))


def honour_edit(request, pk):
    honour = get_object_or_404(_visible(request), pk=pk)
    if not rules.can_keep_honours(request.user, honour.deputy):
        raise PermissionDenied("这名代表由其所属人大的工作机构维护，您不能修改。")
    form = HonourForm(*sent(request), instance=honour, people=Deputy.objects.none())
    if form.is_valid():
        form.save()
        messages.success(request, f"已保存{honour.deputy.called}：{honour}。")
        return redirect(honour)
    return _page(request, form, f"修改：{honour.deputy.called}，{honour}", honour.get_absolute_url())


def honour_proof(request, pk):
    """The proof, for whoever sees the deputy; no address serves it without asking."""
    honour = get_object_or_404(_visible(request).exclude(proof=""), pk=pk)
    return FileResponse(honour.proof.open(), as_attachment=True, filename=honour.proof_name)


def _visible(request):
    seats = Prefetch("deputy__seats", queryset=Seat.objects.select_related(*naming()))
    return Honour.objects.visible_to(request.user).select_related("deputy__district").prefetch_related(seats)


def _page(request, form, title, back):
    page = {"form": form, "title": title, "submit": "保存", "back": back}
    return render(request, "deputies/seat_form.html", page)
