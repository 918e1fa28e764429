"""Figures of this floor, a file a section, in the order in which sections are shown."""

from deputies.figures import roster  # noqa: F401, I001 -- what it declares is registered, in this order
from deputies.figures import congress  # noqa: F401
from deputies.figures import activities  # noqa: F401
from deputies.figures import speeches  # noqa: F401
