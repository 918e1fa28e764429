"""Importing registers: choose files, see what they would do, say what headings and marks mean, confirm."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F, Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django_htmx.http import HttpResponseClientRefresh

from congress import clock, rules, tasks
from congress.models import Takeover, TakeoverFile
from congress.posted import posted_from
from congress.registers import upload
from congress.registers.importer import importers_of
from congress.registers.progress import progress_of
from congress.registers.report import Outcome
from congress.takeover_forms import HeadingsForm, MarksForm, UploadForm


ROWS_PER_PAGE = 200
SOON = timedelta(seconds=30)  # a worker that runs and has nothing else to do has begun by then
SILENT = timedelta(minutes=5)  # a worker that still lives has told something by then
POLLED = timedelta(minutes=10)  # a page that nobody watches lets its session end


def takeover(request):
    """Choose the files; below, what was imported before or waits to be confirmed."""
    if not request.user.is_office:
        raise PermissionDenied("登记表由人大代表工作机构导入。")
    may_import = rules.can_take_over(request.user)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if may_import and form.is_valid():
        return redirect("takeover_detail", pk=upload.begin(request.user, form.cleaned_data["files"]).pk)
    files = Prefetch("files", TakeoverFile.objects.only("takeover", "name"))
    mine = Takeover.objects.visible_to(request.user).defer("preview").annotate(counts=F("preview__counts"))
    earlier = mine.prefetch_related(files)[:10]
    page = {"form": form, "may_import": may_import, "earlier": earlier, "registers": _registers(request.user)}
    return render(request, "congress/takeover.html", page)


def takeover_detail(request, pk):
    """How far the work is; then every row: new, changed with old and new values, unchanged, or wrong."""
    record = _own(request, pk)
    if not record.is_ready:
        return _progress_page(request, record)
    return HttpResponseClientRefresh() if request.htmx else _preview_page(request, record)


@posted_from("takeover_detail", "pk")
def takeover_retry(request, pk):
    """Preview again, after a failure or when the worker stopped half-way."""
    upload.preview(_own(request, pk, done_at=None))
    return redirect("takeover_detail", pk=pk)


@posted_from("takeover_detail", "pk")
def takeover_headings(request, pk, sheet):
    """Remember what the headings of one sheet mean, and preview again."""
    record = _own(request, pk, done_at=None)
    notes = record.preview.get("sheets", ())
    if sheet >= len(notes) or not record.is_ready:
        return redirect("takeover_detail", pk=pk)
    _refuse_unless_importing(record, notes[sheet]["likely"])
    form = HeadingsForm(notes[sheet], request.POST, prefix=f"sheet{sheet}")
    if not form.is_valid():
        return _preview_page(request, record, wrong={sheet: form})
    note = notes[sheet]
    upload.set_headings(record, note["likely"], form.chosen, form.chosen_meetings, note["session"])
    messages.success(request, "已记住各栏的意思，下次导入同样的表不用再指定。现在按新的意思重新预览。")
    return redirect("takeover_detail", pk=pk)


@posted_from("takeover_detail", "pk")
def takeover_marks(request, pk, kind):
    """Remember what the marks of one kind of register mean, and preview again."""
    record = _own(request, pk, done_at=None)
    _refuse_unless_importing(record, kind)
    marks = _marks_by_kind(record.preview).get(kind) if record.is_ready else None
    form = MarksForm(record.jurisdiction, kind, marks, request.POST, prefix=kind) if marks else None
    if form and not form.is_valid():
        return _preview_page(request, record, wrong_marks=form)
    if form and form.chosen:
        upload.set_marks(record, kind, form.chosen)
        messages.success(request, "已记住标记的意思，以后导入不用再指定。现在按新的意思重新预览。")
    elif form:
        messages.error(request, "没有选择标记的意思，请先选好再点“记住并重新预览”。")
    return redirect("takeover_detail", pk=pk)


@posted_from("takeover_detail", "pk")
def takeover_confirm(request, pk):
    """Do what was previewed."""
    try:
        upload.confirm(_own(request, pk, done_at=None))
    except upload.AlreadyDone as refusal:
        messages.error(request, str(refusal))
    return redirect("takeover_detail", pk=pk)


@posted_from("takeover_detail", "pk")
def takeover_discard(request, pk):
    """Drop the uploaded files; nothing was stored."""
    try:
        upload.discard(_own(request, pk, done_at=None))
    except upload.AlreadyDone as refusal:
        messages.error(request, str(refusal))
        return redirect("takeover_detail", pk=pk)
    messages.success(request, "已放弃这次导入，上传的文件已删除，资料没有改动。")
    return redirect("takeover")


def _own(request, pk, **conditions):
    """The person's takeover; its preview, which may be long, is read where it is shown."""
    if not request.user.is_office or not rules.can_take_over(request.user):
        raise PermissionDenied("登记表由人大代表工作机构导入。")
    return get_object_or_404(Takeover.objects.visible_to(request.user).defer("preview"), pk=pk, **conditions)


