"""Proposals: the list, a proposal's page, its steps, its signatures'."""

from django.db.models import F, OuterRef, Prefetch, Subquery, prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from congress.desk import amber_days_for, light_of
from congress.enums import Level
from congress.handling import HandlingStatus
from congress.lists import FilteredList
from congress.steps import step_links, step_page
from deputies.models.seat import naming
from proposals import handling_workflow, kinds, panels, reading, rules, workflow
from proposals.enums import ProposalKind, SponsorRole, SponsorStatus
from proposals.filters import ProposalFilter
from proposals.forms.reply import REPLY_FORMS
from proposals.forms.step import PROPOSAL_STEPS, SIGNATURE_STEPS
from proposals.models import Assignment, Proposal, Rating, Reply, Sponsorship
from proposals.papers.offered import offers_of
from proposals.stages import stages_of


MAIN_STEPS = [
    *(
        "confirm",
        "agree",
        "submit",
        "accept",
        "present",
        "answer",
        "order_answer",
        "put_on_agenda",
        "report",
        "decide",
    ),
    *("consent_withdrawal", "vote", "judge", "assign", "send_to_committee", "conclude"),
    *("pass_reply", "pass_again", "rate", "rate_again", "redo", "refer_to_committee", "urge_rating", "close"),
]
UNIT_STEPS = ["confirm_return", "grant_extension", "accept", "reply"]


class ProposalList(FilteredList):
    filterset_class = ProposalFilter
    template_name = "proposals/proposal_list.html"

    def get_queryset(self):
        user = self.request.user
        leads = Sponsorship.objects.filter(role=SponsorRole.LEAD).select_related(*naming("seat__"))
        parts = Assignment.objects.standing().filter(round=F("proposal__round")).select_related("unit")
        found = (
            Proposal.objects.visible_to(user)
            .select_related("jurisdiction", "term", "session", "category")
            .defer("text", "grounds", "plan", "decision_note")
            .prefetch_related(
                Prefetch("sponsorships", leads, to_attr="leads"),
                Prefetch("assignments", parts, to_attr="parts"),
            )
        )
        return self._own_first(found, user) if user.is_unit_clerk else found

    @staticmethod
    def _own_first(found, user):
        """A unit's clerk works by the clock of his own part."""
        own = Assignment.objects.filter(proposal=OuterRef("pk"), unit=user.unit_id).with_step_due()
        due = Subquery(own.order_by("-pk").values("step_due_on")[:1])
        return found.annotate(own_due_on=due).order_by(F("own_due_on").asc(nulls_last=True), "-pk")

    def due_of(self, record):
        return getattr(record, "own_due_on", record.step_due_on)

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            heading="我的议案建议" if user.is_deputy else "议案建议",
            may_draft=rules.may_draft(user),
            may_assign=rules.can_open_assigning(user),
            may_print=rules.can_print_ledger(user),
            several_places=user.jurisdiction is not None and user.jurisdiction.level not in Level.local,
            **kwargs,
        )


def _with_everything(user):
    """The visible proposals with all that a page shows, in a fixed number of queries."""
    parts = Assignment.objects.with_clerks().select_related("unit")
    replies = Reply.objects.visible_to(user).select_related("result_class")
    return (
        Proposal.objects.visible_to(user)
        .select_related(
            *("jurisdiction__parent", "term", "session__term__jurisdiction", "category__parent"),
            *("drafted_by", "resubmission_of"),
        )
        .prefetch_related(
            Prefetch("sponsorships", Sponsorship.objects.select_related(*naming("seat__"))),
            Prefetch("assignments", parts.prefetch_related(Prefetch("replies", replies))),
        )
    )


def proposal_detail(request, pk):
    user = request.user
    proposal = get_object_or_404(_with_everything(user), pk=pk)
    if proposal.kind != ProposalKind.SUGGESTION or proposal.motion_serial:
        prefetch_related_objects([proposal], "proceedings")
    if proposal.assigned_on:
        prefetch_related_objects([proposal], "inspections")
    if user.is_deputy and proposal.replied_on:
        reading.note_read(proposal, by=user)
    signatures, parts = list(proposal.sponsorships.all()), list(proposal.assignments.all())
    lead = next(row for row in signatures if row.leads)
    amber_days = amber_days_for(user)
    held = [str(part.unit) for part in parts if part.leads and part.status != HandlingStatus.RETURNED]
    page = {
        "proposal": proposal,
        "lead": lead,
        "signatures": signatures,
        "parts": parts,
        "amber_days": amber_days,
        "stages": stages_of(proposal, lead.seat.called, held[-1:]),
        "steps": _steps(proposal, signatures, parts, user, amber_days),
        "events": proposal.events.select_related("by__deputy"),
        "papers": offers_of(proposal, signatures, parts, user),
        "panels": panels.panels_of(proposal, user),
        "missing_signers": _missing_signers(proposal, signatures),
    }
    return render(request, "proposals/proposal_detail.html", page)


