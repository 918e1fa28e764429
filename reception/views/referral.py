"""A unit's parts in opinions: the list, a part's page, its steps."""

from django.db.models import F, Prefetch
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render

from congress.desk import amber_days_for, light_of
from congress.handling.promise_pages import promises_of
from congress.lists import FilteredList
from congress.steps import step_links, step_page
from deputies.fields import choosable
from deputies.models import Seat
from deputies.models.seat import naming
from reception import referral_workflow, rules
from reception.filters import ReferralFilter
from reception.forms.referral import REFERRAL_STEPS
from reception.models import Referral, ReplyCopy, Undertaking, UnitReply
from reception.nameless import nameless
from reception.papers.offered import offers_of_referral
from reception.workflow import referrals


class ReferralList(FilteredList):
    filterset_class = ReferralFilter
    template_name = "reception/referral_list.html"

    def get_queryset(self):
        return (
            Referral.objects.visible_to(self.request.user)
            .select_related("unit", "opinion__jurisdiction")
            .defer("opinion__words")
            .with_step_due()
            .order_by(F("step_due_on").asc(nulls_last=True), "-issued_on", "pk")
        )

    def due_of(self, record):
        return record.step_due_on


def _page_of(user):
    """The visible referrals with what a page or a step of one needs."""
    return Referral.objects.visible_to(user).select_related(
        "unit", "opinion__jurisdiction__parent", "opinion__visit__visitor__jurisdiction__parent"
    )


def referral_detail(request, pk):
    everything = _page_of(request.user).select_related("opinion__visit__day", "opinion__visit__recorded_by")
    referral = get_object_or_404(
        everything.prefetch_related(
            "replies__result_class",
            Prefetch("replies__copies", ReplyCopy.objects.select_related(*naming("seat__"))),
            Prefetch("opinion__visit__deputies", choosable(Seat.objects)),
        ),
        pk=pk,
    )
    opinion = referral.opinion
    (due_on, due_sentence), amber_days = referral.step_due, amber_days_for(request.user)
    others = Referral.objects.standing().filter(opinion=opinion, round=referral.round).exclude(pk=pk)
    page = {
        "referral": referral,
        "opinion": opinion,
        "others": others.select_related("unit"),
        "steps": step_links(
            referral,
            referral_workflow.offered(referral, request.user),
            "reception:referral_step",
            main=["accept", "reply" if referral.plan_measures else "plan", "reply"],
            due_on=due_on,
            due_sentence=due_sentence,
            light=light_of(due_on, amber_days),
        ),
        "promises": promises_of(Undertaking, opinion, request.user),
        "amber_days": amber_days,
        "events": referral.events.select_related("by__deputy"),
        "may_open_day": rules.can_open_day_of(request.user, opinion),
        "may_reveal": rules.can_reveal(request.user, opinion.visit.visitor),
        "papers": offers_of_referral(referral, request.user),
    }
    return render(request, "reception/referral_detail.html", page)


def referral_step(request, pk, name):
    referral = get_object_or_404(_page_of(request.user), pk=pk)
    if name not in REFERRAL_STEPS:
        raise Http404
    form_class, verb = REFERRAL_STEPS[name]
    back = referral if request.user.is_unit_clerk else referral.opinion
    return step_page(
        request,
        record=referral,
        workflow=referrals,
        name=name,
        verb=nameless(verb, referral.opinion.visit.visitor),
        form_class=form_class,
        template_name="reception/opinion_step.html",
        back=back.get_absolute_url(),
        context={"opinion": referral.opinion},
        about=referral,
        user=request.user,
    )


def reply_attachment(request, pk):
    """The paper of a reply, to those who see the unit's part."""
    seen = Referral.objects.visible_to(request.user)
    papers = UnitReply.objects.filter(referral__in=seen.values("pk")).exclude(attachment="")
    reply = get_object_or_404(papers.select_related("referral__unit"), pk=pk)
    return FileResponse(reply.attachment.open(), as_attachment=True, filename=reply.paper_name)
