"""The SQL under which a row of a model is read (`condition`) and written (`asked_now`), by its access_path. See policies.py."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.db import models

from kittiwake.access import earlier, powers
from kittiwake.access.row_security.restricting import column_of
from kittiwake.access.visibility import in_sight, steps_to_child
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.history.kinds import kinds_of_administration

INTERNAL = "(SELECT access_internal(access_me()))"
RECORDED_TODAY = (
    "(recorded_by_id = (SELECT access_by_name(access_me())) AND recorded_at > now() - interval '1 day')"
)
RELATED = "SELECT 1 FROM record_relationship r WHERE r.person_id = record_person.id"
# The rule keeps a child whom nobody is allocated to in sight of whoever recorded them, for the day. While a row is
# being made the rule cannot find it in its table yet, so the row is asked as well.
CHILD_OF_TODAY = (
    "(recorded_at > now() - interval '1 day' AND access_recorded_today(id, recorded_by_id, recorded_at))"
)
# What access_seen_in_entries has said of the viewer (kept.sql); somebody outside is asked the kind, row by row.
EVERY_KIND = "current_setting('kittiwake.every_kind', true) = current_setting('kittiwake.user_id', true)"
SHOWN = f"({EVERY_KIND} OR access_kind_shown(kind, struck_out_at))"
SINGLE = "(current_setting('kittiwake.singles', true) <> '' AND access_let_in_to(id))"


class Undeclared(Exception):
    """A model of ours that does not say how its rows lead to a child."""


def declared_path(model: type[models.Model]) -> str | None:
    try:
        return cast("str | None", model.access_path)  # type: ignore[attr-defined]
    except AttributeError:
        raise Undeclared(
            f"{model.__name__} must say how its rows lead to a child: set access_path (see access/row_security/policies.py)."
        ) from None


def leads_to_child(model: type[models.Model]) -> bool:
    try:
        return bool(steps_to_child(model))
    except LookupError:
        return False


def seen(column: str) -> str:
    """The SQL under which a child is read: the one who has been opened, or anybody the viewer sees (kept.sql).

    CASE keeps the order, and spares the planner the search for an index that an OR starts.
    """
    return f"(CASE WHEN {is_open(column)} THEN true ELSE {in_sight(column, 'access_seen()')} END)"


def is_open(column: str) -> str:
    """Written out: of a function in SQL the planner would read the text anew for each table of each question."""
    return f"current_setting('kittiwake.open_child', true) = concat(current_setting('kittiwake.user_id', true), ':', {column})"


def asked_now(model: type[models.Model], row: str, step: int = 0) -> str:
    """The SQL under which `row` is written: its child asked of the rule anew, whatever was worked out for reading."""
    path = declared_path(model)
    if path == "self":
        return f"access_sees_entry({row}.id, {row}.child_id, {row}.kind, {row}.struck_out_at)"
    if path == "person":
        return f"({RECORDED_TODAY} OR EXISTS ({RELATED} AND access_sees(r.child_id)))"
    if path == "child_id":
        return f"(CASE WHEN {row}.child_id IS NULL THEN {of_no_child(model)} ELSE access_sees({row}.child_id) END)"
    field = cast("models.ForeignKey[Any, Any]", model._meta.get_field(str(path)))
    column, target = f'{row}."{field.column}"', field.related_model
    if target._meta.label == "record.Child":
        return f"access_sees({column})"
    up = f"up{step}"
    key, table = target._meta.pk.column, target._meta.db_table
    asked = f'(SELECT {asked_now(target, up, step + 1)} FROM "{table}" {up} WHERE {up}."{key}" = {column})'
    return f"(CASE WHEN {column} IS NULL THEN {INTERNAL} ELSE {asked} END)" if field.null else asked


def is_reverse(model: type[models.Model]) -> bool:
    path = declared_path(model)
    return any(relation.name == path for relation in model._meta.related_objects)


def condition(model: type[models.Model]) -> str:
    """The boolean SQL under which a row of `model` is seen: by its path, and by what else it asks (access_also)."""
    also = getattr(model, "access_also", "")
    return f"({_by_path(model)} AND {also})" if also else _by_path(model)


def _by_path(model: type[models.Model]) -> str:
    path = declared_path(model)
    assert path is not None
    child = seen(column_of(model, "child_id"))
    of_kind = f"({in_sight('child_id', 'access_seen_in_entries()')} AND {SHOWN})"
    entry = f"(CASE WHEN {is_open('child_id')} THEN true WHEN {of_kind} THEN true ELSE {SINGLE} END)"
    simple = {
        "self": entry,
        "user": "(user_id = (SELECT access_me()) OR (SELECT access_role(access_me())) = 'system')",
        "importer": (
            "(user_id = (SELECT access_me()) OR (SELECT access_role(access_me())) = 'system'"
            f" OR (is_shared AND (SELECT access_role(access_me())) = ANY ({text_array(powers.roles_that_may(Power.RUN_IMPORTS))})))"
        ),
        "internal": INTERNAL,
        "earlier": earlier.may_read(),
        "worker": "(worker_id = ANY ((SELECT access_workers(access_me()))::bigint[]))",
        "managed_worker": "(worker_id = ANY ((SELECT access_managed(access_me()))::bigint[]))",
        "whole_workforce": f"((SELECT access_role(access_me())) = ANY ({text_array(powers.ANSWERS_FOR_ALL | {Role.SYSTEM})}))",
        "child_id": f"(CASE WHEN child_id IS NULL THEN {of_no_child(model)} ELSE {child} END)",
        "person": f"({RECORDED_TODAY} OR EXISTS ({RELATED}))",
    }
    if path == "power":
        return holds(model.access_power)  # type: ignore[attr-defined]
    if path in simple:
        return simple[path]
    if path == "only":
        named = ", ".join(column_of(model, column) for column in model.access_only)  # type: ignore[attr-defined]
        return f"((SELECT access_role(access_me())) IS NOT NULL AND (SELECT access_me()) IN ({named}))"
    if is_reverse(model):
        return of_any(model, path)
    field = cast("models.ForeignKey[Any, Any]", model._meta.get_field(path))
    target = field.related_model
    if target._meta.label == "record.Child":
        return seen(column_of(model, field.column))
    # Row-level security holds inside the subquery too, so one step is enough. EXISTS would be planned in two ways.
    key, table = target._meta.pk.column, target._meta.db_table
    up = f'(SELECT true FROM "{table}" up WHERE up."{key}" = {column_of(model, field.column)})'
    return (
        f"(CASE WHEN {column_of(model, field.column)} IS NULL THEN {INTERNAL} ELSE {up} END)"
        if field.null
        else up
    )


def holds(power: Power) -> str:
    """Whoever holds this power; and Kittiwake itself."""
    return f"((SELECT access_role(access_me())) = ANY ({text_array([*powers.roles_that_may(power), Role.SYSTEM])}))"


def of_no_child(model: type[models.Model]) -> str:
    """By all inside; what administrators do (access_administration names the column that says so) by them as well."""
    column = getattr(model, "access_administration", "")
    if not column:
        return INTERNAL
    who = text_array(powers.roles_that_may(Power.ADMINISTER))
    is_administration = f"{column_of(model, column)} = ANY ({text_array(kinds_of_administration())})"
    return f"({INTERNAL} OR ({is_administration} AND (SELECT access_role(access_me())) = ANY ({who})))"


def of_any(model: type[models.Model], path: str, *, now: bool = False) -> str:
    rows = cast("models.ManyToOneRel", model._meta.get_field(path))
    of_this = f'down."{rows.field.column}" = {column_of(model, "id")}'
    if now:
        of_this += f" AND {asked_now(rows.related_model, 'down')}"
    seen = f'EXISTS (SELECT 1 FROM "{rows.related_model._meta.db_table}" down WHERE {of_this})'
    return f"({seen} OR ({column_of(model, 'about_no_child')} AND {INTERNAL}))"


def text_array(values: Iterable[str]) -> str:
    return "ARRAY[" + ", ".join(f"'{value}'" for value in sorted(map(str, values))) + "]::text[]"
