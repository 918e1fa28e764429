"""Every address. Each app keeps its own list."""

from django.contrib import admin
from django.urls import include, path

from congress import views


urlpatterns = [
    path("", views.desk, name="desk"),
    path("login/", views.LoginView.as_view(), name="login"),
    path("logout/", views.LogoutView.as_view(), name="logout"),
    path("password/", views.PasswordChangeView.as_view(), name="password_change"),
    path("deputies/", include("deputies.urls")),
    path("reception/", include("reception.urls")),
    path("reports/", include("reports.urls")),
    path("admin/", admin.site.urls),
]
