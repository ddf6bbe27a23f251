"""What a council has to say of itself before people can work here."""

from __future__ import annotations

from datetime import date

from kittiwake.areas.steps import Step
from kittiwake.council.settings import queries
from kittiwake.council.settings.details import CODE, NAME, OUT_OF_HOURS, TELEPHONE
from kittiwake.ui.fields import lower_first


def _details(today: date) -> str:
    unsaid = [detail for detail in (NAME, CODE, TELEPHONE, OUT_OF_HOURS) if not queries.row_on(detail, today)]
    return f"Not said yet: {', '.join(lower_first(detail.title) for detail in unsaid)}." if unsaid else ""


STEPS = [
    Step(
        "the_council",
        10,
        "The council itself",
        "Its name and code, and the numbers that people ring by day and by night.",
        _details,
        "settings:council",
    )
]
