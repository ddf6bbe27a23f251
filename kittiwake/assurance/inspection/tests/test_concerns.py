"""A concern from being raised to being closed: by another than its owner, on evidence that nothing contradicts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.actions import recording as actions
from kittiwake.assurance.inspection.concerns import recording
from kittiwake.assurance.inspection.concerns.standing import Standing
from kittiwake.assurance.inspection.models import Concern, Inspection, JudgedOn
from kittiwake.assurance.inspection.tests.made import (
    TODAY,
    acted,
    by_at,
    closed,
    day,
    held,
    judged,
    raised,
    shown,
)
from kittiwake.assurance.letters.models import Letter, Statement
from kittiwake.history.models import Event
from kittiwake.history.refusal import NotYours, Refused
from tests.cast import NOW, Cast


def statement(cast: Cast, *, is_confirmed: bool = True) -> Statement:
    letter = Letter.objects.create(
        kind="monitoring", council="x", text="x", sha256="x", added_at=NOW, added_by=cast.system
    )
    who = {"confirmed_at": NOW, "confirmed_by": cast.user("principal")} if is_confirmed else {}
    return Statement.objects.create(
        letter=letter,
        ordinal=1,
        text="Children wait.",
        proposed_reading="shortfall",
        reading="shortfall",
        **who,
    )


def now(concern: Concern) -> Concern:
    return Concern.objects.get(pk=concern.pk)


def test_a_concern_comes_from_a_confirmed_statement_once(council: Cast) -> None:
    said = statement(council)
    raised(council, statement=said)
    with pytest.raises(Refused, match="already"):
        raised(council, statement=said)
    assert Concern.objects.count() == 1


def test_what_is_only_proposed_is_no_concern(council: Cast) -> None:
    with pytest.raises(Refused, match="Confirm"):
        raised(council, statement=statement(council, is_confirmed=False))


@pytest.mark.parametrize("who", ["worker", "member", "analyst"])
def test_who_could_not_say_what_was_done_owns_none(council: Cast, who: str) -> None:
    with pytest.raises(Refused) as refused:
        raised(council, owner=council.workers[who])
    assert refused.value.field == "owner"


def test_who_has_left_owns_none(council: Cast) -> None:
    owner = council.workers["auditor"]
    owner.ends_on = day(1)
    with pytest.raises(Refused, match="has left"):
        raised(council, owner=owner)


def test_an_action_is_done_by_its_owner_alone_and_once(council: Cast) -> None:
    action = acted(council, raised(council))
    with pytest.raises(NotYours):
        actions.finish(action, outcome="Done", **by_at(council, "principal"))
    actions.finish(action, outcome="Two share Mondays", **by_at(council, "service_manager"))
    with pytest.raises(Refused, match="already"):
        actions.drop(action, why="x", **by_at(council))
    with pytest.raises(Refused, match="already"):
        actions.finish(action, outcome="Again", **by_at(council, "service_manager"))


@pytest.mark.parametrize("do", ["finish", "drop"])
def test_an_action_does_not_end_without_words(council: Cast, do: str) -> None:
    action = acted(council, raised(council))
    words: dict[str, Any] = {"outcome": " "} if do == "finish" else {"why": " "}
    with pytest.raises(Refused):
        getattr(actions, do)(action, **words, **by_at(council, "service_manager"))


def test_an_action_is_due_on_a_day_to_come(council: Cast) -> None:
    with pytest.raises(Refused) as refused:
        acted(council, raised(council), due_on=day(1))
    assert refused.value.field == "due_on"


def test_it_is_closed_by_another_on_what_shows_it(council: Cast) -> None:
    concern = raised(council)
    judged(council, concern, shown(council, concern))
    closed(council, concern)
    assert now(concern).closed_by == council.user("director")
    assert Event.objects.filter(what="inspection.concern_closed", subject_id=concern.pk).exists()


def test_its_owner_neither_judges_it_done_nor_closes_it(council: Cast) -> None:
    concern = raised(council)
    piece = shown(council, concern)
    with pytest.raises(Refused) as refused:
        judged(council, concern, piece, who="service_manager")
    assert refused.value.field == "progress"
    judged(council, concern, piece, who="service_manager", progress=rules.MUCH)
    judged(council, concern, piece)
    with pytest.raises(NotYours):
        closed(council, concern, who="service_manager")
    assert now(concern).closed_at is None


def test_who_owns_an_action_of_it_does_not_close_it_either(council: Cast) -> None:
    concern = raised(council)
    action = acted(council, concern, owner=council.workers["director"])
    judged(council, concern, shown(council, concern))
    with pytest.raises(NotYours):
        closed(council, concern)
    actions.drop(action, why="Not needed", **by_at(council, "principal"))
    closed(council, concern)


def test_progress_rests_on_something(council: Cast) -> None:
    concern = raised(council)
    with pytest.raises(Refused) as refused:
        judged(council, concern, progress=rules.SOME)
    assert refused.value.field == "rests_on"
    judged(council, concern, progress=rules.NONE)
    assert not JudgedOn.objects.exists()


def test_what_says_that_it_is_not_better_shows_nothing_done(council: Cast) -> None:
    concern = raised(council)
    piece = shown(council, concern, says=rules.AGAINST)
    with pytest.raises(Refused, match="cannot show"):
        judged(council, concern, piece)


def test_evidence_of_another_concern_shows_nothing_here(council: Cast) -> None:
    concern, other = raised(council), raised(council)
    with pytest.raises(Refused) as refused:
        judged(council, concern, shown(council, other))
    assert refused.value.field == "rests_on"


def test_it_is_not_judged_at_a_visit_before_it_was_raised(council: Cast) -> None:
    concern = raised(council)
    early = held(council, starts_on=day(400), ends_on=day(399), announced_on=day(410))
    with pytest.raises(Refused) as refused:
        judged(council, concern, shown(council, concern), visit=early)
    assert refused.value.field == "visit"


def test_what_is_open_is_not_closed(council: Cast) -> None:
    concern = raised(council)
    acted(council, concern)
    judged(council, concern, shown(council, concern))
    with pytest.raises(Refused, match="not done"):
        closed(council, concern)


def test_a_closed_concern_takes_nothing_more_until_it_is_opened_again(council: Cast) -> None:
    concern = raised(council)
    judged(council, concern, shown(council, concern))
    closed(council, concern)
    for again in (lambda: acted(council, concern), lambda: shown(council, concern), lambda: judged(council, concern), lambda: closed(council, concern)):  # fmt: skip
        with pytest.raises(Refused, match="closed"):
            again()
    recording.reopen(concern, words="Three waited last week", version=now(concern).version, **by_at(council))
    assert now(concern).closed_at is None
    assert concern.judgements.order_by("-pk").first().progress == rules.NONE
    with pytest.raises(Refused, match="open already"):
        recording.reopen(concern, words="x", version=now(concern).version, **by_at(council))


def test_it_does_not_close_or_open_without_words(council: Cast) -> None:
    concern = raised(council)
    judged(council, concern, shown(council, concern))
    with pytest.raises(Refused) as refused:
        closed(council, concern, why=" ")
    assert refused.value.field == "why"
    closed(council, concern)
    with pytest.raises(Refused) as refused:
        recording.reopen(concern, words=" ", version=now(concern).version, **by_at(council))
    assert refused.value.field == "words"
    with pytest.raises(Refused):
        judged(council, raised(council), progress=rules.NONE, words=" ")


def test_a_second_hand_is_told(council: Cast) -> None:
    concern = raised(council)
    recording.give(concern, owner=council.workers["auditor"], version=1, **by_at(council))
    with pytest.raises(Refused, match="Somebody else"):
        recording.give(concern, owner=council.workers["principal"], version=1, **by_at(council))
    assert now(concern).owner == council.workers["auditor"]


def test_a_visit_that_is_over_asks_for_a_judgement(council: Cast) -> None:
    concern = raised(council)
    acted(council, concern)
    assert broken(council, concern) == []
    held(council)
    assert broken(council, concern) == [rules.UNJUDGED]
    judged(
        council, concern, shown(council, concern), visit=Inspection.objects.latest("pk"), progress=rules.SOME
    )
    assert broken(council, concern) == []


def broken(cast: Cast, concern: Concern) -> list[str]:
    return Standing([now(concern)], Viewer(cast.user("director")), TODAY).broken(now(concern))


def test_an_action_that_is_done_and_shown_by_nothing_is_broken(council: Cast) -> None:
    concern = raised(council)
    action = acted(council, concern)
    actions.finish(action, outcome="Done", by=council.user("service_manager"), at=NOW + timedelta(hours=1))
    assert broken(council, concern) == [rules.UNSHOWN]
    shown(council, concern, action=action, says=rules.AGAINST)
    assert broken(council, concern) == [rules.UNSHOWN, rules.CONTRADICTED]
    shown(council, concern, action=action)
    assert broken(council, concern) == [rules.CONTRADICTED]
