"""What runs, what is broken, what the figures are: for people, and as JSON for programs."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import click

from kittiwake.cli import starting

WIDE = 100_000  # characters: no line of a table in a file is as long

JSON = click.option(
    "--json", "as_json", is_flag=True, help="One JSON value on standard output, nothing else."
)


@click.command()
@click.option("--overdue", is_flag=True, help="Only those past their due moment.")
@JSON
def clocks(overdue: bool, as_json: bool) -> None:
    """The duties with a time limit, soonest due first: those that run and those that were met."""
    starting.start()
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.desk import listing

    with acting_as_system():
        rows = listing.clocks(at=now(), overdue=overdue)
    starting.answer(
        rows, as_json, lambda: _table(rows, ["child", "key", "reference", "due_at", "stopped_at"])
    )


@click.command()
@click.option("--team", help="Only this team's children.")
@JSON
def board(team: str | None, as_json: bool) -> None:
    """The broken links, as the board shows them."""
    starting.start()
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.desk import listing

    with acting_as_system():
        _refuse_unknown(team)
        rows = listing.board(team=team, at=now())
    starting.answer(rows, as_json, lambda: _table(rows, ["kind", "child", "team", "since", "due_at"]))


@click.command()
@click.option("--from", "from_", type=click.DateTime(["%Y-%m-%d"]), help="First day (default: a year ago).")
@click.option("--to", type=click.DateTime(["%Y-%m-%d"]), help="Last day (default: today).")
@click.option(
    "--by",
    "--group",
    "group",
    default="none",
    show_default=True,
    help="none, team, month, age, sex, ethnicity, disability, track, locality or experience.",
)
@click.option(
    "--known",
    type=click.DateTime(["%Y-%m-%d"]),
    help="As known at the end of this day (default: as known now).",
)
@click.option(
    "--for-publishing",
    is_flag=True,
    help="A quarter (default: the newest published), with small numbers hidden and all that would give them away.",
)
@click.option(
    "--document", is_flag=True, help="What each measure counts, with an example, instead of figures."
)
@JSON
def measures(
    from_: datetime | None,
    to: datetime | None,
    group: str,
    known: datetime | None,
    for_publishing: bool,
    document: bool,
    as_json: bool,
) -> None:
    """The measures, each with its numerator and denominator: as recorded, for whoever works with the record.

    What leaves the service is asked for with --for-publishing.
    """
    starting.start()
    if document:
        from kittiwake.insight.documentation import writing

        click.echo(writing.document())
        return
    if for_publishing:
        _publish(from_, to, group, known, as_json)
        return
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.insight import results
    from kittiwake.time.moments import local_date

    last = to.date() if to else local_date(now())
    first = from_.date() if from_ else last - timedelta(days=365)
    if first > last:
        starting.refuse(f"--from ({first}) is after --to ({last}). Give the earlier day first.")
    if known and not last <= known.date() <= local_date(now()):
        starting.refuse(
            f"--known ({known.date()}) must be the last day of the period ({last}) or later, and not to come."
        )
    try:
        with acting_as_system():
            rows = results.results(first, last, group, known.date() if known else None)
    except ValueError as wrong:
        starting.refuse(str(wrong))
    columns = ["id", "title", "group", "numerator", "denominator", "value"]
    starting.answer(rows, as_json, lambda: _table(rows, columns))


def _publish(
    from_: datetime | None, to: datetime | None, group: str, known: datetime | None, as_json: bool
) -> None:
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.insight import results
    from kittiwake.insight.disclosure import published
    from kittiwake.time.moments import local_date

    if known:
        starting.refuse("Leave out --known: a quarter is published as it was known on one day, and stays so.")
    with acting_as_system():
        newest = published.Quarter.beginning(published.quarters(local_date(now()))[0])
        first, last = from_.date() if from_ else newest.first, to.date() if to else newest.last
        try:
            rows = results.for_publishing(first, last, group)
        except ValueError as problem:
            starting.refuse(str(problem))
    columns = ["id", "title", "group", "numerator", "denominator", "value", "hidden"]
    starting.answer(rows, as_json, lambda: _table(rows, columns))


def _refuse_unknown(team: str | None) -> None:
    from kittiwake.record.models import Team

    names = sorted(Team.objects.values_list("name", flat=True))
    if team is not None and team not in names:
        starting.refuse(f"There is no team called “{team}”. The teams are: {', '.join(names) or 'none yet'}.")


def _table(rows: list[dict[str, Any]], columns: list[str]) -> None:
    """On a terminal long words go on in the next line; in a file each row is one line. Nothing is cut."""
    from rich.console import Console
    from rich.table import Table

    console = Console()
    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column.replace("_", " "), overflow="fold", no_wrap=not console.is_terminal)
    for row in rows:
        table.add_row(*["" if row[column] is None else str(row[column]) for column in columns])
    if not console.is_terminal:
        console = Console(width=WIDE)
    console.print(table if rows else "Nothing.")
