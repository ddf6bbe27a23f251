"""What runs, what is broken, what the figures are: for people, and as JSON for programs."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import click

from kittiwake.cli import starting

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
        rows = listing.board(team=team, at=now())
    starting.answer(rows, as_json, lambda: _table(rows, ["kind", "child", "team", "since", "due_at"]))


@click.command()
@click.option("--from", "from_", type=click.DateTime(["%Y-%m-%d"]), help="First day (default: a year ago).")
@click.option("--to", type=click.DateTime(["%Y-%m-%d"]), help="Last day (default: today).")
@click.option("--group", type=click.Choice(["none", "team", "month"]), default="none", show_default=True)
@JSON
def measures(from_: datetime | None, to: datetime | None, group: str, as_json: bool) -> None:
    """The measures, each with its numerator and denominator."""
    starting.start()
    from kittiwake.access.identity import acting_as_system
    from kittiwake.insight import results

    last = to.date() if to else date.today()  # noqa: DTZ011 (a council's day is this machine's day)
    first = from_.date() if from_ else last - timedelta(days=365)
    with acting_as_system():
        rows = results.results(first, last, group)
    columns = ["id", "title", "group", "numerator", "denominator", "value"]
    starting.answer(rows, as_json, lambda: _table(rows, columns))


def _table(rows: list[dict], columns: list[str]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*[column.replace("_", " ") for column in columns], box=None, pad_edge=False)
    for row in rows:
        table.add_row(*["" if row[column] is None else str(row[column]) for column in columns])
    Console().print(table if rows else "Nothing.")
