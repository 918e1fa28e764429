"""Choices about seats: how they are won, stand and end."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class SeatStatus(Status):
    """How a seat stands (代表法第六十一条至第六十三条、选举法第四十七条)."""

    ELECTED = "elected", "当选待确认"
    CONFIRMED = "confirmed", "资格有效"
    INVALID = "invalid", "当选无效"
    SUSPENDED = "suspended", "暂停执行职务"
    ENDED = "ended", "资格终止"

    running = nonmember(("elected", "confirmed", "suspended"))
    without_office = nonmember(("elected", "invalid"))  # not confirmed yet, or never to be
    tones = nonmember(
        {
            Tone.WAIT: ("elected",),
            Tone.DONE: ("confirmed",),
            Tone.BACK: ("suspended",),
            Tone.ASIDE: ("invalid", "ended"),
        }
    )


class Tie(TextChoices):
    """How a deputy belongs to his constituency (domain.md B46)."""

    LIVES = "lives", "居住"
    WORKS = "works", "工作"
    BOTH = "both", "居住并工作"
    NEITHER = "neither", "既不居住也不工作"


class StartGround(TextChoices):
    """How a seat was won."""

    ELECTED = "elected", "换届选举"
    BY_ELECTED = "by_elected", "补选"


class EndGround(TextChoices):
    """Why a seat ended before the term did (代表法第六十二条; 死亡 is its own ground there)."""

    MOVED = "moved", "迁出或者调离本行政区域"
    RESIGNED = "resigned", "辞职被接受"
    ORDERED_TO_RESIGN = "ordered_to_resign", "责令辞职"
    ABSENT = "absent", "未经批准两次不出席本级人民代表大会会议"
    RECALLED = "recalled", "被罢免"
    LOST_NATIONALITY = "lost_nationality", "丧失中华人民共和国国籍"
    LOST_RIGHTS = "lost_rights", "被剥夺政治权利"
    LOST_CAPACITY = "lost_capacity", "丧失行为能力"
    DIED = "died", "去世"

    by_itself = nonmember(("moved", "died"))  # nobody decides it
    articles = nonmember(
        {
            "moved": "代表法第六十二条第一项、选举法第五十七条第二款",
            "resigned": "代表法第六十二条第二项、选举法第五十五条",
            "ordered_to_resign": "代表法第六十二条第二项",
            "absent": "代表法第六十二条第三项",
            "recalled": "代表法第六十二条第四项、选举法第五十三条",
            "lost_nationality": "代表法第六十二条第五项",
            "lost_rights": "代表法第六十二条第六项",
            "lost_capacity": "代表法第六十二条第七项",
            "died": "代表法第六十二条第二款",
        }
    )

    @property
    def article(self):
        """Where the law says so."""
        return self.articles[self.value]


class SuspensionGround(TextChoices):
    """Why a deputy may not act for a time (代表法第六十一条)."""

    CUSTODY = "custody", "因刑事案件被羁押，正在受侦查、起诉、审判"
    SERVING = "serving", "被判处管制、拘役或者有期徒刑，未附加剥夺政治权利，正在服刑"


class Post(TextChoices):
    """What a deputy is besides, as long as he is a deputy (选举法第五十四条、第五十六条)."""

    DIRECTOR = "director", "常委会主任"
    DEPUTY_DIRECTOR = "deputy_director", "常委会副主任"
    MEMBER = "member", "常委会委员"
    COMMITTEE = "committee", "专门委员会成员"
    CHAIR = "chair", "人大主席"
    VICE_CHAIR = "vice_chair", "人大副主席"
    PRESIDIUM = "presidium", "人大主席团成员"

    of_towns = nonmember(("chair", "vice_chair", "presidium"))
    on_committee = nonmember(("director", "deputy_director", "member"))


class VacancyStatus(Status):
    """What becomes of a seat that fell vacant within the term (选举法第五十七条)."""

    OPEN = "open", "出缺"
    SCHEDULED = "scheduled", "已定补选"
    FILLED = "filled", "已补选"
    LEFT = "left", "不再补选"

    waiting = nonmember(("open", "scheduled"))
    tones = nonmember(
        {
            Tone.WAIT: ("open",),
            Tone.GOING: ("scheduled",),
            Tone.DONE: ("filled",),
            Tone.ASIDE: ("left",),
        }
    )
