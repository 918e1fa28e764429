"""What deputies are told of their annual reports."""

import pytest

from congress.models import Message
from reports import workflow
from tests.factories.reports import submitted


@pytest.mark.parametrize(
    ("verb", "fields", "sentence"),
    [
        (workflow.accept, {}, "您的2025年度述职报告审核通过了。"),
        (
            workflow.return_report,
            {"note": "请补充调研情况。"},
            "您的2025年度述职报告被退回，请修改后重新提交：请补充调研情况。",
        ),
    ],
    ids=["accepted", "returned"],
)
def test_deputy_is_told_what_the_office_decided(
    verb, fields, sentence, seat, deputy, office, django_capture_on_commit_callbacks
):
    report = submitted(seat, year=2025)
    with django_capture_on_commit_callbacks(execute=True):
        verb(report, by=office, **fields)
    message = Message.objects.get()
    assert (message.recipient, message.sentence, message.url) == (deputy, sentence, report.get_absolute_url())
