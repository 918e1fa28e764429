"""The papers of this floor as PDFs, and the page on which a certificate is made."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock, pdf
from congress.models import Session, Term
from deputies import rules
from deputies.forms.paper import CertificateForm
from deputies.models import Seat
from deputies.papers.attendance import attendance_pdf, prints_of
from deputies.papers.cards import cards_pdf
from deputies.papers.certificate import certificate_pdf, duties_of
from deputies.papers.roster import roster_pdf


def roster(request, pk):
    """The official list of a term; ``?by=delegation`` parts it, ``?order=pinyin`` sorts it by pinyin."""
    term = _term(request, pk)
    if not rules.can_print_roster(request.user, term):
        raise PermissionDenied("您不能打印代表名单。")
    document = roster_pdf(
        term,
        _day_of(term),
        by_delegation=request.GET.get("by") == "delegation",
        by_pinyin=request.GET.get("order") == "pinyin",
    )
    return pdf.response(document, f"{term.congress_name}代表名单.pdf")


def cards(request, pk):
    """The cards of a term's deputies, a hundred from ``?first=`` on."""
    term = _term(request, pk)
    if not rules.can_print_cards(request.user, term):
        raise PermissionDenied("代表证由本级人大的工作机构印制，您不能打印。")
    asked = request.GET.get("first", "1")
    first = max(int(asked), 1) if asked.isdecimal() and len(asked) < 6 else 1
    return pdf.response(cards_pdf(term, _day_of(term), first=first), f"{term.congress_name}代表证.pdf")


def roll(request, pk):
    """The roll of a session, or one ``?part=`` of it; ``?blank=1`` to be signed at the door."""
    sessions = Session.objects.visible_to(request.user).select_related("term__jurisdiction__parent")
    session = get_object_or_404(sessions, pk=pk)
    if not rules.can_print_roll(request.user, session):
        raise PermissionDenied("考勤表由本级人大的工作人员打印。")
    prints, asked = {one.key: one for one in prints_of(session)}, request.GET.get("part", "")
    if asked and asked not in prints:
        raise Http404
    if prints and not asked:
        messages.info(request, "这次会议的名单较长，请在“考勤表”中逐团打印。")
        return redirect(session)
    blank = request.GET.get("blank") == "1"
    document = attendance_pdf(session, of=prints.get(asked), blank=blank)
    title = f"{session}{prints.get(asked, '')}{'签到表' if blank else '考勤表'}"
    return pdf.response(document, f"{title}.pdf")


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


def _day_of(term):
    """Today, or the last day of a term that is over."""
    today = clock.today()
    return min(term.ends_on, today) if term.ends_on else today
