"""Addresses of this floor, one list a noun."""

from django.urls import path

from deputies.views import activity, deputy, duty, participation


app_name = "deputies"

# /deputies/
deputy_urls = [
    path("", deputy.DeputyList.as_view(), name="deputy_list"),
    path("<int:pk>/", deputy.deputy_detail, name="deputy_detail"),
    path("<int:pk>/edit/", deputy.deputy_edit, name="deputy_edit"),
]

# /deputies/activities/
activity_urls = [
    path("activities/", activity.ActivityList.as_view(), name="activity_list"),
    path("activities/plan/", activity.activity_plan, name="activity_plan"),
    path("activities/log/", participation.activity_log, name="activity_log"),
    path("activities/<int:pk>/", activity.activity_detail, name="activity_detail"),
    path("activities/<int:pk>/edit/", activity.activity_edit, name="activity_edit"),
    path("activities/<int:pk>/people/", activity.activity_people, name="activity_people"),
    path("activities/<int:pk>/cancel/", activity.activity_cancel, name="activity_cancel"),
    path("activities/<int:pk>/verify/", activity.activity_verify, name="activity_verify"),
]

# /deputies/entries/
participation_urls = [
    path("entries/", participation.ParticipationList.as_view(), name="participation_list"),
    path("entries/waiting/", participation.ParticipationQueue.as_view(), name="participation_queue"),
    path("entries/verify/", participation.participation_verify, name="participation_verify"),
    path("entries/<int:pk>/", participation.participation_detail, name="participation_detail"),
    path("entries/<int:pk>/log/", participation.participation_log, name="participation_log"),
    path("entries/<int:pk>/<str:name>/", participation.participation_step, name="participation_step"),
    path("photos/<int:pk>/", participation.photo, name="photo"),
]

# /deputies/duty/
duty_urls = [
    path("duty/", duty.my_duty, name="my_duty"),
    path("duty/<int:pk>/", duty.duty, name="duty"),
    path("duty/<int:pk>/<int:year>/<str:key>/", duty.duty_figure, name="duty_figure"),
]

urlpatterns = [*deputy_urls, *activity_urls, *participation_urls, *duty_urls]
