"""A letter of inspectors read into its grades, points and statements. Nothing is recorded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kittiwake.cli import starting
from kittiwake.cli.looking import JSON
from kittiwake.cli.tool import NEEDS_A_PERSON

if TYPE_CHECKING:
    from kittiwake.assurance.letters.reading.letters import LetterRead


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@JSON
def letter(file: Path, as_json: bool) -> None:
    """What an inspectors' letter or report says, from its file (PDF, DOCX or plain text). Records nothing."""
    from kittiwake.assurance.letters.reading.files import MOST_BYTES, text_of
    from kittiwake.assurance.letters.reading.letters import read
    from kittiwake.primitives.documents.unsuitable import Unsuitable

    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    try:
        found = read(text_of(content, file.name))
    except Unsuitable as unsuitable:
        starting.refuse(f"{unsuitable.sentence}.")
    for note in found.notes:
        click.echo(note, err=True)
    starting.answer(_value(found), as_json, lambda: _show(found))
    if found.notes:
        raise click.exceptions.Exit(NEEDS_A_PERSON)


def _value(found: LetterRead) -> dict[str, Any]:
    from kittiwake.assurance.letters import rules

    days = (found.visited_from, found.visited_to)
    return {
        "kind": found.kind,
        "council": found.council or None,
        "visited": {"from": days[0].isoformat(), "to": days[1].isoformat()} if days[0] and days[1] else None,
        "grades": found.grades,
        "areas_of_concern": found.points(rules.AREA_OF_CONCERN, rules.PRIORITY_ACTION),
        "needs_to_improve": found.points(rules.NEEDS_TO_IMPROVE),
        "statements": [
            {"text": each.text, "reading": each.reading, "theme": each.theme or None} for each in found.statements
        ],
    }


def _show(found: LetterRead) -> None:
    value = _value(found)
    click.echo(f"{value['kind']}, {value['council'] or 'council not found'}, {found.visited_from} to {found.visited_to}")
    for judgement, grade in found.grades.items():
        click.echo(f"  {judgement.replace('_', ' ')}: {grade.replace('_', ' ')}")
    for each in found.statements:
        click.echo(f"{each.reading:10} {each.theme:18} {each.text}")
