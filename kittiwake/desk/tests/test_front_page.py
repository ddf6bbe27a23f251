"""The front page: one block a child, the child who came back this morning in the first, what is long late together below."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db.models import Model
from django.http import HttpResponse

from kittiwake.desk.models import Look, Promise
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.loop.tests.test_loop import back, page
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.replies import recording as replies
from kittiwake.practice.replies.tests.making import interview, reply, told
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.time.moments import Moment, local_date
from tests.cast import NOW, Cast, make_child, signed_in

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _clock(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def act(cast: Cast, child, what: str, due_on: date) -> Action:
    by = {"by": cast.user("manager"), "at": NOW}
    return actions.raise_action(
        _entry(cast, child), what=what, due_on=due_on, owner=cast.workers["worker"], **by
    )


def _entry(cast: Cast, child) -> Model:
    from kittiwake.record import recording as record

    about = {"happened_at": NOW, "by": cast.user("worker"), "at": NOW}
    return record.enter(child, kind="risk.presenting_risk", summary="Seen", **about)


def send(cast: Cast, who: str, path: str, **answers: object) -> HttpResponse:
    return signed_in(cast.user(who)).post(path, {**answers, "once": str(uuid4())})


def blocks(shown: str) -> list[str]:
    return re.findall(r'<h3 class="govuk-heading-s kw-block__name"><a [^>]*>([^<]*)</a>', shown)


def test_the_child_who_came_back_this_morning_is_in_the_first_block(cast: Cast) -> None:
    for number in range(20):
        child = make_child(f"Old{number}", "Up", cast.north, cast.workers["worker"])
        back(cast, child, 24 * (4 + number))
        act(cast, child, "Ring their school", date(2026, 11, 20))
    back(cast, cast.ash, 3)
    assert blocks(page(cast, "worker", "/"))[0] == "Ash Alder"
    assert blocks(page(cast, "interviewer", "/"))[0] == "Ash Alder"


def test_who_is_missing_stands_before_who_is_back(cast: Cast) -> None:
    back(cast, cast.ash, 3)
    by = {"by": cast.user("worker"), "at": NOW}
    missing.report_missing(cast.hazel, reported=Moment(NOW - 30 * DAY), source="police", **by)
    assert blocks(page(cast, "worker", "/")) == ["Hazel Heath", "Ash Alder"]


def test_a_child_has_one_block_however_much_is_due(cast: Cast) -> None:
    back(cast, cast.ash, 3)
    for number in range(3):
        act(cast, cast.ash, f"Ring school {number}", date(2026, 11, 23))
    shown = page(cast, "worker", "/")
    assert blocks(shown) == ["Ash Alder"]
    assert all(f"Ring school {number}" in shown for number in range(3))


def test_what_came_back_and_what_a_child_answered_have_their_places(cast: Cast) -> None:
    held = interview(cast)
    review = Review.objects.get(entry=held.entry)
    oversight.decide(
        review,
        kind=Turn.RETURN,
        words="Say more of the car",
        by=cast.user("manager"),
        at=NOW,
        asked_more=True,
    )
    answered = told(cast, reply(cast, interview=held))
    replies.answer(answered, text="Thank you", by=cast.user("young_person"), at=NOW)
    shown = page(cast, "worker", "/")
    assert "Sent back" in shown
    assert "Ash has answered on their own page" in shown
    assert blocks(shown).count("Ash Alder") == 1


def test_what_is_long_late_stands_below_and_not_in_the_blocks(cast: Cast) -> None:
    act(cast, cast.ash, "Ring their school", date(2026, 9, 1))
    shown = page(cast, "worker", "/")
    assert blocks(shown) == []
    assert "Late for more than two weeks (1)" in shown


def test_what_somebody_says_of_late_work_stands_beside_it_until_its_day_and_moves_no_limit(
    cast: Cast, time_machine
) -> None:
    action = act(cast, cast.ash, "Ring their school", date(2026, 9, 1))
    back(cast, cast.ash, 24 * 30)
    clock = Clock.objects.filter(entry__child=cast.ash).latest("due_at")
    said = {"do": "why", "why": "The school was shut", "by_on_day": 1, "by_on_month": 12, "by_on_year": 2026}
    late = [f"action-{action.pk}", f"clock-{clock.pk}"]
    assert send(cast, "worker", "/late/", late=late, **said).status_code == 302
    assert set(Promise.objects.values_list("action_id", "clock_id")) == {(action.pk, None), (None, clock.pk)}
    shown = page(cast, "worker", "/")
    assert "The school was shut. By 1 December 2026, said Worker" in shown
    assert "Late for more than two weeks (1)" in shown  # the offer, of which nothing was said
    action.refresh_from_db()
    assert (action.due_on, Clock.objects.get(pk=clock.pk).due_at) == (date(2026, 9, 1), clock.due_at)
    time_machine.move_to(NOW + 10 * DAY, tick=False)
    assert "Late for more than two weeks (3)" in page(cast, "worker", "/")


def test_actions_are_handed_over_together_and_a_duty_is_not(cast: Cast) -> None:
    action = act(cast, cast.ash, "Ring their school", date(2026, 9, 1))
    back(cast, cast.ash, 24 * 30)
    clock = Clock.objects.running().filter(entry__child=cast.ash).earliest("due_at")
    to = {"do": "hand_over", "owner": cast.workers["colleague"].pk}
    refused = send(cast, "worker", "/late/", late=[f"clock-{clock.pk}"], **to)
    assert refused.status_code == 422
    assert "goes with the child" in refused.content.decode()
    assert send(cast, "worker", "/late/", late=[f"action-{action.pk}"], **to).status_code == 302
    action.refresh_from_db()
    assert action.owner == cast.workers["colleague"]


@pytest.mark.parametrize(("days", "words"), [(-1, "today or in the future"), (91, "within the next 90 days")])
def test_a_promise_has_a_day_that_can_be_kept(cast: Cast, days: int, words: str) -> None:
    action = act(cast, cast.ash, "Ring their school", date(2026, 9, 1))
    on = local_date(NOW) + days * DAY
    said = {"by_on_day": on.day, "by_on_month": on.month, "by_on_year": on.year, "why": "Ill", "do": "why"}
    refused = send(cast, "worker", "/late/", late=[f"action-{action.pk}"], **said)
    assert refused.status_code == 422
    assert words in refused.content.decode()


def test_nobody_deals_with_what_is_late_for_somebody_else(cast: Cast) -> None:
    action = act(cast, cast.ash, "Ring their school", date(2026, 9, 1))
    said = {"do": "hand_over", "owner": cast.workers["outsider"].pk, "late": [f"action-{action.pk}"]}
    assert send(cast, "outsider", "/late/", **said).status_code == 422
    action.refresh_from_db()
    assert action.owner == cast.workers["worker"]


def test_nothing_that_is_due_in_weeks_stands_in_the_block_of_a_child_who_came_back(cast: Cast) -> None:
    """Nor does what is long late come first on the child's own page."""
    duties.start_track(cast.ash, kind="in_care", starts_on=date(2026, 11, 20), by=cast.system, at=NOW)
    duties.start_track(cast.ash, kind="child_in_need", starts_on=date(2026, 3, 2), by=cast.system, at=NOW)
    back(cast, cast.ash, 3)
    shown = page(cast, "worker", "/")
    assert "First health assessment" not in shown
    assert "more on their page" in shown
    due = page(cast, "worker", cast.ash.get_absolute_url())
    places = [
        due.index(title) for title in ("Return interview held", "Next child in need visit", "First health")
    ]
    assert places == sorted(places)


