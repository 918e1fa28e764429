"""Voters' opinions: the list, a matter's page, its steps."""

from django.db.models import F, Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress.desk import amber_days_for, light_of
from congress.enums import Level
from congress.handling.promise_pages import promises_of
from congress.lists import FilteredList
from congress.steps import step_links, step_page
from deputies.fields import choosable
from deputies.models import Seat
from deputies.models.seat import naming
from proposals.models import Proposal, Reply
from reception import referral_workflow, rules
from reception.answer_workflow import after_survey
from reception.earlier import links_of
from reception.enums import Competence, OpinionStatus
from reception.filters import OpinionFilter
from reception.forms.opinion import OPINION_STEPS
from reception.models import Answer, Opinion, Referral, ReplyCopy, Undertaking, UnitReply
from reception.nameless import nameless
from reception.papers.offered import offers_of_opinion
from reception.reading import note_read
from reception.stages import stages_of
from reception.views.converting import convert_matters
from reception.workflow import offered, opinions


# Who copies, answers or asks the voter reads what the units wrote.
AFTER_REPLY = ("copy", "answer", "survey", "close", "redo")
MAIN_STEPS = ["register", "triage", "refer", "copy", "answer", "inform", "survey", "close"]
BY_COMPETENCE = {
    Competence.DISTRICT: "escalate",
    Competence.HIGHER: "escalate",
    Competence.JUDICIAL: "not_accept",
}
DECISIONS = ["confirm_return", "grant_extension"]


class OpinionList(FilteredList):
    filterset_class = OpinionFilter
    template_name = "reception/opinion_list.html"

    def get_queryset(self):
        standing = Referral.objects.standing().filter(round=F("opinion__round")).select_related("unit")
        return (
            Opinion.objects.visible_to(self.request.user)
            .select_related("jurisdiction", "category")
            .defer("words", "outcome_note")
            .prefetch_related(Prefetch("referrals", standing, to_attr="standing_referrals"))
        )

    def due_of(self, record):
        record.convertible = record.status in opinions.steps["convert"].sources
        return record.step_due_on

    def get_context_data(self, **kwargs):
        user = self.request.user
        context = super().get_context_data(
            heading="我的事项" if user.is_deputy else "群众意见",
            may_register=rules.may_receive(user),
            may_export=rules.can_export_ledgers(user),
            several_places=user.jurisdiction is not None and user.jurisdiction.level not in Level.local,
            **kwargs,
        )
        # The button stands only where the page has a box to tick.
        convertible = any(opinion.convertible for opinion in context["object_list"])
        return context | {"may_convert": convertible and rules.may_convert(user)}


def opinion_detail(request, pk):
    """A matter's page; a unit's clerk is led to the page of his own unit's part."""
    user = request.user
    opinion = get_object_or_404(_with_everything(user), pk=pk)
    if user.is_unit_clerk:
        return redirect(Referral.objects.visible_to(user).filter(opinion=opinion).last())
    if user.is_deputy:
        # He signs for a copy by opening the page: this GET writes, and a second time nothing.
        note_read(opinion, by=user)
    events, amber_days = opinion.events.select_related("by__deputy"), amber_days_for(user)
    may_reveal = rules.can_reveal(user, opinion.visit.visitor)
    page = {
        "opinion": opinion,
        "amber_days": amber_days,
        "stages": stages_of(opinion, events),
        "steps": _steps(opinion, user, amber_days),
        "events": events,
        "promises": promises_of(Undertaking, opinion, user),
        "surveys": opinion.surveys.all(),
        **_of_main(opinion, user),
        **_of_proposal(opinion, user),
        "earlier_links": links_of(opinion, user),
        "may_open_day": rules.can_open_day_of(user, opinion),
        "may_reveal": may_reveal,
        "papers": offers_of_opinion(opinion, user, may_reveal=may_reveal),
    }
    return render(request, "reception/opinion_detail.html", page)


def _of_main(opinion, user):
    """What the page of a merged matter shows of the main one, of which its deputy sees no more."""
    if opinion.merged_into is None:
        return {}
    seen = Opinion.objects.visible_to(user).filter(pk=opinion.merged_into_id)
    return {"main_replies": _replies(opinion), "may_open_main": seen.exists()}


