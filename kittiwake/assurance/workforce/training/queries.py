"""Who came to a course and when. What areas above ask, to see whether it showed in the work."""

from __future__ import annotations

from datetime import date

from kittiwake.assurance.workforce.models import Course, Place
from kittiwake.record.models import Worker


def came_between(
    course: Course, first: date | None = None, last: date | None = None
) -> list[tuple[Worker, date]]:
    """Who came, with the day, in its order; of a stretch of time where one is given, both days included.

    Row-level security gives whoever asks the workers they answer for.
    """
    found = Place.objects.filter(course=course, came_on__isnull=False).select_related("worker")
    if first is not None:
        found = found.filter(came_on__gte=first)
    if last is not None:
        found = found.filter(came_on__lte=last)
    every = found.order_by("came_on", "worker__name", "pk")
    return [(one.worker, one.came_on) for one in every if one.came_on is not None]
