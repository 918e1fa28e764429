"""What deputies do between the sessions."""

from django.urls import path

from deputies.views import activity, briefing, duty, evidence, inspection, participation, subsidy


# /deputies/duty/
duty_urls = [
    path("duty/", duty.duty_home, name="duty_home"),
    path("duty/<int:pk>/", duty.duty, name="duty"),
]

# /deputies/evidence/: the same name twice, for a seat and for a place
evidence_urls = [
    path("evidence/<str:key>/<int:year>/seat/<int:seat>/", evidence.evidence, name="evidence"),
    path("evidence/<str:key>/<int:year>/place/<int:place>/", evidence.evidence, name="evidence"),
]

# /deputies/duty/activities/
activity_urls = [
    path("duty/activities/", activity.ActivityList.as_view(), name="activity_list"),
    path("duty/activities/plan/", activity.activity_plan, name="activity_plan"),
    path("duty/activities/log/", participation.activity_log, name="activity_log"),
    path("duty/activities/<int:pk>/", activity.activity_detail, name="activity_detail"),
    path("duty/activities/<int:pk>/edit/", activity.activity_edit, name="activity_edit"),
    path("duty/activities/<int:pk>/people/", activity.activity_people, name="activity_people"),
    path("duty/activities/<int:pk>/cancel/", activity.activity_cancel, name="activity_cancel"),
    path("duty/activities/<int:pk>/verify/", activity.activity_verify, name="activity_verify"),
]

# /deputies/duty/entries/
participation_urls = [
    path("duty/entries/", participation.ParticipationList.as_view(), name="participation_list"),
    path("duty/entries/waiting/", participation.ParticipationQueue.as_view(), name="participation_queue"),
    path("duty/entries/verify/", participation.participation_verify, name="participation_verify"),
    path("duty/entries/<int:pk>/", participation.participation_detail, name="participation_detail"),
    path("duty/entries/<int:pk>/log/", participation.participation_log, name="participation_log"),
    path("duty/entries/<int:pk>/<str:name>/", participation.participation_step, name="participation_step"),
    path("duty/photos/<int:pk>/", participation.photo, name="photo"),
]

# /deputies/duty/inspections/
inspection_urls = [
    path("duty/inspections/", inspection.InspectionList.as_view(), name="inspection_list"),
    path("duty/inspections/sheet/", inspection.inspection_sheet, name="inspection_sheet"),
    path("duty/inspections/add/", inspection.inspection_add, name="inspection_add"),
    path("duty/inspections/<int:pk>/", inspection.inspection_detail, name="inspection_detail"),
    path("duty/inspections/<int:pk>/<str:name>/", inspection.inspection_step, name="inspection_step"),
]

# /deputies/duty/briefings/
briefing_urls = [
    path("duty/briefings/", briefing.BriefingList.as_view(), name="briefing_list"),
    path("duty/briefings/add/", briefing.briefing_add, name="briefing_add"),
    path("duty/briefings/<int:pk>/", briefing.briefing_detail, name="briefing_detail"),
    path("duty/briefings/<int:pk>/sheet/", briefing.briefing_sheet, name="briefing_sheet"),
    path("duty/briefings/<int:pk>/told/", briefing.briefing_told, name="briefing_told"),
    path("duty/briefings/files/<int:pk>/", briefing.briefing_file, name="briefing_file"),
    path("duty/briefings/<int:pk>/<str:name>/", briefing.briefing_step, name="briefing_step"),
]

# /deputies/duty/subsidies/
subsidy_urls = [
    path("duty/subsidies/", subsidy.subsidy_ledger, name="subsidy_ledger"),
    path("duty/subsidies/sheet/", subsidy.subsidy_sheet, name="subsidy_sheet"),
    path("duty/subsidies/seats/<int:pk>/", subsidy.subsidy_detail, name="subsidy_detail"),
    path("duty/subsidies/payments/<int:pk>/reverse/", subsidy.subsidy_reverse, name="subsidy_reverse"),
]

urlpatterns = [
    *duty_urls,
    *evidence_urls,
    *activity_urls,
    *participation_urls,
    *inspection_urls,
    *briefing_urls,
    *subsidy_urls,
]