def _missing_signers(proposal, signatures):
    """How many signers it lacks while it is written, and by which article; None where it lacks none."""
    if proposal.kind not in ProposalKind.presented or not proposal.is_written:
        return None
    needed = kinds.signers_needed(proposal)
    missing = needed.least - sum(row.status == SponsorStatus.CONFIRMED for row in signatures)
    return {"count": missing, "basis": needed.basis} if missing > 0 else None


def _steps(proposal, signatures, parts, user, amber_days):
    """What the person may do now: sign, go on with the proposal, act for his unit, decide what units ask."""
    timing = {
        "due_on": proposal.step_due_on,
        "due_sentence": proposal.step_due_sentence,
        "light": light_of(proposal.step_due_on, amber_days),
    }
    links = step_links(
        proposal, workflow.offered(proposal, user), "proposals:proposal_step", main=MAIN_STEPS, **timing
    )
    for row in signatures:
        row.proposal = proposal
        offered = workflow.offered_to_sign(row, user)
        signing = step_links(row, offered, "proposals:sponsorship_step", main=["confirm", "agree"])
        links = [*_named(signing, row.seat.called, row.seat.deputy.user_id != user.pk), *links]
    for part in parts:
        part.proposal = proposal
        due_on, due_sentence = part.step_due
        acting = step_links(
            part,
            handling_workflow.offered(part, user),
            "proposals:assignment_step",
            main=UNIT_STEPS,
            due_on=due_on,
            due_sentence=due_sentence,
            light=light_of(due_on, amber_days),
        )
        acting = _named(acting, part.unit, not user.is_unit_clerk)
        # What a unit waits for, or is waited for with, comes before everything else.
        links = [*acting, *links] if any(link["primary"] for link in acting) else [*links, *acting]
    return links


def _named(links, who, several):
    """The buttons with whom they are about, where the person acts for or about several."""
    return [{**link, "label": f"{link['label']}（{who}）"} for link in links] if several else links


def _replies_about(proposal, name):
    """What is read before it is checked or rated: the last version of each leading unit's reply."""
    if name not in {**REPLY_FORMS, "rate": None, "rate_again": None}:
        return []
    parts = [part for part in proposal.assignments.all() if part.leads and part.round == proposal.round]
    return [list(part.replies.all())[-1] for part in parts if part.replies.all()]


def _ratings_about(proposal, name):
    """What deputies said of the last reply, to who decides what follows from it."""
    if name not in ("redo", "refer_to_committee", "close"):
        return []
    found = Rating.objects.filter(sponsorship__proposal=proposal, round=proposal.round)
    return found.select_related(*naming("sponsorship__seat__"))


def proposal_step(request, pk, name):
    proposal = get_object_or_404(_with_everything(request.user), pk=pk)
    if name not in PROPOSAL_STEPS:
        raise Http404
    form_class, verb = PROPOSAL_STEPS[name]
    return step_page(
        request,
        record=proposal,
        workflow=workflow.proposals,
        name=name,
        verb=verb,
        form_class=form_class,
        template_name="proposals/proposal_step.html",
        context={
            "proposal": proposal,
            "replies": _replies_about(proposal, name),
            "ratings": _ratings_about(proposal, name),
        },
        about=proposal,
        user=request.user,
        initial={"into": request.GET["into"]} if "into" in request.GET else {},
    )


def sponsorship_step(request, pk, name):
    rows = Sponsorship.objects.visible_to(request.user).select_related(
        "proposal__jurisdiction__parent", "proposal__drafted_by", "proposal__term", "proposal__session"
    )
    row = get_object_or_404(rows, pk=pk)
    if name not in SIGNATURE_STEPS:
        raise Http404
    form_class, verb = SIGNATURE_STEPS[name]
    return step_page(
        request,
        record=row,
        workflow=workflow.sponsorships,
        name=name,
        verb=verb,
        form_class=form_class,
        template_name="proposals/proposal_step.html",
        # Who does not sign sees no more of it.
        back=row.get_absolute_url() if name == "confirm" else reverse("proposals:proposal_list"),
        context={"proposal": row.proposal},
        about=row,
        user=request.user,
    )
