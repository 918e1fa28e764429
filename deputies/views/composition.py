"""What a congress is made of: tables with bars, side by side, as a sheet."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse

from congress import clock
from congress.models import Jurisdiction, Profile
from congress.xlsx import sheet
from deputies import composition as engine
from deputies import rules
from deputies.forms.profile import CompositionForm


def composition(request):
    """One congress on a day; ``?place=`` and ``?on=``, by default the user's own, today."""
    form, place, on = _asked(request)
    total, tables = engine.tables_of(place, on)
    page = {
        "form": form,
        "place": place,
        "on": on,
        "total": total,
        "tables": tables,
        "profile": Profile.objects.of(place, on),
        "seats_url": _seats_url(place, on),
        "may_compare": rules.can_compare_congresses(request.user),
    }
    return render(request, "deputies/composition.html", page)


def composition_sheet(request):
    _, place, on = _asked(request)
    total, tables = engine.tables_of(place, on)
    rows = [(table.label, part.label, part.count, part.share) for table in tables for part in table.parts]
    title = f"{_name(place)}代表构成{on:%Y%m%d}"
    return sheet(title, ("项目", "分类", "人数", "占比（%）"), [("在任代表", "合计", total, 100), *rows])


def composition_compare(request):
    """All congresses of the user's area side by side, a dimension at a time: ``?by=`` says which."""
    form, places, on = _asked_of_all(request)
    chosen = engine.BY_LABEL.get(request.GET.get("by"), engine.DIMENSIONS[0])
    [(label, parts, rows)] = engine.side_by_side(places, on, [chosen])
    page = {
        "form": form,
        "on": on,
        "labels": list(engine.BY_LABEL),
        "label": label,
        "parts": parts,
        "rows": [(place, _seats_url(place, on), total, row) for place, total, row in rows],
    }
    return render(request, "deputies/composition_compare.html", page)


def composition_compare_sheet(request):
    _, places, on = _asked_of_all(request)
    columns = {}
    for label, _, rows in engine.side_by_side(places, on):
        for place, total, parts in rows:
            values = columns.setdefault(place.pk, [total])
            values += [part.count for part in parts]
            heads = [(label, part.label) for part in parts]
        columns.setdefault("heads", [("在任代表", "合计")]).extend(heads)
    heads = columns.pop("heads")
    rows = [(*head, *(columns[place.pk][line] for place in places)) for line, head in enumerate(heads)]
    return sheet(f"各级人大代表构成{on:%Y%m%d}", ("项目", "分类", *map(_name, places)), rows)


def _asked(request):
    """The form, the place and the day that the address asks for; what is wrong there is told in the form."""
    if not rules.can_see_structure(request.user):
        raise PermissionDenied("代表构成由工作人员和领导查阅。")
    form = CompositionForm(request.GET, user=request.user)
    form.is_valid()
    place = form.cleaned_data.get("place") or request.user.jurisdiction
    return form, place, form.cleaned_data.get("on") or clock.today()


def _asked_of_all(request):
    if not rules.can_compare_congresses(request.user):
        raise PermissionDenied("各级人大的对比由区县以上的工作人员和领导查阅。")
    form = CompositionForm(request.GET, user=request.user, one=False)
    form.is_valid()
    places = list(Jurisdiction.objects.visible_to(request.user).with_congress())
    return form, places, form.cleaned_data.get("on") or clock.today()


def _seats_url(place, on):
    """The list of the seats behind the numbers; a part of them is named by ``&part=``."""
    query = {"congress": place.pk, "on": on.isoformat()} if place.has_congress else {"on": on.isoformat()}
    return reverse("deputies:deputy_list", query=query)


def _name(place):
    return place.congress_name if place.has_congress else str(place)
