"""Assessments of an earlier version of the questionnaire: kept as they were, and looked at again by a person."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from kittiwake.history.refusal import Refused
from kittiwake.practice.risk import broken_links, rules
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.contexts import recording as contexts
from kittiwake.practice.risk.models import RiskAssessment
from kittiwake.practice.risk.tests.assessed import WORDS, assessed, text
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.tests.answering import quiet
from kittiwake.record.models import Child
from tests.cast import NOW, Cast, signed_in

FIRST = library.instrument(rules.FULL_ASSESSMENT, 1)
DAY = timedelta(days=1)


def as_before(
    cast: Cast, child: Child, judged: str = "emerging", why: str = "", **answers: Any
) -> RiskAssessment:
    return assessing.assess(
        child,
        instrument=FIRST,
        answers=quiet(FIRST, **answers),
        judged=judged,
        why_different=why,
        **WORDS,
        by=cast.user("worker"),
        at=NOW,
    )


def again(cast: Cast) -> list[int]:
    see = lambda model: model._default_manager.all()  # noqa: E731
    return [broken.child_id for broken in broken_links.rated_too_low(see, NOW)]


@pytest.mark.parametrize(
    ("answers", "judged", "is_again"),
    [
        ({"sexual_harm": "current"}, "emerging", True),
        ({"held": "current", "moved": "current"}, "emerging", True),
        ({"moved": "recent"}, "none", True),
        ({"missing": "severe", "missing_evidence": "Nights"}, "emerging", True),
        ({"sexual_harm": "current"}, "significant", False),
        ({"weapon": "current"}, "significant", False),
        ({"sexual_harm": "not_known"}, "none", False),
        ({}, "none", False),
    ],
)
def test_what_is_looked_at_again(cast: Cast, answers: dict, judged: str, is_again: bool) -> None:
    """The first version let each of these be; the one in use would not."""
    made = as_before(cast, cast.ash, judged, "So I judge", **answers)
    assert again(cast) == ([cast.ash.pk] if is_again else [])
    page = text(signed_in(cast.user("worker")), reverse("risk:earlier_version"))
    assert ("Assess Ash again" in page) is is_again
    assert made.get_absolute_url() in page


def test_it_stays_as_it_was_and_says_why_it_is_looked_at_again(cast: Cast) -> None:
    made = as_before(cast, cast.ash, sexual_harm="current")
    assert (made.scored, made.completion.total) == ("emerging", 5)
    page = text(signed_in(cast.user("worker")), made.get_absolute_url())
    assert "What the answers add up to: emerging" in page
    assert "Look at it again, because:" in page
    assert "Yes, in the last 6 months. Now at least significant." in page


def test_assessed_again_it_leaves_the_list(cast: Cast) -> None:
    as_before(cast, cast.ash, sexual_harm="current")
    assessed(cast, answers={"sexual_harm": "current"}, judged="significant", at=NOW + DAY)
    assert again(cast) == []
    assert "None, of the children you may see" in text(
        signed_in(cast.user("worker")), reverse("risk:earlier_version")
    )


def test_nobody_reads_of_a_child_they_may_not_see_or_mark_blind(cast: Cast) -> None:
    made = as_before(cast, cast.ash, sexual_harm="current")
    assert "Assess Ash again" not in text(signed_in(cast.user("outsider")), reverse("risk:earlier_version"))
    marker = cast.workers["colleague"]
    assessing.ask_second_mark(made, marker=marker, by=cast.user("manager"), at=NOW)
    assert "Assess Ash again" not in text(signed_in(marker.user), reverse("risk:earlier_version"))


@pytest.mark.parametrize(("version", "is_again"), [(1, True), (2, False)])
def test_a_place_of_an_earlier_version_is_looked_at_again(cast: Cast, version: int, is_again: bool) -> None:
    instrument = library.instrument("place_context", version)
    place = contexts.open_context(kind="place", name="The pier", by=cast.user("worker"), at=NOW)
    contexts.assess_context(
        place, instrument=instrument, answers=quiet(instrument), judged="universal", by=cast.user("worker"), at=NOW
    )  # fmt: skip
    for url in (reverse("risk:contexts"), reverse("risk:context", args=[place.pk])):
        assert ("again" in text(signed_in(cast.user("worker")), url).lower()) is is_again


def test_a_place_is_judged_on_the_scale_of_its_questionnaire_or_not_at_all(cast: Cast) -> None:
    place = contexts.open_context(kind="place", name="The pier", by=cast.user("worker"), at=NOW)
    instrument = library.latest("place_context")
    facts = {"answers": quiet(instrument), "judged": "dreadful", "by": cast.user("worker"), "at": NOW}
    with pytest.raises(Refused, match="level you judge it to be") as refused:
        contexts.assess_context(place, instrument=instrument, **facts)
    assert refused.value.field == "judged"
    assert not place.assessments.exists()
