"""Addresses under ``/reception/``, one list per noun."""

from django.urls import path

from reception.views import (
    appointment,
    away,
    calendar,
    completeness,
    converting,
    day,
    fairness,
    ledger,
    notice,
    opinion,
    paper,
    period_paper,
    personal_data,
    plan,
    referral,
    registration_paper,
    rota,
    sorting,
    statistics,
    suggest,
    turn,
    undertaking,
    visit,
)


app_name = "reception"

day_urls = [
    path("days/", day.DayList.as_view(), name="day_list"),
    path("days/new/", day.day_create, name="day_create"),
    path("days/<int:pk>/", day.day_detail, name="day_detail"),
    path("days/<int:pk>/sorting/", sorting.day_sorting, name="day_sorting"),
    path("days/<int:pk>/<slug:name>/", day.day_step, name="day_step"),
]

calendar_urls = [
    path("calendar/", calendar.calendar, name="calendar"),
    path("calendar/paper/", calendar.calendar_paper, name="calendar_paper"),
    path("calendar/sheet/", calendar.calendar_sheet, name="calendar_sheet"),
    path("rules/new/", plan.rule_create, name="rule_create"),
    path("rules/<int:pk>/", plan.rule_edit, name="rule_edit"),
    path("plans/", plan.plan_list, name="plan_list"),
    path("plans/new/", plan.plan_create, name="plan_create"),
    path("plans/<int:pk>/", plan.plan_detail, name="plan_detail"),
    path("plans/<int:pk>/paper/", plan.plan_paper, name="plan_paper"),
    path("plans/<int:pk>/<slug:name>/", plan.plan_step, name="plan_step"),
]

notice_urls = [
    path("days/<int:pk>/notice/", notice.notice_draft, name="notice_draft"),
    path("notices/<int:pk>/", notice.notice_detail, name="notice_detail"),
    path("notices/<int:pk>/poster-<slug:size>/", notice.notice_poster, name="notice_poster"),
    path("notices/<int:pk>/<slug:name>/", notice.notice_step, name="notice_step"),
]

turn_urls = [
    path("rota/", rota.rota, name="rota"),
    path("rota/fairness/", fairness.fairness, name="fairness"),
    path("rota/fairness/sheet/", fairness.fairness_sheet, name="fairness_sheet"),
    path("rota/fairness/<int:pk>/<slug:measure>/", fairness.fairness_turns, name="fairness_turns"),
    path("away/", away.away_list, name="away_list"),
    path("away/<int:pk>/delete/", away.away_delete, name="away_delete"),
    path("turns/", turn.turn_list, name="turn_list"),
    path("turns/days/<int:pk>/", turn.turn_create, name="turn_create"),
    path("turns/<int:pk>/", turn.turn_detail, name="turn_detail"),
    path("turns/<int:pk>/<slug:name>/", turn.turn_step, name="turn_step"),
]

visit_urls = [
    path("visits/new/", visit.visit_create, name="visit_create"),
    path("visits/paper/", registration_paper.form_blank, name="form_blank"),
    path("visits/<int:pk>/paper/", registration_paper.form_filled, name="form_filled"),
    path("visits/suggest/", suggest.visit_suggest, name="visit_suggest"),
    path("visitors/<int:pk>/reveal/", visit.visitor_reveal, name="visitor_reveal"),
    path("visitors/<int:pk>/correct/", personal_data.visitor_correct, name="visitor_correct"),
    path("visitors/<int:pk>/erase/", personal_data.visitor_erase, name="visitor_erase"),
    path("visitors/expired/", personal_data.data_expired, name="data_expired"),
    path("visitors/log/", personal_data.data_log, name="data_log"),
]

appointment_urls = [
    path("appointments/", appointment.AppointmentList.as_view(), name="appointment_list"),
    path("appointments/new/", appointment.appointment_create, name="appointment_create"),
    path("appointments/<int:pk>/", appointment.appointment_detail, name="appointment_detail"),
    path("appointments/<int:pk>/<slug:name>/", appointment.appointment_step, name="appointment_step"),
]

opinion_urls = [
    path("ledgers/", ledger.ledger_export, name="ledger_export"),
    path("completeness/", completeness.CompletenessLedger.as_view(), name="completeness"),
    path("completeness/sheet/", completeness.completeness_sheet, name="completeness_sheet"),
    path("opinions/", opinion.OpinionList.as_view(), name="opinion_list"),
    path("opinions/convert/", converting.opinion_convert, name="opinion_convert"),
    path("opinions/<int:pk>/", opinion.opinion_detail, name="opinion_detail"),
    path("opinions/<int:pk>/<slug:name>/", opinion.opinion_step, name="opinion_step"),
]

referral_urls = [
    path("referrals/", referral.ReferralList.as_view(), name="referral_list"),
    path("referrals/<int:pk>/", referral.referral_detail, name="referral_detail"),
    path("replies/<int:pk>/attachment/", referral.reply_attachment, name="reply_attachment"),
    path("referrals/<int:pk>/<slug:name>/", referral.referral_step, name="referral_step"),
]

undertaking_urls = [
    path("undertakings/", undertaking.UndertakingList.as_view(), name="undertaking_list"),
    path("undertakings/export/", undertaking.undertaking_sheet, name="undertaking_sheet"),
    path("undertakings/<int:pk>/", undertaking.undertaking_detail, name="undertaking_detail"),
    path("undertakings/<int:pk>/proof/", undertaking.undertaking_proof, name="undertaking_proof"),
    path("undertakings/<int:pk>/<slug:name>/", undertaking.undertaking_step, name="undertaking_step"),
]

statistics_urls = [
    path("statistics/", statistics.statistics_index, name="statistics"),
    path("statistics/<slug:by>/", statistics.statistics_by, name="statistics_by"),
    path("statistics/<slug:by>/sheet/", statistics.statistics_sheet, name="statistics_sheet"),
    path(
        "statistics/<slug:by>/<slug:part>/<slug:measure>/",
        statistics.statistics_records,
        name="statistics_records",
    ),
]

paper_urls = [
    path("papers/", period_paper.period_paper, name="period_paper"),
    path("days/<int:pk>/papers/<slug:name>/", paper.day_paper, name="day_paper"),
    path("opinions/<int:pk>/papers/letter/", paper.opinion_letter, name="opinion_letter"),
    path("opinions/<int:pk>/papers/<slug:name>/", paper.opinion_paper, name="opinion_paper"),
    path("referrals/<int:pk>/papers/referral/", paper.referral_paper, name="referral_paper"),
]

urlpatterns = [
    *notice_urls,
    *day_urls,
    *calendar_urls,
    *turn_urls,
    *visit_urls,
    *appointment_urls,
    *opinion_urls,
    *referral_urls,
    *undertaking_urls,
    *statistics_urls,
    *paper_urls,
]
