"""Files out, from the command line: the same lists as on the page."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from kittiwake.cli import starting
from kittiwake.cli.importing import progress_bar
from kittiwake.cli.looking import JSON


@click.group("export")
def export() -> None:
    """Make a file of what is on the record."""


@export.command("annex-a")
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="The day the lists are of: 2026-11-30."
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="FILE.xlsx")
@click.option(
    "--as",
    "login",
    help="E-mail of the person who is to see them: whom they may not see is not in it. Without it, Kittiwake itself.",
)
@JSON
def annex_a(on: datetime, out: Path, login: str | None, as_json: bool) -> None:
    """Ofsted's child-level lists (Annex A, lists 1 to 11) of a day, as a workbook.

    Answers with what is in it, list by list: rows, what is left empty, and rows to look at. The reading is logged.
    """
    starting.start()
    from django.utils.timezone import now

    from kittiwake.exchange.child_lists import recording
    from kittiwake.exchange.child_lists.counts import summary
    from kittiwake.history.refusal import Refused
    from kittiwake.time.moments import local_date

    if not out.parent.is_dir():
        starting.refuse(f"There is no folder {out.parent}. Make it first, or name another.")
    day = on.date()
    if day > local_date(now()):
        starting.refuse(f"{day} has not come yet. Give today or an earlier day.")
    try:
        with progress_bar("Reading", as_json) as step:
            lists = recording.make_file(_person(login), day, out, progress=lambda done, total: step(done))
    except Refused as refused:
        starting.refuse(str(refused))
    made = {**summary(lists), "file": str(out)}
    starting.answer(made, as_json, lambda: _in_words(made))


def _person(login: str | None) -> Any:
    from kittiwake.accounts.models import User

    if login is None:
        return User.objects.system()
    person = User.objects.filter(email=login.lower(), is_active=True).first()
    return person or starting.refuse(f"Nobody signs in as {login}.")


def _in_words(made: dict[str, Any]) -> None:
    for count in made["lists"]:
        doubts = count.get("with_doubts", 0)
        look = f", {doubts} to look at" if doubts else ""
        click.echo(f"List {count['number']:2} {count['title']}: {count['rows']} rows{look}")
        for sentence, rows in count.get("doubts", {}).items():
            click.echo(f"        {rows} × {sentence}")
        if empty := count.get("empty"):
            click.echo(f"        empty: {'; '.join(empty)}")
    whole = ", ".join(str(number) for number in made["whole"])
    click.echo(f"Of lists {whole} the record holds every column. Whom its reader may not see is not in it.")
    click.echo(made["file"])
