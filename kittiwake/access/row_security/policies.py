"""Row-level security, made from what each model declares. Run by the owner after every migration.

A model of ours says how a row leads to a child, in `access_path`:
    "pk"        it is the child                "self"      it is an entry (child, and kind for partners)
    a field     a foreign key to a child, an entry, or another guarded model; or the other end of one ("parts"):
                seen with any of those rows, and by all inside where its own about_no_child is true; where the field may be empty and is,
                the row is not about one child: as "internal"
    "importer"  its user's, or where it is nobody's own, of all who run imports
    "user"      its user's (and Kittiwake's)   "internal"  not about one child; hidden from partners and children
    "child_id"  a plain column, may be empty   "reading"   the log of reading      "closed"  through functions only
    "worker"    about somebody who works here: they and who answers for them
    "managed_worker"  the same, and hidden from themselves
    "whole_workforce"  about everybody who works here: who answers for all
    "person"    through a relationship         "earlier"   an earlier version of a row (earlier.py)
    "power"     not about one child: seen by whoever holds its access_power, written by whoever holds its access_writing
    "only"      by the users its access_only columns name, and by nobody else: not even Kittiwake itself
    None        not about a child
Whoever sees a child only because they broke in may read, and changes no row that is directly about the child, except
those that `access_by_opening` names. `access_change` says in SQL what else whoever adds a row must be to the child.
`access_earlier`: its rows can be read as they were (earlier.py).
The application's role is granted nothing by default: a table that nobody declared is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from django.apps import apps
from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from kittiwake.access import earlier, powers
from kittiwake.access.row_security import check
from kittiwake.access.row_security.conditions import (
    CHILD_OF_TODAY,
    INTERNAL,
    asked_now,
    condition,
    declared_path,
    holds,
    is_reverse,
    leads_to_child,
    of_any,
    seen,
    text_array,
)
from kittiwake.access.row_security.restricting import child_behind, column_of, restricting
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.config.engine import APPLICATION_ROLE
from kittiwake.record.kinds import kinds_let_in, kinds_shown_to

SQL = Path(__file__).parent.parent


def apply(connection: BaseDatabaseWrapper) -> None:
    """Make functions, grants and policies agree with the code, all at once. Safe to run again."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        _run(cursor, _remains(cursor))
        _run(cursor, earlier.keeping(cursor))
        _run(cursor, (rule_sql(), kept_sql(), reading_sql(), opening_sql()))
        _run(cursor, _general_grants(cursor))
        _run(cursor, sql_of_areas())  # first: what a policy asks may be a function of its area
        _run(cursor, (statement for model in our_models() for statement in statements(model)))
        check.note(cursor)


def _run(cursor: CursorWrapper, statements: Iterable[str]) -> None:
    for statement in statements:
        cursor.execute(statement)


def _remains(cursor: CursorWrapper) -> list[str]:
    """What takes away an earlier version of the rule, its users first."""
    kinds = (
        "format('DROP POLICY %I ON %I', policyname, tablename) FROM pg_policies WHERE schemaname = 'public'",
        "format('DROP TRIGGER %I ON %s', tgname, tgrelid::regclass) FROM pg_trigger WHERE tgname LIKE 'access\\_%'",
        "format('DROP VIEW %I', viewname) FROM pg_views WHERE viewname LIKE 'access\\_%'",
        "format('DROP FUNCTION %s', oid::regprocedure) FROM pg_proc WHERE proname LIKE 'access\\_%'",
    )
    drops: list[str] = []
    for kind in kinds:
        cursor.execute(f"SELECT {kind}")
        drops += [drop for (drop,) in cursor.fetchall()]
    return drops


def _general_grants(cursor: CursorWrapper) -> list[str]:
    """What is not one model's: the schema, numbering, the view of one's own sight, tables of other packages."""
    ours = {model._meta.db_table for model in our_models()} | {"django_migrations"}
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    foreign = [name for (name,) in cursor.fetchall() if name not in ours]
    return [
        "INSERT INTO access_chain (id, lines, hash) VALUES (1, 0, '') ON CONFLICT DO NOTHING",
        f"GRANT USAGE ON SCHEMA public TO {APPLICATION_ROLE}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {APPLICATION_ROLE}",
        f"GRANT SELECT ON access_sight TO {APPLICATION_ROLE}",
        f"GRANT SELECT ON django_migrations TO {APPLICATION_ROLE}",
        *(f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO {APPLICATION_ROLE}' for table in foreign),
    ]


def our_models() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("kittiwake.") and m._meta.managed]


def rule_sql() -> str:
    internal = set(Role) - powers.OUTSIDE - powers.SEES_NO_CHILD
    return _text("rule.sql").format(
        everyone=text_array(powers.SEES_EVERYONE | {Role.SYSTEM}),
        teams=text_array(powers.SEES_TEAMS),
        no_child=text_array(powers.SEES_NO_CHILD),
        internal=text_array(internal),
        managers=text_array(powers.ANSWERS_FOR_TEAMS),
        all_workers=text_array(powers.ANSWERS_FOR_ALL | {Role.SYSTEM}),
        outside_kinds=_by_role(kinds_shown_to),
        single_kinds=_by_role(kinds_let_in),
    )


