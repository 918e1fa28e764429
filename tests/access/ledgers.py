"""Who may open the ledger of subsidies, and whose."""

from tests.access.policy import OFFICES, flat, form, page, record


HERE = "district office"

SUBSIDIES = flat(
    form(page("deputies:subsidy_ledger", OFFICES)),
    page("deputies:subsidy_sheet", OFFICES),
    record("deputies:subsidy_detail", "seat", f"{HERE} deputy", no="liaison colleague leader"),
    form(record("deputies:subsidy_reverse", "subsidy", HERE, no="deputy")),
)

ROWS = [*SUBSIDIES]
