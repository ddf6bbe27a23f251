"""The second mark of an assessment: asked of whom, made once, and until then kept from its maker."""

from __future__ import annotations

import pytest

from kittiwake.access.identity import acting_as
from kittiwake.history.refusal import Refused
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.models import PresentingRisk, RiskAssessment
from kittiwake.practice.risk.tests.assessed import FULL, MODERATE, assessed
from kittiwake.practice.risk.tests.test_assessing import WORD, written_everywhere
from kittiwake.primitives.instruments.models import BlindMark
from kittiwake.primitives.instruments.tests.answering import quiet
from kittiwake.record.models import Worker
from tests.cast import NOW, Cast
from tests.reading import tables_with


def test_a_second_mark_is_made_once_by_whom_it_was_asked_of(cast: Cast) -> None:
    made = assessed(cast, answers=MODERATE, judged="moderate")
    manager, marker = cast.user("manager"), cast.workers["colleague"]
    second = assessing.ask_second_mark(made, marker=marker, by=manager, at=NOW)
    facts = {"answers": quiet(FULL, **MODERATE), "judged": "emerging", "why": "Less than it looks", "at": NOW}
    with pytest.raises(Refused, match="Somebody else was asked"):
        assessing.mark(second, **facts, by=cast.user("service_manager"))
    done = assessing.mark(second, **facts, by=marker.user)
    assert (done.judged, done.completion.total, done.completion.entry) == ("emerging", 9, made.entry)
    with pytest.raises(Refused, match="already made this mark"):
        assessing.mark(second, **facts, by=marker.user)
    with pytest.raises(Refused, match="already been asked to mark this a second time"):
        assessing.ask_second_mark(made, marker=cast.workers["service_manager"], by=manager, at=NOW)


def test_a_second_mark_is_asked_of_somebody_who_can_sign_in(cast: Cast) -> None:
    made, marker = assessed(cast), Worker.objects.create(name="A worker from an agency")
    with pytest.raises(Refused, match="cannot sign in") as refused:
        assessing.ask_second_mark(made, marker=marker, by=cast.user("manager"), at=NOW)
    assert refused.value.field == "marker"


def test_a_second_mark_is_on_the_scale_of_the_first_or_not_made(cast: Cast) -> None:
    made, marker = assessed(cast), cast.workers["colleague"]
    second = assessing.ask_second_mark(made, marker=marker, by=cast.user("manager"), at=NOW)
    with pytest.raises(Refused, match="how high you judge it") as refused:
        assessing.mark(second, answers=quiet(FULL), judged="dreadful", why="x", by=marker.user, at=NOW)
    assert refused.value.field == "judged"
    second.refresh_from_db()
    assert second.marked_at is None


@pytest.mark.parametrize("who", ["worker", "manager"])
def test_whoever_knows_the_mark_cannot_make_the_second(cast: Cast, who: str) -> None:
    made = assessed(cast)
    with pytest.raises(Refused, match="has not seen the mark"):
        assessing.ask_second_mark(made, marker=cast.workers[who], by=cast.user("manager"), at=NOW)


@pytest.mark.parametrize(
    ("who", "is_found"),
    [("colleague", False), ("worker", True), ("service_manager", True), ("partner", False)],
)
def test_a_second_marker_finds_no_word_of_the_first_mark_in_any_table(
    cast: Cast, who: str, is_found: bool
) -> None:
    made, marker = written_everywhere(cast), cast.workers["colleague"]
    with acting_as(marker.user):
        assert tables_with(WORD), "they see this child"
    assessing.ask_second_mark(made, marker=marker, by=cast.user("manager"), at=NOW)
    with acting_as(cast.user(who)):
        assert bool(tables_with(WORD)) is is_found


def test_once_marked_the_second_marker_reads_the_first_and_what_followed(cast: Cast) -> None:
    made, marker = written_everywhere(cast), cast.workers["colleague"]
    second = assessing.ask_second_mark(made, marker=marker, by=cast.user("manager"), at=NOW)
    with acting_as(marker.user):
        assert PresentingRisk.objects.count() == 0
        facts = {"answers": quiet(FULL, **MODERATE), "judged": "moderate", "why": "As I see it"}
        assessing.mark(BlindMark.objects.get(pk=second.pk), **facts, by=marker.user, at=NOW)
        assert PresentingRisk.objects.count() == 2
        assert RiskAssessment._meta.db_table in tables_with(WORD)


def test_a_mark_that_was_taken_back_keeps_nothing(cast: Cast) -> None:
    made, marker = assessed(cast), cast.workers["colleague"]
    second = assessing.ask_second_mark(made, marker=marker, by=cast.user("manager"), at=NOW)
    assessing.strike_out(made, reason="The wrong child", by=cast.user("worker"), at=NOW)
    with acting_as(marker.user):
        assert RiskAssessment.objects.filter(pk=made.pk).exists()
    with pytest.raises(Refused):
        assessing.mark(second, answers=quiet(FULL), judged="none", why="x", by=marker.user, at=NOW)
