"""What is counted of missing episodes. P numbers are those of the council's own list of measures.

Each function gives cases (primitives.measures.definition). Episodes that were cancelled or struck out never count.
"""

from __future__ import annotations

from kittiwake.practice.missing.measures import carers, episodes, hours, notifications, quality

MEASURES = [*notifications.MEASURES, *hours.MEASURES, *episodes.MEASURES, *carers.MEASURES, *quality.MEASURES]
