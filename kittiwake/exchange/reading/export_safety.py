"""Text that leaves in a spreadsheet must not come alive there: as everywhere else (ui.spreadsheets)."""

from kittiwake.ui.spreadsheets import neutral

__all__ = ["neutral"]
