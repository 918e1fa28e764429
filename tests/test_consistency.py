"""The house rules, as far as a machine can keep them (design.md 1, 2 and 4)."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.urls import get_resolver

from congress.enums import Role, Status
from congress.models import Event
from congress.roles import ROLES
from congress.workflow import Workflow
from deputies.activity_workflow import activities
from deputies.briefing_workflow import briefings
from deputies.credentials_workflow import cases
from deputies.inspection_workflow import inspections
from deputies.leave_workflow import leaves
from deputies.liberty_workflow import liberty_cases
from deputies.participation_workflow import participations
from deputies.retaliation_workflow import retaliation_cases
from deputies.seat_workflow import seats
from deputies.vacancy_workflow import vacancies
from proposals.handling_workflow import (
    assignments,
    commitments,
    key_supervisions,
    proposals,
    sponsorships,
)
from proposals.workflow import replies
from reception.appointment_workflow import appointments
from reception.day_workflow import days
from reception.notice_workflow import notices
from reception.plan_workflow import plans
from reception.turn_workflow import turns
from reception.workflow import opinions, referrals, undertakings
from reports.workflow import duty_reports


ROOT = Path(settings.BASE_DIR)
FLOORS = ["congress", "deputies", "proposals", "reception", "reports"]
APP_FILES = [
    path
    for floor in FLOORS
    for path in sorted((ROOT / floor).rglob("*.py"))
    if "migrations" not in path.parts
]
PYTHON = [*APP_FILES, *sorted((ROOT / "tests").rglob("*.py"))]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STATIC = [path for path in sorted((ROOT / "static").rglob("*")) if path.suffix in {".css", ".js", ".svg"}]
WORKFLOWS = [
    activities,
    participations,
    seats,
    vacancies,
    proposals,
    sponsorships,
    assignments,
    commitments,
    key_supervisions,
    replies,
    days,
    notices,
    turns,
    appointments,
    plans,
    opinions,
    referrals,
    undertakings,
    duty_reports,
    leaves,
    cases,
    liberty_cases,
    retaliation_cases,
    inspections,
    briefings,
]
MODELS = [
    model
    for floor in FLOORS
    for model in apps.get_app_config(floor).get_models()
    if not hasattr(model, "history_type")  # the library's copies of changed records
]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def name_of(path):
    return str(path.relative_to(ROOT))


def names(paths):
    return [name_of(path) for path in paths]


def holding(paths, pattern):
    """The files whose text holds the pattern."""
    return [name_of(path) for path in paths if re.search(pattern, path.read_text())]


# Files


def test_no_file_is_longer_than_400_lines():
    assert [name_of(path) for path in PYTHON if len(path.read_text().splitlines()) > 400] == []


def test_no_html_is_written_in_python():
    assert holding(APP_FILES, r"\b(format_html|mark_safe|SafeString)\b") == []


@pytest.mark.parametrize("floor", FLOORS)
def test_floor_imports_only_from_below(floor):
    above = set(FLOORS[FLOORS.index(floor) + 1 :])
    files = [path for path in APP_FILES if path.relative_to(ROOT).parts[0] == floor]
    assert {name_of(path) for path in files if imported_by(path) & above} == set()


def test_only_templates_use_their_filters():
    assert holding(APP_FILES, r"from congress\.templatetags") == []


def imported_by(path):
    """The top packages that a file imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def test_pages_ask_rules_and_no_roles():
    """Who may do what stands in ``rules.py``; views, forms and templates ask it."""
    pages = [path for path in APP_FILES if {"views", "forms"} & {*path.parts, *path.stem.split("_")}]
    assert holding([*pages, *TEMPLATES], r"\bRole\b|\.role\b") == []


# Workflows


def sets_status(path):
    """Whether a file assigns to the status of anything but itself, or updates it in the database."""
    for node in ast.walk(ast.parse(path.read_text())):
        targets = getattr(node, "targets", [getattr(node, "target", None)])
        flat = [part for target in targets for part in getattr(target, "elts", [target])]
        if any(isinstance(part, ast.Attribute) and part.attr == "status" for part in flat):
            return True
        updates = isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "update"
        if updates and any(keyword.arg == "status" for keyword in node.keywords):
            return True
    return False


def test_only_the_engine_sets_a_status():
    assert [name_of(path) for path in APP_FILES if sets_status(path)] == ["congress/workflow.py"]


