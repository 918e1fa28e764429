"""A deputy's new job."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render

from congress.steps import add_errors, sent
from deputies import careers, rules
from deputies.forms.employment import JobForm
from deputies.models import Deputy, Seat


MOVED_AWAY = (
    "新单位不在本行政区域。已迁出或者调离的，代表资格自行终止（代表法第六十二条、选举法第五十七条），"
    "请核实后在任职一栏登记“终止资格”。"
)


def job_change(request, pk):
    """Close the present job and begin a new one (domain.md B44)."""
    seats = Seat.objects.select_related("term__jurisdiction__parent", "constituency__town__parent")
    people = Deputy.objects.visible_to(request.user).prefetch_related(Prefetch("seats", queryset=seats))
    deputy = get_object_or_404(people, pk=pk)
    if not rules.can_keep_career(request.user, deputy):
        raise PermissionDenied("这名代表的工作经历由其所属人大的工作机构维护，您不能修改。")
    form = JobForm(*sent(request), deputy=deputy)
    if form.is_valid():
        try:
            job = careers.change_job(deputy, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已登记{deputy.called}的新工作：{job}。")
            if job.elsewhere:
                messages.warning(request, MOVED_AWAY)
            return redirect(deputy)
    title = f"变更工作：{deputy.called}"
    page = {"form": form, "title": title, "submit": "登记", "back": deputy.get_absolute_url()}
    return render(request, "deputies/seat_form.html", page)
