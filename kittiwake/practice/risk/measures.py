"""Measures of how risk is assessed: the cases each counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.practice.risk import rules
from kittiwake.practice.risk.models import PresentingRisk, RiskAssessment, RiskMovement, SecondMark
from kittiwake.primitives.clocks.limits import given
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.definition import How, Measure
from kittiwake.primitives.measures.tables import (
    Tables,
    cases,
    hours_between,
    london,
    still_owed,
    working_days_between,
)
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.record.models import Entry

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Exploitation lead", date(2027, 11, 1)
LOCAL = "Local; designs of published assessment tools, read in November 2026"
BANDS = ["none", "emerging", "moderate", "significant"]  # lowest first


def full_assessments(tables: Tables) -> ibis.Table:
    """Every full assessment that stands, with made_at, made_on and the height of what was judged."""
    made, entry = tables(RiskAssessment), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id", made_at="happened_at")
    found = made.filter(made.purpose == "assessment").inner_join(entry, made.entry_id == entry.standing_id)
    return found.mutate(made_on=london(found.made_at), height=_height(found.judged))


def _height(judged: ibis.Column) -> ibis.Value:
    return judged.cases(*((key, height) for height, key in enumerate(BANDS)), else_=-1)


def _newest(tables: Tables) -> ibis.Table:
    """The newest of each child on the last day asked about."""
    import ibis

    found = full_assessments(tables)
    found = found.filter(found.made_on <= tables.as_of)
    theirs = ibis.window(group_by=found.child_id, order_by=[found.made_at.desc(), found.entry_id.desc()])
    found = found.mutate(place=ibis.row_number().over(theirs))
    return found.filter(found.place == 0)


def high_now(tables: Tables) -> ibis.Table:
    found = _newest(tables)
    in_numerator = found.height >= BANDS.index("moderate")
    return cases(found, case_id=found.entry_id, on=tables.as_of, in_numerator=in_numerator)


def in_date(tables: Tables) -> ibis.Table:
    """By the clock that the assessment itself started: a significant risk is assessed again sooner."""
    clock, found = tables.beside(Clock, RiskAssessment), _newest(tables)
    clock = clock.filter(
        clock.key.isin([one.key for one in rules.REASSESSMENTS])
        & still_owed(clock.cancelled_at, clock.due_at)
    )
    clock = clock.select(clocked_id="entry_id", due_on=london(clock.due_at))
    found = found.filter(found.height > 0)
    found = found.left_join(clock, found.entry_id == clock.clocked_id)
    found = found.mutate(counts_on=tables.as_of)
    return cases(
        found, case_id=found.entry_id, on=found.counts_on, in_numerator=found.due_on >= found.counts_on
    )


def levels(tables: Tables) -> ibis.Table:
    """The risks that stood on the last day, each with the level it was judged to be at by then.

    One opened later about an earlier day has the level of its opening.
    """
    import ibis

    risk, entry, moved = tables(PresentingRisk), tables(Entry), tables(RiskMovement)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    last = tables.as_of
    stands = (risk.since_on <= last) & (risk.closed_at.isnull() | (london(risk.closed_at) > last))
    risk = risk.filter(stands).select("entry_id", "child_id", "domain")
    risk = risk.inner_join(entry, risk.entry_id == entry.standing_id).drop("standing_id")
    by_then = london(moved.at) <= last
    judged = moved.group_by(judged_id="risk_id").agg(
        then=moved.level.argmax(moved.id, where=by_then), first=moved.level.argmin(moved.id)
    )
    found = risk.inner_join(judged, risk.entry_id == judged.judged_id)
    return found.mutate(level=ibis.coalesce(found.then, found.first)).drop("judged_id", "then", "first")


def _again(tables: Tables) -> ibis.Table:
    """Assessments that followed another, with the height judged then as `was`."""
    found, earlier = full_assessments(tables), tables(RiskAssessment)
    earlier = earlier.select(earlier_id="entry_id", was=_height(earlier.judged))
    return found.inner_join(earlier, found.previous_id == earlier.earlier_id)


def lower(tables: Tables) -> ibis.Table:
    found = _again(tables)
    return cases(found, case_id=found.entry_id, on=found.made_on, in_numerator=found.height < found.was)


def higher(tables: Tables) -> ibis.Table:
    found = _again(tables)
    return cases(found, case_id=found.entry_id, on=found.made_on, in_numerator=found.height > found.was)


def judged_apart(tables: Tables) -> ibis.Table:
    found = full_assessments(tables)
    return cases(found, case_id=found.entry_id, on=found.made_on, in_numerator=found.differs != "")


def judged_lower(tables: Tables) -> ibis.Table:
    found = full_assessments(tables)
    return cases(found, case_id=found.entry_id, on=found.made_on, in_numerator=found.differs == "lower")


def _asking(tables: Tables) -> ibis.Table:
    """What asks for oversight, as rules.asks_for_oversight says, with asked_at and the first look of a manager."""
    found, earlier = full_assessments(tables), tables(RiskAssessment)
    earlier = earlier.select(earlier_id="entry_id", was=_height(earlier.judged))
    found = found.left_join(earlier, found.previous_id == earlier.earlier_id)
    changed = found.was.notnull() & (found.was != found.height)
    found = found.filter((found.height >= BANDS.index("moderate")) | changed | (found.differs != ""))
    looked = _first_looks(tables)
    return found.left_join(looked, found.entry_id == looked.of_id)


def _first_looks(tables: Tables) -> ibis.Table:
    """By assessment, when a manager first said something of it, by the last day asked about."""
    review, turn = tables(Review), tables(Turn)
    turn = turn.filter((turn.kind != Turn.ANSWER) & (london(turn.at) <= tables.as_of))
    turn = turn.select("review_id", looked="at")
    review = review.select(of_review="id", of_id="entry_id")
    found = review.inner_join(turn, review.of_review == turn.review_id)
    return found.group_by("of_id").agg(looked_at=found.looked.min())


def overseen(tables: Tables) -> ibis.Table:
    found = _asking(tables)
    coming = tables.days(given.in_time, rules.OVERSIGHT.key)
    found = found.filter(found.looked_at.notnull() | ~coming.contains(found.made_on))
    took = working_days_between(found.made_on, london(found.looked_at), tables.days(given.days_off))
    in_numerator = found.looked_at.notnull() & (
        took <= given.count_on(tables, rules.OVERSIGHT, found.made_on)
    )
    return cases(found, case_id=found.entry_id, on=found.made_on, in_numerator=in_numerator)


def time_to_oversight(tables: Tables) -> ibis.Table:
    found = _asking(tables)
    found = found.filter(found.looked_at.notnull())
    value = hours_between(found.made_at, found.looked_at) / 24
    return cases(found, case_id=found.entry_id, on=london(found.looked_at), value=value)


def marks_agree(tables: Tables) -> ibis.Table:
    found, second = full_assessments(tables), tables(SecondMark)
    second = second.filter(second.marked_at.notnull())
    second = second.select(of="assessment_id", again="judged", marked_on=london(second.marked_at))
    found = found.inner_join(second, found.entry_id == second.of)
    return cases(found, case_id=found.entry_id, on=found.marked_on, in_numerator=found.judged == found.again)


def _measure(key: str, title: str, how: How, made: Callable[[Tables], ibis.Table], **words: Any) -> Measure:
    given: dict[str, Any] = {"denominator": "", "source": LOCAL, "unit": "", **words}
    return Measure(key=key, title=title, how=how, cases=made, author=AUTHOR, review_on=REVIEW_ON, **given)


ALL = "Full assessments made in the period"
AGAIN = "Full assessments made in the period that followed another"
MEASURES = [
    _measure(
        "P37",
        "Children judged at moderate or significant risk of exploitation",
        "children_share",
        high_now,
        why="How much harm outside the home there is, and how many children it reaches.",
        numerator="Those whose newest assessment on the last day of the period judges moderate or significant",
        denominator="Children with a full assessment by the last day of the period",
        direction="context",
    ),
    _measure(
        "P38",
        "Risk assessment in date",
        "children_share",
        in_date,
        why="Risk moves in weeks. An old assessment describes another child.",
        numerator="Those whose limit for assessing again had not run out by the last day of the period",
        denominator="Children whose newest assessment judges that there is a concern",
        direction="up",
        source="At least every 3 months, sooner where the risk is significant: published matrices; the numbers are local",
        reads=tuple(one.key for one in rules.REASSESSMENTS),
    ),
    _measure(
        "P39",
        "Judged lower at reassessment",
        "share",
        lower,
        why="Whether what is done makes children safer.",
        numerator="Judged lower than the time before",
        denominator=AGAIN,
        direction="up",
    ),
    _measure(
        "P39b",
        "Judged higher at reassessment",
        "share",
        higher,
        why="A child for whom the harm grew while we knew.",
        numerator="Judged higher than the time before",
        denominator=AGAIN,
        direction="down",
    ),
    _measure(
        "P40",
        "Judgement differs from the score",
        "share",
        judged_apart,
        why="Never differing means that nobody judges; often differing means that the tool or the judging is off.",
        numerator="Judged higher or lower than the score",
        denominator=ALL,
        direction="context",
    ),
    _measure(
        "P40b",
        "Judged lower than the score",
        "share",
        judged_lower,
        why="A lower level can mean less help. Each has a reason, and a manager’s countersignature.",
        numerator="Judged lower than the score",
        denominator=ALL,
        direction="context",
    ),
    _measure(
        "P40c",
        "Second marks that agree",
        "share",
        marks_agree,
        why="The same child should be judged the same whoever looks.",
        numerator="Second marks, made without seeing the first, that judge the same",
        denominator="Second marks made in the period",
        direction="up",
    ),
    _measure(
        "P40d",
        "Assessments of risk that a manager looked at in time",
        "share",
        overseen,
        why="A level decides how much help there is. Two people look at it.",
        numerator="Those a manager accepted, questioned or sent back within the council’s limit",
        denominator="Full assessments made in the period that judge moderate or higher, change the level, or differ from "
        "the score; not those whose limit has not run out",
        direction="up",
        source=rules.OVERSIGHT.source,
        reads=(rules.OVERSIGHT.key,),
    ),
    _measure(
        "P40e",
        "From an assessment of risk to a manager’s look",
        "median",
        time_to_oversight,
        why="Help waits for the decision.",
        numerator="Days from the assessment to the first time a manager accepted, questioned or sent it back",
        denominator="First looks in the period",
        direction="down",
        unit="days",
    ),
]
