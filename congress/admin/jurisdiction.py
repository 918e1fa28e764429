"""Jurisdictions, their rules, terms and the calendar."""

from django import forms
from django.contrib import admin

from congress import audit, rules
from congress.admin.base import HistoryAdmin, OfficeAdmin
from congress.enums import Level, Role
from congress.models import Holiday, Jurisdiction, OfficeRules, Profile, Term
from congress.models.office_rules import DEFAULTS, OWN_HABITS, RULES, rules_for


audit.include_changes(Profile)


@admin.register(Jurisdiction)
class JurisdictionAdmin(OfficeAdmin):
    index_order = 10
    list_display = ["name", "level", "parent", "order"]
    list_filter = ["level"]
    list_select_related = ["parent"]
    search_fields = ["name"]
    fieldsets = [
        (
            None,
            {
                "description": "区县、乡镇和街道。街道没有本级人大，只有人大工委，代表由区里的选区产生。",
                "fields": ["name", "level", "parent", "order"],
            },
        ),
    ]

    def may_change(self, user, record):
        return user.role == Role.SYSADMIN or user.works_for(record)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if request.user.role != Role.SYSADMIN:
            field.required = True
        return field

    def get_readonly_fields(self, request, obj=None):
        """Where an area stands in the tree decides what its people see; the administrator says it."""
        return ["level", "parent"] if obj and request.user.role != Role.SYSADMIN else []


NOT_YET = "可以先设好，议案建议、履职标准启用后生效。"


