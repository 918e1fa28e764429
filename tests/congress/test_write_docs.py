from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from congress.management.commands import write_docs
from congress.roles import ROLES


@pytest.fixture
def docs(settings, tmp_path, monkeypatch):
    """A folder of docs of its own."""
    monkeypatch.setattr(write_docs, "_folder", lambda: tmp_path)
    return tmp_path


def run(**options):
    out = StringIO()
    call_command("write_docs", stdout=out, **options)
    return out.getvalue().strip()


def test_missing_docs_are_stale(docs):
    with pytest.raises(CommandError) as refusal:
        run(check=True)
    assert str(refusal.value) == (
        "docs/ 里的 workflows.md、roles.md 已过时，请运行 manage.py write_docs 后提交。"
    )


def test_written_docs_are_fresh(docs):
    assert [run(), run(check=True), run()] == [
        "已写 workflows.md、roles.md。",
        "docs/ 与代码一致。",
        "docs/ 没有变化。",
    ]


def test_edited_docs_are_stale(docs):
    run()
    (docs / "roles.md").write_text("old", encoding="utf-8")
    with pytest.raises(CommandError):
        run(check=True)


def test_every_role_has_a_row():
    rows = [line for line in write_docs.roles_page().splitlines() if line.startswith("| ")]
    assert [row.split(" | ")[0] for row in rows[1:]] == [f"| {role.label}" for role in ROLES]


def test_every_step_has_a_row():
    steps = sum(len(workflow.steps) for _, _, workflow in write_docs.all_workflows())
    rows = [line for line in write_docs.workflows_page().splitlines() if line.startswith("| ")]
    assert len(rows) == steps + len(write_docs.all_workflows())
