"""The figures follow a moment that was put right: no trace of the wrong one is left in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from kittiwake.insight import counting
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.return_interviews import recording
from kittiwake.practice.return_interviews.corrections.recording import correct_moments
from kittiwake.primitives.measures import catalogue
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

GONE, BACK = datetime(2026, 11, 13, 20, 0, tzinfo=UTC), datetime(2026, 11, 13, 23, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("returned", "in_time", "hours_until_held", "hours_missing"),
    [(BACK - 2 * HOUR, 0, 73.0, 1.5), (BACK + HOUR, 1, 70.0, 4.5), (BACK + 48 * HOUR, 1, 23.0, 51.5)],
)
def test_figures_are_of_the_return_as_it_was(
    cast: Cast, returned: datetime, in_time: int, hours_until_held: float, hours_missing: float
) -> None:
    by = {"by": cast.user("worker"), "at": NOW}
    episode = missing.report_past(cast.ash, reported=Moment(GONE), returned=Moment(BACK), **by)
    said = {"interviewer_name": "Somebody", "own_words": "I walked."}
    recording.hold(cast.ash, episodes=[episode], held=Moment(BACK + 71 * HOUR), **said, **by)
    correct_moments(
        episode, moments={"returned": Moment(returned)}, reason="Misread", version=episode.version, **by
    )
    assert (figure("P11").numerator, figure("P11").denominator) == (in_time, 1)
    assert (figure("P12").value, figure("P08").value) == (hours_until_held, hours_missing)


def figure(key: str) -> counting.Figure:
    (found,) = counting.figures(catalogue.measures()[key], date(2026, 11, 1), date(2026, 11, 20))
    return found
