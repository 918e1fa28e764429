"""The terms of the congresses: quota beside roster, and the turnover to the next."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock
from congress.lists import FilteredList
from congress.models import Profile, Term
from congress.registers.takeover import rolled_back
from congress.steps import add_errors, sent
from deputies import rules, turnover_balance
from deputies.forms.term import QuotaForm, TurnoverForm
from deputies.models import Vacancy
from deputies.term_filters import TermFilter
from deputies.terms import rosters_of
from deputies.turnover import candidates, turn_over


class TermList(FilteredList):
    """The terms of the user's congresses, each with its quota and who is in office."""

    filterset_class = TermFilter
    template_name = "deputies/term_list.html"
    open_to = staticmethod(rules.can_list_terms)

    def get_queryset(self):
        return Term.objects.visible_to(self.request.user).select_related("jurisdiction")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["rosters"] = rosters_of(context["object_list"])
        return context


def term_detail(request, pk):
    """The quota of a term, its formula, and where the roster departs from them."""
    term = _term(request, pk)
    if not rules.can_list_terms(request.user):
        raise PermissionDenied("届和名额不在您的角色查阅范围内。")
    may_keep = rules.can_keep_term(request.user, term)
    is_latest = not Term.objects.filter(jurisdiction=term.jurisdiction, number__gt=term.number or 0).exists()
    roster = rosters_of([term])[0]
    page = {
        "term": term,
        "roster": roster,
        "profile": Profile.objects.of(term.jurisdiction, min(term.ends_on or clock.today(), clock.today())),
        "vacancies": Vacancy.objects.filter(seat__term=term).with_seats(),
        "may_keep": may_keep,
        "may_elect": may_keep and is_latest,
        "may_turn_over": may_keep and is_latest,
        "may_print_cards": rules.can_print_cards(request.user, term),
    }
    return render(request, "deputies/term_detail.html", page)


def term_edit(request, pk):
    """Population and quota as they were determined (选举法第十三条、第十四条)."""
    term = _kept_term(request, pk)
    form = QuotaForm(*sent(request), instance=term)
    if form.is_valid():
        form.save()
        messages.success(request, f"已保存{term}的名额。")
        return redirect(term)
    page = {"form": form, "title": f"人口和名额：{term}", "submit": "保存", "back": term.get_absolute_url()}
    return render(request, "deputies/seat_form.html", page)


def turnover(request, pk):
    """Open the next term: first the form, then what would happen, then it happens."""
    term = _kept_term(request, pk)
    form = TurnoverForm(*sent(request)[:1], seats=candidates(term))
    page = {"term": term, "form": form, "today": clock.today()}
    if not form.is_valid() or "back" in request.POST:
        return render(request, "deputies/turnover_form.html", page)
    values = {name: form.cleaned_data[name] for name in ("first_day", "redraw", "memberships", "chosen")}
    try:
        if "confirm" in request.POST:
            done = turn_over(term, by=request.user, **values)
            messages.success(request, done.sentence)
            return redirect(done.new)
        with rolled_back():
            page["preview"] = turn_over(term, by=request.user, **values)
        memberships = values["memberships"]
        page["carried"] = turnover_balance.carried(page["preview"], memberships=memberships)
        page["left"] = turnover_balance.left(term, on=clock.today(), memberships=memberships)
        page["leaving"] = [row["seat"].called for row in form.rows if not row["carried"]]
    except ValidationError as error:
        add_errors(form, error)
        return render(request, "deputies/turnover_form.html", page)
    return render(request, "deputies/turnover_preview.html", page)


def _kept_term(request, pk):
    term = _term(request, pk)
    if not rules.can_keep_term(request.user, term):
        raise PermissionDenied("这个人大的届和名额由其工作机构维护，您不能修改。")
    return term


def _term(request, pk):
    terms = Term.objects.visible_to(request.user).select_related("jurisdiction__parent")
    return get_object_or_404(terms, pk=pk)
