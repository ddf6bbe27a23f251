"""Eighteen months of children going missing and coming back."""

from __future__ import annotations

from datetime import datetime, timedelta

from kittiwake.demo.people import Council
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.notifications.facts import NotificationFacts
from kittiwake.practice.missing.notifications.recording import notify
from kittiwake.practice.missing.notifications.rules import whom_to_notify
from kittiwake.practice.missing.notifications.standing import standing_at
from kittiwake.primitives.clocks.duties.recording import settle_once
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment, local_date, start_of

EIGHTEEN_MONTHS = 540
GOES_MISSING = {"social_work": 0.22, "in_care": 0.35, "early_help": 0.05, "leaving_care": 0.05}
FROM = ["Home", "Placement", "School", "A friend's house", "The town centre"]
HOW_BACK = ["On their own", "Brought by the police", "Fetched by a carer", "Found by a worker"]


def make_episodes(council: Council, team_name: str, children: list[Child], at: datetime) -> list[Episode]:
    """Every episode but today's planted ones is over; the newest may still wait for their interview."""
    share = GOES_MISSING.get(council.teams[team_name].kind, 0)
    made: list[Episode] = []
    for child in children:
        if council.chance.often(share):
            made += _of_child(council, child, at)
    return made


def _of_child(council: Council, child: Child, at: datetime) -> list[Episode]:
    days = sorted(
        council.chance.random.sample(range(2, EIGHTEEN_MONTHS), council.chance.episodes()), reverse=True
    )
    made, free_from = [], at - timedelta(days=EIGHTEEN_MONTHS + 5)
    for days_ago in days:
        seen = council.chance.evening(at - timedelta(days=days_ago))
        if seen <= free_from:
            continue
        episode = make_episode(council, child, seen, council.chance.hours_missing(), at)
        made.append(episode)
        free_from = episode.ended_at or at
    return made


def make_episode(council: Council, child: Child, seen: datetime, hours: float, at: datetime) -> Episode:
    """One absence, reported, graded, told of, and over unless it is not over yet."""
    chance, by = council.chance, council.system
    reported = seen + timedelta(hours=min(hours * 0.9, chance.random.uniform(0.5, 4)))
    grade, where = chance.grade(), chance.one(FROM)
    told = reported + timedelta(hours=chance.random.uniform(0.2, 20))  # the council, by the police
    episode = missing.report_missing(
        child,
        last_seen=Moment(seen),
        reported=Moment(reported),
        source=chance.one(["carer", "home", "police"]),
        reporter=chance.faker.first_name(),
        reference=f"MP/{chance.random.randrange(90000) + 10000}/{reported:%y}",
        grade=grade,
        missing_from=where,
        told_council_at=told if told <= at else None,
        by=by,
        at=min(max(reported + timedelta(hours=1), told), at),
    )
    recipients = [recipient for recipient in whom_to_notify(standing_at(child.pk, seen)) if chance.often(0.9)]
    with settle_once():
        for recipient in recipients:
            notice: NotificationFacts = {"told_at": reported, "who": "The duty desk", "how": "By phone"}
            notify(episode, recipient=recipient.key, **notice, by=by, at=at)
    returned = seen + timedelta(hours=hours)
    if returned < at:
        known = chance.often(0.94)
        back = Moment(returned if known else start_of(local_date(returned)), time_known=known)
        missing.record_return(
            episode, returned=back, source="carer", how=chance.one(HOW_BACK), by=by, at=returned
        )
    return episode
