"""Which units are thought of for a proposal before it is assigned."""

from django.db import models

from congress.handling import UnitRole
from congress.models import Unit
from proposals.models.proposal import Proposal


class ProposedUnit(models.Model):
    """A line of the list that the assignment meeting (交办会) goes through: no unit has anything yet."""

    proposal = models.ForeignKey(
        Proposal, verbose_name="议案建议", on_delete=models.CASCADE, related_name="proposed_units"
    )
    unit = models.ForeignKey(Unit, verbose_name="单位", on_delete=models.PROTECT, related_name="+")
    role = models.CharField("承办方式", max_length=10, choices=UnitRole, default=UnitRole.LEAD)

    class Meta:
        verbose_name = "拟办单位"
        verbose_name_plural = "拟办单位"
        ordering = ["-role", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["proposal", "unit"],
                name="proposed_unit_once",
                violation_error_message="同一个单位只写一次。",
            ),
        ]

    def __str__(self):
        return f"{self.unit}（{self.get_role_display()}）"

    @property
    def column(self):
        """The column of the meeting's list in which the unit stands: ``lead``, ``co``, ``split``."""
        return self.role
