"""What is counted of meetings. P numbers are those of the council's own list of measures.

A meeting counts on the day it was held, once for each child it was about; a duty on the day it was due. What was
struck out or cancelled never counts.
"""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import and_
from typing import TYPE_CHECKING, Any

from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Attendance, Decision, Meeting, Part
from kittiwake.practice.meetings.quorum import rules as quorum
from kittiwake.practice.risk.measures import full_assessments
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, day, london, still_owed
from kittiwake.record.models import Child, Entry

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Head of safeguarding", date(2027, 11, 1)
THREE_MONTHS = 91  # days
EARLIEST = date(1900, 1, 1)  # of a day as both engines write it
FOUR_YEARS = 4_00_00  # in days written as numbers: 4 years, no months, no days


def held(tables: Tables, *kinds: str) -> ibis.Table:
    """Each child's part of each meeting that was held, with held_on, kind and asked_at."""
    entry, meeting = tables(Entry), tables(Meeting)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    meeting = meeting.filter(meeting.held_at.notnull() & meeting.kind.isin(kinds))
    meeting = meeting.select(its_id="id", kind="kind", asked_at="asked_at", held_at="held_at")
    part = tables(Part).select("entry_id", "meeting_id", "child_id", "plan_made", "participation")
    part = part.inner_join(entry, part.entry_id == entry.standing_id).drop("standing_id")
    parts = part.inner_join(meeting, part.meeting_id == meeting.its_id)
    return parts.mutate(held_on=london(parts.held_at))


def clocks(tables: Tables, clock: ibis.Table) -> ibis.Table:
    """Of these clocks those that did not fall away before they were due, on entries that stand, with child_id and
    due_on."""
    entry, clock = tables(Entry), clock.filter(still_owed(clock.cancelled_at, clock.due_at))
    clock = clock.select("entry_id", "key", "due_at", "stopped_at", "stopped_by_id", "started_at")
    entry = entry.filter(entry.struck_out_at.isnull()).select("child_id", standing_id="id")
    duties = clock.inner_join(entry, clock.entry_id == entry.standing_id)
    return duties.mutate(due_on=london(duties.due_at))


def held_when_due(tables: Tables, *standards: Any) -> ibis.Table:
    """Duties that fell due in the period or were met before it: in the numerator when held by then."""
    rows = clocks(tables, tables.since(Clock, "due_at", keys=[standard.key for standard in standards]))
    return cases(rows, case_id=rows.entry_id, on=rows.due_on, in_numerator=rows.stopped_at <= rows.due_at)


def attended_by(agency: str) -> Any:
    """Children's strategy meetings that this agency was invited to; in the numerator where somebody of it came."""

    def attended(tables: Tables) -> ibis.Table:
        people = tables(Attendance)
        people = people.filter(people.agency == agency)
        people = people.group_by("meeting_id").agg(came=(people.answer == rules.CAME).any())
        rows = held(tables, *rules.STRATEGIES)
        rows = rows.inner_join(people.rename(invited_to="meeting_id"), rows.meeting_id == people.meeting_id)
        return cases(rows, case_id=rows.entry_id, on=rows.held_on, in_numerator=rows.came)

    return attended


def quorate(tables: Tables) -> ibis.Table:
    """By the quorum that was in force for its kind on the day it was held."""
    import ibis

    people = tables(Attendance)
    came = people.filter(people.answer == rules.CAME).group_by(came_to="meeting_id")
    came = came.agg(agencies=lambda row: row.agency.collect())
    rows = held(tables, *rules.STRATEGIES)
    rows = rows.left_join(came, rows.meeting_id == came.came_to)
    in_numerator: Any = ibis.literal(False)
    for kind in rules.STRATEGIES:
        for rule in reversed(quorum.QUORA[kind]):  # the newest stands first
            then = (rows.kind == kind) & (rows.held_on >= day(max(rule.effective_from, EARLIEST)))
            in_numerator = then.ifelse(_makes(rule, rows.agencies), in_numerator)
    return cases(rows, case_id=rows.entry_id, on=rows.held_on, in_numerator=in_numerator)


def _makes(rule: quorum.Quorum, agencies: Any) -> Any:
    """Whether these agencies, as an array, are enough."""
    import ibis

    there = [agencies.contains(agency) for agency in sorted(rule.needs)]
    more = agencies.unique().filter(lambda agency: agency.notin(sorted(rule.needs))).length() >= rule.besides
    return reduce(and_, there, ibis.literal(True) if not rule.besides else more)