def _progress_page(request, record):
    now = clock.now()
    progress = progress_of(record)
    page = {"record": record, "progress": progress}
    if record.done_at:
        outcomes = _outcomes(record.preview["counts"])
        page["told"] = "，".join(f"{label}{count}行" for _, label, count in outcomes)
    elif record.started_at and record.asked_at:
        page["is_stuck"] = now - (progress.at if progress else record.started_at) > SILENT
    elif record.asked_at and now - record.asked_at > SOON:
        page["is_late"] = True
        page["is_busy"] = tasks.is_worker_busy()
    if record.asked_at and now - record.asked_at < POLLED:
        page["seconds"] = 5 if page.get("is_late") else 1
    name = "_takeover_work" if request.htmx else "takeover_work"
    return render(request, f"congress/{name}.html", page)


def _preview_page(request, record, wrong=None, wrong_marks=None):
    preview = record.preview
    outcome = request.GET.get("outcome", "")
    sheet = request.GET.get("sheet", "")
    rows = [
        row
        for row in preview["rows"]
        if outcome in ("", row["outcome"]) and sheet in ("", f"{row['file']}/{row['sheet'] or ''}")
    ]
    for number, note in enumerate(preview["sheets"]):
        note["key"] = f"{note['file']}/{note['sheet'] or ''}"
        asks = note["unknown"] or note["missing"] or note["meetings"] or note.get("left_out")
        if asks and _may_import(record, note["likely"]):
            note["form"] = (wrong or {}).get(number) or HeadingsForm(note, prefix=f"sheet{number}")
    counts = preview["counts"]
    page = {
        "record": record,
        "preview": preview,
        "mark_forms": _mark_forms(record, wrong_marks),
        "page_obj": Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page")),
        "asks": any("form" in note and note["form"].is_asking for note in preview["sheets"]),
        "outcomes": _outcomes(counts),
        "outcome": outcome,
        "sheet": sheet,
        "total": sum(counts.values()),
        "to_do": counts[Outcome.NEW] + counts[Outcome.CHANGED],
    }
    return render(request, "congress/takeover_detail.html", page, status=422 if wrong or wrong_marks else 200)


def _marks_by_kind(preview):
    """The marks of a preview that nobody knew, by the kind of their register."""
    found = {}
    for mark in preview.get("marks", ()):
        found.setdefault(mark["kind"], []).append(mark)
    return found


def _mark_forms(record, wrong):
    forms = {}
    for kind, marks in _marks_by_kind(record.preview).items():
        is_wrong = wrong and wrong.prefix == kind
        forms[kind] = wrong if is_wrong else MarksForm(record.jurisdiction, kind, marks, prefix=kind)
    return forms


def _outcomes(counts):
    """(key, label, number of rows) of every outcome; stored JSON does not keep its order everywhere."""
    return [(outcome.value, outcome.label, counts[outcome]) for outcome in Outcome]


def _registers(user):
    """The names of the registers that the person's office may import."""
    return [importer.register.label for importer in importers_of(user.jurisdiction)]


def _may_import(record, kind):
    """Whether the office of a takeover imports that kind of register, and so says what its sheets mean."""
    return kind in {importer.register.kind for importer in importers_of(record.jurisdiction)}


def _refuse_unless_importing(record, kind):
    if not _may_import(record, kind):
        raise PermissionDenied("这种登记表由区里导入，表头和标记的意思也由区里指定。")
