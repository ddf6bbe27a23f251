"""What the querysets alone show, run by the owner of the tables, for whom row-level security does not hold."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest

from kittiwake.access import powers
from kittiwake.access.tests.conftest import as_owner
from kittiwake.access.tests.test_rule import SEES
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.record.models import Allocation, Child


@pytest.fixture
def owner(own_database: str, made) -> Iterator[psycopg.Connection]:
    with as_owner(own_database) as connection:
        yield connection


def run(owner: psycopg.Connection, rows, asking: User | None) -> set[str]:
    owner.execute("SELECT set_config('kittiwake.user_id', %s, true)", [str(asking.pk) if asking else ""])
    sql, params = rows.query.sql_with_params()
    return {name.lower() for (name,) in owner.execute(sql, params)}


@pytest.mark.parametrize("who", sorted(SEES))
def test_each_role_is_shown_the_same_children_without_the_second_line(owner, made, who: str) -> None:
    user = made["users"][who]
    children = Viewer(user).children.values_list("forenames")
    assert run(owner, Child.objects.values_list("forenames"), user) == {"ash", "briar", "rowan", "hazel"}
    assert run(owner, children, user) == SEES[who]
    assert run(owner, children, made["users"]["outsider"]) == SEES[who], "asked on their behalf"
    assert run(owner, children, None) == SEES[who]
    beginning = "access_one_by_one" in str(Viewer(user).children.query)
    assert beginning is powers.sees_few(user.role)
    held = Viewer(user).see(Allocation).values_list("child__forenames")
    assert run(owner, held, user) == SEES[who]
