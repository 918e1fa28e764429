"""Who may do what with reception days, visitors, matters and units' parts in them."""

from tests.access.policy import OFFICES, READERS_HERE, STAFF, STAFF_HERE, but, flat, form, page, record


# Whose matter it is. Before it was referred, no unit knows of it; the government office sees only what was
# escalated; a deputy only what he received himself.
BEFORE_REFERRAL = f"{READERS_HERE} deputy"
REFERRED = f"{BEFORE_REFERRAL} clerk"
ESCALATED = f"{BEFORE_REFERRAL} gov_office"
READERS_OF_MATTERS = f"{STAFF} deputy colleague clerk other_clerk gov_office leader"
READERS_OF_STATISTICS = f"{STAFF} clerk other_clerk gov_office leader"


def step(url_name, at, name, ok, sees, sent=200):
    """A step with a record at a status: open to ``ok``, refused to the others who see the record."""
    return form(record(url_name, at, ok, no=but(sees, ok), args={"name": name}), sent=sent)


def day_step(at, name, ok, sent=200):
    return step("reception:day_step", f"day_{at}", name, ok, f"{READERS_HERE} deputy colleague", sent)


def turn_step(name, ok, sent=200):
    return step("reception:turn_step", "turn", name, ok, f"{READERS_HERE} deputy", sent)


def plan_step(at, name, ok, sent=200):
    return step("reception:plan_step", f"plan_{at}", name, ok, f"{READERS_HERE} deputy colleague", sent)


def opinion_step(at, name, ok, sees, sent=200):
    return step("reception:opinion_step", f"opinion_{at}", name, ok, sees, sent)


def referral_step(at, name, ok, sees=REFERRED, sent=200):
    return step("reception:referral_step", f"referral_{at}", name, ok, sees, sent)


def undertaking_step(at, name, ok, sent=200):
    return step("reception:undertaking_step", f"undertaking_{at}", name, ok, REFERRED, sent)


DAYS = flat(
    page("reception:day_list", f"{STAFF} deputy colleague leader"),
    form(page("reception:day_create", STAFF)),
    record("reception:day_detail", "day_held", f"{READERS_HERE} deputy colleague"),
    form(
        record("reception:day_sorting", "day_held", "district office", no="liaison leader deputy colleague")
    ),
    day_step("planned", "set_rota", STAFF_HERE),
    day_step("rota_set", "publish_notice", STAFF_HERE),
    day_step("notice_published", "substitute", STAFF_HERE),
    day_step("notice_published", "excuse", STAFF_HERE),
    day_step("planned", "lead", STAFF_HERE, sent=302),
    page("reception:rota", STAFF),
    page("reception:fairness", f"{STAFF} leader", led="deputy colleague"),
    page(
        "reception:fairness_sheet",
        "office liaison other_office",
        gone="district foreign leader deputy colleague",
    ),
    page(
        "reception:fairness_turns",
        "office liaison deputy",
        gone="district foreign leader other_office colleague",
        records={"pk": "person"},
        args={"measure": "coming"},
    ),
    form(page("reception:away_list", f"{STAFF} deputy colleague")),
    record("reception:away_delete", "away", led=f"{STAFF_HERE} deputy", no="leader", method="POST"),
    page("reception:turn_list", f"{STAFF} deputy colleague"),
    form(record("reception:turn_create", "day_rota_set", f"{STAFF_HERE} deputy", no="leader colleague")),
    record("reception:turn_detail", "turn", f"{READERS_HERE} deputy"),
    turn_step("agree", ""),
    turn_step("enter_consent", STAFF_HERE),
    turn_step("grant", ""),
    turn_step("refuse", STAFF_HERE),
    turn_step("withdraw", f"{STAFF_HERE} deputy", sent=302),
    day_step("notice_published", "open", STAFF_HERE, sent=302),
    day_step("open", "hold", STAFF_HERE, sent=302),
    day_step("held", "summarise", STAFF_HERE),
    day_step("summarised", "archive", "district office", sent=302),
    day_step("planned", "postpone", "district office"),
    day_step("planned", "cancel", "district office"),
)

# Everybody reads the days; rules and plans are the staff's work, which leaders look at.
DEPUTIES_HERE = "deputy colleague"
READERS = f"{STAFF} leader"
CALENDAR = flat(
    page("reception:calendar", f"{READERS} deputy colleague"),
    page("reception:calendar_paper", f"{READERS} deputy colleague"),
    page("reception:calendar_sheet", f"{READERS} deputy colleague"),
    page("reception:plan_list", READERS),
    form(page("reception:rule_create", OFFICES)),
    form(record("reception:rule_edit", "rule", "district office", no=f"liaison leader {DEPUTIES_HERE}")),
    form(page("reception:plan_create", STAFF)),
    record("reception:plan_detail", "plan_draft", READERS_HERE, no=DEPUTIES_HERE),
    record("reception:plan_paper", "plan_draft", READERS_HERE, no=DEPUTIES_HERE),
    plan_step("draft", "adjust", STAFF_HERE),
    plan_step("draft", "adopt", "district office"),
    plan_step("adopted", "supplement", "district office"),
)

