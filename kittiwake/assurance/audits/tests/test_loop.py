"""An action from its wording to its effect on the child, and every way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits import rules
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.effects import recording as effects
from kittiwake.assurance.audits.models import ActionStep, AuditAction, Discussion, Effect
from kittiwake.assurance.audits.tests import made
from kittiwake.assurance.supervision.models import ChildPart, SupervisionAgreement
from kittiwake.assurance.supervision.preparing.showing import Preparation
from kittiwake.assurance.supervision.tests.scenes import agree, discuss, hold
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast


def again(action: AuditAction) -> AuditAction:
    return AuditAction.objects.get(pk=action.pk)


def test_it_goes_from_recorded_to_closed(cast: Cast) -> None:
    action = made.raised(cast)
    assert action.state == rules.RECORDED
    action = made.closed(cast, action)
    assert action.state == rules.CLOSED
    assert list(ActionStep.objects.values_list("kind", flat=True)) == [
        "done",
        "checked",
        "confirmed",
        "closed",
    ]
    (effect,) = Effect.objects.all()
    assert (effect.entry.child_id, effect.changed) == (cast.ash.pk, "Home before nine")
    said = set(Event.objects.filter(what__startswith="audits.action").values_list("what", flat=True))
    assert said == {
        f"audits.action_{what}" for what in ("raised", "discussed", "done", "checked", "confirmed", "closed")
    }


def test_an_action_stands_on_the_childs_chronology(cast: Cast) -> None:
    action = made.raised(cast)
    assert action.entry.kind == "audits.action"
    assert action.entry.child_id == cast.ash.pk


@pytest.mark.parametrize("change", [{"difference": " "}, {"owner": None}])
def test_it_refuses_an_action_that_says_too_little(cast: Cast, change: dict) -> None:
    if "owner" in change:
        cast.workers["worker"].user = None
        change = {"owner": cast.workers["worker"]}
    with pytest.raises(Refused):
        made.raised(cast, **change)


STEPS: list[tuple[Callable, Callable, str]] = [
    (made.raised, lambda c, a: doing.finish(a, evidence="x", by=c.user("worker"), at=NOW), "Discuss it"),
    (
        made.raised,
        lambda c, a: doing.check_evidence(a, words="x", by=c.user("manager"), at=NOW),
        "Discuss it",
    ),
    (
        lambda c: made.discussed(c, made.raised(c)),
        lambda c, a: doing.check_evidence(a, words="x", by=c.user("manager"), at=NOW),
        "has not yet said",
    ),
    (
        lambda c: made.done(c, made.raised(c)),
        lambda c, a: effects.confirm_effect(
            a, entry=made.seen_later(c), changed="x", by=c.user("manager"), at=NOW
        ),
        "must check the evidence",
    ),
    (
        lambda c: made.checked(c, made.raised(c)),
        lambda c, a: effects.close(a, learned="x", by=c.user("manager"), at=NOW),
        "what changed for the child",
    ),
    (
        lambda c: made.closed(c, made.raised(c)),
        lambda c, a: effects.close(a, learned="x", by=c.user("manager"), at=NOW),
        "Reopen it",
    ),
    (
        lambda c: made.checked(c, made.raised(c)),
        lambda c, a: effects.reopen(a, reason="x", by=c.user("manager"), at=NOW),
        "what changed for the child",
    ),
]


@pytest.mark.parametrize(("start", "step", "why"), STEPS)
def test_no_step_is_left_out(cast: Cast, start: Callable, step: Callable, why: str) -> None:
    action = start(cast)
    with pytest.raises(Refused, match=why):
        step(cast, action)


def test_only_the_owner_says_that_it_is_done(cast: Cast) -> None:
    action = made.discussed(cast, made.raised(cast))
    with pytest.raises(Refused, match="says themselves"):
        doing.finish(action, evidence="x", by=cast.user("manager"), at=NOW)


OWNERS: list[tuple[Callable, Callable]] = [
    (made.done, lambda a, by, e: doing.check_evidence(a, words="x", by=by, at=NOW)),
    (made.done, lambda a, by, e: doing.send_back(a, words="x", by=by, at=NOW)),
    (made.checked, lambda a, by, e: effects.confirm_effect(a, entry=e, changed="x", by=by, at=NOW)),
    (made.confirmed, lambda a, by, e: effects.close(a, learned="x", by=by, at=NOW)),
]


@pytest.mark.parametrize(("start", "step"), OWNERS)
def test_the_owner_neither_checks_confirms_nor_closes(cast: Cast, start: Callable, step: Callable) -> None:
    action = start(cast, made.raised(cast))
    with pytest.raises(Refused, match="You own this action"):
        step(action, cast.user("worker"), made.seen_later(cast))
    assert again(action).closed_at is None


def test_what_shows_that_nothing_changed_goes_back(cast: Cast) -> None:
    action = made.done(cast, made.raised(cast))
    doing.send_back(action, words="The plan reads as before", by=cast.user("manager"), at=NOW)
    action = again(action)
    assert action.state == rules.DISCUSSED
    doing.finish(action, evidence="Met twice", by=cast.user("worker"), at=NOW)
    assert again(action).state == rules.DONE
    assert list(ActionStep.objects.values_list("kind", flat=True)) == ["done", "sent_back", "done"]


WRONG: list[tuple[Callable, str]] = [
    (lambda c: made.seen_later(c, c.briar), "another child"),
    (lambda c: made.seen_later(c, at=NOW - timedelta(days=1)), "before the action, .* Say why"),
    (lambda c: made.seen_later(c, at=NOW), "before the action, .* Say why"),
    (lambda c: made.audited(c, at=made.SOON).entry, "its own effect"),
]


@pytest.mark.parametrize(("entry", "why"), WRONG)
def test_it_refuses_what_cannot_be_the_effect(cast: Cast, entry: Callable, why: str) -> None:
    action = made.checked(cast, made.raised(cast))
    with pytest.raises(Refused, match=why):
        effects.confirm_effect(
            action, entry=entry(cast), changed="x", by=cast.user("principal"), at=made.LATER
        )
    assert not Effect.objects.exists()


def test_it_refuses_an_effect_that_was_struck_out(cast: Cast) -> None:
    action, entry = made.checked(cast, made.raised(cast)), made.seen_later(cast)
    record.strike_out(entry, reason="Wrong child", by=cast.user("worker"), at=made.SOON)
    with pytest.raises(Refused, match="struck out"):
        effects.confirm_effect(action, entry=entry, changed="x", by=cast.user("principal"), at=made.LATER)


def test_what_did_not_last_begins_again_and_needs_a_newer_effect(cast: Cast) -> None:
    action = made.closed(cast, made.raised(cast))
    entry = Effect.objects.get().entry
    effects.reopen(action, reason="Out again at midnight", by=cast.user("manager"), at=made.LATER)
    action = again(action)
    assert action.state == rules.RECORDED
    assert Effect.objects.get().ended_at == made.LATER
    action = made.checked(cast, action, made.LATER)
    with pytest.raises(Refused, match="before the action"):
        effects.confirm_effect(action, entry=entry, changed="x", by=cast.user("principal"), at=made.LATER)


def test_it_is_not_closed_once_what_showed_its_effect_is_gone(cast: Cast) -> None:
    action = made.confirmed(cast, made.raised(cast))
    record.strike_out(Effect.objects.get().entry, reason="Wrong", by=cast.user("worker"), at=made.LATER)
    with pytest.raises(Refused, match="was struck out"):
        effects.close(action, learned="x", by=cast.user("manager"), at=made.LATER)


def test_somebody_else_says_whether_it_is_about_the_child(cast: Cast) -> None:
    action = made.raised(cast)
    with pytest.raises(Refused, match="You wrote this action"):
        doing.check_focus(action, focus=rules.CHILD_FOCUSED, why="", by=cast.user("auditor"), at=NOW)
    with pytest.raises(Refused, match="Say why"):
        doing.check_focus(action, focus=rules.PROCESS, why="", by=cast.user("principal"), at=NOW)
    doing.check_focus(
        action, focus=rules.PROCESS, why="A form is filled in", by=cast.user("principal"), at=NOW
    )
    with pytest.raises(Refused, match="already"):
        doing.check_focus(action, focus=rules.PROCESS, why="", by=cast.user("manager"), at=NOW)
    action = again(action)
    assert (action.focus, action.checked_focus, action.focus_why) == (
        "child",
        "process",
        "A form is filled in",
    )


def test_nothing_more_is_recorded_on_what_was_struck_out(cast: Cast) -> None:
    action = made.raised(cast)
    doing.strike_out(action, reason="Twice", by=cast.user("manager"), at=NOW)
    with pytest.raises(Refused, match="struck out"):
        made.discussed(cast, action)
    assert not AuditAction.objects.standing().exists()


def test_an_outsider_cannot_see_it(cast: Cast, outsider) -> None:
    made.raised(cast)
    with acting_as(outsider):
        assert not AuditAction.objects.exists()


@pytest.mark.parametrize(
    ("who", "said"), [("outsider", "may not open"), ("service_manager", ""), ("colleague", "")]
)
def test_its_owner_is_somebody_who_may_open_the_childs_record(cast: Cast, who: str, said: str) -> None:
    audit = made.audited(cast)
    if not said:
        assert made.raised(cast, audit, owner=cast.workers[who]).owner == cast.workers[who]
        return
    with pytest.raises(Refused, match=said) as refused:
        made.raised(cast, audit, owner=cast.workers[who])
    assert refused.value.field == "owner"
    assert not AuditAction.objects.exists()


def test_a_wrong_owner_is_put_right_until_it_is_done(cast: Cast) -> None:
    action = made.discussed(cast, made.raised(cast))
    by = {"by": cast.user("manager"), "at": NOW}
    with pytest.raises(Refused, match="may not open"):
        doing.give(action, owner=cast.workers["outsider"], **by)
    doing.give(action, owner=cast.workers["colleague"], **by)
    doing.finish(again(action), evidence="Met on Friday", by=cast.user("colleague"), at=NOW)
    assert again(action).owner == cast.workers["colleague"]
    with pytest.raises(Refused, match="must check the evidence"):
        doing.give(again(action), owner=cast.workers["worker"], **by)


def talked_of(cast: Cast, child: Child | None = None, days_later: float = 2) -> ChildPart:
    """A child's part of a supervision held so long after the action was written."""
    if not SupervisionAgreement.objects.exists():
        agree(cast)
    at = NOW + timedelta(days=days_later, hours=1)
    return discuss(cast, hold(cast, -days_later, at=at), child or cast.ash, at=at)


