"""Who may do what with proposals, the signatures under them and units' parts in them."""

from tests.access.policy import OFFICES, READERS_HERE, STAFF, STAFF_HERE, but, flat, form, page, record


# A draft is seen by who signs it and who is asked to; what was handed in by the area's staff; what was
# accepted by the government office too, and what was assigned by its unit.
SIGNERS = "deputy colleague"
HANDED_IN = f"{READERS_HERE} deputy"
ACCEPTED = f"{HANDED_IN} gov_office"
ASSIGNED = f"{ACCEPTED} clerk"
OFFICES_HERE = "district office"


def step(url_name, pk, name, ok, sees, sent=200):
    return form(record(url_name, pk, ok, no=but(sees, ok), args={"name": name}), sent=sent)


def proposal_step(at, name, ok, sees, sent=200):
    return step("proposals:proposal_step", f"proposal_{at}", name, ok, sees, sent)


def signature_step(at, name, sent=302, sees=SIGNERS):
    return step("proposals:sponsorship_step", f"signature_{at}", name, "colleague", sees, sent)


def assignment_step(at, name, ok, sent=200):
    return step("proposals:assignment_step", f"assignment_{at}", name, ok, ASSIGNED, sent)


PROPOSALS = flat(
    page("proposals:proposal_list", f"{STAFF} deputy colleague clerk other_clerk gov_office leader"),
    form(page("proposals:proposal_create", f"{OFFICES} deputy colleague")),
    form(page("proposals:assigning_list", f"{OFFICES} gov_office"), sent=302),
    page("proposals:assigning_paper", f"{OFFICES} gov_office"),
    page("proposals:proposal_hints", rest=405),
    page("proposals:proposal_hints", f"{OFFICES} deputy colleague", method="POST"),
    record("proposals:proposal_detail", "proposal_cosigning", SIGNERS),
    record("proposals:proposal_detail", "proposal_office", "office deputy"),
    record("proposals:proposal_detail", "proposal_submitted", HANDED_IN),
    record("proposals:proposal_detail", "proposal_accepted", ACCEPTED),
    record("proposals:proposal_detail", "proposal_assigned", ASSIGNED),
    form(record("proposals:proposal_edit", "proposal_cosigning", "deputy", no="colleague")),
    # The leading deputy writes; the office of his congress decides.
    proposal_step("cosigning", "edit", "deputy", SIGNERS),
    proposal_step("cosigning", "invite", "deputy", SIGNERS),
    proposal_step("cosigning", "submit", "deputy", SIGNERS),
    proposal_step("office", "hand_over", "office", "office deputy"),
    proposal_step("submitted", "withdraw", "deputy", HANDED_IN),
    proposal_step("submitted", "accept", OFFICES_HERE, HANDED_IN),
    proposal_step("submitted", "return", OFFICES_HERE, HANDED_IN),
    proposal_step("submitted", "reject", OFFICES_HERE, HANDED_IN),
    proposal_step("submitted", "begin_review", OFFICES_HERE, HANDED_IN, sent=302),
    proposal_step("accepted", "assign", OFFICES_HERE, ACCEPTED),
    proposal_step("accepted", "merge", OFFICES_HERE, ACCEPTED),
    proposal_step("merged", "unmerge", OFFICES_HERE, ACCEPTED, sent=302),
    proposal_step("assigned", "add_units", OFFICES_HERE, ASSIGNED),
    proposal_step("joint", "ask_withdrawal", "deputy", f"{HANDED_IN} colleague"),
    # Who signed rates; the office asks, has it handled again and files it, once that is due.
    proposal_step("replied", "rate", "deputy", ASSIGNED),
    proposal_step("replied", "urge_rating", OFFICES_HERE, ASSIGNED, sent=302),
    proposal_step("replied", "redo", OFFICES_HERE, ASSIGNED),
    proposal_step("replied", "close", OFFICES_HERE, ASSIGNED),
    proposal_step("replied_again", "rate_again", "deputy", ASSIGNED),
    proposal_step("replied_again", "refer_to_committee", OFFICES_HERE, ASSIGNED),
    proposal_step("checked", "pass_reply", OFFICES_HERE, ASSIGNED, sent=302),
    proposal_step("checked", "send_back", OFFICES_HERE, ASSIGNED),
    proposal_step("checked_again", "pass_again", OFFICES_HERE, ASSIGNED, sent=302),
    proposal_step("checked_again", "send_back_again", OFFICES_HERE, ASSIGNED),
    # What the presidium, the congress and committees decide, the office records; who put it says if the
    # answer satisfies.
    proposal_step("motion_accepted", "present", OFFICES_HERE, ACCEPTED, sent=302),
    proposal_step("motion_presidium", "put_on_agenda", OFFICES_HERE, ACCEPTED),
    proposal_step("motion_presidium", "convert", OFFICES_HERE, ACCEPTED),
    proposal_step("motion_agenda", "vote", OFFICES_HERE, ACCEPTED),
    record("proposals:proceeding_paper", "proceeding", ACCEPTED),
    record("proposals:proposal_detail", "proposal_interpellation", HANDED_IN),
    proposal_step("interpellation", "judge", "deputy", HANDED_IN),
    proposal_step("interpellation", "demand_again", f"{OFFICES_HERE} deputy", HANDED_IN),
    proposal_step("interpellation", "conclude", OFFICES_HERE, HANDED_IN, sent=302),
    # Each signs for himself.
    signature_step("invited", "confirm"),
    signature_step("invited", "decline"),
    signature_step("confirmed", "leave"),
    signature_step("asked_back", "agree", sees=f"{HANDED_IN} colleague"),
    signature_step("asked_back", "refuse", sees=f"{HANDED_IN} colleague"),
)

