"""The papers of matters, referrals and reception days, each as PDF or as a document."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from congress import clock
from congress.printing import send
from reception import rules
from reception.enums import VisitorKind
from reception.forms.paper import LetterForm
from reception.models import Opinion, ReceptionDay, Referral, UnitReply
from reception.papers.copies import copy_papers
from reception.papers.letter import letter_of
from reception.papers.matter import copies_of, opinions_of, with_parts
from reception.papers.offered import TOLD
from reception.papers.referral import referral_paper as paper_of_referral
from reception.papers.summary import summary_of_day
from reception.papers.survey import survey_paper
from reception.reading import check_need, reveal


def opinion_paper(request, pk, name):
    """抄送代表单 (``copies``) or 满意度测评表 (``survey``, ``survey-blank``) of a matter."""
    user = request.user
    opinion = get_object_or_404(opinions_of(user), pk=pk)
    if name == "copies":
        return _copies(
            request, opinion.jurisdiction, UnitReply.objects.filter(referral__opinion=opinion), opinion
        )
    if name not in ("survey", "survey-blank"):
        raise Http404
    if not rules.can_survey(user, opinion):
        raise PermissionDenied("满意度测评表由镇街工作人员打印。")
    survey = opinion.surveys.last() if name == "survey" else None
    if opinion.status not in TOLD or (name == "survey" and survey is None):
        messages.info(request, "答复选民以后才能打印测评表，测评以后才有已测评的表。")
        return redirect(opinion)
    answer = next(reversed(opinion.answers.all()), None)
    return _sent(request, [survey_paper(opinion, answer, survey)], f"{opinion.number}满意度测评表")


def _copies(request, jurisdiction, replies, back):
    """The sheets of all deputies for staff, for a deputy his own."""
    user = request.user
    if not rules.can_print_copies(user, jurisdiction):
        raise PermissionDenied("抄送代表单由镇街工作人员打印。")
    copies = copies_of(replies)
    if not rules.is_staff_of(user, jurisdiction):
        copies = copies.filter(seat__deputy__user=user)
    if found := copy_papers(copies):
        return _sent(request, found, f"{back}抄送代表单")
    messages.info(request, "还没有抄送代表的答复，没有可以打印的抄送代表单。")
    return redirect(back)


@never_cache
def opinion_letter(request, pk):
    """The letter to the voter. It carries his name: for a reason, which is kept."""
    user = request.user
    opinion = get_object_or_404(opinions_of(user), pk=pk)
    if not rules.can_answer(user, opinion):
        raise PermissionDenied("答复函由接待代表或者镇街机关打印。")
    visitor = opinion.visit.visitor
    check_need(user, visitor)
    answer = next((one for one in reversed(opinion.answers.all()) if one.round == opinion.round), None)
    replies = _replies(opinion)
    if not (answer or replies):
        messages.info(request, "单位还没有答复，也没有登记答复选民，没有可以打印的答复函。")
        return redirect(opinion)
    form = LetterForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if visitor.kind == VisitorKind.PERSON:
            reveal(visitor, by=user, reason=form.cleaned_data["reason"])
        letter = letter_of(opinion, answer, replies, on=clock.today())
        return send([letter], f"{opinion.number}答复函", form.cleaned_data["format"])
    page = {"form": form, "opinion": opinion, "is_draft": answer is None}
    return render(request, "reception/opinion_letter.html", page)


def _replies(opinion):
    """What the units replied in this round; to a matter that was merged, in the main one's."""
    if opinion.merged_into is None:
        return [reply for part in opinion.parts for reply in part.replies.all()]
    main = opinion.merged_into
    found = UnitReply.objects.filter(referral__opinion=main, referral__round=main.round)
    return list(found.select_related("result_class", "referral__unit", "referral__opinion__visit__visitor"))


def referral_paper(request, pk):
    """转办单 of one unit's part."""
    related = ("unit", "opinion__jurisdiction__parent", "opinion__category", "opinion__visit__visitor")
    seen = Referral.objects.visible_to(request.user).select_related(*related, "opinion__visit__day")
    referral = get_object_or_404(seen, pk=pk)
    if not rules.can_print_referral(request.user, referral):
        raise PermissionDenied("转办单由镇街工作人员和承办单位打印。")
    beside = Referral.objects.standing().filter(opinion=referral.opinion_id, round=referral.round)
    others = beside.exclude(pk=pk).select_related("unit")
    paper = paper_of_referral(referral, others, referral.events.select_related("by__jurisdiction"))
    return _sent(request, [paper], f"{referral.opinion.number}转办单（{referral.unit}）")


def day_paper(request, pk, name):
    """意见归纳整理表 (``summary``) or 抄送代表单 (``copies``) of a reception day."""
    user = request.user
    days = ReceptionDay.objects.visible_to(user).select_related("jurisdiction__parent")
    day = get_object_or_404(days, pk=pk)
    if name == "copies":
        replies = UnitReply.objects.filter(referral__opinion__visit__day=day)
        return _copies(request, day.jurisdiction, replies, day)
    if name != "summary":
        raise Http404
    if not rules.can_print_summary(user, day.jurisdiction):
        raise PermissionDenied("归纳整理表由镇街工作人员打印。")
    opinions = with_parts(Opinion.objects.registered().filter(visit__day=day))
    return _sent(request, [summary_of_day(day, opinions, on=clock.today())], f"{day}意见归纳整理表")


def _sent(request, found, name):
    return send(found, name, request.GET.get("as"))
