"""What is refused on account of who one is is said in place of the form; whoever may do it gets the form."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import time_machine
from django.urls import reverse

from kittiwake.access import recording as access
from kittiwake.access.models import Grant
from kittiwake.assurance.allocation.tests.making import changed
from kittiwake.assurance.supervision.tests import scenes
from kittiwake.record.models import Child, Worker
from tests.cast import NOW, Cast, signed_in


def _supervision(page: str) -> Callable[[Cast], str]:
    def plant(cast: Cast) -> str:
        scenes.agree(cast)
        held = scenes.hold(cast)
        scenes.discuss(cast, held, cast.briar)
        about = [held.pk, cast.ash.pk] if page == "write_part" else [held.pk]
        return reverse(f"supervision:{page}", args=about)

    return plant


def _to_read(cast: Cast) -> str:
    scenes.agree(cast, "manager", by="service_manager")
    held = scenes.hold(cast, who="manager", by="service_manager")
    scenes.discuss(cast, held, cast.briar, by="service_manager")
    return reverse("supervision:sample", args=[held.pk])


def _to_supervise(cast: Cast) -> str:
    scenes.agree(cast)
    return reverse("supervision:hold", args=[cast.workers["worker"].pk])


def _exit_interview(cast: Cast) -> str:
    Worker.objects.filter(pk=cast.workers["manager"].pk).update(ends_on=NOW.date())
    return reverse("workforce:hold_exit_interview", args=[cast.workers["manager"].pk])


def _post(cast: Cast) -> str:
    return reverse("allocation:leave", args=[cast.workers["manager"].pk])


def _handover(cast: Cast) -> str:
    return reverse("allocation:sign", args=[changed(cast, cast.ash, cast.workers["colleague"]).pk, "after"])


def _opening(cast: Cast) -> str:
    made = Grant.objects.create(
        child=cast.ash, user=cast.user("manager"), kind=Grant.BREAK_GLASS, reason="x", by=cast.user("manager"),
        starts_at=NOW, ends_at=NOW,
    )  # fmt: skip
    return reverse("access:opening", args=[made.pk])


def _restricted(cast: Cast) -> str:
    Child.objects.filter(pk=cast.ash.pk).update(restricted=True)
    for who in ("worker", "manager"):
        access.let_in(cast.ash, user=cast.user(who), reason="x", kind=Grant.NAMED, by=cast.system, at=NOW)
    return reverse("access:let_in", args=[cast.ash.pk])


SCENES = {  # what: (the address, whose it is not, the reason, whose it is)
    "supervise another’s worker": (_to_supervise, "service_manager", "Somebody else supervises", "manager"),
    "write for the two": (_supervision("write_part"), "service_manager", "Only the two", "manager"),
    "sign for the two": (_supervision("sign"), "service_manager", "nobody signs for the other", "worker"),
    "correct a supervision": (_supervision("strike_out"), "worker", "corrects it", "manager"),
    "read one’s own": (_to_read, "service_manager", "You were part of", "principal"),
    "why somebody leaves": (_exit_interview, "service_manager", "You managed them", "director"),
    "end one’s own post": (_post, "manager", "ends your own post", "service_manager"),
    "take over for another": (_handover, "manager", "Only Colleague can say", "colleague"),
    "answer one’s own opening": (_opening, "manager", "your own opening", "service_manager"),
    "let in to a restricted record": (_restricted, "worker", "This record is restricted", "manager"),
}


@pytest.mark.parametrize("what", SCENES)
def test_it_is_said_before_the_form(cast: Cast, what: str) -> None:
    plant, whose_not, why, whose = SCENES[what]
    with time_machine.travel(NOW, tick=False):
        address = plant(cast)
        told = signed_in(cast.user(whose_not)).get(address)
        asked = signed_in(cast.user(whose)).get(address)
    assert told.status_code == 200
    assert why in told.content.decode()
    assert '<form method="post" novalidate' not in told.content.decode()
    assert asked.status_code == 200
    assert '<form method="post" novalidate' in asked.content.decode()
