from __future__ import annotations

import os

import click

from kittiwake.config import engine


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def main() -> None:
    """Kittiwake: for children who go missing or are at risk of harm outside the home."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kittiwake.config.settings")


@main.command()
def migrate() -> None:
    """Bring the database's tables, rights and row-level security up to date. Safe to run again."""
    engine.ensure()
    os.environ["KITTIWAKE_AS_OWNER"] = "yes"
    os.environ.setdefault("KITTIWAKE_TOOLS", "yes")
    from kittiwake.cli import setting_up

    setting_up.migrate()