def in_supervision(cast: Cast, action: AuditAction, part: ChildPart) -> Discussion:
    return doing.discuss(
        action, in_supervision=part, words="They see it too", by=cast.user("manager"), at=made.LATER
    )


def test_talked_over_in_supervision_is_dated_by_it_and_with_whom_it_was_held(cast: Cast) -> None:
    action, part = made.raised(cast), talked_of(cast)
    said = in_supervision(cast, action, part)
    assert (said.held_on, said.with_whom) == (local_date(NOW) + timedelta(days=2), cast.workers["worker"])
    assert again(action).state == rules.DISCUSSED


def test_it_refuses_a_supervision_that_talked_of_something_else(cast: Cast) -> None:
    earlier = talked_of(cast, days_later=-3)
    action, other = made.raised(cast), talked_of(cast, cast.briar)
    with pytest.raises(Refused, match="held before the action was written"):
        in_supervision(cast, action, earlier)
    with pytest.raises(Refused, match="talked about another child"):
        in_supervision(cast, action, other)
    part = talked_of(cast, days_later=1)
    record.strike_out(part.entry, reason="x", by=cast.user("manager"), at=made.LATER)
    with pytest.raises(Refused, match="was struck out"):
        in_supervision(cast, action, ChildPart.objects.get(pk=part.pk))
    with pytest.raises(Refused, match="when it was discussed and with whom, or in which supervision"):
        doing.discuss(action, words="x", by=cast.user("manager"), at=NOW)
    assert again(action).state == rules.RECORDED


def test_supervision_is_told_of_it_until_it_was_talked_over(cast: Cast) -> None:
    """By its rule a prompt, not only once it is late: the next supervision brings it up."""
    action = made.raised(cast)
    viewer = Viewer(cast.user("manager"))

    def prompts() -> list[str]:
        with acting_as(viewer.user):
            children = Preparation(viewer, cast.workers["worker"], made.SOON).children
        return [prompt.text for child in children if child.child == cast.ash for prompt in child.broken]

    assert f"Audit action not talked over with the worker: {action.what}" in prompts()
    made.discussed(cast, action)
    assert "Audit action not talked over with the worker" not in prompts()
