"""Every decision that no worker may take is found on the front page of whoever may, when it waits for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from kittiwake.access import recording as access
from kittiwake.access.models import Grant
from kittiwake.access.powers import role_may
from kittiwake.access.waits import Waits
from kittiwake.accounts.roles import Role
from kittiwake.areas.area import declared
from kittiwake.areas.powers import Power
from kittiwake.assurance.audits.marking import recording as marking
from kittiwake.assurance.audits.tests import made
from kittiwake.primitives.measures.catalogue import links
from kittiwake.primitives.measures.mending import mends
from tests.cast import NOW, Cast, signed_in

LEADERS = (Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.DIRECTOR)
# Pages to read or to set something up on, where nothing waits for anybody.
NOTHING_WAITS = {
    Power.PLAN_AUDITS, Power.SEE_READINGS, Power.OVERSEE_SUPERVISION, Power.SET_STANDARDS, Power.FOLLOW_LEAVERS,
    Power.RECORD_WORKFORCE, Power.MAKE_REPORTS, Power.PUBLISH, Power.ASK_PEOPLE, Power.MAKE_LISTS, Power.SEE_INSPECTIONS,
}  # fmt: skip
# Put before a manager: on the page child by child, with what else waits for them.
CHILD_BY_CHILD = {Power.OVERSEE, Power.LEAD}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def front(cast: Cast, who: str) -> str:
    return signed_in(cast.user(who)).get("/").content.decode()


def test_every_decision_of_a_leader_has_its_place_on_the_page() -> None:
    theirs = {
        one for one in Power if any(role_may(role, one) for role in LEADERS) and not role_may(Role.SOCIAL_WORKER, one)
    }  # fmt: skip
    mended = {mend.may for link in links() for mend in mends(link) if not link.is_coming}
    found = (mended | {waits.power for waits in declared(Waits)} | CHILD_BY_CHILD) & theirs
    assert theirs - found == NOTHING_WAITS - {waits.power for waits in declared(Waits)}


def _opened(cast: Cast) -> None:
    Grant.objects.create(
        child=cast.ash, user=cast.user("outsider"), kind=Grant.BREAK_GLASS, reason="x", by=cast.user("outsider"),
        starts_at=NOW, ends_at=NOW + timedelta(hours=4),
    )  # fmt: skip


def _lifting(cast: Cast) -> None:
    for who in ("manager", "service_manager"):
        access.let_in(cast.hazel, user=cast.user(who), reason="x", kind=Grant.NAMED, by=cast.system, at=NOW)
    access.ask_to_lift(cast.hazel, reason="He has moved away", by=cast.user("service_manager"), at=NOW)


def _mark(cast: Cast) -> None:
    by = {"by": cast.user("auditor"), "at": NOW}
    marking.ask_moderation(made.audited(cast), moderator=cast.workers["principal"], **by)


@pytest.mark.parametrize(
    ("plant", "who", "said", "whose_not"),
    [
        (_opened, "manager", "1 record was opened without being on the list", "worker"),
        (_lifting, "manager", "1 restriction waits for somebody to agree", "worker"),
        (_mark, "principal", "1 mark or grade to decide", "auditor"),
    ],
)
def test_what_waits_for_their_decision_is_said(
    cast: Cast, plant, who: str, said: str, whose_not: str
) -> None:
    assert said not in front(cast, who)
    plant(cast)
    shown = front(cast, who)
    assert said in shown[shown.index("Only you can do this") :]
    assert said not in front(cast, whose_not)
