"""Every address. Each app keeps its own list."""

from django.contrib import admin
from django.urls import include, path

from congress import message_views, press_views, search_views, takeover_views, views


urlpatterns = [
    path("", views.desk, name="desk"),
    path("audit/", views.audit, name="audit"),
    path("login/", views.LoginView.as_view(), name="login"),
    path("logout/", views.LogoutView.as_view(), name="logout"),
    path("password/", views.PasswordChangeView.as_view(), name="password_change"),
    path("messages/", message_views.MessageList.as_view(), name="message_list"),
    path("messages/read/", message_views.message_read_all, name="message_read_all"),
    path("messages/<int:pk>/", message_views.message_open, name="message_open"),
    path("search/", search_views.search, name="search"),
    path("papers/<uuid:key>/", press_views.paper_work, name="paper_work"),
    path("takeover/", takeover_views.takeover, name="takeover"),
    path("takeover/<int:pk>/", takeover_views.takeover_detail, name="takeover_detail"),
    path(
        "takeover/<int:pk>/headings/<int:sheet>/",
        takeover_views.takeover_headings,
        name="takeover_headings",
    ),
    path("takeover/<int:pk>/marks/<str:kind>/", takeover_views.takeover_marks, name="takeover_marks"),
    path("takeover/<int:pk>/retry/", takeover_views.takeover_retry, name="takeover_retry"),
    path("takeover/<int:pk>/confirm/", takeover_views.takeover_confirm, name="takeover_confirm"),
    path("takeover/<int:pk>/discard/", takeover_views.takeover_discard, name="takeover_discard"),
    path("deputies/", include("deputies.urls")),
    path("proposals/", include("proposals.urls")),
    path("reception/", include("reception.urls")),
    path("reports/", include("reports.urls")),
    path("admin/", admin.site.urls),
]
