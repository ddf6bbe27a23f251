"""What is worked out once in a transaction: nobody has use for another's, and nothing of it outlives its reason.

Each way it could go wrong is planted, and found by what is asked here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from kittiwake.access.tests.conftest import as_owner, ask, be

NAMES = "SELECT lower(forenames) FROM record_child"
OF_WORKER, OF_OUTSIDER = {"ash", "briar", "hazel"}, {"rowan"}
Question = Callable[[psycopg.Connection, psycopg.Connection, dict[str, Any]], bool]


def names(bare: psycopg.Connection) -> set[str]:
    return {name for (name,) in ask(bare, NAMES)}


RECORD = """INSERT INTO record_entry (kind, summary, happened_at, recorded_at, struck_out_reason, by_id, child_id)
            VALUES ('test.note', '', now(), now(), '', %s, %s)"""


@contextmanager
def ended(owner: psycopg.Connection, made: dict[str, Any], child: str) -> Iterator[None]:
    """Somebody else takes the child away from the worker, and gives them back afterwards."""
    end = "UPDATE record_allocation SET ends_on = %s WHERE child_id = %s"
    owner.execute(
        "UPDATE record_allocation SET starts_on = '2000-01-01' WHERE child_id = %s", [made[child].pk]
    )
    owner.execute(end, ["2001-01-01", made[child].pk])
    owner.commit()
    try:
        yield
    finally:
        owner.execute(end, [None, made[child].pk])
        owner.commit()


def unasked(bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]) -> bool:
    """A child whom the viewer does not see is not opened."""
    with bare.transaction():
        be(bare, made["users"]["outsider"])
        opened = ask(bare, "SELECT access_open(%s)", made["ash"].pk)
        return opened == [(None,)] and names(bare) == OF_OUTSIDER


def handed_on(bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]) -> bool:
    """The next to ask in the same transaction has nothing of the one before, though nobody took it away."""
    with bare.transaction():
        be(bare, made["users"]["worker"])
        opened = ask(bare, "SELECT access_open(%s)", made["ash"].pk)
        before = names(bare)
        be(bare, made["users"]["outsider"])
        after = names(bare)
        be(bare, None)
        return opened == [(made["ash"].pk,)] and (before, after, names(bare)) == (
            OF_WORKER,
            OF_OUTSIDER,
            set(),
        )


def left_over(bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]) -> bool:
    """The same person's next request is refused what has been taken from them since."""
    be(bare, made["users"]["worker"])
    with bare.transaction():
        before = names(bare)
        ask(bare, "SELECT access_open(%s)", made["ash"].pk)
    with ended(owner, made, "ash"), bare.transaction():
        return before == OF_WORKER and names(bare) == OF_WORKER - {"ash"}


def rolled_back(bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]) -> bool:
    """What was opened in a part that is undone is not open."""
    with bare.transaction():
        be(bare, made["users"]["worker"])
        with bare.transaction(force_rollback=True):
            ask(bare, "SELECT access_open(%s)", made["ash"].pk)
        return ask(bare, "SELECT current_setting('kittiwake.open_child', true)")[0][0] in ("", None)


def written(bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]) -> bool:
    """In the middle of a page the child is taken away: what is read stays as it was, and nothing more is written."""
    worker, ash = made["users"]["worker"], made["ash"]
    with bare.transaction(force_rollback=True):
        be(bare, worker)
        before = names(bare)
        ask(bare, "SELECT access_open(%s)", ash.pk)
        with ended(owner, made, "ash"):
            after = names(bare)
            try:
                with bare.transaction():
                    bare.execute(RECORD, [worker.pk, ash.pk])
            except psycopg.errors.InsufficientPrivilege:
                with bare.transaction():
                    changed = bare.execute(
                        "UPDATE record_child SET called = 'x' WHERE id = %s", [ash.pk]
                    ).rowcount
                return before == after == OF_WORKER and changed == 0
    return False


def forgotten(bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]) -> bool:
    """Whoever changes who sees whom finds it changed at once."""
    with bare.transaction(force_rollback=True):
        be(bare, made["system"])
        worker = made["users"]["worker"]
        bare.execute("SELECT set_config('kittiwake.user_id', %s, true)", [str(worker.pk)])
        before = names(bare)
        ask(bare, "SELECT access_open(%s)", made["ash"].pk)
        bare.execute(
            "UPDATE record_membership SET ends_on = starts_on + 1 WHERE worker_id = access_worker(%s)",
            [worker.pk],
        )
        bare.execute("UPDATE accounts_user SET role = 'administrator' WHERE id = %s", [worker.pk])
        return before == OF_WORKER and not names(bare)


