from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse

from kittiwake.practice.direct_work.broken_links import LINKS
from kittiwake.practice.direct_work.goals import recording as goals
from kittiwake.practice.direct_work.models import Goal, Session
from kittiwake.practice.direct_work.sessions import recording as sessions
from kittiwake.practice.return_interviews.tests.made import moment, once
from kittiwake.record.models import Words
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def a_session(cast: Cast, **more) -> Session:
    facts = {"seen": True, "own_words": "I like the boat", "topic": "Saturdays", "tried": "A walk", **more}
    return sessions.hold(
        cast.ash,
        held=Moment(NOW - timedelta(days=2)),
        worker_name="Worker",
        by=cast.user("worker"),
        at=NOW,
        **facts,
    )


def a_goal(cast: Cast) -> Goal:
    made = goals.set_goal(
        cast.ash, wants="To sleep at home", set_on=date(2026, 11, 2), score=3, by=cast.user("worker"), at=NOW
    )
    goals.scale(made, score=6, on=date(2026, 11, 20), by=cast.user("worker"), at=NOW)
    return made


def test_a_session_is_recorded_from_its_form_with_the_childs_words(cast: Cast):
    client = signed_in(cast.user("worker"))
    url = reverse("direct_work:hold", args=[cast.ash.pk])
    answers = {
        "own_words": "I like the boat",
        "topic": "Saturdays",
        "kind": "direct_work",
        "worker_name": "Worker",
    }
    answers |= {"seen": "yes", "alone": "yes", "methods": ["cards"], "change": "better", "may_hear": "anyone"}
    response = client.post(url, once(**answers, **moment("held", NOW - timedelta(hours=3))))
    made = Session.objects.get()
    assert response.url == made.get_absolute_url()
    page = client.get(response.url).content.decode()
    assert "“I like the boat”" in page
    assert "about Saturdays" in page
    assert "It does not say what was tried." in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (moment("held", NOW + timedelta(hours=2)), "must be in the past"),
        ({"seen": "no", "alone": "yes"}, "cannot have been seen alone"),
        ({"worker_name": ""}, "Enter who was with them"),
    ],
)
def test_what_was_typed_is_kept_when_it_is_refused(cast: Cast, wrong: dict, said: str):
    url = reverse("direct_work:hold", args=[cast.ash.pk])
    answers = {"own_words": "I like the boat", "kind": "direct_work", "worker_name": "Worker", "seen": "yes"}
    sent = {**once(**answers), **moment("held", NOW - timedelta(hours=3)), **wrong}
    response = signed_in(cast.user("worker")).post(url, sent)
    assert response.status_code == 422
    assert said in response.content.decode()
    assert "I like the boat" in response.content.decode()
    assert not Session.objects.exists()


def test_a_number_off_the_scale_is_refused_where_it_was_typed(cast: Cast):
    url = reverse("direct_work:scale", args=[a_goal(cast).pk])
    answers = {"score": "11", "by_child": "yes", "on_day": "21", "on_month": "11", "on_year": "2026"}
    page = signed_in(cast.user("worker")).post(url, once(**answers)).content.decode()
    assert "The number must be 10 or fewer" in page
    assert 'value="11"' in page


def test_a_planned_session_is_held_or_missed(cast: Cast):
    client = signed_in(cast.user("worker"))
    url = reverse("direct_work:plan_session", args=[cast.ash.pk])
    answers = {"kind": "direct_work", "worker_name": "Worker"}
    page = client.post(url, once(**answers, **moment("planned", NOW + timedelta(hours=1))))
    made = Session.objects.get()
    assert "It did not happen" in client.get(page.url).content.decode()
    with time_machine.travel(NOW + timedelta(hours=3), tick=False):
        late = [
            broken.entry_id
            for broken in LINKS[1].find(lambda model: model.objects.all(), NOW + timedelta(hours=3))
        ]
        missed = reverse("direct_work:record_missed", args=[made.pk])
        signed_in(cast.user("worker")).post(
            missed, once(missed="child_no", words="Rang")
        )  # the first session has run out
    made.refresh_from_db()
    assert late == [made.pk]
    assert made.state == "missed"


def test_the_child_page_shows_words_goals_and_when_they_were_seen(cast: Cast):
    a_session(cast)
    a_goal(cast)
    page = signed_in(cast.user("worker")).get(cast.ash.get_absolute_url()).content.decode()
    assert "“To sleep at home”" in page
    assert "6 out of 10, up from 3" in page
    assert "Last seen" in page


def test_words_for_those_who_work_with_them_do_not_reach_the_whole_service(cast: Cast):
    a_session(cast, own_words="Do not tell", may_hear=Words.WORKING)
    for name, hears in (("worker", True), ("auditor", False)):
        client = signed_in(cast.user(name))
        for url in (cast.ash.get_absolute_url(), reverse("direct_work:quotes", args=[cast.ash.pk])):
            assert ("Do not tell" in client.get(url).content.decode()) is hears


def test_a_goal_is_drawn_and_in_a_table(cast: Cast):
    page = signed_in(cast.user("worker")).get(a_goal(cast).get_absolute_url()).content.decode()
    assert 'role="img"' in page
    assert page.count("<circle") == 2
    assert "The numbers" in page


def urls(cast: Cast) -> list[str]:
    session, goal = a_session(cast), a_goal(cast)
    of_child = ("sessions", "quotes", "plan_session", "hold", "set_goal")
    of_session = ("session", "record_held", "record_missed", "keep_words", "strike_out")
    addresses = [reverse(f"direct_work:{name}", args=[cast.ash.pk]) for name in of_child]
    addresses += [reverse(f"direct_work:{name}", args=[session.pk]) for name in of_session]
    return addresses + [
        reverse(f"direct_work:{name}", args=[goal.pk]) for name in ("goal", "scale", "end_goal")
    ]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("worker", 200),
        ("outsider", 404),
        ("partner", 403),
        ("young_person", 403),
        ("member", 403),
        ("support", 403),
    ],
)
def test_who_may_open_the_pages(cast: Cast, name: str, status: int):
    client = signed_in(cast.user(name))
    for url in urls(cast):
        assert client.get(url).status_code == status, url


def test_an_auditor_reads_and_does_not_write(cast: Cast):
    client = signed_in(cast.user("auditor"))
    answers = [client.get(url).status_code for url in urls(cast)]
    assert set(answers) == {200, 403}
