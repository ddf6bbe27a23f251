"""What administrators may read of history, and that one of them stays: each fault somebody might make is planted, and noticed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction

from kittiwake.access.identity import acting_as_system
from kittiwake.access.row_security import conditions
from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.recording import checks
from kittiwake.accounts.roles import Role
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.staff import recording as staff
from kittiwake.history import recording as history
from kittiwake.history.kinds import event_kinds
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

Plant = Callable[[pytest.MonkeyPatch], None]
THEIRS = {kind.name for kind in event_kinds().values() if kind.is_administration}
ASKS, INTERNAL = "(SELECT access_role(access_me()))", "(SELECT access_internal(access_me()))"


def read_by(user: User) -> set[str]:
    """The kinds of what happened to no child which the policy, as it is written now, lets this person read."""
    rule = conditions.of_no_child(Event)
    assert ASKS in rule
    mine = rule.replace(INTERNAL, f"access_internal({user.pk})").replace(ASKS, f"access_role({user.pk})")
    with acting_as_system(), connection.cursor() as cursor:
        cursor.execute(f"SELECT DISTINCT what FROM history_event WHERE child_id IS NULL AND {mine}")
        return {what for (what,) in cursor.fetchall()}


def wrong_readers(cast: Cast) -> list[str]:
    """Whoever reads more of what was done than they may, or an administrator less than what is theirs."""
    may = {Role.ADMINISTRATOR: THEIRS}
    outside = {Role.PARTNER, Role.CHILD, Role.LEAD_MEMBER}
    wrong = []
    for name, user in cast.users.items():
        every = set(event_kinds())
        allowed = may.get(Role(user.role), set() if user.role in outside else every)
        if read_by(user) != allowed:
            wrong.append(name)
    return wrong


@pytest.fixture
def everything_has_happened(cast: Cast) -> Cast:
    with acting_as_system():
        for kind in event_kinds().values():
            history.write(kind, cast.north, by=cast.system, at=NOW)
    return cast


def every_kind_is_theirs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(conditions, "kinds_of_administration", lambda: sorted(event_kinds()))


def everybody_administers(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(conditions.powers, "roles_that_may", lambda power: list(Role))


def no_kind_is_theirs(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(conditions, "kinds_of_administration", lambda: ["nobody.did"])


def inside_is_everybody(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(conditions, "INTERNAL", f"({INTERNAL} OR {ASKS} = 'partner')")


@pytest.mark.parametrize(
    ("plant", "who"),
    [
        (every_kind_is_theirs, "administrator"),
        (no_kind_is_theirs, "administrator"),
        (everybody_administers, "partner"),
        (everybody_administers, "young_person"),
        (inside_is_everybody, "partner"),
    ],
)
def test_a_planted_fault_in_what_administrators_read_is_found(
    everything_has_happened: Cast, monkeypatch: pytest.MonkeyPatch, plant: Plant, who: str
) -> None:
    assert not wrong_readers(everything_has_happened)
    plant(monkeypatch)
    assert who in wrong_readers(everything_has_happened)


def leaves(user: User, by: User) -> None:
    accounts.end_user(user, by=by, at=NOW)


def changes_role(user: User, by: User) -> None:
    accounts.change_role(user, role=Role.AUDITOR, by=by, at=NOW)


def changes_role_next_week(user: User, by: User) -> None:
    on = local_date(NOW) + timedelta(days=7)
    accounts.change_role(user, role=Role.AUDITOR, starts_on=on, by=by, at=NOW)


def ends_next_week(user: User, by: User) -> None:
    accounts.change_end(user, ends_at=NOW + timedelta(days=7), by=by, at=NOW)


def leaves_with_a_notice(user: User, by: User) -> None:
    accounts.end_user_on(user, ends_at=NOW + timedelta(days=7), by=by, at=NOW)


def is_another_in_a_list(user: User, by: User) -> None:
    row = f"Name,Email address,Role\n{user.name},{user.email},Quality auditor\n"
    staff.record(staff.read(open_source(row.encode(), "staff.csv"), by=by, at=NOW), by=by, at=NOW)


WAYS = [
    leaves,
    changes_role,
    changes_role_next_week,
    ends_next_week,
    leaves_with_a_notice,
    is_another_in_a_list,
]


def stands(user: User) -> bool:
    return user.is_active and user.last_login is not None and not (user.expires_at or user.next_role)


def ways_to_nobody(cast: Cast) -> Iterator[str]:
    """In which ways the only administrator who ever signed in goes, when another has been added and never came."""
    only, never_came = (
        cast.user("administrator"),
        User.objects.create_user("n@saltmere.example", "Ny", Role.ADMINISTRATOR),
    )
    User.objects.filter(pk=only.pk).update(last_login=NOW)
    for way in WAYS:
        with transaction.atomic():
            with contextlib.suppress(Refused):
                way(User.objects.get(pk=only.pk), never_came)
            if not any(stands(user) for user in User.objects.filter(role=Role.ADMINISTRATOR)):
                yield way.__name__
            transaction.set_rollback(True)


def nobody_has_to_stay(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(checks, "refuse_last_administrator", lambda user: None)


def whoever_never_came_stays(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(checks, "_stays", lambda user: user.expires_at is None and not user.next_role)


def whoever_is_going_stays(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(checks, "_stays", lambda user: True)


def test_one_administrator_stays_in_whatever_way_they_go(cast: Cast) -> None:
    assert not list(ways_to_nobody(cast))


@pytest.mark.parametrize("plant", [nobody_has_to_stay, whoever_never_came_stays, whoever_is_going_stays])
def test_a_planted_way_to_have_no_administrator_is_found(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, plant: Plant
) -> None:
    plant(monkeypatch)
    assert list(ways_to_nobody(cast)) == [way.__name__ for way in WAYS]
