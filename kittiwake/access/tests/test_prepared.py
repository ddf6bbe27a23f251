"""A plan that is kept from one question to the next has nothing in it of who asked first."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
import pytest

from kittiwake.access.tests.conftest import as_owner, ask, be
from kittiwake.access.tests.test_kept import NAMES, OF_OUTSIDER, OF_WORKER, QUESTIONS, Question, names
from kittiwake.config import engine
from kittiwake.queries.postgresql.prepared import QuestionCursor, keep_plans


@pytest.fixture
def bare(own_database: str, made: dict[str, Any]) -> Iterator[psycopg.Connection]:
    """A connection on which every question is planned once and for everybody."""
    url = engine.of_database(os.environ["DATABASE_URL"], own_database)
    with psycopg.connect(
        url, autocommit=True, options="-c plan_cache_mode=force_generic_plan"
    ) as application:
        application.cursor_factory = QuestionCursor
        keep_plans(application)
        application.prepare_threshold = 0
        yield application


@pytest.fixture
def owner(own_database: str, made: dict[str, Any]) -> Iterator[psycopg.Connection]:
    with as_owner(own_database) as owners:
        yield owners


def whose_turn(bare: psycopg.Connection, made: dict[str, Any]) -> list[set[str]]:
    """Whom each sees of those who take turns over the connection."""
    seen = []
    for _ in range(3):
        for user in (made["users"]["worker"], made["users"]["outsider"], None):
            be(bare, user)
            with bare.transaction():
                seen.append(names(bare))
    return seen


def plans_of(bare: psycopg.Connection, text: str) -> int:
    """How often a plan for everybody answered it."""
    counted = "SELECT coalesce(sum(generic_plans), 0)::int FROM pg_prepared_statements WHERE statement = '{}'"
    return int(ask(bare, counted.format(text.replace("'", "''")))[0][0])


def test_people_take_turns_over_one_plan(bare: psycopg.Connection, made: dict[str, Any]) -> None:
    assert whose_turn(bare, made) == [OF_WORKER, OF_OUTSIDER, set()] * 3
    assert plans_of(bare, NAMES) == 9


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_what_is_kept_is_whose_it_is_with_plans_that_are_kept(
    bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any], question: Question
) -> None:
    for _ in range(2):
        assert question(bare, owner, made), question.__doc__


@contextmanager
def who_asks_is_in_the_plan(owner: psycopg.Connection) -> Iterator[None]:
    """The planner believes that these never change, and works them out while it plans."""
    believed = ("access_me()", "access_seen()")
    for function in believed:
        owner.execute(f"ALTER FUNCTION {function} IMMUTABLE")
    owner.commit()
    try:
        yield
    finally:
        for function in believed:
            owner.execute(f"ALTER FUNCTION {function} STABLE")
        owner.commit()


def test_somebody_baked_into_a_plan_is_found(
    bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]
) -> None:
    with who_asks_is_in_the_plan(owner):
        assert whose_turn(bare, made) != [OF_WORKER, OF_OUTSIDER, set()] * 3
    assert whose_turn(bare, made) == [OF_WORKER, OF_OUTSIDER, set()] * 3


def test_nothing_of_access_is_said_to_be_the_same_for_everybody(owner: psycopg.Connection) -> None:
    """A function the planner may work out by itself must hang on nothing but what it is given."""
    said = owner.execute("SELECT proname FROM pg_proc WHERE proname LIKE 'access\\_%' AND provolatile = 'i'")
    assert said.fetchall() == []


def test_policies_made_anew_are_planned_anew(
    bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]
) -> None:
    be(bare, made["users"]["worker"])
    assert names(bare) == OF_WORKER
    (using,) = owner.execute(
        "SELECT qual FROM pg_policies WHERE tablename = 'record_child' AND policyname = 'need_to_know'"
    ).fetchone() or ("",)
    owner.execute("ALTER POLICY need_to_know ON record_child USING (false)")
    owner.commit()
    try:
        assert names(bare) == set()
    finally:
        owner.execute(f"ALTER POLICY need_to_know ON record_child USING ({using})")
        owner.commit()
    assert names(bare) == OF_WORKER
