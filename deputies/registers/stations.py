"""Taking over the list of stations (代表联络站名单)."""

from congress import clock
from congress.phones import parse_phone
from congress.registers.importer import Importer, register_importer
from congress.registers.records import fill, outcome_of
from congress.registers.register import Column, Register
from congress.registers.report import Change
from congress.registers.vocabulary import Vocabulary
from deputies.enums import StationKind
from deputies.models import Station
from deputies.models.station import liaison_officers
from deputies.registers.congresses import TOWN_HEADINGS
from deputies.registers.members import Everybody


STATIONS = Register(
    "stations",
    "代表联络站名单",
    (
        Column("town", *TOWN_HEADINGS, "所在地", fill_down=True),
        Column(
            "name",
            "站点名称",
            "联络站名称",
            "站名",
            "名称",
            "联络站",
            "代表联络站",
            "代表之家",
            "工作室",
            label="站点名称",
            required=True,
        ),
        Column("kind", "类型", "类别", "站点类型"),
        Column("address", "地址", "详细地址", "站点地址", "地点", required=True),
        Column("opening_hours", "开放时间", "接待时间", "值班时间"),
        Column("phone", "电话", "联系电话", "站点电话"),
        Column("head", "站长", "负责人", "召集人", "站点负责人"),
        Column("liaisons", "联络员", "站点联络员"),
        Column("deputies", "进站代表", "代表", "驻站代表", "入站代表", "进站代表名单"),
    ),
    title_words=("联络站", "代表之家", "工作室", "站点"),
    at_least=3,
)
KIND = Vocabulary(
    {
        StationKind.HOME: "代表之家 人大代表之家 家 之家",
        StationKind.STATION: "代表联络站 人大代表联络站 联络站 站",
        StationKind.STUDIO: "代表工作室 人大代表工作室 工作室 室",
    },
    "station_kind_unknown",
)
ENDINGS = {"之家": StationKind.HOME, "工作室": StationKind.STUDIO}


@register_importer
class StationImporter(Importer):
    """A row is a station of a town or a street, found by its name, with its deputies and liaison officers.

    Who is named joins it; nobody is taken off it.
    """

    register = STATIONS
    order = 23
    towns_too = True

    def __init__(self, *args):
        super().__init__(*args)
        self.seen = {}
        self.recall()

    def recall(self):
        self.everybody = Everybody(self.area.district, clock.today())

    def take(self, row):
        place = self._place(row) if row.require("name") else None
        if place is None:
            return
        name = row.text("name")
        earlier = self.seen.setdefault((place.pk, name), row.number)
        if earlier != row.number:
            row.reject("duplicate_station", f"“{name}”与第{earlier}行重复，本行不导入", "name")
            return
        known = Station.objects.filter(jurisdiction=place, name=name).first()
        station = known or Station(jurisdiction=place, name=name)
        kind = row.read("kind", KIND)
        changes = fill(
            station,
            name=name,
            kind=kind or (None if known else _likely_kind(name)),
            address=row.text("address"),
            opening_hours=row.text("opening_hours"),
            phone=row.read("phone", parse_phone),
            head=row.text("head"),
        )
        changes += _add("联络员", station.liaisons, self._liaisons(row, place), str)
        changes += _add("进站代表", station.seats, self._deputies(row, station), lambda seat: seat.called)
        row.becomes(outcome_of(known is None, changes), f"{place}{station}", changes)

    def _place(self, row):
        """Where the station lies: the town told, else whose sheet it is; None when the row is refused."""
        own, named = self.area.own, row.text("town")
        if not named or named == self.area.district.name:
            place = own or self.area.district
        else:
            place = self.area.town(named)
        if place is None:
            row.reject("town_unknown", f"没有“{named}”这个镇街，新设的请先增加区划，本行不导入", "town")
        elif own and place != own:
            row.reject("town_of_others", f"{place}的站点由其工作机构或者区里登记，本行不导入", "town")
            place = None
        return place

    def _liaisons(self, row, place):
        """The accounts of the liaison officers that are named."""
        found = []
        for one in row.read_names("liaisons"):
            account = liaison_officers(place).filter(name=one.name).first()
            if account:
                found.append(account)
            else:
                row.warn("liaison_unknown", f"{place}没有联络员“{one}”的账号，没有登记", "liaisons")
        return found

    def _deputies(self, row, station):
        """A seat for each deputy that is named: the one here already, else the one elected nearest."""
        here = set(station.seats.values_list("pk", flat=True))
        found = []
        for one in row.read_names("deputies"):
            seats = self.everybody.named(str(one))
            if len({seat.deputy_id for seat in seats}) > 1:
                seats = [seat for seat in seats if _is_near(seat, station)] or seats
            people = {seat.deputy_id for seat in seats}
            if len(people) == 1:
                found.append(min(seats, key=lambda seat: (seat.pk not in here, not _is_own(seat, station))))
            elif people:
                told = f"“{one}”有{len(people)}名同名代表，请在姓名后的括号里写明选区，没有登记"
                row.warn("member_ambiguous", told, "deputies")
            else:
                row.warn("member_unknown", f"“{one}”不是本区各级人大的在任代表，没有登记", "deputies")
        return found


def _is_own(seat, station):
    return seat.term.jurisdiction_id == station.jurisdiction_id


def _is_near(seat, station):
    lies_here = seat.constituency_id and seat.constituency.town_id == station.jurisdiction_id
    return _is_own(seat, station) or lies_here


def _add(label, related, records, name_of):
    """Add those that are not there yet; the Change in a tuple, if any."""
    here = set(related.values_list("pk", flat=True))
    coming = list(dict.fromkeys(one for one in records if one.pk not in here))
    related.add(*coming)
    return (Change(label, "", "、".join(map(name_of, coming))),) if coming else ()


def _likely_kind(name):
    return next((kind for ending, kind in ENDINGS.items() if name.endswith(ending)), StationKind.STATION)
