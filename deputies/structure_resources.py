"""How a congress is divided, as sheets; constituencies in the form in which they are taken over."""

from django.db.models import F, Prefetch
from import_export import fields, resources

from congress import clock
from congress.enums import Level
from congress.resources import ChoiceWidget
from deputies.enums import GroupKind, GroupPost, StationKind
from deputies.models import Constituency, Delegation, DeputyGroup, GroupMembership, Seat, Station
from deputies.models.seat import naming


class ConstituencyResource(resources.ModelResource):
    """The division into constituencies (选区划分表), as ``registers/constituencies.py`` reads it.

    Those that lie in no town come first: there a blank cell means the same as the one above.
    """

    level = fields.Field(column_name="层级")
    body = fields.Field("jurisdiction__name", column_name="所属人大")
    town = fields.Field("town__name", column_name="所在镇街")
    number = fields.Field(column_name="选区号")
    name = fields.Field("name", column_name="选区名称")
    area = fields.Field("area", column_name="所辖范围")
    voters = fields.Field("voters", column_name="选民数")
    quota = fields.Field("seat_quota", column_name="应选代表名额")

    class Meta:
        model = Constituency
        fields = ("level", "body", "town", "number", "name", "area", "voters", "quota")
        export_order = fields

    def filter_export(self, queryset, **kwargs):
        """Those in use: an abolished one has another's number."""
        found = queryset.standing().select_related("jurisdiction", "town")
        return found.order_by(
            F("town").asc(nulls_first=True), "jurisdiction__order", "jurisdiction", "number", "pk"
        )

    def dehydrate_level(self, constituency):
        return "镇级" if constituency.jurisdiction.level == Level.TOWN else "区级"

    def dehydrate_number(self, constituency):
        return f"第{constituency.number}选区"


class OfTermResource(resources.ModelResource):
    """What is set up for a term, with its members in stroke order."""

    congress = fields.Field("term__jurisdiction__name", column_name="所属人大")
    term = fields.Field("term__ordinal", column_name="届次")
    count = fields.Field(column_name="在任成员数")
    members = fields.Field(column_name="在任成员")

    def before_export(self, queryset, **kwargs):
        """Read all members at once."""
        self.names = self.read_names(clock.today())

    def dehydrate_count(self, part):
        return len(self.names.get(part.pk, ()))

    def dehydrate_members(self, part):
        return "、".join(self.names.get(part.pk, ()))


def _names_by(rows):
    """[(key, name)] as {key: names}."""
    found = {}
    for key, name in rows:
        found.setdefault(key, []).append(name)
    return found


class DelegationResource(OfTermResource):
    name = fields.Field("name", column_name="代表团")
    head = fields.Field("head__called", column_name="团长")
    deputy_head = fields.Field("deputy_head__called", column_name="副团长")

    class Meta:
        model = Delegation
        fields = ("congress", "term", "name", "head", "deputy_head", "count", "members")
        export_order = fields

    def filter_export(self, queryset, **kwargs):
        return queryset.select_related("term__jurisdiction", *naming("head__"), *naming("deputy_head__"))

    def read_names(self, on):
        return _names_by(_by_seat("delegation", on))


def _by_seat(field, on):
    seats = Seat.objects.in_office(on).filter(**{f"{field}__isnull": False}).select_related(*naming())
    return [(getattr(seat, f"{field}_id"), seat.called) for seat in seats.in_stroke_order()]


class GroupResource(OfTermResource):
    name = fields.Field("name", column_name="代表小组")
    kind = fields.Field("kind", column_name="类型", widget=ChoiceWidget(GroupKind.choices))
    field = fields.Field("field", column_name="领域")
    conveners = fields.Field(column_name="召集人")
    vices = fields.Field(column_name="副召集人")

    class Meta:
        model = DeputyGroup
        fields = ("congress", "term", "name", "kind", "field", "conveners", "vices", "count", "members")
        export_order = fields

    def filter_export(self, queryset, **kwargs):
        return queryset.select_related("term__jurisdiction")

    def read_names(self, on):
        rows = list(GroupMembership.objects.current(on).with_people().select_related("group"))
        self.posts = _names_by(((row.group_id, row.post), row.seat.called) for row in rows)
        people = sorted(rows, key=lambda row: (row.seat.deputy.stroke_key, row.seat_id))
        elsewhere = [(row.group_id, row.seat.called) for row in people if not row.group.is_by_area]
        return _names_by(_by_seat("group", on)) | _names_by(elsewhere)

    def dehydrate_conveners(self, group):
        return "、".join(self.posts.get((group.pk, GroupPost.CONVENER), ()))

    def dehydrate_vices(self, group):
        return "、".join(self.posts.get((group.pk, GroupPost.VICE), ()))


class StationResource(resources.ModelResource):
    place = fields.Field("jurisdiction__name", column_name="所在镇街")
    name = fields.Field("name", column_name="名称")
    kind = fields.Field("kind", column_name="类型", widget=ChoiceWidget(StationKind.choices))
    address = fields.Field("address", column_name="地址")
    opening_hours = fields.Field("opening_hours", column_name="开放时间")
    phone = fields.Field("phone", column_name="电话")
    head = fields.Field("head", column_name="站长")
    liaisons = fields.Field(column_name="联络员")
    deputies = fields.Field(column_name="进站代表")

    class Meta:
        model = Station
        fields = (
            "place",
            "name",
            "kind",
            "address",
            "opening_hours",
            "phone",
            "head",
            "liaisons",
            "deputies",
        )
        export_order = fields

    def filter_export(self, queryset, **kwargs):
        found = queryset.select_related("jurisdiction")
        return found.prefetch_related("liaisons", Prefetch("seats", Seat.objects.select_related(*naming())))

    def dehydrate_liaisons(self, station):
        return "、".join(person.name for person in station.liaisons.all())

    def dehydrate_deputies(self, station):
        return "、".join(seat.called for seat in station.seats.all() if seat.in_office())
