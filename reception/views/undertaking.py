"""The ledger of what units promised voters, an undertaking's page and its steps."""

from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404

from congress.handling.promise_pages import (
    MAIN_STEPS,
    PromiseList,
    in_order,
    promise_page,
    promise_proof,
    promise_sheet,
    promise_step,
    refuse_sheet,
)
from deputies.fields import choosable
from deputies.models import Seat
from reception import rules
from reception.enums import OpinionStatus
from reception.filters import UndertakingFilter
from reception.forms.undertaking import UNDERTAKING_STEPS
from reception.models import Opinion, Undertaking
from reception.nameless import nameless
from reception.workflow import offered_to_keep, undertakings


LEDGER, OF_DEPUTY = "意见承诺事项台账", "答应选民的事"


def _ledger(user):
    """The visible undertakings with what a row shows, in the order in which they are due."""
    made = Undertaking.objects.visible_to(user).select_related("opinion__jurisdiction")
    return in_order(made).defer("opinion__words", "opinion__outcome_note")


class UndertakingList(PromiseList):
    filterset_class = UndertakingFilter
    heading, heading_of_deputy = LEDGER, OF_DEPUTY
    matter_list = "reception:opinion_list"
    open_to = staticmethod(rules.can_read_undertakings)
    may_export = staticmethod(rules.can_export_undertakings)

    def get_queryset(self):
        return _ledger(self.request.user)

    def matters(self, user):
        return Opinion.objects.visible_to(user), "referred_on", Q(status=OpinionStatus.CLOSED)


def undertaking_sheet(request):
    """The rows as they are filtered, without a visitor's data (D10)."""
    if not rules.can_export_undertakings(request.user):
        refuse_sheet()
    receivers = Prefetch("opinion__visit__deputies", choosable(Seat.objects))
    everything = _ledger(request.user).select_related("opinion__visit").prefetch_related(receivers)
    found = UndertakingFilter(request.GET, queryset=everything, request=request).qs
    return promise_sheet(request, found, name=LEDGER, people="接待代表", people_of=_receivers)


def _receivers(opinion):
    return "、".join(seat.called for seat in opinion.visit.deputies.all())


def _made(user, pk):
    found = Undertaking.objects.visible_to(user).with_step_due()
    found = found.select_related(
        "unit", "referral__unit", "opinion__jurisdiction__parent", "opinion__visit__visitor"
    )
    return get_object_or_404(found, pk=pk)


def undertaking_detail(request, pk):
    made = _made(request.user, pk)
    heading = OF_DEPUTY if request.user.is_deputy else LEDGER
    steps = offered_to_keep(made, request.user)
    main = ["tell", *MAIN_STEPS]
    return promise_page(request, made, steps, heading=heading, main=main)


def undertaking_step(request, pk, name):
    made = _made(request.user, pk)
    return promise_step(
        request,
        made,
        undertakings,
        name,
        {
            key: (form, nameless(verb, made.opinion.visit.visitor))
            for key, (form, verb) in UNDERTAKING_STEPS.items()
        },
        template_name="reception/opinion_step.html",
        context={"opinion": made.opinion},
    )


def undertaking_proof(request, pk):
    return promise_proof(request, Undertaking, pk)
