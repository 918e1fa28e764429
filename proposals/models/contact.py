"""How a unit kept in touch with the deputies while it handled their proposal (代表法第五十一条, D2)."""

from django.conf import settings
from django.db import models

from congress import clock
from proposals.enums import ContactMode
from proposals.models.assignment import Assignment
from proposals.models.sponsorship import Sponsorship


class Contact(models.Model):
    """A visit, a call, a forum or a letter, and with which of the deputies who signed."""

    assignment = models.ForeignKey(
        Assignment, verbose_name="交办", on_delete=models.PROTECT, related_name="contacts"
    )
    mode = models.CharField("联系方式", max_length=10, choices=ContactMode)
    held_on = models.DateField("联系日期")
    sponsorships = models.ManyToManyField(Sponsorship, verbose_name="联系了哪些代表", related_name="contacts")
    note = models.CharField("沟通情况", max_length=500, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="登记人", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("登记时间", default=clock.now, editable=False)

    class Meta:
        verbose_name = "联系代表"
        verbose_name_plural = "联系代表"
        ordering = ["held_on", "pk"]

    def __str__(self):
        return f"{self.assignment.unit}{self.get_mode_display()}"