def one_by_one(bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]) -> bool:
    """The children a list begins with are those whom the viewer sees, and to whoever asks next none of them is told."""
    told = "SELECT lower(forenames) FROM record_child WHERE id IN (SELECT access_one_by_one(%s))"
    worker, outsider = made["users"]["worker"], made["users"]["outsider"]
    with bare.transaction():
        be(bare, worker)
        theirs = {name for (name,) in ask(bare, told, worker.pk)}
        be(bare, outsider)
        return theirs == OF_WORKER and not ask(bare, "SELECT access_one_by_one(%s)", worker.pk)


QUESTIONS: list[Question] = [unasked, handed_on, left_over, rolled_back, written, forgotten, one_by_one]


@pytest.fixture
def owner(own_database: str, made: dict[str, Any]) -> Iterator[psycopg.Connection]:
    with as_owner(own_database) as owners:
        yield owners


@pytest.fixture(autouse=True)
def _nobody_afterwards(bare: psycopg.Connection) -> Iterator[None]:
    yield
    for name in ("user_id", "sight", "open_child"):
        bare.execute("SELECT set_config(%s, '', false)", [f"kittiwake.{name}"])


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.__name__)
def test_what_is_kept(bare: psycopg.Connection, owner: psycopg.Connection, made, question: Question) -> None:
    assert question(bare, owner, made), question.__doc__


# The function, a part of its text, and what stands there instead.
FAULTS = {
    "opened unasked": ("access_open", "NOT coalesce(access_sees(child), false)", "false", unasked),
    "open for the session": ("access_open", "concat(me, ':', child), true)", "concat(me, ':', child), false)", left_over),
    "sight for whoever asks": ("access_kept", "starts_with(kept, mark)", "kept <> ''", handed_on),
    "sight for the session": ("access_kept", "concat(mark, seen), true)", "concat(mark, seen), false)", left_over),
    "written as read": ("access_sees", "my_role = 'system'", "access_seen() @> child", written),
    "the last of several left out": ("access_one_by_one", "upper(several) - 1", "upper(several) - 2", one_by_one),
    "one's own for anybody's": ("access_one_by_one", "access_kept(viewer)", "access_kept(access_me())", one_by_one),
    "never forgotten": ("access_forget", "'kittiwake.sight', ''", "'kittiwake.other', ''", forgotten),
}  # fmt: skip


@contextmanager
def planted(owner: psycopg.Connection, function: str, part: str, instead: str) -> Iterator[None]:
    ((as_made,),) = owner.execute("SELECT pg_get_functiondef(%s::regproc)", [function]).fetchall()
    assert part in as_made
    text = as_made.replace(part, instead)
    if function == "access_kept" and instead.endswith(
        "false)"
    ):  # the mark of its transaction is another guard
        text = text.replace("extract(epoch FROM transaction_timestamp())", "''")
    owner.execute(text)
    owner.commit()
    try:
        yield
    finally:
        owner.rollback()
        owner.execute(as_made)
        owner.commit()


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(
    bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any], fault: str
) -> None:
    function, part, instead, question = FAULTS[fault]
    with planted(owner, function, part, instead):
        assert not question(bare, owner, made)


def test_a_child_opened_by_another_is_open_to_nobody_else(
    bare: psycopg.Connection, owner: psycopg.Connection, made: dict[str, Any]
) -> None:
    """The comparison stands in the policy itself: without the viewer in it, the next to ask would be shown the child."""
    (using,) = owner.execute(
        "SELECT qual FROM pg_policies WHERE tablename = 'record_child' AND policyname = 'need_to_know'"
    ).fetchone()
    bound = "current_setting('kittiwake.user_id'::text, true), ':'"
    assert bound in using
    unbound = using.replace(
        "current_setting('kittiwake.open_child'::text, true)",
        "ltrim(current_setting('kittiwake.open_child'::text, true), '0123456789')",
    ).replace(bound, "':'")
    owner.execute(f"ALTER POLICY need_to_know ON record_child USING ({unbound})")
    owner.commit()
    try:
        assert not handed_on(bare, owner, made)
    finally:
        owner.execute(f"ALTER POLICY need_to_know ON record_child USING ({using})")
        owner.commit()
    assert handed_on(bare, owner, made)


def test_only_the_rule_says_what_is_kept() -> None:
    """No code puts a child in the viewer's hand, or a sight: that is the database's, after it has asked the rule."""
    package = Path(__file__).parents[2]
    ours = {package / "access" / name for name in ("kept.sql", "identity.py", "row_security/conditions.py")}
    mentions = {
        path
        for path in package.rglob("*")
        if path.suffix in (".py", ".sql") and "tests" not in path.parts
        and any(f"kittiwake.{name}" in path.read_text() for name in ("sight", "open_child", "every_kind", "singles"))
    }  # fmt: skip
    assert mentions == ours
