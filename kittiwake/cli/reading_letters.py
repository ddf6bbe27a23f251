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
        letter_read = read(text_of(content, file.name))
    except Unsuitable as unsuitable:
        starting.refuse(f"{unsuitable.sentence}.")
    for note in letter_read.notes:
        click.echo(note, err=True)
    starting.answer(_value(letter_read), as_json, lambda: _show(letter_read))
    if letter_read.notes:
        raise click.exceptions.Exit(NEEDS_A_PERSON)


def _value(letter_read: LetterRead) -> dict[str, Any]:
    from kittiwake.assurance.letters import rules

    days = (letter_read.visited_from, letter_read.visited_to)
    return {
        "kind": letter_read.kind,
        "council": letter_read.council or None,
        "visited": {"from": days[0].isoformat(), "to": days[1].isoformat()} if days[0] and days[1] else None,
        "grades": letter_read.grades,
        "areas_of_concern": letter_read.points(rules.AREA_OF_CONCERN, rules.PRIORITY_ACTION),
        "needs_to_improve": letter_read.points(rules.NEEDS_TO_IMPROVE),
        "statements": [
            {"text": each.text, "reading": each.reading, "theme": each.theme or None}
            for each in letter_read.statements
        ],
    }


def _show(letter_read: LetterRead) -> None:
    value = _value(letter_read)
    click.echo(
        f"{value['kind']}, {value['council'] or 'council not found'}, {letter_read.visited_from} to {letter_read.visited_to}"
    )
    for judgement, grade in letter_read.grades.items():
        click.echo(f"  {judgement.replace('_', ' ')}: {grade.replace('_', ' ')}")
    for each in letter_read.statements:
        click.echo(f"{each.reading:10} {each.theme:18} {each.text}")
