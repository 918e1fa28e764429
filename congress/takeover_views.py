"""Importing an office's registers: choose files, see what they would do, say what headings mean, confirm."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from congress import rules
from congress.enums import Level
from congress.models import Takeover, TakeoverFile
from congress.registers import upload
from congress.registers.importer import importers
from congress.registers.report import Outcome
from congress.takeover_forms import HeadingsForm, UploadForm


ROWS_PER_PAGE = 200


def takeover(request):
    """Choose the files; below, what was imported before or waits to be confirmed."""
    if not request.user.is_office:
        raise PermissionDenied("登记表由人大代表工作机构导入。")
    may_import = rules.can_take_over(request.user)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if may_import and form.is_valid():
        return redirect("takeover_detail", pk=upload.begin(request.user, form.cleaned_data["files"]).pk)
    files = Prefetch("files", TakeoverFile.objects.only("takeover", "name"))
    earlier = Takeover.objects.visible_to(request.user).prefetch_related(files)[:10]
    page = {"form": form, "may_import": may_import, "earlier": earlier, "registers": _registers(request.user)}
    return render(request, "congress/takeover.html", page)


def takeover_detail(request, pk):
    """Every row: new, changed with old and new values, unchanged, or wrong and why."""
    record = _own(request, pk)
    return _preview_page(request, record)


@require_POST
def takeover_headings(request, pk, sheet):
    """Remember what the headings of one sheet mean, and preview again."""
    record = _own(request, pk)
    notes = record.preview["sheets"]
    if sheet >= len(notes):
        return redirect("takeover_detail", pk=pk)
    form = HeadingsForm(notes[sheet], request.POST, prefix=f"sheet{sheet}")
    if not form.is_valid():
        return _preview_page(request, record, wrong={sheet: form})
    upload.set_headings(record, notes[sheet]["likely"], form.chosen)
    messages.success(request, "已记住各栏的意思，下次导入同样的表不用再指定。下面是新的预览。")
    return redirect("takeover_detail", pk=pk)


@require_POST
def takeover_confirm(request, pk):
    """Do what was previewed."""
    record = _own(request, pk)
    try:
        counts = upload.confirm(record).counts
    except upload.AlreadyDone as refusal:
        messages.error(request, str(refusal))
    else:
        told = "，".join(f"{Outcome(key).label}{count}行" for key, count in counts.items())
        messages.success(request, f"已导入：{told}。有错误的行没有导入，改好后可以再导入一次。")
    return redirect("takeover")


@require_POST
def takeover_discard(request, pk):
    """Drop the uploaded files; nothing was stored."""
    upload.discard(_own(request, pk))
    messages.success(request, "已放弃这次导入，上传的文件已删除，资料没有改动。")
    return redirect("takeover")


def _own(request, pk):
    """The person's takeover that waits to be confirmed."""
    if not request.user.is_office or not rules.can_take_over(request.user):
        raise PermissionDenied("登记表由人大代表工作机构导入。")
    return get_object_or_404(Takeover.objects.visible_to(request.user), pk=pk, done_at=None)


def _preview_page(request, record, wrong=None):
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
        if note["unknown"] or note["missing"]:
            note["form"] = (wrong or {}).get(number) or HeadingsForm(note, prefix=f"sheet{number}")
    counts = preview["counts"]
    page = {
        "record": record,
        "preview": preview,
        "page_obj": Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page")),
        "outcomes": [(key, Outcome(key).label, count) for key, count in counts.items()],
        "outcome": outcome,
        "sheet": sheet,
        "total": sum(counts.values()),
        "to_do": counts[Outcome.NEW] + counts[Outcome.CHANGED],
    }
    return render(request, "congress/takeover_detail.html", page, status=422 if wrong else 200)


def _registers(user):
    """The names of the registers that the person's office may import."""
    is_local = user.jurisdiction.level in Level.local
    return [importer.register.label for importer in importers() if importer.towns_too or not is_local]
