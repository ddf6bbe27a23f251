"""Writing a tactic: each step a row with who and when, and each refusal."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.practice.disruption import recording
from kittiwake.practice.disruption.broken_links import LINKS
from kittiwake.practice.disruption.models import Concern, Effect, Tactic, TacticStep
from kittiwake.practice.disruption.tests.making import ASKED, TODAY, step, tactic, through
from tests.cast import NOW, Cast


def by(cast: Cast) -> dict:
    return {"by": cast.user("worker"), "at": NOW}


def test_asking_makes_a_line_on_the_childs_record_and_the_first_step(cast: Cast) -> None:
    made = tactic(cast)
    assert (made.entry.kind, made.entry.summary) == ("disruption.tactic", "Disruption: Closure order")
    first = made.tactic.steps.get()
    assert (first.kind, first.on, first.by) == ("requested", ASKED, cast.user("worker"))
    assert Event.objects.filter(what="disruption.requested", child_id=cast.ash.pk).count() == 1


def test_it_goes_from_asking_to_a_breach_and_its_end_with_every_step_kept(cast: Cast) -> None:
    made = through(cast, tactic(cast), "considered", "applied")
    step(cast, made, "granted", until_on=TODAY + timedelta(days=60))
    through(cast, made, "breached", "breached", "arrested", "charged", "convicted", "expired")
    kinds = list(made.tactic.steps.order_by("pk").values_list("kind", flat=True))
    assert kinds == [
        "requested", "considered", "applied", "granted", "breached", "breached", "arrested", "charged", "convicted", "expired",
    ]  # fmt: skip
    with pytest.raises(Refused, match="nothing can follow"):
        step(cast, made, "breached")


@pytest.mark.parametrize(
    ("more", "said", "field"),
    [
        ({"kind": "granted"}, "what can follow is “considered”", "kind"),
        ({"kind": "considered", "on": ASKED - timedelta(days=1)}, "before the step it follows", "kind"),
        ({"kind": "considered", "on": TODAY + timedelta(days=1)}, "in the past", "on"),
    ],
)
def test_it_refuses_a_wrong_order_and_wrong_days(cast: Cast, more: dict, said: str, field: str) -> None:
    made = tactic(cast)
    with pytest.raises(Refused, match=said) as refused:
        step(cast, made, **more)
    assert refused.value.field == field
    assert TacticStep.objects.count() == 1


def test_what_nobody_confirmed_to_be_in_force_is_considered_and_not_used(cast: Cast) -> None:
    more = {"power": "exploitation_prevention_order", "target": "person", "on_what": "The man with the van"}
    made = through(cast, tactic(cast, **more), "considered")
    with pytest.raises(Refused, match="nobody has confirmed that this is in force"):
        step(cast, made, "applied")


def test_it_refuses_a_target_the_power_is_not_for_and_a_length_the_law_does_not_allow(cast: Cast) -> None:
    with pytest.raises(Refused, match="closure order is used on a place or a business"):
        tactic(cast, target="person")
    assert not Tactic.objects.exists()
    made = through(cast, tactic(cast), "considered", "applied")
    with pytest.raises(Refused, match="lasts at most 3 months"):
        step(cast, made, "granted", until_on=TODAY + timedelta(days=200))


def test_two_people_at_once_the_second_is_told(cast: Cast) -> None:
    made = through(cast, tactic(cast), "considered", "applied")
    step(cast, made, "refused")
    with pytest.raises(Refused, match="It stands at “refused”"):
        step(cast, made, "granted", by=cast.user("manager"))


def test_an_effect_is_judged_once_it_was_used(cast: Cast) -> None:
    made, facts = tactic(cast), {"rating": "some", "words": "No calls since", "on": TODAY}
    with pytest.raises(Refused, match="has not been used yet"):
        recording.rate_effect(made, **facts, **by(cast))
    through(cast, made, "considered", "applied", "granted")
    with pytest.raises(Refused, match="before it was used"):
        recording.rate_effect(made, **{**facts, "on": ASKED}, **by(cast))
    recording.rate_effect(made, **facts, **by(cast))
    assert Effect.objects.get().rating == "some"


def test_another_child_is_linked_once_and_each_has_a_line_of_their_own(cast: Cast) -> None:
    made = tactic(cast)
    other = recording.link_child(made, child=cast.rowan, why="Rowan too", **by(cast))
    assert (other.child, other.entry.child, other.tactic) == (cast.rowan, cast.rowan, made.tactic)
    assert "Ash" not in other.entry.summary
    with pytest.raises(Refused, match="already linked"):
        recording.link_child(made, child=cast.rowan, why="Again", **by(cast))


def test_struck_out_of_one_childs_record_it_stays_on_the_others(cast: Cast) -> None:
    made = tactic(cast)
    other = recording.link_child(made, child=cast.briar, why="Briar too", **by(cast))
    recording.strike_out(made, reason="Wrong child", **by(cast))
    assert list(Concern.objects.standing()) == [other]
    with pytest.raises(Refused, match="struck out"):
        step(cast, made, "considered")
    assert step(cast, other, "considered").kind == "considered"


def test_an_order_whose_end_passed_unnoticed_is_a_broken_link(cast: Cast) -> None:
    made = through(cast, tactic(cast), "considered", "applied", on=date(2026, 11, 5))
    step(cast, made, "granted", on=date(2026, 11, 6), until_on=date(2026, 11, 22))
    (link,) = LINKS
    broken = list(link.find(Viewer(cast.user("worker")).see, NOW))
    assert [(row.child_id, row.entry_id) for row in broken] == [(cast.ash.pk, made.pk)]
    assert not list(link.find(Viewer(cast.user("outsider")).see, NOW))
    assert not list(link.find(Viewer(cast.user("worker")).see, NOW - timedelta(days=1)))
    step(cast, made, "expired")
    assert not list(link.find(Viewer(cast.user("worker")).see, NOW))


def test_it_is_because_of_something_on_the_same_childs_record(cast: Cast) -> None:
    first = tactic(cast)
    with pytest.raises(Refused, match="another child's record"):
        tactic(cast, cast.briar, because_of=first.entry)
    second = tactic(cast, because_of=first.entry, on_what="The flat above it")
    assert [link.because_of for link in second.entry.informed_by.all()] == [first.entry]
