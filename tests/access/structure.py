"""Who may open the pages of how a congress is divided, of stations and of places' figures."""

from tests.access.policy import OFFICES, READERS_HERE, STAFF, STAFF_HERE, flat, form, page, record


BLIND = "clerk other_clerk gov_office sysadmin auditor"
DEPUTIES = "deputy colleague"
OTHERS = f"{DEPUTIES} {BLIND}"
READERS = f"{STAFF} leader"


def kept(name, pk, ok, no):
    """A form of a record: for staff of another place there is none."""
    return form(record(f"deputies:{name}", pk, ok, no=no))


def read(name, pk):
    return record(f"deputies:{name}", pk, READERS_HERE, no=OTHERS)


NO_OFFICE = f"liaison leader {OTHERS}"
NO_STAFF = f"leader {OTHERS}"
DIVISIONS = flat(
    [
        row
        for noun in ("constituency", "delegation", "group")
        for row in flat(
            page(f"deputies:{noun}_list", READERS),
            form(page(f"deputies:{noun}_add", OFFICES)),
            read(f"{noun}_detail", noun),
            kept(f"{noun}_edit", noun, "district office", NO_OFFICE),
        )
    ],
    kept("membership_add", "group", "district office", NO_OFFICE),
    kept("membership_edit", "membership", "district office", NO_OFFICE),
)

# A deputy reads what hangs on the walls; what is in the cupboards and lent is the staff's.
STATIONS = flat(
    page("deputies:station_list", f"{READERS} {DEPUTIES}"),
    form(page("deputies:station_add", OFFICES)),
    record("deputies:station_detail", "station", f"{READERS_HERE} {DEPUTIES}", no=BLIND),
    kept("station_edit", "station", "district office", NO_OFFICE),
    *[kept(name, "station", STAFF_HERE, NO_STAFF) for name in ("asset_add", "posted_rule_add", "loan_add")],
    kept("asset_edit", "asset", STAFF_HERE, f"leader {BLIND}"),
    kept("loan_edit", "loan", STAFF_HERE, f"leader {BLIND}"),
    kept("loan_return", "loan", STAFF_HERE, f"leader {BLIND}"),
    kept("posted_rule_edit", "posted_rule", STAFF_HERE, NO_STAFF),
    record("deputies:posted_rule_pdf", "posted_rule", f"{READERS_HERE} {DEPUTIES}", no=BLIND),
)

PLACES = flat(
    page("deputies:profile_list", READERS),
    read("profile_detail", "town"),
    kept("profile_add", "town", STAFF_HERE, NO_STAFF),
    kept("profile_edit", "profile", STAFF_HERE, NO_STAFF),
    page("deputies:composition", READERS),
    page("deputies:composition_sheet", READERS),
    page("deputies:composition_compare", "district foreign leader"),
    page("deputies:composition_compare_sheet", "district foreign leader"),
)

ROWS = [*DIVISIONS, *STATIONS, *PLACES]
