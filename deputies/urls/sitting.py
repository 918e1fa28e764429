"""Sessions, their meetings, leave and absence."""

from django.urls import path

from deputies.views import credentials, leave, meeting, session, sign_in, speech, watchlists


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

# /deputies/duty/sessions/
session_urls = [
    path("duty/sessions/", session.SessionList.as_view(), name="session_list"),
    path("duty/sessions/add/", session.session_add, name="session_add"),
    path("duty/sessions/<int:pk>/", session.session_detail, name="session_detail"),
    path("duty/sessions/<int:pk>/edit/", session.session_edit, name="session_edit"),
    path("duty/sessions/<int:pk>/meetings/add/", session.meeting_add, name="meeting_add"),
    path("duty/sessions/<int:pk>/agenda/add/", session.agenda_add, name="agenda_add"),
    path("duty/sessions/agenda/<int:pk>/edit/", session.agenda_edit, name="agenda_edit"),
]

# /deputies/duty/sessions/meetings/, and /deputies/duty/meetings/ for a deputy's own
meeting_urls = [
    path("duty/meetings/", meeting.my_meetings, name="my_meetings"),
    path("duty/sessions/meetings/<int:pk>/", meeting.meeting_detail, name="meeting_detail"),
    path("duty/sessions/meetings/<int:pk>/edit/", session.meeting_edit, name="meeting_edit"),
    path("duty/sessions/meetings/<int:pk>/delete/", session.meeting_delete, name="meeting_delete"),
    path("duty/sessions/meetings/<int:pk>/call/", meeting.meeting_call, name="meeting_call"),
    path(
        "duty/sessions/meetings/<int:pk>/lines/<int:line>/strike/",
        meeting.meeting_strike,
        name="meeting_strike",
    ),
    path("duty/sessions/meetings/<int:pk>/screen/", sign_in.sign_in_screen, name="sign_in_screen"),
    path("duty/sessions/meetings/<int:pk>/screen/code/", sign_in.sign_in_code, name="sign_in_code"),
    path("duty/meetings/<int:pk>/speeches/", speech.speech_list, name="speech_list"),
    path("duty/meetings/<int:pk>/speeches/add/", speech.speech_add, name="speech_add"),
    path("duty/meetings/speeches/<int:pk>/", speech.speech_edit, name="speech_edit"),
    path("duty/meetings/sign-in/<str:token>/", sign_in.sign_in_page, name="sign_in"),
]

# /deputies/duty/absences/
absence_urls = [
    path("duty/watchlists/", watchlists.watchlists, name="watchlists"),
    path("duty/watchlists/sheet/", watchlists.watchlists_sheet, name="watchlists_sheet"),
    path("duty/absences/", credentials.absence_list, name="absence_list"),
    path("duty/absences/seats/<int:pk>/", credentials.credentials_open, name="credentials_open"),
    path("duty/absences/cases/<int:pk>/", credentials.credentials_detail, name="credentials_detail"),
    path("duty/absences/cases/<int:pk>/<str:name>/", credentials.credentials_step, name="credentials_step"),
]

urlpatterns = [*leave_urls, *session_urls, *meeting_urls, *absence_urls]
