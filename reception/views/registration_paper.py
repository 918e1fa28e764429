"""The form of a visit on paper: blank for everybody who receives, filled in for a logged reason."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache

from congress import docx, pdf
from congress.papers import pdf_of
from deputies.fields import choosable
from deputies.models import Seat
from deputies.models.seat import naming
from reception import rules
from reception.forms.paper import RegistrationForm
from reception.models import Opinion, ReceptionDay, RotaSlot, Visit
from reception.papers.registration import blank_form, filled_form
from reception.reading import check_need, reveal


def form_blank(request):
    """The blank form, of a reception day with ``?day=``."""
    user = request.user
    if not rules.may_receive(user):
        raise PermissionDenied("登记表由代表、联络员和镇街工作人员打印。")
    day, place = None, user.jurisdiction
    if (pk := request.GET.get("day", "")).isdecimal():
        slots = RotaSlot.objects.select_related(*naming("seat__"))
        days = ReceptionDay.objects.visible_to(user).select_related("jurisdiction__parent")
        day = get_object_or_404(days.prefetch_related(Prefetch("slots", slots)), pk=pk)
        place = day.jurisdiction
    return pdf.response(pdf_of([blank_form(place, day)]), f"{place}代表接待登记表（空白）.pdf")


@never_cache
def form_filled(request, pk):
    """The form of a visit with the visitor's data; why it is printed is put down (D10)."""
    user = request.user
    matters = Opinion.objects.visible_to(user).select_related("jurisdiction", "category", "constituency")
    matters = matters.prefetch_related("referrals__replies", "referrals__unit", "answers").order_by("pk")
    visits = Visit.objects.visible_to(user).select_related(
        "jurisdiction__parent", "visitor__jurisdiction__parent", "day", "recorded_by"
    )
    people = Prefetch("deputies", choosable(Seat.objects))
    visit = get_object_or_404(visits.prefetch_related(Prefetch("opinions", matters), people), pk=pk)
    check_need(user, visit.visitor)
    if user.is_unit_clerk:
        raise PermissionDenied("登记表由镇街和接待代表打印。")
    form = RegistrationForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        opinion = visit.opinions.all()[0]
        return render(request, "reception/visit_paper.html", {"form": form, "opinion": opinion})
    with transaction.atomic():
        reveal(visit.visitor, by=user, reason=f"打印登记表：{form.cleaned_data['reason']}")
    paper = filled_form(visit)
    name = f"{paper.name}（{visit.opinions.all()[0].number}）"
    if form.cleaned_data["kind"] == RegistrationForm.WORD:
        return docx.response(docx.docx_of([paper]), f"{name}.docx")
    return pdf.response(pdf_of([paper]), f"{name}.pdf")
