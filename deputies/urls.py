"""Addresses of this floor, one list a noun."""

from django.urls import path

from deputies.views import (
    activity,
    composition,
    constituency,
    credentials,
    deputy,
    division,
    duty,
    employment,
    evidence,
    finding,
    guide,
    higher_seat,
    honour,
    leave,
    liberty,
    meeting,
    paper,
    participation,
    profile,
    retaliation,
    roll_sheet,
    seat,
    session,
    sign_in,
    speech,
    station,
    subsidy,
    term,
    vacancy,
    watchlists,
)


app_name = "deputies"

# /deputies/
deputy_urls = [
    path("", deputy.DeputyList.as_view(), name="deputy_list"),
    path("<int:pk>/", deputy.deputy_detail, name="deputy_detail"),
    path("<int:pk>/edit/", deputy.deputy_edit, name="deputy_edit"),
    path("<int:pk>/photo/", deputy.portrait, name="portrait"),
    path("find/", finding.seat_find, name="seat_find"),
    path("find/people/", finding.deputy_find, name="deputy_find"),
    path("guide/", guide.guide, name="guide"),
]

# /deputies/higher/
higher_seat_urls = [
    path("higher/", higher_seat.HigherSeatList.as_view(), name="higher_seat_list"),
    path("higher/add/", higher_seat.higher_seat_add, name="higher_seat_add"),
    path("higher/<int:pk>/edit/", higher_seat.higher_seat_edit, name="higher_seat_edit"),
]

