"""The rota of a period: proposed, changed by hand, adopted."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse

from congress.steps import add_errors, sent
from congress.workflow import StepNotAvailable
from reception import day_workflow, rules
from reception.forms.rota import RotaPlanForm, RotasForm
from reception.rostering import Draft


def rota(request):
    """Ask for a period; show the rota proposed for it; count it again, or adopt it, as it was changed."""
    if not rules.may_plan(request.user):
        raise PermissionDenied("只有镇街工作人员和联络员可以排班。")
    asked = RotaPlanForm(request.GET if "first" in request.GET else None, user=request.user)
    page = {"asked": asked, "back": reverse("reception:day_list")}
    if asked.is_valid():
        draft = Draft(asked.plan())
        proposal = draft.proposal()
        form = RotasForm(*sent(request)[:1], draft=draft, sitting=proposal)
        sitting = form.sitting if form.is_valid() else proposal
        if form.is_valid() and "adopt" in request.POST and _adopt(request, draft, form):
            return redirect(f"{reverse('reception:day_list')}?when=coming")
        page |= {
            "form": form,
            "draft": draft,
            "counts": draft.counts(sitting),
            "remarks": draft.remarks(sitting),
        }
    return render(request, "reception/rota.html", page)


def _adopt(request, draft, form):
    """Set the rota of each day that somebody was put down for; say why not."""
    rotas, gone = [], []
    for day in draft.days:
        seats = [draft.seat_on(key, day) for key in form.sitting[day.pk]]
        gone += [day] if None in seats else []
        if seats:
            rotas.append((day, seats))
    if gone:
        form.add_error(None, "有代表在轮值当天不在任，见下面的提示，请先换人。")
    elif not rotas:
        form.add_error(None, "还没有给任何一天选代表。")
    else:
        try:
            day_workflow.set_rotas(rotas, by=request.user, leaders=form.leaders)
        except StepNotAvailable as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as error:
            add_errors(form, error)
        else:
            left = len(draft.days) - len(rotas)
            rest = f"，还有{left}天没有选代表" if left else ""
            messages.success(request, f"已给{len(rotas)}个接待日排班{rest}，接下来请按期公告。")
            return True
    return False
