"""Who is looking: the worker they are, what they are led to, and what is remembered of what they read."""

from __future__ import annotations

import pytest

from kittiwake.access.models import Grant
from kittiwake.access.showing import WhoCanSee
from kittiwake.access.viewer import Reading, Viewer
from kittiwake.areas.slots import STARTS
from kittiwake.record import recording
from kittiwake.record.models import Worker
from tests.cast import NOW, Cast


def test_they_are_the_worker_who_signs_in_as_them(cast: Cast) -> None:
    assert Viewer(cast.user("worker")).worker == cast.workers["worker"]
    Worker.objects.filter(pk=cast.workers["worker"].pk).update(user=None)
    assert Viewer(cast.user("worker")).worker is None


@pytest.mark.parametrize(("who", "is_led"), [("manager", True), ("worker", False), ("member", False)])
def test_they_are_led_to_what_they_may_open(cast: Cast, who: str, is_led: bool) -> None:
    led_to = [link.page.name for link in Viewer(cast.user(who)).links(STARTS)]
    assert ("access:openings" in led_to) is is_led


def test_what_they_read_is_remembered_with_the_child_it_is_about(cast: Cast) -> None:
    viewer = Viewer(cast.user("worker"))
    entry = recording.enter(cast.ash, kind="test.note", summary="x", happened_at=NOW, by=cast.system, at=NOW)
    grant = Grant.objects.get(child=cast.ash, user=cast.user("partner"))
    for row in (cast.ash, entry, grant):
        viewer.read(row)
    assert viewer.readings == [
        Reading("view", child_id=cast.ash.pk),
        Reading("view", child_id=cast.ash.pk, entry_id=entry.pk),
        Reading("view", child_id=cast.ash.pk),
    ]


def test_of_a_child_who_is_not_restricted_nobody_waits_for_lifting_it(cast: Cast) -> None:
    assert WhoCanSee(cast.ash, Viewer(cast.user("manager")), NOW).lifting is None
