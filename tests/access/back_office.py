"""Who may do what in the admin, table by table."""

from dataclasses import dataclass

from tests.access.policy import EVERYBODY, IN_ADMIN, OFFICES, Row, but, form, page


HERE = "district office"
DISTRICTS = "district foreign"


@dataclass(frozen=True)
class Table:
    """A model's pages: who opens its list, sees its record of the world, adds, changes, deletes, exports.

    Who sees a record but may not do a thing with it is refused; for who does not see it, it is not there.
    ``refused`` are those to whom the record is no secret but who have no business with it. Who has no place
    in the admin is refused everywhere. ``changed`` is what an empty change answers; ``version`` is a record
    of the history.
    """

    model: str
    record: str
    lists: str
    sees: str
    adds: str = ""
    changes: str = ""
    deletes: str = ""
    exports: str | None = None
    refused: str = ""
    changed: int = 200
    version: str = ""

    @property
    def rows(self):
        rows = [
            page(self._url("changelist"), self.lists),
            *form(page(self._url("add"), self.adds)),
            self._of_record("change", self.sees),
            self._of_record("change", self.changes, method="POST", answer=self.changed),
            self._of_record("delete", self.deletes),
            self._of_record("history", self.sees),
        ]
        if self.version:
            records = {"object_id": self.record, "version_id": self.version}
            rows.append(self._of_record("simple_history", self.sees, records=records))
        if self.exports is not None:
            rows.append(page(self._url("export"), self.exports))
        return rows

    def _url(self, name):
        return f"admin:{self.model.replace('.', '_')}_{name}"

    def _of_record(self, name, ok, **row):
        row = {"records": {"object_id": self.record}} | row
        return Row(self._url(name), ok, gone=but(IN_ADMIN, f"{self.sees} {self.refused}"), rest=403, **row)


def own(model, record, **table):
    """What an office keeps for its own area."""
    return Table(model, record, OFFICES, HERE, **{"adds": OFFICES, "changes": HERE} | table)


def looked_up(model, record):
    """What an office writes on other pages, and only looks up here."""
    return Table(model, record, OFFICES, HERE)


def audited(model, record):
    """What the auditor reads, and nobody changes."""
    return Table(model, record, "auditor", "auditor", refused=IN_ADMIN)


def choices(app, model, name):
    return {"app_label": app, "model_name": model, "field_name": name}


