"""Whose a case is: the team and worker who held the child on the day it counts on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.primitives.measures.tables import CASE, Tables
from kittiwake.record.models import Allocation, Membership

if TYPE_CHECKING:
    import ibis

HELD = Allocation._meta.db_table
WHOSE = {"team_id": "int64", "worker_id": "int64"}
COLUMNS = (*CASE, *WHOSE)


def with_their_team(tables: Tables, cases: ibis.Table) -> ibis.Table:
    """The cases with team_id and worker_id of that day; empty where no team held the child. Never more rows: a child
    has one lead allocation at a time. A case about a worker has the team that worker has been in longest that day, or else its own."""
    if is_of_workers(cases):
        return _with_the_workers_team(tables, cases)
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


def is_of_workers(cases: ibis.Table) -> bool:
    return "worker_id" in cases.columns


def _with_the_workers_team(tables: Tables, cases: ibis.Table) -> ibis.Table:
    import ibis

    member = tables(Membership).select("team_id", "starts_on", "ends_on", member="worker_id")
    then = [
        cases.worker_id == member.member,
        member.starts_on <= cases.on,
        member.ends_on.isnull() | (member.ends_on > cases.on),
    ]
    joined = cases.left_join(member, then)
    longest = joined.team_id.argmin(joined.starts_on)
    joined = joined.group_by(*CASE, "worker_id", "of_team").agg(longest=longest)
    return joined.mutate(team_id=ibis.coalesce(joined.longest, joined.of_team)).select(*COLUMNS)
