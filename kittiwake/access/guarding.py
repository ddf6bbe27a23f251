"""Row-level security, made from what each model declares. Run by the owner after every migration.

A model of ours says how a row leads to a child, in `access_path`:
    "pk"        it is the child                "self"      it is an entry (child, and kind for partners)
    a field     a foreign key to a child, an entry, or another guarded model
    "user"      its user's own                 "internal"  not about one child; hidden from partners and children
    "child_id"  a plain column, may be empty   "reading"   the log of reading      "closed"  through functions only
    "person"    through a relationship         "written_only"  the application may add, not look
    None        not about a child
The application's role is granted nothing by default: a table that nobody declared is closed.
"""

from __future__ import annotations

from pathlib import Path

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

from kittiwake.access import permissions
from kittiwake.accounts.roles import Role
from kittiwake.config.engine import APPLICATION_ROLE

SQL = Path(__file__).parent
VISIBLE = (
    "({column} = ANY ((SELECT access_children(access_me()))::bigint[])"
    " OR ((SELECT access_everyone(access_me()))"
    " AND NOT {column} = ANY ((SELECT access_hidden(access_me()))::bigint[])))"
)
KIND = (
    "((SELECT access_kinds(access_me())) IS NULL"
    " OR (struck_out_at IS NULL AND kind = ANY ((SELECT access_kinds(access_me()))::text[])))"
)
INTERNAL = "(SELECT access_internal(access_me()))"
# Until a child is allocated, who recorded them keeps them in sight for the day.
RECORDED_TODAY = "(recorded_by_id = (SELECT access_me()) AND recorded_at > now() - interval '1 day')"


class Undeclared(Exception):
    """A model of ours that does not say how its rows lead to a child."""


def apply(connection: BaseDatabaseWrapper) -> None:
    """Make functions, grants and policies agree with the code. Safe to run again."""
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {APPLICATION_ROLE}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APPLICATION_ROLE}")
        for statement in (rule_sql(), (SQL / "reading.sql").read_text()):
            cursor.execute(statement)
        cursor.execute("INSERT INTO access_chain (id, lines, hash) VALUES (1, 0, '') ON CONFLICT DO NOTHING")
        for table in _foreign_tables(cursor):
            cursor.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO {APPLICATION_ROLE}')
        for model in our_models():
            for statement in statements(model):
                cursor.execute(statement)


def our_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("kittiwake.") and m._meta.managed]


def rule_sql() -> str:
    internal = set(Role) - {Role.PARTNER, Role.CHILD, Role.LEAD_MEMBER, Role.ADMINISTRATOR}
    return (
        (SQL / "rule.sql")
        .read_text()
        .format(
            everyone=_text_array(permissions.SEES_EVERYONE | {Role.SYSTEM}),
            teams=_text_array(permissions.SEES_TEAMS),
            no_child=_text_array(permissions.SEES_NO_CHILD),
            internal=_text_array(internal),
            outside_kinds=" ".join(
                f"WHEN '{role.value}' THEN {_text_array(kinds)}"
                for role, kinds in permissions.OUTSIDE.items()
            ),
        )
    )


def statements(model: type[models.Model]) -> list[str]:
    """Grants and policies of one model."""
    table = model._meta.db_table
    path = declared_path(model)
    clear = [f'REVOKE ALL ON "{table}" FROM {APPLICATION_ROLE}']
    if path == "closed":
        return clear
    grant = f'GRANT {", ".join(_rights(model))} ON "{table}" TO {APPLICATION_ROLE}'
    if path in (None, "written_only"):
        return [*clear, grant]
    guard = [f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY', *_drop_policies(table)]
    return [
        *clear,
        grant,
        *guard,
        *(f'CREATE POLICY {name} ON "{table}" {rule}' for name, rule in policies(model)),
    ]


def declared_path(model: type[models.Model]) -> str | None:
    try:
        return model.access_path  # type: ignore[attr-defined]
    except AttributeError:
        raise Undeclared(
            f"{model.__name__} must say how its rows lead to a child: set access_path."
        ) from None


def policies(model: type[models.Model]) -> list[tuple[str, str]]:
    path = declared_path(model)
    if path == "pk":
        seen = f"({VISIBLE.format(column='id')} OR {RECORDED_TODAY})"
        return [
            ("need_to_know", f"FOR SELECT USING ({seen})"),
            ("need_to_know_change", f"FOR UPDATE USING ({seen})"),
            ("may_record", f"FOR INSERT WITH CHECK ({INTERNAL})"),
        ]
    if path == "reading":
        seen = f"user_id = (SELECT access_me()) OR (child_id IS NOT NULL AND {VISIBLE.format(column='child_id')})"
        return [("need_to_know", f"FOR SELECT USING ({seen})")]
    return [("need_to_know", f"USING ({condition(model)})")]


def condition(model: type[models.Model]) -> str:
    """The boolean SQL under which a row of `model` is seen."""
    path = declared_path(model)
    assert path is not None
    simple = {
        "self": f"({_of_child('child_id')} AND {KIND})",
        "user": "(user_id = (SELECT access_me()))",
        "internal": INTERNAL,
        "child_id": f"(CASE WHEN child_id IS NULL THEN {INTERNAL} ELSE {VISIBLE.format(column='child_id')} END)",
        "person": (
            f"({RECORDED_TODAY} OR EXISTS (SELECT 1 FROM record_relationship r WHERE r.person_id = record_person.id))"
        ),
    }
    if path in simple:
        return simple[path]
    field = model._meta.get_field(path)
    target = field.related_model
    if target._meta.label == "record.Child":
        return _of_child(field.column)
    # Row-level security holds inside the subquery too, so one step is enough.
    key, table = target._meta.pk.column, target._meta.db_table
    return f'EXISTS (SELECT 1 FROM "{table}" up WHERE up."{key}" = "{model._meta.db_table}"."{field.column}")'


def _of_child(column: str) -> str:
    just_recorded = (
        f"EXISTS (SELECT 1 FROM record_child c WHERE c.id = {column} AND c.{RECORDED_TODAY[1:-1]})"
    )
    return f"({VISIBLE.format(column=column)} OR {just_recorded.replace('AND recorded_at', 'AND c.recorded_at')})"


def _rights(model: type[models.Model]) -> list[str]:
    """A guard that forbids is backed by a right not given."""
    names = {trigger.name for trigger in getattr(model._meta, "triggers", [])}
    if declared_path(model) in ("reading", "written_only"):
        return ["SELECT"] if declared_path(model) == "reading" else ["INSERT"]
    if "append_only" in names:
        return ["SELECT", "INSERT"]
    if "no_delete" in names:
        return ["SELECT", "INSERT", "UPDATE"]
    return ["SELECT", "INSERT", "UPDATE", "DELETE"]


def _drop_policies(table: str) -> list[str]:
    names = ("need_to_know", "need_to_know_change", "may_record")
    return [f'DROP POLICY IF EXISTS {name} ON "{table}"' for name in names]


def _foreign_tables(cursor) -> list[str]:  # type: ignore[no-untyped-def]
    """Tables of the packages we build on: sessions, sign-in, background work."""
    ours = {model._meta.db_table for model in our_models()} | {"django_migrations"}
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return [name for (name,) in cursor.fetchall() if name not in ours]


def _text_array(values: set) -> str:  # type: ignore[type-arg]
    return "ARRAY[" + ", ".join(f"'{value}'" for value in sorted(map(str, values))) + "]::text[]"
