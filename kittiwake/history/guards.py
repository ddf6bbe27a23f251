"""Database guards a model declares in Meta.triggers: rules that hold whichever code writes."""

from __future__ import annotations

import pgtrigger


def no_delete() -> pgtrigger.Trigger:
    """Rows of practice are struck out, never deleted."""
    return pgtrigger.Protect(name="no_delete", operation=pgtrigger.Delete)


def append_only() -> list[pgtrigger.Trigger]:
    """Rows are written once: neither changed nor deleted."""
    return [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]


def keep_versions() -> pgtrigger.Trigger:
    """Before each update the old row goes to history_version, with who did it."""
    return pgtrigger.Trigger(
        name="keep_version",
        operation=pgtrigger.Update,
        when=pgtrigger.After,
        condition=pgtrigger.Condition("OLD.* IS DISTINCT FROM NEW.*"),
        func=pgtrigger.Func(  # type: ignore[no-untyped-call]
            """
            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)
            VALUES (TG_TABLE_NAME, OLD.{meta.pk.column}, to_jsonb(OLD), clock_timestamp(),
                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);
            RETURN NULL;
            """
        ),
    )


def practice() -> list[pgtrigger.Trigger]:
    """What every table of the practice has: nothing deleted, every change kept."""
    return [no_delete(), keep_versions()]
