"""Whose a case is: the team and worker who held the child on the day it counts on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.primitives.measures.tables import CASE, Tables
from kittiwake.record.models import Allocation

if TYPE_CHECKING:
    import ibis

COLUMNS = (*CASE, "team_id", "worker_id")


def with_their_team(tables: Tables, cases: ibis.Table) -> ibis.Table:
    """The cases with team_id and worker_id of that day; empty where no team held the child. Never more rows: a child
    has one lead allocation at a time."""
    lead = tables(Allocation)
    lead = lead.filter(lead.role == Allocation.LEAD).select(
        "team_id", "worker_id", "starts_on", "ends_on", held="child_id"
    )
    then = [
        cases.child_id == lead.held,
        lead.starts_on <= cases.on,
        lead.ends_on.isnull() | (lead.ends_on > cases.on),
    ]
    return cases.left_join(lead, then).select(*COLUMNS)
