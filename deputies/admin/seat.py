"""Seats, and how they stand as far as each office may read it."""

from django.contrib import admin

from congress import audit
from congress.admin.base import EventInline, ExportingAdmin, HistoryAdmin, SteppingMixin
from deputies import rules
from deputies.enums import SeatStatus
from deputies.models import Seat, SeatEvent
from deputies.resources import RosterResource
from deputies.seat_workflow import seats


audit.include_changes(Seat)

# What the steps of a seat alone set.
BY_STEPS = (
    "confirmed_on",
    "confirmation",
    "ends_on",
    "end_ground",
    "decided_by",
    "announcement",
    "announced_on",
)


# What an address must not filter by: it would tell of a suspension.
UNTOLD = frozenset({"status", "status_since", "suspensions", "events"})


def standing_of(seat):
    """How the seat stands, in words; as the person may read it where its query asked so."""
    return SeatStatus(getattr(seat, "standing", seat.status)).label


class StandingFilter(admin.SimpleListFilter):
    title = "状态"
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return SeatStatus.choices

    def queryset(self, request, queryset):
        return queryset.filter(standing=self.value()) if self.value() else queryset


class SeatEventInline(EventInline):
    """For the office that keeps the seat, as on the deputy's page: it tells of suspensions."""

    model = SeatEvent

    def has_view_permission(self, request, obj=None):
        return obj is None or rules.can_keep_seat(request.user, obj)


@admin.register(Seat)
class SeatAdmin(SteppingMixin, HistoryAdmin, ExportingAdmin):
    workflow = seats
    step_url = "deputies:seat_step"
    index_order = 110
    place = "term.jurisdiction"
    resource_classes = [RosterResource]
    list_display = ["deputy", "congress", "constituency", "group", "standing", "ends_on"]
    list_filter = [
        ("term", admin.RelatedOnlyFieldListFilter),
        ("delegation", admin.RelatedOnlyFieldListFilter),
        ("group", admin.RelatedOnlyFieldListFilter),
        StandingFilter,
        "tie",
        "start_ground",
    ]
    list_select_related = ["deputy", "term__jurisdiction", "constituency", "delegation", "group"]
    ordering = ["deputy__stroke_key", "deputy", "pk"]
    search_fields = ["deputy__search_text"]
    search_help_text = "姓名、全拼或首字母"
    autocomplete_fields = ["deputy", "term", "constituency", "delegation", "group"]
    fieldsets = [
        (
            None,
            {
                "description": "一人在一届人大里的任职；兼任两级的各有一条。",
                "fields": ["deputy", "term", "constituency", "by_army", "delegation", "group"],
            },
        ),
        (
            "名册",
            {
                "description": "名册里的次序和证号，与选区的联系。",
                "fields": ["roster_order", "card_number", "tie", "remark"],
            },
        ),
        ("就任", {"description": "补选的写补选之日。", "fields": ["start_ground", "reelected", "starts_on"]}),
        (
            "资格",
            {
                "description": "确认、暂停和终止资格在办理页面上登记（代表法第六十一条至第六十三条）。",
                "fields": ["standing", *BY_STEPS],
            },
        ),
    ]
    inlines = [SeatEventInline]

    def get_queryset(self, request):
        seats = super().get_queryset(request).select_related(*self.list_select_related)
        return seats.with_standing(request.user)

    def lookup_allowed(self, lookup, value, request):
        return lookup.split("__")[0] not in UNTOLD and super().lookup_allowed(lookup, value, request)

    def may_see_history(self, user, record):
        return rules.can_keep_seat(user, record)

    def get_search_results(self, request, queryset, search_term):
        return queryset.search(search_term), False

    def get_readonly_fields(self, request, obj=None):
        return ["standing", *BY_STEPS, *(["deputy", "term"] if obj else [])]

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description="所属人大", ordering="term__jurisdiction__order")
    def congress(self, seat):
        return seat.term

    @admin.display(description="状态", ordering="standing")
    def standing(self, seat):
        return standing_of(seat)
