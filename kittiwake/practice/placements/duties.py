"""What a placement asks for beside visits: its plan, a notice after an emergency, and looking at moving nearer."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from kittiwake.practice.duties.rules import CHILDRENS_HOMES, HOME_NOTIFIED, HOME_NOTIFIES
from kittiwake.practice.duties.rules import PLACEMENT_PLAN as PLAN_PREPARED
from kittiwake.practice.placements import rules
from kittiwake.practice.placements.models import Move, NearerReview
from kittiwake.practice.placements.moments import midday
from kittiwake.practice.risk.duties import risks_of
from kittiwake.primitives.clocks.duties import Act, Duty, Facts, Stretch, chain
from kittiwake.time.moments import start_of

STANDARDS = (rules.NOTICE, rules.NEARER, rules.PLACEMENT_PLAN)
MOVED, LEFT_CARE = "They moved again", "They left care"
LOOKED_AT = "nearer_review"


def acts(facts: Facts) -> dict[str, list[Act]]:
    reviews = facts.rows(_reviews, of="move.child_id")
    return {LOOKED_AT: [Act(midday(review.held_on), review.pk) for review in reviews]}


def _reviews() -> QuerySet[NearerReview]:
    return NearerReview.objects.filter(entry__struck_out_at=None).select_related("move")


def _moves() -> QuerySet[Move]:
    return Move.objects.standing().select_related("placement").order_by("placement__starts_on")


def stretches(facts: Facts) -> list[tuple[Move, Stretch]]:
    """Where the child was placed and until when, the earliest first. No placement outlives the care it is in."""
    return [(move, _stretch(move, facts)) for move in facts.rows(_moves)]


def _stretch(move: Move, facts: Facts) -> Stretch:
    placement = move.placement
    stretch = Stretch(move.pk, placement.starts_on, placement.ends_on, MOVED if placement.ends_on else "")
    care = [other for other in facts.stretches("in_care", LEFT_CARE) if stretch.meets(other)]
    if placement.ends_on is None and care and care[-1].ends_on is not None:
        return Stretch(move.pk, placement.starts_on, care[-1].ends_on, LEFT_CARE)
    return stretch


def asked(facts: Facts) -> Iterator[Duty]:
    placed = stretches(facts)
    for number, (move, stretch) in enumerate(placed):
        before = placed[number - 1][1].starts_at if number else None
        prepared = [
            act
            for act in facts.done(PLAN_PREPARED)
            if not _too_late(act, stretch) and (not before or act.at > before)
        ]
        yield stretch.ask(rules.PLACEMENT_PLAN).met_by_any(prepared)
        if move.placement.out_of_area:
            first = stretch.ask(rules.NEARER)
            yield from chain(first, stretch, facts.done(LOOKED_AT), lambda *_: rules.NEARER)
        if rules.notice_is_owed(move.owed_facts) and move.is_emergency:
            yield _notice(move, stretch)
    for risk in risks_of(facts, "sexual_exploitation"):
        yield from home_notifies(facts, Act(risk.entry.happened_at, risk.pk))


def home_notifies(facts: Facts, act: Act) -> Iterator[Duty]:
    """What happened to a child who lives in a children’s home, and is told by it to Ofsted and the council responsible."""
    homes = [stretch for move, stretch in stretches(facts) if move.placement.kind in CHILDRENS_HOMES]
    if act.entry_id is not None and any(home.of([act]) for home in homes):
        duty = Duty(HOME_NOTIFIES, act.entry_id, act.at, act.time_known)
        yield duty.met_by(facts.done(HOME_NOTIFIED))


def _too_late(act: Act, stretch: Stretch) -> bool:
    return stretch.ends_on is not None and act.on > stretch.ends_on


def _notice(move: Move, stretch: Stretch) -> Duty:
    """Owed whatever happens to the placement; where it was not reasonably practicable, over for the reason given."""
    duty = Duty(rules.NOTICE, move.pk, stretch.starts_at)
    if move.notified_on:
        return duty.met_by_any([Act(midday(move.notified_on), move.pk)])
    return duty.until(start_of(move.no_notice_on) if move.no_notice_on else None, move.no_notice_why)
