"""Backups: the key, making one, putting one back, proving one."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from kittiwake.cli import starting
from kittiwake.cli.backups import daily, documents, folder, keys, making, proving, putting_back
from kittiwake.cli.backups.rules import Rule, kept
from kittiwake.cli.looking import JSON
from kittiwake.cli.starting import refuse, say
from kittiwake.config import backups

FILE = click.Path(path_type=Path)
THERE = click.Path(exists=True, path_type=Path)
KEY = click.option("--key", type=THERE, help="The file with the private key, as backup-key made it.")


@click.command("backup-key")
@click.argument("file", type=FILE)
def backup_key(file: Path) -> None:
    """Make a key for backups: the private half into FILE, to be kept elsewhere; the public half stays here."""
    starting.home()
    public = keys.make_pair(file)
    say(f"From now on each backup is sealed to {public}.")
    say(
        f"Only {file} opens it. Keep two copies of that file, away from this machine and under lock, and none here: "
        "without it no backup can ever be read."
    )


@click.command()
@click.argument("into", type=FILE, required=False, metavar="[FOLDER]")
@click.option(
    "--keep",
    default="7,5,12",
    show_default=True,
    help="How many days, weeks and months keep their last backup.",
)
@click.option("--daily", "daily_at", metavar="HH:MM", help="Stay, and make one each day at this time.")
@JSON
def backup(into: Path | None, keep: str, daily_at: str | None, as_json: bool) -> None:
    """Back the whole council up while it is served, into FOLDER (default: KITTIWAKE_BACKUPS).

    One file, sealed to the public keys; it gets its name only when it is whole. Older ones go by the rule of --keep.
    """
    try:
        rule = Rule.parse(keep)
        if daily_at:
            daily.stay(daily_at, into, keep)
    except ValueError as problem:
        refuse(str(problem))
    starting.refuse_without_council()
    into, at, began = into or backups.folder(), datetime.now(UTC), time.monotonic()
    if moment_taken(into, at):
        refuse("A backup was made within this second. Try again.")
    made = making.make(into, at)
    gone = _clear_away(into, rule, at)
    noted = made.note["made_at"]
    backups.note({"made_at": noted, "file": str(made.file), "bytes": made.bytes})
    answer = {"file": str(made.file), "bytes": made.bytes, **figures(made.note), "removed": gone}
    starting.answer(answer, as_json, lambda: say(_in_words(answer, time.monotonic() - began)))
    if made.spoilt:
        say(documents.in_words(made.spoilt))
        sys.exit(starting.NEEDS_A_PERSON)


def moment_taken(into: Path, at: datetime) -> bool:
    return (into / folder.named(at)).exists()


def _clear_away(into: Path, rule: Rule, at: datetime) -> int:
    """After a good one only."""
    there = folder.backups_in(into)
    stay = kept(there, rule, at)
    gone = [path for moment, path in there.items() if moment not in stay]
    folder.remove(gone)
    return len(gone)


def figures(note: making.Note) -> dict[str, int]:
    rows = sum(rows for rows, _ in note["tables"].values())
    return {"tables": len(note["tables"]), "rows": rows, "documents": note["documents"]["count"]}


def _in_words(made: dict[str, Any], seconds: float) -> str:
    removed = f" {made['removed']} older ones were removed by the rule." if made["removed"] else ""
    return (
        f"Backed up to {made['file']} in {seconds:.0f} s: {made['bytes']:,} bytes, {made['tables']} tables, "
        f"{made['rows']:,} rows, {made['documents']:,} documents.{removed}"
    )


@click.command()
@click.argument("from_", type=THERE, metavar="BACKUP")
@KEY
@click.option("--replace", is_flag=True, help="Replace the children that are in this database now.")
def restore(from_: Path, key: Path | None, replace: bool) -> None:
    """Put a backup back: all of it, equal to what was noted when it was made, or nothing is changed."""
    starting.start_engine_only()
    if putting_back.has_children() and not replace:
        refuse("There are children in this database. Add --replace to put the backup in their place.")
    note = putting_back.put_back(from_, key)
    wrong = _documents_wrong(note)
    starting.as_owner("migrate")
    if note["tables"]:
        counts = figures(note)
        say(
            f"Put back from {from_}: {counts['tables']} tables, {counts['rows']:,} rows, each as it was noted."
        )
    else:
        say(
            f"Put back from {from_}. It was made by an older version, and says nothing of its tables to compare."
        )
    if wrong:
        say(wrong)
        sys.exit(starting.NEEDS_A_PERSON)


def _documents_wrong(note: making.Note) -> str | None:
    import psycopg

    with psycopg.connect(starting.owner_url()) as owner:
        files, spoilt = documents.listed(owner), documents.changed(owner)
    if note["documents"]["sha256"] and note["documents"] != files:
        return (
            f"The backup had {note['documents']['count']:,} documents, and there are {files['count']:,} now."
        )
    return documents.in_words(spoilt) if spoilt else None


@click.command("prove-backup")
@click.argument("from_", type=THERE, metavar="BACKUP")
@KEY
@JSON
def prove_backup(from_: Path, key: Path | None, as_json: bool) -> None:
    """Put a backup back into an empty system of its own, compare every table, and throw that away again.

    Changes nothing in the council's database, and needs room for a second one beside it.
    """
    began = time.monotonic()
    note = proving.prove(from_, key)
    if not note["tables"]:
        refuse(f"{from_} was made by an older version, and says nothing of its tables to compare.")
    backups.note({"proved_at": datetime.now(UTC).isoformat(timespec="seconds"), "proved": note["made_at"]})
    answer = {"backup": str(from_), "made_at": note["made_at"], "version": note["version"], **figures(note)}
    starting.answer(
        answer,
        as_json,
        lambda: say(
            f"{from_} can be put back: {answer['tables']} tables, {answer['rows']:,} rows and "
            f"{answer['documents']:,} documents came out as they were noted, and the log of reading is whole "
            f"({time.monotonic() - began:.0f} s)."
        ),
    )
