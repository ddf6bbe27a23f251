"""What somebody's reason for seeing a child lets them do about who else sees it (docs/decisions/0020).

The rule answers in SQL, for whoever the database believes is asking, and for Kittiwake itself on somebody's behalf.
"""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import connection

from kittiwake.accounts.models import User
from kittiwake.history.refusal import NotYours
from kittiwake.record.models import Child

PASSING = (
    "You were let in to this record yourself, so you cannot decide who else sees it."
    " Ask the child’s worker or their manager."
)
NOT_THEIRS = (
    "Only those whose child this is restrict the record or lift it: who works with them, manages those who do,"
    " or is named for a restricted record. Ask one of them."
)
OPENED = (
    "You opened this record without being on its list. You may read it, and nothing else:"
    " ask the child’s worker or their manager to record this, or to let you in."
)


def lasts(child: Child, user: User) -> bool:
    """They see the child through their work: not by an invitation, for a duty, or by breaking in."""
    return _ask("SELECT access_lasts(%s, %s)", user.pk, child.pk)


def holds(child: Child, user: User) -> bool:
    """It is their child: allocated to them or a team of theirs, or they are named for the restricted record."""
    return _ask("SELECT access_holds(%s, %s)", user.pk, child.pk)


def require_lasting(child: Child, user: User) -> None:
    """Said on opening a page, before anything is filled in."""
    if not lasts(child, user):
        raise PermissionDenied(PASSING)


def require_theirs(child: Child, user: User) -> None:
    if not holds(child, user):
        raise PermissionDenied(NOT_THEIRS)


def passes(child: Child, user: User) -> bool:
    """They see the child, and only by an invitation, for a duty, or by breaking in."""
    return _ask("SELECT access_why(%s, %s) <> 'no longer'", user.pk, child.pk) and not lasts(child, user)


def refuse_passing(child: Child, by: User) -> None:
    if passes(child, by):
        raise NotYours(PASSING)


def refuse_not_lasting(child: Child, by: User) -> None:
    if not lasts(child, by):
        raise NotYours(PASSING)


def refuse_not_theirs(child: Child, by: User) -> None:
    if not holds(child, by):
        raise NotYours(NOT_THEIRS)


def refuse_opened(child: Child, by: User) -> None:
    """Whoever only broke in reads, and does nothing else."""
    if _ask("SELECT access_why(%s, %s) = 'break_glass'", by.pk, child.pk) and not lasts(child, by):
        raise NotYours(OPENED)


def _ask(question: str, *about: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(question, about)
        return bool(cursor.fetchone()[0])
