"""The numbers that an office may set, each within what the law allows."""

from dataclasses import dataclass
from types import SimpleNamespace

from django.core.exceptions import ValidationError
from django.db import models
from simple_history.models import HistoricalRecords

from congress.enums import LetterRule, Level, NoticeFields, Postponement
from congress.models.jurisdiction import Jurisdiction, PlacedQuerySet


@dataclass(frozen=True)
class Rule:
    """One number of an office: its default and its bounds.

    ``source`` is the item of domain.md that they come from, or, when ``legal``, the article that sets them.
    """

    label: str
    unit: str
    default: int
    least: int
    most: int
    source: str
    legal: bool = False

    @property
    def hint(self):
        law = f"（{self.source}）" if self.legal else ""
        return f"单位：{self.unit}；缺省 {self.default}；可设 {self.least}—{self.most}{law}。"

    def error(self, value):
        """Return the sentence that refuses ``value``, or None."""
        if self.least <= value <= self.most:
            return None
        bounds = f"{self.source}规定的范围是" if self.legal else "可以设定的范围是"
        return f"{self.label}不能是{value}{self.unit}：{bounds}{self.least}—{self.most}{self.unit}。"


RULES = {
    "notice_lead_days": Rule("接待日公告提前", "天", 5, 2, 30, "B8"),
    "triage_workdays": Rule("意见分类期限", "个工作日", 3, 1, 10, "E1"),
    "referral_return_workdays": Rule(
        "单位签收或退回转办件期限", "个工作日", 5, 1, 10, "信访工作条例第二十二条"
    ),
    "opinion_reply_days": Rule("意见答复期限", "天", 30, 5, 60, "信访工作条例第三十四条", legal=True),
    "opinion_extension_days": Rule("意见延期上限", "天", 30, 0, 30, "信访工作条例第三十四条", legal=True),
    "copy_workdays": Rule("答复抄送代表期限", "个工作日", 2, 1, 10, "E1"),
    "answer_workdays": Rule("代表答复选民期限", "个工作日", 5, 1, 20, "E1"),
    "survey_days": Rule("满意度测评期限", "天", 10, 1, 60, "E1"),
    "opinion_redo_days": Rule("意见重新办理期限", "天", 30, 5, 60, "信访工作条例第三十四条", legal=True),
    "personal_data_months": Rule("来访人信息办结后保存", "个月", 120, 6, 1200, "D10"),
    "assign_workdays": Rule("建议闭会期间交办期限", "个工作日", 5, 1, 10, "D2"),
    "session_assign_days": Rule("建议大会期间交办期限", "天", 30, 1, 30, "D2"),
    "proposal_return_workdays": Rule("单位退回建议期限", "个工作日", 10, 1, 15, "D2"),
    "reassign_workdays": Rule("建议重新交办期限", "个工作日", 5, 1, 10, "D2"),
    "contact_workdays": Rule("单位首次联系代表期限", "个工作日", 20, 1, 30, "D2"),
    "co_opinion_days": Rule("会办意见期限", "天", 30, 5, 60, "D2"),
    "reply_months": Rule("建议答复期限", "个月", 3, 1, 3, "代表法第五十一条", legal=True),
    "difficult_reply_months": Rule(
        "涉及面广、处理难度大的建议答复期限", "个月", 6, 1, 6, "代表法第五十一条", legal=True
    ),
    # In days instead of months where not 0; three months are 89 days at least, six 181.
    "reply_days": Rule("建议答复期限（按天）", "天", 0, 0, 90, "代表法第五十一条", legal=True),
    "difficult_reply_days": Rule(
        "涉及面广、处理难度大的建议答复期限（按天）", "天", 0, 0, 181, "代表法第五十一条", legal=True
    ),
    "reply_check_workdays": Rule("审核单位答复期限", "个工作日", 5, 1, 15, "E2"),
    "feedback_workdays": Rule("代表反馈期限", "个工作日", 20, 5, 30, "D2"),
    "rating_urge_workdays": Rule("催请代表评价后再等", "个工作日", 5, 1, 20, "D2"),
    "proposal_redo_months": Rule("建议重新办理期限", "个月", 1, 1, 2, "D2"),
    "receipt_workdays": Rule("催办回执期限", "个工作日", 3, 1, 10, "B17, B30"),
    "motion_committee_days": Rule("闭会期间议案交委员会期限", "天", 15, 1, 30, "D2"),
    "motion_opinion_days": Rule("委员会审议议案期限", "天", 30, 5, 90, "D2"),
    "amber_days": Rule("到期前亮黄灯", "天", 5, 1, 30, "B35"),
    "duty_days": Rule("代表每年履职天数", "天", 15, 0, 60, "B57"),
    "receptions_per_year": Rule("代表每年接待次数", "次", 1, 0, 24, "B5, D6"),
    "household_links": Rule("代表联系户数", "户", 3, 0, 20, "B76, B77"),
    "reflections_per_year": Rule("代表每年学习心得", "篇", 1, 0, 12, "B73"),
    "speech_full_first": Rule("全体会议第一次发言", "分钟", 0, 0, 240, "B60"),
    "speech_full_again": Rule("全体会议第二次起发言", "分钟", 0, 0, 240, "B60"),
    "speech_delegation_first": Rule("代表团会议第一次发言", "分钟", 0, 0, 240, "B60"),
    "speech_delegation_again": Rule("代表团会议第二次起发言", "分钟", 0, 0, 240, "B60"),
    "speech_presidium_first": Rule("主席团会议第一次发言", "分钟", 0, 0, 240, "B60"),
    "speech_presidium_again": Rule("主席团会议第二次起发言", "分钟", 0, 0, 240, "B60"),
    "speech_other_first": Rule("其他会议第一次发言", "分钟", 0, 0, 240, "B60"),
    "speech_other_again": Rule("其他会议第二次起发言", "分钟", 0, 0, 240, "B60"),
    "few_activities": Rule("闭会活动一年少于几次算少", "次", 2, 0, 50, "B64"),
    "low_attendance": Rule("出席率低于多少算低", "%", 80, 0, 100, "B64"),
    "late_leave_days": Rule("会后补假期限", "天", 0, 0, 30, "E4"),
    "subsidy_per_day": Rule("误工补贴标准", "元/天", 0, 0, 2000, "B56、代表法第四十一条"),
    "liberty_report_hours": Rule("限制代表人身自由事项报送期限", "小时", 24, 1, 24, "B52、代表法第三十九条"),
}


