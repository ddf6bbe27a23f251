"""What is put in as evidence, what contradicts, and who sets it aside."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.audits.tests.made import made_programme
from kittiwake.assurance.inspection import rules
from kittiwake.assurance.inspection.concerns import standing
from kittiwake.assurance.inspection.concerns.standing import Standing
from kittiwake.assurance.inspection.evidence import recording as evidence
from kittiwake.assurance.inspection.figures import Live
from kittiwake.assurance.inspection.models import ChildEvidence, Concern, Evidence
from kittiwake.assurance.inspection.tests.made import TODAY, acted, by_at, closed, day, judged, raised, shown
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.insight.models import Counting
from kittiwake.insight.rules import Figure
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.record import recording as record
from kittiwake.record.models import Entry
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in


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


def heard_in_time(cast: Cast) -> None:
    """Ash came back and was heard the next day: one of one, in the last 12 months."""
    away, back, heard = (Moment(NOW - timedelta(days=days)) for days in (30, 29, 28))
    by = by_at(cast, "worker")
    episode = missing.report_past(cast.ash, reported=away, returned=back, **by)
    interviews.hold(cast.ash, episodes=[episode], held=heard, interviewer_name="x", own_words="x", **by)


def page_of(cast: Cast, concern: Concern, who: str = "auditor") -> str:
    return signed_in(cast.user(who)).get(concern.get_absolute_url()).content.decode()


def test_a_measure_is_kept_as_it_was_beside_what_it_is(council: Cast, time_machine) -> None:
    time_machine.move_to(NOW, tick=False)
    heard_in_time(council)
    concern = raised(council)
    piece = shown(council, concern, kind=rules.MEASURE, measure="P11")
    assert (piece.numerator, piece.denominator, piece.first) == (1, 1, day(365))
    assert page_of(council, concern).count("100%, 1 of 1") == 2
    # What one saw is not what others may see: of so few, they are not told what it was.
    assert "tell of a few" in page_of(council, concern, "director")


def test_audits_are_put_in_by_their_programme(council: Cast, time_machine) -> None:
    time_machine.move_to(NOW, tick=False)
    programme = made_programme(council)
    concern = raised(council)
    assert shown(council, concern, kind=rules.AUDIT, programme=programme).programme == programme
    shown(council, concern, kind=rules.DOCUMENT, where="Minutes of 3 November")
    page = page_of(council, concern)
    assert programme.title in page
    assert "Minutes of 3 November" in page
    # Whoever may not see audits is told that there were some.
    page = page_of(council, concern, "member")
    assert programme.title not in page
    assert "Audits of one programme" in page


def test_evidence_is_not_set_aside_without_a_reason(council: Cast) -> None:
    piece = shown(council, raised(council))
    with pytest.raises(Refused) as refused:
        evidence.set_aside(piece, why=" ", **by_at(council, "principal"))
    assert refused.value.field == "why"


def test_a_figure_that_takes_too_long_is_asked_of_a_worker(council: Cast) -> None:
    live = Live(Viewer(council.user("director")), TODAY, ["P11"], patience=0)
    assert live.now("P11") is None
    assert live.is_waiting
    assert "Being counted" in live.said("P11")
    assert Counting.objects.filter(user=council.user("director"), measure="").exists()
    assert Live(Viewer(council.user("director")), TODAY, ["P00"]).said("P00") == "Not counted here"
