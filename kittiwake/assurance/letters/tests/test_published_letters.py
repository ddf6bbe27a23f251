"""What benchmarks/letters.py holds the rules against: the published letters, where the folder of data is beside the checkout, and what
people of a council confirmed.
"""

from __future__ import annotations

import pytest

from benchmarks import letters, starting
from kittiwake.assurance.letters import recording, rules
from kittiwake.assurance.letters.reading.letters import read
from kittiwake.assurance.letters.tests.test_recording import added, decision
from tests.cast import NOW, Cast

FILES = sorted((letters.FOLDER / "letters").glob("*.txt"))


@pytest.mark.skipif(
    not FILES, reason="The published letters are not in the folder of data beside the checkout."
)
def test_days_grades_and_points_of_every_letter(capsys: pytest.CaptureFixture[str]) -> None:
    read_letters = {file.stem: read(file.read_text()) for file in FILES}
    letters.print_exact(read_letters)
    said = capsys.readouterr().out
    assert said.count(f": {len(FILES)}") == 4, said
    assert not [letter.notes for letter in read_letters.values() if letter.notes]


def test_what_people_confirmed_is_what_the_rules_are_held_against(cast: Cast, monkeypatch) -> None:
    monkeypatch.setattr(starting, "start", lambda: None)  # Django runs already
    letter = added(cast)
    agreed, changed, _ = letter.statements.order_by("ordinal")[:3]
    said = [decision(agreed, agreed.reading), decision(changed, rules.NEUTRAL)]
    recording.confirm(letter, said, by=cast.user("principal"), at=NOW)
    assert letters.confirmed() == {
        (rules.STRENGTH, rules.STRENGTH): 1,
        (rules.NEUTRAL, rules.STRENGTH): 1,
    }
