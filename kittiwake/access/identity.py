"""Who the database believes is asking. Set for one transaction only, so a pooled connection never carries it on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction

from kittiwake.accounts.models import User
from kittiwake.history.whole import is_part

# in_hand: children this person has moved out of their own sight in this transaction (access_keep_in_hand in rule.sql).
# Whoever begins or goes on asking has worked out nothing yet of whom they see (kept.sql).
_SET = """SELECT current_setting('kittiwake.user_id', true), current_setting('kittiwake.in_hand', true),
                 set_config('kittiwake.user_id', %s, true), set_config('kittiwake.in_hand', %s, true),
                 set_config('kittiwake.sight', '', true), set_config('kittiwake.open_child', '', true)"""

Kept = TypeVar("Kept")
_KEPT: ContextVar[dict[str, object] | None] = ContextVar("kept", default=None)
_ACTING: ContextVar[User | None] = ContextVar("acting", default=None)


@contextmanager
def acting_as(user: User) -> Iterator[None]:
    """Inside, row-level security shows and accepts what `user` may see. Opens a transaction; may be nested."""
    is_nested = connection.in_atomic_block
    with transaction.atomic():
        before = _identify(str(user.pk))
        kept, acting = _KEPT.set({}), _ACTING.set(user)
        try:
            yield
        finally:
            _KEPT.reset(kept)
            _ACTING.reset(acting)
        # Nobody is asking any more once the transaction ends, nor once a savepoint's rollback has put the settings back.
        if is_nested and not transaction.get_rollback():
            _identify(*before)


def read_once(name: str, read: Callable[[], Kept]) -> Kept:
    """What `read` gave the first time while this person acts: one request, one import. Outside, read each time."""
    kept = _KEPT.get()
    if kept is None:
        return read()
    if name not in kept:
        kept[name] = read()
    return kept[name]  # type: ignore[return-value]


def read_again(name: str) -> None:
    """It has been changed: the next to ask reads it anew."""
    (_KEPT.get() or {}).pop(name, None)


@contextmanager
def acting_as_system() -> Iterator[User]:
    """As Kittiwake itself: imports a person has reviewed, sweeps, the command line of whoever runs the server.

    Where Kittiwake acts already, nothing changes and nothing is asked.
    """
    acting = _ACTING.get()
    if acting is not None and acting.is_system:
        with transaction.atomic(savepoint=not is_part()):
            yield acting
        return
    system = User.objects.system()
    with acting_as(system):
        yield system


def _identify(user_id: str, in_hand: str = "") -> tuple[str, str]:
    """Who was asking until now, and what they had in hand."""
    with connection.cursor() as cursor:
        cursor.execute(_SET, [user_id, in_hand])
        user_before, hand_before, *_ = cursor.fetchone()
    return user_before or "", hand_before or ""


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