ASSIGNMENTS = flat(
    record("proposals:reply_attachment", "proposal_reply", ASSIGNED),
    record("proposals:reply_attachment", "bare_proposal_reply"),
    assignment_step("issued", "accept", "clerk", sent=302),
    assignment_step("issued", "request_return", "clerk"),
    assignment_step("accepted", "request_extension", "clerk"),
    assignment_step("accepted", "reply", "clerk"),
    assignment_step("accepted", "draft_reply", "clerk"),
    assignment_step("accepted", "contact", "clerk"),
    assignment_step("issued", "declare_absent", OFFICES_HERE),
    assignment_step("returning", "confirm_return", OFFICES_HERE, sent=302),
    assignment_step("returning", "refuse_return", OFFICES_HERE, sent=302),
    assignment_step("extending", "grant_extension", OFFICES_HERE),
    assignment_step("extending", "refuse_extension", OFFICES_HERE, sent=302),
    assignment_step("issued", "cancel", OFFICES_HERE),
)

# Who sees a proposal prints it and its replies; forms and orders are printed by whose work they are.
PAPERS = flat(
    form(page("proposals:ledger_paper", f"{STAFF} leader gov_office")),
    form(page("proposals:ledger_export", f"{STAFF} leader gov_office")),
    record("proposals:proposal_paper", "proposal_cosigning", SIGNERS, args={"name": "sheet"}),
    record("proposals:proposal_paper", "proposal_submitted", HANDED_IN, args={"name": "sheet"}),
    record(
        "proposals:proposal_paper",
        "proposal_replied",
        f"{STAFF_HERE} deputy",
        no="leader gov_office clerk",
        args={"name": "ratings"},
    ),
    record(
        "proposals:assignment_paper",
        "assignment_issued",
        f"{STAFF_HERE} clerk",
        no="leader deputy gov_office",
    ),
    record(
        "proposals:urging_paper",
        "assignment_issued",
        led=f"{STAFF_HERE} clerk",
        no="leader deputy gov_office",
    ),
    record("proposals:reply_paper", "proposal_reply", ASSIGNED),
    record("proposals:reply_papers", "proposal_reply", ASSIGNED),
)

READERS = f"{READERS_HERE} other_office deputy colleague clerk other_clerk gov_office"
PUBLICATION = flat(
    page("proposals:publication_list", f"{READERS} foreign"),
    record("proposals:publication_detail", "proposal_published", READERS),
    page("proposals:publication_pending", OFFICES, args={"state": "pending"}),
    step("proposals:proposal_step", "proposal_replied", "publish", OFFICES_HERE, ASSIGNED),
    step("proposals:proposal_step", "proposal_replied", "withhold", OFFICES_HERE, ASSIGNED),
    step("proposals:proposal_step", "proposal_published", "unpublish", OFFICES_HERE, ASSIGNED),
)

FOLLOWERS = f"{STAFF} leader gov_office clerk other_clerk"
STATISTICS = flat(
    page("proposals:statistics", led=FOLLOWERS),
    page("proposals:statistics_by", FOLLOWERS, args={"by": "kind"}),
    page("proposals:statistics_sheet", FOLLOWERS, args={"by": "kind"}),
    page(
        "proposals:statistics_records",
        FOLLOWERS,
        args={"by": "kind", "part": "all", "measure": "taken"},
    ),
)

REPORTS = flat(
    form(page("proposals:report_list", f"{READERS} foreign")),
    record("proposals:report_detail", "handling_report", OFFICES_HERE),
    record("proposals:report_detail", "handling_report", led=OFFICES_HERE, method="POST"),
    record("proposals:report_paper", "handling_report", OFFICES_HERE),
    record("proposals:report_confirm", "handling_report", led=OFFICES_HERE, method="POST"),
    record("proposals:report_reopen", "handling_report", led=OFFICES_HERE, method="POST"),
)

ROWS = [*PROPOSALS, *ASSIGNMENTS, *PAPERS, *PUBLICATION, *STATISTICS, *REPORTS]
