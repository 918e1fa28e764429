"""Tables of this floor as sheets."""

from import_export import fields, resources, widgets

from congress.resources import ChoiceWidget
from deputies.enums import EndGround, Sex, StartGround
from deputies.models import Seat


class YesWidget(widgets.Widget):
    """是 or nothing."""

    def render(self, value, obj=None, **kwargs):
        return "是" if value else ""


MONTH = widgets.DateWidget("%Y-%m")
DAY = widgets.DateWidget(coerce_to_string=False)


class RosterResource(resources.ModelResource):
    """The roster (代表名册): a row a seat, the name first."""

    name = fields.Field("deputy__name", column_name="姓名")
    sex = fields.Field("deputy__sex", column_name="性别", widget=ChoiceWidget(Sex.choices))
    ethnicity = fields.Field("deputy__ethnicity", column_name="民族")
    born = fields.Field("deputy__born", column_name="出生年月", widget=MONTH)
    party = fields.Field("deputy__party", column_name="政治面貌")
    education = fields.Field("deputy__education", column_name="文化程度")
    position = fields.Field("deputy__position", column_name="工作单位及职务")
    phone = fields.Field("deputy__phone", column_name="联系电话")
    congress = fields.Field("term__jurisdiction__name", column_name="所属人大")
    term = fields.Field("term__ordinal", column_name="届次")
    constituency = fields.Field("constituency", column_name="选区")
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
    remark = fields.Field("remark", column_name="备注")

    class Meta:
        model = Seat
        fields = (
            "name",
            "sex",
            "ethnicity",
            "born",
            "party",
            "education",
            "position",
            "phone",
            "congress",
            "term",
            "constituency",
            "delegation",
            "group",
            "card_number",
            "start_ground",
            "reelected",
            "starts_on",
            "ends_on",
            "end_ground",
            "remark",
        )
        export_order = fields

    @staticmethod
    def rows(seats):
        """The seats with all that the columns need, in the order given."""
        return seats.select_related("deputy", "term__jurisdiction", "constituency", "delegation", "group")
