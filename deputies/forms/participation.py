"""Forms of a deputy's part in an activity."""

from decimal import Decimal

from django import forms

from congress import clock
from congress.fields import line, text
from congress.forms import ChineseForm, FilesInput
from deputies import photos
from deputies.enums import Tie
from deputies.forms.activity import check_dates
from deputies.models import ActivityKind, ParticipationPhoto, Seat


HALF_A_DAY = Decimal("0.5")
LONGEST = 60  # days


class PhotosInput(FilesInput):
    """Several photos, from the camera or the album; a phone turns its own format into JPEG for us."""

    button = "拍照或选照片"

    def __init__(self, attrs=None):
        super().__init__({"accept": "image/jpeg,image/png,image/webp", "data-photos": "", **(attrs or {})})


class PhotosField(forms.FileField):
    """Photos, shrunk and freed of place and time; the cleaned value is a list of files."""

    widget = PhotosInput

    def clean(self, data, initial=None):
        uploads = [super(PhotosField, self).clean(one, initial) for one in data or [None]]
        uploads = [upload for upload in uploads if upload]
        if len(uploads) > photos.MOST_PHOTOS:
            raise forms.ValidationError(
                f"一次最多{photos.MOST_PHOTOS}张照片，您选了{len(uploads)}张，请去掉一些。"
            )
        return [photos.shrink(upload) for upload in uploads]


class PartForm(ChineseForm, forms.Form):
    """A deputy's part in an activity that an office planned."""

    sentence = text(
        "做了什么",
        max_length=200,
        error_messages={"required": "请写一句做了什么。"},
        help_text="一句话就行，例如：到三组走访5户，听取灌溉用水的意见。",
    )
    people = forms.IntegerField(
        label="接触群众人数", required=False, min_value=0, max_value=100_000, help_text="没有就不填。"
    )
    households = forms.IntegerField(
        label="走访户数", required=False, min_value=0, max_value=10_000, help_text="没有就不填。"
    )
    photos = PhotosField(label="照片", required=False, help_text="可以现场拍，也可以从相册选几张。")
    dropped = forms.ModelMultipleChoiceField(
        ParticipationPhoto.objects.none(),
        label="去掉已有的照片",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, entry=None, **kwargs):
        super().__init__(*args, **kwargs)
        stored = entry.photos.all() if entry else ParticipationPhoto.objects.none()
        if stored:
            self.fields["dropped"].queryset = stored
            self.fields["dropped"].choices = [
                (photo.pk, f"第{place}张") for place, photo in enumerate(stored, start=1)
            ]
        else:
            del self.fields["dropped"]


class EntryForm(PartForm):
    """What a deputy did on his own account: the activity and his part in it."""

    kind = forms.ModelChoiceField(
        ActivityKind.objects.filter(active=True, self_logged=True),
        label="做的是哪一类事",
        error_messages={"required": "请点选一类。"},
        widget=forms.RadioSelect,
        empty_label=None,
    )
    starts_on = forms.DateField(label="哪一天", help_text="做了几天的，填第一天。")
    ends_on = forms.DateField(label="最后一天", required=False, help_text="当天做完的不填。")
    days = forms.DecimalField(
        label="用了几天",
        error_messages={"required": "请点半天、1天，或者填天数。", "min_value": "至少半天，半天填0.5。"},
        min_value=HALF_A_DAY,
        max_value=LONGEST,
        decimal_places=1,
        step_size=HALF_A_DAY,
        widget=forms.NumberInput(attrs={"data-quick": "0.5=半天 1=1天 2=2天 3=3天"}),
        help_text="半天填0.5。",
    )
    place = line("地点", max_length=100, required=False)
    at_home = forms.BooleanField(label="在原选区参加的", required=False)
    seat = forms.ModelChoiceField(Seat.objects.none(), label="以哪个代表身份", empty_label=None)

    field_order = [
        "seat",
        "kind",
        "sentence",
        "starts_on",
        "ends_on",
        "days",
        "place",
        "at_home",
        "people",
        "households",
        "photos",
        "dropped",
    ]
    activity_fields = ("kind", "starts_on", "ends_on", "days", "place")

    def __init__(self, *args, seats, choose_seat=True, **kwargs):
        """``seats`` are the deputy's own; an entry that is corrected keeps its seat."""
        super().__init__(*args, **kwargs)
        self.offer_seats(seats if choose_seat else ())
        self._offer_home(seats)

    def offer_seats(self, seats):
        """Who holds one seat, or keeps that of the entry, is not asked."""
        if len(seats) > 1:
            self.fields["seat"].queryset = seats
            self.fields["seat"].widget.attrs["data-plain"] = ""
        else:
            del self.fields["seat"]

    def _offer_home(self, seats):
        """Whoever was elected in a constituency may say that it was there (B46)."""
        elected = [seat for seat in seats if seat.constituency_id]
        if not elected:
            del self.fields["at_home"]
            return
        where = "、".join(str(seat.constituency) for seat in elected)
        away = any(seat.tie == Tie.NEITHER for seat in elected)
        told = "您不在原选区居住、工作，任期内至少到原选区参加一次代表活动。" if away else ""
        self.fields["at_home"].help_text = f"选举您的选区：{where}。{told}"

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        if day > clock.today():
            raise forms.ValidationError("日期在今天之后。请在做了以后再登记。")
        return day

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("ends_on"):
            cleaned["ends_on"] = cleaned.get("starts_on")
        check_dates(self)
        self._check_span(cleaned)
        return cleaned

    def _check_span(self, cleaned):
        """Whoever mistypes a year logs half a day's work over two years."""
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and (span := (last - first).days + 1) > LONGEST:
            self.add_error(
                "ends_on",
                f"从第一天到最后一天有{span}天，超过{LONGEST}天，请核对年月；分几次做的，请分次登记。",
            )
