"""How many people somebody manages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.assurance.workforce.caseloads.measures import in_force
from kittiwake.assurance.workforce.measure_defaults import LOCAL, measure, worker_case
from kittiwake.primitives.measures.tables import Tables
from kittiwake.record.models import Membership, Team

if TYPE_CHECKING:
    import ibis


def _answered_to(tables: Tables) -> ibis.Table:
    """(team, somebody): who is in a team and does not manage it, and who manages a team right beneath it."""
    member, team = in_force(tables, tables(Membership)), tables(Team)
    own = member.filter(~member.manages).select(somebody="worker_id", team="team_id")
    above = team.filter(team.parent_id.notnull()).select(beneath="id", team="parent_id")
    leads = member.filter(member.manages).select(somebody="worker_id", beneath_id="team_id")
    leads = leads.inner_join(above, leads.beneath_id == above.beneath).select("somebody", "team")
    return own.union(leads).distinct()


def span(tables: Tables) -> ibis.Table:
    """A row a manager of a team: those in it, shared out between who manages it."""
    member, team = in_force(tables, tables(Membership)), tables(Team)
    manager = member.filter(member.manages)
    ours = team.filter(team.kind != "partner").select(ours="id")
    manager = manager.inner_join(ours, manager.team_id == ours.ours)
    manager = manager.group_by("worker_id", "team_id").agg(id=manager.id.min())  # once, though recorded twice
    many = manager.group_by(led="team_id").agg(managers=manager.worker_id.nunique())
    managed = manager.inner_join(many, manager.team_id == many.led)
    below = _answered_to(tables)
    managed = managed.inner_join(below, managed.team_id == below.team).filter(
        lambda row: row.somebody != row.worker_id
    )
    by_manager = managed.group_by("worker_id").agg(
        id=managed.id.min(), value=(1.0 / managed.managers.cast("float64")).sum()
    )
    return worker_case(tables, by_manager, value=by_manager.value)


MEASURES = [
    measure(
        "P76f",
        "People to a manager",
        span,
        "context",
        how="median",
        unit="people",
        why="A manager of too many has no time to think with any of them.",
        numerator="The middle of how many each manages: those in their team, and managers of teams right beneath it",
        denominator="Managers who manage somebody on the last day; those who manage a team together share its people",
        source=LOCAL,
    ),
]
