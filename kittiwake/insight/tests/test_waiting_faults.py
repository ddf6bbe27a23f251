"""What may go wrong while somebody waits for figures, and what would come of leaving out what is asked of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.accounts.models import User
from kittiwake.insight import keeping
from kittiwake.insight.models import Counting, KeptFigures
from kittiwake.insight.showing import YEAR
from kittiwake.insight.tests import test_waiting as plain
from kittiwake.insight.tests.test_waiting import COUNTED, COUNTING, text, work
from kittiwake.insight.waiting import recording as waiting
from kittiwake.primitives.measures import catalogue
from kittiwake.time.moments import local_date
from kittiwake.ui.deadline import Deadline, TakesLonger, tried_for
from tests.cast import Cast

world = plain.world
nothing_older = plain.test_nothing_is_shown_that_is_older_than_what_was_asked_for
changed_is_said = plain.test_what_changed_meanwhile_is_said
saw_more = plain.test_what_was_counted_when_they_saw_more_is_not_shown
SEES, ASKED = "AND sees = (SELECT insight_sees())", "made_at >= %(waited_since)s"
OF_WHOM = "user_id = access_me() AND "


@pytest.mark.parametrize(
    ("left_out", "put_in", "told_by"),
    [
        ([SEES], "", saw_more),
        ([SEES, OF_WHOM], "", None),
        ([ASKED], "%(waited_since)s::timestamptz IS NOT NULL", nothing_older),
        ([ASKED], "false", changed_is_said),
    ],
    ids=["counted under the old access", "counted for another", "older than asked", "never what was waited for"],
)  # fmt: skip
def test_a_fault_is_found(
    world: Cast, left_out: list[str], put_in: str, told_by, monkeypatch: pytest.MonkeyPatch
) -> None:
    for line in left_out:
        assert keeping.KEPT.count(line) == 1
        monkeypatch.setattr(keeping, "KEPT", keeping.KEPT.replace(line, put_in))
    with pytest.raises(AssertionError):
        (told_by or counted_for_another)(world)


def counted_for_another(world: Cast) -> None:
    """Kittiwake itself, which may read every row, is shown what it counts."""
    text(world, "worker")
    work()
    measure, today = catalogue.measures()["P01"], local_date(now())
    try:
        with acting_as_system():
            keeping.figures_of([measure], today - YEAR, today, ("none", "team"), patience=0)
    except TakesLonger:
        return
    raise AssertionError("What was counted for the worker is shown as the whole council's.")


def test_a_worker_that_looks_as_somebody_else_is_found(world: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted: the worker counts with all that Kittiwake itself may see."""
    monkeypatch.setattr(waiting, "acting_as", lambda user: acting_as_system())
    text(world, "worker")
    work()
    assert COUNTED not in text(world, "worker")


def test_a_worker_that_dies_is_taken_up_by_another(world: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    text(world, "director", "/measures/")
    step, steps = waiting._step, iter(range(9))

    def killed(*of: object) -> None:
        if next(steps) == 1:
            raise KeyboardInterrupt
        step(*of)

    monkeypatch.setattr(waiting, "_step", killed)
    with pytest.raises(KeyboardInterrupt):
        work()
    assert "Being counted" in text(world, "director", "/measures/")
    monkeypatch.setattr(waiting, "_step", step)
    assert work() == 1
    with acting_as_system():
        counting = Counting.objects.get()
    assert counting.done == counting.total
    assert COUNTED in text(world, "director", "/measures/")


def test_what_cannot_be_counted_says_so_and_tells_the_logs_a_number(
    world: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*of: object) -> None:
        raise ValueError("Ash Alder")

    text(world, "worker")
    monkeypatch.setattr(waiting, "_step", broken)
    with pytest.raises(waiting.Stopped, match=r"^Counting \d+ stopped: ValueError$") as stopped:
        work()
    assert stopped.value.__cause__ is None
    shown = text(world, "worker")
    assert "could not be counted" in shown
    assert "hx-get" not in shown.partition('id="counting"')[2].partition("</main>")[0]


@pytest.mark.parametrize("now_is", [{"is_active": False}, {"role": "administrator"}])
def test_who_may_look_no_more_is_counted_nothing(world: Cast, now_is: dict[str, object]) -> None:
    text(world, "worker")
    user = world.user("worker")
    before = {name: getattr(user, name) for name in now_is}
    with acting_as_system():
        User.objects.filter(pk=user.pk).update(**now_is)
    try:
        with pytest.raises(waiting.Stopped):
            work()
        with acting_as_system():
            assert not KeptFigures.objects.filter(user=user).exists()
    finally:
        with acting_as_system():
            User.objects.filter(pk=user.pk).update(**before)


def test_the_worker_knows_what_it_is_asked_to_do(settings) -> None:
    """It reads no pages, through which whoever asks has read it: what is in no module called tasks is named to it."""
    named = {
        task.func.__module__ for task in app.tasks.values() if task.func.__module__.startswith("kittiwake.")
    }
    assert waiting.count.func.__module__ in named
    assert {module for module in named if not module.endswith(".tasks")} <= {
        *settings.PROCRASTINATE_IMPORT_PATHS
    }


def test_what_the_database_ends_leaves_the_page_as_it_was(council: Cast) -> None:
    """Ended in the middle of a statement, within a request that has its own deadline."""
    with acting_as(council.user("worker")), connection.execute_wrapper(Deadline(60)):
        with pytest.raises(TakesLonger), tried_for(0.2), connection.cursor() as cursor:
            cursor.execute("SELECT pg_sleep(20)")
        assert not KeptFigures.objects.filter(measure="P99").exists()


def test_after_a_quarter_of_an_hour_it_is_asked_for_again(world: Cast) -> None:
    text(world, "worker")
    with acting_as_system():
        Counting.objects.update(asked_at=now() - timedelta(minutes=16))
    assert COUNTING in text(world, "worker")
    with acting_as_system():
        assert Counting.objects.filter(ended_at=None).count() == 1
        assert Counting.objects.count() == 2


def test_what_has_not_begun_for_a_minute_says_so(world: Cast) -> None:
    text(world, "worker")
    with acting_as_system():
        Counting.objects.update(asked_at=now() - timedelta(minutes=2))
    assert "has not begun since" in text(world, "worker")
