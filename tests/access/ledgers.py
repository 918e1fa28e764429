"""Who may open the registers of subsidies and of seats in congresses above."""

from tests.access.policy import OFFICES, flat, form, page, record


HERE = "district office"

SUBSIDIES = flat(
    form(page("deputies:subsidy_ledger", OFFICES)),
    page("deputies:subsidy_sheet", OFFICES),
    record("deputies:subsidy_detail", "seat", f"{HERE} deputy", no="liaison colleague leader"),
    form(record("deputies:subsidy_reverse", "subsidy", HERE, no="deputy")),
)

READERS = f"{OFFICES} liaison leader"
HIGHER = flat(
    page("deputies:higher_seat_list", READERS),
    form(page("deputies:higher_seat_add", OFFICES)),
    form(record("deputies:higher_seat_edit", "higher_seat", HERE, no="liaison deputy colleague leader")),
)

ROWS = [*SUBSIDIES, *HIGHER]
