"""What is counted of plans: whether they are there, made with the child, looked at in time; and how long children are protected."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.practice.plans import rules
from kittiwake.practice.plans.models import Plan, PlanAgreement
from kittiwake.practice.risk.measures import levels
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, london, still_owed
from kittiwake.record.models import Entry, Track

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Safeguarding lead", date(2027, 11, 1)
TWO_YEARS = 730


def _standing(tables: Tables, rows: ibis.Table) -> ibis.Table:
    """Rows whose entry stands."""
    entry = tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id", whose="child_id")
    return rows.inner_join(entry, rows.entry_id == entry.standing_id)


def _in_time(keys: list[str]) -> Callable[[Tables], ibis.Table]:
    """Duties of these standards by the day they fell due; in the numerator when they were done by then."""

    def duties(tables: Tables) -> ibis.Table:
        clock = tables.since(Clock, "due_at", keys=keys)
        clock = clock.filter(still_owed(clock.cancelled_at, clock.due_at))
        rows = _standing(tables, clock.mutate(due_on=london(clock.due_at)))
        in_numerator = rows.stopped_at.notnull() & (rows.stopped_at <= rows.due_at)
        return cases(
            rows, case_id=rows.entry_id, on=rows.due_on, in_numerator=in_numerator, child_id=rows.whose
        )

    return duties


def _at_risk(tables: Tables) -> ibis.Table:
    """One row a child: with a risk judged moderate or significant that stands on the last day."""
    rows = levels(tables)
    rows = rows.filter(rows.level.isin(["moderate", "significant"]))
    children = rows.group_by(whose="child_id").agg(first_id=rows.entry_id.min())
    return children.mutate(counted_on=tables.as_of)


def _safety_plans(tables: Tables) -> ibis.Table:
    """Safety plans in force on the last day: the newest version of each child's."""
    plan = tables(Plan)
    of_kind = (plan.kind == rules.SAFETY) & (plan.agreed_on <= tables.as_of)
    rows = _standing(
        tables, plan.filter(of_kind).select("entry_id", "child_id", "number", "closed_at", "child_version")
    )
    newest = rows.group_by("child_id").agg(last=rows.number.max()).rename(child="child_id")
    rows = rows.inner_join(newest, [rows.child_id == newest.child, rows.number == newest.last])
    open_ = rows.closed_at.isnull() | (london(rows.closed_at) > tables.as_of)
    return rows.filter(open_).select("entry_id", "child_version", planned="child_id")


def planned(tables: Tables) -> ibis.Table:
    rows, plan = _at_risk(tables), _safety_plans(tables)
    rows = rows.left_join(plan, rows.whose == plan.planned)
    return cases(
        rows,
        case_id=rows.first_id,
        on=rows.counted_on,
        in_numerator=rows.planned.notnull(),
        child_id=rows.whose,
    )


def made_together(tables: Tables) -> ibis.Table:
    """Met when it has the child's own version, and the child has answered for themselves whether they agree."""
    at_risk, plan, answer = _at_risk(tables), _safety_plans(tables), tables(PlanAgreement)
    by_then = london(answer.at) <= tables.as_of
    answer = answer.filter((answer.role == "child") & (answer.answer != rules.NOT_ASKED) & by_then)
    asked = answer.group_by("plan_id").agg(times=answer.id.count())
    rows = at_risk.inner_join(plan, at_risk.whose == plan.planned)
    rows = rows.left_join(asked, rows.entry_id == asked.plan_id)
    in_numerator = (rows.child_version.strip() != "") & rows.times.notnull()
    return cases(
        rows, case_id=rows.entry_id, on=rows.counted_on, in_numerator=in_numerator, child_id=rows.whose
    )


def _protected(tables: Tables) -> ibis.Table:
    track = tables(Track)
    return track.filter(track.kind == "child_protection")


def again(tables: Tables) -> ibis.Table:
    """Child protection plans that began; in the numerator when the child had an earlier one."""
    begun, earlier = _protected(tables), _protected(tables)
    earlier = earlier.select(whom="child_id", earlier_on="starts_on")
    rows = begun.left_join(earlier, [begun.child_id == earlier.whom, earlier.earlier_on < begun.starts_on])
    rows = rows.group_by("id", "child_id", "starts_on").agg(times=rows.whom.count())
    return cases(rows, case_id=rows.id, on=rows.starts_on, in_numerator=rows.times > 0)


