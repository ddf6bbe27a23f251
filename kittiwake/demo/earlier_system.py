"""What was done for a child before the made-up council used this, as its earlier system says: for most, not for all.

By the days and not by chance: what is drawn after it stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.practice.duties import recording, rules
from kittiwake.primitives.clocks.duties.recording import settle_once
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date, start_of

EARLIER = "The earlier system"
LAST = {  # by track: what comes back, and within how many days it was mostly done last
    "in_care": {rules.REVIEW_IN_CARE: 180, rules.HEALTH: 300, rules.EDUCATION: 110},
    "child_protection": {rules.REVIEW_CONFERENCE: 170, rules.CORE_GROUP: 40},
    "child_in_need": {rules.IN_NEED_REVIEW: 170},
    "care_leaver": {rules.PATHWAY: 170},
}
ONCE = {  # and once, so many days after it began
    "in_care": {rules.OFFICER: 3, rules.CARE_PLAN: 9},
    "care_leaver": {rules.NEEDS_ASSESSMENT: 0},
}
FORGOTTEN = 6  # one in so many


def bring_over(child: Child, track: str, since: date, at: datetime) -> None:
    listed = dict(rules.LISTED)
    with settle_once():
        for kind, on in _done(track, since, local_date(at)):
            source = EARLIER if kind in listed else ""
            moment = Moment(start_of(on), time_known=False)
            recording.say_done(child, kind=kind, done=moment, source=source, by=User.objects.system(), at=at)
        for placement in child.placements.all() if track == "in_care" else ():
            moment = Moment(start_of(placement.starts_on), time_known=False)
            recording.say_done(child, kind=rules.PLACEMENT_PLAN, done=moment, by=User.objects.system(), at=at)


def _done(track: str, since: date, today: date) -> Iterator[tuple[str, date]]:
    number = since.toordinal()
    for place, (kind, within) in enumerate(LAST.get(track, {}).items(), start=1):
        on = today - timedelta(days=number * (place + 2) % within)
        if (number + place) % FORGOTTEN and on > since + timedelta(days=14):
            yield kind, on
    for place, (kind, after) in enumerate(ONCE.get(track, {}).items()):
        on = since + timedelta(days=after)
        if (number + place) % FORGOTTEN and on < today:
            yield kind, on
