"""Who may open the pages of seats, terms and vacancies, and take their steps."""

from tests.access.policy import READERS_HERE, STAFF, flat, form, page, record


HERE = "district office"
REFUSED = "liaison deputy colleague leader"
# A term is no secret to the units that work for its congress; its pages are none of their business.
NOT_KEEPING = f"{REFUSED} clerk other_clerk gov_office"


def seat_step(step, at, sent=200):
    """A step with a seat at a status: the office of its congress, or the one above."""
    row = record("deputies:seat_step", f"seat_{at}", HERE, no=REFUSED, args={"name": step})
    return form(row, sent=sent)


def vacancy_step(step, at, sent=200):
    row = record("deputies:vacancy_step", f"vacancy_{at}", HERE, no="liaison leader", args={"name": step})
    return form(row, sent=sent)


SEATS = flat(
    seat_step("confirm", "elected"),
    seat_step("invalidate", "elected"),
    seat_step("suspend", "confirmed"),
    seat_step("resume", "suspended"),
    seat_step("end", "confirmed"),
    seat_step("announce", "ended"),
    seat_step("correct_end", "ended"),
    seat_step("restore", "ended"),
    form(record("deputies:seat_edit", "seat", HERE, no=REFUSED), sent=302),
    form(record("deputies:post_add", "seat", HERE, no=REFUSED)),
    form(record("deputies:post_edit", "post", HERE, no=REFUSED)),
    form(record("deputies:job_change", "person", "district office", no=REFUSED)),
)

TERMS = flat(
    page("deputies:term_list", f"{STAFF} leader"),
    record("deputies:term_detail", "term", READERS_HERE, no="deputy colleague clerk other_clerk gov_office"),
    *(
        form(record(f"deputies:{name}", "term", HERE, no=NOT_KEEPING), sent=sent)
        for name, sent in (
            ("term_edit", 200),
            ("seat_elect", 200),
            ("seat_confirm_all", 200),
            ("turnover", 200),
        )
    ),
)

VACANCIES = flat(
    page("deputies:vacancy_list", f"{STAFF} leader"),
    record("deputies:vacancy_detail", "vacancy_open", READERS_HERE),
    vacancy_step("schedule", "open"),
    vacancy_step("fill", "open"),
    vacancy_step("leave", "open"),
    vacancy_step("reopen", "left", sent=302),
)

ROWS = [*SEATS, *TERMS, *VACANCIES]
