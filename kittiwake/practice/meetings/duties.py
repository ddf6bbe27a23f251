"""Reviews and core groups: from the first day in care or on a protection plan, each after the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.db.models import QuerySet

from kittiwake.practice.duties.rules import REVIEW_CONFERENCE, REVIEW_IN_CARE
from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Part
from kittiwake.practice.meetings.quorum.rules import ends_the_duty
from kittiwake.practice.placements.duties import home_notifies
from kittiwake.primitives.clocks.duties import Act, Duty, Facts, Stretch, chain
from kittiwake.primitives.clocks.rules import Standard
from kittiwake.time.moments import local_date

STANDARDS = (
    rules.FIRST_IN_CARE,
    rules.SECOND_IN_CARE,
    rules.LATER_IN_CARE,
    rules.FIRST_CORE_GROUP,
    rules.NEXT_CORE_GROUP,
    rules.FIRST_REVIEW,
    rules.LATER_REVIEW,
)
LEFT_CARE, PLAN_ENDED = "They left care", "The child protection plan ended"
BEGAN = "protection_began"  # a conference that made the plan
KNOWN_AS = {
    rules.IN_CARE: REVIEW_IN_CARE,
    rules.REVIEW: REVIEW_CONFERENCE,
    rules.CORE_GROUP: rules.CORE_GROUP,
}


def acts(facts: Facts) -> dict[str, list[Act]]:
    """Meetings that were held and count. A review held in a meeting is a review wherever one is asked for."""
    acts: dict[str, list[Act]] = {}
    for part in facts.rows(_held):
        if kind := _kind(part):
            held_at = part.meeting.held_at
            assert held_at is not None
            acts.setdefault(kind, []).append(Act(held_at, part.pk, part.meeting.held_time_known))
    return acts


def _held() -> QuerySet[Part]:
    return Part.objects.held().select_related("meeting").prefetch_related("meeting__attendances")


def _kind(part: Part) -> str:
    if part.meeting.kind in (rules.INITIAL, rules.TRANSFER):
        return BEGAN if part.plan_made else ""
    return KNOWN_AS.get(part.meeting.kind, "") if _counts(part) else ""


def _counts(part: Part) -> bool:
    held_at = part.meeting.held_at
    assert held_at is not None
    came = {
        attendance.agency for attendance in part.meeting.attendances.all() if attendance.answer == rules.CAME
    }
    return ends_the_duty(part.meeting.kind, came, local_date(held_at))


def asked(facts: Facts) -> Iterator[Duty]:
    for stretch in facts.stretches("in_care", LEFT_CARE):
        reviews = facts.done(REVIEW_IN_CARE)
        yield from chain(stretch.ask(rules.FIRST_IN_CARE), stretch, reviews, _after_review(stretch))
    for stretch in facts.stretches("child_protection", PLAN_ENDED):
        yield from _protected(facts, stretch)
    for act in _enquiries(facts):
        yield from home_notifies(facts, act)


def _enquiries(facts: Facts) -> Iterator[Act]:
    """Enquiries into harm (section 47) as they begin: at the discussion that decided on one."""
    for part in facts.rows(_held):
        if part.enquiry not in ("single", "joint"):
            continue
        assert part.meeting.held_at is not None
        yield Act(part.meeting.held_at, part.pk, part.meeting.held_time_known)


def _after_review(stretch: Stretch) -> Callable[[Act, int], Standard]:
    """The second within 3 months of the first, the others within 6. Of one that a list tells of, where it comes in the
    row is not known: after the first months it is not the first.
    """

    def following(act: Act, number: int) -> Standard:
        early = (act.on - stretch.starts_on).days <= FIRST_REVIEWS
        return (
            rules.SECOND_IN_CARE if number == 1 and (early or not act.brought_over) else rules.LATER_IN_CARE
        )

    return following


FIRST_REVIEWS = 35  # days, in which 20 working days always lie


def _protected(facts: Facts, stretch: Stretch) -> Iterator[Duty]:
    """From the day the plan began, and anew from each conference that makes it: the one of that day, a transfer-in
    conference after the child moved here.
    """
    for part, begins in _parts(stretch, [act for act in stretch.of(facts.done(BEGAN)) if act.entry_id]):
        for first, later, kind in (
            (rules.FIRST_CORE_GROUP, rules.NEXT_CORE_GROUP, rules.CORE_GROUP),
            (rules.FIRST_REVIEW, rules.LATER_REVIEW, REVIEW_CONFERENCE),
        ):
            duty = Duty(first, part.entry_id, begins.at, begins.time_known).until(
                part.over_at, part.why_ended
            )
            done = [act for act in facts.done(kind) if part.why_ended != MADE_ANEW or act.on < part.ends_on]  # type: ignore[operator]
            yield from chain(duty, part, done, lambda *_, later=later: later)


def _parts(stretch: Stretch, conferences: list[Act]) -> Iterator[tuple[Stretch, Act]]:
    """The time on the plan cut where a conference made it: each part, and the moment it begins."""
    begins = Act(stretch.starts_at, stretch.entry_id)
    for act in conferences:
        if act.on > begins.on and (act.on - begins.on).days > TRANSFER_WITHIN:
            assert begins.entry_id is not None
            yield Stretch(begins.entry_id, begins.on, act.on, MADE_ANEW), begins
        begins = act
    assert begins.entry_id is not None
    yield Stretch(begins.entry_id, begins.on, stretch.ends_on, stretch.why_ended), begins


MADE_ANEW = "A conference made the plan anew"
TRANSFER_WITHIN = (
    28  # days from moving here in which 15 working days always lie: until then the conference is awaited
)
