"""What is counted of who works here: how experienced they are, and who stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.caseloads.measures import engaged, in_force, in_force_on
from kittiwake.assurance.workforce.measure_defaults import CENSUS, LOCAL, measure, worker_case
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.primitives.measures.tables import Tables

if TYPE_CHECKING:
    import ibis

YEAR, EXPERIENCED = 365.25, 5  # days; years: local


def newly_qualified(tables: Tables) -> ibis.Table:
    engagement = engaged(tables)
    return worker_case(tables, engagement, in_numerator=engagement.is_new)


def _qualified(tables: Tables) -> ibis.Table:
    engagement = in_force(tables, tables(Engagement))
    return engagement.filter(engagement.qualified_on <= tables.as_of)


def years_qualified(tables: Tables) -> ibis.Table:
    engagement = _qualified(tables)
    days = tables.as_of.delta(engagement.qualified_on, unit="day").cast("float64")
    return worker_case(tables, engagement, value=days / YEAR)


def experienced(tables: Tables) -> ibis.Table:
    engagement = _qualified(tables)
    return worker_case(
        tables, engagement, in_numerator=engagement.qualified_on <= tables.months_before(12 * EXPERIENCED)
    )


def _stayed(tables: Tables, months: int) -> ibis.Table:
    """Who was employed here that many months before the last day; in the numerator when they still, or again, are."""
    own = tables(Engagement)
    own = own.filter((own.kind == codes.PERMANENT) & (own.fte > 0))
    here = in_force(tables, own).select(here="worker_id")
    engagement = in_force_on(tables.months_before(months), own)
    engagement = engagement.left_join(here, engagement.worker_id == here.here)
    engagement = engagement.mutate(stayed=engagement.here.notnull())
    return worker_case(tables, engagement, in_numerator=engagement.stayed)


def stayed_one_year(tables: Tables) -> ibis.Table:
    return _stayed(tables, 12)


def stayed_two_years(tables: Tables) -> ibis.Table:
    return _stayed(tables, 24)


WORK_HERE = "Who works here on the last day, agency workers too"

MEASURES = [
    measure(
        "P76",
        "Newly qualified, of those who work here",
        newly_qualified,
        "context",
        why="A team of beginners needs more of its managers than one that knows the work.",
        numerator="Those in their assessed and supported year",
        denominator=WORK_HERE,
        source=CENSUS,
    ),
    measure(
        "P76b",
        "Years since they qualified",
        years_qualified,
        "context",
        how="median",
        unit="years",
        why="Experience is what a new worker learns from, and what a family meets.",
        numerator="The middle number of years",
        denominator=f"{WORK_HERE}, of whom it is known when they qualified",
        source=LOCAL,
    ),
    measure(
        "P76c",
        "Qualified five years ago or more",
        experienced,
        "context",
        why="Experience is what a new worker learns from, and what a family meets.",
        numerator="Those who qualified five years ago or more",
        denominator=f"{WORK_HERE}, of whom it is known when they qualified",
        source=LOCAL,
    ),
    measure(
        "P76d",
        "Still here after a year",
        stayed_one_year,
        why="Each worker who goes is one more stranger for a child.",
        numerator="Those who are employed here on the last day",
        denominator="Who was employed by the council 12 months before the last day",
        source=LOCAL,
    ),
    measure(
        "P76e",
        "Still here after two years",
        stayed_two_years,
        why="Each worker who goes is one more stranger for a child.",
        numerator="Those who are employed here on the last day",
        denominator="Who was employed by the council 24 months before the last day",
        source=LOCAL,
    ),
]
