"""Logging in, the password, and the desk."""

from django.contrib.auth import views as auth_views
from django.shortcuts import render
from django.urls import reverse_lazy

from congress.desk import by_urgency, waiting_for


class LoginView(auth_views.LoginView):
    template_name = "congress/login.html"
    redirect_authenticated_user = True


class LogoutView(auth_views.LogoutView):
    pass


class PasswordChangeView(auth_views.PasswordChangeView):
    """Changing the password; the first one must be."""

    template_name = "congress/password_change.html"
    success_url = reverse_lazy("desk")

    def form_valid(self, form):
        response = super().form_valid(form)
        self.request.user.must_change_password = False
        self.request.user.save(update_fields=["must_change_password"])
        return response


def desk(request):
    """What waits for the person today."""
    return render(request, "congress/desk.html", {"groups": by_urgency(waiting_for(request.user))})
