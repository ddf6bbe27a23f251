"""Completed questionnaires: wording kept, counted in typed columns, never changed, and on nobody else's record."""

from __future__ import annotations

import pytest
from django.db import ProgrammingError, transaction

from kittiwake.access.identity import acting_as
from kittiwake.history.refusal import Refused
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.models import Answer, Completion, FloorMet, Subtotal
from kittiwake.primitives.instruments.recording import (
    complete,
    keep_until_marked,
    marked_blind,
    nothing_to_mark,
)
from kittiwake.primitives.instruments.showing import Explained
from kittiwake.primitives.instruments.tests.answering import quiet
from kittiwake.record import recording as record
from kittiwake.record.models import Entry
from tests.cast import NOW, Cast

EXPLOITATION, PLACE = library.latest("exploitation_risk"), library.latest("place_context")


@pytest.fixture
def entry(cast: Cast) -> Entry:
    return record.enter(
        cast.ash, kind="risk.assessment", summary="Assessed", happened_at=NOW, by=cast.system, at=NOW
    )


def test_the_answers_keep_the_wording_they_answered(cast: Cast, entry: Entry) -> None:
    answers = quiet(
        EXPLOITATION, missing="current", missing_evidence="Three nights", pull=["friends", "goods"]
    )
    kept = complete(EXPLOITATION, answers=answers, entry=entry, by=cast.user("worker"), at=NOW)
    kept_answer = kept.answers.get(question="missing")
    assert (kept_answer.wording, kept_answer.value, kept_answer.said, kept_answer.points) == (
        "Going missing",
        "current",
        "Happening now",
        3,
    )
    assert kept.answers.get(question="missing_evidence").said == "Three nights"
    assert {answer.value for answer in kept.answers.filter(question="pull")} == {"friends", "goods"}
    assert (kept.total, kept.most, kept.by_points, kept.band, kept.age) == (3, 88, "none", "moderate", 15)
    assert kept.subtotals.get(section="areas").points == 3
    assert kept.checksum == EXPLOITATION.checksum


def test_a_floor_is_kept_with_its_words(cast: Cast, entry: Entry) -> None:
    answers = quiet(EXPLOITATION, weapon="current")
    kept = complete(EXPLOITATION, answers=answers, entry=entry, by=cast.user("worker"), at=NOW)
    assert (kept.by_points, kept.band) == ("emerging", "significant")
    assert kept.floors.get().words == "Have they been injured with a weapon? Yes, in the last 6 months"


def test_the_score_is_explained_line_by_line(cast: Cast, entry: Entry) -> None:
    answers = quiet(EXPLOITATION, missing="current", missing_evidence="Three nights", trusted_adult="strong")
    shown = Explained(complete(EXPLOITATION, answers=answers, entry=entry, by=cast.user("worker"), at=NOW))
    rows = {row.key: row.value for _, rows in shown.sections for row in rows}
    assert rows["Going missing"] == "Happening now (3 points)"
    assert rows["Going missing: what tells you so?"] == "Three nights"
    sums = [row.value for row in shown.sums]
    assert sums == ["3 of 40", "0 of 48", "0 of 12, counted apart", "4 of 28, counted apart", "3 of 88"]


@pytest.mark.parametrize(
    ("change", "field"),
    [({"missing": "dreadful"}, "missing"), ({"missing_evidence": "Hidden"}, "missing_evidence")],
)
def test_a_refusal_names_its_question_and_keeps_nothing(
    cast: Cast, entry: Entry, change: dict, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        complete(
            EXPLOITATION,
            answers={**quiet(EXPLOITATION), **change},
            entry=entry,
            by=cast.user("worker"),
            at=NOW,
        )
    assert refused.value.field == field
    assert not Completion.objects.exists()


def test_nothing_of_it_is_ever_changed(cast: Cast, entry: Entry) -> None:
    kept = complete(EXPLOITATION, answers=quiet(EXPLOITATION), entry=entry, by=cast.user("worker"), at=NOW)
    for rows in (Completion.objects.filter(pk=kept.pk), kept.answers.all(), kept.subtotals.all()):
        with pytest.raises(ProgrammingError), transaction.atomic():
            rows.update(**({"total": 0} if rows.model is Completion else {"points": 0}))


def test_only_those_who_may_see_the_child_see_the_answers(cast: Cast, entry: Entry) -> None:
    complete(
        EXPLOITATION,
        answers=quiet(EXPLOITATION, weapon="current"),
        entry=entry,
        by=cast.user("worker"),
        at=NOW,
    )
    for name, sees in {"worker": True, "manager": True, "outsider": False, "partner": False}.items():
        with acting_as(cast.user(name)):
            answers = [model.objects.exists() for model in (Completion, Answer, Subtotal, FloorMet)]
        assert answers == [sees] * 4, name


def test_one_about_a_place_is_for_every_worker_and_for_nobody_outside(cast: Cast) -> None:
    with acting_as(cast.user("worker")):
        complete(PLACE, answers=quiet(PLACE), by=cast.user("worker"), at=NOW)
    for name, sees in {"outsider": True, "partner": False, "young_person": False}.items():
        with acting_as(cast.user(name)):
            assert (Completion.objects.exists(), Answer.objects.exists()) == (sees, sees), name


def asked(cast: Cast, entry: Entry, who: str = "colleague") -> None:
    complete(EXPLOITATION, answers=quiet(EXPLOITATION), entry=entry, by=cast.user("worker"), at=NOW)
    asking = {"instrument": EXPLOITATION, "marker": cast.user(who), "by": cast.user("manager"), "at": NOW}
    keep_until_marked(entry, **asking)


def kept_from(cast: Cast, who: str) -> bool:
    with acting_as(cast.user(who)):
        return not Answer.objects.exists()


def test_until_their_mark_is_made_the_first_is_kept_from_who_marks_again(cast: Cast, entry: Entry) -> None:
    asked(cast, entry)
    assert (kept_from(cast, "colleague"), kept_from(cast, "manager")) == (True, False)
    with pytest.raises(Refused, match="Somebody else was asked"):
        marked_blind(entry.pk, by=cast.user("manager"), at=NOW)
    marked_blind(entry.pk, by=cast.user("colleague"), at=NOW)
    assert not kept_from(cast, "colleague")
    with pytest.raises(Refused, match="already made this mark"):
        marked_blind(entry.pk, by=cast.user("colleague"), at=NOW)


def test_nothing_is_kept_of_a_mark_that_nobody_asked_for_or_that_was_taken_back(
    cast: Cast, entry: Entry
) -> None:
    with pytest.raises(Refused, match="Somebody else was asked"):
        marked_blind(entry.pk, by=cast.user("colleague"), at=NOW)
    asked(cast, entry)
    nothing_to_mark(entry, at=NOW)
    assert not kept_from(cast, "colleague")


def test_somebody_else_asked_instead_is_kept_from_it_and_the_first_no_longer(
    cast: Cast, entry: Entry
) -> None:
    asked(cast, entry)
    asking = {"instrument": EXPLOITATION, "marker": cast.user("service_manager"), "at": NOW}
    keep_until_marked(entry, **asking, by=cast.user("manager"))
    assert (kept_from(cast, "colleague"), kept_from(cast, "service_manager")) == (False, True)
