"""What inspectors wrote about the made-up council is read as any letter is, and half of it waits."""

from __future__ import annotations

from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.models import Letter
from kittiwake.demo.letters import LETTER, REPORT, make_letters
from tests.cast import NOW, Cast


def test_two_letters_of_which_the_last_is_half_confirmed(cast: Cast) -> None:
    make_letters(NOW)
    report, letter = Letter.objects.order_by("visited_from")
    assert (report.kind, report.grades["overall"]) == (rules.STANDARD, rules.INADEQUATE)
    assert (letter.kind, letter.council) == (rules.MONITORING, "Saltmere")
    assert 10 < letter.statements.confirmed().count() < letter.statements.count() - 10
    assert "{" not in (report.text + letter.text)
    assert "{first}" in LETTER
    assert "{last}" in REPORT
