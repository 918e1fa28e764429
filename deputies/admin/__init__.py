"""The admin of this floor, split by noun."""

from deputies.admin import activity, deputy, leave, station, structure  # noqa: F401 -- register their pages
