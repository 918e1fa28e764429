"""What each way of reaching the deputies asks for besides visitor and matters (B21, B22)."""

from dataclasses import dataclass, field

from reception.enums import Channel, VisitorKind


# The fields of a visit that only single channels have.
OWN_FIELDS = ("occasion", "place", "written_on", "opened_by")


@dataclass(frozen=True)
class Way:
    """The labels of a channel's fields; those of ``OWN_FIELDS`` that it has, and which it needs."""

    labels: dict = field(default_factory=dict)
    needs: tuple = ()
    kind: str = VisitorKind.PERSON

    @property
    def as_data(self):
        return {"labels": self.labels, "kind": self.kind}


PLAIN = {"date": "日期", "deputies": "接待代表", "party_size": "来访人数"}
WAYS = {
    Channel.APPOINTMENT: Way({**PLAIN, "date": "会见日期", "place": "会见地点"}),
    Channel.HOUSEHOLD_VISIT: Way(
        {**PLAIN, "date": "走访日期", "deputies": "走访代表", "place": "走访的村组、小区"}, needs=("place",)
    ),
    Channel.FORUM: Way(
        {
            "date": "座谈日期",
            "deputies": "参加座谈的代表",
            "party_size": "参加人数",
            "occasion": "座谈会名称",
            "place": "座谈地点",
        },
        needs=("occasion", "place"),
        kind=VisitorKind.ANONYMOUS,
    ),
    Channel.LETTER: Way(
        {**PLAIN, "date": "收信日期", "party_size": "署名人数", "written_on": "信上落款日期"}
    ),
    Channel.PHONE: Way({**PLAIN, "date": "来电日期"}),
    Channel.BOX: Way(
        {
            "date": "开箱日期",
            "deputies": "参加开箱的代表",
            "party_size": "署名人数",
            "place": "意见箱位置",
            "opened_by": "开箱人",
        },
        needs=("opened_by",),
        kind=VisitorKind.ANONYMOUS,
    ),
    Channel.ONLINE: Way({**PLAIN, "date": "收到日期", "party_size": "人数", "place": "平台"}),
}


def way_of(channel):
    return WAYS.get(channel, Way(PLAIN))


def ways_as_data():
    """What the page's script needs: {channel: {"labels": …, "kind": …}}."""
    return {channel.value: way_of(channel).as_data for channel in Channel}
