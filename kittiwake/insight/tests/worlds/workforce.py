"""What is drawn of the workforce beside the world of going missing. On 30 November 2026 work here:

- the worker, employed whole time since February, who moved inside the council then, qualified seven years ago; five
  working days sick in November
- the colleague, half time since June, newly qualified since then; sick from Monday the 23rd and not back
- the outsider, whole time since 2 November, newly qualified since then
- the manager, whole time since January 2025, qualified long ago
- the exploitation worker, four days a week through an agency, who covers a vacancy

Lark left in June; they had worked half time since 2023.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.absences import recording as absences
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.models import Engagement, Post
from kittiwake.assurance.workforce.posts import recording as posts
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.record.models import Team, Worker
from tests.cast import Cast

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
WHOLE, HALF, FOUR_DAYS = Decimal(1), Decimal("0.5"), Decimal("0.8")

DRAWN: dict[str, tuple[int | None, int | None, float]] = {
    "P67": (
        0,
        2,
        0.0,
    ),  # the outsider was supervised on the 17th and is due on the 24th; the colleague never was
    "P67b": (
        0,
        2,
        0.0,
    ),  # the colleague has one that weighs 1.5, of 1.35; the outsider two that weigh 3, of 2.7
    "P74": (1, 5, 0.8 / 4.3),
    "P74b": (
        2,
        6,
        1.5 / 5.0,
    ),  # half of the colleague's post, and that which the agency covers, beside 3.5 in post
    "P74c": (1, 4, 0.5 / 3.5),  # Lark; not the worker, who moved inside
    "P74d": (2, 4, 8.0 / (3.5 * 253)),  # five days, and six half days; not the training
    "P75": (3, 3, 6 / 2.5),  # the worker three, the outsider two, the colleague one
    "P75b": (2, 3, 2 / 3),  # the outsider and the colleague; the worker's three weigh 2.5 of 3
    "P75c": (None, 3, 3.0),  # the outsider's
    "P76": (2, 5, 2 / 5),
    "P76b": (None, 3, 2557 / 365.25),  # the worker's; the colleague's is half a year, the manager's sixteen
    "P76c": (2, 3, 2 / 3),
    "P76d": (2, 3, 2 / 3),  # the worker and the manager, not Lark
    "P76e": (1, 2, 1 / 2),  # the worker, not Lark
    "P76f": (None, 2, 2.0),  # three in the north team; the manager of one team beneath the service
}


def draw(cast: Cast) -> None:
    by: dict[str, Any] = {"by": cast.system, "at": AT}
    caseloads.agree_caseload(
        starts_on=date(2026, 4, 1), usual=Decimal(3), protected_share=Decimal("0.9"),
        weights={"child_protection": 1.5, "care_leaver": 0.5}, source="Panel", **by,
    )  # fmt: skip
    _worker(cast)
    half_post = _post(cast, cast.north)
    _engage(cast, "colleague", (2026, 6, 1), HALF, post=half_post, qualified_on=date(2026, 5, 31))
    _engage(cast, "outsider", (2026, 11, 2))
    # The outsider's first year is drawn with their supervision, whose rhythm follows it.
    supported_year.start_supported_year(cast.workers["colleague"], starts_on=date(2026, 6, 1), **by)
    _engage(cast, "manager", (2025, 1, 6), role="3", qualified_on=date(2010, 11, 30))
    agency = {"kind": codes.AGENCY, "post": _post(cast, cast.south), "covers_vacancy": True}
    _engage(cast, "exploitation_worker", (2026, 9, 1), FOUR_DAYS, **agency)
    _lark(cast)
    _away(cast, "worker", "SIC", (2026, 11, 2), (2026, 11, 9))
    _away(cast, "worker", "TRN", (2026, 10, 5), (2026, 10, 7))
    _away(cast, "worker", "SIC", (2025, 10, 1), (2025, 10, 8))  # more than a year ago
    _away(cast, "colleague", "SIC", (2026, 11, 23))


def _worker(cast: Cast) -> None:
    first = _engage(cast, "worker", (2023, 1, 2), HALF)
    facts = {"ends_on": date(2026, 2, 1), "reason": codes.MOVED_INSIDE}
    engagements.end(first, **facts, by=cast.system, at=AT)
    _engage(cast, "worker", (2026, 2, 1), post=_post(cast, cast.north), qualified_on=date(2019, 11, 30))


def _lark(cast: Cast) -> None:
    lark = Worker.objects.create(name="Lark")
    facts = {"kind": codes.PERMANENT, "role": "5", "fte": HALF, "starts_on": date(2023, 1, 2)}
    engagement = engagements.engage(lark, **facts, by=cast.system, at=AT)
    engagements.end(engagement, ends_on=date(2026, 6, 1), reason="1", by=cast.system, at=AT)


def _post(cast: Cast, team: Team) -> Post:
    facts: dict[str, Any] = {"role": "5", "fte": WHOLE, "starts_on": date(2023, 1, 2)}
    return posts.add_post(team, **facts, by=cast.system, at=AT)


def _engage(cast: Cast, who: str, on: tuple[int, int, int], fte: Decimal = WHOLE, **more: Any) -> Engagement:
    facts = {"kind": codes.PERMANENT, "role": "5", "fte": fte, "starts_on": date(*on), **more}
    return engagements.engage(cast.workers[who], **facts, by=cast.system, at=AT)


def _away(cast: Cast, who: str, kind: str, on: tuple[int, int, int], back: Any = None) -> None:
    days = {"starts_on": date(*on), "ends_on": date(*back) if back else None}
    absences.record_absence(cast.workers[who], kind=kind, **days, by=cast.system, at=AT)
