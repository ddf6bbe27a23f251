"""What takes longer than a page may is counted by a worker: for whoever asked, by what they see now, and once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils.timezone import now
from procrastinate.contrib.django.models import ProcrastinateJob

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.models import Grant
from kittiwake.insight.models import Counting, KeptFigures
from kittiwake.insight.tests.test_kept import an_episode, struck_out
from kittiwake.insight.waiting import recording as waiting
from kittiwake.insight.waiting import views
from kittiwake.insight.waiting.waited import named
from tests.cast import Cast, signed_in

PAGE = "/measures/P01/"
FIGURE = re.compile(r'<p class="govuk-heading-xl govuk-!-margin-bottom-1">(\w+)</p>')
COUNTED, COUNTING, CHANGED = "Counted on", "being counted", "has changed since. From"


@pytest.fixture
def world(council: Cast, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cast]:
    """Nothing is counted while somebody waits for the page."""
    an_episode(council.ash)
    an_episode(council.rowan)
    monkeypatch.setattr(views, "PATIENCE", 0)
    yield council
    with acting_as_system():
        Counting.objects.all().delete()
        KeptFigures.objects.all().delete()
        ProcrastinateJob.objects.filter(queue_name="figures").update(status="succeeded")
        Grant.objects.filter(kind=Grant.NAMED, ends_at__gt=now()).update(ends_at=now())


def get(cast: Cast, who: str, page: str = PAGE, **headers: str) -> HttpResponse:
    return signed_in(cast.user(who)).get(page, headers=headers)


def text(cast: Cast, who: str, page: str = PAGE) -> str:
    return get(cast, who, page).content.decode()


def figure(cast: Cast, who: str) -> int:
    shown = FIGURE.search(text(cast, who))
    assert shown, "No figure is shown."
    return int(shown[1])


def work() -> int:
    """What the worker has to do, done; how many there were."""
    with acting_as_system():
        todo = list(Counting.objects.filter(ended_at=None).values_list("pk", flat=True))
    for pk in todo:
        waiting.count(counting_id=pk)
    return len(todo)


def let_in(cast: Cast) -> None:
    facts = {
        "starts_at": now(),
        "ends_at": now() + timedelta(hours=1),
        "reason": "To look",
        "by": cast.system,
    }
    with acting_as_system():
        Grant.objects.create(child=cast.rowan, user=cast.user("worker"), kind=Grant.NAMED, **facts)


def let_in_no_more(cast: Cast) -> None:
    with acting_as_system():
        Grant.objects.filter(child=cast.rowan, user=cast.user("worker")).update(ends_at=now())


@pytest.mark.parametrize("page", [PAGE, "/measures/"])
def test_the_page_says_that_they_are_counted_and_shows_them_when_they_are(world: Cast, page: str) -> None:
    waits = text(world, "director", page)
    assert COUNTING in waits
    assert COUNTED not in waits
    assert work() == 1
    assert COUNTED in text(world, "director", page)


def test_asked_twice_it_is_counted_once_and_the_job_holds_a_number(world: Cast) -> None:
    for _ in range(2):
        assert COUNTING in text(world, "worker")
    with acting_as_system():
        (counting,) = Counting.objects.all()
        (job,) = ProcrastinateJob.objects.filter(queue_name="figures", status="todo")
    assert job.args == {"counting_id": counting.pk}


def test_the_page_that_asks_how_far_it_is_is_read_anew_when_it_is_done(world: Cast) -> None:
    assert "HX-Refresh" not in get(world, "worker", **{"HX-Target": "counting"})
    work()
    assert get(world, "worker", **{"HX-Target": "counting"})["HX-Refresh"] == "true"
    assert "HX-Refresh" not in get(world, "worker")


def test_it_says_how_far_it_is(world: Cast) -> None:
    text(world, "director", "/measures/")
    with acting_as_system():
        counting = Counting.objects.get()
        steps = list(named(counting.measure).steps())
        waiting._step(counting, steps[0])
    assert f"Being counted: {len(steps[0])} of {counting.total} measures" in text(
        world, "director", "/measures/"
    )


def test_what_is_counted_for_one_is_shown_to_no_other(world: Cast) -> None:
    text(world, "worker")
    work()
    assert COUNTED in text(world, "worker")
    for who in ("outsider", "director"):
        assert COUNTED not in text(world, who)
        with acting_as(world.user(who)):
            assert not Counting.objects.exclude(user=world.user(who)).exists()


def test_it_counts_what_that_person_sees(world: Cast) -> None:
    for who in ("worker", "director"):
        text(world, who)
    assert work() == 2
    assert figure(world, "worker") < figure(world, "director")


def before_it_was_counted(world: Cast) -> int:
    """The worker was let in to a child, asked, and is let in no more; how many were counted meanwhile."""
    let_in(world)
    text(world, "worker")
    work()
    counted = figure(world, "worker")
    let_in_no_more(world)
    return counted


def test_what_was_counted_when_they_saw_more_is_not_shown(world: Cast) -> None:
    before = before_it_was_counted(world)
    assert COUNTING in text(world, "worker")
    work()
    assert figure(world, "worker") < before


def test_who_sees_less_when_the_worker_begins_is_counted_less(world: Cast) -> None:
    """Asked for as somebody who saw a child more: by then it is the worker that asks what they see."""
    text(world, "worker")
    work()
    without = figure(world, "worker")
    let_in(world)
    assert COUNTING in text(world, "worker")
    let_in_no_more(world)
    work()
    assert figure(world, "worker") == without


def test_a_restricted_child_is_in_no_figure_of_who_may_not_know(world: Cast) -> None:
    """Whoever sees everybody sees no relationship come or go: whom they do not see is among what they see."""
    text(world, "director")
    work()
    before = figure(world, "director")
    with acting_as_system():
        type(world.ash).objects.filter(pk=world.ash.pk).update(restricted=True)
    try:
        if COUNTING in text(world, "director"):
            work()
        with acting_as(world.user("director")):
            sees = type(world.ash).objects.filter(pk=world.ash.pk).exists()
        assert sees or figure(world, "director") < before
    finally:
        with acting_as_system():
            type(world.ash).objects.filter(pk=world.ash.pk).update(restricted=False)


def test_what_changed_meanwhile_is_said(world: Cast) -> None:
    """In office hours something changes every few seconds: they would wait for ever for figures of now."""
    text(world, "worker")
    work()
    before = figure(world, "worker")
    struck_out(world)
    shown = text(world, "worker")
    assert CHANGED in shown
    assert figure(world, "worker") == before


def test_five_minutes_later_they_are_counted_again(world: Cast) -> None:
    text(world, "worker")
    work()
    before = figure(world, "worker")
    struck_out(world)
    with acting_as_system():
        Counting.objects.update(asked_at=now() - timedelta(minutes=5, seconds=1))
    assert COUNTING in text(world, "worker")
    work()
    assert figure(world, "worker") == before - 1


def test_nothing_is_shown_that_is_older_than_what_was_asked_for(world: Cast) -> None:
    text(world, "worker")
    work()
    before = figure(world, "worker")
    struck_out(world)
    with (
        acting_as_system()
    ):  # as if another worker had ended without counting: what was kept before is no answer
        Counting.objects.all().delete()
        Counting.objects.create(
            user=world.user("worker"), measure="P01", total=1, asked_at=now(), ended_at=now(), **_days()
        )
    assert COUNTING in text(world, "worker")
    work()
    assert figure(world, "worker") == before - 1


def _days() -> dict[str, object]:
    from kittiwake.insight.showing import YEAR
    from kittiwake.time.moments import local_date

    today = local_date(now())
    return {"first_on": today - YEAR, "last_on": today}


@pytest.mark.parametrize("page", [PAGE, "/measures/consistency/"])
def test_all_that_a_page_draws_is_counted_with_it(world: Cast, page: str) -> None:
    """Other periods than its own as well: or the page would wait for them again, and for ever."""
    assert COUNTING in text(world, "director", page).replace("to be counted", COUNTING)
    assert work() == 1
    assert COUNTED in text(world, "director", page)
