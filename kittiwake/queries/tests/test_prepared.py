from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import DataError, connection, transaction

from kittiwake.queries.postgresql import prepared
from kittiwake.queries.postgresql.prepared import Beside
from kittiwake.queries.together import together

pytestmark = pytest.mark.django_db
BESIDE = "SELECT count(*) FROM generate_series(1, 9)"
AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _no_plans_yet() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DEALLOCATE ALL")


def asks(sql: str, *params: Any) -> Callable[[], list[tuple[Any, ...]]]:
    def ask() -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())

    return ask


def answers(sql: str, *params: Any) -> list[tuple[Any, ...]]:
    """Asked together with another part: only then is the plan kept."""
    return together(asks(sql, *params), asks(BESIDE))[0]


def plans() -> list[str]:
    return [text for (text,) in asks("SELECT statement FROM pg_prepared_statements ORDER BY prepare_time")()]


def test_what_is_asked_again_of_another_is_not_planned_again() -> None:
    question = "SELECT n FROM generate_series(1, 50) n WHERE n = %s AND 'a' = %s AND %s > '2026-01-01'"
    given = [answers(question, number, "a", AT) for number in (3, 4, 5)]
    assert given == [[(3,)], [(4,)], [(5,)]]
    (plan,) = plans()
    assert "n = $1 AND 'a' = 'a' AND $2 > " in plan


def test_what_is_asked_once_is_not_kept() -> None:
    answers("SELECT %s + 1", 1)
    assert not plans()


@pytest.mark.parametrize("alike", [(2,), (3, 4), (5, 7, 8), (9, 20, 300)], ids=str)
def test_several_keys_are_one_question_whether_a_few_more_or_less(alike: tuple[int, ...]) -> None:
    question = "SELECT n FROM generate_series(1, 400) n WHERE n IN ({0}) OR n IN ({0}) OR n = 5 ORDER BY n"
    for many in alike * 2:
        keys = range(5, 5 + many)
        assert answers(question.format(", ".join(["%s"] * many)), *keys, *keys) == [(key,) for key in keys]
    assert len(plans()) == 1


@pytest.mark.parametrize("alike", [(1, 2, 3, 4), (5, 8, 6), (9, 20, 300)], ids=str)
@pytest.mark.parametrize("other", [[6], [6, 7], [300, 6]], ids=str)
def test_so_is_a_list(alike: tuple[int, ...], other: list[int]) -> None:
    question = (
        "SELECT n FROM generate_series(1, 400) n WHERE n = ANY (%s) OR n = ANY (%s) OR n = %s ORDER BY n"
    )
    for many in alike * 2:
        keys = list(range(5, 5 + many))
        assert answers(question, keys, other, 5) == [(key,) for key in sorted({5, *keys, *other})]
    assert len(plans()) == 1


def test_words_in_a_list_stay_in_the_text() -> None:
    question = "SELECT n FROM unnest(ARRAY['a', 'b', 'c']) n WHERE n IN (%s, %s)"
    assert [answers(question, "a", "it's c") for _ in range(2)] == [[("a",)]] * 2
    assert "IN ('a', 'it''s c')" in plans()[0]


def test_a_percent_sign_in_the_text_means_itself() -> None:
    assert answers("SELECT n FROM unnest(ARRAY['ab', 'cd']) n WHERE n LIKE 'a%%' AND 1 = %s", 1) == [("ab",)]


@pytest.mark.parametrize("number", [0, -1, 2**31 - 1, 2**31, -(2**31) - 1, 2**62])
def test_a_number_is_of_the_type_it_has_alone(number: int) -> None:
    typed = "SELECT pg_typeof(%s)::text, %s"
    assert answers(typed, number, number) == asks(typed, number, number)()
    assert answers("SELECT n FROM unnest(%s) n", [number, 1]) == [(number,), (1,)]


def test_what_is_grouped_by_may_hold_what_is_asked_for() -> None:
    question = """SELECT day > %s, count(*) FROM unnest(ARRAY['2026-01-01'::date, '2026-02-01', '2026-03-01']) day
                  GROUP BY day > %s ORDER BY 1"""
    day = date(2026, 1, 15)
    assert answers(question, day, day) == [(False, 1), (True, 2)]


def test_what_is_true_is_no_number() -> None:
    beside = Beside(lambda value: str(value).encode())
    assert beside.marks("SELECT %s, %s, %s, %s", [True, 1, None, 1]) == ("True", "$1", "None", "$1")
    assert beside.values == [1]


def test_plans_outlive_what_is_rolled_back() -> None:
    for number in (1, 2):
        answers("SELECT %s + 1", number)
    kept = plans()
    with pytest.raises(DataError), transaction.atomic():
        asks("SELECT %s / 0", 1)()
    assert answers("SELECT %s + 1", 3) == [(4,)]
    assert plans() == kept
    assert len(kept) == 1


def test_tables_that_change_are_planned_anew() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE changing (n int) ON COMMIT DROP")
        cursor.execute("INSERT INTO changing VALUES (1)")
        for _ in range(3):
            assert answers("SELECT * FROM changing WHERE n = %s", 1) == [(1,)]
        cursor.execute("ALTER TABLE changing ADD word text DEFAULT 'new'")
        assert answers("SELECT * FROM changing WHERE n = %s", 1) == [(1, "new")]
        cursor.execute("DROP TABLE changing")
        cursor.execute("CREATE TEMPORARY TABLE changing (word text, n int) ON COMMIT DROP")
        assert answers("SELECT * FROM changing WHERE n = %s", 1) == []


def test_only_so_many_plans_are_kept() -> None:
    for word in range(prepared.MOST_PLANS + 20):
        for _ in range(2):
            answers(f"SELECT %s + 1 AS word{word}", 1)
    assert len(plans()) <= prepared.MOST_PLANS + 1  # one goes when the next is asked


@pytest.mark.parametrize("first", [1, 2**40])
def test_lists_of_small_and_of_large_numbers_stand_in_one_question(first: int) -> None:
    last = 2**40 if first == 1 else 1
    question = "SELECT n FROM unnest(ARRAY[1, 2, %s]) n WHERE n = ANY (%s) OR n = ANY (%s) ORDER BY n"
    for _ in range(2):
        assert answers(question, 2**40, [first], [last]) == [(1,), (2**40,)]


def test_what_is_written_in_full_is_not_remembered() -> None:
    """Its values are in it, a whole file perhaps; and it would push out what was asked once and will be again."""
    answers(f"{BESIDE} WHERE 7 = %s", 7)
    for number in range(prepared.MOST_PLANS + 1):
        asks("SELECT %s, %s", number, "secret")()
    answers(f"{BESIDE} WHERE 7 = %s", 7)
    assert len(plans()) == 1
    assert b"secret" not in b"".join(query for query, _ in connection.connection._prepared._counts)
