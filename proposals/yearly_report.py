"""Drawing up the yearly report: its figures and tables from the statistics, its verbs (代表法第五十一条)."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.figures import Period
from congress.statistics.page import heading_of, text_of
from congress.validation import validate_new
from congress.workflow import whole
from proposals import rules
from proposals.models import HandlingReport
from proposals.statistics import BY_NAME, DIMENSIONS, Question, table_of


#: The tables: (dimension, caption, the measures that stand in its columns).
MAIN = ("taken", "replied", "in_time_rate", "closed", "attitude_rate", "result_rate", "redone", "published")
TABLES = (
    ("unit", "各承办单位办理情况", MAIN),
    ("group", "分类别办理情况", MAIN),
    ("grade", "分结果类别情况", ("taken", "promised", "kept", "attitude_rate", "result_rate")),
    ("kind", "分种类办理情况", MAIN),
    ("town", "代表所在镇街提出和办理情况", MAIN),
)


def content_of(report, user):
    """What is reported: {"told": {section: [sentence]}, "tables": [{caption, headings, rows}]}; as counted
    now, or as it was kept when it was confirmed."""
    if report.content is not None:
        return report.content
    question = Question(user, Period(report.starts_on, report.ends_on), report.jurisdiction)
    tables = {name: table_of(question, DIMENSIONS[name]) for name, _, _ in TABLES}
    total = tables["unit"].total.values
    return {
        "told": {"basics": _basics(tables, total), "results": _results(total)},
        "tables": [_table(tables[name], name, *rest) for name, *rest in TABLES if tables[name].rows],
    }


def _basics(tables, total):
    if not total["taken"]:
        return ["这段时间没有受理代表议案和建议。"]
    kinds = "，".join(f"{row.label}{row.values['taken']}件" for row in tables["kind"].rows)
    groups = "，".join(f"{row.label}{row.values['taken']}件" for row in tables["group"].rows)
    return [
        f"共受理{total['taken']}件：{kinds}。已交办{total['assigned']}件。",
        f"按内容分：{groups}。",
    ]


def _results(total):
    """A sentence for each thing of which there is something to tell."""
    if not total["taken"]:
        return []
    said = [f"承办单位已书面答复{total['replied']}件{_rate(total, 'in_time_rate', '，按期答复率')}。"]
    if total["median"] is not None:
        half, most = _within(total["median"]), _within(total["ninetieth"])
        said.append(f"从交办到答复，一半{half}，九成{most}。")
    closed = _rate(total, "closed_rate", "，办结率")
    said.append(f"在规定期限内联系代表{total['contacted']}件。办结{total['closed']}件{closed}。")
    for question, word in (("attitude", "办理态度"), ("result", "办理结果")):
        if total[f"{question}_rated"]:
            rate = _rate(total, f"{question}_rate", "，满意率")
            said.append(
                f"代表对{word}已评价{total[f'{question}_rated']}件，"
                f"满意和基本满意{total[f'{question}_satisfied']}件{rate}。"
            )
    if total["redone"]:
        said.append(f"代表不满意、重新办理{total['redone']}件。")
    if total["promised"]:
        kept = _rate(total, "kept_rate", "，落实率")
        said.append(f"答复中作出承诺{total['promised']}件，已全部落实{total['kept']}件{kept}。")
    said.append(f"建议和答复已公开{total['published']}件{_rate(total, 'published_rate', '，公开率')}。")
    if total["overdue"]:
        said.append(f"超过期限还没有答复{total['overdue']}件。")
    return said


def _within(days):
    return f"在{days}天以内" if days else "在当天"


def _rate(total, name, words):
    return f"{words}{text_of(BY_NAME[name], total[name])}%" if total[name] is not None else ""


def _table(table, name, caption, columns):
    measures = [BY_NAME[column] for column in columns]
    rows = [
        [row.label, *(text_of(measure, row.values[measure.name]) for measure in measures)]
        for row in (*table.rows, table.total)
    ]
    first = DIMENSIONS[name].label.removeprefix("按")
    return {"caption": caption, "headings": [first, *map(heading_of, measures)], "rows": rows}


def default_opening(place, when):
    """What the opening says until the office writes its own."""
    return (
        f"根据《中华人民共和国全国人民代表大会和地方各级人民代表大会代表法》第五十一条的规定，"
        f"现将{place.congress_name}{when}代表议案和建议、批评和意见的办理情况报告如下。"
    )


def _check(report, user):
    if not rules.can_keep_report(user, report.jurisdiction):
        raise PermissionDenied("办理情况报告由本级人大机关起草、定稿。")


@whole
def draw_up(*, by, jurisdiction, starts_on, ends_on):
    """Begin the report of a period."""
    report = HandlingReport(jurisdiction=jurisdiction, starts_on=starts_on, ends_on=ends_on)
    _check(report, by)
    report.opening = default_opening(jurisdiction, report.when)
    validate_new(report)
    report.save()
    return report


def _locked(report):
    return (
        HandlingReport.objects.select_for_update(of=("self",))
        .select_related("jurisdiction")
        .get(pk=report.pk)
    )


@whole
def write(report, *, by, opening, closing):
    """Write the opening and the closing of a draft."""
    report = _locked(report)
    _check(report, by)
    if not report.is_draft:
        raise ValidationError("报告已经定稿，要修改的，请先撤回定稿。")
    report.opening, report.closing = opening, closing
    report.save(update_fields=["opening", "closing"])
    return report


@whole
def confirm(report, *, by):
    """Keep it as it is now: from here on it prints without 草稿, and nothing changes its figures."""
    report = _locked(report)
    _check(report, by)
    if not report.is_draft:
        raise ValidationError("报告已经定稿。")
    if report.ends_on >= clock.today():
        raise ValidationError("这段时间还没有过完，过完以后才能定稿。")
    if not report.closing.strip():
        raise ValidationError("“存在的问题和下一步工作”还没有写，写好后再定稿。")
    report.content = content_of(report, by)
    report.confirmed_on, report.confirmed_by = clock.today(), by
    report.save(update_fields=["content", "confirmed_on", "confirmed_by"])
    return report


@whole
def reopen(report, *, by):
    """Make it a draft again; its figures are counted anew."""
    report = _locked(report)
    _check(report, by)
    report.content = report.confirmed_on = report.confirmed_by = None
    report.save(update_fields=["content", "confirmed_on", "confirmed_by"])
    return report
