"""Figures of this floor, one section, a file a noun."""

from congress import figures  # noqa: I001 -- figures are shown in the order of these imports
from proposals.figures import counted  # noqa: F401 -- what they declare is registered
from proposals.figures import led  # noqa: F401
from proposals.figures import places  # noqa: F401
from proposals.figures import units  # noqa: F401


figures.register_section("proposals", "议案建议")
