"""Choices of the deputies' floor."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class Sex(TextChoices):
    MALE = "male", "男"
    FEMALE = "female", "女"


class Sector(TextChoices):
    """The sector that a deputy comes from, as published compositions of a congress name them."""

    WORKER = "worker", "工人"
    FARMER = "farmer", "农民"
    OFFICIAL = "official", "干部"
    PROFESSIONAL = "professional", "专业技术人员"
    ENTERPRISE = "enterprise", "企业负责人"
    COMMUNITY = "community", "村（社区）工作者"
    MILITARY = "military", "解放军和武警"
    RELIGIOUS = "religious", "宗教界"
    OTHER = "other", "其他"


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


class Mark(TextChoices):
    """What the roll of a meeting says of a seat; 不在任 is no mark but follows from the seat's days."""

    UNRECORDED = "unrecorded", "未登记"
    PRESENT = "present", "出席"
    EXCUSED = "excused", "请假"
    ABSENT = "absent", "缺席"


class MarkedBy(TextChoices):
    """How a mark came onto the roll."""

    HAND = "hand", "人工登记"
    REGISTER = "register", "考勤表导入"
    QR = "qr", "扫码签到"
    LEAVE = "leave", "请假获准"


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


class HigherLevel(TextChoices):
    """A congress above the district's (domain.md B40), the highest first."""

    NATIONAL = "national", "全国人大代表"
    PROVINCE = "province", "省级人大代表"
    CITY = "city", "市级人大代表"


class HonourKind(TextChoices):
    """What the register of honours keeps (domain.md B68)."""

    DEED = "deed", "先进事迹"
    AWARD = "award", "表彰荣誉"


class HonourLevel(TextChoices):
    """Of what level the body is that awarded it, the highest first."""

    NATIONAL = "national", "国家级"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    DISTRICT = "district", "区县级"
    TOWN = "town", "乡镇街道"
    OTHER = "other", "其他"


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


class GroupKind(TextChoices):
    """How a deputies' group is formed: by area or by field (代表法第二十六条), or as a core group."""

    AREA = "area", "按区域编组"
    FIELD = "field", "按领域编组"
    CORE = "core", "中心组"


class GroupPost(TextChoices):
    """What somebody is in a deputies' group."""

    CONVENER = "convener", "召集人"
    VICE = "vice", "副召集人"
    MEMBER = "member", "成员"

    leading = nonmember(("convener", "vice"))


class StationKind(TextChoices):
    HOME = "home", "代表之家"
    STATION = "station", "代表联络站"
    STUDIO = "studio", "代表工作室"


class ActivityStatus(Status):
    PLANNED = "planned", "已安排"
    CANCELLED = "cancelled", "已取消"

    tones = nonmember({Tone.GOING: ("planned",), Tone.ASIDE: ("cancelled",)})


class ParticipationStatus(Status):
    """A deputy's part in an activity; only what is verified counts."""

    INVITED = "invited", "待参加"
    LOGGED = "logged", "待核实"
    VERIFIED = "verified", "已核实"
    RETURNED = "returned", "已退回"
    ABSENT = "absent", "未参加"
    EXCUSED = "excused", "请假"
    WITHDRAWN = "withdrawn", "已撤回"

    with_deputy = nonmember(("invited", "returned"))
    final = nonmember(("verified", "absent", "excused", "withdrawn"))
    away = nonmember(("absent", "excused", "withdrawn"))
    idle = nonmember(("invited", "absent", "excused", "withdrawn"))  # nobody has said that he came
    tones = nonmember(
        {
            Tone.WAIT: ("invited", "logged"),
            Tone.DONE: ("verified",),
            Tone.BACK: ("returned",),
            Tone.ASIDE: ("absent", "excused", "withdrawn"),
        }
    )


class LeaveStatus(Status):
    """A request for leave (代表法第十三条; domain.md E4)."""

    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "待决定"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "未批准"
    RECORDED = "recorded", "已归档"
    WITHDRAWN = "withdrawn", "已撤回"

    undecided = nonmember(("draft", "submitted"))
    standing = nonmember(("draft", "submitted", "approved"))
    tones = nonmember(
        {
            Tone.WAIT: ("submitted",),
            Tone.GOING: ("draft",),
            Tone.DONE: ("approved", "recorded"),
            Tone.BACK: ("refused",),
            Tone.ASIDE: ("withdrawn",),
        }
    )


