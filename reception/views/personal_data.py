"""Voters' personal data: corrected, deleted, kept no longer than is due, and who looked at them (D10)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import F, Prefetch, Value
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from congress.fields import phones_in
from congress.models import Jurisdiction
from congress.models.office_rules import rules_for
from congress.steps import add_errors, sent
from congress.workflow import whole
from reception import personal_data, rules
from reception.enums import DataChangeKind
from reception.forms.personal_data import CorrectForm, EraseForm, ExpiredForm
from reception.models import Appointment, DataChange, Disclosure, Opinion, Visitor


ROWS_PER_PAGE = 25
LOG_ROWS = 50


def visitor_about(user, pk):
    """A visitor, and what the user knows him by: a matter or an asked-for meeting. 404 without either."""
    visitors = Visitor.objects.select_related("jurisdiction__parent")
    seen = Opinion.objects.visible_to(user).filter(visit__visitor=pk).order_by("pk")
    visitor, opinion = get_object_or_404(visitors, pk=pk), seen.first()
    about = opinion or Appointment.objects.visible_to(user).named().filter(visitor=pk).first()
    if about is None:
        raise Http404
    return visitor, about


@never_cache
def visitor_correct(request, pk):
    """Correct what stands of a visitor, for a logged reason."""
    user = request.user
    visitor, about = visitor_about(user, pk)
    if not rules.can_correct_data(user, visitor):
        raise PermissionDenied("来访人的信息由镇街工作人员更正，请告诉他们。")
    form = CorrectForm(*sent(request)[:1], visitor=visitor)
    if form.is_valid():
        try:
            change = personal_data.correct(
                visitor, by=user, reason=form.cleaned_data["reason"], **form.changes
            )
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已更正来访人的{change.fields}，并留下记录。")
            return redirect(about)
    page = {
        "visitor": visitor,
        "about": about,
        "form": form,
        "may_erase": rules.can_erase_data(user, visitor),
        "looks": visitor.disclosures.select_related("by")[:LOG_ROWS],
        "changes": visitor.data_changes.select_related("by")[:LOG_ROWS],
    }
    return render(request, "reception/visitor_correct.html", page)


@never_cache
def visitor_erase(request, pk):
    """Make a visitor anonymous; the matters and their words stay."""
    user = request.user
    visitor, about = visitor_about(user, pk)
    if not rules.can_erase_data(user, visitor):
        raise PermissionDenied("来访人的信息由镇街人大、区人大工作机构删除。")
    form = EraseForm(*sent(request)[:1])
    if form.is_valid():
        data = form.cleaned_data
        try:
            personal_data.erase(visitor, by=user, kind=data["kind"], reason=data["reason"])
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "已删去来访人的个人信息，事项和原话保留；这次删除已经记录。")
            return redirect(about)
    opinions = list(Opinion.objects.filter(visit__visitor=visitor).select_related("jurisdiction"))
    page = {
        "visitor": visitor,
        "about": about,
        "form": form,
        "open": [one for one in opinions if one.status in rules.OPEN],
        "telling": [one for one in opinions if visitor.is_named_in(one.words) or phones_in(one.words)],
    }
    return render(request, "reception/visitor_erase.html", page)


def data_expired(request):
    """The visitors whose data are over their time; somebody looks, ticks and confirms."""
    user = request.user
    _admit(user)
    places = list(Jurisdiction.objects.within(user.jurisdiction).select_related("parent__parent"))
    opinions = Opinion.objects.select_related("jurisdiction").order_by("-closed_on")
    found = personal_data.over_time(places).select_related("jurisdiction").order_by("pk")
    found = found.prefetch_related(Prefetch("visits__opinions", opinions), "appointment")
    page_obj = Paginator(found, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    form = ExpiredForm(*sent(request)[:1], shown=page_obj)
    if form.is_valid() and _erased(request, form, page_obj):
        return redirect("reception:data_expired")
    page = {"form": form, "page_obj": page_obj, "months": rules_for(user.jurisdiction).personal_data_months}
    return render(request, "reception/data_expired.html", page)


def _erased(request, form, shown):
    chosen = [visitor for visitor in shown if visitor.pk in form.cleaned_data["visitors"]]
    try:
        _erase_all(chosen, by=request.user)
    except ValidationError as error:
        add_errors(form, error)
        return False
    messages.success(request, f"已删去{len(chosen)}名来访人的个人信息，事项和原话保留。")
    return True


@whole
def _erase_all(visitors, *, by):
    for visitor in visitors:
        personal_data.erase(visitor, by=by, kind=DataChangeKind.EXPIRED, reason="保存期满，核对后删除")


def data_log(request):
    """Who looked at whose data, who corrected and deleted them, the latest first; the visitors masked."""
    user = request.user
    _admit(user)
    here = {"visitor__jurisdiction__in": Jurisdiction.objects.within(user.jurisdiction)}
    columns = ("at", "person", "visitor", "what", "told", "reason")
    looks = Disclosure.objects.filter(**here).order_by()
    looks = looks.annotate(person=F("by__name"), what=Value("look"), told=Value("")).values(*columns)
    changes = DataChange.objects.filter(**here).order_by()
    changes = changes.annotate(person=F("by__name"), what=F("kind"), told=F("fields")).values(*columns)
    found = looks.union(changes, all=True).order_by("-at")
    page_obj = Paginator(found, LOG_ROWS).get_page(request.GET.get("page"))
    visitors = Visitor.objects.select_related("jurisdiction").in_bulk({row["visitor"] for row in page_obj})
    labels = dict(DataChangeKind.choices) | {"look": "查看"}
    lines = [
        row | {"who": visitors[row["visitor"]], "label": labels[row["what"]]} for row in page_obj.object_list
    ]
    return render(request, "reception/data_log.html", {"page_obj": page_obj, "lines": lines})


def _admit(user):
    if not rules.may_keep_data(user):
        raise PermissionDenied("来访人信息的保存和查看记录由镇街人大、区人大工作机构管理。")
