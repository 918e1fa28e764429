"""Logging in, the password, and the desk."""

from django import forms
from django.contrib.auth import views as auth_views
from django.contrib.auth.forms import PasswordChangeForm
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse_lazy

from congress import clock, rules
from congress.audit import Position, traces, trail
from congress.desk import by_urgency, overview_for, tiles_for, waiting_for
from congress.forms import ChineseForm


TRACES_PER_PAGE = 50


class LoginView(auth_views.LoginView):
    template_name = "congress/login.html"
    redirect_authenticated_user = True


class LogoutView(auth_views.LogoutView):
    """Logging out is posted; who only opens the address is still here."""

    http_method_names = ["get", *auth_views.LogoutView.http_method_names]

    def get(self, request):
        return redirect("desk")


class PasswordForm(PasswordChangeForm):
    """Django's form, in the house's words."""

    error_messages = PasswordChangeForm.error_messages | {
        "password_incorrect": "旧密码不对，请重新输入。",
        "password_mismatch": "两次输入的新密码不一样，请重新输入。",
        "password_unchanged": "新密码和旧密码一样，请另设一个。",
    }

    def clean(self):
        cleaned = super().clean()
        new = cleaned.get("new_password1")
        if new and new == cleaned.get("old_password"):
            self.add_error(
                "new_password1",
                ValidationError(self.error_messages["password_unchanged"], "password_unchanged"),
            )
        return cleaned


class PasswordChangeView(auth_views.PasswordChangeView):
    """Changing the password; the first one must be."""

    template_name = "congress/password_change.html"
    form_class = PasswordForm
    success_url = reverse_lazy("desk")

    def form_valid(self, form):
        response = super().form_valid(form)
        self.request.user.must_change_password = False
        self.request.user.save(update_fields=["must_change_password"])
        return response


class DayForm(ChineseForm, forms.Form):
    """The day from which the trail is read."""

    day = forms.DateField(label="到哪一天为止", required=False)


def audit(request):
    """Who took which step, and who changed which fields of whose data; by time, from a day back."""
    if not rules.reads_trail(request.user):
        raise PermissionDenied("办理记录由审计员检查。")
    form = DayForm(request.GET)
    since = Position.read(request.GET.get("since", ""))
    if since is None and form.is_valid() and form.cleaned_data["day"]:
        since = Position.after_day(form.cleaned_data["day"])
    rows = list(trail(since)[: TRACES_PER_PAGE + 1])
    shown = rows[:TRACES_PER_PAGE]
    page = {
        "form": form,
        "traces": traces(shown),
        "is_latest": since is None,
        "earlier": Position.of(shown[-1]).text if len(rows) > len(shown) else "",
    }
    return render(request, "congress/audit.html", page)


def desk(request):
    """What waits for the person, most urgent first."""
    items = waiting_for(request.user)
    page = {
        "today": clock.today(),
        "overview": overview_for(request.user),
        "tiles": tiles_for(request.user),
        "groups": by_urgency(items),
        "waiting_count": sum(item.count for item in items),
        "late_count": sum(item.late_count for item in items),
        "nothing_today": not any(item.days_left is not None and item.days_left <= 0 for item in items),
        "next_due_on": min((item.due_on for item in items if item.due_on), default=None),
    }
    return render(request, "congress/desk.html", page)
