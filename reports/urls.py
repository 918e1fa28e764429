"""Addresses of this floor, one list a noun."""

from django.urls import path

from reports.views import duty_report
from reports.views.duty_report_list import DutyReportList


app_name = "reports"

# /reports/
duty_report_urls = [
    path("", DutyReportList.as_view(), name="duty_report_list"),
    path("years/<int:year>/", DutyReportList.as_view(), name="duty_report_year"),
    path("mine/", duty_report.duty_report_mine, name="duty_report_mine"),
    path("<int:pk>/", duty_report.duty_report_detail, name="duty_report_detail"),
    path("<int:pk>/pdf/", duty_report.duty_report_pdf, name="duty_report_pdf"),
    path("<int:pk>/words/<slug:key>/", duty_report.duty_report_words, name="duty_report_words"),
    path("<int:pk>/<slug:name>/", duty_report.duty_report_step, name="duty_report_step"),
]

# /reports/seats/
seat_urls = [
    path("seats/<int:seat>/<int:year>/", duty_report.duty_report_create, name="duty_report_create"),
    path("seats/<int:seat>/<int:year>/pdf/", duty_report.seat_pdf, name="seat_pdf"),
]

urlpatterns = [*duty_report_urls, *seat_urls]
