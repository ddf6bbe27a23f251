"""Two people at one letter at the same moment."""

from __future__ import annotations

import pytest

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.tests.conftest import Crowd
from kittiwake.assurance.letters import recording, rules
from kittiwake.assurance.letters.facts import Decision
from kittiwake.assurance.letters.models import Letter, Statement
from kittiwake.assurance.letters.reading.letters import read
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast, make_cast

TEXT = "Visits are regular. Plans are weak."


@pytest.fixture(scope="module")
def kept() -> dict[str, Cast]:
    """The cast of this module's own database."""
    return {}


def cast_of(kept: dict[str, Cast]) -> Cast:
    with acting_as_system():
        if "cast" not in kept:
            kept["cast"] = make_cast()
        return kept["cast"]


def add(kept: dict[str, Cast], who: str, text: str) -> str:
    by = kept["cast"].user(who)
    try:
        with acting_as(by):
            return str(recording.add_letter(read(text), text, file=None, by=by, at=NOW).pk)
    except Refused as refused:
        return str(refused)


def decide(kept: dict[str, Cast], who: str, reading: str, statement_id: int) -> str:
    by = kept["cast"].user(who)
    try:
        with acting_as(by):
            letter = Letter.objects.get(statements=statement_id)
            recording.confirm(letter, [Decision(statement_id, reading, "", None)], by=by, at=NOW)
    except Refused:
        return "told"
    return reading


def test_two_who_add_the_same_letter_add_it_once(crowd: Crowd, kept: dict[str, Cast]) -> None:
    crowd(lambda: cast_of(kept))
    said = crowd(lambda: add(kept, "principal", TEXT), lambda: add(kept, "director", TEXT))
    assert sum("here already" in each for each in said) == 1
    assert crowd(lambda: Letter.objects.count()) == [1]


def test_two_who_decide_otherwise_are_one_decision_and_one_told(crowd: Crowd, kept: dict[str, Cast]) -> None:
    crowd(lambda: cast_of(kept))
    (pk,) = crowd(lambda: int(add(kept, "principal", f"{TEXT} And late.")))
    (first,) = crowd(lambda: Statement.objects.filter(letter=pk).values_list("pk", flat=True)[0])
    said = crowd(
        lambda: decide(kept, "principal", rules.NEUTRAL, first),
        lambda: decide(kept, "director", rules.SHORTFALL, first),
    )
    (stands,) = crowd(lambda: Statement.objects.get(pk=first).reading)
    assert sorted(said) == sorted(["told", stands])
