"""Figures of this floor, one section, a file a noun, in the order in which they are shown."""

from congress import figures
from reception.figures import days  # noqa: F401, I001 -- what they declare is registered, in this order
from reception.figures import visits  # noqa: F401
from reception.figures import opinions  # noqa: F401


figures.register_section("reception", "接待选民")
