"""Sessions and their agenda; meetings, rolls and speeches to look up."""

from django.contrib import admin

from congress import audit
from congress.admin.base import HistoryAdmin, OfficeAdmin, ReadOnlyAdmin, ReadOnlyMixin
from congress.models import AgendaItem, Meeting, Session
from deputies.models import Attendance, Speech
from deputies.models.seat import naming


audit.include_changes(Attendance)
audit.include_changes(Speech)


@admin.register(Session)
class SessionAdmin(OfficeAdmin):
    index_order = 190
    place = "term.jurisdiction"
    list_display = ["number", "term", "body", "kind", "starts_on", "ends_on"]
    list_filter = ["body", "kind", ("term", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["term__jurisdiction"]
    date_hierarchy = "starts_on"
    search_fields = ["term__jurisdiction__name", "place"]
    autocomplete_fields = ["term"]
    fieldsets = [
        (
            None,
            {
                "description": "各场会议和考勤在“履职”的“会议”里登记。",
                "fields": [("term", "body"), ("kind", "number"), ("starts_on", "ends_on"), "place"],
            },
        ),
    ]

    def get_readonly_fields(self, request, obj=None):
        return ["term", "body"] if obj else []


@admin.register(Meeting)
class MeetingAdmin(ReadOnlyAdmin):
    """Meetings are entered on their own page, which opens the roll."""

    index_order = 200
    place = "session.term.jurisdiction"
    list_display = ["name", "session", "kind", "on", "part", "location"]
    list_filter = ["kind"]
    list_select_related = ["session__term__jurisdiction"]
    date_hierarchy = "on"
    search_fields = ["name"]

    @admin.display(description="地点")
    def location(self, meeting):
        return meeting.place or meeting.session.place


@admin.register(AgendaItem)
class AgendaItemAdmin(OfficeAdmin):
    index_order = 210
    place = "session.term.jurisdiction"
    list_display = ["title", "session", "order"]
    list_select_related = ["session__term__jurisdiction"]
    search_fields = ["title"]
    readonly_fields = ["session", "meeting"]
    fieldsets = [
        (
            None,
            {
                "description": "一次会议的议程，会后写上结果；新的议程在会议的页面上增加。",
                "fields": [("session", "meeting"), "order", "title", "result"],
            },
        ),
    ]


@admin.register(Attendance)
class AttendanceAdmin(ReadOnlyMixin, HistoryAdmin):
    """Marks are set on the meeting's page; here stands who changed them."""

    index_order = 220
    place = "meeting.session.term.jurisdiction"
    list_display = ["deputy", "meeting", "mark", "note", "marked_by", "recorder", "marked_at"]
    list_filter = ["mark", "marked_by", "nonvoting"]
    list_select_related = [*naming("seat__"), "meeting__session__term__jurisdiction", "recorder"]
    search_fields = ["seat__deputy__search_text"]

    @admin.display(description="代表", ordering="seat__deputy__stroke_key")
    def deputy(self, line):
        return line.seat.called


@admin.register(Speech)
class SpeechAdmin(ReadOnlyMixin, HistoryAdmin):
    """Seen by the office of the congress at which it was made, and by no other (B50)."""

    index_order = 230
    place = "meeting.session.term.jurisdiction"
    list_display = ["deputy", "meeting", "kind", "topic", "minutes"]
    list_filter = ["kind"]
    list_select_related = [*naming("seat__"), "meeting__session__term__jurisdiction"]
    search_fields = ["seat__deputy__search_text"]

    @admin.display(description="代表", ordering="seat__deputy__stroke_key")
    def deputy(self, speech):
        return speech.seat.called
