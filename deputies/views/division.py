"""Delegations and deputies' groups: their lists, the page of one, their forms."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from congress import clock
from congress.lists import FilteredList
from congress.steps import add_errors, sent
from deputies import divisions, rules
from deputies.forms.structure import (
    DelegationForm,
    GroupForm,
    MembershipForm,
    NewDelegationForm,
    NewGroupForm,
    NewMembershipForm,
)
from deputies.models import Delegation, DeputyGroup, GroupMembership
from deputies.models.membership import members_of
from deputies.models.seat import naming
from deputies.structure_filters import DelegationFilter, GroupFilter


LEAST = 3  # 地方组织法第四十三条


class DivisionList(FilteredList):
    """What is set up for a term, the running terms first; ``noun`` is its part of the addresses."""

    open_to = staticmethod(rules.can_see_structure)
    noun = ""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["may_add"] = rules.can_add_structure(self.request.user)
        return context


class DelegationList(DivisionList):
    filterset_class = DelegationFilter
    template_name = "deputies/delegation_list.html"

    def get_queryset(self):
        found = Delegation.objects.visible_to(self.request.user).with_members(clock.today())
        return found.select_related(
            "term__jurisdiction", *naming("head__"), *naming("deputy_head__")
        ).order_by("term__jurisdiction__order", "term__jurisdiction", "-term__starts_on", "order", "pk")


class GroupList(DivisionList):
    filterset_class = GroupFilter
    template_name = "deputies/group_list.html"

    def get_queryset(self):
        found = DeputyGroup.objects.visible_to(self.request.user).with_members(clock.today())
        return found.select_related("term__jurisdiction").order_by(
            "term__jurisdiction__order", "term__jurisdiction", "-term__starts_on", "order", "pk"
        )

    def get_context_data(self, **kwargs):
        """Each group with its leaders; members of groups that are not by area are counted here."""
        context = super().get_context_data(**kwargs)
        found = {group.pk: group for group in context["object_list"]}
        rows = GroupMembership.objects.filter(group__in=found).current(clock.today()).with_people()
        for group in found.values():
            group.leaders = []
        for row in rows:
            group = found[row.group_id]
            if row.is_leading:
                group.leaders.append(row)
            if not group.is_by_area:
                group.members_held += 1
        return context


def delegation_detail(request, pk):
    """A delegation with its members in stroke order, and who was one earlier."""
    delegation = _division(request, Delegation, pk, *naming("head__"), *naming("deputy_head__"))
    page = {"delegation": delegation} | _members(request, delegation)
    return render(request, "deputies/delegation_detail.html", page)


def group_detail(request, pk):
    """A group with its conveners, vice conveners and members, each with the period."""
    group = _division(request, DeputyGroup, pk)
    today = clock.today()
    rows = list(GroupMembership.objects.filter(group=group).with_people())
    current = set(GroupMembership.objects.filter(group=group).current(today).values_list("pk", flat=True))
    page = {"group": group} | _members(request, group)
    if not group.is_by_area:
        page["now"] = divisions.in_order(members_of([group], today))
        page["coming"] = page["earlier"] = []
    page |= {
        "rows": [row for row in rows if row.pk in current],
        "past": [row for row in rows if row.pk not in current],
        "too_few": len(page["now"]) < LEAST,
    }
    return render(request, "deputies/group_detail.html", page)


def _members(request, part):
    seats = list(divisions.in_order(part.seats.all()))
    return divisions.by_time(seats) | {"may_change": rules.can_change_division(request.user, part)}


def delegation_add(request):
    return _add(request, NewDelegationForm, "增加代表团", "delegation")


def group_add(request):
    return _add(request, NewGroupForm, "增加代表小组", "group")


def delegation_edit(request, pk):
    return _edit(request, _division(request, Delegation, pk), DelegationForm)


def group_edit(request, pk):
    return _edit(request, _division(request, DeputyGroup, pk), GroupForm)


def _add(request, form_class, title, noun):
    """A new delegation or group; its members are chosen on the next page."""
    if not rules.can_add_structure(request.user):
        raise PermissionDenied("代表团和代表小组由人大的工作机构维护，您不能增加。")
    form = form_class(*sent(request), user=request.user)
    if form.is_valid():
        part = form.save()
        messages.success(request, f"已增加{part}，请编入成员。")
        return redirect(f"deputies:{noun}_edit", part.pk)
    back = reverse(f"deputies:{noun}_list")
    return render(request, "deputies/structure_form.html", {"form": form, "title": title, "back": back})


def _edit(request, part, form_class):
    _check_may_change(request.user, part)
    form = form_class(*sent(request), instance=part, user=request.user)
    if form.is_valid():
        with transaction.atomic():
            form.save()
        messages.success(request, f"已保存{part}。")
        return redirect(part)
    page = {"form": form, "title": f"修改{form.initial['name']}", "back": part.get_absolute_url()}
    return render(request, "deputies/structure_form.html", page)


def membership_add(request, pk):
    """Put deputies into a group, or into its posts."""
    group = _division(request, DeputyGroup, pk)
    _check_may_change(request.user, group)
    form = NewMembershipForm(*sent(request), instance=GroupMembership(group=group))
    if form.is_valid():
        try:
            _save_all(form.rows())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已保存{group}的成员和职务。")
            return redirect(group)
    title = "登记召集人、副召集人" if group.is_by_area else "增加成员、召集人"
    page = {"form": form, "title": f"{group}：{title}", "back": group.get_absolute_url()}
    return render(request, "deputies/structure_form.html", page)


@transaction.atomic
def _save_all(rows):
    for row in rows:
        row.full_clean()
        row.save()


def membership_edit(request, pk):
    """Correct or end a period in a group."""
    _check_may_see(request.user)
    rows = GroupMembership.objects.visible_to(request.user)
    row = get_object_or_404(
        rows.select_related("group__term__jurisdiction__parent", "seat__deputy", "seat__term"), pk=pk
    )
    _check_may_change(request.user, row.group)
    form = MembershipForm(*sent(request), instance=row)
    if form.is_valid():
        form.save()
        messages.success(request, f"已保存{row.seat.called}在{row.group}的任职。")
        return redirect(row.group)
    page = {
        "form": form,
        "title": f"{row.seat.called}在{row.group}的任职",
        "back": row.group.get_absolute_url(),
    }
    return render(request, "deputies/structure_form.html", page)


def _check_may_see(user):
    if not rules.can_see_structure(user):
        raise PermissionDenied("代表团和代表小组的资料由工作人员和领导查阅。")


def _check_may_change(user, part):
    if not rules.can_change_division(user, part):
        raise PermissionDenied(f"{part}由其所属人大的工作机构维护，您不能修改。")


def _division(request, model, pk, *related):
    _check_may_see(request.user)
    found = model.objects.visible_to(request.user).select_related("term__jurisdiction__parent", *related)
    return get_object_or_404(found, pk=pk)
