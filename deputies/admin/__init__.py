"""The admin of this floor, split by noun."""

from deputies.admin import (  # noqa: F401 -- register
    activity,
    briefing,
    credentials,
    deputy,
    inspection,
    leave,
    ledgers,
    meeting,
    seat,
    station,
    structure,
    tenure,
)
