"""Who may open the registers of subsidies and of seats above, of honours and of retaliation."""

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

HONOURS = flat(
    page("deputies:honour_list", READERS),
    page("deputies:honour_sheet", READERS),
    form(page("deputies:honour_add", OFFICES)),
    form(record("deputies:honour_edit", "honour", HERE, no="liaison deputy colleague leader")),
    record("deputies:honour_proof", "honour", f"{HERE} liaison deputy colleague leader"),
)

# For everybody but two offices there is nothing, the list included.
RETALIATION = flat(
    page("deputies:retaliation_list", OFFICES, rest=404),
    form(page("deputies:retaliation_add", OFFICES, rest=404)),
    record("deputies:retaliation_detail", "retaliation", HERE),
    *(
        form(record("deputies:retaliation_step", "retaliation", HERE, args={"name": step}))
        for step in ("forward", "conclude")
    ),
)

ROWS = [*SUBSIDIES, *HIGHER, *HONOURS, *RETALIATION]
