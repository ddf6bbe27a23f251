"""Posts of the made-up council's social workers, who fills them, and what was agreed about caseloads."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.models import Post
from kittiwake.assurance.workforce.posts import recording as posts
from kittiwake.demo.people import TEAMS, ByAt, Council
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date

AGENCY_EVERY = 6
WEIGHTS = {"child_protection": 1.5, "care_leaver": 0.5, "early_help": 0.5}


def make_staff(council: Council, at: datetime) -> None:
    """Each worker of a social work team has a post; each team has one more that is vacant."""
    by: ByAt = {"by": council.system, "at": at}
    since = local_date(at) - timedelta(days=500)
    caseloads.agree_caseload(
        starts_on=since, usual=Decimal(18), protected_share=Decimal("0.9"), weights=WEIGHTS,
        source="Made-up agreement of the council", **by,
    )  # fmt: skip
    number = 0
    for name in (team for team in council.workers if team in TEAMS):
        for worker in council.workers[name]:
            number += 1
            post = posts.add_post(council.teams[name], role="5", fte=Decimal(1), starts_on=since, **by)
            kind = codes.AGENCY if number % AGENCY_EVERY == 0 else codes.PERMANENT
            _engage(worker, number, kind, post, since, by)
        posts.add_post(council.teams[name], role="5", fte=Decimal(1), starts_on=since, **by)


def _engage(worker: Worker, number: int, kind: str, post: Post, starts_on: date, by: ByAt) -> None:
    engagements.engage(
        worker,
        kind=kind,
        role="5",
        fte=Decimal("0.8") if number % 4 == 0 else Decimal(1),
        swe_number=f"SW{number:010d}",
        qualified_on=starts_on - timedelta(days=365 * (2 + number % 5)),
        covers_vacancy=kind == codes.AGENCY,
        post=post,
        starts_on=starts_on,
        **by,
    )
