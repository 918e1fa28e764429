"""Whether a proposal and its reply are published."""

from django.db.models import TextChoices


class PublicationStatus(TextChoices):
    """Whether a proposal and its reply are published (domain.md D2; 代表法第五十一条)."""

    PENDING = "pending", "未定"
    PUBLISHED = "published", "已公开"
    WITHHELD = "withheld", "不公开"
    TAKEN_DOWN = "taken_down", "已撤下"


class WithholdReason(TextChoices):
    """Why a proposal and its reply are not published (D2; 政府信息公开条例第十四条至第十六条)."""

    DEPUTY = "deputy", "代表要求不公开"
    STATE_SECRET = "state_secret", "涉及国家秘密"
    PRIVACY = "privacy", "涉及个人隐私"
    TRADE_SECRET = "trade_secret", "涉及商业秘密"
    SECURITY = "security", "公开后可能危及国家安全、公共安全、经济安全、社会稳定"
    INTERNAL = "internal", "属于内部管理、讨论过程的信息"
    ERROR = "error", "公开的内容有误，更正后再公开"
