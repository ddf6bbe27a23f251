"""Consistency between teams: whether they lie further apart than chance alone would put them, and since when."""
