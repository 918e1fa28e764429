"""Tables of this floor as sheets."""

from import_export import fields, resources, widgets

from congress.resources import ChoiceWidget
from deputies.enums import EndGround, Sector, Sex, StartGround, Tie
from deputies.models import Seat


class YesWidget(widgets.Widget):
    """是 or nothing."""

    def render(self, value, obj=None, **kwargs):
        return "是" if value else ""


class LivesOrWorks(widgets.Widget):
    """是 or 否 for one half of a Tie; nothing where nobody knows."""

    def __init__(self, *ties):
        super().__init__()
        self.ties = ties

    def render(self, value, obj=None, **kwargs):
        return ("是" if value in self.ties else "否") if value else ""


class BornWidget(widgets.Widget):
    """The month of birth; with the day where it is known."""

    def render(self, value, obj=None, **kwargs):
        return f"{value:%Y-%m}" if value and value.day == 1 else f"{value or ''}"


class DayWidget(widgets.Widget):
    """A day as a date, which a workbook keeps; blank where there is none."""

    def render(self, value, obj=None, **kwargs):
        return value or ""


DAY = DayWidget()


class RosterResource(resources.ModelResource):
    """The roster (代表名册): a row a seat, the name first; taken over again, it changes nothing."""

    name = fields.Field("deputy__name", column_name="姓名")
    sex = fields.Field("deputy__sex", column_name="性别", widget=ChoiceWidget(Sex.choices))
    ethnicity = fields.Field("deputy__ethnicity", column_name="民族")
    born = fields.Field("deputy__born", column_name="出生年月", widget=BornWidget())
    party = fields.Field("deputy__party", column_name="政治面貌")
    education = fields.Field("deputy__education", column_name="文化程度")
    sector = fields.Field("deputy__sector", column_name="界别", widget=ChoiceWidget(Sector.choices))
    position = fields.Field("deputy__position", column_name="工作单位及职务")
    phone = fields.Field("deputy__phone", column_name="联系电话")
    congress = fields.Field("term__jurisdiction__name", column_name="所属人大")
    term = fields.Field("term__ordinal", column_name="届次")
    constituency = fields.Field("elected_by", column_name="选区")
    lives = fields.Field("tie", column_name="是否在选区居住", widget=LivesOrWorks(Tie.LIVES, Tie.BOTH))
    works = fields.Field("tie", column_name="是否在选区工作", widget=LivesOrWorks(Tie.WORKS, Tie.BOTH))
    delegation = fields.Field("delegation__name", column_name="代表团")
    group = fields.Field("group__name", column_name="代表小组")
    card_number = fields.Field("card_number", column_name="代表证号")
    start_ground = fields.Field(
        "start_ground", column_name="产生方式", widget=ChoiceWidget(StartGround.choices)
    )
    reelected = fields.Field("reelected", column_name="连任", widget=YesWidget())
    starts_on = fields.Field("starts_on", column_name="就任日期", widget=DAY)
    ends_on = fields.Field("ends_on", column_name="离任日期", widget=DAY)
    end_ground = fields.Field("end_ground", column_name="离任原因", widget=ChoiceWidget(EndGround.choices))
    announcement = fields.Field("announcement", column_name="公告文号")
    announced_on = fields.Field("announced_on", column_name="公告日期", widget=DAY)
    remark = fields.Field("remark", column_name="备注")
    roster_order = fields.Field("roster_order", column_name="名册序号")

    class Meta:
        model = Seat
        fields = (
            "name",
            "sex",
            "ethnicity",
            "born",
            "party",
            "education",
            "sector",
            "position",
            "phone",
            "congress",
            "term",
            "constituency",
            "lives",
            "works",
            "delegation",
            "group",
            "card_number",
            "start_ground",
            "reelected",
            "starts_on",
            "ends_on",
            "end_ground",
            "announcement",
            "announced_on",
            "remark",
            "roster_order",
        )
        export_order = fields

    @staticmethod
    def rows(seats):
        """The seats with all that the columns need, in the order given."""
        return seats.select_related("deputy", "term__jurisdiction", "constituency", "delegation", "group")