# /deputies/honours/
honour_urls = [
    path("honours/", honour.HonourList.as_view(), name="honour_list"),
    path("honours/sheet/", honour.honour_sheet, name="honour_sheet"),
    path("honours/add/", honour.honour_add, name="honour_add"),
    path("honours/<int:pk>/edit/", honour.honour_edit, name="honour_edit"),
    path("honours/<int:pk>/proof/", honour.honour_proof, name="honour_proof"),
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

# /deputies/constituencies/
constituency_urls = [
    path("constituencies/", constituency.ConstituencyList.as_view(), name="constituency_list"),
    path("constituencies/add/", constituency.constituency_add, name="constituency_add"),
    path("constituencies/<int:pk>/", constituency.constituency_detail, name="constituency_detail"),
    path("constituencies/<int:pk>/edit/", constituency.constituency_edit, name="constituency_edit"),
]

# /deputies/delegations/, /deputies/groups/
division_urls = [
    path("delegations/", division.DelegationList.as_view(), name="delegation_list"),
    path("delegations/add/", division.delegation_add, name="delegation_add"),
    path("delegations/<int:pk>/", division.delegation_detail, name="delegation_detail"),
    path("delegations/<int:pk>/edit/", division.delegation_edit, name="delegation_edit"),
    path("groups/", division.GroupList.as_view(), name="group_list"),
    path("groups/add/", division.group_add, name="group_add"),
    path("groups/<int:pk>/", division.group_detail, name="group_detail"),
    path("groups/<int:pk>/edit/", division.group_edit, name="group_edit"),
    path("groups/<int:pk>/members/add/", division.membership_add, name="membership_add"),
    path("groups/members/<int:pk>/edit/", division.membership_edit, name="membership_edit"),
]

# /deputies/stations/
station_urls = [
    path("stations/", station.StationList.as_view(), name="station_list"),
    path("stations/add/", station.station_add, name="station_add"),
    path("stations/<int:pk>/", station.station_detail, name="station_detail"),
    path("stations/<int:pk>/edit/", station.station_edit, name="station_edit"),
    path("stations/<int:pk>/assets/add/", station.asset_add, name="asset_add"),
    path("stations/assets/<int:pk>/edit/", station.asset_edit, name="asset_edit"),
    path("stations/<int:pk>/rules/add/", station.posted_rule_add, name="posted_rule_add"),
    path("stations/rules/<int:pk>/edit/", station.posted_rule_edit, name="posted_rule_edit"),
    path("stations/rules/<int:pk>/rule.pdf", station.posted_rule_pdf, name="posted_rule_pdf"),
    path("stations/<int:pk>/loans/add/", station.loan_add, name="loan_add"),
    path("stations/loans/<int:pk>/edit/", station.loan_edit, name="loan_edit"),
    path("stations/loans/<int:pk>/return/", station.loan_return, name="loan_return"),
]

# /deputies/profiles/: the pages of a place by its own number, those of one day's figures by theirs
profile_urls = [
    path("profiles/", profile.ProfileList.as_view(), name="profile_list"),
    path("profiles/places/<int:pk>/", profile.profile_detail, name="profile_detail"),
    path("profiles/places/<int:pk>/add/", profile.profile_add, name="profile_add"),
    path("profiles/<int:pk>/edit/", profile.profile_edit, name="profile_edit"),
]

# /deputies/composition/
composition_urls = [
    path("composition/", composition.composition, name="composition"),
    path("composition/sheet/", composition.composition_sheet, name="composition_sheet"),
    path("composition/all/", composition.composition_compare, name="composition_compare"),
    path("composition/all/sheet/", composition.composition_compare_sheet, name="composition_compare_sheet"),
]

# /deputies/seats/ and /deputies/posts/
seat_urls = [
    path("seats/<int:pk>/edit/", seat.seat_edit, name="seat_edit"),
    path("seats/<int:pk>/posts/add/", seat.post_add, name="post_add"),
    path("seats/<int:pk>/<str:name>/", seat.seat_step, name="seat_step"),
    path("posts/<int:pk>/edit/", seat.post_edit, name="post_edit"),
    path("<int:pk>/job/", employment.job_change, name="job_change"),
]

# /deputies/terms/
term_urls = [
    path("terms/", term.TermList.as_view(), name="term_list"),
    path("terms/<int:pk>/", term.term_detail, name="term_detail"),
    path("terms/<int:pk>/edit/", term.term_edit, name="term_edit"),
    path("terms/<int:pk>/elect/", seat.seat_elect, name="seat_elect"),
    path("terms/<int:pk>/confirm/", seat.seat_confirm_all, name="seat_confirm_all"),
    path("terms/<int:pk>/turnover/", term.turnover, name="turnover"),
]

# /deputies/vacancies/
vacancy_urls = [
    path("vacancies/", vacancy.VacancyList.as_view(), name="vacancy_list"),
    path("vacancies/<int:pk>/", vacancy.vacancy_detail, name="vacancy_detail"),
    path("vacancies/<int:pk>/<str:name>/", vacancy.vacancy_step, name="vacancy_step"),
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

# /deputies/duty/subsidies/
subsidy_urls = [
    path("duty/subsidies/", subsidy.subsidy_ledger, name="subsidy_ledger"),
    path("duty/subsidies/sheet/", subsidy.subsidy_sheet, name="subsidy_sheet"),
    path("duty/subsidies/seats/<int:pk>/", subsidy.subsidy_detail, name="subsidy_detail"),
    path("duty/subsidies/payments/<int:pk>/reverse/", subsidy.subsidy_reverse, name="subsidy_reverse"),
]

# /deputies/liberty/
liberty_urls = [
    path("liberty/", liberty.LibertyList.as_view(), name="liberty_list"),
    path("liberty/add/", liberty.liberty_add, name="liberty_add"),
    path("liberty/<int:pk>/", liberty.liberty_detail, name="liberty_detail"),
    path("liberty/<int:pk>/<str:name>/", liberty.liberty_step, name="liberty_step"),
]

# /deputies/retaliation/
retaliation_urls = [
    path("retaliation/", retaliation.RetaliationList.as_view(), name="retaliation_list"),
    path("retaliation/add/", retaliation.retaliation_add, name="retaliation_add"),
    path("retaliation/<int:pk>/", retaliation.retaliation_detail, name="retaliation_detail"),
    path("retaliation/<int:pk>/<str:name>/", retaliation.retaliation_step, name="retaliation_step"),
]

urlpatterns = [
    *seat_urls,
    *term_urls,
    *vacancy_urls,
    *deputy_urls,
    *higher_seat_urls,
    *honour_urls,
    *duty_urls,
    *evidence_urls,
    *activity_urls,
    *participation_urls,
    *paper_urls,
    *leave_urls,
    *constituency_urls,
    *division_urls,
    *station_urls,
    *profile_urls,
    *composition_urls,
    *session_urls,
    *meeting_urls,
    *absence_urls,
    *subsidy_urls,
    *liberty_urls,
    *retaliation_urls,
]
