"""What this floor has to say about figures: how they stood when a report was handed in."""

from congress import figures
from congress.figures import value_of, whole
from reports.composing import number_text
from reports.enums import ReportStatus
from reports.models import FrozenFigure


@figures.remark
def as_reported(key, year, seat_id, value):
    """The value in the seat's report, where the records have changed since."""
    frozen = FrozenFigure.objects.filter(
        report__seat=seat_id,
        report__year=year,
        report__status__in=ReportStatus.frozen,
        key__in=[key, key.rpartition(".")[0]],
    )
    reported = whole(value_of(dict(frozen.values_list("key", "value")), key))
    if reported is not None and reported != value:
        yield f"提交述职报告时是{number_text(reported)}，后来记录有更正；报告仍按提交时的数字。"
