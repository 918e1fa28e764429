"""Stations: the list, the page of one, what is in it, on its walls and lent."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from congress import clock, pdf
from congress.desk import amber_days_for, light_of
from congress.lists import FilteredList
from congress.steps import sent
from deputies import divisions, rules
from deputies.forms.station import AssetForm, LoanForm, PostedRuleForm, ReturnForm, StationForm
from deputies.models import Loan, PostedRule, Station, StationAsset
from deputies.structure_filters import StationFilter


class StationList(FilteredList):
    """Deputies find here where they sit, and when."""

    filterset_class = StationFilter
    template_name = "deputies/station_list.html"
    open_to = staticmethod(rules.can_list_stations)

    def get_queryset(self):
        found = Station.objects.visible_to(self.request.user).with_counts(clock.today())
        return found.select_related("jurisdiction")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["may_add"] = rules.can_add_structure(self.request.user)
        return context


def station_detail(request, pk):
    """Address, hours, deputies and rules for everybody; assets and loans for the staff."""
    station = _station(request, pk)
    user = request.user
    page = {
        "station": station,
        "seats": divisions.in_order(station.seats.in_office(clock.today())),
        "liaisons": station.liaisons.order_by("name", "pk"),
        "rules": station.rules.select_related("publisher"),
        "may_change": rules.can_change_station(user, station),
        "may_keep": rules.can_keep_station(user, station),
        "may_see_books": rules.can_see_station_books(user),
    }
    if page["may_see_books"]:
        page |= {"assets": station.assets.all(), "loans": _loans(station, user)}
    return render(request, "deputies/station_detail.html", page)


def _loans(station, user):
    """Those that are out first; each with its light."""
    loans = list(station.loans.select_related("registered_by"))
    amber_days = amber_days_for(user)
    for loan in loans:
        loan.light = None if loan.returned_on else light_of(loan.due_on, amber_days)
    return loans


def station_add(request):
    if not rules.can_add_structure(request.user):
        raise PermissionDenied("站点由人大的工作机构维护，您不能增加。")
    return _form(request, Station(), "增加站点", reverse("deputies:station_list"))


def station_edit(request, pk):
    station = _station(request, pk)
    if not rules.can_change_station(request.user, station):
        raise PermissionDenied("这个站点由当地人大的工作机构维护，您不能修改。")
    return _form(request, station, f"修改{station}", station.get_absolute_url())


def _form(request, station, title, back):
    form = StationForm(*sent(request), instance=station, user=request.user)
    if form.is_valid():
        saved = form.save()
        messages.success(request, f"已保存{saved}。")
        return redirect(saved)
    return render(request, "deputies/structure_form.html", {"form": form, "title": title, "back": back})


def asset_add(request, pk):
    station = _kept(request, pk)
    return _keep(request, StationAsset(station=station), AssetForm, "登记物品")


def asset_edit(request, pk):
    return _keep(request, _thing(request, StationAsset, pk), AssetForm, "修改物品")


def posted_rule_add(request, pk):
    rule = PostedRule(station=_kept(request, pk))
    rule.publish(by=request.user)
    return _keep(request, rule, PostedRuleForm, "发布制度")


def posted_rule_edit(request, pk):
    """What is changed is published anew, by who changed it."""
    rule = _thing(request, PostedRule, pk)
    rule.publish(by=request.user)
    return _keep(request, rule, PostedRuleForm, "修改制度")


def posted_rule_pdf(request, pk):
    """The rule as it hangs on the wall."""
    _check_may_list(request.user)
    rules_here = PostedRule.objects.visible_to(request.user)
    rule = get_object_or_404(rules_here.select_related("station__jurisdiction"), pk=pk)
    document = pdf.render("deputies/pdf/posted_rule.html", {"rule": rule})
    return pdf.response(document, f"{rule.title}.pdf")


def loan_add(request, pk):
    station = _kept(request, pk)
    return _keep(request, Loan(station=station, registered_by=request.user), LoanForm, "登记借阅")


def loan_edit(request, pk):
    return _keep(request, _thing(request, Loan, pk), LoanForm, "修改借阅登记")


def loan_return(request, pk):
    return _keep(request, _thing(request, Loan, pk), ReturnForm, "登记归还")


def _keep(request, thing, form_class, title):
    """The form of something that a station keeps; what the title says is done is told."""
    form = form_class(*sent(request), instance=thing)
    if form.is_valid():
        form.save()
        messages.success(request, f"已{title}：{thing}。")
        return redirect(thing.station)
    page = {"form": form, "title": f"{thing.station}：{title}", "back": thing.station.get_absolute_url()}
    return render(request, "deputies/structure_form.html", page)


def _thing(request, model, pk):
    """A record of a station that the user keeps."""
    _check_may_list(request.user)
    found = model.objects.visible_to(request.user).select_related("station__jurisdiction__parent")
    thing = get_object_or_404(found, pk=pk)
    _check_may_keep(request.user, thing.station)
    return thing


def _kept(request, pk):
    station = _station(request, pk)
    _check_may_keep(request.user, station)
    return station


def _check_may_list(user):
    if not rules.can_list_stations(user):
        raise PermissionDenied("站点的资料不在您的角色查阅范围内。")


def _check_may_keep(user, station):
    if not rules.can_keep_station(user, station):
        raise PermissionDenied("站点的物品、制度和借阅由当地工作人员登记，您不能登记。")


def _station(request, pk):
    _check_may_list(request.user)
    found = Station.objects.visible_to(request.user).select_related("jurisdiction__parent")
    return get_object_or_404(found, pk=pk)
