"""The wording of a day's notice, by what the office announces (domain.md B6-B8, B19, D10).

Of a deputy it tells what the law lets be published: name, constituency and sector; never telephone, address,
birth or employer. A line is a heading and what it says, or a sentence.
"""

from congress.calendar import chinese_day
from congress.enums import NoticeFields
from deputies.models.seat import naming
from reception.enums import DayStatus, NoticeKind


INVITATION = "欢迎辖区内居民群众和单位代表前来反映情况，提出意见、建议。"


def kind_of(day):
    """What kind of notice the day needs next."""
    if day.status == DayStatus.CANCELLED:
        return NoticeKind.CANCEL
    announced = day.notices.published().exists() or day.events.filter(step="publish_notice").exists()
    return NoticeKind.CHANGE if announced else NoticeKind.FIRST


def wording(day, office, kind):
    """(title, text) of a notice of the day, by the rules of its ``office``."""
    title = f"{day.jurisdiction}人大代表接待选民{NoticeKind(kind).label}"
    if kind == NoticeKind.CANCEL:
        return title, "\n".join(
            [f"原定{_when(day)}在{day.place}举行的代表接待日取消。", f"原因：{day.reason}"]
        )
    lines = [f"时间：{_when(day)}", f"地点：{_where(day)}", *_who(day, office), INVITATION]
    return title, "\n".join([*_changed(day, kind), *lines])


def qr_text(notice):
    """What the poster's code says: time and place, readable without a network."""
    facts = [line for line in notice.text.splitlines() if line.startswith(("时间：", "地点：", "原定"))]
    return "\n".join([notice.title, *facts])


def facts_of(notice):
    """The lines of a notice as (heading, what it says); a sentence has the heading ""."""
    found = []
    for line in filter(None, map(str.strip, notice.text.splitlines())):
        heading, colon, said = line.partition("：")
        found.append((heading, said) if colon and len(heading) <= 6 else ("", line))
    return found


def _when(day):
    return f"{chinese_day(day.date)} {day.hours}".strip()


def _where(day):
    address = day.station.address if day.station else ""
    return f"{day.place}（{address}）" if address else day.place


def _changed(day, kind):
    if kind != NoticeKind.CHANGE:
        return
    moved = day.events.filter(step="postpone").exists()
    if moved:
        yield f"原定的代表接待日改期{f'（{day.reason}）' if day.reason else ''}，以本公告为准。"
    else:
        yield "接待代表有变动，以本公告为准。"


def _who(day, office):
    if leaders := "、".join(map(str, day.leaders.all())):
        yield f"带班领导：{leaders}"
    seats = [slot.seat for slot in day.slots.select_related(*naming("seat__"))]
    if office.notice_fields == NoticeFields.NAMES:
        yield f"接待代表：{'、'.join(seat.called for seat in seats)}"
        return
    yield f"接待代表：{'；'.join(map(_introduced, seats))}"
    covered = dict.fromkeys(str(seat.constituency) for seat in seats if seat.constituency_id)
    if covered:
        yield f"接待选区：{'、'.join(covered)}"


def _introduced(seat):
    facts = filter(None, [seat.place, seat.deputy.get_sector_display()])
    return f"{seat.deputy.name}（{'，'.join(facts)}）"
