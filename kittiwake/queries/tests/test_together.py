from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DataError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kittiwake.queries.together import NotTogether, lists_together, together

pytestmark = pytest.mark.django_db

EACH_TYPE = """
    SELECT 1::smallint, 2::int, 3::bigint, 4.50::numeric, 5.5::real, 6.25::float8, true, 'é'::text, 'v'::varchar(9), ''
         , '2026-11-23'::date, '09:30'::time, '2026-11-23 09:00:00.123456+00'::timestamptz, interval '1 day 2 hours'
         , '{"a": [1, "é", null]}'::jsonb, ARRAY[1, 2], ARRAY['x', 'y z', NULL], ARRAY[]::text[]
         , 'ab12cd34-0000-4000-8000-000000000000'::uuid, '192.0.2.7'::inet, '2001:db8::/32'::cidr, '\\x00ff'::bytea
         , NULL::text, NULL::timestamptz, daterange('2026-01-01', '2026-02-01'), 'a, "b" (c)'"""


def asks(sql: str, *params: Any) -> Callable[[], list[tuple[Any, ...]]]:
    def ask() -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())

    return ask


@pytest.fixture
def statements() -> CaptureQueriesContext:
    return CaptureQueriesContext(connection)


def test_what_many_parts_ask_is_one_statement(statements: CaptureQueriesContext) -> None:
    with statements:
        given = together(
            *(asks("SELECT %s + n FROM generate_series(1, 3) n", part * 10) for part in range(40))
        )
    assert given[3] == [(31,), (32,), (33,)]
    assert len(given) == 40
    assert len(statements) == 1


def test_a_part_asks_as_often_as_it_must_whatever_others_do(statements: CaptureQueriesContext) -> None:
    def follows(times: int) -> int:
        answer = 0
        for _ in range(times):
            ((answer,),) = asks("SELECT %s + 1", answer)()
        return answer

    with statements:
        given = together(*(lambda times=times: follows(times) for times in (3, 1, 2, 0)))  # type: ignore[misc]
    assert given == (3, 1, 2, 0)
    assert len(statements) == 3


def test_parts_of_a_part_are_asked_with_the_others(statements: CaptureQueriesContext) -> None:
    with statements:
        given = together(lambda: together(asks("SELECT 1"), asks("SELECT 2")), asks("SELECT 3"))
    assert given == (([(1,)], [(2,)]), [(3,)])
    assert len(statements) == 1


def test_rows_are_of_the_types_they_are_of_alone() -> None:
    alone = asks(EACH_TYPE)()
    among_others, _ = together(asks(EACH_TYPE), asks("SELECT 1"))
    assert among_others == alone
    assert [type(value) for value in among_others[0]] == [type(value) for value in alone[0]]
    assert among_others[0][12].tzinfo is alone[0][12].tzinfo


def test_rows_keep_their_order() -> None:
    shuffled = "SELECT n, md5(n::text) FROM generate_series(1, 500) n ORDER BY 2 DESC"
    among_others, _ = together(asks(shuffled), asks("SELECT 1"))
    assert among_others == asks(shuffled)()


def test_columns_may_share_a_name_and_be_of_another_type_in_each_part() -> None:
    assert together(asks("SELECT 1 AS a, 'x' AS a"), asks("SELECT true AS a")) == ([(1, "x")], [(True,)])


def test_a_column_may_be_called_as_anything_the_statement_says() -> None:
    for name in ("asked", "row", "rows", "record", "array_agg"):
        assert together(asks(f'SELECT 1 AS "{name}", 2'), asks("SELECT 3")) == ([(1, 2)], [(3,)])


def test_a_part_without_rows_has_none() -> None:
    assert together(asks("SELECT 1 WHERE false"), asks("SELECT NULL")) == ([], [(None,)])


def test_what_two_parts_ask_alike_is_asked_once(statements: CaptureQueriesContext) -> None:
    with statements:
        drawn = together(asks("SELECT random()"), asks("SELECT random()"), asks("SELECT 1"))
    assert drawn[0] == drawn[1]
    assert statements[0]["sql"].count("random") == 1


def test_a_percent_sign_means_itself_where_nothing_is_put_in() -> None:
    def ask() -> Any:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 'half of 10% is 5%'")
            return cursor.fetchone()

    assert together(ask, asks("SELECT %s", "%s")) == (("half of 10% is 5%",), [("%s",)])


def test_nothing_is_asked_for_no_parts(statements: CaptureQueriesContext) -> None:
    with statements:
        assert together() == ()
        assert together(lambda: 1, lambda: 2) == (1, 2)
    assert len(statements) == 0


def test_parts_that_give_one_by_one_give_lists() -> None:
    assert lists_together(lambda: (n for (n,) in asks("SELECT 7")()), lambda: iter(())) == ([7], [])


def test_what_fails_in_a_part_comes_out_and_ends_the_others() -> None:
    ended = []

    def rests() -> None:
        try:
            asks("SELECT 1")()
        finally:
            ended.append("rested")

    def fails() -> None:
        raise LookupError("nothing there")

    with pytest.raises(LookupError, match="nothing there"):
        together(rests, fails)
    assert ended == ["rested"]
    assert together(asks("SELECT 1"), asks("SELECT 2")) == ([(1,)], [(2,)])


def test_what_the_database_refuses_is_as_it_is_alone() -> None:
    with pytest.raises(DataError, match="division by zero"), transaction.atomic():
        together(asks("SELECT 1 / n FROM generate_series(0, 1) n"), asks("SELECT 1"))


def opens_a_transaction() -> None:
    with transaction.atomic():
        asks("SELECT 1")()


@pytest.mark.parametrize(
    "part",
    [
        opens_a_transaction,
        asks("UPDATE accounts_user SET name = 'Nobody'"),
        asks("SELECT set_config('kittiwake.user_id', '1', true)"),
    ],
    ids=["a transaction", "a change", "another person"],
)
def test_a_part_may_not(part: Callable[[], Any]) -> None:
    with pytest.raises(NotTogether, match="only reads"):
        together(part, asks("SELECT 1"))