def again_soon(tables: Tables) -> ibis.Table:
    """Child protection plans that began; in the numerator when an earlier one had ended two years before, or later."""
    import ibis

    begun, earlier = _protected(tables), _protected(tables)
    earlier = earlier.select(whom="child_id", ended_on="ends_on")
    two_years = ibis.interval(days=TWO_YEARS)
    then = (earlier.ended_on <= begun.starts_on) & (earlier.ended_on + two_years >= begun.starts_on)
    rows = begun.left_join(earlier, [begun.child_id == earlier.whom, then])
    rows = rows.group_by("id", "child_id", "starts_on").agg(times=rows.whom.count())
    return cases(rows, case_id=rows.id, on=rows.starts_on, in_numerator=rows.times > 0)


def lasting_longer(tables: Tables) -> ibis.Table:
    """As `lasting`, eighteen months before."""
    rows, today = _protected(tables), tables.as_of
    rows = rows.filter((rows.starts_on <= today) & (rows.ends_on.isnull() | (rows.ends_on > today)))
    return cases(rows, case_id=rows.id, on=today, in_numerator=rows.starts_on <= tables.months_before(18))


def lasting(tables: Tables) -> ibis.Table:
    """Child protection plans in force on the last day; in the numerator when they began two years before or earlier."""
    rows = _protected(tables)
    today = tables.as_of
    rows = rows.filter((rows.starts_on <= today) & (rows.ends_on.isnull() | (rows.ends_on > today)))
    return cases(
        rows, case_id=rows.id, on=today, in_numerator=rows.starts_on <= tables.days_before(TWO_YEARS)
    )


def _measure(key: str, title: str, expression: Any, **words: Any) -> Measure:
    return Measure(
        key=key,
        title=title,
        cases=expression,
        author=AUTHOR,
        review_on=REVIEW_ON,
        **{"direction": "up", **words},
    )


MEASURES = [
    _measure(
        "P33b",
        "Reviews of child in need plans in time",
        _in_time([rules.FIRST_REVIEW.key, rules.NEXT_REVIEW.key]),
        why="Whether the help helps is asked before a year has gone by.",
        numerator="Those held by the day they were due",
        denominator="Reviews of child in need plans that fell due in the period",
        source="Local: within 3 months, then at least every 6",
        reads=(rules.FIRST_REVIEW.key, rules.NEXT_REVIEW.key),
    ),
    _measure(
        "P35",
        "A child protection plan again",
        again,
        why="A second plan may mean that the first ended too soon.",
        numerator="Those of a child who had an earlier one",
        denominator="Child protection plans that began in the period",
        source="Children in need census",
        direction="down",
        about="other",
    ),
    _measure(
        "P36",
        "Child protection plans longer than two years",
        lasting,
        why="A child should not wait two years to be safe.",
        numerator="Those that began two years before the last day, or earlier",
        denominator="Child protection plans in force on the last day",
        source="Children in need census",
        direction="down",
        about="other",
    ),
    _measure(
        "P35b",
        "A child protection plan again within two years",
        again_soon,
        why="What was thought safe was not, and the child had to wait for it to be seen.",
        numerator="Those of a child whose earlier one had ended in the two years before",
        denominator="Child protection plans that began in the period",
        source="Children in need census; the two years are local",
        direction="down",
        about="other",
    ),
    _measure(
        "P36b",
        "Child protection plans longer than 18 months",
        lasting_longer,
        why="After a year and a half somebody asks what else would make the child safe.",
        numerator="Those that began 18 months before the last day, or earlier",
        denominator="Child protection plans in force on the last day",
        source="Children in need census; the 18 months are local",
        direction="down",
        about="other",
    ),
    _measure(
        "P44",
        "A safety plan where the risk is moderate or significant",
        planned,
        why="Knowing a risk and planning nothing leaves the child alone with it.",
        numerator="Those with a safety plan in force",
        denominator="Children with a moderate or significant risk on the last day",
        source="Local; inspectors’ published findings",
        how="children_share",
    ),
    _measure(
        "P44b",
        "Safety plans made with the child",
        made_together,
        why="A plan the child had no part in is not kept by the child.",
        numerator="Those with the child’s own version and the child’s own answer",
        denominator="Safety plans of children with a moderate or significant risk on the last day",
        source="Local; inspectors’ published findings",
    ),
]
