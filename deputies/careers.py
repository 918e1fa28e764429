"""Changes of a deputy's job (domain.md B44)."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError

from congress.validation import validate_new
from congress.workflow import whole
from deputies import rules
from deputies.models import Employment


@whole
def change_job(deputy, *, by, employer, position, starts_on, sector="", elsewhere=False, note=""):
    """Close the present job on the day before ``starts_on`` and begin a new one; return it.

    The deputy's own line (工作单位及职务) and sector follow. What stood there before anything was kept
    becomes the first job of the history. Ending the seat of who has moved away is left to people.
    """
    if not rules.can_keep_career(by, deputy):
        raise PermissionDenied("这名代表的工作经历由其所属人大的工作机构维护，您不能修改。")
    present = deputy.employments.select_for_update().filter(ends_on__isnull=True).first()
    if present is None and deputy.position:
        present = Employment(deputy=deputy, position=deputy.position, sector=deputy.sector)
    if present is not None:
        if present.starts_on and present.starts_on >= starts_on:
            raise ValidationError({"starts_on": "到任日期应晚于现在这份工作的到任日期，请改正。"})
        present.ends_on = starts_on - timedelta(days=1)
        present.save()
    job = Employment(
        deputy=deputy,
        employer=employer,
        position=position,
        sector=sector,
        starts_on=starts_on,
        elsewhere=elsewhere,
        note=note,
    )
    validate_new(job)
    job.save()
    deputy.position, deputy.sector = f"{employer}{position}", sector or deputy.sector
    deputy.full_clean(exclude=["district", "user"])
    deputy.save()
    return job
