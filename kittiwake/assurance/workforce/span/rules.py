"""How many people somebody manages: those in their team, and who manages a team right beneath it. Pure.

Nobody sets a number in law. What the council agrees is local (CaseloadRule.most_managed): people to a whole-time manager.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import NamedTuple


class TeamPlace(NamedTuple):
    worker: int
    team: int
    manages: bool


def managed(places: Iterable[TeamPlace], parents: Mapping[int, int | None]) -> dict[int, Decimal]:
    """By manager, how many people. Who manages a team together shares its people; nobody manages themselves."""
    every = set(places)
    managers, people = _by_team(every, manages=True), _by_team(every, manages=False)
    for team, leads in managers.items():
        above = parents.get(team)
        if above is not None:
            people[above] |= leads
    shares: dict[int, Decimal] = defaultdict(Decimal)
    for team, leads in managers.items():
        for manager in leads:
            shares[manager] += Decimal(len(people[team] - {manager})) / len(leads)
    return dict(shares)


def _by_team(places: Iterable[TeamPlace], *, manages: bool) -> defaultdict[int, set[int]]:
    by_team: defaultdict[int, set[int]] = defaultdict(set)
    for place in places:
        if place.manages is manages:
            by_team[place.team].add(place.worker)
    return by_team


def span_of_control(managed: Decimal | int, manager_fte: Decimal) -> Decimal | None:
    """People to each whole-time manager."""
    return Decimal(managed) / manager_fte if manager_fte else None


def is_too_many(span: Decimal | None, maximum: int | None) -> bool:
    return span is not None and maximum is not None and span > maximum
