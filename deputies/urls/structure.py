"""Constituencies, delegations, groups, stations, places."""

from django.urls import path

from deputies.views import constituency, division, profile, station


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

urlpatterns = [*constituency_urls, *division_urls, *station_urls, *profile_urls]
