"""Tables of choices that every district of the system uses."""

from congress import rules
from congress.admin.base import OfficeAdmin


class SharedAdmin(OfficeAdmin):
    """What one office changes, all others find changed: the city's keeps them, or the only district's."""

    place = None

    def has_add_permission(self, request):
        return super().has_add_permission(request) and rules.keeps_shared(request.user)

    def may_change(self, user, record):
        return rules.keeps_shared(user)
