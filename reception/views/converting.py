"""From one or several matters to a draft proposal."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from congress.steps import add_errors, sent
from congress.workflow import StepNotAvailable
from reception import rules
from reception.forms.converting import ConvertForm
from reception.models import Opinion
from reception.workflow import convert_all, opinions


MOST_MATTERS = 30


def opinion_convert(request):
    """The matters that were ticked in the list: ``?opinion=3&opinion=8``."""
    if not rules.may_convert(request.user):
        raise PermissionDenied("意见由镇街、区人大机关或者接待的代表转为议案建议。")
    keys = [key for key in request.GET.getlist("opinion") if key.isdecimal() and len(key) < 10]
    if not keys:
        messages.error(request, "请先在清单里勾选要转为议案建议的事项，可以选一件或者几件。")
        return redirect("reception:opinion_list")
    if len(keys) > MOST_MATTERS:
        messages.error(request, f"一次最多选{MOST_MATTERS}件，请分几次转，后面的并入同一件草稿。")
        return redirect("reception:opinion_list")
    rows = Opinion.objects.visible_to(request.user).filter(pk__in=keys).order_by("received_on", "pk")
    found = list(rows.select_related("jurisdiction__parent", "visit__visitor", "proposal"))
    if len(found) != len(set(keys)):
        raise Http404
    return convert_matters(request, found)


def convert_matters(request, found):
    """The page on which ``found`` become one draft, be it new or one that they join."""
    step, user = opinions.steps["convert"], request.user
    back = found[0].get_absolute_url() if len(found) == 1 else reverse("reception:opinion_list")
    for opinion in found:
        if not step.allowed(user, opinion):
            raise PermissionDenied(f"您不能把“{opinion}”转为议案建议。")
        if opinion.status not in step.sources:
            messages.error(request, f"“{opinion}”{opinions.refusal(step, opinion)}")
            return redirect(back)
    form = ConvertForm(*sent(request), user=user, opinions=found)
    if form.is_valid():
        try:
            proposal = convert_all(found, by=user, **form.told)
        except StepNotAvailable as refusal:
            messages.error(request, str(refusal))
            return redirect(back)
        except ValidationError as error:
            add_errors(form, error)
        else:
            told = f"{len(found)}件意见已转为{proposal.word}“{proposal}”的草稿，请把这个情况告诉选民。"
            messages.success(request, told)
            return redirect(proposal)
    page = {"opinions": found, "form": form, "step": step, "back": back}
    return render(request, "reception/opinion_convert.html", page)
