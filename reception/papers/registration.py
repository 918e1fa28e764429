"""The form of a visit (接待登记表), blank or filled in (domain.md C4), with its notice (D10)."""

from congress.calendar import chinese_date
from congress.papers import Cell, Paper, Table, facts
from reception.enums import VisitorKind
from reception.personal_data import notice_for


WIDTHS = (24, 54, 24, 54)
NOTICE_WIDTHS = (24, 132)
SMALL, SMALLEST = 10.5, 9  # points
ROOM = 6  # mm, a line written by hand
# The heights in mm of what a visitor says and of what he is told, on the blank form.
WORDS, NOTE = 24, 9
LINES = "________年____月____日"


def blank_form(place, day=None):
    """A form to be filled in by hand; of a reception day, its date, place and deputies stand there."""
    visit = {"when": chinese_date(day.date) if day else LINES, "channel": "接待日" if day else ""}
    if day:
        visit["where"] = day.place
        visit["deputies"] = _called(slot.seat for slot in day.slots.all())
    return _form(place, visit, [{}], room=ROOM)


def filled_form(visit):
    """The form of one visit, with each of its matters. It carries the visitor's data: say why, first."""
    visitor = visit.visitor
    kind = visitor.get_kind_display()
    voter = "，本选区选民" if visitor.is_voter and visitor.kind == VisitorKind.PERSON else ""
    matters = list(visit.opinions.all())
    return _form(
        visit.jurisdiction,
        {
            "when": chinese_date(visit.date),
            "channel": "，".join(filter(None, [visit.get_channel_display(), visit.occasion])),
            "where": visit.day.place if visit.day else visit.place,
            "deputies": _called(visit.deputies.all()),
            "recorder": str(visit.recorded_by),
            "name": visitor.name or kind,
            "kind": f"{kind}{voter}，{visit.party_size}人",
            "phone": visitor.phone,
            "address": visitor.address,
            "constituency": next((str(one.constituency) for one in matters if one.constituency), ""),
        },
        [_matter(opinion) for opinion in matters],
    )


def _matter(opinion):
    """What is written down of one matter and, as far as it is known, of what became of it."""
    referral = next((one for one in opinion.referrals.all() if one.leads), None)
    reply = referral and next(reversed(referral.replies.all()), None)
    answer = next(iter(opinion.answers.all()), None)
    due = opinion.due_on and chinese_date(opinion.due_on)
    ratings = [opinion.get_handling_rating_display(), opinion.get_deputy_rating_display()]
    done = opinion.get_outcome_display() or _proposed(opinion)
    return {
        "number": opinion.number,
        "category": "，".join(filter(None, [str(opinion.category or ""), opinion.get_nature_display()])),
        "title": opinion.title,
        "words": opinion.words,
        "wish": opinion.wish,
        "note": "：".join(filter(None, [done, opinion.outcome_note or opinion.proposed_note])),
        "unit": str(referral.unit) if referral else "",
        "due": due or "",
        "reply": reply.text if reply else "",
        "answer": f"{answer.get_mode_display()}，{chinese_date(answer.answered_on)}" if answer else "",
        "ratings": f"对办理{ratings[0]}，对代表作用{ratings[1]}" if all(ratings) else "",
        "closed": chinese_date(opinion.closed_on) if opinion.closed_on else "",
    }


def _proposed(opinion):
    return f"拟{opinion.get_proposed_outcome_display()}" if opinion.proposed_outcome else ""


def _form(place, visit, matters, room=0):
    one, two = visit.get, _row(room)
    rows = [
        two(("接待时间", one("when", "")), ("来访渠道", one("channel", ""))),
        two(("接待地点", one("where", "")), ("登 记 人", one("recorder", ""))),
        two(("接待代表", one("deputies", "")), span=3),
        two(("姓名、单位", one("name", "")), ("类别、人数", one("kind", ""))),
        two(("联系电话", one("phone", "")), ("所在选区", one("constituency", ""))),
        two(("住　　址", one("address", "")), span=3),
    ]
    for matter in matters:
        rows += _matter_rows(matter.get, two, bool(room))
    told = "".join(f"{heading}：{sentence.rstrip('。')}。" for heading, sentence in notice_for(place))
    notice = [(Cell("个人信息\n处理告知", head=True, centred=True), Cell(told))]
    if room:
        notice.append(_tall("来访人确认", "（已经知悉以上告知，签名）", room, span=1))
    return Paper(
        title=(f"{place}代表接待登记表",),
        parts=(
            Table(WIDTHS, tuple(rows), size=SMALL),
            Table(NOTICE_WIDTHS, tuple(notice), size=SMALLEST),
        ),
    )


def _matter_rows(one, two, blank):
    rows = [
        two(("编号", one("number", "")), ("类别、性质", one("category", ""))),
        two(("事由", one("title", "")), span=3),
        _tall("反映的情况\n（保持原话\n和原意）", one("words", ""), WORDS if blank else 0),
        two(("希望的结果", one("wish", "")), span=3),
        _tall("解释说明、\n处理意见", one("note", ""), NOTE if blank else 0),
        two(("转办单位", one("unit", "")), ("答复期限", one("due", ""))),
    ]
    if blank or one("reply"):
        rows.append(_tall("单位答复", one("reply", ""), NOTE if blank else 0))
    return [
        *rows,
        two(("答复选民", one("answer", "")), ("满意度", one("ratings", ""))),
        two(("办结日期", one("closed", "")), span=3),
    ]


def _row(room):
    """Rows of labels and values, at least ``room`` mm high."""

    def row(*pairs, span=1):
        return tuple(Cell(c.text, c.span, c.head, c.centred, room) for c in facts(*pairs, span=span))

    return row


def _tall(label, text, room, span=3):
    return (Cell(label, head=True, centred=True, room=room), Cell(text, span=span))


def _called(seats):
    """王芳（0123）、李伟: the deputies with the numbers of their cards (B9)."""
    return "、".join(f"{s.called}（{s.card_number}）" if s.card_number else s.called for s in seats)
