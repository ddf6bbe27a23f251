"""How experienced the worker was who held the child on the day of a case, for figures to be cut by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.assurance.workforce.measure_defaults import MANAGES
from kittiwake.assurance.workforce.models import Engagement, NewlyQualified
from kittiwake.primitives.measures.dimension import GROUP, Dimension, as_number, in_force
from kittiwake.primitives.measures.tables import Tables

if TYPE_CHECKING:
    import ibis

YEAR = 1_00_00  # between two days as numbers
NEW = ("first_year", "Newly qualified, in their first year")
BANDS = {  # by the years since they qualified before which it ends: local
    2: ("under_2", "Qualified less than 2 years"),
    5: ("2_to_4", "2 to 4 years"),
    10: ("5_to_9", "5 to 9 years"),
}
LONG = ("10_more", "10 years or more")


def years_qualified(tables: Tables, days: ibis.Table) -> ibis.Table:
    """In their first year whatever is known of when they qualified."""
    import ibis

    engagement = tables(Engagement)
    qualified = engagement.group_by(of_id="worker_id").agg(since=engagement.qualified_on.min())
    year = tables(NewlyQualified).select("starts_on", "ends_on", new_id="worker_id")
    rows = days.left_join(qualified, days.whom == qualified.of_id)
    then = in_force(year, rows.on, starts="starts_on", ends="ends_on")
    rows = rows.left_join(year, [rows.whom == year.new_id, then])
    rows = rows.mutate(passed=as_number(rows.on) - as_number(rows.since))
    unknown = (rows.passed.isnull() | (rows.passed < 0), ibis.null("string"))
    bands = [(rows.passed < before * YEAR, key) for before, (key, _) in BANDS.items()]
    group = ibis.cases((rows.new_id.notnull(), NEW[0]), unknown, *bands, else_=LONG[0])
    return rows.select("whom", "on", **{GROUP: group})


DIMENSIONS = [
    Dimension(
        "experience",
        "Experience of the worker",
        "worker",
        years_qualified,
        dict([NEW, *BANDS.values(), LONG]),
        "Of whoever held the child on the day of the case: years since they qualified, as far as it is recorded of workers "
        "you answer for. Where nobody held the child, it is not known.",
        asks=MANAGES,
    )
]
