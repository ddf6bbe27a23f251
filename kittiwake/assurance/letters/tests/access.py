"""Who may open the pages of letters. No child is in them: one letter for all who are asked about."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.assurance.letters import recording
from kittiwake.assurance.letters.facts import SourceFile
from kittiwake.assurance.letters.models import Letter
from kittiwake.assurance.letters.reading.letters import read
from tests.matrix.pages import Made, lists, reads, writes

SAID = "Matrix visits are regular. Matrix plans are weak."


def make(made: Made) -> None:
    made["letter"], made["letter_before"] = _letter(made, SAID), _letter(made, f"{SAID} And late.")


def _letter(made: Made, text: str) -> Letter:
    mark = recording.mark_of(text)
    file = SourceFile("matrix.txt", "txt", text.encode())
    there = Letter.objects.standing().filter(sha256=mark).first()
    return there or recording.add_letter(read(text), text, file=file, by=made.by, at=made.at)


def _more_letters(made: Made, more: int) -> None:
    """Each by somebody else, and confirmed by another."""
    for number in range(more):
        text = f"{SAID} So are {Letter.objects.count()} others."
        letter = recording.add_letter(read(text), text, file=None, by=made.somebody(number), at=made.at)
        letter.statements.update(confirmed_at=made.at, confirmed_by=made.somebody(number + 1))


def _more_statements(made: Made, more: int) -> None:
    of_letter = made["letter"]
    first = of_letter.statements.count() + 1
    for number in range(more):
        of_letter.statements.create(
            ordinal=first + number, text=f"Matrix {number}", reading="strength", proposed_reading="strength",
            confirmed_at=made.at, confirmed_by=made.somebody(number),
        )  # fmt: skip


LETTER = {"pk": "letter", "of_a_child": False}
PAGES = [
    lists("letters:letters", Power.SEE_INSPECTIONS, grows=_more_letters, at_most=10),
    writes("letters:add_letter", Power.RECORD_INSPECTIONS),
    reads("letters:letter", Power.SEE_INSPECTIONS, **LETTER, grows=_more_statements, at_most=12),
    reads("letters:letter_file", Power.SEE_INSPECTIONS, **LETTER),
    reads(
        "letters:statements_of_letter", Power.SEE_INSPECTIONS, **LETTER, grows=_more_statements, at_most=12
    ),
    writes("letters:confirm_statements", Power.RECORD_INSPECTIONS, **LETTER, at={"number": 1}),
    writes("letters:correct_letter", Power.RECORD_INSPECTIONS, **LETTER),
    writes("letters:strike_out_letter", Power.RECORD_INSPECTIONS, **LETTER),
    reads(
        "letters:letters_beside",
        Power.SEE_INSPECTIONS,
        **LETTER,
        other_pk="letter_before",
        grows=_more_statements,
        at_most=12,
    ),
]
