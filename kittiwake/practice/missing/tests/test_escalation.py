"""Managers take notice of an episode that stays open: who is asked, when, and who may."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.history.models import Event
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.practice.missing import broken_links, recording, rules
from kittiwake.practice.missing.escalation import rules as escalation
from kittiwake.practice.missing.escalation.recording import acknowledge
from kittiwake.practice.missing.escalation.showing import Escalation
from kittiwake.practice.missing.reports.recording import record_grade
from kittiwake.practice.missing.tests.made import REPORTED, missing
from kittiwake.ui.components import Task
from tests.cast import NOW, Cast, signed_in

ROLES = ["social_worker", "team_manager", "service_manager", "director"]


@pytest.mark.parametrize(
    ("key", "may"),
    [("24h", ROLES[1:]), ("48h", ROLES[2:]), ("72h", ROLES[3:]), ("168h", ROLES[3:]), ("672h", ROLES[3:])],
)
def test_at_each_level_somebody_of_its_standing_or_above_takes_notice(key: str, may: list[str]) -> None:
    level = escalation.level_of(key)
    assert level is not None
    assert [role for role in ROLES if not escalation.why_not_acknowledge(level, role)] == may


def test_there_is_no_level_by_another_name() -> None:
    assert escalation.level_of("9h") is None


def test_at_the_top_nobody_further_is_asked() -> None:
    levels = [level.reached_after(timedelta(hours=1)) for level in escalation.LEVELS]
    assert escalation.next_level(levels, REPORTED, NOW) is None
    assert escalation.levels_reached(levels, REPORTED, None, NOW) == levels


def tasks(cast: Cast, who: str) -> list[Task]:
    episode = missing(cast)
    return Escalation(episode, Viewer(cast.user(who)), None, NOW).tasks


def test_only_whoever_may_take_notice_is_led_to_it(cast: Cast) -> None:
    (waiting,) = tasks(cast, "manager")
    assert (waiting.status.text, waiting.href) != ("Waiting", "")
    assert waiting.href.endswith("/acknowledgements/24h/")


def test_a_worker_sees_who_is_waited_for(cast: Cast) -> None:
    (waiting,) = tasks(cast, "worker")
    assert (waiting.status.text, waiting.href) == ("Waiting", "")
    assert "team manager" in waiting.title


def test_what_was_done_stands_with_whoever_said_it_and_is_no_broken_link(cast: Cast) -> None:
    episode = missing(cast)
    see = lambda model: model.objects.all()  # noqa: E731
    assert [broken.entry_id for broken in broken_links.unacknowledged(see, NOW)] == [episode.pk]
    acknowledge(episode, level="24h", words="Two cars are out", by=cast.user("manager"), at=NOW)
    assert not list(broken_links.unacknowledged(see, NOW))
    (done,) = Escalation(episode, Viewer(cast.user("worker")), None, NOW).tasks
    assert done.status.text == "Done"
    assert "Two cars are out" in done.hint
    assert Event.objects.filter(what="missing.acknowledged").count() == 1


def test_graded_high_it_is_waited_for_sooner(cast: Cast) -> None:
    episode = missing(cast)
    record_grade(episode, level=rules.HIGH, since_at=REPORTED, by=cast.user("worker"), at=NOW)
    shown = Escalation(episode, Viewer(cast.user("worker")), None, NOW)
    assert len(shown.tasks) == 3


def test_what_is_over_is_asked_about_no_further(cast: Cast) -> None:
    episode = missing(cast)
    recording.cancel(episode, reason="In bed", by=cast.system, at=NOW)
    shown = Escalation(episode, Viewer(cast.user("worker")), episode.ended_at, NOW)
    assert shown.following is None
    with pytest.raises(Refused, match="cancelled"):
        acknowledge(episode, level="24h", words="x", by=cast.user("manager"), at=NOW)


def test_it_refuses_whoever_has_not_the_standing_and_keeps_nothing(cast: Cast) -> None:
    episode = missing(cast)
    with pytest.raises(NotYours, match="team manager"):
        acknowledge(episode, level="24h", words="x", by=cast.user("worker"), at=NOW)
    assert not episode.acknowledgements.exists()


def test_a_manager_of_too_little_standing_is_told_so_before_the_form(cast: Cast) -> None:
    episode = missing(cast)
    answer = signed_in(cast.user("manager")).get(f"/missing/{episode.pk}/acknowledgements/72h/")
    page = answer.content.decode()
    assert "director has to acknowledge it" in page
    assert 'name="words"' not in page
