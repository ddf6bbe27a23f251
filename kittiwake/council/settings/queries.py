"""What the council says of itself on a day. Reads only.

Every page asks, also where nobody has signed in, and it hardly ever changes: a process asks the database again after some
seconds, and at once for what it has changed itself.
"""

from __future__ import annotations

import time
from collections import defaultdict
from datetime import date

from django.conf import settings
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.council.settings import rules
from kittiwake.council.settings.details import (
    ADDRESS,
    CODE,
    COLOUR,
    HELPLINES,
    NAME,
    OUT_OF_HOURS,
    TELEPHONE,
    Detail,
)
from kittiwake.council.settings.models import CouncilDetail
from kittiwake.time.moments import local_date
from kittiwake.ui.council import Council

SECONDS = 10.0
Rows = dict[str, list[CouncilDetail]]
_kept: tuple[float, Rows] | None = None


def changes() -> Rows:
    """What was set, by detail, in the order it was set."""
    global _kept
    if _kept is None or time.monotonic() - _kept[0] > SECONDS:
        _kept = (time.monotonic(), _read())
    return _kept[1]


def _read() -> Rows:
    rows: Rows = defaultdict(list)
    for row in CouncilDetail.objects.order_by("key", "number"):
        rows[row.key].append(row)
    return dict(rows)


def forget() -> None:
    global _kept
    _kept = None


def row_on(detail: Detail, on: date) -> CouncilDetail | None:
    """The one in force: of those that have begun the last to begin, and of one day the last that was set."""
    begun = [row for row in changes().get(detail.key, ()) if row.effective_from <= on]
    return max(begun, key=lambda row: (row.effective_from, row.number), default=None)


def value_on(detail: Detail, on: date) -> str:
    row = row_on(detail, on)
    return row.value if row else until_set(detail)


def until_set(detail: Detail) -> str:
    return str(settings.COUNCIL_NAME) if detail is NAME else detail.default


def coming(detail: Detail, on: date) -> CouncilDetail | None:
    """The next that was set and does not hold yet."""
    days = {row.effective_from for row in changes().get(detail.key, ()) if row.effective_from > on}
    return row_on(detail, min(days)) if days else None


def council() -> Council:
    """As every page shows it (settings.UI_COUNCIL)."""
    today = local_date(now())
    colour = value_on(COLOUR, today)
    return Council(
        name=value_on(NAME, today),
        telephone=value_on(TELEPHONE, today),
        out_of_hours=value_on(OUT_OF_HOURS, today),
        address=value_on(ADDRESS, today),
        stylesheet=f"{reverse('settings:colours')}?{colour.removeprefix('#')}" if colour else "",
    )


def helplines(on: date) -> tuple[tuple[str, str], ...]:
    return rules.read_helplines(value_on(HELPLINES, on))


def la_code(on: date) -> str:
    """Of the responsible authority (SSDA903, placement location)."""
    return value_on(CODE, on)
