"""What is counted of growing up. P numbers are those of the council's own list of measures. Each looks at the last day
of the period."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.practice.direct_work.measures import on_time
from kittiwake.practice.risk.measures import levels
from kittiwake.practice.risk.rules import EXPLOITATION
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.entitlement.rules import UNTIL
from kittiwake.practice.transitions.models import AdultReferral, Contact, Home, Pathway, Staying
from kittiwake.primitives.clocks.limits import given
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, london
from kittiwake.record.ages import born_by
from kittiwake.record.models import Child, Entry, Track

if TYPE_CHECKING:
    import ibis
    from django.db.models import Model

AUTHOR, REVIEW_ON = "Head of leaving care", date(2027, 11, 1)
RETURN = "Department for Education: looked-after children return (SSDA903), care leavers, read November 2026"


def leavers(tables: Tables) -> ibis.Table:
    """Young people on the care leaver track on the last day: child_id."""
    track, last = tables(Track), tables.as_of
    standing = (track.starts_on <= last) & (track.ends_on.isnull() | (track.ends_on > last))
    young_people = track.filter(standing & (track.kind == "care_leaver")).select("child_id")
    return young_people.mutate(counts_on=last)


def _latest(tables: Tables, model: type[Model], on: str) -> ibis.Table:
    """The newest row of each young person up to the last day, with its day as latest_on."""
    import ibis

    rows, entry = tables(model), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    rows = rows.inner_join(entry, rows.entry_id == entry.standing_id).drop("standing_id")
    rows = rows.mutate(latest_on=london(rows[on]) if on == "at" else rows[on])
    rows = rows.filter(rows.latest_on <= tables.as_of)
    theirs = ibis.window(group_by=rows.child_id, order_by=[rows.latest_on.desc(), rows.entry_id.desc()])
    rows = rows.mutate(place=ibis.row_number().over(theirs))
    return rows.filter(rows.place == 0).drop("place").rename(theirs="child_id")


def _of_leavers(tables: Tables, rows: ibis.Table) -> ibis.Table:
    young_people = leavers(tables)
    return young_people.left_join(rows, young_people.child_id == rows.theirs)


def in_touch(tables: Tables) -> ibis.Table:
    """By the newest contact that was one, within the interval that is local."""
    contact = _latest_in_touch(tables)
    young_people = _of_leavers(tables, contact)
    recent = tables.days(given.in_time, rules.CONTACT.key).contains(young_people.latest_on)
    return cases(young_people, case_id=young_people.child_id, on=young_people.counts_on, in_numerator=recent)


def _latest_in_touch(tables: Tables) -> ibis.Table:
    rows, entry = tables(Contact), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    rows = rows.inner_join(entry, rows.entry_id == entry.standing_id).filter(rows.how != "none")
    rows = rows.mutate(on_day=london(rows["at"]))
    rows = rows.filter(rows.on_day <= tables.as_of)
    return rows.group_by("child_id").agg(latest_on=rows.on_day.max()).rename(theirs="child_id")


def suitable(tables: Tables) -> ibis.Table:
    young_people = _of_leavers(tables, _latest(tables, Home, "starts_on"))
    return cases(
        young_people,
        case_id=young_people.child_id,
        on=young_people.counts_on,
        in_numerator=young_people.is_suitable,
    )


def learning_or_working(tables: Tables) -> ibis.Table:
    young_people = _of_leavers(tables, _latest(tables, Contact, "at"))
    in_numerator = young_people.activity.isin(rules.IN_EDUCATION_OR_WORK)
    return cases(
        young_people, case_id=young_people.child_id, on=young_people.counts_on, in_numerator=in_numerator
    )


def plan_in_date(tables: Tables) -> ibis.Table:
    import ibis

    young_people = _of_leavers(tables, _latest(tables, Pathway, "agreed_on"))
    in_date = young_people.latest_on + ibis.interval(months=rules.REVIEW.within.count) >= tables.as_of
    return cases(young_people, case_id=young_people.child_id, on=young_people.counts_on, in_numerator=in_date)


def visits(tables: Tables) -> ibis.Table:
    return on_time(tables, [rules.FIRST_VISIT.key, rules.VISIT.key])


def born_by_then(_first: date, as_of: date, age: int) -> date:
    return born_by(as_of, age)


def ready_for_adulthood(tables: Tables) -> ibis.Table:
    """Young people of 17 or more with a standing exploitation risk, and a plan for what comes after 18."""
    child, risk = tables(Child), levels(tables)
    old = child.filter(
        (child.born_on <= tables.day(born_by_then, 17))
        & (child.born_on > tables.day(born_by_then, UNTIL))
        & child.withdrawn_at.isnull()
    ).select(young_id="id")
    exploited = risk.filter(risk.domain.isin(EXPLOITATION))
    exploited = exploited.select("child_id").distinct().mutate(counts_on=tables.as_of)
    young_people = exploited.inner_join(old, exploited.child_id == old.young_id)
    asked = _latest(tables, AdultReferral, "referred_on").select(asked_id="theirs")
    stays = _latest(tables, Staying, "agreed_on").select(stays_id="theirs")
    young_people = young_people.left_join(asked, young_people.child_id == asked.asked_id)
    young_people = young_people.left_join(stays, young_people.child_id == stays.stays_id)
    in_numerator = young_people.asked_id.notnull() | young_people.stays_id.notnull()
    return cases(
        young_people, case_id=young_people.child_id, on=young_people.counts_on, in_numerator=in_numerator
    )


def _measure(key: str, title: str, cases_: Any, *, about: Any = "other", **words: Any) -> Measure:
    return Measure(
        key=key,
        title=title,
        cases=cases_,
        about=about,
        direction="up",
        author=AUTHOR,
        review_on=REVIEW_ON,
        **words,
    )


LEAVERS = "Care leavers on the last day of the period"
MEASURES = [
    _measure(
        "P55",
        "Care leavers in touch",
        in_touch,
        why="Somebody rings, and they answer.",
        numerator="Those an adviser was in touch with within the council’s limit",
        denominator=LEAVERS,
        source=f"{RETURN}; the limit is local",
        reads=(rules.CONTACT.key,),
    ),
    _measure(
        "P55b",
        "Care leavers in a home that suits them",
        suitable,
        why="Nobody gets anywhere from a bed and breakfast.",
        numerator="Those whose newest home suits them",
        denominator=LEAVERS,
        source=RETURN,
    ),
    _measure(
        "P55c",
        "Care leavers in education, training or work",
        learning_or_working,
        why="Something to get up for.",
        numerator="Those who were, at the newest contact",
        denominator=LEAVERS,
        source=RETURN,
    ),
    _measure(
        "P56",
        "Pathway plan in date",
        plan_in_date,
        why="A plan from last year is about somebody else.",
        numerator="Those whose plan was agreed or reviewed in the last 6 months",
        denominator=LEAVERS,
        source=rules.REVIEW.source,
        reads=(rules.REVIEW.key,),
    ),
    _measure(
        "P56b",
        "Adviser’s visits where they live in time",
        visits,
        about="entry",
        why="Where the council puts them, the council comes to see.",
        numerator="Those made by the day they were due",
        denominator="Visits due, or made before they were due, in the period",
        source=rules.VISIT.source,
        reads=(rules.FIRST_VISIT.key, rules.VISIT.key),
    ),
    _measure(
        "P57",
        "Exploited at 17 or over, and a plan for after 18",
        ready_for_adulthood,
        why="Exploitation does not end at 18; help must not either.",
        numerator="Those for whom adult services were asked, or a worker stays",
        denominator="Young people of 17 to 24 with a standing exploitation risk on the last day of the period",
        source="Care Act 2014, section 58; published inspection reports, read November 2026",
    ),
]