# A draft is for those who prepare and approve it; deputies read what is posted.
NOTICES = flat(
    record(
        "reception:notice_draft",
        "day_rota_set",
        led=STAFF_HERE,
        no=f"leader {DEPUTIES_HERE}",
        method="POST",
    ),
    record("reception:notice_detail", "notice", READERS_HERE),
    record("reception:notice_poster", "notice", READERS_HERE, args={"size": "a4"}),
    step("reception:notice_step", "notice", "revise", STAFF_HERE, READERS_HERE),
    step("reception:notice_step", "notice", "approve", "district office", READERS_HERE, sent=302),
    step("reception:notice_step", "notice", "publish", STAFF_HERE, READERS_HERE),
)

# A visitor's data is shown, for a logged reason, to who needs it for his task (D10), and to nobody else.
VISITS = flat(
    form(page("reception:ledger_export", STAFF)),
    form(page("reception:visit_create", f"{STAFF} deputy colleague")),
    page("reception:form_blank", f"{STAFF} deputy colleague"),
    form(record("reception:form_filled", "visit", f"{STAFF_HERE} deputy", no="leader clerk")),
    page("reception:visit_suggest", f"{STAFF} deputy colleague", method="POST"),
    form(record("reception:visitor_reveal", "visitor", f"{STAFF_HERE} deputy clerk", no="leader")),
    form(record("reception:visitor_correct", "visitor", STAFF_HERE, no="leader deputy clerk")),
    form(record("reception:visitor_erase", "visitor", "district office", no="liaison leader deputy clerk")),
    form(page("reception:data_expired", OFFICES)),
    page("reception:data_log", OFFICES),
    form(record("reception:visitor_reveal", "early_visitor", f"{STAFF_HERE} deputy", no="leader")),
    form(
        record(
            "reception:visitor_reveal", "escalated_visitor", f"{STAFF_HERE} deputy", no="leader gov_office"
        )
    ),
)

APPOINTMENTS = flat(
    page("reception:appointment_list", f"{READERS} deputy colleague"),
    form(page("reception:appointment_create", f"{STAFF} deputy colleague")),
    record("reception:appointment_detail", "appointment_asked", f"{READERS_HERE} deputy"),
    *(
        step(
            "reception:appointment_step",
            f"appointment_{at}",
            name,
            f"{STAFF_HERE} deputy",
            f"{READERS_HERE} deputy",
        )
        for at, name in (
            ("asked", "agree"),
            ("asked", "decline"),
            ("asked", "withdraw"),
            ("agreed", "hold"),
            ("agreed", "miss"),
        )
    ),
    form(record("reception:visitor_reveal", "asker", f"{STAFF_HERE} deputy", no="leader")),
)

OPINIONS = flat(
    page("reception:completeness", f"{STAFF} leader"),
    page("reception:completeness_sheet", f"{STAFF} leader"),
    page("reception:opinion_list", READERS_OF_MATTERS),
    page("reception:opinion_convert", led=f"{OFFICES} deputy colleague"),
    record("reception:opinion_detail", "opinion_triaged", BEFORE_REFERRAL),
    record("reception:opinion_detail", "opinion_copied", BEFORE_REFERRAL, led="clerk"),
    record("reception:opinion_detail", "opinion_escalated", ESCALATED),
    # The place decides.
    opinion_step("draft", "register", STAFF_HERE, BEFORE_REFERRAL, sent=302),
    opinion_step("registered", "triage", "district office", BEFORE_REFERRAL),
    opinion_step("triaged", "explain", "district office", BEFORE_REFERRAL),
    opinion_step("triaged", "refer", "district office", BEFORE_REFERRAL),
    opinion_step("triaged", "not_accept", "district office", BEFORE_REFERRAL),
    opinion_step("triaged", "convert", "district office deputy", BEFORE_REFERRAL),
    opinion_step("triaged", "escalate", "district office", BEFORE_REFERRAL),
    opinion_step("triaged", "merge", "district office", BEFORE_REFERRAL),
    opinion_step("registered", "withdraw", "district office", BEFORE_REFERRAL),
    opinion_step("draft", "withdraw", STAFF_HERE, BEFORE_REFERRAL),
    # Once escalated the district decides, and the government office shares out.
    opinion_step("escalated", "explain", "district", ESCALATED),
    opinion_step("escalated", "refer", "district gov_office", ESCALATED),
    opinion_step("escalated", "withdraw", "district", ESCALATED),
    # While a unit has it, the deputy urges; afterwards he answers, and staff ask the voter.
    opinion_step("referred", "urge", f"{STAFF_HERE} deputy", REFERRED),
    opinion_step("referred", "coordinate", f"{STAFF_HERE} deputy", REFERRED),
    opinion_step("referred", "reassign", "district office", REFERRED),
    opinion_step("replied", "copy", "district office", REFERRED),
    opinion_step("copied", "answer", "district office deputy", REFERRED),
    opinion_step("converted", "inform", "district office deputy", BEFORE_REFERRAL),
    opinion_step("answered", "survey", STAFF_HERE, REFERRED),
    opinion_step("closed", "promise", "district office", REFERRED),
    opinion_step("surveyed", "redo", "district office", REFERRED),
    opinion_step("surveyed", "close", "district office", REFERRED),
    opinion_step("closed", "reopen", "district office", REFERRED),
)

