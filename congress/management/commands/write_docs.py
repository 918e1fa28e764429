"""Write the pages of docs/ that follow from tables in the code."""

import pkgutil
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from congress.roles import ROLES
from congress.workflow import Workflow


NOTICE = "<!-- Written by `manage.py write_docs`; change the code instead. -->"
WORKFLOWS_INTRO = (
    "Nothing but `congress/workflow.py` sets a status. A step locks the row, checks status and person, sets "
    "the fields, saves, and writes an event, in one transaction. Steps that leave the status as it is stand "
    "in the tables only."
)
ROLES_INTRO = (
    "A user has one role, within one jurisdiction. What a role may do with a matter is said by "
    "`<app>/rules.py` and shown in [workflows.md](workflows.md); whose records it sees, by "
    "`visible_to(user)` of each model. The last column is what the admin asks."
)


class Command(BaseCommand):
    help = "从代码里的表格写出 docs/workflows.md 和 docs/roles.md；加 --check 只检查是否过时。"

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="不写文件，过时则报错")

    def handle(self, *args, **options):
        pages = {"workflows.md": workflows_page(), "roles.md": roles_page()}
        stale = [name for name, text in pages.items() if _written(name) != text]
        if options["check"]:
            if stale:
                names = "、".join(stale)
                raise CommandError(f"docs/ 里的 {names} 已过时，请运行 manage.py write_docs 后提交。")
            self.stdout.write("docs/ 与代码一致。")
            return
        for name in stale:
            (_folder() / name).write_text(pages[name], encoding="utf-8")
        self.stdout.write(f"已写 {'、'.join(stale)}。" if stale else "docs/ 没有变化。")


def _folder():
    return settings.BASE_DIR / "docs"


def _written(name):
    path = _folder() / name
    return path.read_text(encoding="utf-8") if path.exists() else None


def all_workflows():
    """Every workflow of the house as (app label, variable name, workflow), the ground floor first."""
    found = {}
    for config in apps.get_app_configs():
        if Path(config.path).parent == settings.BASE_DIR:
            for name, value in _workflow_variables(config):
                found.setdefault(id(value), (config.label, name, value))
    return list(found.values())


def _workflow_variables(config):
    for module in pkgutil.iter_modules([config.path]):
        if module.name.endswith("workflow"):
            for name, value in vars(import_module(f"{config.name}.{module.name}")).items():
                if isinstance(value, Workflow):
                    yield name, value


def workflows_page():
    """Return docs/workflows.md: a state diagram and a table of steps for each workflow."""
    sections = [_workflow_section(*found) for found in all_workflows()]
    return "\n\n".join(["# Workflows", NOTICE, WORKFLOWS_INTRO, *sections]) + "\n"


def _workflow_section(app, name, workflow):
    parts = [f"## {workflow.name} (`{app}`, `{name}`)", _diagram(workflow), _step_table(workflow)]
    return "\n\n".join(parts)


def _diagram(workflow):
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f'    state "{label}" as {value}' for value, label in workflow.statuses.choices]
    lines.append(f"    [*] --> {workflow.initial}")
    labels = {}
    for step in workflow.steps.values():
        for source in _ordered(workflow, step.sources):
            if step.target not in (None, source):
                labels.setdefault((source, step.target), []).append(step.label)
    lines += [f"    {source} --> {target}: {'、'.join(found)}" for (source, target), found in labels.items()]
    return "\n".join([*lines, "```"])


def _step_table(workflow):
    names = dict(workflow.statuses.choices)
    lines = ["| step | code | from | to | who |", "|---|---|---|---|---|"]
    for step in workflow.steps.values():
        sources = "、".join(names[source] for source in _ordered(workflow, step.sources))
        target = names[step.target] if step.target else "unchanged"
        lines.append(f"| {step.label} | `{step.name}` | {sources} | {target} | {_rule(step.allowed)} |")
    return "\n".join(lines)


def _ordered(workflow, statuses):
    return [status for status in workflow.statuses.values if status in statuses]


def _rule(allowed):
    """The rule's name and, where it has one, its sentence."""
    sentence = (allowed.__doc__ or "").strip().split("\n")[0]
    return f"`{allowed.__name__}`" + (f": {sentence}" if sentence else "")


def roles_page():
    """Return docs/roles.md: what each role is for and what it may do in the admin."""
    lines = ["| role | code | for | in the admin |", "|---|---|---|---|"]
    for definition in ROLES.values():
        rows = "<br>".join(definition.permissions) if definition.admin else "no access"
        role = definition.role
        lines.append(f"| {role.label} | `{role.value}` | {definition.sentence} | {rows} |")
    return "\n\n".join(["# Roles", NOTICE, ROLES_INTRO, "\n".join(lines)]) + "\n"
