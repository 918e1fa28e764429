"""Days on which deputies cannot sit: told beforehand by themselves, or put down by the office."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from congress import clock
from congress.calendar import short_date
from congress.steps import sent
from reception import turn_rules
from reception.enums import DayStatus
from reception.forms.away import AwayForm
from reception.models import Away, ReceptionDay


ROWS_PER_PAGE = 25


def away_list(request):
    """What is still to come, and a form for more; the rota is drawn up around it."""
    user = request.user
    if not turn_rules.may_ask_turns(user):
        raise PermissionDenied("不便接待的日子由代表和工作人员登记。")
    form = AwayForm(*sent(request)[:1], user=user)
    if form.is_valid():
        _tell(request, _put_down(user, form.cleaned_data))
        return redirect("reception:away_list")
    found = Away.objects.visible_to(user).filter(ends_on__gte=clock.today()).select_related("deputy")
    page = {
        "form": form,
        "page_obj": Paginator(found.order_by("starts_on", "pk"), ROWS_PER_PAGE).get_page(
            request.GET.get("page")
        ),
    }
    return render(request, "reception/away_list.html", page)


@require_POST
def away_delete(request, pk):
    """Take back what is not over yet."""
    away = get_object_or_404(Away.objects.visible_to(request.user).select_related("deputy"), pk=pk)
    if not turn_rules.can_keep_away(request.user, away.deputy):
        raise PermissionDenied("只能删去自己登记的日子。")
    if away.ends_on < clock.today():
        messages.error(request, "这些日子已经过去，不用再删。")
    else:
        away.delete()
        messages.success(request, "已删去，排班时不再避开这些日子。")
    return redirect("reception:away_list")


def _put_down(user, data):
    deputy = user.deputy if user.is_deputy else data["seat"].deputy
    data = {name: data[name] for name in ("starts_on", "ends_on", "reason")}
    away, _ = Away.objects.get_or_create(deputy=deputy, **data)
    return away


def _tell(request, away):
    """Say that the rota leaves the days out, and on which of them the deputy sits already."""
    messages.success(request, "已登记，以后排班会避开这些日子。")
    sitting = ReceptionDay.objects.filter(
        slots__seat__deputy=away.deputy_id,
        date__range=(away.starts_on, away.ends_on),
        status__in=DayStatus.changeable,
    )
    if dates := [short_date(day.date) for day in sitting.distinct().order_by("date")]:
        messages.warning(request, f"{'、'.join(dates)}已经排了轮值，来不了的请申请换班或者请假。")
