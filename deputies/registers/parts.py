"""Taking over the delegations and the deputies' groups of a congress (代表团名单, 代表小组名单)."""

from functools import cache

from congress import clock
from congress.registers.importer import Importer, Refused, register_importer
from congress.registers.records import fill, outcome_of
from congress.registers.register import Column, Register
from congress.registers.report import Change
from congress.registers.vocabulary import Vocabulary
from deputies import divisions
from deputies.enums import GroupKind, GroupPost, SeatStatus
from deputies.models import Delegation, DeputyGroup, GroupMembership
from deputies.registers.congresses import TOWN_HEADINGS, Congresses
from deputies.registers.members import Members


OF_CONGRESS = (
    Column("level", "层级", "级别"),
    Column("body", "所属人大", "届别"),
    Column("term", "届次"),
    Column("town", *TOWN_HEADINGS, fill_down=True),
)
DELEGATIONS = Register(
    "delegations",
    "代表团名单",
    (
        *OF_CONGRESS,
        Column("name", "代表团", "代表团名称", "名称", required=True),
        Column("head", "团长", "代表团团长", required=True),
        Column("deputy_head", "副团长", "代表团副团长"),
        Column("count", "在任成员数", "人数", "代表人数", "成员数"),
        Column("members", "在任成员", "成员", "成员名单", "代表名单", "代表", "组成人员"),
    ),
    title_words=("代表团",),
    at_least=3,
)
GROUPS = Register(
    "groups",
    "代表小组名单",
    (
        *OF_CONGRESS,
        Column("name", "代表小组", "代表小组名称", "小组名称", "小组", "组别", "名称", required=True),
        Column("kind", "类型", "小组类型", "编组方式"),
        Column("field", "领域", "所属领域", "专业"),
        Column("conveners", "召集人", "小组召集人", "组长", "小组长", required=True),
        Column("vices", "副召集人", "副组长"),
        Column("count", "在任成员数", "人数", "代表人数", "成员数"),
        Column("members", "在任成员", "成员", "小组成员", "成员名单", "代表名单", "代表", "组员"),
    ),
    title_words=("小组", "中心组"),
    at_least=3,
)
KIND = Vocabulary(
    {
        GroupKind.AREA: "按区域编组 区域 按区域 片区 区域小组",
        GroupKind.FIELD: "按领域编组 领域 按领域 专业 专业小组 行业 界别 领域小组",
        GroupKind.CORE: "中心组 代表中心组 核心组",
    },
    "group_kind_unknown",
)
WITHDRAWN = "没有编入"


class PartImporter(Importer):
    """A row is a delegation or a group of a term, found by its name, with those who lead it and belong to it.

    Who is named joins it; who is not named stays, and is told: a list may be older than the roster.
    """

    model = None
    towns_too = True

    def __init__(self, *args):
        super().__init__(*args)
        self.congresses = Congresses(self.area, self.recognition, self.report)
        self.seen = {}
        self.recall()

    def recall(self):
        self.members = cache(Members)

    def take(self, row):
        place = self.congresses.place_of(row) if row.require("name") else None
        if place is None:
            return
        term = self.congresses.term_of(row, place)
        name = row.text("name")
        earlier = self.seen.setdefault((term.pk, name), row.number)
        if earlier != row.number:
            row.reject("duplicate_part", f"“{name}”与第{earlier}行重复，本行不导入", "name")
            return
        known = self.model.objects.filter(term=term, name=name).first()
        part = known or self.model(term=term, name=name, order=self._size(term) + 1)
        changes = self.fill_part(part, row)
        row.becomes(outcome_of(known is None, changes), f"{place}{part}", tuple(changes))

    def _size(self, term):
        return self.model.objects.filter(term=term).count()

    def fill_part(self, part, row):
        """Set and save what the row tells; return the Changes."""
        raise NotImplementedError

    def named(self, row, key, term):
        """The seats that a cell lists; who is not known, or shares his name, is told and left out."""
        found = []
        for one in row.read_names(key):
            seats = [seat for seat in self.members(term).named(str(one)) if _may_belong(seat)]
            if len(seats) == 1:
                found.append(seats[0])
            elif seats:
                told = f"“{one}”有{len(seats)}名同名代表，请在姓名后的括号里写明选区，{WITHDRAWN}"
                row.warn("member_ambiguous", told, key)
            else:
                row.warn("member_unknown", f"“{one}”不是{term}的代表，{WITHDRAWN}", key)
        return list(dict.fromkeys(found))

    def join(self, part, seats, row):
        """Put the seats into the part on whose side they stand; return the Change in a list, if any."""
        field = part.seat_field
        coming = [seat for seat in seats if getattr(seat, f"{field}_id") != part.pk]
        now = list(divisions.members_now(part))
        if reason := divisions.reason_against(part, [*now, *coming]):
            raise Refused("post_elsewhere", f"{reason}本行不导入", "members")
        for seat in coming:
            setattr(seat, field, part)
            seat.save(update_fields=[field])
        tell_unlisted(row, [seat for seat in now if seat not in seats])
        return _joined(coming)