def test_every_workflow_is_tested_here():
    found = [
        value
        for floor in FLOORS
        for path in (ROOT / floor).glob("*workflow*")
        for value in vars(__import__(f"{floor}.{path.stem}", fromlist=["*"])).values()
        if isinstance(value, Workflow)
    ]
    assert {workflow.name for workflow in found} == {workflow.name for workflow in WORKFLOWS}


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_every_step_has_a_chinese_label_and_a_rule(workflow):
    assert [step.name for step in workflow.steps.values() if not CHINESE.search(step.label)] == []
    assert [step.name for step in workflow.steps.values() if not callable(step.allowed)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_every_step_leads_from_known_statuses_to_known_ones(workflow):
    known = set(workflow.statuses)
    for step in workflow.steps.values():
        assert step.sources <= known
        assert step.target is None or step.target in known


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_every_status_is_reached(workflow):
    """But for those to which the law knows a way that is not built yet."""
    reached = {workflow.initial, *(step.target for step in workflow.steps.values())} - {None}
    later = {*getattr(workflow.statuses, "later", ()), *getattr(workflow, "later", ())}
    assert sorted(reached) == sorted(set(workflow.statuses) - later)


def test_every_role_has_a_sentence():
    assert [role for role in Role if not ROLES[role].sentence.endswith("。")] == []


# Models


def walking():
    return [model for model in MODELS if "status" in {field.name for field in model._meta.fields}]


@pytest.mark.parametrize("model", walking(), ids=lambda model: model.__name__)
def test_status_is_constrained_and_has_a_history(model):
    constrained = [rule for rule in model._meta.constraints if rule.name.endswith("status_known")]
    field = model._meta.get_field("status")
    assert len(constrained) == 1
    assert constrained[0].condition.children == [("status__in", [value for value, _ in field.choices])]
    assert issubclass(model._meta.get_field("events").related_model, Event)
    assert not field.editable


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.name)
def test_every_status_has_one_tone(workflow):
    told = [value for values in workflow.statuses.tones.values() for value in values]
    assert sorted(told) == sorted(workflow.statuses.values)


@pytest.mark.parametrize("model", walking(), ids=lambda model: model.__name__)
def test_status_of_a_new_record_is_a_member_of_its_enum(model):
    """So its badge finds the tone."""
    assert isinstance(model._meta.get_field("status").default, Status)


def test_every_model_is_called_by_a_chinese_name():
    assert [model.__name__ for model in MODELS if not CHINESE.search(str(model._meta.verbose_name))] == []


def test_every_field_is_called_by_a_chinese_name():
    """Keys apart, and what Django's own user has."""
    inherited = {field.name for field in AbstractUser._meta.get_fields()}
    nameless = [
        f"{model.__name__}.{field.name}"
        for model in MODELS
        for field in model._meta.fields
        if not field.primary_key
        and not (issubclass(model, AbstractUser) and field.name in inherited)
        and not CHINESE.search(str(field.verbose_name))
    ]
    assert nameless == []


def test_every_constraint_speaks_to_people():
    silent = [
        rule.name
        for model in MODELS
        for rule in model._meta.constraints
        if not CHINESE.search(str(rule.violation_error_message))
    ]
    assert silent == []


# Templates and static files


def test_nothing_is_loaded_from_elsewhere():
    """Names of XML are no addresses."""
    assert holding([*TEMPLATES, *STATIC], r"(?:https?:)?//(?!www\.w3\.org/)[\w-]+\.[\w.-]+/") == []


# Found by Django or a library under the names that they expect.
BY_CONVENTION = re.compile(r"(admin|bootstrap5|simple_history)/|(400|403|403_csrf|404|500)\.html$")


def test_every_template_is_used():
    told = "\n".join(path.read_text() for path in [*PYTHON, *TEMPLATES])
    known = [str(path.relative_to(ROOT / "templates")) for path in TEMPLATES]
    assert [name for name in known if not BY_CONVENTION.match(name) and f'"{name}"' not in told] == []


NAMED = re.compile(rf'"((?:_partials|{"|".join(FLOORS)})/[\w/]+\.html)"')


def test_every_template_of_a_name_exists():
    """``{% include %}``, ``{% extends %}`` and the names in Python."""
    known = {str(path.relative_to(ROOT / "templates")) for path in TEMPLATES}
    named = {name for path in [*APP_FILES, *TEMPLATES] for name in NAMED.findall(path.read_text())}
    assert named - known == set()


def test_every_address_named_in_a_template_exists():
    resolver = get_resolver()
    named = {
        name for path in TEMPLATES for name in re.findall(r"{% url ['\"]([\w:-]+)['\"]", path.read_text())
    }
    assert {name for name in named if not exists(resolver, name)} == set()


def exists(resolver, name):
    namespace, _, rest = name.rpartition(":")
    if not namespace:
        return name in resolver.reverse_dict
    return rest in resolver.namespace_dict[namespace][1].reverse_dict
