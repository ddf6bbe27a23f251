"""Figures by what is held of the children: how old they were, on which track, where they lived, on the day of the case."""
