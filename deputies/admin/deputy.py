"""Deputies, each with the seats."""

from django import forms
from django.contrib import admin, messages
from django.db.models import Prefetch

from congress import audit, fonts
from congress.admin.base import HistoryAdmin, SightMixin
from congress.enums import Role
from congress.models import User
from deputies import rules
from deputies.admin.seat import standing_of
from deputies.models import Deputy, Seat


audit.include_changes(Deputy)


class DeputyForm(forms.ModelForm):
    """An office sees no accounts: it types the name of the one that the administrator has made."""

    account = forms.CharField(
        label="登录账号", required=False, help_text="系统管理员建好的代表账号；还没有的先不填。"
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.user_id:
            self.initial["account"] = self.instance.user.username

    def clean_account(self):
        username = self.cleaned_data["account"]
        if not username:
            return None
        user = User.objects.filter(username=username, role=Role.DEPUTY).first()
        if user is None:
            raise forms.ValidationError(f"没有名为“{username}”的代表账号，请核对，或请系统管理员新建。")
        if Deputy.objects.filter(user=user).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(f"账号“{username}”已归另一名代表使用，请换一个。")
        return user

    def clean(self):
        cleaned = super().clean()
        user, district = cleaned.get("account"), cleaned.get("district")
        if user and district and user.jurisdiction.district != district:
            self.add_error("account", f"账号“{user.username}”不在{district}，请核对。")
        self.instance.user = user
        return cleaned


class SeatInline(SightMixin, admin.StackedInline):
    model = Seat
    extra = 0
    can_delete = False
    autocomplete_fields = ["term", "constituency", "delegation", "group"]
    fields = [
        ("term", "constituency"),
        ("delegation", "group"),
        ("card_number", "roster_order"),
        ("start_ground", "starts_on", "reelected", "tie"),
        ("standing", "ends_on", "end_ground"),
        "remark",
    ]
    readonly_fields = ["standing", "ends_on", "end_ground"]

    def get_queryset(self, request):
        seats = super().get_queryset(request).with_standing(request.user)
        return seats.select_related("deputy", "term__jurisdiction", "constituency", "delegation", "group")

    def get_min_num(self, request, obj=None, **kwargs):
        """A new person enters with the seat."""
        return 0 if obj else 1

    @admin.display(description="状态")
    def standing(self, seat):
        return standing_of(seat)


@admin.register(Deputy)
class DeputyAdmin(HistoryAdmin):
    index_order = 100
    form = DeputyForm
    district_fields = ["district"]
    list_display = ["name", "places", "sex", "party", "position", "phone"]
    list_filter = ["sex", "party"]
    list_select_related = True
    ordering = ["stroke_key", "pk"]
    search_fields = ["search_text"]
    search_help_text = "姓名、全拼或首字母"
    inlines = [SeatInline]
    fieldsets = [
        (
            None,
            {
                "description": "本人的基本情况；随届次变的写在下面的任职里。生僻字照身份证写，间隔号用“·”。",
                "fields": ["district", "name", ("sex", "ethnicity"), "born", ("party", "education")],
            },
        ),
        (
            "单位和联系",
            {
                "description": "电话只给本区划的工作人员看。",
                "fields": ["position", "sector", ("no_wage_from", "no_wage_until"), "phone", "account"],
            },
        ),
    ]

    def get_queryset(self, request):
        seats = Seat.objects.select_related("term__jurisdiction", "constituency")
        return super().get_queryset(request).prefetch_related(Prefetch("seats", queryset=seats))

    def get_search_results(self, request, queryset, search_term):
        return queryset.search(search_term), False

    def may_change(self, user, record):
        return rules.can_change_deputy(user, record)

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        if advice := fonts.advice(obj.name, "姓名"):
            messages.warning(request, advice)

    def has_delete_permission(self, request, obj=None):
        """People stay on record; a seat that is over gets its end."""
        return False

    @admin.display(description="所属人大和选区")
    def places(self, deputy):
        return "、".join(seat.place for seat in deputy.seats.all())

    @staticmethod
    def choice_label(record):
        """Homonyms differ by constituency."""
        return record.placed
