"""What is counted of who works here: how experienced they are, who stays, and how many somebody manages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.measures_of_caseloads import engaged, in_force
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.assurance.workforce.stating import CENSUS, LOCAL, measure
from kittiwake.primitives.measures.tables import Tables, cases, day
from kittiwake.record.models import Membership, Team
from kittiwake.time.moments import add_months

if TYPE_CHECKING:
    import ibis

YEAR, EXPERIENCED = 365.25, 5  # days; years: local


def _case(tables: Tables, found: ibis.Table, **more: Any) -> ibis.Table:
    return cases(found, case_id=found.id, on=day(tables.as_of), worker_id=found.worker_id, **more)


def newly_qualified(tables: Tables) -> ibis.Table:
    found = engaged(tables)
    return _case(tables, found, met=found.is_new)


def _qualified(tables: Tables) -> ibis.Table:
    found = in_force(tables, tables(Engagement))
    return found.filter(found.qualified_on <= day(tables.as_of))


def years_qualified(tables: Tables) -> ibis.Table:
    found = _qualified(tables)
    days = day(tables.as_of).delta(found.qualified_on, unit="day").cast("float64")
    return _case(tables, found, value=days / YEAR)


def experienced(tables: Tables) -> ibis.Table:
    found = _qualified(tables)
    return _case(tables, found, met=found.qualified_on <= day(add_months(tables.as_of, -12 * EXPERIENCED)))


def _stayed(tables: Tables, months: int) -> ibis.Table:
    """Who was employed by the council that many months before the last day; met when they still, or again, are."""
    own = tables(Engagement)
    own = own.filter((own.kind == codes.PERMANENT) & (own.fte > 0))
    then = Tables(tables.first, add_months(tables.as_of, -months))
    here = in_force(tables, own).select(here="worker_id")
    found = in_force(then, own)
    found = found.left_join(here, found.worker_id == here.here)
    found = found.mutate(stayed=found.here.notnull())
    return _case(tables, found, met=found.stayed)


def stayed_one_year(tables: Tables) -> ibis.Table:
    return _stayed(tables, 12)


def stayed_two_years(tables: Tables) -> ibis.Table:
    return _stayed(tables, 24)


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
    found = manager.inner_join(many, manager.team_id == many.led)
    below = _answered_to(tables)
    found = found.inner_join(below, found.team_id == below.team).filter(
        lambda row: row.somebody != row.worker_id
    )
    by_manager = found.group_by("worker_id").agg(
        id=found.id.min(), value=(1.0 / found.managers.cast("float64")).sum()
    )
    return _case(tables, by_manager, value=by_manager.value)


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
