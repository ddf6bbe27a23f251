"""The commands, in the order a newcomer meets them."""

from __future__ import annotations

import os

import click

from kittiwake import __version__
from kittiwake.cli import figures, importing, keeping, looking, serving, upgrading, visiting, working
from kittiwake.cli.backups import commands as backups
from kittiwake.cli.tool import Tool


@click.group(cls=Tool, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="kittiwake")
def main() -> None:
    """Kittiwake: for children who go missing or are at risk of harm outside the home.

    KITTIWAKE_HOME names the folder of the database and files (default: .kittiwake where you stand).
    DATABASE_URL uses a PostgreSQL server of your own instead of the embedded one.

    Exit codes: 0 done, 1 done but something needs a person, 2 refused.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kittiwake.config.settings")


for command in (
    serving.demo,
    serving.init,
    serving.serve,
    working.worker,
    serving.database,
    figures.figures,
    serving.migrate,
    upgrading.upgrade,
    upgrading.rollback,
    importing.import_,
    importing.imports,
    importing.discard_import,
    importing.undo_import,
    looking.clocks,
    looking.board,
    looking.measures,
    visiting.visit_pack,
    keeping.verify,
    keeping.digest,
    backups.backup_key,
    backups.backup,
    backups.restore,
    backups.prove_backup,
    keeping.doctor,
):
    main.add_command(command)
