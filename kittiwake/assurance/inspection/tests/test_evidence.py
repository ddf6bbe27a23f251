"""What is put in as evidence, what contradicts, and who sets it aside."""

from __future__ import annotations

from typing import Any

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.concerns import standing
from kittiwake.assurance.inspection.concerns.standing import Standing
from kittiwake.assurance.inspection.evidence import recording as evidence
from kittiwake.assurance.inspection.figures import Live
from kittiwake.assurance.inspection.models import ChildEvidence, Concern, Evidence
from kittiwake.assurance.inspection.tests.made import TODAY, acted, by_at, closed, day, judged, raised, shown
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.insight.rules import Figure
from kittiwake.record import recording as record
from kittiwake.record.models import Entry
from tests.cast import NOW, Cast


def now(concern: Concern) -> Concern:
    return Concern.objects.get(pk=concern.pk)


def test_evidence_of_the_opposite_closes_nothing_until_it_is_set_aside_by_another(council: Cast) -> None:
    concern = raised(council)
    judged(council, concern, shown(council, concern))
    against = shown(council, concern, says=rules.AGAINST)
    with pytest.raises(Refused, match="opposite"):
        closed(council, concern)
    with pytest.raises(NotYours):
        evidence.set_aside(against, why="Inconvenient", **by_at(council, "service_manager"))
    evidence.set_aside(against, why="It was of another team", **by_at(council, "principal"))
    closed(council, concern)
    assert now(concern).closed_at


def a_measure_that_fell(cast: Cast, concern: Concern, monkeypatch: pytest.MonkeyPatch) -> Evidence:
    """As if it had been 80 of 100 when it was put in, and were 60 of 100 now."""
    figures = {TODAY: Figure(None, 80, 100, 0.8)}
    monkeypatch.setattr(
        Live, "now", lambda self, key: Figure(None, 60, 100, 0.6) if figures.get("put in") else figures[TODAY]
    )
    monkeypatch.setattr(Live, "at", lambda self, key, first, last: figures[TODAY])
    piece = shown(cast, concern, kind=rules.MEASURE, measure="P11", words="Most are heard in time")
    figures["put in"] = figures[TODAY]  # type: ignore[index]
    return piece


def test_a_live_figure_that_went_the_wrong_way_is_said_and_closes_nothing(
    council: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    concern = raised(council)
    piece = a_measure_that_fell(council, concern, monkeypatch)
    assert (piece.numerator, piece.denominator) == (80, 100)
    judged(council, concern, piece)
    viewer = Viewer(council.user("director"))
    assert "wrong way" in standing.against(concern, viewer, TODAY)[0]
    assert Standing([now(concern)], viewer, TODAY).broken(now(concern))[-1] == rules.CONTRADICTED
    with pytest.raises(Refused, match="wrong way"):
        closed(council, concern)


def test_a_judgement_whose_evidence_was_set_aside_closes_nothing(council: Cast) -> None:
    concern = raised(council)
    piece = shown(council, concern)
    judged(council, concern, piece)
    evidence.set_aside(piece, why="They meant another service", **by_at(council, "principal"))
    with pytest.raises(Refused, match="no evidence"):
        closed(council, concern)
    with pytest.raises(Refused, match="already been set aside"):
        evidence.set_aside(piece, why="Again", **by_at(council, "principal"))


def test_an_entry_that_was_struck_out_shows_nothing_any_more(council: Cast) -> None:
    concern = raised(council)
    entry = an_entry(council)
    judged(
        council,
        concern,
        shown(council, concern, kind=rules.ENTRY, entry=entry, words="Ash was seen the same day"),
    )
    record.strike_out(entry, reason="Another child", **by_at(council, "worker"))
    with pytest.raises(Refused, match="no evidence"):
        closed(council, concern)


def an_entry(cast: Cast) -> Entry:
    return record.enter(
        cast.ash, kind="audits.action", summary="Seen at home", happened_at=NOW, **by_at(cast, "worker")
    )


def test_what_an_entry_shows_is_kept_with_the_child(council: Cast) -> None:
    piece = shown(council, raised(council), kind=rules.ENTRY, entry=an_entry(council), words="Ash was seen")
    assert piece.words == ""
    assert ChildEvidence.objects.get(pk=piece.pk).words == "Ash was seen"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"words": " "}, "words"),
        ({"kind": rules.MEASURE}, "measure"),
        ({"kind": rules.MEASURE, "measure": "P00"}, "measure"),
        ({"kind": rules.AUDIT}, "programme"),
        ({"kind": rules.ENTRY}, "entry"),
        ({"kind": rules.DOCUMENT}, "where"),
        ({"on": day(-1)}, "on"),
    ],
)
def test_evidence_names_what_it_is(council: Cast, more: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        shown(council, raised(council), **more)
    assert refused.value.field == field


def test_evidence_hangs_from_an_action_of_its_own_concern(council: Cast) -> None:
    elsewhere = acted(council, raised(council))
    with pytest.raises(Refused) as refused:
        shown(council, raised(council), action=elsewhere)
    assert refused.value.field == "action"


def test_a_document_and_what_somebody_says_are_of_their_day(council: Cast) -> None:
    concern = raised(council)
    piece = shown(council, concern, kind=rules.DOCUMENT, where="Minutes of 3 November", on=day(20))
    assert (piece.on, piece.where) == (day(20), "Minutes of 3 November")
