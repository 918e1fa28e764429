"""Motions and suggestions. The room is furnished by its own models when its first line is written."""
