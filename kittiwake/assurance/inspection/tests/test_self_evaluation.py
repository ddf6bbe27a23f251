"""The self-evaluation: versions with their authors, a draft until it is approved by another, claims beside figures."""

from __future__ import annotations

from typing import Any

import pytest

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.inspection.figures import Live
from kittiwake.assurance.inspection.models import Claim, SelfEvaluation
from kittiwake.assurance.inspection.self_evaluation import recording, rules
from kittiwake.assurance.inspection.self_evaluation.queries import standing
from kittiwake.assurance.inspection.self_evaluation.showing import EvaluationPage
from kittiwake.assurance.inspection.tests.made import by_at
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.insight.rules import Figure
from tests.cast import NOW, Cast

FACTS: Any = {
    "question": rules.QUALITY, "words": "Children are heard soon", "says": rules.STRENGTH, "measure": "P11"
}  # fmt: skip


def begun(cast: Cast) -> SelfEvaluation:
    return recording.begin(**by_at(cast, "principal"))


def written(cast: Cast, evaluation: SelfEvaluation, who: str = "principal", **more: Any) -> Claim:
    return recording.write(evaluation, **{**FACTS, **more}, **by_at(cast, who))


def test_it_is_begun_written_and_approved_by_another(council: Cast) -> None:
    evaluation = begun(council)
    written(council, evaluation)
    recording.approve(evaluation, **by_at(council))
    evaluation.refresh_from_db()
    assert evaluation.approved_by == council.user("director")
    for late in (
        lambda: written(council, evaluation),
        lambda: recording.approve(evaluation, **by_at(council)),
    ):
        with pytest.raises(Refused, match="approved"):
            late()


def test_there_is_one_draft(council: Cast) -> None:
    begun(council)
    with pytest.raises(Refused, match="draft is there already"):
        begun(council)


def test_nobody_approves_alone_what_they_wrote_alone(council: Cast) -> None:
    evaluation = begun(council)
    with pytest.raises(Refused, match="Nothing is written"):
        recording.approve(evaluation, **by_at(council))
    written(council, evaluation, "director")
    with pytest.raises(NotYours):
        recording.approve(evaluation, **by_at(council))


def test_what_was_written_before_stays_and_the_last_stands(council: Cast) -> None:
    evaluation = begun(council)
    first = written(council, evaluation)
    written(council, evaluation, "auditor", place=first.place, version=1, words="Most are heard soon")
    assert [claim.words for claim in standing(evaluation)] == ["Most are heard soon"]
    assert Claim.objects.filter(evaluation=evaluation).count() == 2
    with pytest.raises(Refused, match="written this claim anew"):
        written(council, evaluation, place=first.place, version=1, words="All are")


def test_a_claim_taken_out_stands_no_more(council: Cast) -> None:
    evaluation = begun(council)
    claim = written(council, evaluation)
    written(council, evaluation, words="Another")
    recording.take_out(claim, **by_at(council, "auditor"))
    assert [each.words for each in standing(evaluation)] == ["Another"]
    with pytest.raises(Refused):
        recording.take_out(claim, **by_at(council))


def test_the_next_version_begins_with_what_stood(council: Cast) -> None:
    first = begun(council)
    claim = written(council, first)
    written(council, first, words="Gone", measure="")
    recording.take_out(Claim.objects.get(words="Gone"), **by_at(council))
    recording.approve(first, **by_at(council))
    second = begun(council)
    assert second.number == 2
    (taken_over,) = standing(second)
    assert (taken_over.words, taken_over.by, taken_over.at) == (claim.words, claim.by, claim.at)


@pytest.mark.parametrize(("more", "field"), [({"words": " "}, "words"), ({"measure": "P00"}, "measure")])
def test_a_claim_says_something_and_names_a_measure_there_is(council: Cast, more: Any, field: str) -> None:
    with pytest.raises(Refused) as refused:
        written(council, begun(council), **more)
    assert refused.value.field == field


def test_a_claim_the_figure_does_not_bear_out_is_said_plainly(
    council: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Live, "now", lambda self, key: Figure(None, 40, 100, 0.4))
    monkeypatch.setattr(Live, "before", lambda self, key: Figure(None, 80, 100, 0.8))
    evaluation = begun(council)
    written(council, evaluation)
    written(council, evaluation, says=rules.PLAIN, words="We look at twelve records", measure="")
    page = EvaluationPage(evaluation, Viewer(council.user("director")), NOW)
    assert page.disagreements == 1
    ((said, plain), _, _) = (claims for _, claims in page.sections)
    assert "worse than 63%" in said.disagreement
    assert plain.disagreement == ""
