"""Places where deputies meet voters, what is in them, what hangs on their walls, what they lend."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from congress import clock
from congress.enums import Role
from congress.models import Jurisdiction, User
from congress.models.jurisdiction import PlacedQuerySet
from deputies.counting import count_of
from deputies.enums import StationKind
from deputies.models.seat import Seat


class StationQuerySet(PlacedQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        """Those of the user's area; a deputy also those to which he belongs."""
        own = Seat.objects.filter(deputy__user=user)
        return self.filter(
            Q(jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))
            | Q(pk__in=Station.seats.through.objects.filter(seat__in=own).values("station"))
        )

    def search(self, words):
        """Stations by name or address."""
        return self.filter(Q(name__icontains=words) | Q(address__icontains=words))

    def with_counts(self, on):
        """Annotate ``seats_here``, the deputies in office on ``on``, and ``rules_here``, the posted rules."""
        lists = Station.seats.through.objects.filter(station=OuterRef("pk"))
        held = lists.filter(seat__in=Seat.objects.in_office(on).values("pk"))
        rules = PostedRule.objects.filter(station=OuterRef("pk"))
        return self.annotate(seats_here=count_of(held, "station"), rules_here=count_of(rules, "station"))


class Station(models.Model):
    """A place where deputies meet voters (地方组织法第六十条)."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="所在镇街", on_delete=models.PROTECT, related_name="stations"
    )
    name = models.CharField("名称", max_length=50)
    kind = models.CharField("类型", max_length=10, choices=StationKind, default=StationKind.STATION)
    address = models.CharField("地址", max_length=100, blank=True)
    opening_hours = models.CharField(
        "开放时间", max_length=100, blank=True, help_text="如：每周四上午8:30—11:30，节假日除外。"
    )
    phone = models.CharField("电话", max_length=50, blank=True)
    head = models.CharField("站长", max_length=60, blank=True)
    seats = models.ManyToManyField(Seat, verbose_name="进站代表", related_name="stations", blank=True)
    liaisons = models.ManyToManyField(
        settings.AUTH_USER_MODEL, verbose_name="联络员", related_name="stations", blank=True
    )

    objects = StationQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="站点变更")

    class Meta:
        verbose_name = "代表联络站"
        verbose_name_plural = "代表联络站"
        ordering = ["jurisdiction__order", "jurisdiction", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["jurisdiction", "name"],
                name="station_name_unique",
                violation_error_message="本镇街已有同名的站点。",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("deputies:station_detail", args=[self.pk])


def liaison_officers(jurisdiction):
    """The liaison officers of an area, by name."""
    area = Jurisdiction.objects.within(jurisdiction)
    officers = User.objects.filter(role=Role.LIAISON, jurisdiction__in=area, is_active=True)
    return officers.order_by("name", "pk")


class OfStationQuerySet(PlacedQuerySet):
    """What belongs to a station; deputies read the posted rules alone, by way of the station's page."""

    place = "station__jurisdiction"
    blind = (*Role.business_blind, Role.DEPUTY)


class StationAsset(models.Model):
    """What a station has: rooms, computers, desks, file cabinets (domain.md B84)."""

    station = models.ForeignKey(Station, verbose_name="站点", on_delete=models.PROTECT, related_name="assets")
    name = models.CharField("物品", max_length=50)
    quantity = models.PositiveSmallIntegerField("数量", default=1)
    since = models.DateField("配置日期", null=True, blank=True)
    note = models.CharField("说明", max_length=100, blank=True)

    objects = OfStationQuerySet.as_manager()

    class Meta:
        verbose_name = "站点物品"
        verbose_name_plural = "站点物品"
        ordering = ["station", "pk"]

    def __str__(self):
        return f"{self.name}（{self.station}）"

    def get_absolute_url(self):
        return self.station.get_absolute_url()


class PostedRuleQuerySet(OfStationQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        return self.filter(station__in=Station.objects.visible_to(user).values("pk"))


class PostedRule(models.Model):
    """A rule that hangs on the wall of a station, with publisher and moment (domain.md B24, B84 全部上墙)."""

    station = models.ForeignKey(Station, verbose_name="站点", on_delete=models.PROTECT, related_name="rules")
    title = models.CharField("标题", max_length=50)
    text = models.TextField("内容", help_text="一段一行。")
    posted_on = models.DateField("上墙日期", null=True, blank=True, help_text="还没有上墙的先不填。")
    publisher = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="发布人",
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )
    published_at = models.DateTimeField("发布时间", default=clock.now, editable=False)

    objects = PostedRuleQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="上墙制度变更")

    class Meta:
        verbose_name = "上墙制度"
        verbose_name_plural = "上墙制度"
        ordering = ["station", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["station", "title"],
                name="posted_rule_title_unique",
                violation_error_message="本站已有同名的制度，请在原来那一条上修改。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return self.station.get_absolute_url()

    def publish(self, *, by):
        """Say who published it as it now stands, and when; saves nothing."""
        self.publisher, self.published_at = by, clock.now()


class LoanQuerySet(OfStationQuerySet):
    def out(self):
        """Loans that are not yet back."""
        return self.filter(returned_on__isnull=True)


class Loan(models.Model):
    """A line of the loan register: the leader's consent comes first, then registration (domain.md B85)."""

    station = models.ForeignKey(Station, verbose_name="站点", on_delete=models.PROTECT, related_name="loans")
    what = models.CharField("借什么", max_length=100, help_text="文件、资料或者物品的名称和份数。")
    borrower = models.CharField("借阅人", max_length=60)
    consent_by = models.CharField("同意的领导", max_length=60, help_text="须经领导同意后再登记。")
    lent_on = models.DateField("借出日期")
    due_on = models.DateField("应还日期")
    returned_on = models.DateField("归还日期", null=True, blank=True)
    note = models.CharField("说明", max_length=100, blank=True)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="登记人",
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    objects = LoanQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="借阅变更")

    class Meta:
        verbose_name = "借阅登记"
        verbose_name_plural = "借阅登记"
        ordering = [F("returned_on").desc(nulls_first=True), "due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=F("lent_on")),
                name="loan_due_after_lent",
                violation_error_message="应还日期不能早于借出日期。",
            ),
            models.CheckConstraint(
                condition=Q(returned_on__isnull=True) | Q(returned_on__gte=F("lent_on")),
                name="loan_returned_after_lent",
                violation_error_message="归还日期不能早于借出日期。",
            ),
            models.CheckConstraint(
                condition=~Q(consent_by=""),
                name="loan_has_consent",
                violation_error_message="借阅须经领导同意，请填写同意的领导。",
            ),
        ]

    def __str__(self):
        return f"{self.borrower}借{self.what}"

    def get_absolute_url(self):
        return self.station.get_absolute_url()

    def clean(self):
        """Nothing is registered before it happens."""
        today = clock.today()
        errors = {}
        if self.lent_on and self.lent_on > today:
            errors["lent_on"] = "借出日期不能晚于今天，请在借出时登记。"
        if self.returned_on and self.returned_on > today:
            errors["returned_on"] = "归还日期不能晚于今天，请在归还时登记。"
        if errors:
            raise ValidationError(errors)
