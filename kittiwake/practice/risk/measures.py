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
    assessments = made.filter(made.purpose == "assessment").inner_join(
        entry, made.entry_id == entry.standing_id
    )
    return assessments.mutate(made_on=london(assessments.made_at), height=_height(assessments.judged))


def _height(judged: ibis.Column) -> ibis.Value:
    return judged.cases(*((key, height) for height, key in enumerate(BANDS)), else_=-1)


def newest(tables: Tables) -> ibis.Table:
    """The newest of each child on the last day asked about."""
    import ibis

    assessments = full_assessments(tables)
    assessments = assessments.filter(assessments.made_on <= tables.as_of)
    theirs = ibis.window(
        group_by=assessments.child_id, order_by=[assessments.made_at.desc(), assessments.entry_id.desc()]
    )
    assessments = assessments.mutate(place=ibis.row_number().over(theirs))
    return assessments.filter(assessments.place == 0)


def high_now(tables: Tables) -> ibis.Table:
    assessments = newest(tables)
    in_numerator = assessments.height >= BANDS.index("moderate")
    return cases(assessments, case_id=assessments.entry_id, on=tables.as_of, in_numerator=in_numerator)


def in_date(tables: Tables) -> ibis.Table:
    """By the clock that the assessment itself started: a significant risk is assessed again sooner."""
    clock, assessments = tables.beside(Clock, RiskAssessment), newest(tables)
    clock = clock.filter(
        clock.key.isin([standard.key for standard in rules.REASSESSMENTS])
        & still_owed(clock.cancelled_at, clock.due_at)
    )
    clock = clock.select(clocked_id="entry_id", due_on=london(clock.due_at))
    assessments = assessments.filter(assessments.height > 0)
    assessments = assessments.left_join(clock, assessments.entry_id == clock.clocked_id)
    assessments = assessments.mutate(counts_on=tables.as_of)
    return cases(
        assessments,
        case_id=assessments.entry_id,
        on=assessments.counts_on,
        in_numerator=assessments.due_on >= assessments.counts_on,
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
    risks = risk.inner_join(judged, risk.entry_id == judged.judged_id)
    return risks.mutate(level=ibis.coalesce(risks.then, risks.first)).drop("judged_id", "then", "first")


def _again(tables: Tables) -> ibis.Table:
    """Assessments that followed another, with the height judged then as `was`."""
    assessments, earlier = full_assessments(tables), tables(RiskAssessment)
    earlier = earlier.select(earlier_id="entry_id", was=_height(earlier.judged))
    return assessments.inner_join(earlier, assessments.previous_id == earlier.earlier_id)


def lower(tables: Tables) -> ibis.Table:
    assessments = _again(tables)
    in_numerator = assessments.height < assessments.was
    return cases(assessments, case_id=assessments.entry_id, on=assessments.made_on, in_numerator=in_numerator)


def higher(tables: Tables) -> ibis.Table:
    assessments = _again(tables)
    in_numerator = assessments.height > assessments.was
    return cases(assessments, case_id=assessments.entry_id, on=assessments.made_on, in_numerator=in_numerator)


def judged_apart(tables: Tables) -> ibis.Table:
    assessments = full_assessments(tables)
    in_numerator = assessments.differs != ""
    return cases(assessments, case_id=assessments.entry_id, on=assessments.made_on, in_numerator=in_numerator)


def judged_lower(tables: Tables) -> ibis.Table:
    assessments = full_assessments(tables)
    in_numerator = assessments.differs == "lower"
    return cases(assessments, case_id=assessments.entry_id, on=assessments.made_on, in_numerator=in_numerator)


def _asking(tables: Tables) -> ibis.Table:
    """What asks for oversight, as rules.asks_for_oversight says, with asked_at and the first look of a manager."""
    assessments, earlier = full_assessments(tables), tables(RiskAssessment)
    earlier = earlier.select(earlier_id="entry_id", was=_height(earlier.judged))
    assessments = assessments.left_join(earlier, assessments.previous_id == earlier.earlier_id)
    changed = assessments.was.notnull() & (assessments.was != assessments.height)
    assessments = assessments.filter(
        (assessments.height >= BANDS.index("moderate")) | changed | (assessments.differs != "")
    )
    looked = _first_looks(tables)
    return assessments.left_join(looked, assessments.entry_id == looked.of_id)


def _first_looks(tables: Tables) -> ibis.Table:
    """By assessment, when a manager first said something of it, by the last day asked about."""
    review, turn = tables(Review), tables(Turn)
    turn = turn.filter((turn.kind != Turn.ANSWER) & (london(turn.at) <= tables.as_of))
    turn = turn.select("review_id", looked="at")
    review = review.select(of_review="id", of_id="entry_id")
    looks = review.inner_join(turn, review.of_review == turn.review_id)
    return looks.group_by("of_id").agg(looked_at=looks.looked.min())


def overseen(tables: Tables) -> ibis.Table:
    assessments = _asking(tables)
    coming = tables.days(given.in_time, rules.OVERSIGHT.key)
    assessments = assessments.filter(assessments.looked_at.notnull() | ~coming.contains(assessments.made_on))
    took = working_days_between(
        assessments.made_on, london(assessments.looked_at), tables.days(given.days_off)
    )
    in_numerator = assessments.looked_at.notnull() & (
        took <= given.count_on(tables, rules.OVERSIGHT, assessments.made_on)
    )
    return cases(assessments, case_id=assessments.entry_id, on=assessments.made_on, in_numerator=in_numerator)


def time_to_oversight(tables: Tables) -> ibis.Table:
    assessments = _asking(tables)
    assessments = assessments.filter(assessments.looked_at.notnull())
    value = hours_between(assessments.made_at, assessments.looked_at) / 24
    return cases(assessments, case_id=assessments.entry_id, on=london(assessments.looked_at), value=value)


def marks_agree(tables: Tables) -> ibis.Table:
    assessments, second = full_assessments(tables), tables(SecondMark)
    second = second.filter(second.marked_at.notnull())
    second = second.select(of="assessment_id", again="judged", marked_on=london(second.marked_at))
    assessments = assessments.inner_join(second, assessments.entry_id == second.of)
    return cases(
        assessments,
        case_id=assessments.entry_id,
        on=assessments.marked_on,
        in_numerator=assessments.judged == assessments.again,
    )


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
        reads=tuple(standard.key for standard in rules.REASSESSMENTS),
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
