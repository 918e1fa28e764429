"""The ends of seats that a roster tells: each by its step, as if somebody had registered it."""

from congress.registers.report import Change
from deputies import by_election, seat_workflow
from deputies.enums import EndGround, SeatStatus, StartGround, VacancyStatus
from deputies.models import Seat, Vacancy
from deputies.models.tenure import VACANT_SINCE


TAKEN_OVER = "按代表名册导入"


class Ends:
    """Ends and corrects the seats of one sheet; who came after whom is matched when all are in."""

    def __init__(self, area):
        self.area = area
        self.terms = set()

    def end(self, row, seat, ends_on, **told):
        """Let ``seat`` end as the row tells; return the Changes in words. A blank cell ends nothing.

        ``told``: ground and announcement, blank where the row does not tell them.
        """
        self.terms.add(seat.term_id)
        after = {"ends_on": ends_on} | {name: value or getattr(seat, name) for name, value in told.items()}
        before = {name: getattr(seat, name) for name in after}
        if ends_on is None or after == before:
            return ()
        if seat.status == SeatStatus.INVALID:
            row.warn("seat_invalid", "这名代表已确定当选无效，离任情况不导入", "name")
            return ()
        is_ended = seat.status == SeatStatus.ENDED
        step = seat_workflow.correct_end if is_ended else seat_workflow.end
        step(seat, by=self.area.by, note=TAKEN_OVER, taken_over=True, **after)
        return tuple(_changes(before, seat))

    def match_by_elections(self):
        """Fill the vacancies that by-elected deputies of the sheet have filled, the earliest first."""
        of_terms = Seat.objects.filter(term__in=self.terms)
        elected = list(
            of_terms.filter(start_ground=StartGround.BY_ELECTED, constituency__isnull=False, fills=None)
            .exclude(starts_on=None)
            .exclude(status=SeatStatus.INVALID)
            .order_by("starts_on", "pk")
        )
        if not elected:
            return
        waiting = list(
            Vacancy.objects.filter(seat__term__in=self.terms, status__in=VacancyStatus.waiting)
            .select_related("seat")
            .order_by(VACANT_SINCE, "pk")
        )
        for seat in elected:
            where = seat.term_id, seat.constituency_id
            for vacancy in waiting:
                left = vacancy.seat
                if (left.term_id, left.constituency_id) == where and vacancy.since < seat.starts_on:
                    waiting.remove(vacancy)
                    by_election.match(vacancy, seat, by=self.area.by)
                    break


def _changes(before, seat):
    """What ended, as the preview shows it."""
    told = {
        "ends_on": lambda value: value.isoformat() if value else "",
        "end_ground": lambda value: EndGround(value).label if value else "",
        "announcement": str,
        "announced_on": lambda value: value.isoformat() if value else "",
    }
    for field, words in told.items():
        old, new = words(before[field]), words(getattr(seat, field))
        if old != new:
            yield Change(str(Seat._meta.get_field(field).verbose_name), old, new)
