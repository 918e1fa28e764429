"""The papers of this floor as PDFs, and the page on which a certificate is made."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from congress import clock, pdf, press
from congress.models import Session, Term
from deputies import printing, rules
from deputies.forms.paper import CertificateForm
from deputies.models import Seat
from deputies.papers.attendance import cells_of, parts_of
from deputies.papers.certificate import certificate_pdf, duties_of


def roster(request, pk):
    """The official list of a term; ``?by=delegation`` parts it, ``?order=pinyin`` sorts it by pinyin."""
    term = _term(request, pk)
    if not rules.can_print_roster(request.user, term):
        raise PermissionDenied("您不能打印代表名单。")
    return press.answer(
        request,
        printing.print_roster,
        term.pk,
        request.GET.get("by") == "delegation",
        request.GET.get("order") == "pinyin",
        name=f"{term.congress_name}代表名单",
        is_long=_in_office(term) > printing.NAMES_AT_ONCE,
        back=term.get_absolute_url(),
    )


def cards(request, pk):
    """The cards of a term's deputies."""
    term = _term(request, pk)
    if not rules.can_print_cards(request.user, term):
        raise PermissionDenied("代表证由本级人大的工作机构印制，您不能打印。")
    return press.answer(
        request,
        printing.print_cards,
        term.pk,
        name=f"{term.congress_name}代表证",
        is_long=_in_office(term) > printing.CARDS_AT_ONCE,
        back=term.get_absolute_url(),
    )


def roll(request, pk):
    """The roll of a session, or one ``?part=`` of it; ``?blank=1`` to be signed at the door."""
    sessions = Session.objects.visible_to(request.user).select_related("term__jurisdiction__parent")
    session = get_object_or_404(sessions, pk=pk)
    if not rules.can_print_roll(request.user, session):
        raise PermissionDenied("考勤表由本级人大的工作人员打印。")
    parts, asked = {part.key: part for part in parts_of(session)}, request.GET.get("part", "")
    if asked and asked not in parts:
        raise Http404
    blank = request.GET.get("blank") == "1"
    return press.answer(
        request,
        printing.print_roll,
        session.pk,
        asked,
        blank,
        name=f"{session}{parts.get(asked, '')}{'签到表' if blank else '考勤表'}",
        is_long=cells_of(session, asked) > printing.CELLS_AT_ONCE,
        back=session.get_absolute_url(),
    )


def certificate(request, pk):
    """Choose employer and days and see what would be certified; ``?print=1`` is the certificate itself."""
    seats = Seat.objects.visible_to(request.user).select_related(
        "deputy", "term__jurisdiction__parent", "constituency__town__parent"
    )
    seat = get_object_or_404(seats, pk=pk)
    if not rules.can_certify_attendance(request.user, seat):
        raise PermissionDenied("出勤证明由代表所在的人大工作机构出具。")
    today = clock.today()
    asked = request.GET if "first" in request.GET else None
    form = CertificateForm(asked, initial={"first": today.replace(month=1, day=1), "last": today})
    duties = None
    if form.is_valid():
        duties = duties_of(seat, form.cleaned_data["first"], form.cleaned_data["last"])
        if duties and request.GET.get("print"):
            document = certificate_pdf(seat, form.cleaned_data["employer"], duties, on=today)
            return pdf.response(document, f"{seat.deputy.name}执行代表职务出勤证明.pdf")
    page = {"seat": seat, "form": form, "duties": duties}
    return render(request, "deputies/certificate.html", page)


def _term(request, pk):
    terms = Term.objects.visible_to(request.user).select_related("jurisdiction__parent")
    return get_object_or_404(terms, pk=pk)


def _in_office(term):
    return Seat.objects.filter(term=term).in_office(printing.day_of(term)).count()