# A unit's part is its own clerk's; the office that referred decides what the unit asks for.
REFERRALS = flat(
    page("reception:referral_list", READERS_OF_MATTERS),
    record("reception:referral_detail", "referral_issued", REFERRED),
    record("reception:referral_detail", "referral_escalated", f"{ESCALATED} clerk"),
    record("reception:reply_attachment", "reply", REFERRED),
    record("reception:reply_attachment", "bare_reply"),
    referral_step("issued", "accept", "clerk", sent=302),
    referral_step("issued", "request_return", "clerk"),
    referral_step("accepted", "plan", "clerk"),
    referral_step("accepted", "request_extension", "clerk"),
    referral_step("accepted", "reply", "clerk"),
    referral_step("accepted", "receipt", "clerk"),
    referral_step("returning", "confirm_return", "district office", sent=302),
    referral_step("returning", "refuse_return", "district office", sent=302),
    referral_step("extending", "grant_extension", "district office"),
    referral_step("extending", "refuse_extension", "district office", sent=302),
    referral_step("issued", "cancel", "district office"),
    referral_step("escalated", "cancel", "district gov_office", f"{ESCALATED} clerk"),
)

# The unit tells of its promises, the office says whether they are kept, the deputy tells the voter.
UNDERTAKINGS = flat(
    page("reception:undertaking_list", READERS_OF_MATTERS),
    page("reception:undertaking_sheet", but(READERS_OF_MATTERS, "deputy colleague")),
    record("reception:undertaking_detail", "undertaking_open", REFERRED),
    record("reception:undertaking_proof", "undertaking_reported", REFERRED),
    record("reception:undertaking_proof", "undertaking_open"),
    undertaking_step("open", "progress", "clerk"),
    undertaking_step("open", "report_kept", "clerk"),
    undertaking_step("reported", "confirm", "district office", sent=302),
    undertaking_step("reported", "send_back", "district office"),
    undertaking_step("open", "move", "district office"),
    undertaking_step("open", "give_up", "district office"),
    undertaking_step("not_feasible", "resume", "district office"),
    undertaking_step("kept", "tell", "district office deputy"),
)

# Who looks after a place or handles its matters; nobody is told of a part in which he sees no matter.
STATISTICS = flat(
    page("reception:statistics", led=READERS_OF_STATISTICS),
    page("reception:statistics_by", READERS_OF_STATISTICS, args={"by": "category"}),
    page("reception:statistics_by", f"{READERS} gov_office", gone="clerk other_clerk", args={"by": "unit"}),
    page("reception:statistics_sheet", READERS_OF_STATISTICS, args={"by": "category"}),
    page(
        "reception:statistics_records",
        READERS_OF_STATISTICS,
        args={"by": "category", "part": "all", "measure": "taken"},
    ),
    page(
        "reception:statistics_records",
        f"{STAFF_HERE} leader",
        gone="other_office foreign clerk other_clerk gov_office",
        records={"part": "seat"},
        args={"by": "deputy", "measure": "taken"},
    ),
)

# Papers are printed by whose work they are; the voter's name only by who answers him, for a reason.
PAPERS = flat(
    record(
        "reception:opinion_paper",
        "opinion_copied",
        f"{STAFF_HERE} deputy",
        no="leader clerk",
        args={"name": "copies"},
    ),
    record(
        "reception:opinion_paper",
        "opinion_answered",
        STAFF_HERE,
        no="leader deputy clerk",
        args={"name": "survey-blank"},
    ),
    form(
        record(
            "reception:opinion_letter", "opinion_copied", "district office deputy", no="liaison leader clerk"
        )
    ),
    record("reception:referral_paper", "referral_issued", f"{STAFF_HERE} clerk", no="leader deputy"),
    record(
        "reception:referral_paper", "referral_escalated", f"{STAFF_HERE} gov_office clerk", no="leader deputy"
    ),
    record(
        "reception:day_paper",
        "day_held",
        STAFF_HERE,
        no="leader deputy colleague",
        args={"name": "summary"},
    ),
    form(page("reception:period_paper", STAFF)),
)

ROWS = [
    *DAYS,
    *CALENDAR,
    *NOTICES,
    *VISITS,
    *APPOINTMENTS,
    *OPINIONS,
    *REFERRALS,
    *UNDERTAKINGS,
    *STATISTICS,
    *PAPERS,
]
