"""Figures of this floor, one section, a file a noun."""

from congress import figures  # noqa: I001 -- figures are shown in the order of these imports
from reception.figures import days  # noqa: F401 -- what they declare is registered
from reception.figures import visits  # noqa: F401
from reception.figures import opinions  # noqa: F401
from reception.figures import units  # noqa: F401


figures.register_section("reception", "接待选民")
