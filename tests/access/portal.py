"""Who may open which page of the ground floor, of the deputies' and of the reports' floor."""

from uuid import UUID

from tests.access.policy import (
    EVERYBODY,
    NOBODY,
    OFFICES,
    READERS_HERE,
    STAFF,
    STAFF_HERE,
    Row,
    but,
    flat,
    form,
    page,
    record,
)


DOOR = [
    page("desk", EVERYBODY),
    page("audit", "auditor"),
    page("login", NOBODY, led=EVERYBODY),
    page("logout", led=EVERYBODY),
    page("logout", led=EVERYBODY, method="POST"),
    *form(page("password_change", EVERYBODY)),
    page("message_list", EVERYBODY),
    page("message_read_all", led=EVERYBODY),
    page("message_read_all", led=EVERYBODY, method="POST"),
    record("message_open", "message", led="deputy"),
    Row("paper_work", args={"key": UUID(int=0)}),
    page("search", but(EVERYBODY, "sysadmin auditor")),
]

# Registers are taken over by offices; what was uploaded is seen by who uploaded it.
NO_OFFICE = "liaison deputy colleague clerk other_clerk gov_office leader sysadmin auditor"
TAKEOVER = flat(
    form(page("takeover", OFFICES)),
    record("takeover_detail", "takeover", "office", no=NO_OFFICE),
    record(
        "takeover_headings",
        "takeover",
        led="office",
        no=NO_OFFICE,
        args={"sheet": 99},
        method="POST",
    ),
    record(
        "takeover_marks",
        "takeover",
        led="office",
        no=NO_OFFICE,
        args={"kind": "attendance"},
        method="POST",
    ),
    record("takeover_retry", "takeover", led="office", no=NO_OFFICE, method="POST"),
    record("takeover_confirm", "takeover", led="office", no=NO_OFFICE, method="POST"),
    record("takeover_discard", "takeover", led="office", no=NO_OFFICE, method="POST"),
)

# The roster is for staff, deputies and leaders; one's figures are one's own and the staff's.
MEMBERS = f"{READERS_HERE} deputy colleague"
DEPUTIES = flat(
    page("deputies:deputy_list", f"{STAFF} deputy colleague leader"),
    page("deputies:guide", EVERYBODY),
    page("deputies:seat_find", f"{STAFF} deputy colleague leader"),
    page("deputies:deputy_find", OFFICES),
    record("deputies:deputy_detail", "person", MEMBERS),
    record("deputies:portrait", "person", MEMBERS),
    form(record("deputies:deputy_edit", "person", "district office", no="liaison deputy colleague leader")),
    record("deputies:duty", "seat", f"{READERS_HERE} deputy", no="colleague"),
    page(
        "deputies:duty_home",
        led=f"{STAFF} deputy colleague leader clerk other_clerk gov_office sysadmin auditor",
    ),
)

# Activities: an office plans, a deputy logs, staff verify. A colleague's entries are none of one's business.
ACTIVITIES = flat(
    page("deputies:activity_list", f"{STAFF} leader"),
    form(page("deputies:activity_plan", OFFICES)),
    record("deputies:activity_detail", "activity", READERS_HERE, led="deputy"),
    [
        row
        for name in ("activity_edit", "activity_people", "activity_cancel")
        for row in form(record(f"deputies:{name}", "activity", "district office", no="liaison deputy leader"))
    ],
    record("deputies:activity_verify", "activity", led=f"{READERS_HERE} deputy", method="POST"),
    form(page("deputies:activity_log", "deputy colleague")),
    page("deputies:participation_list", "deputy colleague"),
    page("deputies:participation_queue", STAFF),
    page("deputies:participation_verify", led=EVERYBODY, method="POST"),
    record("deputies:participation_detail", "entry_own", f"{READERS_HERE} deputy"),
    record("deputies:photo", "photo", f"{READERS_HERE} deputy"),
    form(record("deputies:participation_log", "entry_own", "deputy", no=READERS_HERE)),
    form(record("deputies:participation_log", "entry_invited", f"{STAFF_HERE} deputy", no="leader")),
)


def entry_step(step, at, ok, no, sent=302):
    """A step with an entry at a status, looked at and sent empty."""
    return form(
        record("deputies:participation_step", f"entry_{at}", ok, no=no, args={"name": step}), sent=sent
    )


ENTRY_STEPS = flat(
    entry_step("log", "invited", f"{STAFF_HERE} deputy", "leader", sent=200),
    entry_step("verify", "logged", STAFF_HERE, "deputy leader"),
    entry_step("return_entry", "logged", STAFF_HERE, "deputy leader", sent=200),
    entry_step("withdraw", "logged", "deputy", READERS_HERE),
    entry_step("mark_absent", "invited", STAFF_HERE, "deputy leader"),
    entry_step("remove", "invited", "district office", "liaison deputy leader"),
    entry_step("invite", "absent", "district office", "liaison deputy leader"),
)

# A draft is its writer's; what was handed in is read by the staff of the place and its leaders.
REPORTS = flat(
    page("reports:duty_report_list", f"{STAFF} leader"),
    page("reports:duty_report_year", f"{STAFF} leader", args={"year": 2025}),
    page("reports:duty_report_mine", "deputy colleague"),
    form(record("reports:duty_report_detail", "report_draft", "deputy")),
    record("reports:duty_report_detail", "report_submitted", f"{READERS_HERE} deputy"),
    record("reports:duty_report_pdf", "report_draft", "deputy"),
    record("reports:duty_report_pdf", "report_submitted", f"{READERS_HERE} deputy"),
    record("reports:duty_report_words", "report_draft", "deputy", args={"key": "study"}, method="POST"),
    record(
        "reports:duty_report_words",
        "report_returned",
        "deputy",
        no=READERS_HERE,
        args={"key": "study"},
        method="POST",
    ),
    Row(
        "reports:duty_report_create",
        led="deputy",
        no=f"{READERS_HERE} colleague",
        method="POST",
        records={"seat": "seat"},
        args={"year": 2022},
    ),
    Row(
        "reports:seat_pdf",
        READERS_HERE,
        no="deputy colleague clerk other_clerk gov_office sysadmin auditor",
        records={"seat": "seat"},
        args={"year": 2025},
    ),
    Row(
        "deputies:evidence",
        f"{READERS_HERE} deputy",
        no="colleague",
        records={"seat": "seat"},
        args={"key": "activities.total", "year": 2025},
    ),
    Row(
        "deputies:evidence",
        READERS_HERE,
        no="deputy colleague clerk other_clerk gov_office sysadmin auditor",
        records={"place": "town"},
        args={"key": "roster.women", "year": 2025},
    ),
)


def report_step(step, at, ok, no="", sent=302):
    return form(record("reports:duty_report_step", f"report_{at}", ok, no=no, args={"name": step}), sent=sent)


REPORT_STEPS = flat(
    report_step("submit", "draft", "deputy", sent=200),
    report_step("submit", "returned", "deputy", READERS_HERE, sent=302),
    report_step("recall", "submitted", "deputy", READERS_HERE),
    report_step("accept", "submitted", "district office", "liaison deputy leader"),
    report_step("return_report", "submitted", "district office", "liaison deputy leader", sent=200),
)

ROWS = [*DOOR, *TAKEOVER, *DEPUTIES, *ACTIVITIES, *ENTRY_STEPS, *REPORTS, *REPORT_STEPS]
