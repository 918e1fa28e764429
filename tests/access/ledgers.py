"""Who may open the registers of subsidies, seats above, honours, retaliation and inspections."""

from tests.access.policy import EVERYBODY, OFFICES, flat, form, page, record


HERE = "district office"


def _step(name, record_name, ok, **row):
    return record("deputies:inspection_step", record_name, ok, args={"name": name}, **row)


def _briefing(name):
    args = {"name": name}
    return record("deputies:briefing_step", "briefing", HERE, no="liaison leader deputy", args=args)


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

# A unit reads of an inspection once it was handed to it, and answers with its own account.
INSPECTION_READERS = f"{HERE} liaison leader deputy"
INSPECTIONS = flat(
    page("deputies:inspection_list", f"{READERS} deputy colleague clerk other_clerk"),
    page("deputies:inspection_sheet", READERS),
    form(page("deputies:inspection_add", f"{OFFICES} deputy colleague")),
    record("deputies:inspection_detail", "inspection_recorded", INSPECTION_READERS),
    record("deputies:inspection_detail", "inspection_handed", f"{INSPECTION_READERS} clerk"),
    *(
        form(_step(step, "inspection_recorded", HERE, no="liaison leader deputy"), sent=sent)
        for step, sent in (("hand_over", 200), ("keep", 302), ("give_back", 200))
    ),
    form(_step("correct", "inspection_recorded", "deputy", no=f"{HERE} liaison leader")),
    form(_step("withdraw", "inspection_recorded", "deputy", no=f"{HERE} liaison leader"), sent=302),
    form(_step("withdraw", "inspection_by_office", HERE, no="deputy liaison leader"), sent=302),
    form(_step("report", "inspection_handed", f"{HERE} clerk", no="deputy liaison leader")),
    form(_step("improve", "inspection_reported", f"{HERE} clerk", no="deputy liaison leader")),
    form(_step("ask_improvement", "inspection_reported", HERE, no="clerk deputy liaison leader")),
    form(_step("close", "inspection_reported", HERE, no="clerk deputy liaison leader"), sent=302),
)

BRIEFING_READERS = f"{HERE} liaison leader"
BRIEFINGS = flat(
    page("deputies:briefing_list", f"{READERS} deputy colleague"),
    form(page("deputies:briefing_add", OFFICES)),
    record("deputies:briefing_detail", "briefing", f"{BRIEFING_READERS} deputy"),
    record("deputies:briefing_sheet", "briefing", BRIEFING_READERS, no="deputy"),
    record("deputies:briefing_file", "briefing_file", f"{BRIEFING_READERS} deputy"),
    record("deputies:briefing_told", "briefing", led=EVERYBODY),
    record("deputies:briefing_told", "briefing", led=HERE, no="liaison leader deputy", method="POST"),
    form(_briefing("remind"), sent=302),
    form(_briefing("withdraw")),
)

ROWS = [*BRIEFINGS, *INSPECTIONS, *SUBSIDIES, *HIGHER, *HONOURS, *RETALIATION]
