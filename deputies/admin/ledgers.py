"""Seats above the district and payments of subsidies, to look up; both are kept on their own pages."""

from django.contrib import admin

from congress.admin.base import ReadOnlyAdmin
from deputies.models import HigherSeat, SubsidyPayment
from deputies.models.seat import naming


@admin.register(HigherSeat)
class HigherSeatAdmin(ReadOnlyAdmin):
    index_order = 108
    list_display = ["deputy", "level", "congress", "term", "elected_by", "starts_on", "ends_on"]
    list_filter = ["level"]
    list_select_related = ["deputy"]
    search_fields = ["deputy__search_text", "congress"]


@admin.register(SubsidyPayment)
class SubsidyPaymentAdmin(ReadOnlyAdmin):
    index_order = 198
    list_display = ["deputy", "year", "days", "rate", "amount", "paid_on", "by"]
    list_filter = ["year"]
    list_select_related = ["by", *naming("seat__")]
    search_fields = ["seat__deputy__search_text", "decision"]

    @admin.display(description="代表", ordering="seat__deputy__stroke_key")
    def deputy(self, payment):
        return payment.seat.called
