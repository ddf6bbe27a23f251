"""Measures drawn: what moves more than chance alone would bring, over time and between teams. SVG, and the table beside it."""
