"""Who may open which page of leave: the deputy his own, offices those of their area."""

from tests.access.policy import OFFICES, flat, form, page, record


HERE = "district office"
READERS = f"{HERE} deputy"

PAGES = flat(
    page("deputies:leave_list", OFFICES),
    page("deputies:leave_mine", "deputy colleague"),
    page("deputies:leave_start", OFFICES),
    page("deputies:leave_record", led=OFFICES, method="POST"),
    form(
        record(
            "deputies:leave_session",
            "coming_session",
            f"{HERE} deputy colleague",
            no="liaison leader clerk other_clerk gov_office",
        )
    ),
    form(record("deputies:leave_activity", "activity", READERS, no="liaison leader")),
    record("deputies:leave_detail", "leave_draft", "deputy"),
    record("deputies:leave_detail", "leave_submitted", READERS),
    record("deputies:leave_evidence", "leave_with_evidence", READERS),
    record("deputies:leave_evidence", "leave_submitted"),
)


def leave_step(step, at, ok, no="", sent=302):
    return form(record("deputies:leave_step", f"leave_{at}", ok, no=no, args={"name": step}), sent=sent)


STEPS = flat(
    leave_step("submit", "draft", "deputy"),
    leave_step("approve", "submitted", HERE, "deputy", sent=200),
    leave_step("refuse", "submitted", HERE, "deputy", sent=200),
    leave_step("record", "approved", HERE, "deputy", sent=200),
    leave_step("withdraw", "approved", READERS),
)

ROWS = [*PAGES, *STEPS]
