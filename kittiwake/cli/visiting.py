"""A visit pack on the command line, for whoever runs the server."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from kittiwake.cli import starting


@click.command("visit-pack")
@click.option("--for", "for_", type=click.DateTime(["%Y-%m-%d"]), help="As of this day (default: today).")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder it is put in; made where there is none.",
)
def visit_pack(for_: datetime | None, out: Path) -> None:
    """Put together what inspectors ask for, as one zip: always marked as a draft. The director releases one on its page."""
    starting.start()
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as_system
    from kittiwake.access.viewer import Viewer
    from kittiwake.assurance.inspection.pack.recording import made_now
    from kittiwake.time.moments import local_date

    at = now()
    as_of = for_.date() if for_ else local_date(at)
    if as_of > local_date(at):
        starting.refuse(f"--for ({as_of}) is to come: what is known of it cannot be put together yet.")
    with acting_as_system() as system:
        content = made_now(Viewer(system), as_of, at)
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = out / f"visit-pack-{as_of}.zip"
    file.touch(mode=0o600)
    file.write_bytes(content)
    click.echo(file)
