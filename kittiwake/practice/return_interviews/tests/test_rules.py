from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.rules import Ending, Offered

START = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def after(hours: int) -> datetime:
    return START + timedelta(hours=hours)


def test_the_first_offer_ends_the_duty_to_offer_whatever_was_answered() -> None:
    offers = [Offered(2, after(9), "accepted"), Offered(1, after(4), "no_response")]
    assert rules.first_offer(offers) == Ending(1, after(4))
    assert rules.first_offer([]) is None
    assert rules.first_offer(offers, [Ending(9, after(2))]) == Ending(9, after(2))


def test_one_refusal_does_not_end_the_duty() -> None:
    assert rules.duty_met([Offered(1, after(4), "declined")], [], asked_often=2) is None


def test_a_refusal_counts_once_they_have_been_asked_before() -> None:
    offers = [Offered(2, after(30), "declined"), Offered(1, after(4), "no_response")]
    assert rules.duty_met(offers, [], asked_often=2) == Ending(2, after(30))


def test_the_first_counted_refusal_is_the_one_that_ends_it() -> None:
    offers = [Offered(n, after(10 * n), "declined") for n in (1, 2, 3)]
    assert rules.duty_met(offers, [], asked_often=2) == Ending(2, after(20))


def test_an_interview_ends_the_duty_unless_a_counted_refusal_came_first() -> None:
    refused = [Offered(1, after(4), "declined"), Offered(2, after(30), "declined")]
    assert rules.duty_met(refused, [Ending(9, after(20))], asked_often=2) == Ending(9, after(20))
    assert rules.duty_met(refused, [Ending(9, after(40))], asked_often=2) == Ending(2, after(30))


@pytest.mark.parametrize("fact", ["is_allocated", "is_in_their_team", "lives_with_or_works_where_they_live"])
def test_nobody_who_cares_for_the_child_is_independent(fact: str) -> None:
    facts = {"is_allocated": False, "is_in_their_team": False, "lives_with_or_works_where_they_live": False}
    assert rules.is_independent(**facts).is_independent
    assert not rules.is_independent(**{**facts, fact: True}).is_independent


def test_the_quality_test_is_eight_questions_of_four() -> None:
    assert rules.FULL_MARKS == 32
    assert rules.total(dict.fromkeys(rules.RUBRIC, 3)) == 24
    with pytest.raises(KeyError):
        rules.total({"timely": 4})


FULL = rules.Account(
    own_words="I was scared.",
    push=["conflict"],
    pull=[],
    harm="",
    safeguarding_referral=False,
    alone=True,
    analysis="The third time from the same place.",
    safety_tips="116 000",
    hear_back="letter",
)


def test_a_full_account_has_no_gaps() -> None:
    assert rules.gaps(FULL) == []


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ({"own_words": ""}, "own words"),
        ({"push": []}, "pushed or pulled"),
        ({"harm": "He hit me"}, "no referral"),
        ({"alone": False}, "time alone"),
        ({"analysis": ""}, "beyond this time"),
        ({"safety_tips": ""}, "stay safe"),
        ({"hear_back": ""}, "hear what comes of it"),
    ],
)
def test_each_gap_is_said(missing: dict, words: str) -> None:
    (gap,) = rules.gaps(replace(FULL, **missing))
    assert words in gap


def test_harm_with_a_referral_is_no_gap() -> None:
    assert rules.gaps(replace(FULL, harm="He hit me", safeguarding_referral=True)) == []


def test_words_that_blame_the_child_are_found_however_they_are_written() -> None:
    prompts = rules.language_prompts("She  puts HERSELF\nat risk, and it is a lifestyle choice.")
    assert [words for words, _ in prompts] == ["puts herself at risk", "lifestyle choice"]


def test_plain_description_prompts_nothing() -> None:
    assert rules.language_prompts("A man of 24 gives her a phone and rings her every night.") == []


MOMENTS = st.integers(0, 200).map(after)
ANSWERS = st.sampled_from(["declined", "later", "accepted"])
OFFERS = st.lists(
    st.builds(Offered, st.integers(1, 99), MOMENTS, ANSWERS), unique_by=lambda offer: offer.entry_id
)
HELD = st.lists(st.builds(Ending, st.integers(100, 199), MOMENTS))


@given(OFFERS, HELD, st.randoms())
def test_the_order_of_recording_never_changes_what_ends_the_duty(
    offers: list, held: list, chance: Random
) -> None:
    before = rules.duty_met(offers, held, asked_often=2)
    chance.shuffle(offers)
    chance.shuffle(held)
    assert rules.duty_met(offers, held, asked_often=2) == before


@given(OFFERS, HELD, MOMENTS)
def test_one_more_interview_never_makes_it_later(offers: list, held: list, at: datetime) -> None:
    before = rules.duty_met(offers, held, asked_often=2)
    now = rules.duty_met(offers, [*held, Ending(200, at)], asked_often=2)
    assert now is not None
    assert now.at <= (before.at if before else at)


@given(OFFERS)
def test_nobody_who_never_refused_has_refused(offers: list) -> None:
    willing = [offer for offer in offers if offer.answer != "declined"]
    assert rules.duty_met(willing, [], asked_often=2) is None
