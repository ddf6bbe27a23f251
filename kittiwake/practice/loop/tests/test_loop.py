"""The loop of each return, from the record: as it is recorded step by step, on the child's page and for a team."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.practice.loop.returns import returned_since
from kittiwake.practice.loop.showing import Loop, added_up, loops_of
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.replies.tests.making import reply, told
from kittiwake.practice.replies.tests.test_loop import Loop as Recorded
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews.not_held.recording import record_not_held
from kittiwake.practice.return_interviews.offers import recording as offers
from kittiwake.primitives.claims import recording as claims
from kittiwake.record import recording as record
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in

WHEN = NOW + timedelta(minutes=5)


@pytest.fixture(autouse=True)
def _clock(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


def back(cast: Cast, child, hours: float = 11) -> Episode:
    by = {"by": cast.user("worker"), "at": NOW}
    away = missing.report_missing(
        child, reported=Moment(NOW - timedelta(hours=hours + 70)), source="police", **by
    )
    missing.record_return(away, returned=Moment(NOW - timedelta(hours=hours)), **by)
    return away


def seen_by(cast: Cast, who: str, at=WHEN) -> list[Loop]:
    viewer = Viewer(cast.user(who))
    return loops_of(viewer, list(returned_since(viewer, at)), at)


def states(loop: Loop) -> str:
    """done as d, open as o, broken as b, ahead as a, ended as e"""
    return "".join(step.state[0] for step in loop.steps)


def page(cast: Cast, who: str, path: str) -> str:
    response = signed_in(cast.user(who)).get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_each_step_is_done_as_it_is_recorded(cast: Cast) -> None:
    recorded, by = Recorded(cast), {"by": cast.user("worker"), "at": NOW}
    assert states(*seen_by(cast, "worker")) == "dbdoooao"  # nobody wrote down the offer within a day
    said = {"kind": "vehicle", "wording": "A grey car", "link": "driven_in", "number": "AB12 CDE"}
    claims.make(recorded.interview.entry, cast.ash, **said, **by)
    assert states(*seen_by(cast, "worker")) == "dbddooao"
    recorded.risk()
    plan = recorded.plan()
    recorded.answer_the_risk(plan)
    assert states(*seen_by(cast, "worker")) == "dbddddoo"
    recorded.manager_accepts(plan)
    assert states(*seen_by(cast, "worker")) == "dbdddddo"
    recorded.tell()
    told(cast, Reply.objects.get())
    assert states(*seen_by(cast, "worker")) == "dbdddddd"


def test_each_step_leads_to_its_page_and_says_how_long_is_left(cast: Cast) -> None:
    away = back(cast, cast.ash)
    (loop,) = seen_by(cast, "worker", NOW)
    offer, heard = loop.steps[1], loop.steps[2]
    assert (offer.text, heard.text) == ("Open, 13 hours left", "Open, 61 hours left")
    assert loop.steps[0].href == away.get_absolute_url()
    assert heard.href == reverse("return_interviews:hold", args=[cast.ash.pk]) + f"?episode={away.pk}"
    client = signed_in(cast.user("worker"))
    assert {client.get(step.href).status_code for step in loop.steps} == {200}
    (reading,) = seen_by(cast, "director", NOW)
    director = signed_in(cast.user("director"))
    assert {director.get(step.href).status_code for step in reading.steps} == {200}


def test_every_page_a_closed_loop_leads_to_opens(cast: Cast) -> None:
    recorded = Recorded(cast)
    recorded.risk()
    plan = recorded.plan()
    recorded.answer_the_risk(plan)
    recorded.manager_accepts(plan)
    told(cast, reply(cast, interview=recorded.interview))
    (loop,) = seen_by(cast, "manager")
    manager = signed_in(cast.user("manager"))
    assert {manager.get(step.href).status_code for step in loop.steps} == {200}


def test_what_was_struck_out_is_not_done(cast: Cast) -> None:
    recorded = Recorded(cast)
    told(cast, reply(cast, interview=recorded.interview))
    assert states(*seen_by(cast, "worker"))[7] == "d"
    record.strike_out(Reply.objects.get().entry, reason="Another child", by=cast.user("worker"), at=NOW)
    assert states(*seen_by(cast, "worker"))[7] == "o"


def test_a_second_version_goes_on_from_the_first(cast: Cast) -> None:
    recorded = Recorded(cast)
    recorded.risk()
    again = {"own_words": "I want my phone back, and I said more", "by": cast.user("worker"), "at": NOW}
    second = interviews.rewrite(recorded.interview, **again)
    (loop,) = seen_by(cast, "worker")
    assert states(loop) == "dbdodoao"
    assert loop.steps[2].href == second.get_absolute_url()


def test_two_refusals_end_it_and_so_does_a_reason(cast: Cast) -> None:
    refused, ill = back(cast, cast.ash, 60), back(cast, cast.briar)
    by = {"by": cast.user("worker"), "at": NOW}
    for hours in (50, 30):
        asked = {"offered": Moment(NOW - timedelta(hours=hours)), "offered_by": "Robin", "how": "in_person"}
        offers.offer(cast.ash, episodes=[refused], answer="declined", why="No", **asked, **by)
    record_not_held(ill, reason="left_area", words="Lives in Wales", **by)
    loops = {loop.child.first_name: loop for loop in seen_by(cast, "worker", NOW)}
    assert (states(loops["Ash"]), states(loops["Briar"])) == ("ddeeeeee", "deeeeeee")
    assert loops["Ash"].steps[2].words == "They said no"
    assert loops["Briar"].steps[2].words == "Moved away"
    assert all(loop.is_closed for loop in loops.values())


def test_nobody_sees_a_loop_of_a_child_they_may_not_see(cast: Cast) -> None:
    back(cast, cast.rowan)
    back(cast, cast.hazel)
    assert seen_by(cast, "outsider")
    assert {loop.child.first_name for loop in seen_by(cast, "outsider")} == {"Rowan"}
    assert [seen_by(cast, who) for who in ("partner", "analyst", "support")] == [[], [], []]
    assert "Rowan" not in page(cast, "worker", "/returns/")


def test_it_stands_on_the_page_of_the_child_and_added_up_for_a_team(cast: Cast) -> None:
    back(cast, cast.ash)
    back(cast, cast.briar, 100)
    theirs = page(cast, "worker", cast.ash.get_absolute_url())
    assert "Open, 61 hours left" in theirs
    north = page(cast, "manager", "/returns/?team=North team")
    assert "North team: 2 returns, step by step" in north
    assert north.index("Ash Alder") < north.index("Briar Beech")  # there is still time to listen to Ash
    assert "Broken, 28 hours late" in north


def test_added_up_each_step_counts_every_return(cast: Cast) -> None:
    back(cast, cast.ash)
    back(cast, cast.briar, 100)
    tallies = {tally.name: tally for tally in added_up(seen_by(cast, "manager", NOW))}
    assert (tallies["back"].text, tallies["heard"].text) == ("2 of 2 done", "0 of 2 done, 1 broken")
    assert {sum(tally.cells) for tally in tallies.values()} == {2}


def test_it_asks_the_database_as_often_for_many_as_for_one(cast: Cast) -> None:
    back(cast, cast.ash, 500)
    with CaptureQueriesContext(connection) as few:
        seen_by(cast, "manager")
    back(cast, cast.briar)
    back(cast, cast.ash)
    with CaptureQueriesContext(connection) as many:
        assert len(seen_by(cast, "manager")) == 3
    assert len(many) == len(few) <= 12
