"""The admin of this floor, split by noun."""

from deputies.admin import activity, credentials, deputy, leave, meeting, station, structure, tenure  # noqa: F401 -- register
