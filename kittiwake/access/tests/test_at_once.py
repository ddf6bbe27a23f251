"""Several people, or one impatient one, at the same moment: real transactions on a database of their own."""

from __future__ import annotations

from uuid import uuid4

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Grant
from kittiwake.access.recording import end_grant, restrict
from kittiwake.access.tests.conftest import Crowd, as_owner
from kittiwake.access.verification import verify
from kittiwake.accounts.models import User
from kittiwake.history.refusal import Refused
from kittiwake.record.models import Child
from tests.cast import NOW, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]


def test_a_double_click_is_carried_out_once(crowd: Crowd, made, own_database: str) -> None:
    once, ash = uuid4(), made["ash"]

    def click() -> str:
        answer = signed_in(made["users"]["worker"]).post(f"/note/{ash.pk}/", {"typed": "slow", "once": once})
        assert answer.status_code == 302
        return answer["Location"]

    assert len(set(crowd(*[click] * 4))) == 1
    with as_owner(own_database) as owner:
        kept = owner.execute("SELECT count(*) FROM record_entry WHERE kind = 'test.note'").fetchone()
    assert kept == (1,)


def test_many_readers_leave_one_whole_chain(crowd: Crowd, made, own_database: str) -> None:
    with as_owner(own_database) as owner:
        before = verify(owner).lines

    def read() -> None:
        client = signed_in(made["users"]["worker"])
        for child in [made["ash"], made["briar"]] * 5:
            assert client.get(f"/children/{child.pk}/").status_code == 200

    crowd(*[read] * 8)
    with as_owner(own_database) as owner:
        verdict = verify(owner)
    assert verdict.faults == ()
    assert verdict.lines == before + 80


def test_two_named_managers_cannot_both_leave_a_restricted_child(crowd: Crowd, made) -> None:
    manager, other = (made["users"][name] for name in ("manager", "service_manager"))

    def name_both() -> None:
        with acting_as(manager):
            restrict(
                Child.objects.get(pk=made["briar"].pk), reason="Safety", named=[other], by=manager, at=NOW
            )

    def leave(user: User) -> str:
        try:
            with acting_as(user):
                end_grant(Grant.objects.get(child=made["briar"], user=user, ends_at=None), by=user, at=NOW)
        except Refused as refused:
            return str(refused)
        return "left"

    crowd(name_both)
    said = crowd(lambda: leave(manager), lambda: leave(other))
    assert sorted(said) == [
        "Name another manager first. Somebody has to look at who opens a restricted record.",
        "left",
    ]
