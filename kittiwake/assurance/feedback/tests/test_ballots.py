"""The box: sealed, mixed, and of a length that tells how many answers are in it and nothing else."""

from __future__ import annotations

from collections import Counter

import pytest

from kittiwake.assurance.feedback import ballots, rules
from kittiwake.assurance.feedback.ballots import Ballot

SHORT = Ballot(None, {}, "No")
LONG = Ballot(7, {"workers.load": "disagree_strongly", "workers.time": "neither"}, "ż🙂é" * 160)


def filled(*said: Ballot, round_id: int = 1) -> str:
    sealed = ballots.empty(round_id)
    for ballot in said:
        sealed = ballots.with_another(sealed, round_id, ballot)
    return sealed


def test_what_went_in_comes_out() -> None:
    assert Counter(map(repr, ballots.opened(filled(SHORT, LONG, SHORT), 1))) == Counter(
        map(repr, [SHORT, SHORT, LONG])
    )
    assert ballots.opened(ballots.empty(1), 1) == []


def test_every_answer_makes_it_longer_by_the_same() -> None:
    assert len(filled(SHORT, SHORT)) == len(filled(SHORT, LONG)) == len(filled(LONG, LONG))


def test_nothing_of_it_can_be_read_and_no_piece_stays_as_it_was() -> None:
    before = filled(SHORT, LONG)
    after = ballots.with_another(before, 1, SHORT)
    assert "disagree" not in after
    shared = {before[start : start + 24] for start in range(40, len(before) - 24)}
    assert not any(after[start : start + 24] in shared for start in range(40, len(after) - 24))


def test_the_box_of_one_round_is_no_other_s() -> None:
    with pytest.raises(ballots.Shut):
        ballots.opened(filled(SHORT, round_id=1), 2)


def test_whoever_came_first_lies_anywhere() -> None:
    """Of 200 boxes of four in each place some: that one place had none of 200 is one chance in 10^24."""
    rest = [Ballot(None, {}, f"{number}") for number in range(3)]
    places = Counter(
        [ballot.words for ballot in ballots.opened(filled(Ballot(None, {}, "first"), *rest), 1)].index(
            "first"
        )
        for _ in range(200)
    )
    assert set(places) == {0, 1, 2, 3}


def test_the_longest_that_may_be_written_has_room_in_any_script() -> None:
    filled(Ballot(123_456_789, dict.fromkeys(map(str, range(8)), "disagree_strongly"), "🙂" * rules.WORDS))
    with pytest.raises(ballots.NoRoom):
        filled(Ballot(None, {}, "\x01" * rules.WORDS))
