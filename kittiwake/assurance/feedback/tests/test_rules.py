"""What may be told of answers without names, by examples, and by what must hold whatever is answered."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kittiwake.assurance.feedback import questions, rules
from kittiwake.assurance.feedback.rules import EVERYBODY, Group
from kittiwake.insight.rules import Figure, Sizes

SIZES = Sizes()
NORTH, SOUTH, DOOR, OTHER = 1, 2, 3, 4
KINDS = {NORTH: "social_work", SOUTH: "social_work", DOOR: "front_door", OTHER: "front_door"}


def many(**teams: int) -> list[int | None]:
    numbers = {"north": NORTH, "south": SOUTH, "door": DOOR, "other": OTHER, "nobody": None}
    return [numbers[name] for name, count in teams.items() for _ in range(count)]


@pytest.mark.parametrize(
    ("answered", "kept"),
    [
        (many(north=12, south=11), {NORTH: Group(NORTH, "social_work"), SOUTH: Group(SOUTH, "social_work")}),
        # Both too small by themselves: told by their kind, beside enough who are nobody's.
        (
            many(north=6, south=6, nobody=10),
            {NORTH: Group(kind="social_work"), SOUTH: Group(kind="social_work")},
        ),
        # Nobody's would be so few that the rest gives them away.
        (many(north=12, nobody=4), {}),
        (many(north=12, south=15, nobody=4), {SOUTH: Group(SOUTH, "social_work")}),
        # A kind of team too few of which answered is nobody's, and enough with the others.
        (many(north=12, door=5, other=4, nobody=1), {NORTH: Group(NORTH, "social_work")}),
        (many(north=9), {}),
        ([], {}),
    ],
)
def test_answers_are_kept_by_team_only_where_enough_of_it_answered(
    answered: list[int | None], kept: dict[int, Group]
) -> None:
    assert rules.groups(KINDS, answered, SIZES.shared) == kept


@given(st.lists(st.sampled_from([*KINDS, None]), max_size=80))
def test_no_group_is_small_and_none_is_left_over_small(answered: list[int | None]) -> None:
    kept = rules.groups(KINDS, answered, SIZES.shared)
    sizes = Counter(kept.get(team or 0, EVERYBODY) for team in answered)
    if len(answered) >= SIZES.shared:
        assert all(size >= SIZES.shared for size in sizes.values())
    else:
        assert not kept


@pytest.mark.parametrize(
    ("yes", "of", "words", "share"),
    [
        (18, 24, "18 of 24", 18 / 24),
        (24, 24, "24 of 24", 1.0),
        (0, 24, "0 of 24", 0.0),
        (3, 24, "5 or fewer of 24", 5 / 24),
        (5, 24, "5 or fewer of 24", 5 / 24),
        (6, 24, "6 of 24", 6 / 24),
        (23, 24, "19 or more of 24", 19 / 24),
        (19, 24, "19 or more of 24", 19 / 24),
        (9, 9, "", None),
        (0, 0, "", None),
    ],
)
def test_no_number_points_at_a_few(yes: int, of: int, words: str, share: float | None) -> None:
    figure = Figure(None, yes, of, yes / of if of else None)
    assert rules.in_words(figure, SIZES) == words
    assert rules.share_shown(figure, SIZES) == share


@pytest.mark.parametrize(
    ("people", "records", "higher", "says"),
    [
        (0.40, 0.90, True, "records look better"),
        (0.90, 0.40, True, "better than the records show"),
        (0.70, 0.80, True, "do not disagree"),
        (0.65, 0.90, True, "records look better"),  # a quarter apart
        (0.40, 0.10, False, "records look better"),  # one in ten is late, and four in ten are content
        (0.90, 0.10, False, "do not disagree"),
    ],
)
def test_where_people_and_records_disagree_it_is_said(
    people: float, records: float, higher: bool, says: str
) -> None:
    assert says in rules.beside(people, records, higher_is_better=higher)


@pytest.mark.parametrize(
    ("opens", "closes", "field"),
    [
        (date(2026, 11, 23), date(2026, 12, 7), ""),
        (date(2026, 11, 23), date(2026, 11, 23), ""),
        (date(2026, 11, 22), date(2026, 12, 7), "opens_on"),
        (date(2026, 11, 24), date(2026, 11, 23), "closes_on"),
        (date(2026, 11, 23), date(2027, 2, 23), ""),
        (date(2026, 11, 23), date(2027, 2, 24), "closes_on"),
    ],
)
def test_a_round_has_a_beginning_and_an_end(opens: date, closes: date, field: str) -> None:
    assert rules.wrong_days(opens, closes, date(2026, 11, 23))[0] == field


def test_questionnaires_are_short_and_each_question_is_asked_once() -> None:
    keys = [(form.version, question.key) for form in questions.LIBRARY for question in form.questions]
    assert len(keys) == len(set(keys))
    assert {form.audience for form in questions.LIBRARY} == {audience for audience, _ in questions.AUDIENCES}
    with pytest.raises(ValueError, match="two minutes"):
        questions.Questionnaire(
            "long", 1, questions.WORKERS, "Long", questions.LIBRARY[0].questions * 2, "What else?"
        )
