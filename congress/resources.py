"""Tables of the ground floor as sheets."""

from import_export import fields, resources, widgets
from import_export.formats.base_formats import XLSX

from congress.models import Unit


class Workbook(XLSX):
    """An Excel sheet in which dates are dates and blanks are blank; nothing in it is a formula.

    The library's own way against formulas makes text of every cell.
    """

    def export_data(self, dataset, **kwargs):
        return dataset.export("xlsx", escape=True, column_width="adaptive", **kwargs)


class ChoiceWidget(widgets.Widget):
    """Writes the label of a choice instead of its code."""

    def __init__(self, choices):
        super().__init__()
        self.labels = dict(choices)

    def render(self, value, obj=None, **kwargs):
        return str(self.labels.get(value, value))


class UnitResource(resources.ModelResource):
    """The units with whom to talk (承办单位通讯录)."""

    name = fields.Field("name", column_name="单位全称")
    short_name = fields.Field("short_name", column_name="简称")
    category = fields.Field(
        "category", column_name="类别", widget=ChoiceWidget(Unit._meta.get_field("category").choices)
    )
    former = fields.Field(column_name="曾用名")
    contact = fields.Field("contact", column_name="联系人")
    phone = fields.Field("phone", column_name="联系电话")

    class Meta:
        model = Unit
        fields = ("name", "short_name", "category", "former", "contact", "phone")

    def dehydrate_former(self, unit):
        return "、".join(former.name for former in unit.former_names.all())
