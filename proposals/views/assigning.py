"""交办会清单: all that is accepted and not assigned, with the units thought of; assigned in one go."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import F, Prefetch
from django.shortcuts import redirect, render
from django.urls import reverse

from congress import clock, xlsx
from congress.printing import Offer, send
from congress.workflow import StepNotAvailable
from deputies.models.seat import naming
from proposals import rules, workflow
from proposals.forms.assigning import AssigningRow, UnitNames
from proposals.models import Proposal, ProposedUnit, Sponsorship
from proposals.papers.assigning import HEADS, assigning_paper, assigning_rows


ROWS_PER_PAGE = 50  # of up to five fields each: Django takes a thousand at once


def _found(request):
    """The proposals of the own congress that wait to be assigned, the most urgent first."""
    user = request.user
    if not rules.can_open_assigning(user):
        raise PermissionDenied("交办会清单由人大机关和政府办公室使用。")
    signed = Sponsorship.objects.confirmed().select_related(*naming("seat__"))
    waiting = Proposal.objects.visible_to(user).to_assign().filter(jurisdiction=user.jurisdiction_id)
    return (
        waiting.select_related("jurisdiction__parent", "term", "session", "category", "drafted_by")
        .prefetch_related(
            Prefetch("sponsorships", signed, to_attr="signed"),
            Prefetch("proposed_units", ProposedUnit.objects.select_related("unit")),
        )
        .defer("text", "grounds", "plan")
        .order_by(F("step_due_on").asc(nulls_last=True), "session", "kind", "serial", "pk")
    )


def assigning_list(request):
    waiting = _found(request)
    page_obj = Paginator(waiting, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    sent = request.POST if request.method == "POST" else None
    # What others have assigned or added since the page was opened is neither taken nor emptied.
    found = list(page_obj) if sent is None else list(waiting.filter(pk__in=_shown(sent)))
    units = rules.units_for(request.user, found[0]) if found else []
    names = UnitNames(units.prefetch_related("former_names") if found else [])
    rows = [AssigningRow(sent, proposal=one, names=names) for one in found]
    if sent is not None and all(row.is_valid() for row in rows):
        try:
            with transaction.atomic():
                told = _assign(request, rows) if "assign" in sent else _keep(request, rows)
        except (ValidationError, StepNotAvailable) as error:
            messages.error(request, "".join(getattr(error, "messages", [str(error)])))
        else:
            messages.success(request, told + _gone(sent, found))
            return redirect(request.get_full_path())
    elif sent is not None:
        messages.error(request, "有的单位名称不对，还没有保存，请改正标出的几处。")
    paper = reverse("proposals:assigning_paper")
    page = {
        "rows": rows,
        "page_obj": page_obj,
        "units": names.units,
        "papers": [Offer("交办会清单", paper)],
        "today": clock.today(),
    }
    return render(request, "proposals/assigning_list.html", page)


def _shown(sent):
    """The keys of the proposals that the page showed."""
    keys = [name.removesuffix("-lead") for name in sent if name.endswith("-lead")]
    return [int(key) for key in keys if key.isdecimal() and len(key) < 10]


def _gone(sent, found):
    """A sentence about what was ticked and does not wait any longer."""
    left = {one.pk for one in found}
    gone = sum(f"{key}-chosen" in sent for key in _shown(sent) if key not in left)
    return f"勾选的另有{gone}件已不在清单上，可能别人已经交办，没有重复交办。" if gone else ""


def _keep(request, rows):
    for row in rows:
        if row.has_changed():
            workflow.propose_units(row.proposal, row.thought_of, by=request.user)
    return "拟办单位已存下，还没有交办。"


def _assign(request, rows):
    chosen = [row for row in rows if row.cleaned_data["chosen"]]
    if not chosen:
        raise ValidationError("请先勾选要交办的议案建议。")
    count = workflow.assign_all([(row.proposal, _told(row.cleaned_data)) for row in chosen], by=request.user)
    others = [row for row in rows if row not in chosen]
    _keep(request, others)
    return f"已交办{count}件，单位和代表都收到了消息。"


def _told(data):
    return {
        "lead": next(iter(data["lead"]), None),
        "co_units": data["co"],
        "split_units": data["split"],
        "difficult": data["difficult"],
    }


def assigning_paper_view(request):
    """The list as PDF, with ``?as=docx`` for Word, with ``?as=xlsx`` as a sheet."""
    found = list(_found(request))
    place, wanted = request.user.jurisdiction, request.GET.get("as")
    if wanted == "xlsx":
        return xlsx.sheet(f"{place}交办会清单", HEADS, assigning_rows(found))
    paper = assigning_paper(place, found, on=clock.today())
    return send([paper], paper.name, wanted)
