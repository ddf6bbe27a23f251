"""What is counted of audits: whether they are done, what they find, and whether they change anything for a child."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.models import Audit, AuditAction, Candidate, Mark, Moderation
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.instruments.models import Answer
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, london, still_owed
from kittiwake.record.models import Entry

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Principal social worker", date(2027, 11, 1)


def _on_record(tables: Tables, rows: ibis.Table) -> ibis.Table:
    """The rows whose entry stands, with happened_on."""
    entry = tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id", happened_at="happened_at")
    dated = rows.inner_join(entry, rows.entry_id == entry.standing_id)
    return dated.mutate(happened_on=london(dated.happened_at))


def graded(tables: Tables) -> ibis.Table:
    """Every audit that stands, with the grade that stands."""
    mark, audit = tables(Mark), _on_record(tables, tables(Audit))
    mark = mark.filter(mark.kind == Mark.FIRST).select("grade", marked_id="audit_id")
    return audit.inner_join(mark, audit.entry_id == mark.marked_id)


def completed(tables: Tables) -> ibis.Table:
    """Children drawn; in the numerator when audited by the day the programme set."""
    drawn = tables(Candidate)
    drawn = drawn.filter(drawn.outcome == Candidate.DRAWN)
    audits = _on_record(tables, tables(Audit))
    audits = audits.filter(audits.candidate_id.notnull()).select("candidate_id", "happened_on")
    rows = drawn.left_join(audits, drawn.id == audits.candidate_id)
    rows = rows.mutate(in_numerator=lambda row: row.happened_on <= row.due_on)
    return cases(rows, case_id=rows.id, on=rows.due_on, in_numerator=rows.in_numerator)


def good_or_better(tables: Tables) -> ibis.Table:
    rows = graded(tables)
    return cases(
        rows, case_id=rows.entry_id, on=rows.happened_on, in_numerator=rows.grade.isin(rules.GOOD_OR_BETTER)
    )


def assessment_good(tables: Tables) -> ibis.Table:
    """Audits with a tool that grades assessment and analysis, and where that part was looked at."""
    answer = tables(Answer)
    answer = answer.filter((answer.question == rules.ASSESSMENT) & answer.value.isin(rules.SCALE))
    answer = answer.select("completion_id", "value")
    mark, audit = tables(Mark), _on_record(tables, tables(Audit))
    mark = mark.filter(mark.kind == Mark.FIRST).select("completion_id", marked_id="audit_id")
    mark = mark.inner_join(answer, mark.completion_id == answer.completion_id)
    rows = audit.inner_join(mark, audit.entry_id == mark.marked_id)
    return cases(
        rows, case_id=rows.entry_id, on=rows.happened_on, in_numerator=rows.value.isin(rules.GOOD_OR_BETTER)
    )


def inadequate(tables: Tables) -> ibis.Table:
    rows = graded(tables)
    return cases(
        rows, case_id=rows.entry_id, on=rows.happened_on, in_numerator=rows.grade == rules.INADEQUATE
    )


def improving(tables: Tables) -> ibis.Table:
    rows = graded(tables)
    return cases(rows, case_id=rows.entry_id, on=rows.happened_on, in_numerator=rows.grade == rules.IMPROVE)


def outstanding(tables: Tables) -> ibis.Table:
    rows = graded(tables)
    return cases(
        rows, case_id=rows.entry_id, on=rows.happened_on, in_numerator=rows.grade == rules.OUTSTANDING
    )


def unchanged(tables: Tables) -> ibis.Table:
    """Audits that were moderated; in the numerator when the grade stood."""
    asked, audit = tables(Moderation), _on_record(tables, tables(Audit)).select("entry_id", "child_id")
    asked = asked.filter(asked.settled_at.notnull()).select("audit_id", "settled_at", "is_changed")
    rows = asked.inner_join(audit, asked.audit_id == audit.entry_id)
    rows = rows.mutate(on=lambda row: london(row.settled_at), in_numerator=lambda row: ~row.is_changed)
    return cases(rows, case_id=rows.audit_id, on=rows.on, in_numerator=rows.in_numerator)


def child_focused(tables: Tables) -> ibis.Table:
    """As checked by somebody else; as its writer classed it until then."""
    rows = _on_record(tables, tables(AuditAction))
    focus = (rows.checked_focus == "").ifelse(rows.focus, rows.checked_focus)
    return cases(rows, case_id=rows.entry_id, on=rows.happened_on, in_numerator=focus == rules.CHILD_FOCUSED)


def closed_in_time(tables: Tables) -> ibis.Table:
    """Actions that fell due; in the numerator when closed by then, which nothing is before its effect was confirmed."""
    rows = _on_record(tables, tables(AuditAction))
    return cases(
        rows, case_id=rows.entry_id, on=rows.due_on, in_numerator=london(rows.closed_at) <= rows.due_on
    )


def audited_again(tables: Tables) -> ibis.Table:
    clock = tables.since(Clock, "due_at", keys=[rules.RE_AUDIT_DUE.key])
    audit = _on_record(tables, tables(Audit)).select("child_id", held_id="entry_id")
    clock = clock.filter(still_owed(clock.cancelled_at, clock.due_at))
    clock = clock.select("entry_id", "due_at", "stopped_at")
    rows = clock.inner_join(audit, clock.entry_id == audit.held_id)
    rows = rows.mutate(
        on=lambda row: london(row.due_at), in_numerator=lambda row: row.stopped_at <= row.due_at
    )
    return cases(rows, case_id=rows.entry_id, on=rows.on, in_numerator=rows.in_numerator)


def improved(tables: Tables) -> ibis.Table:
    """Audits that looked again at one before; in the numerator when the grade is higher."""
    rows = graded(tables)
    before = graded(tables).select(before_id="entry_id", before_grade="grade")
    rows = rows.inner_join(before, rows.re_audit_of_id == before.before_id)
    rows = rows.mutate(in_numerator=lambda row: _height(row.grade) > _height(row.before_grade))
    return cases(rows, case_id=rows.entry_id, on=rows.happened_on, in_numerator=rows.in_numerator)


def _height(grade: Any) -> Any:
    """Where a grade stands, as rules.height says it."""
    import ibis

    height: Any = ibis.literal(0)
    for key in rules.SCALE[1:]:
        height = (grade == key).ifelse(rules.height(key), height)
    return height


def _measure(key: str, title: str, of: Any, **words: Any) -> Measure:
    facts: dict[str, Any] = {
        "direction": "up",
        "source": rules.LOCAL,
        "author": AUTHOR,
        "review_on": REVIEW_ON,
    }
    return Measure(key=key, title=title, cases=of, **{**facts, **words})


MEASURES = [
    _measure(
        "P26",
        "Assessments good or better when audited",
        assessment_good,
        why="A plan is no better than what was understood before it.",
        numerator="Those whose assessment and analysis were graded good or outstanding",
        denominator="Audits made in the period that graded assessment and analysis",
        source=f"{rules.LOCAL}; the four grades of Ofsted’s inspections",
    ),
    _measure(
        "P68",
        "Audits done as planned",
        completed,
        why="What nobody looks at, nobody learns from.",
        numerator="Those audited by the day the programme set",
        denominator="Children drawn whose audit fell due in the period",
        about="other",
    ),
    _measure(
        "P69",
        "Audits graded good or better",
        good_or_better,
        why="Whether the help a child gets makes the difference it should.",
        numerator="Those whose grade, after moderation, is good or outstanding",
        denominator="Audits made in the period",
        source=f"{rules.LOCAL}; the four grades of Ofsted’s inspections",
    ),
    _measure(
        "P69b",
        "Audits graded inadequate",
        inadequate,
        why="Each is a child who was left at risk.",
        numerator="Those whose grade, after moderation, is inadequate",
        denominator="Audits made in the period",
        direction="down",
        source=f"{rules.LOCAL}; the four grades of Ofsted’s inspections",
    ),
    _measure(
        "P69c",
        "Audits graded as requiring improvement",
        improving,
        why="Between good and left at risk: these can still be helped in time.",
        numerator="Those whose grade, after moderation, is that they require improvement",
        denominator="Audits made in the period",
        direction="down",
        source=f"{rules.LOCAL}; the four grades of Ofsted’s inspections",
    ),
    _measure(
        "P69d",
        "Audits graded outstanding",
        outstanding,
        why="Each is help that others can learn from.",
        numerator="Those whose grade, after moderation, is outstanding",
        denominator="Audits made in the period",
        source=f"{rules.LOCAL}; the four grades of Ofsted’s inspections",
    ),
    _measure(
        "P70",
        "Grades that stood when moderated",
        unchanged,
        why="A grade that depends on who gives it tells nobody how children are helped.",
        numerator="Those whose grade was not changed",
        denominator="Audits whose moderation was settled in the period",
    ),
    _measure(
        "P71",
        "Audit actions about the child",
        child_focused,
        why="A form put right is not yet a child helped.",
        numerator="Those about the child, as somebody other than the writer classed them where they did",
        denominator="Actions recorded in the period",
    ),
    _measure(
        "P72",
        "Audit actions closed and verified by their day",
        closed_in_time,
        why="An action is there to change something for the child, and to show that it did.",
        numerator="Those closed by then, with an effect on the child’s own record that somebody else confirmed",
        denominator="Actions that fell due in the period",
    ),
    _measure(
        "P73",
        "Inadequate audits looked at again in time",
        audited_again,
        why="Nobody should stay where they were found at risk.",
        numerator="Those audited again by then",
        denominator="Inadequate audits whose next audit fell due in the period",
        source=rules.RE_AUDIT_DUE.source,
    ),
    _measure(
        "P73b",
        "Better when looked at again",
        improved,
        why="Whether finding it changed it.",
        numerator="Those with a higher grade than the audit they looked at again",
        denominator="Audits in the period that looked again at one before",
    ),
]