def _number(key):
    rule = RULES[key]
    return models.PositiveSmallIntegerField(rule.label, null=True, blank=True, help_text=rule.hint)


class OfficeRules(models.Model):
    """An office's own rules. What is blank holds as it does at the parent, at last as the default."""

    jurisdiction = models.OneToOneField(
        Jurisdiction, verbose_name="行政区划", on_delete=models.CASCADE, related_name="rules"
    )
    notice_lead_days = _number("notice_lead_days")
    triage_workdays = _number("triage_workdays")
    referral_return_workdays = _number("referral_return_workdays")
    opinion_reply_days = _number("opinion_reply_days")
    opinion_extension_days = _number("opinion_extension_days")
    copy_workdays = _number("copy_workdays")
    answer_workdays = _number("answer_workdays")
    survey_days = _number("survey_days")
    opinion_redo_days = _number("opinion_redo_days")
    personal_data_months = _number("personal_data_months")
    assign_workdays = _number("assign_workdays")
    session_assign_days = _number("session_assign_days")
    proposal_return_workdays = _number("proposal_return_workdays")
    reassign_workdays = _number("reassign_workdays")
    contact_workdays = _number("contact_workdays")
    co_opinion_days = _number("co_opinion_days")
    reply_months = _number("reply_months")
    difficult_reply_months = _number("difficult_reply_months")
    reply_days = _number("reply_days")
    difficult_reply_days = _number("difficult_reply_days")
    reply_check_workdays = _number("reply_check_workdays")
    feedback_workdays = _number("feedback_workdays")
    rating_urge_workdays = _number("rating_urge_workdays")
    proposal_redo_months = _number("proposal_redo_months")
    receipt_workdays = _number("receipt_workdays")
    motion_committee_days = _number("motion_committee_days")
    motion_opinion_days = _number("motion_opinion_days")
    amber_days = _number("amber_days")
    duty_days = _number("duty_days")
    receptions_per_year = _number("receptions_per_year")
    household_links = _number("household_links")
    reflections_per_year = _number("reflections_per_year")
    speech_full_first = _number("speech_full_first")
    speech_full_again = _number("speech_full_again")
    speech_delegation_first = _number("speech_delegation_first")
    speech_delegation_again = _number("speech_delegation_again")
    speech_presidium_first = _number("speech_presidium_first")
    speech_presidium_again = _number("speech_presidium_again")
    speech_other_first = _number("speech_other_first")
    speech_other_again = _number("speech_other_again")
    few_activities = _number("few_activities")
    low_attendance = _number("low_attendance")
    late_leave_days = _number("late_leave_days")
    liberty_report_hours = _number("liberty_report_hours")
    subsidy_per_day = _number("subsidy_per_day")
    subsidy_decision = models.CharField(
        "误工补贴标准的文号",
        max_length=60,
        blank=True,
        help_text="确定标准的常委会（主任会议）或者主席团文件；定了标准的必须填。",
    )
    postponement = models.CharField(
        "接待日遇节假日",
        max_length=20,
        choices=Postponement,
        blank=True,
        help_text="缺省：顺延到下一个工作日。",
    )
    weekend_counts = models.BooleanField(
        "周末也算节假日", null=True, blank=True, help_text="缺省：算。调休上班的周末不算。"
    )
    notice_fields = models.CharField(
        "公告内容",
        max_length=10,
        choices=NoticeFields,
        blank=True,
        help_text="缺省：时间、地点、代表姓名。基本情况只写界别和选区，不写电话、住址、单位。",
    )
    notice_approval = models.BooleanField(
        "公告须审核后发布",
        null=True,
        blank=True,
        help_text="缺省：不须。选“是”的，联络员起草，镇街人大审核后才能发布。",
    )
    roll_over_holidays = models.BooleanField(
        "期限末日遇节假日顺延",
        null=True,
        blank=True,
        help_text="缺省：顺延到节假日后第一个工作日（民法典第二百零三条）。",
    )
    direct_referral = models.BooleanField(
        "镇街可直接转办区级单位",
        null=True,
        blank=True,
        help_text="缺省：不可以，超出镇街权限的事项报区协调。",
    )
    recess_motions = models.BooleanField(
        "闭会期间可以提议案",
        null=True,
        blank=True,
        help_text="缺省：不可以。选“是”的，代表联名在闭会期间提出的议案交常委会审议；只用于设常委会的区县。",
    )
    small_town_interpellation = models.BooleanField(
        "代表四十名以下的乡镇五分之一以上联名可提质询案",
        null=True,
        blank=True,
        help_text="缺省：不可以，一律十人以上（地方组织法第二十四条）。地方性法规另有规定的选“是”。",
    )
    reply_check = models.BooleanField(
        "单位答复先审核再送代表",
        null=True,
        blank=True,
        help_text="缺省：不须。选“是”的，由交办机关审核，答非所问的退回单位修改。",
    )
    reply_letters = models.CharField(
        "联名建议的答复函",
        max_length=10,
        choices=LetterRule,
        blank=True,
        help_text="缺省：每名代表一份。",
    )

    objects = PlacedQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="工作规则变更")

    class Meta:
        verbose_name = "工作规则"
        verbose_name_plural = "工作规则"

    def __str__(self):
        return f"{self.jurisdiction}工作规则"

    def clean(self):
        errors = {}
        for key, rule in RULES.items():
            value = getattr(self, key)
            if value is not None and (message := rule.error(value)):
                errors[key] = message
        if self.subsidy_per_day and not self.subsidy_decision and not errors:
            errors["subsidy_decision"] = "定了误工补贴标准，还要填确定标准的文件的文号（代表法第四十一条）。"
        if errors:
            raise ValidationError(errors)


