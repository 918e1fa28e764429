"""The office's workbench. The other floors build on ``OfficeAdmin`` and its kin."""

from congress.admin import audit, jurisdiction, takeover, unit, user  # noqa: F401 -- register their pages
from congress.admin.base import (
    EventInline,
    ExportingAdmin,
    HistoryAdmin,
    OfficeAdmin,
    PartInline,
    ReadOnlyAdmin,
    ReadOnlyMixin,
)
from congress.admin.shared import SharedAdmin


__all__ = [
    "EventInline",
    "ExportingAdmin",
    "HistoryAdmin",
    "OfficeAdmin",
    "PartInline",
    "ReadOnlyAdmin",
    "ReadOnlyMixin",
    "SharedAdmin",
]
