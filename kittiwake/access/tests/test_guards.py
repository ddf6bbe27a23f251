"""Whether the guards of the database are still as they were made."""

from __future__ import annotations

import pytest
from django.db import connection

from kittiwake.access.row_security import check


def test_applying_it_again_changes_nothing(own_database: str, django_db_blocker) -> None:
    """As `kittiwake migrate` does: in a process of the owner's."""
    from conftest import migrate
    from kittiwake.access.tests.conftest import as_owner

    def guards() -> list[tuple]:
        with as_owner(own_database) as owner:
            return owner.execute(
                "SELECT tablename, policyname, cmd, qual, with_check FROM pg_policies UNION ALL"
                " SELECT proname, prosrc, '', '', '' FROM pg_proc WHERE proname LIKE 'access\\_%' ORDER BY 1, 2"
            ).fetchall()

    before = guards()
    migrate(own_database)
    assert guards() == before


@pytest.mark.parametrize(
    ("done", "undone", "said"),
    [
        (
            "ALTER TABLE record_child DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE record_child ENABLE ROW LEVEL SECURITY",
            "switched off: row-level security of record_child",
        ),
        (
            "ALTER TABLE access_reading DISABLE TRIGGER ALL",
            "ALTER TABLE access_reading ENABLE TRIGGER ALL",
            "of access_reading",
        ),
        (
            "CREATE POLICY milder ON record_child FOR SELECT USING (true)",
            "DROP POLICY milder ON record_child",
            "not as it was made",
        ),
    ],
)
def test_a_guard_that_was_switched_off_or_made_milder_is_named(
    own_database: str, crowd, done: str, undone: str, said: str
) -> None:
    from kittiwake.access.tests.conftest import as_owner

    def problem() -> str | None:
        return check.problem(connection)

    assert crowd(problem) == [None]
    with as_owner(own_database) as owner:
        owner.execute(done)
        owner.commit()
        (named,) = crowd(problem)
        owner.execute(undone)
    assert said in named
    assert crowd(problem) == [None]
