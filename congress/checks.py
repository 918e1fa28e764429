"""System checks of the installation; registered when the app is ready."""

from congress.fonts import check_fonts


__all__ = ["check_fonts"]
