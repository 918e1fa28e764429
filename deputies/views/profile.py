"""The basic figures of places, each with its day and its history (domain.md B41)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.views.generic import ListView

from congress import clock
from congress.models import Jurisdiction, Profile
from congress.steps import sent
from deputies import rules
from deputies.forms.profile import ProfileForm


class ProfileList(ListView):
    """Every place of the user's area with its latest figures."""

    paginate_by = 25
    template_name = "deputies/profile_list.html"

    def get_queryset(self):
        _check_may_see(self.request.user)
        latest = Profile.objects.latest_by(clock.today())
        places = Jurisdiction.objects.visible_to(self.request.user)
        return places.prefetch_related(Prefetch("profiles", queryset=latest, to_attr="latest"))


def profile_detail(request, pk):
    """The figures of a place, the latest first: that one is cited, with its day."""
    place = _place(request, pk)
    page = {
        "place": place,
        "profiles": place.profiles.all(),
        "may_keep": rules.can_keep_profile(request.user, place),
    }
    return render(request, "deputies/profile_detail.html", page)


def profile_add(request, pk):
    """New figures; what the ones before say stands in the form."""
    place = _place(request, pk)
    before = place.profiles.first()
    known = {field: getattr(before, field) for field in ProfileForm.Meta.fields} if before else {}
    initial = known | {"as_of": clock.today(), "source": ""}
    return _form(request, Profile(jurisdiction=place), "登记基本情况", initial)


def profile_edit(request, pk):
    _check_may_see(request.user)
    found = Profile.objects.visible_to(request.user).select_related("jurisdiction__parent")
    return _form(request, get_object_or_404(found, pk=pk), "修改基本情况")


def _form(request, profile, title, initial=None):
    place = profile.jurisdiction
    if not rules.can_keep_profile(request.user, place):
        raise PermissionDenied("基本情况由当地和上级的工作人员登记，您不能登记。")
    form = ProfileForm(*sent(request), instance=profile, initial=initial)
    if form.is_valid():
        form.save()
        messages.success(request, f"已保存{profile}。")
        return redirect(profile)
    page = {"form": form, "title": f"{place}：{title}", "back": profile.get_absolute_url()}
    return render(request, "deputies/structure_form.html", page)


def _check_may_see(user):
    if not rules.can_see_structure(user):
        raise PermissionDenied("各地的基本情况由工作人员和领导查阅。")


def _place(request, pk):
    _check_may_see(request.user)
    places = Jurisdiction.objects.visible_to(request.user).select_related("parent")
    return get_object_or_404(places, pk=pk)
