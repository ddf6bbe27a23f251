"""Two administrators, each closing the other, at the same moment: one stays."""

from __future__ import annotations

from kittiwake.access.identity import acting_as
from kittiwake.access.tests.conftest import Crowd
from kittiwake.accounts import recording
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.history.refusal import Refused
from tests.cast import NOW

NAMES = ("Ada First", "Bo Second")


def set_up() -> None:
    for name in NAMES:
        email = f"{name.replace(' ', '.').lower()}@saltmere.example"
        user = User.objects.filter(email=email).first() or User.objects.create_user(
            email, name, Role.ADMINISTRATOR
        )
        User.objects.filter(pk=user.pk).update(is_active=True, last_login=NOW)


def close(name: str, by: str) -> str:
    actor, user = User.objects.get(name=by), User.objects.get(name=name)
    try:
        with acting_as(actor):
            recording.end_user(user, by=actor, at=NOW)
    except Refused as refused:
        return str(refused)
    return "closed"


def left() -> int:
    return User.objects.filter(name__in=NAMES, is_active=True).count()


def test_of_two_who_close_each_other_one_stays(crowd: Crowd) -> None:
    for _ in range(10):
        crowd(set_up)
        said = crowd(lambda: close(NAMES[0], NAMES[1]), lambda: close(NAMES[1], NAMES[0]))
        assert sorted(said)[1] == "closed"
        assert "the only system administrator who stays" in sorted(said)[0]
        assert crowd(left) == [1]
