"""Forms of constituencies, delegations and groups."""

from django import forms

from congress import clock
from congress.forms import ChineseForm
from congress.models import Jurisdiction, Term
from congress.plausible import check_near
from deputies import divisions
from deputies.enums import GroupPost
from deputies.fields import SeatsField, choosable
from deputies.models import Constituency, Delegation, DeputyGroup, GroupMembership, Seat
from deputies.models.membership import members_of


REACH = 10  # years


class ConstituencyForm(ChineseForm, forms.ModelForm):
    """A constituency; whose congress it elects is said once, when it is set up."""

    class Meta:
        model = Constituency
        fields = ["jurisdiction", "number", "name", "town", "area", "voters", "seat_quota", "abolished_on"]
        widgets = {"area": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "area": "写明村（社区）、单位，可以按居住状况划分，也可以按单位划分（选举法第二十五条）。",
            "seat_quota": "一名至三名（选举法第二十五条）。",
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        places = Jurisdiction.objects.within(user.jurisdiction)
        self.fields["jurisdiction"].queryset = places.with_congress()
        self.fields["jurisdiction"].empty_label = None
        self.fields["town"].queryset = places.local()
        self.fields["town"].empty_label = "请选择"
        if self.instance.pk:
            self.fields["jurisdiction"].disabled = True
        else:
            self.initial["jurisdiction"] = user.jurisdiction_id
            del self.fields["abolished_on"]

    def clean(self):
        cleaned = super().clean()
        if day := cleaned.get("abolished_on"):
            check_near("abolished_on", "撤销日期", day, years=REACH)
        return cleaned

    def _get_validation_exclusions(self):
        """Numbers are unique among those in use: that is asked of new ones, too."""
        return super()._get_validation_exclusions() - {"abolished_on"}

    def clean_seat_quota(self):
        quota = self.cleaned_data["seat_quota"]
        held = self.instance.seats.in_office(clock.today()).count() if self.instance.pk else 0
        if quota is not None and quota < held:
            raise forms.ValidationError(f"本选区现有{held}名在任代表，名额不能少于{held}名，请核对。")
        return quota


class NewDelegationForm(ChineseForm, forms.ModelForm):
    """A delegation; who belongs to it is chosen afterwards."""

    class Meta:
        model = Delegation
        fields = ["term", "name", "order"]
        help_texts = {"order": "名单里的先后，小的在前。"}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offer_terms(self, user)


class NewGroupForm(ChineseForm, forms.ModelForm):
    """A deputies' group; who belongs to it is chosen afterwards."""

    class Meta:
        model = DeputyGroup
        fields = ["term", "name", "kind", "field", "order"]
        help_texts = {"order": "名单里的先后，小的在前。"}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        offer_terms(self, user)


def offer_terms(form, user):
    """The terms of the user's area that run; the one of his own congress first."""
    terms = Term.objects.visible_to(user).current(clock.today()).select_related("jurisdiction")
    form.fields["term"].queryset = terms
    form.fields["term"].empty_label = None


class MembersForm(ChineseForm, forms.ModelForm):
    """A delegation or an area group with its members; takes ``user`` as its sister for new ones does."""

    members = SeatsField(
        Seat.objects.none(),
        label="成员",
        required=False,
        help_text="按姓氏笔画排列，只列本届在任代表；选中原来在别处的，会转到这里。",
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        seats = Seat.objects.visible_to(user)
        self.fields["members"].offer(seats, term=self.instance.term_id, on=clock.today())
        self.initial["members"] = [seat.pk for seat in divisions.members_now(self.instance)]

    def clean_members(self):
        members = self.cleaned_data["members"]
        if reason := divisions.reason_against(self.instance, members):
            raise forms.ValidationError(reason)
        return members

    def save(self, commit=True):
        part = super().save(commit)
        if "members" in self.cleaned_data:
            divisions.set_members(part, self.cleaned_data["members"])
        return part


class DelegationForm(MembersForm):
    class Meta:
        model = Delegation
        fields = ["name", "order", "members", "head", "deputy_head"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in ("head", "deputy_head"):
            self.fields[field].queryset = self.fields["members"].queryset
            self.fields[field].empty_label = "没有推选"

    def clean(self):
        """Who is chosen a member here may lead from now on."""
        cleaned = super().clean()
        for field in ("head", "deputy_head"):
            seat = cleaned.get(field)
            if seat and "members" in cleaned:
                seat.delegation = self.instance if seat in cleaned["members"] else None
        return cleaned


class GroupForm(MembersForm):
    class Meta:
        model = DeputyGroup
        fields = ["name", "kind", "field", "order"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.is_by_area:
            del self.fields["members"]


class MembershipForm(ChineseForm, forms.ModelForm):
    """A period that is on record: its post and its days."""

    class Meta:
        model = GroupMembership
        fields = ["post", "starts_on", "ends_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.group.is_by_area:
            self.fields["post"].choices = _leading_posts()

    def clean(self):
        cleaned = super().clean()
        for name in ("starts_on", "ends_on"):
            if day := cleaned.get(name):
                check_near(name, self.fields[name].label, day, years=REACH)
        return cleaned


class NewMembershipForm(MembershipForm):
    """One or several deputies with the same post and day."""

    seats = SeatsField(
        Seat.objects.none(), label="代表", help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。"
    )
    field_order = ["seats", "post", "starts_on", "ends_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        group, today = self.instance.group, clock.today()
        if group.is_by_area:
            self.fields["seats"].queryset = choosable(members_of([group], today))
        else:
            self.fields["seats"].offer(Seat.objects, term=group.term_id, on=today)

    def rows(self):
        """An unsaved membership a deputy."""
        data = {name: self.cleaned_data[name] for name in self.Meta.fields}
        return [
            GroupMembership(group=self.instance.group, seat=seat, **data)
            for seat in self.cleaned_data["seats"]
        ]


def _leading_posts():
    return [choice for choice in GroupPost.choices if choice[0] in GroupPost.leading]
