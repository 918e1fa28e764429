"""Addresses of this floor, one list a noun."""

from django.urls import path

from deputies.views import activity, deputy, duty, evidence, leave, paper, participation, roll_sheet


app_name = "deputies"

# /deputies/
deputy_urls = [
    path("", deputy.DeputyList.as_view(), name="deputy_list"),
    path("<int:pk>/", deputy.deputy_detail, name="deputy_detail"),
    path("<int:pk>/edit/", deputy.deputy_edit, name="deputy_edit"),
]

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

# /deputies/papers/
paper_urls = [
    path("papers/terms/<int:pk>/roster.pdf", paper.roster, name="term_roster"),
    path("papers/terms/<int:pk>/cards.pdf", paper.cards, name="term_cards"),
    path("papers/sessions/<int:pk>/roll.pdf", paper.roll, name="session_roll"),
    path("papers/sessions/<int:pk>/roll.xlsx", roll_sheet.roll_sheet, name="session_sheet"),
    path("papers/seats/<int:pk>/certificate/", paper.certificate, name="certificate"),
]

# /deputies/duty/leaves/
leave_urls = [
    path("duty/leaves/", leave.LeaveList.as_view(), name="leave_list"),
    path("duty/leaves/mine/", leave.leave_mine, name="leave_mine"),
    path("duty/leaves/register/", leave.leave_start, name="leave_start"),
    path("duty/leaves/record/", leave.leave_record, name="leave_record"),
    path("duty/leaves/session/<int:pk>/", leave.leave_session, name="leave_session"),
    path("duty/leaves/activity/<int:pk>/", leave.leave_activity, name="leave_activity"),
    path("duty/leaves/<int:pk>/", leave.leave_detail, name="leave_detail"),
    path("duty/leaves/<int:pk>/evidence/", leave.leave_evidence, name="leave_evidence"),
    path("duty/leaves/<int:pk>/<str:name>/", leave.leave_step, name="leave_step"),
]

urlpatterns = [
    *deputy_urls,
    *duty_urls,
    *evidence_urls,
    *activity_urls,
    *participation_urls,
    *paper_urls,
    *leave_urls,
]
