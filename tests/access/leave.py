"""Who may open which page of leave, absences and restricted liberty."""

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

# Nothing is decided yet: the office of the congress, and the district's above it.
CASES = flat(
    page("deputies:absence_list", OFFICES),
    page("deputies:watchlists", OFFICES),
    page("deputies:watchlists_sheet", OFFICES),
    form(record("deputies:credentials_open", "seat", HERE, no="liaison deputy colleague leader")),
    record("deputies:credentials_detail", "case_opened", HERE),
)


def case_step(step, at):
    return form(record("deputies:credentials_step", f"case_{at}", HERE, args={"name": step}), sent=200)


CASE_STEPS = flat(case_step("report", "opened"), case_step("end", "reported"), case_step("dismiss", "opened"))

# Two offices alone; for everybody else there is nothing, the lists included.
LIBERTY = flat(
    page("deputies:liberty_list", OFFICES, rest=404),
    form(page("deputies:liberty_add", OFFICES, rest=404)),
    record("deputies:liberty_detail", "liberty_received", HERE),
    record("deputies:liberty_detail", "district_liberty_submitted", "district"),
)


def liberty_step(step, at, ok=HERE):
    return form(record("deputies:liberty_step", at, ok, args={"name": step}), sent=200)


LIBERTY_STEPS = flat(
    liberty_step("submit", "liberty_received"),
    liberty_step("take_note", "liberty_submitted"),
    liberty_step("lift", "liberty_noted"),
    liberty_step("appeal", "liberty_noted"),
    liberty_step("forward", "liberty_noted"),
    liberty_step("examine", "district_liberty_submitted", "district"),
    liberty_step("permit", "district_liberty_examined", "district"),
    liberty_step("refuse", "district_liberty_examined", "district"),
)

ROWS = [*PAGES, *STEPS, *CASES, *CASE_STEPS, *LIBERTY, *LIBERTY_STEPS]