class LeaveReason(TextChoices):
    """Why a deputy cannot come (代表法第十三条：健康等特殊原因)."""

    HEALTH = "health", "健康"
    OFFICIAL = "official", "公务出差"
    FAMILY = "family", "家庭事务"
    TRAINING = "training", "学习培训"
    OTHER = "other", "其他"


class LeaveApprover(TextChoices):
    """Whose decision a leave is; ``deputies/leave.py`` has the table (domain.md D7)."""

    CHAIR_COUNCIL = "chair_council", "主任会议"
    PRESIDIUM = "presidium", "主席团"
    SECRETARIAT = "secretariat", "大会秘书处（经代表团团长同意）"
    DELEGATION_HEAD = "delegation_head", "代表团团长"
    CONVENER = "convener", "代表小组召集人"
    ORGANISER = "organiser", "活动组织单位"
    TOWN_CHAIR = "town_chair", "镇人大主席"


class LeaveChannel(TextChoices):
    """How a leave was asked for; what did not come by the system, the office registers."""

    ONLINE = "online", "本人在线申请"
    PAPER = "paper", "书面申请"
    MESSAGE = "message", "短信、微信"
    PHONE = "phone", "电话、口头"

    by_office = nonmember(("paper", "message", "phone"))


class SpeechKind(TextChoices):
    """What a deputy says at a meeting (代表法第十九条、第二十条)."""

    DELIBERATION = "deliberation", "审议发言"
    ADDRESS = "address", "大会发言"
    INQUIRY = "inquiry", "询问"
    INTERPELLATION = "interpellation", "质询"

    limited = nonmember(("deliberation", "address"))


class CredentialsStatus(Status):
    """A case for the credentials committee (代表法第六十二条第三项、第六十三条)."""

    OPENED = "opened", "已提请审查"
    REPORTED = "reported", "已有审查报告"
    ENDED = "ended", "代表资格终止"
    DISMISSED = "dismissed", "不予终止"

    running = nonmember(("opened", "reported"))
    tones = nonmember(
        {Tone.WAIT: ("opened",), Tone.GOING: ("reported",), Tone.DONE: ("ended",), Tone.ASIDE: ("dismissed",)}
    )


class LibertyKind(TextChoices):
    """Why somebody writes to the congress about a deputy's liberty (代表法第三十九条)."""

    ARREST = "arrest", "提请许可逮捕"
    TRIAL = "trial", "提请许可刑事审判"
    MEASURE = "measure", "提请许可其他限制人身自由的措施"
    CAUGHT = "caught", "现行犯被拘留的报告"
    TOWN = "town", "对乡镇代表采取措施的报告"

    requests = nonmember(("arrest", "trial", "measure"))


class LibertyBody(TextChoices):
    """The body that permits or takes note (代表法第三十九条)."""

    PRESIDIUM = "presidium", "大会主席团"
    STANDING_COMMITTEE = "standing_committee", "人大常委会"
    TOWN_CONGRESS = "town_congress", "乡镇人民代表大会"


class LibertyStatus(Status):
    """A case of restricted liberty."""

    RECEIVED = "received", "已收文"
    SUBMITTED = "submitted", "已报送"
    EXAMINED = "examined", "已审查"
    PERMITTED = "permitted", "许可"
    REFUSED = "refused", "不予许可"
    NOTED = "noted", "已备案"
    LIFTED = "lifted", "措施已解除"

    running = nonmember(("received", "submitted", "examined"))
    in_force = nonmember(("permitted", "noted"))
    tones = nonmember(
        {
            Tone.WAIT: ("received", "submitted"),
            Tone.GOING: ("examined",),
            Tone.DONE: ("permitted", "noted"),
            Tone.BACK: ("refused",),
            Tone.ASIDE: ("lifted",),
        }
    )


class RetaliationStatus(Status):
    """A case of retaliation against a deputy (代表法第五十五条)."""

    TOLD = "told", "已登记"
    FORWARDED = "forwarded", "已转送"
    CONCLUDED = "concluded", "已办结"

    tones = nonmember({Tone.WAIT: ("told",), Tone.GOING: ("forwarded",), Tone.DONE: ("concluded",)})
