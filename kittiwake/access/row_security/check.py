"""Whether the guards of the database are still as they were made: nobody has switched one off, or put a milder in its place.

What was made is noted as one digest, beside the tables, each time the guards are made. What is there is compared with it.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper

from kittiwake.config.engine import APPLICATION_ROLE

# Every guard as text: row-level security, its policies, triggers, the functions they ask, rights of the application.
GUARDS = f"""
    SELECT 'table ' || relname || ' ' || relrowsecurity || ' ' || relforcerowsecurity AS guard
      FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
    UNION ALL
    SELECT concat_ws(' ', 'policy', tablename, policyname, permissive, roles, cmd, qual, with_check)
      FROM pg_policies WHERE schemaname = 'public'
    UNION ALL
    SELECT concat_ws(' ', 'trigger', tgrelid::regclass, tgname, tgenabled, pg_get_triggerdef(oid))
      FROM pg_trigger WHERE NOT tgisinternal AND tgname NOT LIKE 'procrastinate%%'
    UNION ALL
    SELECT concat_ws(' ', 'function', oid::regprocedure, prosecdef, md5(prosrc))
      FROM pg_proc WHERE pronamespace = 'public'::regnamespace
                     AND (proname LIKE 'access\\_%%' OR proname LIKE 'pgtrigger\\_%%')
    UNION ALL
    SELECT concat_ws(' ', 'right', table_name, privilege_type)
      FROM information_schema.role_table_grants WHERE grantee = '{APPLICATION_ROLE}' AND table_schema = 'public'
"""
DIGEST = (
    f"SELECT 'guards ' || md5(string_agg(guard, E'\\n' ORDER BY guard COLLATE \"C\")) FROM ({GUARDS}) guards"
)
NOTED = "SELECT obj_description('public'::regnamespace, 'pg_namespace')"
SWITCHED_OFF = """
    SELECT 'row-level security of ' || relname FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND NOT relrowsecurity
       AND EXISTS (SELECT 1 FROM pg_policy WHERE polrelid = pg_class.oid)
    UNION ALL
    SELECT 'trigger ' || tgname || ' of ' || tgrelid::regclass FROM pg_trigger
     WHERE NOT tgisinternal AND tgenabled = 'D'
"""


def note(cursor: CursorWrapper) -> None:
    """As the owner, when the guards have just been made."""
    cursor.execute(DIGEST)
    (digest,) = cursor.fetchone()
    cursor.execute(f"COMMENT ON SCHEMA public IS '{digest}'")


def problem(connection: BaseDatabaseWrapper) -> str | None:
    """None when every guard is as it was made; otherwise which was switched off, or that one was changed."""
    with connection.cursor() as cursor:
        cursor.execute(SWITCHED_OFF)
        off = [name for (name,) in cursor.fetchall()]
        cursor.execute(f"SELECT ({DIGEST}) = ({NOTED})")
        (as_made,) = cursor.fetchone()
    if off:
        return f"switched off: {', '.join(off)}. Find out who did it, then run kittiwake migrate"
    return (
        None if as_made else "one is not as it was made. Find out who changed it, then run kittiwake migrate"
    )
