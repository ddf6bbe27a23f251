"""Who the database believes is asking. Set for one transaction only, so a pooled connection never carries it on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction

from kittiwake.accounts.models import User

_SET = "SELECT current_setting('kittiwake.user_id', true), set_config('kittiwake.user_id', %s, true)"


@contextmanager
def acting_as(user: User) -> Iterator[None]:
    """Inside, row-level security shows and accepts what `user` may see. Opens a transaction; may be nested."""
    with transaction.atomic():
        before = _identify(str(user.pk))
        yield
        # On an exception the savepoint's rollback has put the setting back already.
        _identify(before)


@contextmanager
def acting_as_system() -> Iterator[User]:
    """As Kittiwake itself: imports a person has reviewed, sweeps, the command line of whoever runs the server."""
    system = User.objects.system()
    with acting_as(system):
        yield system


def _identify(user_id: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(_SET, [user_id])
        return cursor.fetchone()[0] or ""


def refuse_powerful_role() -> None:
    """Row-level security does not hold for owners and superusers: the application must be neither."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT r.rolsuper OR r.rolbypassrls, EXISTS (SELECT 1 FROM pg_class c"
            " WHERE c.relname = 'record_child' AND c.relowner = r.oid)"
            " FROM pg_roles r WHERE r.rolname = current_user"
        )
        powerful, owner = cursor.fetchone()
    if powerful or owner:
        raise ImproperlyConfigured(
            "DATABASE_URL signs in as the tables' owner or a superuser, for whom row-level security does not hold. "
            "Use the application's own role, kittiwake_app."
        )
