"""Writing a plan: versions, what is copied forward, what is covered, and each refusal."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.plans import recording
from kittiwake.practice.plans.actions import recording as doing
from kittiwake.practice.plans.coverage import recording as coverage
from kittiwake.practice.plans.coverage.uncovered import uncovered
from kittiwake.practice.plans.models import Plan
from kittiwake.practice.plans.tests.making import TODAY, action, note, plan, risk
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.primitives.actions.models import Action
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.record.models import Entry, Words
from tests.cast import NOW, Cast


def gaps() -> list[str]:
    return [risk.domain for risk in uncovered(PresentingRisk.objects.all()).order_by("pk")]


def by(cast: Cast) -> dict:
    return {"by": cast.user("worker"), "at": NOW}


def test_a_plan_is_the_first_version_with_the_childs_words_kept(cast: Cast) -> None:
    made = plan(cast, child_version="Let me ring my aunt", because_of=note(cast))
    assert (made.number, made.previous) == (1, None)
    assert Words.objects.get().text == "Let me ring my aunt"
    assert made.entry.informed_by.get().because_of.summary == "Heard"
    assert Event.objects.filter(what="plans.written").count() == 1


def test_it_refuses_days_in_the_wrong_order_and_a_reason_from_another_child(cast: Cast) -> None:
    with pytest.raises(Refused, match="in the past"):
        plan(cast, agreed_on=TODAY + timedelta(days=1), review_on=None)
    with pytest.raises(Refused, match="come after"):
        plan(cast, review_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="another child"):
        plan(cast, because_of=note(cast, cast.rowan))
    assert not Plan.objects.exists()


def test_a_new_version_copies_forward_what_still_stands(cast: Cast) -> None:
    lines, missing, online = risk(cast), risk(cast, "missing"), risk(cast, "online_harm")
    first = plan(cast, child_version="Ring my aunt")
    kept = action(cast, first, risks=[lines, missing], owner=cast.workers["worker"], by_on=TODAY)
    dropped = action(cast, first, what="Block the number")
    coverage.leave(first, risk=online, reason="In the school's plan", **by(cast))
    doing.drop_action(dropped, reason="Done", **by(cast))
    risks.close_risk(missing, reason="Home every night", **by(cast))
    second = plan(cast, following=1, child_version="Ring my aunt")
    carried = second.actions.get()
    assert (second.number, second.previous, carried.carried_from, carried.task) == (2, first, kept, kept.task)
    assert [cover.risk for cover in carried.covers.all()] == [lines]
    assert second.left.get().reason == "In the school's plan"
    assert Words.objects.count() == 1
    assert Action.objects.open().count() == 1
    assert list(Plan.objects.current()) == [second]
    assert gaps() == []


def test_two_people_do_not_start_the_same_version(cast: Cast) -> None:
    plan(cast)
    with pytest.raises(Refused, match="Somebody else changed this"):
        plan(cast)
    assert plan(cast, following=1).number == 2


def test_an_action_with_a_worker_and_a_day_is_on_their_list(cast: Cast) -> None:
    made = action(cast, plan(cast), owner=cast.workers["worker"], by_on=TODAY)
    assert (made.task.owner, made.task.due_on) == (cast.workers["worker"], TODAY)
    doing.drop_action(made, reason="The aunt does it", **by(cast))
    assert not Action.objects.open().exists()
    with pytest.raises(Refused, match="already been taken out"):
        doing.drop_action(made, reason="Again", **by(cast))


def test_an_action_covers_only_standing_risks_of_this_child(cast: Cast) -> None:
    of_ash, closed, of_rowan = plan(cast), risk(cast), risk(cast, child=cast.rowan)
    risks.close_risk(closed, reason="Over", **by(cast))
    for wrong in (closed, of_rowan):
        with pytest.raises(Refused, match="no longer stands"):
            action(cast, of_ash, risks=[wrong])
    assert not of_ash.actions.exists()
    assert not Action.objects.exists()


def test_a_risk_is_uncovered_until_something_answers_it_and_again_when_that_goes(cast: Cast) -> None:
    lines = risk(cast)
    assert gaps() == ["county_lines"]
    made = action(cast, plan(cast))
    assert gaps() == ["county_lines"]
    coverage.cover(made.plan, risk=lines, actions_=[made], **by(cast))
    assert gaps() == []
    doing.drop_action(made, reason="It did not work", **by(cast))
    assert gaps() == ["county_lines"]


def test_a_risk_is_left_once_with_a_name(cast: Cast) -> None:
    lines, made = risk(cast), plan(cast)
    coverage.leave(made, risk=lines, reason="In the school's plan", **by(cast))
    with pytest.raises(Refused, match="Worker has already said why: In the school's plan"):
        coverage.leave(made, risk=lines, reason="Other", by=cast.user("manager"), at=NOW)
    assert gaps() == []


def test_a_plan_with_gaps_is_not_put_forward(cast: Cast) -> None:
    made, lines = plan(cast), risk(cast)
    with pytest.raises(Refused, match="at least one action"):
        recording.put_forward(made, **by(cast))
    action(cast, made)
    with pytest.raises(Refused, match="for each of these risks: County lines"):
        recording.put_forward(made, **by(cast))
    coverage.leave(made, risk=lines, reason="In the school's plan", **by(cast))
    review = recording.put_forward(made, **by(cast))
    assert (review.team, review.entry) == (cast.north, made.entry)


def test_what_a_manager_has_before_them_is_not_changed(cast: Cast) -> None:
    made = plan(cast)
    step = action(cast, made)
    review = recording.put_forward(made, **by(cast))
    with pytest.raises(Refused, match="Start a new version"):
        action(cast, made)
    with pytest.raises(Refused, match="Start a new version"):
        doing.drop_action(step, reason="x", **by(cast))
    oversight.decide(review, kind=Turn.RETURN, words="Nothing at weekends", by=cast.user("manager"), at=NOW)
    second = plan(cast, following=1)
    review.refresh_from_db()
    assert review.closed_at == NOW
    assert not Review.objects.waiting_for_worker().exists()
    recording.put_forward(second, **by(cast))
    assert Review.objects.waiting_for_manager().get().entry == second.entry


def test_a_review_that_a_new_version_overtook_waits_for_nobody(cast: Cast) -> None:
    made = plan(cast)
    action(cast, made)
    recording.put_forward(made, **by(cast))
    plan(cast, following=1)
    assert not Review.objects.waiting_for_manager().exists()


def test_an_earlier_version_is_not_changed(cast: Cast) -> None:
    first = plan(cast)
    plan(cast, following=1)
    with pytest.raises(Refused, match="newer version"):
        action(cast, first)


def answer(cast: Cast, made: Plan, said: str, **more: str) -> None:
    facts = {"who": "Ash", "role": "child", "answer": said, **more}
    recording.agree(made, **facts, **by(cast))


def test_somebody_who_does_not_agree_says_why_and_may_change_their_mind(cast: Cast) -> None:
    made = plan(cast)
    with pytest.raises(Refused, match="Say why"):
        answer(cast, made, "disagrees", how="there")
    answer(cast, made, "disagrees", how="there", why_not="Too many visits")
    answer(cast, made, "agrees", how="call")
    assert [agreement.answer for agreement in made.agreements.order_by("pk")] == ["disagrees", "agrees"]


@pytest.mark.parametrize("how", ["", "absent"])
@pytest.mark.parametrize("said", ["agrees", "disagrees"])
def test_nobody_signs_in_the_name_of_somebody_who_was_not_there(cast: Cast, said: str, how: str) -> None:
    made = plan(cast)
    with pytest.raises(Refused, match="Ash has to say so themselves") as refused:
        answer(cast, made, said, how=how, why_not="x")
    assert refused.value.field == "how"
    assert not made.agreements.exists()


def test_somebody_who_could_not_be_asked_is_recorded_with_the_reason(cast: Cast) -> None:
    made = plan(cast)
    with pytest.raises(Refused, match="why nobody could ask"):
        answer(cast, made, "not_asked")
    answer(cast, made, "not_asked", how="absent", why_not="In hospital until Friday")
    assert made.agreements.get().how == ""


def test_a_plan_may_stay_as_it_is_because_of_something(cast: Cast) -> None:
    made, heard = plan(cast), note(cast)
    recording.keep_plan(made, because_of=heard, why="It already says so", **by(cast))
    assert made.entry.informed_by.get().how == "Stays as it is: It already says so"
    with pytest.raises(Refused, match="another child"):
        recording.keep_plan(made, because_of=note(cast, cast.rowan), why="x", **by(cast))


def test_a_closed_plan_answers_nothing_and_is_followed_by_a_new_version(cast: Cast) -> None:
    lines, made = risk(cast), plan(cast)
    action(cast, made, risks=[lines], owner=cast.workers["worker"], by_on=TODAY)
    recording.close_plan(made, reason="Moved to another council", **by(cast))
    assert gaps() == ["county_lines"]
    assert Action.objects.get().dropped_reason == "The plan was closed: Moved to another council"
    with pytest.raises(Refused, match="closed"):
        action(cast, made)
    assert plan(cast, following=1).number == 2
    assert gaps() == []


def test_striking_out_makes_the_version_before_the_plan_again(cast: Cast) -> None:
    first = plan(cast)
    second = plan(cast, following=1)
    with pytest.raises(Refused, match="Version 2 was copied from this one"):
        recording.strike_out(first, reason="Wrong child", **by(cast))
    recording.strike_out(second, reason="Wrong child", **by(cast))
    assert list(Plan.objects.current()) == [first]
    assert Entry.objects.get(pk=second.pk).is_struck_out
    assert plan(cast, following=1).number == 3


def test_an_action_of_an_earlier_version_covers_nothing_in_this_one(cast: Cast) -> None:
    lines, first = risk(cast), plan(cast)
    old = action(cast, first)
    second = plan(cast, following=1)
    with pytest.raises(Refused, match="already been taken out"):
        coverage.cover(second, risk=lines, actions_=[old], **by(cast))
    assert gaps() == ["county_lines"]


def test_a_version_that_was_struck_out_meanwhile_is_followed_by_none(cast: Cast) -> None:
    first = plan(cast)
    recording.strike_out(first, reason="Another child", by=cast.user("worker"), at=NOW)
    with pytest.raises(Refused, match="has been struck out"):
        plan(cast, following=1)
