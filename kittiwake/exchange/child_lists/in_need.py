"""Lists 2, 5, 6 and 7: early help, enquiries and conferences, children in need, protection plans."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from kittiwake.exchange.child_lists import rules
from kittiwake.exchange.child_lists.known import Known, Talk
from kittiwake.exchange.child_lists.rules import Stretch, by_kind
from kittiwake.exchange.formats.annex_a.cases import ABUSE, NEED
from kittiwake.exchange.formats.annex_a.codes import Code, Vocabulary
from kittiwake.exchange.formats.annex_a.rows import EarlyHelp, Enquiry, InNeed, ProtectionPlan
from kittiwake.practice.duties import rules as duties
from kittiwake.practice.meetings.rules import INITIAL, PLAN_MAKING, STRATEGIES
from kittiwake.record.models import Allocation

ENQUIRIES = ("single", "joint")
UNNECESSARY = {"not_founded": True, "no_continuing_risk": True, "conference": False}
PROTECTED_BY_ORDER = ("L1", "L2")  # police protection, emergency protection order
VISITS = (duties.VISIT_IN_CARE, duties.VISIT_PROTECTION, duties.VISIT_IN_NEED)
IN_NEED_AS = {"in_care": "looked_after", "child_protection": "protection_plan"}
ONE_DAY = timedelta(days=1)


def code(vocabulary: Vocabulary, key: str) -> Code | None:
    return Code(key, vocabulary.groups[key]) if key in vocabulary.groups else None


def held_by(child: Known, role: str = Allocation.LEAD) -> dict[str, Any]:
    team, worker = child.holders.get(role, ("", ""))
    return {"team": team or None, "worker": worker or None}


def early_help(child: Known, facts: dict[str, Any], on: date) -> Iterator[EarlyHelp]:
    for stretch in by_kind(child.tracks, "early_help"):
        if rules.is_listed(stretch.starts_on, stretch.ends_on, on):
            yield EarlyHelp(**facts, started_on=stretch.starts_on, completed_on=stretch.ends_on)


def enquiries(child: Known, facts: dict[str, Any], on: date) -> Iterator[Enquiry]:
    begun = [talk for talk in child.talks if talk.kind in STRATEGIES and talk.enquiry in ENQUIRIES]
    conferences = [talk for talk in child.talks if talk.kind == INITIAL]
    for number, talk in enumerate(begun):
        if not rules.in_window(talk.held_on, on):
            continue
        following = begun[number + 1].held_on if number + 1 < len(begun) else on + ONE_DAY
        came_of_it = [held for held in conferences if talk.held_on <= held.held_on < following]
        conference = came_of_it[0] if came_of_it else None
        yield Enquiry(
            **facts,
            **held_by(child),
            strategy_discussion_on=talk.held_on,
            conference_unnecessary=False if conference else UNNECESSARY.get(talk.enquiry_result),
            conference_on=conference.held_on if conference else None,
            plan_made=conference.plan_made if conference else None,
            enquiries_in_year=_in_year(begun, on) - 1,
            conferences_in_year=max(_in_year(conferences, on) - bool(conference), 0),
        )


def _in_year(talks: list[Talk], on: date) -> int:
    return sum(1 for talk in talks if rules.in_window(talk.held_on, on, rules.YEAR_MONTHS))


def in_need(child: Known, facts: dict[str, Any], on: date) -> Iterator[InNeed]:
    """Each stretch as a child in need; and who is in care or on a protection plan that day, since it began."""
    for stretch in by_kind(child.tracks, "child_in_need"):
        if rules.is_listed(stretch.starts_on, stretch.ends_on, on):
            yield _need(child, facts, stretch, "closed" if stretch.ends_on else "in_need_plan")
    open_ones = [stretch for stretch in child.tracks if stretch.ends_on is None]
    above = by_kind(open_ones, "in_care") or by_kind(open_ones, "child_protection")
    if above and not by_kind(open_ones, "child_in_need"):
        yield _need(child, facts, above[0], IN_NEED_AS[above[0].kind])


def _need(child: Known, facts: dict[str, Any], stretch: Stretch, status: str) -> InNeed:
    seen = [child.last[kind] for kind in VISITS if kind in child.last]
    return InNeed(
        **facts,
        **held_by(child),
        started_on=stretch.starts_on,
        need=code(NEED, stretch.category),
        last_seen_on=max(seen, default=None),
        closed_on=stretch.ends_on,
        status=status,
    )


def protection_plans(child: Known, facts: dict[str, Any], on: date) -> Iterator[ProtectionPlan]:
    plans = by_kind(child.tracks, "child_protection")
    for number, plan in enumerate(plans):
        if rules.is_listed(plan.starts_on, plan.ends_on, on):
            yield _plan(child, facts, plan, number, on)


def _plan(child: Known, facts: dict[str, Any], plan: Stretch, number: int, on: date) -> ProtectionPlan:
    said = [talk.category for talk in child.talks if _makes(talk, plan)]
    ordered = [
        stay
        for stay in child.stays
        if stay.legal_status in PROTECTED_BY_ORDER and rules.is_listed(stay.starts_on, stay.ends_on, on)
    ]
    return ProtectionPlan(
        **facts,
        **held_by(child),
        started_on=plan.starts_on,
        first_category=code(ABUSE, said[0] if said else plan.category),
        latest_category=code(ABUSE, said[-1] if said else plan.category),
        last_visit_on=_since(child.last.get(duties.VISIT_PROTECTION), plan),
        seen_alone=child.seen_alone,
        last_review_on=_since(child.last.get(duties.REVIEW_CONFERENCE), plan),
        ended_on=plan.ends_on,
        emergency_protection=bool(ordered),
        earlier_plans=number,
    )


def _makes(talk: Talk, plan: Stretch) -> bool:
    """A conference at which this plan was made, or went on."""
    last = plan.ends_on or date.max
    return (
        talk.kind in PLAN_MAKING
        and bool(talk.plan_made and talk.category)
        and plan.starts_on <= talk.held_on <= last
    )


def _since(day: date | None, stretch: Stretch) -> date | None:
    """What was done before it began was not done under it."""
    return day if day and day >= stretch.starts_on else None
