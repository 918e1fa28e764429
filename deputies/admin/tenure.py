"""What happens to seats within their term, vacancies; where deputies have worked, what honours them."""

from django.contrib import admin

from congress import audit
from congress.admin.base import EventInline, HistoryAdmin, ReadOnlyAdmin, SteppingMixin
from deputies import rules
from deputies.models import Employment, Honour, SeatPost, Suspension, Vacancy, VacancyEvent
from deputies.vacancy_workflow import offered, vacancies


audit.include_changes(SeatPost)
audit.include_changes(Employment)
audit.include_changes(Honour)

OF_TERM = ("seat__term", admin.RelatedOnlyFieldListFilter)


class OfSeatMixin:
    """Whose record it is; its seat stays."""

    place = "seat.term.jurisdiction"
    list_select_related = ["seat__deputy", "seat__term__jurisdiction", "seat__constituency"]
    search_fields = ["seat__deputy__search_text"]
    search_help_text = "姓名、全拼或首字母"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related(*self.list_select_related)


@admin.register(SeatPost)
class SeatPostAdmin(OfSeatMixin, HistoryAdmin):
    index_order = 112
    list_display = ["seat", "post", "starts_on", "ends_on"]
    list_filter = ["post", OF_TERM]
    readonly_fields = ["seat"]
    fieldsets = [
        (
            None,
            {
                "description": "资格终止的，职务同时终止（选举法第五十四条、第五十六条）；在代表页面上登记。",
                "fields": ["seat", "post", ("starts_on", "ends_on"), "note"],
            },
        ),
    ]


@admin.register(Suspension)
class SuspensionAdmin(OfSeatMixin, ReadOnlyAdmin):
    index_order = 113
    list_display = ["seat", "ground", "starts_on", "ends_on"]
    list_filter = ["ground", OF_TERM]


class VacancyEventInline(EventInline):
    model = VacancyEvent


@admin.register(Vacancy)
class VacancyAdmin(SteppingMixin, OfSeatMixin, ReadOnlyAdmin):
    workflow = vacancies
    step_url = "deputies:vacancy_step"
    index_order = 114
    list_display = ["seat", "status", "by_election_on", "filled_by"]
    list_filter = ["status", OF_TERM]
    list_select_related = [*OfSeatMixin.list_select_related, "filled_by__deputy", "filled_by__constituency"]
    readonly_fields = ["status"]
    inlines = [VacancyEventInline]

    def steps_for(self, record, user):
        return offered(record, user)


@admin.register(Employment)
class EmploymentAdmin(HistoryAdmin):
    """Corrections; a new job is entered on the deputy's page, which closes the old one."""

    index_order = 105
    list_display = ["deputy", "employer", "position", "starts_on", "ends_on", "elsewhere"]
    list_filter = ["elsewhere", "sector"]
    list_select_related = ["deputy"]
    search_fields = ["deputy__search_text", "employer"]
    readonly_fields = ["deputy"]
    fieldsets = [
        (
            None,
            {
                "description": "更正以前的登记；换了工作的，在代表页面上用“变更工作”。",
                "fields": [
                    "deputy",
                    ("employer", "position"),
                    "sector",
                    ("starts_on", "ends_on"),
                    "elsewhere",
                    "note",
                ],
            },
        ),
    ]

    def get_queryset(self, request):
        seats = "deputy__seats__term__jurisdiction__parent", "deputy__seats__constituency__town__parent"
        return super().get_queryset(request).select_related("deputy").prefetch_related(*seats)

    def may_change(self, user, record):
        return rules.can_keep_career(user, record.deputy)


@admin.register(Honour)
class HonourAdmin(HistoryAdmin):
    """Corrections; entered on the deputy's page."""

    index_order = 106
    list_display = ["deputy", "kind", "on", "title", "awarded_by", "level"]
    list_filter = ["kind", "level"]
    list_select_related = ["deputy"]
    search_fields = ["deputy__search_text", "title"]
    readonly_fields = ["deputy"]
    fieldsets = [
        (
            None,
            {
                "description": "更正以前的登记，删去登错的；证明材料在代表页面的“修改”里换。",
                "fields": ["deputy", ("kind", "on"), "title", "facts", ("awarded_by", "level")],
            },
        ),
    ]

    def get_queryset(self, request):
        seats = "deputy__seats__term__jurisdiction__parent", "deputy__seats__constituency__town__parent"
        found = super().get_queryset(request).select_related("deputy__district__parent")
        return found.prefetch_related(*seats)

    def may_change(self, user, record):
        return rules.can_keep_honours(user, record.deputy)
