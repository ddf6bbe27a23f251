"""What is counted of the workforce, as the yearly census defines it (census/rules.py), but on any day.

Each figure is of whoever is asked about on the last day of the period, and of the year to it. FTE weighs who works less
than whole time. Whoever asks counts the workers they answer for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.caseloads.measures import in_force
from kittiwake.assurance.workforce.census.rules import WORKING_DAYS
from kittiwake.assurance.workforce.measure_defaults import ANSWERS_FOR_ALL, CENSUS, measure, national
from kittiwake.assurance.workforce.models import Absence, AbsenceKind, Engagement, Post
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures.definition import PERCENT
from kittiwake.primitives.measures.tables import Tables, cases, working_days_between
from kittiwake.record.models import Membership
from kittiwake.time.moments import add_months

if TYPE_CHECKING:
    import ibis

SICK = "SIC"


def _engaged(tables: Tables, kinds: tuple[str, ...] = (codes.PERMANENT, codes.AGENCY)) -> ibis.Table:
    """Who works here on the last day, with fte as a float."""
    engagement = in_force(tables, tables(Engagement))
    engagement = engagement.filter(engagement.kind.isin(kinds) & (engagement.fte > 0))
    return engagement.mutate(whole_time=engagement.fte.cast("float64"))


def _employed(tables: Tables) -> ibis.Table:
    return _engaged(tables, (codes.PERMANENT,))


def agency(tables: Tables) -> ibis.Table:
    engagement = _engaged(tables)
    of = {"case_id": engagement.id, "on": tables.as_of, "worker_id": engagement.worker_id}
    return cases(engagement, **of, in_numerator=engagement.kind == codes.AGENCY, value=engagement.whole_time)


def vacancies(tables: Tables) -> ibis.Table:
    """What nobody employed fills of each post, beside everybody employed. An agency worker does not end a vacancy."""
    import ibis

    post, employed = in_force(tables, tables(Post)), _employed(tables)
    filled = employed.group_by(filled_id="post_id").agg(filled=employed.whole_time.sum())
    post = post.left_join(filled, post.id == filled.filled_id)
    post = post.mutate(vacant=post.fte.cast("float64") - ibis.coalesce(post.filled, 0.0))
    vacant = post.filter(post.vacant > 0)
    on, nobody = tables.as_of, ibis.null("int64")
    empty = cases(
        vacant, case_id=vacant.id, on=on, value=vacant.vacant, worker_id=nobody, of_team=vacant.team_id
    )
    in_post = cases(
        employed,
        case_id=employed.id,
        on=on,
        in_numerator=False,
        value=employed.whole_time,
        worker_id=employed.worker_id,
    )
    return empty.union(in_post)


def turnover(tables: Tables) -> ibis.Table:
    """Who left in the year to the last day, above; who is employed on it, below. Moving inside is not leaving."""
    left, employed = tables(Engagement), _employed(tables)
    in_the_year = (left.ends_on > tables.months_before(12)) & (left.ends_on <= tables.as_of)
    left = left.filter((left.kind == codes.PERMANENT) & (left.reason != codes.MOVED_INSIDE) & in_the_year)
    left = _with_the_team_they_left(tables, left)
    gone = cases(
        left,
        case_id=left.id,
        on=tables.as_of,
        value=left.fte,
        worker_id=left.worker_id,
        of_team=left.of_team,
    )
    stand = {"case_id": employed.id, "on": tables.as_of, "worker_id": employed.worker_id}
    return gone.union(cases(employed, **stand, in_numerator=False, value=employed.whole_time))


def _with_the_team_they_left(tables: Tables, left: ibis.Table) -> ibis.Table:
    """(id, worker_id, fte, of_team): the team they had been in longest when they left, for their places end as well."""
    member = tables(Membership).select("team_id", since="starts_on", until="ends_on", member="worker_id")
    then = [
        left.worker_id == member.member,
        member.since < left.ends_on,
        member.until.isnull() | (member.until >= left.ends_on),
    ]
    places = left.left_join(member, then)
    by_leaver = places.group_by("id", "worker_id", "fte")
    return by_leaver.agg(of_team=places.team_id.argmin(places.since))


def sickness(tables: Tables) -> ibis.Table:
    """Working days lost by who is employed on the last day, above; what all of them could have worked, below."""
    import ibis

    employed, since = _employed(tables), tables.months_before(12)
    absence, kind = tables(Absence), tables(AbsenceKind)
    absence = absence.filter(absence.struck_out_at.isnull())
    kind = kind.filter(kind.kind == SICK).select(sick_id="absence_id")
    absence = absence.inner_join(kind, absence.id == kind.sick_id)
    absence = absence.select("starts_on", "ends_on", absence_id="id", who="worker_id")
    hours = employed.select("worker_id", "whole_time")
    away = absence.inner_join(hours, absence.who == hours.worker_id)
    # The day before the first away in the year, and the last away in it: the day before they came back.
    before = ibis.greatest(away.starts_on.sub(ibis.interval(days=1)).cast("date"), since)
    back = ibis.coalesce(away.ends_on, tables.days_before(-1))
    until = ibis.least(back.sub(ibis.interval(days=1)).cast("date"), tables.as_of)
    away = away.mutate(before=before, until=until).filter(lambda row: row.until > row.before)
    lost = working_days_between(away.before, away.until, tables.days(days_off_in_the_year)) * away.whole_time
    above = cases(away, case_id=away.absence_id, on=tables.as_of, value=lost, worker_id=away.worker_id)
    stand = {"case_id": employed.id, "on": tables.as_of, "worker_id": employed.worker_id}
    return above.union(
        cases(employed, **stand, in_numerator=False, value=employed.whole_time * float(WORKING_DAYS))
    )


def days_off_in_the_year(_first: date, as_of: date) -> list[date]:
    """The weekdays off in the year to the last day."""
    return limits.days_off(add_months(as_of, -12), as_of)


MEASURES = [
    measure(
        "P74",
        "Agency workers, of those who work here",
        agency,
        "down",
        how="weighted",
        why="A worker who is here for weeks cannot be the one who stays.",
        numerator="The hours, as whole-time equivalent (FTE), of agency workers",
        denominator="Those of everybody who works here on the last day. The numbers count people",
        source=CENSUS,
        benchmark=national("17.8%"),
    ),
    measure(
        "P74b",
        "Vacancies",
        vacancies,
        "down",
        how="weighted",
        asks=ANSWERS_FOR_ALL,
        why="Nobody comes from an empty post.",
        numerator="What nobody employed fills of the posts, as whole-time equivalent (FTE). An agency worker covers a vacancy and does not end it",
        denominator="That, and the hours of everybody employed on the last day. The numbers count posts and people",
        source=CENSUS,
        benchmark=national("18.9%"),
    ),
    measure(
        "P74c",
        "Turnover",
        turnover,
        "down",
        how="ratio",
        unit=PERCENT,
        why="Each worker who goes is one more stranger for a child.",
        numerator="The hours, as whole-time equivalent (FTE), of those who left the council in the year to the last day",
        denominator="The hours of those employed on the last day. The numbers count people",
        source=CENSUS,
        benchmark=national("15.9%"),
    ),
    measure(
        "P74d",
        "Days lost to sickness",
        sickness,
        "down",
        how="ratio",
        unit=PERCENT,
        why="People who are worn out fall ill, and their children wait.",
        numerator="Working days lost in the year to the last day, for their hours, a row an absence",
        denominator=f"{WORKING_DAYS} days for each whole-time worker employed on the last day",
        source=CENSUS,
        benchmark=national("3.2%", beside="Absence of every kind, as councils return it."),
    ),
]