def initial_in_time(tables: Tables) -> ibis.Table:
    """Initial conferences that answered a section 47 enquiry recorded here."""
    clock = tables.beside(Clock, Part, "stopped_by_id")
    clock = clocks(tables, clock.filter(clock.key == rules.INITIAL_HELD.key))
    clock = clock.select("stopped_by_id", "stopped_at", "due_at")
    rows = held(tables, rules.INITIAL)
    rows = rows.inner_join(clock, rows.entry_id == clock.stopped_by_id)
    return cases(rows, case_id=rows.entry_id, on=rows.held_on, in_numerator=rows.stopped_at <= rows.due_at)


def plan_follows(tables: Tables) -> ibis.Table:
    rows = held(tables, rules.INITIAL)
    return cases(rows, case_id=rows.entry_id, on=rows.held_on, in_numerator=rows.plan_made)


def took_part(tables: Tables) -> ibis.Table:
    """Reviews of children of 4 years and more on the day; by what was recorded of the review where nobody knows when
    they were born."""
    import ibis

    child = tables(Child).select("born_on", whose_id="id")
    rows = held(tables, rules.IN_CARE)
    rows = rows.inner_join(child, rows.child_id == child.whose_id)
    age = _number(rows.held_on) - _number(rows.born_on)
    old_enough = ibis.coalesce(age >= FOUR_YEARS, rows.participation != rules.UNDER_FOUR)
    rows = rows.filter(old_enough)
    in_numerator = rows.participation.isin(rules.TOOK_PART)
    return cases(rows, case_id=rows.entry_id, on=rows.held_on, in_numerator=in_numerator)


def _number(day: ibis.Column) -> ibis.Column:
    """2026-11-30 as 20261130: a birthday has come round when the difference is whole years."""
    return (day.year() * 100 + day.month()) * 100 + day.day()


def panel_actions(tables: Tables) -> ibis.Table:
    """Actions decided at panels, on the day they were due. One that was dropped by then does not count."""
    decision, action = tables(Decision).select("action_id", "part_id"), tables(Action)
    action = action.filter(still_owed(london(action.dropped_at), action.due_on)).select(
        task_id="id", due_on="due_on", done_at="done_at"
    )
    rows = held(tables, rules.PANEL)
    rows = rows.inner_join(decision, rows.entry_id == decision.part_id)
    rows = rows.inner_join(action, rows.action_id == action.task_id)
    in_numerator = london(rows.done_at) <= rows.due_on
    return cases(rows, case_id=rows.task_id, on=rows.due_on, in_numerator=in_numerator)


def less_risk_since_panel(tables: Tables) -> ibis.Table:
    """Children of a panel three months on: the newest judgement by its day, beside the newest of the months since."""
    import ibis

    rows = held(tables, rules.PANEL).select("entry_id", "child_id", "held_on")
    three_months = ibis.interval(days=THREE_MONTHS)
    rows = rows.mutate(ended_on=(rows.held_on + three_months).cast("timestamp").cast("date"))
    judged = full_assessments(tables)
    judged = judged.select("made_at", "made_on", "height", whose="child_id", judged_id="entry_id")
    rows = rows.inner_join(judged, [rows.child_id == judged.whose, judged.made_on <= rows.ended_on])
    rows = rows.mutate(is_after=rows.made_on > rows.held_on)
    order = [rows.made_at.desc(), rows.judged_id.desc()]
    newest = ibis.window(group_by=["entry_id", "is_after"], order_by=order)
    rows = rows.mutate(place=ibis.row_number().over(newest)).filter(lambda row: row.place == 0)
    both = rows.group_by(["entry_id", "child_id", "ended_on"]).agg(
        before=rows.height.max(where=~rows.is_after), after=rows.height.max(where=rows.is_after)
    )
    both = both.filter(both.before.notnull() & both.after.notnull())
    return cases(both, case_id=both.entry_id, on=both.ended_on, in_numerator=both.after < both.before)


def _measure(key: str, title: str, expression: Any, **words: Any) -> Measure:
    given = {"how": "share", "direction": "up", "source": rules.WT, "denominator": "", **words}
    return Measure(key=key, title=title, cases=expression, author=AUTHOR, review_on=REVIEW_ON, **given)


def _due(*standards: Any) -> Any:
    return lambda tables: held_when_due(tables, *standards)


