"""Visits: from the first day in a placement or on a plan, each time after the child was seen, until it is over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from kittiwake.practice.direct_work import rules
from kittiwake.practice.direct_work.models import Session
from kittiwake.practice.duties.rules import REVIEW_IN_CARE
from kittiwake.practice.placements.duties import LEFT_CARE, MOVED, stretches
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.rules import FIRST_VISIT
from kittiwake.primitives.clocks.duties import Act, Duty, Facts, Stretch, chain
from kittiwake.primitives.clocks.rules import Standard

STANDARDS = rules.STANDARDS
ON_A_PLAN = {
    rules.PROTECTION: ("child_protection", rules.PROTECTION_VISIT, "The child protection plan ended"),
    rules.IN_NEED: ("child_in_need", rules.IN_NEED_VISIT, "The child in need plan ended"),
}


def acts(facts: Facts) -> dict[str, list[Act]]:
    """Visits at which the child was seen, and not by phone or video: that is no visit."""
    acts: dict[str, list[Act]] = {}
    for session in facts.rows(_seen):
        assert session.held_at is not None
        acts.setdefault(session.kind, []).append(Act(session.held_at, session.pk, session.time_known))
    return acts


def _seen() -> QuerySet[Session]:
    return Session.objects.held().filter(kind__in=rules.STOPS, seen=True).exclude(place=rules.ONLINE)


def asked(facts: Facts) -> Iterator[Duty]:
    in_care = facts.stretches("in_care", LEFT_CARE)
    for stretch in in_care:
        yield from _in_care(facts, stretch)
    for move, stretch in stretches(facts):
        if not any(
            stretch.meets(care) for care in in_care
        ):  # placed, and nobody has said that they are in care
            yield from _in_one_home(facts, move, stretch)
    for kind, (track, standard, over) in ON_A_PLAN.items():
        for stretch in facts.stretches(track, over):
            yield from _on_a_plan(facts, kind, standard, stretch)


def _on_a_plan(facts: Facts, kind: str, standard: Standard, stretch: Stretch) -> Iterator[Duty]:
    return chain(stretch.ask(standard), stretch, facts.done(kind), lambda *_: standard)


def _in_care(facts: Facts, care: Stretch) -> Iterator[Duty]:
    """Placement by placement; before the first that is known, from the day they came into care."""
    for move, stretch in _homes(facts, care):
        yield from _in_one_home(facts, move, stretch)


def _first_review(facts: Facts, move: Move | None, stretch: Stretch) -> date | None:
    """Held in a meeting, brought over, or said of the placement: a review is a review."""
    reviews = [act.on for act in stretch.of(facts.done(REVIEW_IN_CARE))]
    if move and move.first_review_on:
        reviews.append(move.first_review_on)
    return min(reviews, default=None)


def _homes(facts: Facts, care: Stretch) -> list[tuple[Move | None, Stretch]]:
    """The time in care cut where they moved. A placement goes on until the next: they are visited wherever they are."""
    placed = [
        (move, max(stay.starts_on, care.starts_on)) for move, stay in stretches(facts) if stay.meets(care)
    ]
    starts: list[tuple[Move | None, date]] = list(placed)
    if not placed or placed[0][1] > care.starts_on:
        starts.insert(0, (None, care.starts_on))
    ends = [*(start for _, start in starts[1:]), None]
    return [
        (move, _home(move, start, end, care))
        for (move, start), end in zip(starts, ends, strict=True)
        if start != end
    ]


def _home(move: Move | None, start: date, end: date | None, care: Stretch) -> Stretch:
    entry_id = move.pk if move else care.entry_id
    return (
        Stretch(entry_id, start, end, MOVED)
        if end
        else Stretch(entry_id, start, care.ends_on, care.why_ended)
    )


def _in_one_home(facts: Facts, move: Move | None, stretch: Stretch) -> Iterator[Duty]:
    moved_at = stretch.over_at if stretch.why_ended == MOVED else None
    seen = [act for act in facts.done(rules.IN_CARE) if moved_at is None or act.at < moved_at]
    first_review_on = _first_review(facts, move, stretch)

    def following(act: Act, _: int) -> Standard:
        if move is None:
            return rules.SIX_WEEKLY
        return rules.next_care_visit(
            move.arrangement,
            placed_on=move.placement.starts_on,
            seen_on=act.on,
            first_review_on=first_review_on,
            agreed_fewer_on=move.agreed_fewer_on,
        )

    return chain(stretch.ask(FIRST_VISIT), stretch, seen, following)
