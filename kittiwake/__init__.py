"""Kittiwake: practice software for children who go missing or are at risk of harm outside the home."""

__version__ = "0.1.0"