def kept_sql() -> str:
    return _text("kept.sql")


def _by_role(kinds: Callable[[Role], set[str]]) -> str:
    return " ".join(f"WHEN '{role}' THEN {text_array(kinds(role))}" for role in sorted(powers.OUTSIDE))


def reading_sql() -> str:
    """The log of reading, and which child a row of each kind is about: only the log may ask that of everybody's."""
    return _text("reading.sql").format(
        behind=" ".join(child_behind(model) for model in our_models() if is_guarded(model))
    )


def opening_sql() -> str:
    """Opening a record without being on its list: the only way to be let in by one's own hand."""
    return _text("opening.sql").format(
        roles=text_array(powers.roles_that_may(Power.BREAK_GLASS)),
        hours=powers.BREAK_GLASS_HOURS,
    )


def sql_of_areas() -> Iterator[str]:
    """The functions an area keeps in SQL: every *.sql in its folder, written so that it may be run again."""
    for app in apps.get_app_configs():
        if app.name.startswith("kittiwake.") and Path(app.path) != SQL:
            yield from (file.read_text() for file in sorted(Path(app.path).glob("*.sql")))


def _text(file: str) -> str:
    return (SQL / file).read_text()


def statements(model: type[models.Model]) -> list[str]:
    """Grants and policies of one model."""
    table = model._meta.db_table
    path = declared_path(model)
    clear = [f'REVOKE ALL ON "{table}" FROM {APPLICATION_ROLE}']
    if path == "closed":
        return clear
    grant = f'GRANT {", ".join(rights(model))} ON "{table}" TO {APPLICATION_ROLE}'
    if path is None:
        return [*clear, grant]
    return [
        *clear,
        grant,
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        *(f'CREATE POLICY {name} ON "{table}" {rule}' for name, rule in policies(model)),
    ]


def is_guarded(model: type[models.Model]) -> bool:
    """Whether row-level security holds for it: it is about children, or somebody's own."""
    return declared_path(model) not in (None, "closed")


def policies(model: type[models.Model]) -> list[tuple[str, str]]:
    """What lets a row be seen and made, and what beyond that holds back whoever changes it."""
    return [*_permitting(model), *restricting(model)]


def _permitting(model: type[models.Model]) -> list[tuple[str, str]]:
    path = declared_path(model)
    if path == "pk":
        return [
            ("need_to_know", f"FOR SELECT USING ({seen(column_of(model, 'id'))} OR {CHILD_OF_TODAY})"),
            ("need_to_know_change", f"FOR UPDATE USING (access_sees(id) OR {CHILD_OF_TODAY})"),
            ("may_record", f"FOR INSERT WITH CHECK ({INTERNAL})"),
        ]
    if path == "reading":
        of_child = f"(child_id IS NOT NULL AND {seen(column_of(model, 'child_id'))})"
        # One's own refusals do not say whose record it was.
        mine = (
            "(user_id = (SELECT access_me()) AND what <> 'refused')"
            " OR (SELECT access_role(access_me())) = 'system'"
        )
        return [("need_to_know", f"FOR SELECT USING ({mine} OR {of_child})")]
    if path == "power":
        writes = holds(model.access_writing)  # type: ignore[attr-defined]
        return [
            ("need_to_know", f"FOR SELECT USING ({condition(model)})"),
            ("need_to_know_add", f"FOR INSERT WITH CHECK ({writes})"),
            ("need_to_know_change", f"FOR UPDATE USING ({writes})"),
        ]
    if path == "earlier":  # written by a trigger, for whoever changes a row
        read = f"FOR SELECT USING ({condition(model)})"
        return [("as_the_row", read), ("may_keep", "FOR INSERT WITH CHECK (true)")]
    if is_reverse(model):  # nothing leads to a new row yet
        return [
            ("need_to_know", f"FOR SELECT USING ({condition(model)})"),
            (
                "need_to_know_change",
                f"FOR UPDATE USING ({condition(model)} AND {of_any(model, str(path), now=True)})",
            ),
            ("may_record", f"FOR INSERT WITH CHECK ({INTERNAL})"),
        ]
    if path != "person" and not leads_to_child(model):
        return [("need_to_know", f"USING ({condition(model)})")]
    now = asked_now(model, f'"{model._meta.db_table}"')
    if also := getattr(model, "access_also", ""):
        now = f"({now} AND {also})"
    return [
        ("need_to_know", f"FOR SELECT USING ({condition(model)})"),
        ("need_to_know_add", f"FOR INSERT WITH CHECK ({now})"),
        ("need_to_know_change", f"FOR UPDATE USING ({now})"),
        ("need_to_know_delete", f"FOR DELETE USING ({now})"),
    ]


def rights(model: type[models.Model]) -> list[str]:
    """What the application's role may do to the table. A guard that forbids is backed by a right not given."""
    path = declared_path(model)
    names = {trigger.name for trigger in getattr(model._meta, "triggers", [])}
    if path == "closed":
        return []
    if path == "reading":
        return ["SELECT"]
    if "append_only" in names:
        return ["SELECT", "INSERT"]
    if "no_delete" in names:
        return ["SELECT", "INSERT", "UPDATE"]
    return ["SELECT", "INSERT", "UPDATE", "DELETE"]
