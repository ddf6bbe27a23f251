"""What is counted of plans."""

from __future__ import annotations

from kittiwake.practice.plans.measures import interviews, plans

MEASURES = [*interviews.MEASURES, *plans.MEASURES]
