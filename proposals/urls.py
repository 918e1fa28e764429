"""Addresses under ``/proposals/``, one list per noun."""

from django.urls import path

from proposals.views import (
    assigning,
    assignment,
    commitment,
    draft,
    handling_report,
    hints,
    ledger,
    overdue,
    paper,
    proceeding,
    proposal,
    publication,
    statistics,
    supervision,
)


app_name = "proposals"

proposal_urls = [
    path("", proposal.ProposalList.as_view(), name="proposal_list"),
    path("new/", draft.proposal_create, name="proposal_create"),
    path("assigning/", assigning.assigning_list, name="assigning_list"),
    path("assigning/paper/", assigning.assigning_paper_view, name="assigning_paper"),
    path("hints/", hints.proposal_hints, name="proposal_hints"),
    path("<int:pk>/", proposal.proposal_detail, name="proposal_detail"),
    path("<int:pk>/edit/", draft.proposal_edit, name="proposal_edit"),
    path("<int:pk>/<slug:name>/", proposal.proposal_step, name="proposal_step"),
    path("signatures/<int:pk>/<slug:name>/", proposal.sponsorship_step, name="sponsorship_step"),
]

assignment_urls = [
    path("replies/<int:pk>/attachment/", assignment.reply_attachment, name="reply_attachment"),
    path("assignments/<int:pk>/<slug:name>/", assignment.assignment_step, name="assignment_step"),
]

paper_urls = [
    path("papers/", paper.ledger_paper, name="ledger_paper"),
    path("ledger/", ledger.ledger_export, name="ledger_export"),
    path("papers/assignments/<int:pk>/", paper.assignment_paper, name="assignment_paper"),
    path("papers/assignments/<int:pk>/urging/", paper.urging_paper, name="urging_paper"),
    path("papers/replies/<int:pk>/", paper.reply_paper, name="reply_paper"),
    path("papers/replies/<int:pk>/each/", paper.reply_paper, {"one_by_one": True}, name="reply_papers"),
    path("<int:pk>/papers/<slug:name>/", paper.proposal_paper, name="proposal_paper"),
]

proceeding_urls = [
    path("proceedings/<int:pk>/paper/", proceeding.proceeding_paper, name="proceeding_paper"),
]

publication_urls = [
    path("published/", publication.PublicationList.as_view(), name="publication_list"),
    path("published/<int:pk>/", publication.publication_detail, name="publication_detail"),
    path("published/<str:state>/", publication.PendingList.as_view(), name="publication_pending"),
]

commitment_urls = [
    path("commitments/", commitment.CommitmentList.as_view(), name="commitment_list"),
    path("commitments/export/", commitment.commitment_sheet, name="commitment_sheet"),
    path("commitments/<int:pk>/", commitment.commitment_detail, name="commitment_detail"),
    path("commitments/<int:pk>/proof/", commitment.commitment_proof, name="commitment_proof"),
    path("commitments/<int:pk>/<slug:name>/", commitment.commitment_step, name="commitment_step"),
]

key_urls = [
    path("key/", supervision.KeyList.as_view(), name="key_list"),
    path("key/<int:pk>/", supervision.key_detail, name="key_detail"),
    path("key/<int:pk>/<slug:name>/", supervision.key_step, name="key_step"),
]

overdue_urls = [
    path("overdue/", overdue.overdue_index, name="overdue"),
    path("overdue/<slug:by>/", overdue.overdue_by, name="overdue_by"),
    path("overdue/<slug:by>/<slug:part>/<slug:kind>/", overdue.overdue_records, name="overdue_records"),
    path("overdue/<slug:by>/<slug:part>/<slug:kind>/sheet/", overdue.overdue_sheet, name="overdue_sheet"),
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

report_urls = [
    path("reports/", handling_report.report_list, name="report_list"),
    path("reports/<int:pk>/", handling_report.report_detail, name="report_detail"),
    path("reports/<int:pk>/paper/", handling_report.report_paper, name="report_paper"),
    path("reports/<int:pk>/confirm/", handling_report.report_confirm, name="report_confirm"),
    path("reports/<int:pk>/reopen/", handling_report.report_reopen, name="report_reopen"),
]

urlpatterns = [
    *key_urls,
    *overdue_urls,
    *commitment_urls,
    *proposal_urls,
    *assignment_urls,
    *paper_urls,
    *proceeding_urls,
    *publication_urls,
    *statistics_urls,
    *report_urls,
]
