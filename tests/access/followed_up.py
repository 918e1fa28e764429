"""Who may do what with promises, urgings and supervision."""

from tests.access.policy import STAFF, flat, page, record
from tests.access.proposals import ASSIGNED, OFFICES_HERE, assignment_step, proposal_step, step


OVERSEERS = f"{STAFF} gov_office leader"
READERS = f"{OVERSEERS} clerk other_clerk"


def commitment_step(at, name, ok, sent=200):
    return step("proposals:commitment_step", f"commitment_{at}", name, ok, ASSIGNED, sent)


def key_step(name):
    return step("proposals:key_step", "key_ongoing", name, OFFICES_HERE, ASSIGNED)


COMMITMENTS = flat(
    page("proposals:commitment_list", f"{READERS} deputy colleague"),
    page("proposals:commitment_sheet", READERS),
    record("proposals:commitment_detail", "commitment_open", ASSIGNED),
    record("proposals:commitment_proof", "commitment_reported", ASSIGNED),
    record("proposals:commitment_proof", "commitment_open"),
    # The unit tells of its promises, the office of the congress says whether they are kept.
    commitment_step("open", "progress", "clerk"),
    commitment_step("open", "report_kept", "clerk"),
    commitment_step("reported", "confirm", OFFICES_HERE, sent=302),
    commitment_step("reported", "send_back", OFFICES_HERE),
    commitment_step("open", "move", OFFICES_HERE),
    commitment_step("open", "give_up", OFFICES_HERE),
    commitment_step("not_feasible", "resume", OFFICES_HERE),
    proposal_step("replied", "promise", f"{OFFICES_HERE} clerk", ASSIGNED),
)

URGING = flat(
    assignment_step("accepted", "urge", OFFICES_HERE),
    assignment_step("accepted", "receipt", "clerk"),
)

SUPERVISION = flat(
    page("proposals:key_list", f"{READERS} deputy colleague"),
    record("proposals:key_detail", "key_ongoing", ASSIGNED),
    key_step("adjust"),
    key_step("conclude"),
    key_step("carry_on"),
    proposal_step("assigned", "key", OFFICES_HERE, ASSIGNED),
    proposal_step("assigned", "inspect", OFFICES_HERE, ASSIGNED),
    proposal_step("assigned", "inspect_result", OFFICES_HERE, ASSIGNED),
)

OVERDUE = flat(
    page("proposals:overdue", led=READERS),
    page("proposals:overdue_by", READERS, args={"by": "unit"}),
    page("proposals:overdue_by", OVERSEERS, gone="clerk other_clerk", args={"by": "leader"}),
    page("proposals:overdue_records", READERS, args={"by": "unit", "part": "all", "kind": "late"}),
    page("proposals:overdue_sheet", READERS, args={"by": "unit", "part": "all", "kind": "late"}),
)

ROWS = [*OVERDUE, *COMMITMENTS, *URGING, *SUPERVISION]
