"""Who may open which page of sessions, meetings, rolls and speeches."""

from tests.access.policy import (
    EVERYBODY,
    OFFICES,
    READERS_HERE,
    STAFF,
    Row,
    but,
    flat,
    form,
    page,
    record,
)


BLIND = "clerk other_clerk gov_office sysadmin auditor"
DEPUTIES = "deputy colleague"
KEEPERS = "district office"
# A roll is kept by the office of the congress that sits, or one above.
OTHERS = f"liaison leader {DEPUTIES} {BLIND}"


def kept(name, pk):
    """A page of who keeps the session."""
    return form(record(f"deputies:{name}", pk, KEEPERS, no=OTHERS))


SESSIONS = flat(
    page("deputies:session_list", f"{STAFF} leader"),
    form(page("deputies:session_add", OFFICES)),
    record("deputies:session_detail", "session", READERS_HERE, led=DEPUTIES, no=BLIND),
    [row for name in ("session_edit", "meeting_add", "agenda_add") for row in kept(name, "session")],
    form(record("deputies:agenda_edit", "agenda_item", KEEPERS, no=but(OTHERS, "sysadmin auditor"))),
)

# A deputy finds his meetings on a page of his own.
MEETINGS = flat(
    page("deputies:my_meetings", DEPUTIES),
    record("deputies:meeting_detail", "meeting", READERS_HERE, led=DEPUTIES, no=BLIND),
    record(
        "deputies:meeting_detail",
        "meeting",
        led=f"{KEEPERS} {DEPUTIES}",
        no=f"liaison leader {BLIND}",
        method="POST",
    ),
    form(record("deputies:meeting_edit", "meeting", KEEPERS, no=but(OTHERS, "sysadmin auditor"))),
    record("deputies:meeting_delete", "meeting", KEEPERS, no=but(OTHERS, "sysadmin auditor")),
    record(
        "deputies:meeting_delete",
        "meeting",
        led=KEEPERS,
        no=but(OTHERS, "sysadmin auditor"),
        method="POST",
    ),
    kept("meeting_call", "meeting"),
    Row(
        "deputies:meeting_strike",
        led=KEEPERS,
        no=OTHERS,
        method="POST",
        records={"pk": "meeting", "line": "line"},
    ),
    record("deputies:sign_in_screen", "meeting", KEEPERS, no=OTHERS),
    record("deputies:sign_in_code", "meeting", KEEPERS, no=OTHERS),
    form(page("deputies:sign_in", DEPUTIES, args={"token": "forged"})),
)

# What was said is read by the deputy and by the office of that very congress (domain.md B50).
SPEECHES = flat(
    form(
        record(
            "deputies:speech_add",
            "meeting",
            f"office {DEPUTIES}",
            no=but(EVERYBODY, f"office {DEPUTIES}"),
        )
    ),
    record("deputies:speech_list", "meeting", "office", no=but(EVERYBODY, "office")),
    form(record("deputies:speech_edit", "speech", "office deputy")),
)

ROWS = [*SESSIONS, *MEETINGS, *SPEECHES]
