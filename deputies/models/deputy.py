"""Deputies: the persons, whatever seats they hold."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from congress import names
from congress.enums import Role
from congress.models import Jurisdiction
from congress.models.jurisdiction import SightQuerySet
from congress.plausible import check_born
from deputies.enums import Sector, Sex


CPC_MEMBER = "中共党员"


class DeputyQuerySet(SightQuerySet):
    blind = Role.business_blind

    def search(self, query):
        """Deputies found by characters, full pinyin or initials."""
        terms = names.search_terms(query)
        # Nothing but punctuation is in nobody's name.
        found = self if terms or not query.strip() else self.none()
        for term in terms:
            found = found.filter(search_text__contains=term)
        return found

    def mark_namesakes(self):
        """Set ``has_namesake`` of all rows: another person of the district has the same name."""
        same = self.model.objects.filter(name=OuterRef("name"), district=OuterRef("district"))
        # Equal names have equal keys, which are indexed.
        same = same.filter(stroke_key=OuterRef("stroke_key")).exclude(pk=OuterRef("pk"))
        self.update(has_namesake=Exists(same))

    def in_stroke_order(self):
        return self.order_by("stroke_key", "pk")

    def in_pinyin_order(self):
        return self.order_by("pinyin_key", "stroke_key", "pk")

    def _seen_by(self, user):
        """Deputies who hold a seat that the user may see; the district office sees all of its persons."""
        if user.role == Role.DISTRICT_OFFICE:
            return self.filter(district__in=Jurisdiction.objects.within(user.jurisdiction))
        seats = self.model.seats.rel.related_model.objects
        return self.filter(pk__in=seats.visible_to(user).values("deputy"))


class Deputy(models.Model):
    """A person who is or was a deputy. What depends on the term stands on the seat."""

    district = models.ForeignKey(
        Jurisdiction, verbose_name="所属区县", on_delete=models.PROTECT, related_name="deputies"
    )
    name = models.CharField("姓名", max_length=60)
    sex = models.CharField("性别", max_length=10, choices=Sex, blank=True)
    ethnicity = models.CharField("民族", max_length=20, blank=True)
    born = models.DateField("出生年月", null=True, blank=True, help_text="只知年月的，日填1日。")
    party = models.CharField("政治面貌", max_length=20, blank=True)
    education = models.CharField("文化程度", max_length=20, blank=True)
    sector = models.CharField("界别", max_length=20, choices=Sector, blank=True)
    position = models.CharField("工作单位及职务", max_length=100, blank=True)
    phone = models.CharField("联系电话", max_length=50, blank=True)
    photo = models.ImageField("照片", upload_to="deputies/%Y/", blank=True)
    no_wage_from = models.DateField(
        "无固定工资收入，自",
        null=True,
        blank=True,
        help_text="从这一天起执行代表职务的，本级财政给予补贴（代表法第四十一条）；有固定工资的留空。",
    )
    no_wage_until = models.DateField(
        "无固定工资收入，至", null=True, blank=True, help_text="当日仍无固定工资收入；至今的留空。"
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        verbose_name="登录账号",
        on_delete=models.PROTECT,
        related_name="deputy",
        null=True,
        blank=True,
    )
    stroke_key = models.CharField("笔画序", max_length=255, editable=False, db_index=True)
    pinyin_key = models.CharField("拼音序", max_length=255, editable=False, db_index=True)
    search_text = models.CharField("检索", max_length=400, editable=False)
    has_namesake = models.BooleanField("有同名代表", default=False, editable=False)

    objects = DeputyQuerySet.as_manager()
    history = HistoricalRecords(
        verbose_name="代表变更", excluded_fields=["stroke_key", "pinyin_key", "search_text", "has_namesake"]
    )

    class Meta:
        verbose_name = "代表"
        verbose_name_plural = "代表"
        ordering = ["stroke_key", "pk"]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        """Keep the keys of the name, and who shares it: namesakes known by now, or of a name given up."""
        self.set_keys()
        super().save(*args, **kwargs)
        known = Q(has_namesake=True) | Q(stroke_key=self.stroke_key)
        Deputy.objects.filter(known, district=self.district_id).mark_namesakes()

    def get_absolute_url(self):
        return reverse("deputies:deputy_detail", args=[self.pk])

    def clean(self):
        """Nobody is a deputy before he is of age; a time without a wage ends after its beginning."""
        if self.born:
            check_born("born", self.born)
        if self.no_wage_until and self.no_wage_from is None:
            raise ValidationError({"no_wage_from": "填了截止的日期，还要填从哪一天起。"})
        if self.no_wage_until and self.no_wage_until < self.no_wage_from:
            raise ValidationError({"no_wage_until": "截止的日期不能早于开始的日期，请改正。"})

    def set_keys(self):
        """Make the keys of order and search equal to the name; who saves in bulk calls it himself."""
        self.name = names.normalise(self.name)
        self.stroke_key = names.stroke_key(self.name)
        self.pinyin_key = names.pinyin_key(self.name)
        self.search_text = names.search_text(self.name)

    def is_without_wage(self, day):
        """Whether the person has no fixed wage on the day."""
        begun = self.no_wage_from is not None and self.no_wage_from <= day
        return begun and (self.no_wage_until is None or day <= self.no_wage_until)

    @property
    def placed(self):
        """The name with the places of all seats, which tell namesakes apart."""
        places = "、".join(dict.fromkeys(seat.place for seat in self.seats.all()))
        return f"{self.name}（{places}）" if places else self.name

    @property
    def called(self):
        """The name in a sentence or a heading; of namesakes with what tells them apart."""
        return self.placed if self.has_namesake else self.name
