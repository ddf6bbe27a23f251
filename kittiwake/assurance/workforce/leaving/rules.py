"""Who holds an exit interview, and what is shown of several without a name. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from kittiwake.assurance.workforce.span.rules import TeamPlace


def line_managers(worker: int, places: Iterable[TeamPlace], parents: Mapping[int, int | None]) -> set[int]:
    """Who managed them: who manages their team; the one above, for who manages it or where nobody does."""
    distinct = set(places)
    managers: set[int] = set()
    for place in distinct:
        if place.worker == worker:
            start = parents.get(place.team) if place.manages else place.team
            managers |= _nearest(start, worker, distinct, parents)
    return managers


def _nearest(
    team: int | None, worker: int, places: Collection[TeamPlace], parents: Mapping[int, int | None]
) -> set[int]:
    passed: set[int] = set()
    while team is not None and team not in passed:
        leads = {
            place.worker
            for place in places
            if place.team == team and place.manages and place.worker != worker
        }
        if leads:
            return leads
        passed.add(team)
        team = parents.get(team)
    return set()


class Reason(NamedTuple):
    key: str
    many: int | None  # None: a few, not counted out


def counted(given: Iterable[Collection[str]], *, fewest: int) -> list[Reason]:
    """Each reason anybody gave, the commonest first; empty where too few people were asked to say anything of them."""
    people = [set(reasons) for reasons in given]
    if len(people) < fewest:
        return []
    many = Counter(key for reasons in people for key in reasons)
    ranked = sorted(
        many.items(), key=lambda item: (item[1] < fewest, -item[1] if item[1] >= fewest else 0, item[0])
    )
    return [Reason(key, number if number >= fewest else None) for key, number in ranked]
