"""The admin of this floor, split by noun."""

from deputies.admin import activity, deputy, structure  # noqa: F401 -- register their pages
