"""Who may open the pages of offers and return interviews."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.areas.powers import Power
from kittiwake.practice.missing import models as missing_models
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.return_interviews import recording
from kittiwake.practice.return_interviews.not_held.recording import record_not_held
from kittiwake.practice.return_interviews.offers import recording as offers
from kittiwake.primitives.claims import recording as claims
from kittiwake.time.moments import Moment
from tests.matrix.pages import Made, reads, writes


def make(made: Made) -> None:
    """Two earlier returns: one was listened to, the other never will be."""
    word, by, at = made.word("return_interviews.interview"), made.by, made.at
    days_ago = [Moment(at - timedelta(days=days)) for days in (9, 8, 7, 6, 5)]
    listened_to, not_listened_to = (
        missing.report_past(made.child, reported=days_ago[day], returned=days_ago[day + 1], by=by, at=at)
        for day in (0, 2)
    )
    made["offer"] = offers.offer(
        made.child, episodes=[listened_to], offered=days_ago[4], offered_by=word, how="phone", answer="accepted",
        child_words=word, by=by, at=at,
    )  # fmt: skip
    made["interview"] = recording.hold(
        made.child, episodes=[listened_to], held=days_ago[4], interviewer_name=word, own_words=word,
        other_children=word, by=by, at=at,
    )  # fmt: skip
    made["past_episode"] = not_listened_to
    made["not_held"] = record_not_held(not_listened_to, reason="left_area", words=word, by=by, at=at)


def _learned_more(made: Made, more: int) -> None:
    for number in range(more):
        said = {"kind": "vehicle", "wording": "x", "link": "driven_in", "number": f"AB{number % 90 + 10} CDE"}
        claims.make(made["interview"].entry, made.child, **said, by=made.somebody(number), at=made.at)


def _away_again(made: Made, more: int) -> None:
    """Earlier returns nobody has listened to them about."""
    before = missing_models.Episode.objects.filter(child=made.child).count()
    for number in range(before, before + more):
        days = [made.at - timedelta(days=20 + 2 * number - back) for back in (0, 1)]
        moments = {"reported": Moment(days[0]), "returned": Moment(days[1])}
        missing.report_past(made.child, **moments, by=made.somebody(number), at=made.at)


PAGES = [
    reads("return_interviews:offer", Power.SEE, pk="offer"),
    reads(
        "return_interviews:interview",
        Power.SEE,
        pk="interview",
        grows=_learned_more,
        at_most=25,
    ),
    reads("return_interviews:not_held", Power.SEE, pk="not_held"),
    writes(
        "return_interviews:make_offer",
        Power.RECORD,
        child_pk="child",
        grows=_away_again,
        at_most=12,
    ),
    writes("return_interviews:hold", Power.RECORD, child_pk="child", grows=_away_again, at_most=13),
    writes("return_interviews:record_not_held", Power.RECORD, episode_pk="past_episode"),
    writes("return_interviews:correct_moments", Power.REPORT, episode_pk="past_episode"),
    writes("return_interviews:learned", Power.RECORD, pk="interview", grows=_learned_more, at_most=12),
    writes("return_interviews:another_child", Power.RECORD_MEETINGS, pk="interview"),
    writes("return_interviews:rewrite", Power.RECORD, pk="interview"),
    writes("return_interviews:check", Power.LEAD, pk="interview"),
    writes("return_interviews:answer", Power.RECORD, pk="interview"),
    writes("return_interviews:share", Power.RECORD, pk="interview"),
    writes("return_interviews:strike_out", Power.RECORD, pk="interview"),
]
