"""Who may open the pages about who may see a child."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection

from kittiwake.access import powers
from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.models import Grant
from kittiwake.access.tests.reference import Reference
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, takes, writes


def make(made: Made) -> None:
    """Somebody who is not of the matrix was invited, and opened the record once; both are over."""
    word, by, at = made.word("access"), made.by, made.at
    visitor = User.objects.create_user(
        f"{made.token}@saltmere.example", f"Visitor {made.child.pk}", "social_worker"
    )
    over = {"starts_at": at - timedelta(days=2), "ends_at": at - timedelta(days=1), "reason": word, "by": by}
    made["grant"], made["opening"] = (
        Grant.objects.create(child=made.child, user=visitor, kind=kind, **over)
        for kind in (Grant.INVITED, Grant.BREAK_GLASS)
    )


def _reference(made: Made) -> Reference:
    with acting_as_system():
        return Reference(made.at, local_date(made.at), made.child)


def is_let_in(person: User, made: Made) -> str:
    """Whoever passes through, invited or for a duty, lets in nobody else."""
    return "" if _reference(made).lasts(person, made.child) else "refused"


def _is_not_theirs(person: User, made: Made) -> str:
    return "" if _reference(made).holds(person, made.child) else "refused"


def _may_not_invite(person: User, made: Made) -> str:
    """An invitation is ended by whoever may invite, and did not come by one."""
    may = Power.RECORD in powers.HOLDS[person.role]
    return is_let_in(person, made) if may else "refused"


def _more_openings(made: Made, more: int) -> None:
    """By somebody, for somebody else: invited and still in, and opened and not looked at."""
    facts = {"child": made.child, "reason": "x", "starts_at": made.at - timedelta(hours=1)}
    for number in range(more):
        who = {"user": made.somebody(number), "by": made.somebody(number + 1)}
        for kind in (Grant.INVITED, Grant.BREAK_GLASS):
            Grant.objects.create(kind=kind, ends_at=made.at + timedelta(hours=1), **facts, **who)


def _more_looks(made: Made, more: int) -> None:
    for number in range(more):
        with acting_as(made.somebody(number)), connection.cursor() as cursor:
            line = [made.child.pk, made["grant"].because_of_id]
            cursor.execute("SELECT access_log_reading('view', 'desk:child', %s, %s, '{}', '')", line)


PAGES = [
    reads("access:who_can_see", Power.SEE, child_pk="child", grows=_more_openings, at_most=12),
    reads("access:who_has_looked", Power.SEE_READINGS, child_pk="child", grows=_more_looks, at_most=12),
    writes("access:let_in", Power.RECORD, child_pk="child", unless=is_let_in),
    writes("access:restrict", Power.OVERSEE, child_pk="child", unless=_is_not_theirs),
    writes("access:lift_restriction", Power.OVERSEE, child_pk="child", unless=_is_not_theirs),
    writes("access:end_grant", Power.SEE, pk="grant", unless=_may_not_invite),
    writes("access:break_glass", Power.BREAK_GLASS),
    lists("access:openings", Power.ANSWER_FOR_OPENINGS, grows=_more_openings, at_most=10),
    takes("access:throw_away", Power.SIGN_IN),
    writes("access:opening", Power.ANSWER_FOR_OPENINGS, pk="opening"),
]
