"""The council's name and its first administrator, from the command line."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress

import click

from kittiwake.cli import starting


def begin(council: str, administrator: str, name: str, *, secret: Callable[[], str], as_json: bool) -> None:
    """Prints the link. It is signed with the key that `serve` uses, which is given before Django starts."""
    os.environ.setdefault("KITTIWAKE_SECRET_KEY", secret())
    starting.start()
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.council.setting_up import recording
    from kittiwake.history.refusal import Refused

    try:
        with acting_as_system() as by:
            path = recording.begin(council, administrator=administrator, name=name, by=by, at=now())
    except Refused as refused:
        starting.refuse(str(refused))
    link = f"{_address()}{path}"
    begun = {"council": council.strip(), "administrator": administrator.strip().lower(), "link": link}
    starting.answer(begun, as_json, lambda: _in_words(link))


def _in_words(link: str) -> None:
    click.echo("Open this once, within a day, while `kittiwake serve` runs, and choose a password:")
    click.echo(link)


def _address() -> str:
    """Where people reach the service: the first of KITTIWAKE_ORIGINS, or as `serve` serves it on this machine."""
    from django.conf import settings

    scheme = "https" if settings.HTTPS else "http"
    return next(iter(settings.CSRF_TRUSTED_ORIGINS), f"{scheme}://127.0.0.1:8000")


def use_name_of_council() -> None:
    """What the council is called, for what can ask for no setting: the page saying that the service is broken, an app for codes."""
    import psycopg

    asked = "SELECT name FROM record_agency WHERE kind = 'council' ORDER BY id LIMIT 1"
    with suppress(psycopg.errors.UndefinedTable), psycopg.connect(os.environ["DATABASE_URL"]) as database:
        if row := database.execute(asked).fetchone():
            os.environ["KITTIWAKE_COUNCIL_NAME"] = row[0]