def _of_proposal(opinion, user):
    """Whether the reader of a matter may open the proposal that it became, and read what was replied."""
    if opinion.proposal is None:
        return {}
    seen = Proposal.objects.visible_to(user).filter(pk=opinion.proposal_id).exists()
    written = Reply.objects.sent().filter(assignment__proposal=opinion.proposal_id)
    replies = written.select_related("assignment__unit", "result_class")
    return {"may_open_proposal": seen, "proposal_replies": [row for row in replies if row.assignment.leads]}


def _with_everything(user):
    """The visible opinions with all that a matter's page shows, in a fixed number of queries."""
    copies = ReplyCopy.objects.select_related(*naming("seat__"))
    replies = UnitReply.objects.select_related("result_class").prefetch_related(Prefetch("copies", copies))
    referrals = Referral.objects.visible_to(user).with_clerks().select_related("unit")
    return (
        Opinion.objects.visible_to(user)
        .with_redoable()
        .select_related(
            "jurisdiction__parent",
            "category",
            "constituency",
            "proposed_unit",
            "merged_into__jurisdiction",
            "proposal__term",
            "proposal__session",
            "visit__visitor__jurisdiction__parent",
            "visit__day",
            "visit__recorded_by",
        )
        .prefetch_related(
            Prefetch("visit__deputies", choosable(Seat.objects)),
            Prefetch("referrals", referrals.prefetch_related(Prefetch("replies", replies))),
            Prefetch("merged", Opinion.objects.visible_to(user).select_related("jurisdiction")),
            Prefetch("answers", Answer.objects.select_related(*naming("seat__"), "by__jurisdiction")),
        )
    )


def _steps(opinion, user, amber_days):
    """What the person may do now: with the matter, and with its units' requests."""
    links = step_links(
        opinion,
        offered(opinion, user),
        "reception:opinion_step",
        main=_main_steps(opinion),
        due_on=opinion.step_due_on,
        due_sentence=opinion.step_due_sentence,
        light=light_of(opinion.step_due_on, amber_days),
    )
    for referral in opinion.referrals.all():
        due_on, due_sentence = referral.step_due
        asked = step_links(
            referral,
            referral_workflow.offered(referral, user),
            "reception:referral_step",
            main=DECISIONS,
            due_on=due_on,
            due_sentence=due_sentence,
            light=light_of(due_on, amber_days),
        )
        asked = [{**link, "label": f"{link['label']}（{referral.unit}）"} for link in asked]
        # What a unit asks for comes before everything else.
        links = [*asked, *links] if any(link["primary"] for link in asked) else [*links, *asked]
    return links


def _main_steps(opinion):
    """The steps that carry the matter on: what its survey or its competence asks for first."""
    if opinion.status == OpinionStatus.SURVEYED:
        return [after_survey(opinion), *MAIN_STEPS]
    if opinion.status == OpinionStatus.TRIAGED:
        return [BY_COMPETENCE.get(opinion.competence, "refer")]
    return MAIN_STEPS


def _replies(opinion):
    """What the units replied in this round; to a matter that was merged, in the main one's."""
    opinion = opinion.merged_into or opinion
    found = UnitReply.objects.filter(referral__opinion=opinion, referral__round=opinion.round)
    return found.select_related("referral__unit", "result_class")


def opinion_step(request, pk, name):
    opinion = get_object_or_404(
        Opinion.objects.visible_to(request.user).select_related(
            "jurisdiction__parent", "visit__visitor", "merged_into", "proposal"
        ),
        pk=pk,
    )
    if name == "convert":
        return convert_matters(request, [opinion])
    if name not in OPINION_STEPS:
        raise Http404
    form_class, verb = OPINION_STEPS[name]
    return step_page(
        request,
        record=opinion,
        workflow=opinions,
        name=name,
        verb=nameless(verb, opinion.visit.visitor),
        form_class=form_class,
        template_name="reception/opinion_step.html",
        context={"opinion": opinion, "replies": _replies(opinion) if name in AFTER_REPLY else ()},
        about=opinion,
        user=request.user,
    )
