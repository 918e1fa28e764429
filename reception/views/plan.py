"""An office's rules of reception days, and the plan of a year: drafted, looked at, adjusted, adopted."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock, pdf
from congress.calendar import Calendar
from congress.models import Jurisdiction
from congress.models.office_rules import rules_for, rules_for_all
from congress.steps import add_errors, sent, step_links, step_page
from reception import plan_workflow, planning, rules
from reception.clashes import clashes_of
from reception.enums import PlanStatus
from reception.forms.plan import PLAN_STEPS, PlanForm, RuleForm
from reception.models import ReceptionPlan, ReceptionRule
from reception.papers.plan import plan_pdf


def plan_list(request):
    """The rules that hold, or will, and the plans of the user's area, place by place."""
    _check_reader(request.user)
    today = clock.today()
    held = ReceptionRule.objects.visible_to(request.user).holding(today, today.replace(year=today.year + 5))
    plans = list(ReceptionPlan.objects.visible_to(request.user).order_by("-year"))
    held = list(held.select_related("jurisdiction__parent"))
    places = Jurisdiction.objects.visible_to(request.user).select_related("parent")
    places = places.filter(pk__in={one.jurisdiction_id for one in [*held, *plans]})
    offices = rules_for_all(places)
    found = [
        (
            place,
            [(rule, rule.sentence(offices[place.pk])) for rule in held if rule.jurisdiction_id == place.pk],
            [plan for plan in plans if plan.jurisdiction_id == place.pk],
        )
        for place in places
    ]
    page = {
        "places": found,
        "may_set": rules.may_set_rules(request.user),
        "may_plan": rules.may_plan(request.user),
    }
    return render(request, "reception/plan_list.html", page)


def rule_create(request):
    if not rules.may_set_rules(request.user):
        raise PermissionDenied("接待日规则由镇街人大、区代表工委登记。")
    return _rule_page(request, None, "登记接待日规则")


def rule_edit(request, pk):
    rule = get_object_or_404(
        ReceptionRule.objects.visible_to(request.user).select_related("jurisdiction__parent"), pk=pk
    )
    if not rules.can_set_rule(request.user, rule):
        raise PermissionDenied("接待日规则由镇街人大、区代表工委修改。")
    return _rule_page(request, rule, "修改接待日规则")


def _rule_page(request, rule, title):
    form = RuleForm(*sent(request), instance=rule, user=request.user)
    if form.is_valid():
        saved = form.save()
        told = saved.sentence(rules_for(saved.jurisdiction))
        messages.success(request, f"已保存：{told}。{saved.gaps}")
        return redirect("reception:plan_list")
    return render(request, "reception/rule_form.html", {"form": form, "title": title, "rule": rule})


def plan_create(request):
    if not rules.may_plan(request.user):
        raise PermissionDenied("只有镇街工作人员和联络员可以编制接待日安排。")
    form = PlanForm(*sent(request)[:1], user=request.user)
    if form.is_valid():
        try:
            plan = plan_workflow.draft(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已编制{plan}草案，请逐日核对后通过。")
            return redirect(plan)
    return render(request, "reception/plan_create.html", {"form": form})


def plan_detail(request, pk):
    """The plan as a table, month by month, with why days moved and what they clash with."""
    plan = _plan(request, pk)
    user, calendar = request.user, Calendar()
    lines = planning.days_of_plan(plan, calendar)
    standing = [line for line in lines if line.stands]
    clashes = dict(zip(map(id, standing), clashes_of(standing, user, plan.jurisdiction), strict=True))
    rows = [(line, clashes.get(id(line), ())) for line in lines]
    page = {
        "plan": plan,
        "months": [(month, list(found)) for month, found in groupby(rows, key=_month)],
        "count": len(standing),
        "moved": sum(line.moved for line in standing),
        "clashing": sum(bool(found) for _, found in rows),
        "provisional": planning.is_provisional(plan.year, calendar),
        "may_adjust": plan_workflow.plans.can_take("adjust", plan, user),
        "may_open": rules.may_plan(user),
        "steps": step_links(
            plan, plan_workflow.plans.available(plan, user), "reception:plan_step", main=["adopt"]
        ),
        "events": plan.events.select_related("by"),
    }
    return render(request, "reception/plan_detail.html", page)


def plan_step(request, pk, name):
    plan = _plan(request, pk)
    if name not in PLAN_STEPS:
        raise Http404
    form_class, verb = PLAN_STEPS[name]
    initial = {"day": request.GET.get("day", "")} if name == "adjust" else {}
    return step_page(
        request,
        record=plan,
        workflow=plan_workflow.plans,
        name=name,
        verb=verb,
        form_class=form_class,
        about=plan,
        user=request.user,
        initial=initial,
    )


def plan_paper(request, pk):
    """The plan as the official table; a draft says that it is one."""
    plan = _plan(request, pk)
    document = plan_pdf(
        plan.jurisdiction,
        plan.year,
        [line for line in planning.days_of_plan(plan) if line.stands],
        draft=plan.status == PlanStatus.DRAFT,
    )
    return pdf.response(document, f"{plan}.pdf")


def _plan(request, pk):
    plans = ReceptionPlan.objects.visible_to(request.user).select_related("jurisdiction__parent")
    plan = get_object_or_404(plans, pk=pk)
    _check_reader(request.user)
    return plan


def _check_reader(user):
    if not rules.can_read_plans(user):
        raise PermissionDenied("接待日规则和年度安排由工作人员和领导查阅；接待日见“接待日全年日历”。")


def _month(row):
    line, _ = row
    return line.date.year, line.date.month