@register_importer
class DelegationImporter(PartImporter):
    register = DELEGATIONS
    model = Delegation
    order = 21

    def fill_part(self, part, row):
        leaders = {key: self.named(row, key, part.term)[:1] for key in ("head", "deputy_head")}
        changes = [*fill(part, name=part.name)]
        listed = self.named(row, "members", part.term)
        changes += self.join(part, [*listed, *(seat for one in leaders.values() for seat in one)], row)
        changes += fill(part, **{key: one[0] if one else None for key, one in leaders.items()})
        part.clean()
        return changes


@register_importer
class GroupImporter(PartImporter):
    register = GROUPS
    model = DeputyGroup
    order = 22

    def fill_part(self, part, row):
        known, changes = part.pk is not None, []
        kind = row.read("kind", KIND)
        if known and kind and kind != part.kind:
            row.warn("group_kind_differs", f"已登记为{part.get_kind_display()}，类型没有改", "kind")
        elif not known:
            part.kind = kind or _likely_kind(part.name, row.text("field"))
        part.field = part.field or row.text("field")
        part.clean()
        changes += fill(part, name=part.name, field=row.text("field"))
        posts = {
            GroupPost.CONVENER: self.named(row, "conveners", part.term),
            GroupPost.VICE: self.named(row, "vices", part.term),
        }
        leading = [seat for seats in posts.values() for seat in seats]
        listed = self.named(row, "members", part.term)
        if part.is_by_area:
            changes += self.join(part, list(dict.fromkeys([*listed, *leading])), row)
        else:
            posts[GroupPost.MEMBER] = [seat for seat in listed if seat not in leading]
        current = _current(part)
        for post, seats in posts.items():
            changes += _give(part, post, seats, current, row)
        if not part.is_by_area:
            tell_unlisted(row, [one.seat for one in current.values() if one.seat not in [*listed, *leading]])
        return changes


def tell_unlisted(row, seats):
    """Who belongs and is not in the list; nobody is told where the cell of members is blank."""
    if seats and row.text("members"):
        told = "、".join(seat.called for seat in seats)
        row.inform("member_not_listed", f"表中没有列出{told}，仍是成员；已经离开的请在页面上移出", "members")


def _give(part, post, seats, current, row):
    """Enter the seats as holders of ``post`` from the term's beginning, unless they have one here."""
    changes, coming = [], []
    for seat in seats:
        held = current.get(seat.pk)
        if held is None:
            membership = GroupMembership(group=part, seat=seat, post=post)
            membership.full_clean()
            membership.save()
            coming.append(seat)
        elif held.post != post:
            told = f"{seat.called}现任{held.get_post_display()}，没有改为{GroupPost(post).label}"
            row.warn("group_post_differs", f"{told}；任期内的变动请在小组的页面上登记")
    if coming:
        changes.append(Change(GroupPost(post).label, "", "、".join(seat.called for seat in coming)))
    others = [one.seat for one in current.values() if one.post == post and one.seat not in seats]
    if post in GroupPost.leading and seats and others:
        told = "、".join(seat.called for seat in others)
        row.warn("group_post_held", f"{told}原任{GroupPost(post).label}，没有改；已经换人的请填其结束日期")
    return changes


def _current(group):
    """{seat: its membership} of today."""
    rows = GroupMembership.objects.filter(group=group).current(clock.today()).with_people()
    return {row.seat_id: row for row in rows}


def _likely_kind(name, field):
    if "中心组" in name:
        return GroupKind.CORE
    return GroupKind.FIELD if field else GroupKind.AREA


def _may_belong(seat):
    return not seat.is_over and seat.status in SeatStatus.running


def _joined(seats):
    return [Change("成员", "", "、".join(seat.called for seat in seats))] if seats else []