CHOICE_DEFAULTS = {
    "subsidy_decision": "",
    "postponement": Postponement.NEXT_WORKDAY,
    "weekend_counts": True,
    "notice_fields": NoticeFields.NAMES,
    "notice_approval": False,
    "roll_over_holidays": True,
    "direct_referral": False,
    "recess_motions": False,
    "small_town_interpellation": False,
    "reply_check": False,
    "reply_letters": LetterRule.EACH,
}
SPEECH_LIMITS = frozenset(key for key in RULES if key.startswith("speech_"))
# What a town or sub-district settles for itself; everything else binds it towards others. A subsidy is paid
# out of the own level's budget (代表法第四十一条).
OWN_HABITS = SPEECH_LIMITS | frozenset(
    {
        "notice_lead_days",
        "postponement",
        "weekend_counts",
        "notice_fields",
        "notice_approval",
        "amber_days",
        "few_activities",
        "low_attendance",
        "subsidy_per_day",
        "subsidy_decision",
    }
)
DEFAULTS = {key: rule.default for key, rule in RULES.items()} | CHOICE_DEFAULTS


class EffectiveRules(SimpleNamespace):
    """The rules that hold for one office, each as an attribute and, by its name, in ``values``.

    ``origins`` are the offices that they come from (None: the default).
    """


def rules_for(jurisdiction):
    """Resolve the rules of ``jurisdiction``: its own, its parents', the defaults. One query."""
    return rules_for_all([jurisdiction])[jurisdiction.pk]


def rules_for_all(jurisdictions):
    """The rules of several jurisdictions, {key: EffectiveRules}, in one query."""
    lines = {jurisdiction.pk: _line(jurisdiction) for jurisdiction in jurisdictions}
    rows = OfficeRules.objects.filter(jurisdiction__in={pk for line in lines.values() for pk in line if pk})
    by_jurisdiction = {rules.jurisdiction_id: rules for rules in rows.select_related("jurisdiction")}
    return {pk: _resolved(line, by_jurisdiction) for pk, line in lines.items()}


def _line(jurisdiction):
    """Its key and those of its parents."""
    line = [jurisdiction.pk, jurisdiction.parent_id]
    if jurisdiction.level in Level.local and jurisdiction.parent_id:
        line.append(jurisdiction.parent.parent_id)
    return line


def _resolved(line, by_jurisdiction):
    values, origins = dict(DEFAULTS), dict.fromkeys(DEFAULTS)
    for pk in reversed(line):
        rules = by_jurisdiction.get(pk)
        for key in DEFAULTS if rules else ():
            value = getattr(rules, key)
            if value not in (None, ""):
                values[key], origins[key] = value, rules.jurisdiction
    return EffectiveRules(**values, values=values, origins=origins)