class OfficeRulesForm(forms.ModelForm):
    """Shows beside each blank what holds now and where it comes from."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        effective = rules_for(self.instance.jurisdiction)
        for key in DEFAULTS:
            if key in self.fields and getattr(self.instance, key) in (None, ""):
                self._explain(key, effective.values[key], effective.origins[key])

    def _explain(self, key, value, origin):
        field = self.fields[key]
        if isinstance(field.widget, forms.TextInput) and key not in RULES:
            if value:
                field.help_text = f"空白，现按“{value}”执行（{origin}）。{field.help_text}"
            return
        choices = dict(getattr(field, "choices", ()))
        shown = f"{value}{RULES[key].unit}" if key in RULES else choices.get(value, "是" if value else "否")
        field.help_text = f"空白，现按“{shown}”执行（{origin or '缺省'}）。{field.help_text}"
        if key in RULES:
            field.widget.attrs["placeholder"] = value
        else:
            (blank, _), *others = field.widget.choices
            field.widget.choices = [(blank, f"沿用（{shown}）"), *others]


@admin.register(OfficeRules)
class OfficeRulesAdmin(HistoryAdmin):
    index_order = 20
    form = OfficeRulesForm
    list_display = ["jurisdiction", "notice_lead_days", "triage_workdays", "opinion_reply_days", "amber_days"]
    list_select_related = ["jurisdiction"]
    search_fields = ["jurisdiction__name"]
    fieldsets = [
        (
            None,
            {
                "description": "每项留空时沿用上级的规则，上级也没有的用缺省值；法律规定的上限不能超过。",
                "fields": ["jurisdiction"],
            },
        ),
        (
            "接待日",
            {
                "description": "公告何时发布、写哪些内容，遇到节假日怎么办。",
                "fields": [
                    "notice_lead_days",
                    "notice_fields",
                    "notice_approval",
                    "postponement",
                    "weekend_counts",
                ],
            },
        ),
        (
            "群众意见",
            {
                "description": "从登记到分类、转办、答复、测评，每一步多长时间；来访人的信息保存多久。",
                "fields": [
                    "triage_workdays",
                    "referral_return_workdays",
                    "opinion_reply_days",
                    "opinion_extension_days",
                    "opinion_redo_days",
                    "copy_workdays",
                    "answer_workdays",
                    "survey_days",
                    "personal_data_months",
                    "direct_referral",
                ],
            },
        ),
        (
            "议案和建议、批评和意见",
            {
                "description": "交办、退回、会办、答复和反馈，每一步多长时间。答复期限填了天数的按天算，"
                "天数为0的按月算；按天算的也不超过法定的3个月、6个月。",
                "fields": [
                    "assign_workdays",
                    "session_assign_days",
                    "proposal_return_workdays",
                    "reassign_workdays",
                    "contact_workdays",
                    "co_opinion_days",
                    "reply_months",
                    "difficult_reply_months",
                    "reply_days",
                    "difficult_reply_days",
                    "reply_check",
                    "reply_check_workdays",
                    "reply_letters",
                    "feedback_workdays",
                    "rating_urge_workdays",
                    "proposal_redo_months",
                    "recess_motions",
                    "motion_committee_days",
                    "motion_opinion_days",
                    "small_town_interpellation",
                ],
            },
        ),
        (
            "轮值",
            {"description": "每名代表一年至少参加几次接待。", "fields": ["receptions_per_year"]},
        ),
        (
            "以后启用",
            {
                "description": f"代表一年的任务。{NOT_YET}",
                "fields": [
                    "duty_days",
                    "household_links",
                    "reflections_per_year",
                ],
            },
        ),
        (
            "误工补贴",
            {
                "description": "发给无固定工资收入的代表，由本级常委会或者主席团确定（代表法第四十一条）；"
                "0表示不发。",
                "fields": ["subsidy_per_day", "subsidy_decision"],
            },
        ),
        (
            "请假和人身自由",
            {
                "description": "会后几天内可以补假（缺省不可以），有关机关的来文多长时间内报送。",
                "fields": ["late_leave_days", "liberty_report_hours"],
            },
        ),
        (
            "会议发言",
            {
                "description": "一名代表在同一场会议上审议发言、大会发言的时长，0为不限；超出的标明超时。",
                "fields": [
                    "speech_full_first",
                    "speech_full_again",
                    "speech_delegation_first",
                    "speech_delegation_again",
                    "speech_presidium_first",
                    "speech_presidium_again",
                    "speech_other_first",
                    "speech_other_again",
                ],
            },
        ),
        (
            "履职提醒",
            {
                "description": "“履职提醒名单”按这里的数列出代表，只给工作机构看。",
                "fields": ["few_activities", "low_attendance"],
            },
        ),
        (
            "期限的算法",
            {
                "description": "到期前几天提醒，催办后几天内回执，末日遇节假日是否顺延。",
                "fields": ["amber_days", "receipt_workdays", "roll_over_holidays"],
            },
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        fixed = ["jurisdiction"] if obj else []
        if not rules.sets_binding_rules(request.user):
            fixed += [key for key in DEFAULTS if key not in OWN_HABITS]
        return fixed

    def get_fieldsets(self, request, obj=None):
        """To a town each group says whose its numbers are."""
        found = super().get_fieldsets(request, obj)
        if rules.sets_binding_rules(request.user):
            return found
        office = request.user.jurisdiction.district.office_name
        return [(name, {**options, "description": self._whose(options, office)}) for name, options in found]

    @staticmethod
    def _whose(options, office):
        fixed = [key for key in options["fields"] if key in DEFAULTS and key not in OWN_HABITS]
        if not fixed:
            return options["description"]
        names = "、".join(f"“{OfficeRules._meta.get_field(key).verbose_name}”" for key in fixed)
        which = "这一组" if len(fixed) == len(options["fields"]) else names
        return f"{options['description']}{which}由{office}规定，这里只能查看。"


@admin.register(Profile)
class ProfileAdmin(HistoryAdmin):
    index_order = 25
    list_display = ["jurisdiction", "as_of", "villages", "villager_groups", "population", "voters"]
    list_display_links = ["as_of"]
    list_filter = [("jurisdiction", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["jurisdiction"]
    search_fields = ["jurisdiction__name"]
    fieldsets = [
        (
            None,
            {
                "description": "各地的村、组、人口和选民数，每次统计登记一条；报告引用时写明截止日期。",
                "fields": ["jurisdiction", "as_of"],
            },
        ),
        (
            "数字",
            {
                "description": "不知道的不填，不要填0。",
                "fields": [
                    ("villages", "villager_groups"),
                    ("households", "population"),
                    "voters",
                    "source",
                ],
            },
        ),
    ]


@admin.register(Term)
class TermAdmin(OfficeAdmin):
    index_order = 30
    list_display = ["jurisdiction", "ordinal_name", "starts_on", "ends_on"]
    list_display_links = ["ordinal_name"]
    list_select_related = ["jurisdiction"]
    search_fields = ["jurisdiction__name"]
    fieldsets = [
        (
            None,
            {
                "description": "每届任期五年，从本届第一次会议到下届第一次会议（代表法第二条）。",
                "fields": ["jurisdiction", "number", "starts_on", "ends_on"],
            },
        ),
        (
            "名额",
            {
                "description": "按选举法第十二条的公式核对；总名额确定后不再变动（选举法第十四条）。",
                "fields": ["population", "minority_bonus", "seat_quota"],
            },
        ),
    ]

    @admin.display(description="届次", ordering="number")
    def ordinal_name(self, term):
        return term.ordinal

    def get_field_queryset(self, db, db_field, request):
        return super().get_field_queryset(db, db_field, request).filter(level__in=Level.with_congress)


@admin.register(Holiday)
class HolidayAdmin(OfficeAdmin):
    """Everybody's calendar; the role alone decides who keeps it."""

    place = None
    index_order = 40
    list_display = ["date", "name", "is_workday"]
    list_filter = ["is_workday"]
    date_hierarchy = "date"
    search_fields = ["name"]
    fieldsets = [
        (
            None,
            {
                "description": "国务院公布的放假安排已经内置；这里只登记尚未内置的年份和更正。",
                "fields": ["date", "name", "is_workday"],
            },
        ),
    ]
