"""Logging in, the password, and the desk."""

from django.contrib.auth import views as auth_views
from django.shortcuts import render
from django.urls import reverse_lazy

from congress import clock
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
    """What waits for the person, most urgent first."""
    items = waiting_for(request.user)
    page = {
        "today": clock.today(),
        "groups": by_urgency(items),
        "waiting_count": len(items),
        "late_count": sum(item.days_left is not None and item.days_left < 0 for item in items),
        "nothing_today": not any(item.days_left is not None and item.days_left <= 0 for item in items),
        "next_due_on": min((item.due_on for item in items if item.due_on), default=None),
    }
    return render(request, "congress/desk.html", page)
