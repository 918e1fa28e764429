"""The plan of a year's reception days: drafted, single days adjusted, adopted, added to (domain.md E3)."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.calendar import Calendar, chinese_day
from congress.models import Jurisdiction
from congress.plausible import check_near
from congress.workflow import Step, Workflow, whole
from reception import day_workflow, planning, rules
from reception.enums import PlanStatus as S
from reception.models import PlanAdjustment, ReceptionPlan
from reception.workflow import require


plans = Workflow(
    "年度接待日安排",
    S,
    Step("adjust", "调整一天", frozenset({S.DRAFT}), None, rules.can_prepare_day, done="已调整"),
    Step("adopt", "通过安排", frozenset({S.DRAFT}), S.ADOPTED, rules.can_approve_day, done="已通过"),
    Step(
        "supplement",
        "补充安排",
        frozenset({S.ADOPTED}),
        S.DRAFT,
        rules.can_approve_day,
        done="已转为草案，可以补充",
    ),
    initial=S.DRAFT,
    related=["jurisdiction__parent"],
)


@whole
def draft(*, by, jurisdiction, year):
    """Begin the plan of a year; its days follow from the office's rules.

    Raises ``PermissionDenied`` where the person does not work, ``ValidationError`` when something is wrong.
    """
    plan = ReceptionPlan(jurisdiction=jurisdiction, year=year)
    if not rules.can_prepare_day(by, plan):
        raise PermissionDenied(f"您不能安排{jurisdiction}的接待日。")
    this_year = clock.today().year
    if not this_year <= year <= this_year + planning.YEARS_AHEAD:
        raise ValidationError(
            {"year": f"只能编制{this_year}年和{this_year + planning.YEARS_AHEAD}年的安排。"}
        )
    # Who drafts the same at once waits here, and then finds it.
    Jurisdiction.objects.select_for_update().get(pk=jurisdiction.pk)
    if ReceptionPlan.objects.filter(jurisdiction=jurisdiction, year=year).exists():
        raise ValidationError({"year": f"{plan}已经编制，请打开它。"})
    if not planning.days_of(jurisdiction, year):
        raise ValidationError(
            {"jurisdiction": f"{jurisdiction}没有适用于{year}年的接待日规则，请先登记规则。"}
        )
    return plans.start(plan, by=by, label="编制", note="按接待日规则和放假安排推算。")


@whole
def adjust(plan, *, by, day, date=None, leave_out=False, restore=False, reason=""):
    """Move one day of the draft to ``date``, leave it out, or restore what the rules say.

    ``day`` is the ``key`` of a planned day.
    """
    step = plans.prepare("adjust", plan, by=by)
    line = next((one for one in planning.days_of_plan(plan) if one.key == day and one.day is None), None)
    if line is None:
        raise ValidationError({"day": "这一天不在草案里，请另选。"})
    told = f"{chinese_day(line.rule_date)}在{line.place}的接待"
    where = {"plan": plan, "place": line.place, "rule_date": line.rule_date}
    if restore:
        PlanAdjustment.objects.filter(**where).delete()
        return plans.take(step, plan, by=by, note=f"{told}恢复原安排。{reason}")
    if not reason.strip():
        raise ValidationError({"reason": "请写明原因。"})
    if leave_out:
        date, what = None, "不安排"
    else:
        _check_move(plan, date)
        what = f"改到{chinese_day(date)}"
    found = PlanAdjustment.objects.filter(**where).first() or PlanAdjustment(**where)
    found.date, found.reason = date, reason
    found.full_clean()
    found.save()
    return plans.take(step, plan, by=by, note=f"{told}{what}：{reason}")


@whole
def adopt(plan, *, by, seen=None, note=""):
    """Make reception days of the plan. ``seen`` is the fingerprint of the preview that was looked at."""
    step = plans.prepare("adopt", plan, by=by)
    # Who plans one of its days by hand at once waits here, and then finds it.
    Jurisdiction.objects.select_for_update().get(pk=plan.jurisdiction_id)
    calendar = Calendar()
    lines = planning.days_of_plan(plan, calendar)
    if seen is not None and seen != planning.fingerprint(lines):
        raise ValidationError("规则、放假安排或者个别日子刚有变化，请返回再看一遍预览。")
    new = [line for line in lines if line.is_new]
    if not new and not any(line.day for line in lines):
        raise ValidationError("没有可以安排的日子，请先登记接待日规则。")
    day_workflow.plan_all(new, by=by, jurisdiction=plan.jurisdiction)
    return plans.take(
        step,
        plan,
        by=by,
        note=f"安排接待日{len(new)}天。{note}",
        provisional=planning.is_provisional(plan.year, calendar),
    )


def supplement(plan, *, by, note):
    """Open the plan again for rules that came later; what is planned stays as it is."""
    require(note, "请写明补充的原因。")
    return plans.take("supplement", plan, by=by, note=note)


def _check_move(plan, date):
    if date is None:
        raise ValidationError({"date": "请填改到哪一天。"})
    check_near("date", "接待日期", date, years=2)
    if date < clock.today():
        raise ValidationError({"date": "这一天已经过去，请填今天以后的日子。"})
    if date.year not in (plan.year, plan.year + 1):
        raise ValidationError({"date": f"安排的是{plan.year}年，请核对年份。"})
