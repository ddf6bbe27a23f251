"""An action's page: finished with what came of it, or dropped with a reason."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from kittiwake.history.refusal import Refused
from kittiwake.primitives.actions import recording, showing
from kittiwake.primitives.actions.models import Action
from kittiwake.record import recording as record
from kittiwake.record.models import Entry
from tests.cast import NOW, Cast, signed_in


@pytest.fixture
def entry(cast: Cast) -> Entry:
    return record.enter(
        cast.ash,
        kind="missing.episode",
        summary="Where it was agreed",
        happened_at=NOW,
        by=cast.system,
        at=NOW,
    )


@pytest.fixture
def action(cast: Cast, entry: Entry) -> Action:
    return made(cast, entry)


def made(cast: Cast, entry: Entry, **more: object) -> Action:
    facts = {"what": "Ring the school", "due_on": date(2026, 11, 30), "owner": cast.workers["worker"]}
    return recording.raise_action(entry, **{**facts, **more}, by=cast.user("worker"), at=NOW)


def send(cast: Cast, who: str, url: str, **answers: object):
    return signed_in(cast.user(who)).post(url, {"once": str(uuid4()), **answers})


def page(cast: Cast, who: str, action: Action) -> str:
    answer = signed_in(cast.user(who)).get(reverse("actions:action", args=[action.pk]))
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_is_finished_with_what_came_of_it(cast: Cast, action: Action) -> None:
    url = reverse("actions:complete", args=[action.pk])
    assert send(cast, "worker", url).status_code == 422
    assert send(cast, "worker", url, outcome="Back in lessons").status_code == 302
    shown = page(cast, "worker", action)
    assert "Back in lessons" in shown
    assert "It will not be done" not in shown
    answer = send(cast, "worker", url, outcome="Again")
    assert "already been finished or dropped" in answer.content.decode()


def test_it_is_dropped_with_a_reason(cast: Cast, action: Action) -> None:
    send(cast, "worker", reverse("actions:drop", args=[action.pk]), reason="The school rang us")
    action.refresh_from_db()
    assert (action.dropped_reason, action.done_at) == ("The school rang us", None)
    assert "The school rang us" in page(cast, "worker", action)


def test_another_child_it_is_about_is_named_only_to_who_may_see_them(cast: Cast, entry: Entry) -> None:
    action = made(cast, entry, about_child=cast.rowan)
    assert "another child, whose record you cannot see" in page(cast, "worker", action)
    assert "Rowan" not in page(cast, "worker", action)
    assert "Rowan" in page(cast, "service_manager", action)


def test_an_action_is_added_to_what_it_was_agreed_in(cast: Cast, entry: Entry) -> None:
    owner = cast.workers["colleague"]
    form = signed_in(cast.user("worker")).get(reverse("actions:raise_action", args=[entry.pk]))
    assert "Where it was agreed" in form.content.decode()
    answer = send(
        cast, "worker", reverse("actions:raise_action", args=[entry.pk]), what="Visit", owner=owner.pk
    )
    assert answer.status_code == 422
    assert "Enter by which day" in answer.content.decode()
    assert not Action.objects.exists()


@pytest.mark.parametrize("name", ["action", "complete", "drop"])
def test_the_outsider_finds_nothing_and_a_partner_is_refused(cast: Cast, action: Action, name: str) -> None:
    url = reverse(f"actions:{name}", args=[action.pk])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    assert signed_in(cast.user("partner")).get(url).status_code == 403


def test_an_inspector_reads_and_does_not_write(cast: Cast, action: Action) -> None:
    assert "It is done" not in page(cast, "inspector", action)
    assert send(cast, "inspector", reverse("actions:drop", args=[action.pk]), reason="x").status_code == 403


def test_nothing_is_added_to_another_teams_record(cast: Cast, entry: Entry) -> None:
    url = reverse("actions:raise_action", args=[entry.pk])
    assert send(cast, "outsider", url, what="x").status_code == 404


@pytest.mark.parametrize(("day", "said"), [(date(2026, 11, 30), "To do"), (date(2026, 12, 1), "Overdue")])
def test_it_is_overdue_the_day_after(cast: Cast, action: Action, day: date, said: str) -> None:
    assert showing.task_items([action], day)[0].status.text == said


def test_somebody_owns_it_from_the_start(cast: Cast, entry: Entry) -> None:
    with pytest.raises(Refused, match="Say who will do it"):
        made(cast, entry, owner=None)
    assert made(cast, entry, owner=None, team=cast.north).team == cast.north


def test_what_is_finished_is_not_dropped(cast: Cast, action: Action) -> None:
    recording.complete(action, outcome="They will", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="already been finished or dropped"):
        recording.drop(action, reason="x", by=cast.user("manager"), at=NOW)
    action.refresh_from_db()
    assert action.dropped_at is None


def test_it_is_given_to_somebody_who_is_here_and_once_it_is_over_to_nobody(
    cast: Cast, action: Action
) -> None:
    by = {"by": cast.user("manager"), "at": NOW}
    leaving = cast.workers["colleague"]
    type(leaving).objects.filter(pk=leaving.pk).update(ends_on=date(2026, 12, 1))
    leaving.refresh_from_db()
    for owner, wrong in ((None, "Say who will do it"), (leaving, "is leaving or has left")):
        with pytest.raises(Refused, match=wrong) as refused:
            recording.give(action, owner=owner, team=None, **by)
        assert refused.value.field == "owner"
    recording.give(action, owner=None, team=cast.north, **by)
    action.refresh_from_db()
    assert (action.owner, action.team) == (None, cast.north)
    recording.drop(action, reason="Not needed", **by)
    with pytest.raises(Refused, match="already been finished or dropped"):
        recording.give(action, owner=cast.workers["manager"], team=None, **by)
