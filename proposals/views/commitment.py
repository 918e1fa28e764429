"""The ledger of commitments, a commitment's page and its steps."""

from django.core.exceptions import PermissionDenied
from django.db.models import F, Prefetch
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render

from congress import clock
from congress.desk import amber_days_for, light_of
from congress.lists import FilteredList
from congress.steps import step_links, step_page
from congress.xlsx import sheet
from deputies.models.seat import naming
from proposals import rules
from proposals.enums import SponsorRole
from proposals.filters import CommitmentFilter
from proposals.forms.commitment import COMMITMENT_STEPS
from proposals.keeping import kept_of
from proposals.models import Commitment, Proposal, Sponsorship
from proposals.workflow import commitments


HEADINGS = [
    *("编号", "标题", "领衔代表", "承诺单位", "承诺事项", "承诺日期", "原定时限", "完成时限"),
    *("结转年度", "最近进展", "报告日期", "状态", "落实情况", "了结日期"),
]
MAIN_STEPS = ["confirm", "progress"]


def _ledger(user):
    """The visible commitments with what a row shows, in the order in which they are due."""
    leads = Sponsorship.objects.filter(role=SponsorRole.LEAD).select_related(*naming("seat__"))
    made = Commitment.objects.visible_to(user).select_related(
        "unit", "proposal__term", "proposal__session", "proposal__jurisdiction"
    )
    made = made.defer("proposal__text", "proposal__grounds", "proposal__plan").with_step_due()
    return made.prefetch_related(Prefetch("proposal__sponsorships", leads, to_attr="leads")).order_by(
        F("step_due_on").asc(nulls_last=True), "-promised_on", "pk"
    )


class CommitmentList(FilteredList):
    filterset_class = CommitmentFilter
    template_name = "proposals/commitment_list.html"
    open_to = staticmethod(rules.can_read_commitments)

    def get_queryset(self):
        return _ledger(self.request.user)

    def due_of(self, record):
        return record.due_on if record.is_going else None

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            heading="答应我的事" if user.is_deputy else "承诺事项台账",
            kept=self._kept(),
            query=_without_state(self.request),
            may_export=rules.can_export_commitments(user),
            **kwargs,
        )

    def _kept(self):
        """Of the year, unit and place that are set, whichever state the list shows."""
        user, query = self.request.user, _without_state(self.request)
        if user.is_deputy:
            return None
        everything = CommitmentFilter(
            query, queryset=Commitment.objects.visible_to(user).with_step_due(), request=self.request
        )
        proposals = Proposal.objects.visible_to(user)
        if query.get("year", "").isdigit():
            proposals = proposals.filter(assigned_on__year=query["year"])
        return kept_of(everything.qs.order_by(), proposals)


def _without_state(request):
    query = request.GET.copy()
    for name in ("state", "light", "page", "order"):
        query.pop(name, None)
    return query


def commitment_sheet(request):
    """The rows as they are filtered."""
    if not rules.can_export_commitments(request.user):
        raise PermissionDenied("承诺事项台账由人大机关、政府办公室和承办单位导出。")
    found = CommitmentFilter(request.GET, queryset=_ledger(request.user), request=request).qs
    place = request.user.unit or request.user.jurisdiction
    return sheet(f"{place}{clock.today():%Y%m%d}承诺事项台账", HEADINGS, map(_row, found))


def _row(made):
    return (
        made.proposal.number,
        made.proposal.title,
        "、".join(row.seat.called for row in made.proposal.leads),
        made.unit.name,
        made.text,
        made.promised_on,
        made.first_due_on,
        made.due_on,
        "、".join(f"{year}年" for year in made.rolled_over),
        made.progress,
        made.progress_on,
        made.get_status_display(),
        made.outcome,
        made.settled_on,
    )


def _page_of(user):
    return (
        Commitment.objects.visible_to(user)
        .with_step_due()
        .select_related(
            "unit",
            "assignment__unit",
            "proposal__jurisdiction__parent",
            "proposal__term",
            "proposal__session",
            "proposal__drafted_by",
        )
    )


def commitment_detail(request, pk):
    made = get_object_or_404(_page_of(request.user), pk=pk)
    due_on, amber_days = made.step_due_on, amber_days_for(request.user)
    page = {
        "made": made,
        "proposal": made.proposal,
        "amber_days": amber_days,
        "steps": step_links(
            made,
            commitments.offered(made, request.user),
            "proposals:commitment_step",
            main=MAIN_STEPS,
            due_on=due_on,
            light=light_of(due_on, amber_days),
        ),
        "events": made.events.select_related("by__deputy"),
    }
    return render(request, "proposals/commitment_detail.html", page)


def commitment_step(request, pk, name):
    made = get_object_or_404(_page_of(request.user), pk=pk)
    if name not in COMMITMENT_STEPS:
        raise Http404
    form_class, verb = COMMITMENT_STEPS[name]
    return step_page(
        request,
        record=made,
        workflow=commitments,
        name=name,
        verb=verb,
        form_class=form_class,
        template_name="proposals/proposal_step.html",
        context={"proposal": made.proposal},
        about=made,
        user=request.user,
    )


def commitment_proof(request, pk):
    """The proof that it is kept, to those who see the promise."""
    proved = Commitment.objects.visible_to(request.user).exclude(proof="").select_related("unit")
    made = get_object_or_404(proved, pk=pk)
    return FileResponse(made.proof.open(), as_attachment=True, filename=made.proof_name)
