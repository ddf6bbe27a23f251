"""What is written about where a child is placed, and each refusal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.placements import recording, rules
from kittiwake.practice.placements.models import Move, NearerReview
from kittiwake.practice.placements.nearer_reviews.recording import review_nearer
from kittiwake.practice.placements.out_of_area import recording as out_of_area
from kittiwake.record.models import Words
from tests.cast import NOW, Cast

TODAY, DAY = date(2026, 11, 23), timedelta(days=1)
CAME = date(2025, 11, 3)


def by(cast: Cast) -> dict[str, Any]:
    return {"by": cast.user("worker"), "at": NOW}


def moved(cast: Cast, host: str = "002", on: date = CAME, **more: Any) -> Move:
    return recording.place(cast.ash, starts_on=on, host_code=host, **{"carer": "A carer", **by(cast), **more})


@pytest.mark.parametrize(
    ("on", "wrong"), [(TODAY + DAY, "in the future"), (date(2011, 4, 1), "before they were born")]
)
def test_nobody_is_placed_before_they_were_born_nor_tomorrow(cast: Cast, on: date, wrong: str) -> None:
    with pytest.raises(Refused, match=wrong) as refused:
        moved(cast, on=on)
    assert refused.value.field == "starts_on"
    assert not Move.objects.exists()


def test_where_no_day_of_birth_is_known_any_past_day_may_be(cast: Cast) -> None:
    cast.ash.born_on = None
    assert moved(cast, on=date(2011, 4, 1)).placement.starts_on == date(2011, 4, 1)


def test_a_child_who_is_settled_agrees_to_be_visited_less_often_in_their_words(cast: Cast) -> None:
    move = moved(cast, arrangement=rules.Arrangement.LONG_TERM)
    recording.agree_fewer_visits(move, on=TODAY, words="Once a term will do", **by(cast))
    assert (move.agreed_fewer_on, move.agreed_fewer_words) == (TODAY, "Once a term will do")
    assert Words.objects.get(entry=move.entry).text == "Once a term will do"
    assert Event.objects.filter(what="placements.fewer_visits_agreed").count() == 1


@pytest.mark.parametrize(
    ("arrangement", "on", "wrong"),
    [
        (rules.Arrangement.LONG_TERM, TODAY + DAY, "in the future"),
        (rules.Arrangement.LONG_TERM, CAME + 200 * DAY, "not lived there for a year"),
        (rules.Arrangement.STANDARD, TODAY, "meant to last until they are 18"),
    ],
)
def test_others_are_visited_as_often_as_before(cast: Cast, arrangement: str, on: date, wrong: str) -> None:
    move = moved(cast, arrangement=arrangement)
    with pytest.raises(Refused, match=wrong) as refused:
        recording.agree_fewer_visits(move, on=on, words="x", **by(cast))
    assert refused.value.field == "on"
    assert Move.objects.get().agreed_fewer_on is None


def test_the_first_review_there_is_on_a_day_they_lived_there(cast: Cast) -> None:
    move = moved(cast)
    for on, wrong in ((TODAY + DAY, "in the future"), (CAME - DAY, "before they moved there")):
        with pytest.raises(Refused, match=wrong) as refused:
            recording.record_first_review(move, on=on, **by(cast))
        assert refused.value.field == "on"
    recording.record_first_review(move, on=CAME + 20 * DAY, **by(cast))
    assert move.first_review_on == CAME + 20 * DAY
    assert Event.objects.filter(what="placements.first_reviewed").count() == 1


def looked_at(cast: Cast, move: Move, on: date) -> NearerReview:
    return review_nearer(move, held_on=on, decision=rules.DECISIONS[0][0], why="x", **by(cast))


@pytest.mark.parametrize(
    ("host", "on", "wrong"),
    [
        ("002", TODAY + DAY, "in the future"),
        ("002", CAME - DAY, "before they moved there"),
        ("000", TODAY, "out of our area, any more"),
    ],
)
def test_moving_nearer_is_looked_at_while_they_live_away(cast: Cast, host: str, on: date, wrong: str) -> None:
    move = moved(cast, host)
    with pytest.raises(Refused, match=wrong):
        looked_at(cast, move, on)
    assert not NearerReview.objects.exists()


def test_nor_once_they_have_moved_on(cast: Cast) -> None:
    first = moved(cast)
    moved(cast, on=TODAY)
    first.placement.refresh_from_db()
    with pytest.raises(Refused, match="any more"):
        looked_at(cast, first, TODAY)


def test_why_there_was_no_notice_is_said_once_and_not_where_it_was_sent(cast: Cast) -> None:
    """Regulation 13(4): where it was not reasonably practicable."""
    move = moved(cast)
    facts = {"why": "Moved in the night", **by(cast)}
    with pytest.raises(Refused, match="long before they moved"):
        out_of_area.say_no_notice(move, on=CAME - 400 * DAY, **facts)
    out_of_area.say_no_notice(move, on=CAME, **facts)
    assert (move.no_notice_on, move.no_notice_why) == (CAME, "Moved in the night")
    with pytest.raises(Refused, match="already been recorded"):
        out_of_area.say_no_notice(move, on=CAME, **facts)
    out_of_area.notify(move, on=CAME + DAY, whom="Their council", **by(cast))
    with pytest.raises(Refused, match="The notice was sent"):
        out_of_area.say_no_notice(move, on=CAME, **facts)


UNASKED: dict[str, Callable[[Cast, Move], Any]] = {
    "no notice": lambda cast, move: out_of_area.say_no_notice(move, on=CAME, why="x", **by(cast)),
}


@pytest.mark.parametrize("what", UNASKED)
def test_of_a_placement_in_our_area_nobody_is_told(cast: Cast, what: str) -> None:
    with pytest.raises(Refused, match="in our area"):
        UNASKED[what](cast, moved(cast, "000"))


def test_of_one_with_our_own_foster_carers_nobody_has_to_approve(cast: Cast) -> None:
    """Regulation 11(4)."""
    move = moved(cast, kind="U6", provider=rules.THIS_COUNCIL)
    with pytest.raises(Refused, match="nobody has to approve"):
        out_of_area.approve(move, on=CAME, who="A director", role=rules.DIRECTOR, why="x", **by(cast))
