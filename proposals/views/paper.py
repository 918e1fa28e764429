"""The papers of proposals, each as PDF or, with ``?as=docx``, as a document."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress import press
from congress.printing import PDF, send
from proposals import printing, rules
from proposals.forms.paper import LedgerPaperForm
from proposals.models import Assignment, Proposal, Reply
from proposals.papers.assignment import assignment_paper as paper_of_assignment
from proposals.papers.matter import proposals_of, with_parts
from proposals.papers.rating import rating_paper
from proposals.papers.reply import letters_one_by_one, reply_letter
from proposals.papers.sheet import proposal_sheet
from proposals.papers.urging import urging_papers


def proposal_paper(request, pk, name):
    """The proposal itself (``sheet``), or 征询意见表 for who signed it (``ratings``)."""
    user = request.user
    proposal = get_object_or_404(proposals_of(user), pk=pk)
    if name == "sheet":
        return _sent(request, [proposal_sheet(proposal)], f"{proposal.called}")
    if name != "ratings":
        raise Http404
    signatures = proposal.signed
    if not rules.can_print_ratings(user, proposal):
        signatures = [row for row in signatures if row.seat.deputy.user_id == user.pk]
    if not signatures:
        raise PermissionDenied("征询意见表由人大机关的工作人员和提出代表打印。")
    if proposal.replied_on is None:
        messages.info(request, "单位书面答复以后才能打印征询意见表。")
        return redirect(proposal)
    papers = [_rating_form(proposal, signature) for signature in signatures]
    return _sent(request, papers, f"{proposal.called}征询意见表")


def _rating_form(proposal, signature):
    """The form as it was filled in for the last round, else blank but for how units met the deputy."""
    rating = signature.ratings.rated().filter(round=proposal.round).first()
    contacts = signature.contacts.filter(assignment__round=proposal.round)
    modes = {contact.get_mode_display() for contact in contacts}
    return rating_paper(proposal, signature, rating, modes)


def _part_to_print(user, pk, name):
    """The unit's part whose paper ``name`` the user may print, with all that it tells of the proposal."""
    seen = Assignment.objects.visible_to(user)
    part = get_object_or_404(seen.select_related("unit", "proposal__jurisdiction"), pk=pk)
    if not rules.can_print_assignment(user, part):
        raise PermissionDenied(f"{name}由交办机关和承办单位打印。")
    part.proposal = with_parts(Proposal.objects.filter(pk=part.proposal_id)).get()
    return part


def urging_paper(request, pk):
    """催办单 of one unit's part, with its receipt."""
    part = _part_to_print(request.user, pk, "催办单")
    urgings = list(part.events.filter(step="urge").select_related("by__jurisdiction"))
    if not urgings:
        messages.info(request, "还没有催办过这个单位；催办以后才能打印催办单。")
        return redirect(part.proposal)
    return _sent(request, urging_papers(part, urgings), f"{part.proposal.number}催办单（{part.unit}）")


def assignment_paper(request, pk):
    """交办单 of one unit's part."""
    part = _part_to_print(request.user, pk, "交办单")
    proposal = part.proposal
    others = [other for other in proposal.parts if other.round == part.round and other.pk != part.pk]
    paper = paper_of_assignment(part, others, part.events.select_related("by__jurisdiction"))
    return _sent(request, [paper], f"{proposal.number}交办单（{part.unit}）")


def reply_paper(request, pk, one_by_one=False):
    """答复函 or 会办意见; of a reply, ``one_by_one``, a letter for each deputy who signed."""
    replies = Reply.objects.visible_to(request.user)
    reply = get_object_or_404(replies.select_related("assignment__unit", "result_class"), pk=pk)
    part = reply.assignment
    proposal = with_parts(Proposal.objects.filter(pk=part.proposal_id)).get()
    word = "答复函" if part.leads else "会办意见"
    if part.leads and one_by_one:
        letters = letters_one_by_one(reply, proposal)
    else:
        lead = next((one.unit for one in proposal.parts if one.leads and one.round == part.round), None)
        letters = [reply_letter(reply, proposal, lead)]
    return _sent(request, letters, f"{proposal.number}{word}（{part.unit}）")


def ledger_paper(request):
    """Ask which ledger, and print it."""
    user = request.user
    if not rules.can_print_ledger(user):
        raise PermissionDenied("台账由人大机关、政府办公室的工作人员和领导打印。")
    form = LedgerPaperForm(request.POST if request.method == "POST" else None, user=user)
    if not form.is_valid():
        return render(request, "proposals/ledger_paper.html", {"form": form})
    asked, name = form.cleaned_data, form.title
    if asked["format"] != PDF:
        return send([printing.ledger_of(form)], name, asked["format"])
    return press.answer(
        request,
        printing.print_ledger,
        user.pk,
        asked["place"].pk,
        asked["session"] and asked["session"].pk,
        asked["year"],
        name=name,
        is_long=form.proposals().count() > printing.AT_ONCE,
        back=request.path,
        otherwise=press.WORD_INSTEAD,
    )


def _sent(request, found, name):
    return send(found, name, request.GET.get("as"))
