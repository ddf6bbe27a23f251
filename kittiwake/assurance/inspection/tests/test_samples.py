"""Children drawn for inspectors: by chance, the same again from the same seed, of those whom whoever draws may see."""

from __future__ import annotations

from typing import Any

import pytest

from kittiwake.assurance.audits.programmes import sampling
from kittiwake.assurance.inspection.models import CaseSample, SampledChild
from kittiwake.assurance.inspection.samples import recording
from kittiwake.assurance.inspection.tests.made import by_at
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.record import recording as record
from tests.cast import LONG_AGO, Cast, make_child, signed_in

FACTS: Any = {"inspection": None, "size": 4, "seed": "gull", "team": None, "tracks": (), "not_since": None}


@pytest.fixture
def many(council: Cast) -> Cast:
    """Twelve more children, on tracks in turn."""
    for number in range(12):
        team, worker = (council.north, "worker") if number % 3 else (council.south, "outsider")
        child = make_child(f"Fern {number}", "Marsh", team, council.workers[worker])
        kind = ("child_in_need", "in_care")[number % 2]
        record.start_track(child, kind=kind, starts_on=LONG_AGO, **by_at(council, "worker"))
    return council


def drawn(cast: Cast, who: str = "inspector", **more: Any) -> CaseSample:
    return recording.draw(**{**FACTS, **more}, **by_at(cast, who))


def children(sample: CaseSample) -> set[int]:
    return set(sample.children.filter(is_drawn=True).values_list("child_id", flat=True))


def test_the_same_seed_draws_the_same_children(many: Cast) -> None:
    assert children(drawn(many)) == children(drawn(many, "director"))
    assert len(children(drawn(many))) == 4
    others = [children(drawn(many, seed=str(seed))) for seed in range(5)]
    assert any(each != children(drawn(many)) for each in others)


def test_it_can_be_drawn_again_from_what_was_kept(many: Cast) -> None:
    sample = drawn(many)
    rows = sample.children.order_by("place").values_list("child_id", "team__name", "track")
    people = [sampling.Person(child, team, track) for child, team, track in rows]
    again = sampling.draw(people, size=sample.size, seed=sample.seed, least=1)
    assert again.drawn == children(sample)


def test_criteria_narrow_it_and_are_kept(many: Cast) -> None:
    sample = drawn(many, team=many.north, tracks=("in_care",))
    kept = SampledChild.objects.filter(sample=sample)
    assert {row.team_id for row in kept} == {many.north.pk}
    assert {row.track for row in kept} == {"in_care"}
    assert (sample.team, sample.tracks) == (many.north, ["in_care"])
    assert Event.objects.filter(what="inspection.sample_drawn", by_id=many.user("inspector").pk).exists()


def test_a_restricted_child_is_never_in_it(many: Cast) -> None:
    sample = drawn(many, size=50)
    assert many.hazel.pk not in sample.children.values_list("child_id", flat=True)


def test_who_sees_a_team_draws_from_it_and_is_shown_no_other(many: Cast) -> None:
    own = drawn(many, "manager", size=50)
    assert {row.team_id for row in own.children.all()} == {many.north.pk}
    everybody = drawn(many, size=50)
    page = signed_in(many.user("manager")).get(everybody.get_absolute_url()).content.decode()
    assert "Ash Alder" in page
    assert "Rowan Reed" not in page


@pytest.mark.parametrize(
    ("more", "field"),
    [({"seed": " "}, "seed"), ({"size": 0}, "size"), ({"tracks": ("care_leaver",)}, "size")],
)
def test_what_cannot_be_drawn_is_refused(many: Cast, more: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        drawn(many, **more)
    assert refused.value.field == field
    assert not CaseSample.objects.exists()
