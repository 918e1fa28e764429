import re
from copy import copy
from io import StringIO

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command

from congress.admin.jurisdiction import NOT_YET, OfficeRulesAdmin
from congress.enums import Level, Postponement
from congress.models import Jurisdiction, OfficeRules
from congress.models.office_rules import DEFAULTS, RULES, rules_for


pytestmark = pytest.mark.django_db


@pytest.fixture
def town():
    city = Jurisdiction.objects.create(name="澄岚市", level=Level.CITY)
    district = Jurisdiction.objects.create(name="云渚区", level=Level.DISTRICT, parent=city)
    return Jurisdiction.objects.create(name="石坎镇", level=Level.TOWN, parent=district)


def test_every_rule_is_a_field_and_keeps_its_default_within_its_bounds():
    OfficeRules(**{key: rule.default for key, rule in RULES.items()}).clean()
    fields = {field.name for field in OfficeRules._meta.fields} - {"id", "jurisdiction"}
    assert fields == set(DEFAULTS)


def test_rules_for_jurisdiction_without_own_rules_are_the_defaults(town):
    assert rules_for(town).values == DEFAULTS


def test_rules_for_town_inherit_what_it_leaves_blank(town):
    OfficeRules.objects.create(jurisdiction=town.parent.parent, survey_days=7, copy_workdays=3)
    OfficeRules.objects.create(jurisdiction=town.parent, copy_workdays=4, notice_lead_days=4)
    OfficeRules.objects.create(jurisdiction=town, notice_lead_days=3)
    rules = rules_for(town)
    assert (rules.survey_days, rules.copy_workdays, rules.notice_lead_days, rules.answer_workdays) == (
        7,
        4,
        3,
        5,
    )
    assert rules.origins["notice_lead_days"] == town


def test_rules_for_town_may_switch_off_what_the_district_switched_on(town):
    OfficeRules.objects.create(jurisdiction=town.parent, roll_over_holidays=True)
    OfficeRules.objects.create(jurisdiction=town, roll_over_holidays=False)
    assert rules_for(town).roll_over_holidays is False


def test_effective_rules_can_be_copied(town):
    assert copy(rules_for(town)) == rules_for(town)


def test_rule_that_nothing_reads_yet_is_said_to_wait():
    """Once a rule is read anywhere but here, its fieldset must say no more that it waits."""
    waiting = {
        key
        for _, options in OfficeRulesAdmin.fieldsets
        if options["description"].endswith(NOT_YET)
        for key in options["fields"]
    }
    assert set(DEFAULTS) - waiting == {key for key in DEFAULTS if is_read(key)}


def is_read(key):
    """Whether the code asks for the rule, as an attribute or by its name; a figure has the same name."""
    files = [
        path
        for floor in ("congress", "deputies", "proposals", "reception", "reports")
        for path in (settings.BASE_DIR / floor).rglob("*.py")
        if "migrations" not in path.parts and path.name not in {"office_rules.py", "jurisdiction.py"}
    ]
    return any(re.search(rf"(?<!activities)\.{key}\b|\"{key}\"", path.read_text()) for path in files)


def test_rules_for_cost_one_query(town, django_assert_num_queries):
    town = Jurisdiction.objects.select_related("parent").get(pk=town.pk)
    with django_assert_num_queries(1):
        rules_for(town)


@pytest.mark.parametrize("key", RULES)
def test_clean_beyond_the_bounds_is_refused(key):
    rule = RULES[key]
    with pytest.raises(ValidationError) as refused:
        OfficeRules(**{key: rule.most + 1}).clean()
    assert refused.value.message_dict == {key: [rule.error(rule.most + 1)]}


def test_reply_months_beyond_the_law_quotes_the_article():
    assert RULES["reply_months"].error(4) == (
        "建议答复期限不能是4个月：代表法第五十一条规定的范围是1—3个月。"
    )


def test_command_sets_and_lists(town):
    out = StringIO()
    call_command(
        "office_rules",
        jurisdiction="石坎镇",
        set=["notice_lead_days=3", "postponement=next_week"],
        stdout=out,
    )
    rules = rules_for(town)
    assert (rules.notice_lead_days, rules.postponement) == (3, Postponement.NEXT_WEEK)
    assert "notice_lead_days\t接待日公告提前\t3天\t石坎镇\n" in out.getvalue()


def test_command_with_blank_value_returns_to_the_parents_rule(town):
    call_command("office_rules", jurisdiction="石坎镇", set=["notice_lead_days=3"], stdout=StringIO())
    call_command("office_rules", jurisdiction="石坎镇", set=["notice_lead_days="], stdout=StringIO())
    assert rules_for(town).notice_lead_days == 5


@pytest.mark.parametrize(
    ("setting", "sentence"),
    [
        ("reply_months=4", "建议答复期限不能是4个月：代表法第五十一条规定的范围是1—3个月。"),
        ("reply_months=abc", "^建议答复期限不能是“abc”：请填整数。$"),
        ("weekend_counts=maybe", "不能是“maybe”：请填 True 或者 False。$"),
        ("notice_lead_days=abc", "^接待日公告提前不能是“abc”：请填整数。$"),
        ("notice_lead_days=-1", "^接待日公告提前不能是.*-1[^。]*。$"),
    ],
)
def test_command_refuses_a_wrong_value_and_changes_nothing(town, setting, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("office_rules", jurisdiction="石坎镇", set=["survey_days=7", setting])
    assert not OfficeRules.objects.exists()


@pytest.mark.parametrize("setting", ["survey_days", "nonsense=3"])
def test_command_does_not_understand_the_setting(town, setting):
    with pytest.raises(CommandError, match=f"看不懂“{setting}”"):
        call_command("office_rules", jurisdiction="石坎镇", set=[setting])


def test_command_does_not_know_the_jurisdiction(town):
    with pytest.raises(CommandError, match="没有名为“无名镇”的区划。现有：澄岚市、云渚区、石坎镇。"):
        call_command("office_rules", jurisdiction="无名镇")
