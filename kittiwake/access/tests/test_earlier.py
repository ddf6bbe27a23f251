"""An earlier version of a row is read by who may read the row as it is now; of most tables by nobody."""

from __future__ import annotations

from typing import Any

import psycopg
import pytest
from django.apps import apps

from kittiwake.access.earlier import _recorded, models_read
from kittiwake.access.tests.conftest import as_owner, ask, be

TABLES = {model._meta.db_table: model._meta.pk.column for model in models_read()}
OF_CHILD = "SELECT child_id FROM record_allocation WHERE id IN (SELECT row_id FROM history_version WHERE table_name = 'record_allocation')"
VERSIONS = "SELECT table_name, array_agg(row_id) FROM history_version WHERE table_name = ANY (%s) GROUP BY 1"
AN_ENTRY = """INSERT INTO record_entry (child_id, kind, summary, happened_at, recorded_at, by_id, struck_out_reason)
              VALUES (%s, 'missing.episode', 'Told', now(), now(), %s, '') RETURNING id"""
A_NAME = """INSERT INTO record_name (child_id, kind, forenames, surname, source, recorded_at)
            SELECT id, 'alias', 'Sam', 'Sedge', 'Told', now() FROM record_child"""
STRIKE = "UPDATE record_entry SET struck_out_at = now(), struck_out_by_id = by_id, struck_out_reason = 'x' WHERE id = %s"


@pytest.fixture
def changed(bare: psycopg.Connection, made: dict[str, Any]) -> dict[str, Any]:
    """Every child's allocation was corrected once, and of each an entry was struck out."""
    be(bare, made["system"])
    bare.execute("UPDATE record_allocation SET reason = 'Put right ' || clock_timestamp()")
    bare.execute(A_NAME)
    bare.execute("UPDATE record_name SET source = 'Put right ' || clock_timestamp()")
    for name in ("ash", "briar", "rowan", "hazel"):
        ((entry,),) = ask(bare, AN_ENTRY, made[name].pk, made["system"].pk)
        bare.execute(STRIKE, [entry])
    return made


def wrongly_read(bare: psycopg.Connection, made: dict[str, Any]) -> set[tuple[str, str]]:
    """(who, table) for every version that somebody reads without reading its row."""
    wrongly = set()
    for name, user in made["users"].items():
        be(bare, user)
        for table, row_ids in ask(bare, VERSIONS, list(TABLES)):
            of_rows = ask(bare, f'SELECT "{TABLES[table]}" FROM "{table}"')
            if set(row_ids) - {row_id for (row_id,) in of_rows}:
                wrongly.add((name, table))
    return wrongly


def children_read(bare: psycopg.Connection, made: dict[str, Any], who: str) -> set[int]:
    be(bare, made["users"][who])
    return {child for (child,) in ask(bare, OF_CHILD)}


def test_a_version_is_read_by_who_reads_the_row(bare: psycopg.Connection, changed: dict[str, Any]) -> None:
    ash, briar, rowan, hazel = (changed[name].pk for name in ("ash", "briar", "rowan", "hazel"))
    assert children_read(bare, changed, "worker") == {ash, briar, hazel}
    assert children_read(bare, changed, "colleague") == {ash, briar}  # Hazel is restricted
    assert children_read(bare, changed, "outsider") == {rowan}
    assert children_read(bare, changed, "director") == {ash, briar, rowan}
    assert children_read(bare, changed, "member") == set()
    assert wrongly_read(bare, changed) == set()


def test_what_was_struck_out_is_not_read_by_a_partner_as_it_was(
    bare: psycopg.Connection, changed: dict[str, Any]
) -> None:
    of_ash = (
        "SELECT count(*) FROM history_version WHERE table_name = 'record_entry' AND \"row\"->>'child_id' = %s"
    )
    for who, many in (("worker", True), ("partner", False)):
        be(bare, changed["users"][who])
        ((is_read,),) = ask(bare, of_ash, str(changed["ash"].pk))
        assert bool(is_read) is many, who


