"""Lists of people offer those who may do it, the likeliest first; and none is made anywhere but in access.people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from kittiwake.access import recording as access
from kittiwake.access.models import Grant
from kittiwake.access.people import who_may
from kittiwake.areas.powers import Power
from kittiwake.assurance.allocation.cover.recording import be_away
from kittiwake.assurance.audits.models import Candidate
from kittiwake.assurance.audits.programmes import recording as planning
from kittiwake.assurance.audits.tests import made
from kittiwake.assurance.supervision.tests import scenes
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.tests.made import a_meeting, held, part_of
from kittiwake.practice.plans.tests import making
from kittiwake.practice.risk.tests.assessed import assessed
from kittiwake.primitives.actions.recording import raise_action
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in

TODAY = local_date(NOW)
ROOT = Path(__file__).parents[1]
# On no list of who does something: the lead member, the police, a child, whoever looks after the machine.
NEVER = {"Member", "Partner", "Stranger", "Young Person", "Administrator", "Protection Officer", "Analyst"}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def _drawn(cast: Cast) -> Candidate:
    programme = made.made_programme(cast)
    sample = planning.draw(programme, seed="x", size=3, by=cast.user("auditor"), at=NOW)
    return sample.candidates.get(child=cast.ash)


def _decision(cast: Cast) -> str:
    part = part_of(held(cast, a_meeting(cast)), cast.ash)
    left = parts.decide(part, what="Ring", why="x", by=cast.user("worker"), at=NOW)
    return reverse("meetings:act_on_decision", args=[part.pk, left.pk])


def _supervision(cast: Cast) -> int:
    scenes.agree(cast)
    return scenes.hold(cast).pk


def _away(cast: Cast, who: str) -> str:
    gone = be_away(
        cast.workers[who], starts_on=TODAY, ends_on=TODAY + timedelta(days=9), by=cast.user("service_manager"), at=NOW
    )  # fmt: skip
    return reverse("allocation:name_cover", args=[gone.pk])


def _give(cast: Cast) -> str:
    facts = {"what": "Ring", "due_on": TODAY, "owner": cast.workers["worker"]}
    action = raise_action(making.note(cast), **facts, by=cast.user("worker"), at=NOW)
    return reverse("actions:give", args=[action.pk])


# name of the list: (its page, who opens it, the field, who is first, who is not offered)
Made = Callable[[Cast], str]
LISTS: dict[str, tuple[Made, str, str, str, set[str]]] = {
    "who does an action": (
        lambda c: reverse("actions:raise_action", args=[making.note(c).pk]),
        "worker", "owner", "Worker", {"Auditor", "Outsider"},
    ),
    "who takes an action over": (_give, "worker", "owner", "Worker", {"Auditor", "Outsider"}),
    "who does an action of a plan": (
        lambda c: reverse("plans:add_action", args=[making.plan(c).pk]),
        "worker", "owner", "Worker", {"Auditor", "Outsider"},
    ),
    "who does what was decided": (_decision, "worker", "owner", "Worker", {"Auditor", "Outsider"}),
    "who does what was directed": (
        lambda c: reverse("supervision:write_part", args=[_supervision(c), c.ash.pk]),
        "manager", "owner", "Worker", {"Auditor"},
    ),
    "who marks a risk again": (
        lambda c: reverse("risk:ask_second_mark", args=[assessed(c).pk]),
        "manager", "marker", "Colleague", {"Worker", "Manager", "Auditor", "Outsider"},
    ),
    "who acts on an audit": (
        lambda c: reverse("audits:raise_action", args=[made.audited(c).pk]),
        "auditor", "owner", "Worker", {"Auditor", "Outsider", "Support"},
    ),
    "with whom it was discussed": (
        lambda c: reverse("audits:discuss_action", args=[made.raised(c).pk]),
        "manager", "with_whom", "Worker", {"Auditor"},
    ),
    "who audits": (
        lambda c: reverse("audits:ask_auditor", args=[_drawn(c).pk]),
        "principal", "auditor", "Auditor", {"Worker", "Colleague", "Manager", "Support"},
    ),
    "who moderates": (
        lambda c: reverse("audits:ask_moderation", args=[made.audited(c).pk]),
        "service_manager", "moderator", "Principal", {"Auditor", "Worker", "Manager", "Service Manager"},
    ),
    "who is told of an inadequate audit": (
        lambda c: reverse("audits:record_audit", args=[c.ash.pk, made.made_programme(c).pk]),
        "auditor", "told", "Manager", {"Worker", "Auditor"},
    ),
    "who supervises": (
        lambda c: reverse("supervision:agree"),
        "manager", "supervisor", "Manager", {"Early Help Worker", "Interviewer", "Chair", "Support"},
    ),
    "who covers for a manager": (
        lambda c: _away(c, "manager"),
        "service_manager", "covered_by", "Principal", {"Manager", "Early Help Worker", "Interviewer", "Support"},
    ),
    "who covers for a worker": (
        lambda c: _away(c, "worker"), "service_manager", "covered_by", "Colleague", {"Worker", "Auditor"},
    ),
    "who holds the exit interview": (
        lambda c: _leaver(c), "service_manager", "held_by", "Auditor", {"Worker", "Manager"},
    ),
}  # fmt: skip


def _leaver(cast: Cast) -> str:
    Worker.objects.filter(pk=cast.workers["worker"].pk).update(ends_on=TODAY)
    return reverse("workforce:hold_exit_interview", args=[cast.workers["worker"].pk])


def offered(cast: Cast, who: str, url: str, field: str) -> list[str]:
    answer = signed_in(cast.user(who)).get(url)
    assert answer.status_code == 200
    page = unescape(answer.content.decode())
    (select,) = re.findall(rf'<select[^>]*name="{field}".*?</select>', page, re.DOTALL)
    options = re.findall(r'<option value="\d+"[^>]*>(.*?)</option>', select, re.DOTALL)
    return [" ".join(option.split()) for option in options]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_offers_those_who_may_the_likeliest_first(cast: Cast, name: str) -> None:
    page, who, field, first, never = LISTS[name]
    names = [words.split(",")[0] for words in offered(cast, who, page(cast), field)]
    assert names[0] == first
    assert not (NEVER | never) & set(names)


def test_each_is_offered_with_what_they_are(cast: Cast) -> None:
    page, who, field, *_ = LISTS["who does an action"]
    people = offered(cast, who, page(cast), field)
    assert people[:2] == ["Worker, social worker, their worker", "Colleague, social worker, their team"]


def names(cast: Cast, child: Any) -> list[str]:
    return [worker.name for worker in who_may(Power.RECORD_MEETINGS, child=child, day=TODAY)]


def test_whoever_was_let_in_is_offered_and_whoever_broke_glass_is_not(cast: Cast) -> None:
    for who, kind in (("outsider", Grant.DUTY), ("early_help_worker", Grant.BREAK_GLASS)):
        until = NOW + timedelta(days=3)
        facts = {"reason": "Asked to", "kind": kind, "ends_at": until}
        access.let_in(cast.ash, user=cast.user(who), **facts, by=cast.system, at=NOW)
    people = names(cast, cast.ash)
    assert "Outsider" in people
    assert "Early Help Worker" not in people


def test_of_a_restricted_child_only_those_by_name_are_offered(cast: Cast) -> None:
    cast.hazel.refresh_from_db()
    assert names(cast, cast.hazel) == ["Worker"]


def test_no_list_of_people_is_made_anywhere_else() -> None:
    """A form or a view that takes workers as they come offers those who may not."""
    for path in ROOT.glob("kittiwake/**/*.py"):
        if path.name.startswith(("forms", "views")) and "tests" not in path.parts:
            assert not re.search(r"\.queryset = Worker|Worker\.objects\.filter", path.read_text()), path