LEARNED = "Inspectors’ published findings on who came to strategy meetings, and how late"
MEASURES = [
    _measure(
        "P27",
        "Strategy meetings held in time",
        _due(rules.STRATEGY_HELD, rules.COMPLEX_HELD),
        why="Until it is held, nobody has decided together how the child is kept safe.",
        numerator="Those held, with a quorum, within the council’s limit",
        denominator="Children’s strategy discussions and complex strategy meetings due in the period, whether or not they "
        "were held",
        source=rules.STRATEGY_HELD.source,
        reads=(rules.STRATEGY_HELD.key, rules.COMPLEX_HELD.key),
    ),
    *(
        _measure(
            key,
            f"Strategy meetings {who} came to",
            attended_by(agency),
            why="What one agency does not know is what harms the child.",
            numerator=f"Those that somebody of {who} came to; a report does not count",
            denominator=f"Children’s strategy meetings held to which {who} was invited",
            source=LEARNED,
        )
        for key, agency, who in (
            ("P28", rules.POLICE, "the police"),
            ("P28b", rules.HEALTH, "health"),
            ("P28c", rules.EDUCATION, "the school or education"),
        )
    ),
    _measure(
        "P29",
        "Strategy meetings with a quorum",
        quorate,
        why="Without social care, the police and health it is not a strategy discussion.",
        numerator="Those that social care, the police and health came to",
        denominator="Children’s strategy discussions and complex strategy meetings held in the period",
        source=quorum.QUORA[rules.STRATEGY][0].source,
    ),
    _measure(
        "P30",
        "Initial conferences within 15 working days",
        initial_in_time,
        why="A child at risk of significant harm waits no longer than the law allows.",
        numerator="Those held within 15 working days of the strategy discussion at which the enquiry began",
        denominator="Initial conferences held in the period that followed an enquiry",
        source=rules.INITIAL_HELD.source,
    ),
    _measure(
        "P31",
        "Initial conferences that made a plan",
        plan_follows,
        why="Very many or very few both ask who is brought to a conference.",
        numerator="Those at which a child protection plan was made",
        denominator="Initial conferences held in the period",
        direction="context",
    ),
    _measure(
        "P32",
        "First core groups within 10 working days",
        _due(rules.FIRST_CORE_GROUP),
        why="A plan that nobody has met about is a piece of paper.",
        numerator="Those held in time",
        denominator="First core groups due in the period",
        source=rules.FIRST_CORE_GROUP.source,
    ),
    _measure(
        "P33",
        "Review conferences in time",
        _due(rules.FIRST_REVIEW, rules.LATER_REVIEW),
        why="Somebody independent asks whether the plan has worked.",
        numerator="Those held in time",
        denominator="Review conferences due in the period",
        source=f"{rules.FIRST_REVIEW.source}; {rules.LATER_REVIEW.source}",
    ),
    _measure(
        "P42",
        "Panels held in time",
        _due(rules.PANEL_HELD),
        why="The panel is where what blocks one agency is unblocked by another.",
        numerator="Those held within the council’s limit",
        denominator="Children’s panels due in the period",
        source=rules.PANEL_HELD.source,
        reads=(rules.PANEL_HELD.key,),
    ),
    _measure(
        "P42b",
        "Panel actions done in time",
        panel_actions,
        why="A panel is worth what is done after it.",
        numerator="Those done by the day agreed",
        denominator="Actions decided at panels and due in the period, those dropped by then left out",
        source="Local",
        about="other",
    ),
    _measure(
        "P43",
        "Less risk three months after a panel",
        less_risk_since_panel,
        why="A panel is there to make children safer, and not only to meet.",
        numerator="Those whose newest assessment since judges a lower risk than the newest by the panel’s day",
        denominator="Children whose panel was three months ago in the period, assessed both by its day and since",
        source="Local",
    ),
    _measure(
        "P47",
        "Looked-after reviews in time",
        _due(rules.FIRST_IN_CARE, rules.SECOND_IN_CARE, rules.LATER_IN_CARE),
        why="A child in care is not forgotten between two reviews.",
        numerator="Those held in time",
        denominator="Looked-after reviews due in the period",
        source=rules.REGULATIONS,
    ),
    _measure(
        "P49",
        "Looked-after reviews children took part in",
        took_part,
        why="It is their life that is reviewed.",
        numerator="Those at which the child put their views: there themselves, through an advocate, or sent another way",
        denominator="Looked-after reviews held in the period, of children of 4 years and more",
        source="Department for Education: looked-after children return (SSDA903), participation codes PN1, PN2, PN3, PN5 and PN6: a child who came and put no view did not take part",
    ),
]  # fmt: skip