def test_nobody_reads_what_a_row_said_of_another_child(
    bare: psycopg.Connection, changed: dict[str, Any]
) -> None:
    """It was Rowan's, and is Ash's now: whoever may see Ash alone learns nothing of Rowan."""
    ash, rowan = changed["ash"].pk, changed["rowan"].pk
    be(bare, changed["system"])
    ((entry,),) = ask(bare, AN_ENTRY, rowan, changed["system"].pk)
    bare.execute("UPDATE record_entry SET child_id = %s WHERE id = %s", [ash, entry])
    bare.execute("UPDATE record_entry SET summary = 'Told again' WHERE id = %s", [entry])
    said = "SELECT (\"row\"->>'child_id')::int FROM history_version WHERE table_name = 'record_entry' AND row_id = %s"
    for who in ("worker", "outsider", "director", "manager"):
        be(bare, changed["users"][who])
        assert rowan not in {child for (child,) in ask(bare, said, entry)}, who
    be(bare, changed["users"]["worker"])
    assert ask(bare, said, entry) == [(ash,)]


def test_of_a_table_that_no_measure_reads_no_version_is_read(
    bare: psycopg.Connection, changed: dict[str, Any]
) -> None:
    for who in ("worker", "director"):
        be(bare, changed["users"][who])
        assert ask(bare, "SELECT 1 FROM record_name")
        assert not ask(bare, "SELECT 1 FROM history_version WHERE table_name = 'record_name'")
    be(bare, None)
    assert not ask(bare, "SELECT 1 FROM history_version")


def test_a_milder_guard_would_be_found(
    bare: psycopg.Connection, changed: dict[str, Any], own_database: str
) -> None:
    with as_owner(own_database) as owner:
        owner.execute("CREATE POLICY milder ON history_version FOR SELECT USING (true)")
        owner.commit()
        try:
            assert ("outsider", "record_allocation") in wrongly_read(bare, changed)
        finally:
            owner.execute("DROP POLICY milder ON history_version")


def test_a_row_is_there_since_the_clock_of_the_database_says(
    bare: psycopg.Connection, changed: dict[str, Any]
) -> None:
    """The one clock of kept_at and of replaced_at; whatever the application says the time is."""
    be(bare, changed["system"])
    ((before,),) = ask(bare, "SELECT clock_timestamp()")
    ((entry,),) = ask(bare, AN_ENTRY, changed["ash"].pk, changed["system"].pk)
    bare.execute(STRIKE, [entry])
    ((after,),) = ask(bare, "SELECT clock_timestamp()")
    ((kept, replaced),) = ask(
        bare,
        "SELECT e.kept_at, v.replaced_at FROM record_entry e JOIN history_version v"
        " ON v.table_name = 'record_entry' AND v.row_id = e.id WHERE e.id = %s",
        entry,
    )
    assert before < kept < replaced < after


def test_what_was_there_before_the_clock_counts_from_when_it_was_recorded(own_database: str) -> None:
    """As kittiwake migrate finds a council's record: without the column, and with triggers that keep every change."""
    from conftest import migrate

    with as_owner(own_database) as owner:
        ((before,),) = owner.execute("SELECT count(*) FROM history_version").fetchall()
        for table in ("record_entry", "record_membership"):
            owner.execute(f"ALTER TABLE {table} DROP COLUMN kept_at")
    migrate(own_database)
    with as_owner(own_database) as owner:
        assert owner.execute("SELECT 1 FROM record_entry WHERE kept_at <> recorded_at").fetchall() == []
        assert owner.execute("SELECT 1 FROM record_membership WHERE kept_at IS NOT NULL").fetchall() == []
        assert owner.execute("SELECT count(*) FROM history_version").fetchone() == (before,)


@pytest.mark.parametrize(
    ("model", "known"),
    [
        ("record.Entry", "held.recorded_at"),
        ("record.Membership", ""),
        ("clocks.Clock", '(SELECT e.recorded_at FROM "record_entry" e WHERE e.id = held."entry_id")'),
    ],
)
def test_when_a_row_was_recorded_is_told_by_itself_or_its_entry_or_not_at_all(model: str, known: str) -> None:
    assert _recorded(apps.get_model(model)) == known
