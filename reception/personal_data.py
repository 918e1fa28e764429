"""What a visitor is told of his data; how they are corrected and deleted (个人信息保护法 17, 46, 47; D10)."""

from collections import defaultdict

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Exists, OuterRef, Q

from congress import clock
from congress.calendar import add_months
from congress.models.office_rules import rules_for, rules_for_all
from congress.validation import validate_new
from congress.workflow import whole
from reception import rules
from reception.enums import AppointmentStatus, DataChangeKind, OpinionStatus, VisitorKind
from reception.models import Appointment, DataChange, Opinion, Visitor


RIGHTS = "您可以查阅、复制、更正、补充您的信息，要求删除不该保存的信息，也可以不留姓名。"


def notice_for(place):
    """The notice of a jurisdiction's office: [(heading, sentence)], for the page and for paper.

    It tells how long the office's rules keep the data of a matter that is closed.
    """
    office, months = place.office_name, rules_for(place).personal_data_months
    years = f"（{months // 12}年）" if months % 12 == 0 else ""
    return [
        ("处理者", office),
        ("目的", "依法履行联系选民的职责，办理您反映的事项，向您答复和征求满意度。"),
        (
            "方式和种类",
            "登记姓名（单位）、联系电话、住址（可不填）和您说的内容；姓名、电话只有经办人员说明理由才能查看。",
        ),
        ("提供给谁", "只提供给办理您这件事的单位和接待您的代表，不公开。"),
        ("保存期限", f"事项办结后保存{months}个月{years}，期满删除或者匿名化。"),
        ("您的权利", f"{RIGHTS}请向接待您的{office}提出。"),
    ]


#: What personal data a visitor has, in the order in which it is told.
FIELDS = ("name", "phone", "address")


@whole
def correct(visitor, *, by, reason, **changes):
    """Correct or complete a visitor's data; return the :class:`DataChange`.

    ``changes`` are fields of the visitor as they are to be. Who left no name and leaves one now, is a person.
    Raises ``PermissionDenied``, ``ValidationError`` when nothing changes or the data were deleted.
    """
    if not rules.can_correct_data(by, visitor):
        raise PermissionDenied("来访人的信息由镇街工作人员更正。")
    visitor = _locked(visitor)
    if visitor.kind == VisitorKind.ANONYMOUS and changes.get("name"):
        changes["kind"] = VisitorKind.PERSON
    changed = [name for name, value in changes.items() if getattr(visitor, name) != value]
    if not changed:
        raise ValidationError("没有要更正的内容：填的和登记的一样，或者什么都没有填。")
    for name in changed:
        setattr(visitor, name, changes[name])
    visitor.full_clean()
    visitor.save(update_fields=changed)
    return _noted(visitor, DataChangeKind.CORRECTED, changed, by=by, reason=reason)


@whole
def erase(visitor, *, by, kind, reason):
    """Make a visitor anonymous: name, telephone and address go, his matters and their words stay.

    A unit keeps its name, which is nobody's personal data. ``kind`` is the ground, a
    :class:`DataChangeKind`. Raises as :func:`correct`; ``ValidationError`` too for data whose time is not
    over where that is the ground.
    """
    if not rules.can_erase_data(by, visitor):
        raise PermissionDenied("来访人的信息由镇街人大、区人大工作机构删除。")
    visitor = _locked(visitor)
    if (
        kind == DataChangeKind.EXPIRED
        and not over_time([visitor.jurisdiction]).filter(pk=visitor.pk).exists()
    ):
        raise ValidationError(f"{visitor.masked_name}的信息还没有到保存期限，不能按期满删除。")
    gone = [name for name in FIELDS if getattr(visitor, name)]
    if visitor.kind == VisitorKind.UNIT:
        gone = [name for name in gone if name != "name"]
    else:
        visitor.kind = VisitorKind.ANONYMOUS
    for name in gone:
        setattr(visitor, name, "")
    visitor.erased_on = clock.today()
    visitor.full_clean()
    visitor.save(update_fields=["kind", "erased_on", *gone])
    return _noted(visitor, kind, gone, by=by, reason=reason)


def over_time(places):
    """The visitors of ``places`` with data that have been kept as long as the offices' rules allow.

    All their matters were closed so long ago, their asked-for meetings came to an end. Needs
    ``parent`` of each place.
    """
    due = Q(pk__in=[])
    for months, group in _by_months(places).items():
        due |= Q(jurisdiction__in=group) & ~_kept_since(add_months(clock.today(), -months))
    has_data = ~Q(phone="") | ~Q(address="") | Q(kind=VisitorKind.PERSON)
    return Visitor.objects.filter(has_data, due, erased_on=None)


def _by_months(places):
    found = defaultdict(list)
    for pk, office in rules_for_all(places).items():
        found[office.personal_data_months].append(pk)
    return found


def _kept_since(limit):
    """The condition that something of the visitor goes on, or ended after ``limit``."""
    recent = Q(status_since__date__gt=limit)
    main_open = Q(status=OpinionStatus.MERGED) & ~Q(merged_into__status__in=OpinionStatus.final)
    over = Q(status__in=[*OpinionStatus.final, OpinionStatus.MERGED])
    matters = Opinion.objects.filter(recent | ~over | main_open, visit__visitor=OuterRef("pk"))
    met = Appointment.objects.filter(recent | Q(status__in=AppointmentStatus.open), visitor=OuterRef("pk"))
    return Exists(matters) | Exists(met)


def _locked(visitor):
    """The visitor as he stands, until the end of the transaction."""
    found = Visitor.objects.select_for_update(of=("self",)).select_related("jurisdiction__parent")
    found = found.get(pk=visitor.pk)
    if found.erased_on:
        raise ValidationError("这名来访人的信息已经删除，不能再改。")
    return found


def _noted(visitor, kind, names, *, by, reason):
    labels = "、".join(str(Visitor._meta.get_field(name).verbose_name) for name in names if name != "kind")
    change = DataChange(visitor=visitor, kind=kind, fields=labels or "无", by=by, reason=reason)
    validate_new(change)
    change.save()
    return change
