"""The second line: what the database alone lets the application's role see and do."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

from kittiwake.access.identity import _identify, acting_as
from kittiwake.access.models import Grant, Reading
from kittiwake.access.row_security.conditions import Undeclared, declared_path
from kittiwake.access.row_security.policies import is_guarded, our_models, rights, statements
from kittiwake.access.viewer import Viewer
from kittiwake.config.engine import APPLICATION_ROLE
from kittiwake.history.models import Event
from kittiwake.record.models import Allocation, Child, Entry, Identifier, Words
from tests.cast import NOW, Cast

GUARDED = [model for model in our_models() if is_guarded(model)]
LABELS = {model: model._meta.label for model in our_models()}
RIGHTS = ["SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"]


def ask(sql: str, *params: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


def refused(sql: str, *params: object) -> str:
    """What the database says to it. Nothing of it stays."""
    with pytest.raises(DatabaseError) as problem, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, params)
    return str(problem.value)


@pytest.mark.parametrize("model", our_models(), ids=LABELS.get)
def test_every_model_says_how_its_rows_lead_to_a_child(model: type[models.Model]) -> None:
    path = declared_path(model)
    words = {
        None,
        "pk",
        "self",
        "user",
        "internal",
        "reading",
        "closed",
        "child_id",
        "person",
        "worker",
        "managed_worker",
        "whole_workforce",
        "importer",
        "only",
        "earlier",
        "power",
    }
    if path not in words:
        target = model._meta.get_field(path).related_model
        assert is_guarded(target), f"{model.__name__} leads to {target.__name__}, which leads to no child."


def test_a_model_that_says_nothing_is_named(settings) -> None:
    class Forgotten:
        __name__ = "Forgotten"

    with pytest.raises(Undeclared, match="Forgotten must say how its rows lead to a child: set access_path"):
        statements(type("Forgotten", (), {"_meta": Child._meta}))


@pytest.mark.parametrize("model", our_models(), ids=LABELS.get)
def test_a_foreign_key_to_a_child_or_an_entry_is_never_left_open(model: type[models.Model]) -> None:
    """Whoever forgets that a table is about children has said "not about a child" by mistake."""
    about = [
        field.name
        for field in model._meta.fields
        if field.is_relation and field.related_model in (Child, Entry) and declared_path(model) is None
    ]
    assert not about, (
        f"{model.__name__} has {about} but says with access_path = None that it is not about a child."
    )


@pytest.mark.parametrize("model", our_models(), ids=LABELS.get)
def test_the_database_agrees_with_what_the_model_says(db, model: type[models.Model]) -> None:
    table = model._meta.db_table
    has = [
        right
        for right in RIGHTS
        if ask("SELECT has_table_privilege(%s, %s, %s)", APPLICATION_ROLE, table, right)[0][0]
    ]
    assert has == rights(model)
    ((secured,),) = ask("SELECT relrowsecurity FROM pg_class WHERE oid = %s::regclass", table)
    policies = ask("SELECT policyname FROM pg_policies WHERE tablename = %s", table)
    assert secured == bool(policies) == is_guarded(model)


def test_no_table_is_open_that_nobody_declared(db) -> None:
    """Of the packages we build on, none may hold anything about a child."""
    declared = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    readable = ask(
        "SELECT relname FROM pg_class WHERE relkind IN ('r', 'v', 'm') AND relnamespace = 'public'::regnamespace"
        " AND has_table_privilege(%s, oid, 'SELECT')",
        APPLICATION_ROLE,
    )
    known = {"access_sight", "accounts_cache", "django_migrations"}
    assert {name for (name,) in readable} <= declared | known


def test_the_application_does_not_sign_in_as_anybody_powerful(db) -> None:
    ((name, is_super, bypasses, makes_roles, makes_databases),) = ask(
        "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = current_user"
    )
    assert (name, is_super, bypasses, makes_roles, makes_databases) == (APPLICATION_ROLE, *[False] * 4)


def test_whoever_is_nobody_sees_nothing_in_any_guarded_table(cast: Cast) -> None:
    Entry.objects.create(
        child=cast.ash, kind="a.b", summary="x", happened_at=NOW, recorded_at=NOW, by=cast.system
    )
    ask("SELECT access_log_reading('view', 'x', %s, NULL, '{}', '')", cast.ash.pk)
    held = {
        model: model._default_manager.count()
        for model in (Child, Entry, Allocation, Grant, Identifier, Event, Reading)
    }
    assert all(held.values()), held
    _identify("")
    seen = {LABELS[model]: model._default_manager.count() for model in GUARDED}
    assert not any(seen.values()), seen
    assert ask("SELECT * FROM access_sight") == []
    _identify(str(cast.system.pk))


def test_a_row_about_somebody_elses_child_is_not_changed(cast: Cast) -> None:
    entry = Entry.objects.create(
        child=cast.rowan, kind="a.b", summary="x", happened_at=NOW, recorded_at=NOW, by=cast.system
    )
    with acting_as(cast.user("worker")):
        assert Child.objects.filter(pk=cast.rowan.pk).update(surname="Changed") == 0
        assert Entry.objects.filter(pk=entry.pk).update(summary="Changed") == 0
        assert Allocation.objects.filter(child=cast.rowan).update(reason="Changed") == 0
        assert Identifier.objects.filter(child_id=cast.rowan.pk).update(value="C1") == 0
    assert Child.objects.get(pk=cast.rowan.pk).surname == "Reed"


def test_nothing_is_recorded_on_a_child_one_cannot_see(cast: Cast) -> None:
    now = {"happened_at": NOW, "recorded_at": NOW, "by": cast.user("worker")}
    entry = Entry.objects.create(child=cast.ash, kind="a.b", summary="x", **now)
    with acting_as(cast.user("worker")):
        for make in (
            lambda: Entry.objects.create(child=cast.rowan, kind="a.b", summary="x", **now),
            lambda: Words.objects.create(entry_id=entry.pk + 1, child=cast.rowan, text="x", said_at=NOW),
            lambda: Allocation.objects.create(
                child=cast.rowan, team=cast.north, starts_on=NOW, recorded_at=NOW
            ),
            lambda: Identifier.objects.create(child=cast.rowan, kind="council", value="C9", recorded_at=NOW),
        ):
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                make()


def test_an_entry_is_not_moved_to_a_child_one_cannot_see(cast: Cast) -> None:
    entry = Entry.objects.create(
        child=cast.ash, kind="a.b", summary="x", happened_at=NOW, recorded_at=NOW, by=cast.system
    )
    with acting_as(cast.user("worker")):
        said = refused("UPDATE record_entry SET child_id = %s WHERE id = %s", cast.rowan.pk, entry.pk)
    assert "row-level security" in said


def test_nobody_lets_themselves_in(cast: Cast) -> None:
    user = cast.user("worker")
    with acting_as(user), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Grant.objects.create(
            child=cast.rowan, user=user, kind="break_glass", reason="x", by=user, starts_at=NOW, ends_at=NOW
        )


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO access_reading SELECT * FROM access_reading",
        "UPDATE access_reading SET page = 'other'",
        "DELETE FROM access_reading",
        "TRUNCATE access_reading",
        "SELECT * FROM access_chain",
        "INSERT INTO access_chain (id, lines, hash) VALUES (2, 0, '')",
        "UPDATE access_chain SET lines = 0",
        "DELETE FROM access_chain",
        "ALTER TABLE access_reading DISABLE TRIGGER ALL",
        "DROP FUNCTION access_log_reading",
        "SET session_replication_role = replica",
        "ALTER TABLE record_child DISABLE ROW LEVEL SECURITY",
        "UPDATE history_version SET row_id = 1",
        "UPDATE history_event SET what = 'other'",
        "DELETE FROM record_entry",
    ],
)
def test_the_application_cannot_touch_what_is_written_once(cast: Cast, statement: str) -> None:
    said = refused(statement)
    assert "permission denied" in said or "must be owner" in said


def test_even_the_owner_cannot_change_the_log_by_mistake(own_database: str) -> None:
    import psycopg

    from kittiwake.access.tests.conftest import as_owner

    with as_owner(own_database) as owner:
        owner.execute("SET kittiwake.user_id = '1'")
        owner.execute("SELECT access_log_reading('view', 'x', NULL, NULL, '{}', '')")
        for statement in ("UPDATE access_reading SET page = 'y'", "DELETE FROM access_reading"):
            with pytest.raises(psycopg.DatabaseError, match="Cannot update or delete"), owner.transaction():
                owner.execute(statement)


def test_partners_and_children_see_only_their_kinds_of_entry_and_nothing_struck_out(cast: Cast) -> None:
    made = {"happened_at": NOW, "recorded_at": NOW, "by": cast.system, "child": cast.ash}
    shown = Entry.objects.create(kind="missing.episode", summary="x", **made)
    Entry.objects.create(kind="risk.assessment", summary="x", **made)
    Entry.objects.create(
        kind="missing.episode",
        summary="x",
        struck_out_at=NOW,
        struck_out_by=cast.system,
        struck_out_reason="x",
        **made,
    )
    with acting_as(cast.user("partner")):
        assert list(Entry.objects.all()) == [shown] == list(Viewer(cast.user("partner")).see(Entry))
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Entry.objects.create(kind="risk.assessment", summary="x", **made)
    with acting_as(cast.user("young_person")):
        assert not Entry.objects.exists()


def test_only_people_inside_the_council_put_a_child_on_the_record(cast: Cast) -> None:
    with (
        acting_as(cast.user("partner")),
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        Child.objects.create(recorded_at=NOW, recorded_by=cast.user("partner"))
