"""Addresses under ``/proposals/``, one list per noun."""

from django.urls import path

from proposals.views import assignment, draft, proposal


app_name = "proposals"

proposal_urls = [
    path("", proposal.ProposalList.as_view(), name="proposal_list"),
    path("new/", draft.proposal_create, name="proposal_create"),
    path("<int:pk>/", proposal.proposal_detail, name="proposal_detail"),
    path("<int:pk>/edit/", draft.proposal_edit, name="proposal_edit"),
    path("<int:pk>/<slug:name>/", proposal.proposal_step, name="proposal_step"),
    path("signatures/<int:pk>/<slug:name>/", proposal.sponsorship_step, name="sponsorship_step"),
]

assignment_urls = [
    path("replies/<int:pk>/attachment/", assignment.reply_attachment, name="reply_attachment"),
    path("assignments/<int:pk>/<slug:name>/", assignment.assignment_step, name="assignment_step"),
]

urlpatterns = proposal_urls + assignment_urls
