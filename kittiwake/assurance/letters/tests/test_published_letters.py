"""The published letters, where the folder of data is beside the checkout: days, grades and points of all, exactly."""

from __future__ import annotations

import pytest

from benchmarks import letters
from kittiwake.assurance.letters.reading.letters import read

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