TABLES = [
    # The administrator keeps accounts, areas and the calendar, and sees no business data.
    Table(
        "congress.user",
        "account",
        *["sysadmin"] * 4,
        refused=IN_ADMIN,
        version="account_version",
    ),
    Table(
        "congress.jurisdiction",
        "town",
        lists=f"{OFFICES} sysadmin",
        sees=f"{HERE} sysadmin",
        adds=f"{DISTRICTS} sysadmin",
        changes="district sysadmin",
    ),
    Table(
        "congress.holiday",
        "holiday",
        lists=f"{OFFICES} sysadmin",
        sees=f"{OFFICES} sysadmin",
        adds="sysadmin",
        changes="sysadmin",
        deletes="sysadmin",
        refused="auditor",
    ),
    # Units are the district's; a town changes its own.
    Table(
        "congress.unit",
        "unit",
        lists=f"{OFFICES} sysadmin",
        sees=f"{HERE} other_office sysadmin",
        adds=OFFICES,
        changes=HERE,
        exports=OFFICES,
        version="unit_version",
    ),
    Table(
        "congress.resultclass",
        "result_class",
        lists=DISTRICTS,
        sees="district",
        adds=DISTRICTS,
        changes="district",
        deletes="district",
        refused="office other_office",
    ),
    # What was set while importing is undone here by who set it; a district sees what its towns set.
    Table("congress.headingmapping", "heading", OFFICES, "district", deletes="district"),
    Table("congress.headingmapping", "town_heading", OFFICES, HERE, deletes="office"),
    Table("congress.meetingmapping", "heading_meeting", OFFICES, HERE, deletes="office"),
    Table("congress.markmapping", "mark", OFFICES, "district", deletes="district"),
    own("congress.officerules", "rules", changed=302, version="rules_version"),
    own("congress.term", "term"),
    own("deputies.deputy", "person", version="person_version"),
    own("deputies.seat", "seat", exports=OFFICES, version="seat_version"),
    own("deputies.seatpost", "post", adds="", version="post_version"),
    own("deputies.employment", "job", adds="", changed=302, version="job_version"),
    own("deputies.honour", "honour", adds="", deletes=HERE, version="honour_version"),
    looked_up("deputies.suspension", "suspension"),
    # That a deputy of the district is suspended is not for the town in which he was elected.
    Table("deputies.suspension", "away_suspension", OFFICES, "district"),
    looked_up("deputies.vacancy", "vacancy_open"),
    own("deputies.constituency", "constituency", exports=OFFICES, version="constituency_version"),
    own("deputies.delegation", "delegation", exports=OFFICES, version="delegation_version"),
    own("deputies.deputygroup", "group", exports=OFFICES, version="group_version"),
    own("deputies.groupmembership", "membership", deletes=HERE, version="membership_version"),
    own("deputies.station", "station", exports=OFFICES, version="station_version"),
    own("deputies.stationasset", "asset", deletes=HERE),
    own("deputies.postedrule", "posted_rule", deletes=HERE, version="posted_rule_version"),
    own("deputies.loan", "loan", version="loan_version"),
    own("congress.profile", "profile", version="profile_version"),
    # Shared by all districts: none of several keeps them.
    Table("deputies.activitykind", "kind", DISTRICTS, DISTRICTS, refused=IN_ADMIN),
    Table("proposals.proposalcategory", "proposal_category", OFFICES, OFFICES, refused=IN_ADMIN),
    Table("reception.opinioncategory", "category", OFFICES, OFFICES, refused=IN_ADMIN),
    Table("reception.wordhint", "word_hint", OFFICES, OFFICES, refused=IN_ADMIN),
    Table("reception.guidance", "guidance", OFFICES, OFFICES, refused=IN_ADMIN),
    own("congress.session", "session"),
    own("congress.agendaitem", "agenda_item", adds="", deletes=HERE),
    looked_up("congress.meeting", "meeting"),
    Table("deputies.attendance", "line", OFFICES, HERE, version="line_version"),
    Table("deputies.speech", "speech", OFFICES, "office", version="speech_version"),
    looked_up("deputies.activity", "activity"),
    looked_up("deputies.participation", "entry_own"),
    looked_up("deputies.briefing", "briefing"),
    looked_up("deputies.higherseat", "higher_seat"),
    looked_up("deputies.subsidypayment", "subsidy"),
    looked_up("deputies.cardinspection", "inspection_handed"),
    looked_up("deputies.leave", "leave_approved"),
    looked_up("deputies.credentialscase", "case_opened"),
    looked_up("proposals.proposal", "proposal_submitted"),
    looked_up("proposals.commitment", "commitment_open"),
    looked_up("proposals.keysupervision", "key_ongoing"),
    looked_up("proposals.inspection", "inspection"),
    looked_up("reception.opinion", "opinion_copied"),
    looked_up("reception.receptionday", "day_held"),
    Table("reception.receptionrule", "rule", OFFICES, HERE, deletes=HERE, version="rule_version"),
    looked_up("reception.receptionplan", "plan_draft"),
    looked_up("reception.appointment", "appointment_asked"),
    looked_up("reports.dutyreport", "report_submitted"),
    audited("reception.disclosure", "disclosure"),
    audited("reception.datachange", "data_change"),
    audited("deputies.libertylook", "liberty_look"),
    audited("deputies.retaliationlook", "retaliation_look"),
    audited("axes.accessattempt", "attempt"),
    audited("axes.accessfailurelog", "failure"),
    audited("axes.accesslog", "log_in"),
    audited("admin.logentry", "change"),
]

# The frame around the tables. There is one door and one page for passwords, and they are not here.
FRAME = [
    page("admin:index", IN_ADMIN),
    page("admin:login", led=EVERYBODY),
    page("admin:logout", IN_ADMIN, answer=405),
    page("admin:logout", led=IN_ADMIN, method="POST"),
    page("admin:password_change", led=IN_ADMIN),
    page("admin:password_change_done", led=IN_ADMIN),
    page("admin:jsi18n", IN_ADMIN),
    Row("admin:app_list", f"{OFFICES} sysadmin", gone="auditor", rest=403, args={"app_label": "congress"}),
    *[
        Row("admin:app_list", f"{OFFICES} auditor", gone="sysadmin", rest=403, args={"app_label": app})
        for app in ("deputies", "reception")
    ],
    Row("admin:auth_user_password_change", "sysadmin", rest=403, records={"id": "account"}),
    page("admin:autocomplete", OFFICES, query=choices("deputies", "seat", "deputy")),
    page("admin:autocomplete", f"{OFFICES} sysadmin", query=choices("congress", "user", "jurisdiction")),
]

# The office of a town reads a district's seat that was elected there, but not what happened to it.
HISTORY = [
    Row(name, "district", gone=but(IN_ADMIN, "district office"), rest=403, records=records)
    for name, records in (
        ("admin:deputies_seat_history", {"object_id": "away_seat"}),
        (
            "admin:deputies_seat_simple_history",
            {"object_id": "away_seat", "version_id": "away_seat_version"},
        ),
    )
]

ROWS = [*FRAME, *HISTORY, *(row for table in TABLES for row in table.rows)]
