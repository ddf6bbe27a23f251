"""What being in care asks from the first day on, as far as no other area says it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import QuerySet

from kittiwake.practice.duties import rules
from kittiwake.practice.duties.models import Done
from kittiwake.primitives.clocks.duties import Act, Duty, Facts, Stretch, chain
from kittiwake.primitives.clocks.rules import Standard
from kittiwake.record.models import Allocation
from kittiwake.time.moments import start_of

STANDARDS = (
    rules.HEALTH_FIRST,
    rules.HEALTH_UNDER_FIVE,
    rules.HEALTH_FROM_FIVE,
    rules.EDUCATION_PLAN,
    rules.EDUCATION_REVIEW,
    rules.REVIEWING_OFFICER,
    rules.SECURE_HOURS,
    rules.SECURE_FIRST_REVIEW,
    rules.SECURE_REVIEW,
    rules.HOME_NOTIFIES,
)
LEFT_CARE = "They left care"


def acts(facts: Facts) -> dict[str, list[Act]]:
    acts_by_kind: dict[str, list[Act]] = {}
    for done in facts.rows(Done.objects.standing):
        act = Act(done.done_at, done.pk, done.time_known, brought_over=bool(done.source))
        acts_by_kind.setdefault(done.kind, []).append(act)
    return acts_by_kind


def asked(facts: Facts) -> Iterator[Duty]:
    for stretch in facts.stretches("in_care", LEFT_CARE):
        yield from _health(facts, stretch)
        yield from _education(facts, stretch)
        yield _officer(facts, stretch)
    yield from _secure(facts)


def _health(facts: Facts, stretch: Stretch) -> Iterator[Duty]:
    def following(act: Act, _: int) -> Standard:
        return rules.next_health(facts.born_on(), act.on)

    return chain(stretch.ask(rules.HEALTH_FIRST), stretch, facts.done(rules.HEALTH), following)


def _education(facts: Facts, stretch: Stretch) -> Iterator[Duty]:
    begins = rules.education_from(facts.born_on(), stretch.starts_on)
    if stretch.ends_on is not None and begins >= stretch.ends_on:
        return iter(())
    first = Duty(rules.EDUCATION_PLAN, stretch.entry_id, start_of(begins))
    first = first.until(stretch.over_at, stretch.why_ended)
    return chain(first, stretch, facts.done(rules.EDUCATION), lambda *_: rules.EDUCATION_REVIEW)


def _officer(facts: Facts, stretch: Stretch) -> Duty:
    """By the first who is named while they are in care, or who was named before and still is."""
    still = [
        officer
        for officer in facts.rows(_officers)
        if officer.ends_on is None or officer.ends_on > stretch.starts_on
    ]
    known = [Act(max(start_of(officer.starts_on), stretch.starts_at)) for officer in still]
    return stretch.ask(rules.REVIEWING_OFFICER).met_by(stretch.of([*known, *facts.done(rules.OFFICER)]))


def _officers() -> QuerySet[Allocation]:
    return Allocation.objects.filter(role="reviewing_officer", worker__isnull=False)


def _secure(facts: Facts) -> Iterator[Duty]:
    """From when they are kept there until that ends; 72 hours without an order, and a panel that looks at it."""
    begun, ordered = facts.done(rules.SECURE_BEGUN), facts.done(rules.SECURE_ORDERED)
    ended, reviewed = facts.done(rules.SECURE_ENDED), facts.done(rules.SECURE_REVIEWED)
    inside = False
    stays = _without_order(begun, [*ordered, *ended])
    for act in sorted([*begun, *ordered, *ended]):
        if act in ended:
            inside = False
            continue
        if act in begun:
            yield _hours(act, [stay for stay in stays if stay[1] <= act.at]).met_by([*ordered, *ended])
        if not inside:
            yield from _reviews(act, next((end for end in ended if end.at >= act.at), None), reviewed)
        inside = True


def _without_order(begun: list[Act], over: list[Act]) -> list[rules.Stay]:
    """From when to when they were kept there; one whose end nobody has said is none yet."""
    ends = [next((end.at for end in sorted(over) if end.at >= act.at), None) for act in begun]
    return [(act.at, end) for act, end in zip(begun, ends, strict=True) if end is not None]


def _hours(act: Act, earlier: list[rules.Stay]) -> Duty:
    """Where only the day is known, from the end of that day."""
    assert act.entry_id is not None
    begun = act.at if act.time_known else start_of(act.on + timedelta(days=1))
    from_ = rules.secure_until(begun, earlier) - rules.SECURE_TIME
    return Duty(rules.SECURE_HOURS, act.entry_id, act.at, act.time_known, counted_from=from_)


def _reviews(begun: Act, ended: Act | None, reviewed: list[Act]) -> Iterator[Duty]:
    assert begun.entry_id is not None
    why = "No longer in secure accommodation"
    stretch = Stretch(begun.entry_id, begun.on, ended.on if ended else None, why if ended else "")
    first = Duty(rules.SECURE_FIRST_REVIEW, begun.entry_id, begun.at, begun.time_known)
    first = first.until(ended.at if ended else None, why)
    return chain(first, stretch, reviewed, lambda *_: rules.SECURE_REVIEW)
