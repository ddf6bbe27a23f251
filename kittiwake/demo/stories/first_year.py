"""The story of a first year: a newly qualified worker has been given one child too many, and a review is late."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

from django.urls import reverse

from kittiwake.assurance.workforce.caseloads.queries import over_cap
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.demo.people import ByAt, Council
from kittiwake.demo.stories.children import HARBOUR, story_child
from kittiwake.record import recording as record
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date

NEW = 2  # of the team’s workers, by their place
NAMES = ["Wren", "Linnet", "Pipit", "Plover", "Teal", "Tern", "Dunlin", "Knot", "Scoter", "Whimbrel"]


def make(council: Council, at: datetime) -> Worker:
    """Stands on the board and on the page of caseloads until somebody moves a child."""
    today = local_date(at)
    by: ByAt = {"by": council.system, "at": at}
    worker = council.workers[HARBOUR][NEW]
    starts_on = today - timedelta(days=120)
    year = supported_year.start_supported_year(worker, starts_on=starts_on, **by)
    for key, days in (("induction", 10), ("shadowing", 40)):
        supported_year.hold_step(year, key=key, held_on=starts_on + timedelta(days=days), **by)
    for number in count():
        if over_cap(worker, today):
            break
        name = NAMES[number % len(NAMES)]
        born_on = today - timedelta(days=365 * (10 + number % 6))
        child = story_child(council, HARBOUR, at, name, "Breakwater", born_on)
        record.allocate(child, team=council.teams[HARBOUR], worker=worker, starts_on=today, **by)
    council.tell(
        "manager.harbour.team",
        reverse("workforce:caseloads"),
        "One child too many",
        see=f"{worker} is in their first year, and has more children by weight than the agreement protects them with. A review of their "
        "first year is late.",
        mend="Open their page, then their children. Give one of their children to somebody else, with a reason and a day: the alarm goes when the weight is "
        "within the cap. Record the review when it was held.",
    )
    return worker
