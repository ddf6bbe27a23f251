"""What cases can be grouped by, beside team and month: a group for each child, or for each worker, on the day of a case."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kittiwake.areas.powers import Power
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables
from kittiwake.primitives.measures.whose import COLUMNS

if TYPE_CHECKING:
    import ibis

NOT_KNOWN = "not_known"  # as an address says it; a case itself has no group then
GROUP = "group"


@dataclass(frozen=True)
class Dimension:
    """One way to group cases.

    key         as an address says it, at most ten letters
    title       "Age"
    of          whose group it is: that of the child, or of the worker who held them on the day
    on_the_day  the tables and (whom, on), each once → (whom, on, group), the group as text. Who is left out has none
    groups      what each is called, in their order. One that is not among them is called as it is
    note        how the groups are made, for whoever reads the figures
    unknown     what those without a group are called
    asks        the power without which it is not shown, as of a measure (definition.py)
    """

    key: str
    title: str
    of: Literal["child", "worker"]
    on_the_day: Callable[[Tables, ibis.Table], ibis.Table]
    groups: Mapping[str, str]
    note: str
    unknown: str = "Not known"
    asks: Power | None = None

    def called(self, group: str | None) -> str:
        return self.unknown if group is None else self.groups.get(group, group)

    def place(self, group: str | None) -> tuple[bool, int, str]:
        """Where it stands among the others: in their order, then by name, and last what is not known."""
        order = list(self.groups)
        known = order.index(group) if group in order else len(order)
        return group is None, known, group or ""

    def fits(self, measure: Measure) -> bool:
        """A case about a worker is about no child: by the child's own groups it would never be known."""
        return self.of == "worker" or measure.about != "worker"


def grouped(tables: Tables, cases: ibis.Table, dimension: Dimension) -> ibis.Table:
    """The cases, each with its group. Never more of them: one child, or worker, has one group on one day, whatever is
    held of them."""
    whom = cases[f"{dimension.of}_id"]
    days = cases.select(whom=whom, on=cases.on)
    days = days.filter(days.whom.notnull()).distinct()
    in_groups = dimension.on_the_day(tables, days)
    once = in_groups.group_by(of_whom="whom", of_day="on").agg(**{GROUP: in_groups[GROUP].min()})
    joined = cases.left_join(once, [whom == once.of_whom, cases.on == once.of_day])
    return joined.select(*COLUMNS, GROUP)


def in_force(rows: ibis.Table, on: ibis.Column, *, starts: str, ends: str) -> ibis.Value:
    """Whether what runs from a day to a day does on that one."""
    return (rows[starts] <= on) & (rows[ends].isnull() | (rows[ends] > on))


def as_number(on: ibis.Value) -> ibis.Value:
    """2026-11-30 as 20261130: whole years have passed when the difference is so many 1_00_00."""
    return (on.year() * 100 + on.month()) * 100 + on.day()
