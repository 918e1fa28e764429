"""Who prints which papers of the deputies' floor."""

from tests.access.policy import READERS_HERE, STAFF_HERE, flat, record


# That a congress has a term and sits is known to all who work there, units' clerks included.
UNITS_HERE = "clerk other_clerk gov_office"
ROWS = flat(
    record("deputies:term_roster", "term", f"{READERS_HERE} deputy colleague", no=UNITS_HERE),
    record(
        "deputies:term_cards", "term", "district office", no=f"liaison leader deputy colleague {UNITS_HERE}"
    ),
    record("deputies:session_roll", "session", STAFF_HERE, no=f"leader deputy colleague {UNITS_HERE}"),
    record("deputies:session_sheet", "session", STAFF_HERE, no=f"leader deputy colleague {UNITS_HERE}"),
    record("deputies:certificate", "seat", "district office", no="liaison leader deputy colleague"),
)