def test_a_managers_page_begins_with_what_changed_until_they_have_looked_through_it(
    cast: Cast, time_machine
) -> None:
    back(cast, cast.ash, 3)
    shown = page(cast, "manager", "/")
    assert "1 child came back" in shown
    assert shown.index("1 child came back") < shown.index("Back, and not yet listened to")
    assert send(cast, "manager", "/look/").status_code == 302
    time_machine.move_to(NOW + timedelta(hours=1), tick=False)
    assert "Nothing changed for the children you answer for" in page(cast, "manager", "/")
    assert "1 child came back" in page(cast, "director", "/")  # who looks by themselves
    assert Look.objects.count() == 1
    assert send(cast, "worker", "/look/").status_code == 403


def test_what_only_a_manager_can_do_is_on_their_page_and_on_no_workers(cast: Cast) -> None:
    by = {"by": cast.user("worker"), "at": NOW}
    missing.report_missing(cast.ash, reported=Moment(NOW - 2 * DAY), source="police", **by)
    for who in ("manager", "director"):
        shown = page(cast, who, "/")
        assert "Only you can do this" in shown
        assert "Still missing, and nobody senior has taken notice (1)" in shown
    assert "Only you can do this" not in page(cast, "worker", "/")
    assert "Ash Alder" not in page(cast, "outsider", "/")


def test_children_opened_lately_stand_on_the_page_and_not_whom_one_may_not_see(cast: Cast) -> None:
    assert "Opened lately" not in page(cast, "worker", "/")
    page(cast, "worker", cast.ash.get_absolute_url())
    page(cast, "worker", cast.hazel.get_absolute_url())
    shown = page(cast, "worker", "/")
    lately = shown[shown.index("Opened lately") :]
    assert lately.index("Hazel Heath") < lately.index("Ash Alder")
    page(cast, "outsider", cast.rowan.get_absolute_url())
    assert "Ash Alder" not in page(cast, "outsider", "/")


def test_a_partners_page_shows_what_they_were_let_in_to_and_nothing_else(cast: Cast) -> None:
    away = back(cast, cast.ash, 3)
    interview(cast, cast.briar)
    shown = page(cast, "partner", "/")
    assert "Shared with you (1)" in shown
    assert away.get_absolute_url() in shown
    assert "Briar" not in shown
    assert "Shared with you" not in page(cast, "stranger", "/")
