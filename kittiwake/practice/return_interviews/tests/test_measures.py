"""What is counted of returns and interviews, each over a few that a person can count."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kittiwake.practice.missing.tests.made import counted
from kittiwake.practice.return_interviews import recording
from kittiwake.practice.return_interviews.tests.made import BACK, HOUR, a_return, an_interview, an_offer
from kittiwake.primitives.claims import recording as claims
from tests.cast import NOW, Cast

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
DAY = timedelta(days=1)


def in_numerator(key: str) -> list[bool]:
    return sorted(case["in_numerator"] for case in counted(key, FIRST, LAST))


def values(key: str) -> list[float]:
    return sorted(case["value"] for case in counted(key, FIRST, LAST))


def test_every_return_counts_whether_or_not_anybody_asked(cast: Cast) -> None:
    a_return(cast, back=BACK - 3 * DAY)
    an_offer(cast, a_return(cast))
    assert (in_numerator("P09"), in_numerator("P10")) == ([False, True], [False])


def test_one_offer_and_one_interview_answer_several_returns(cast: Cast) -> None:
    returns = a_return(cast, back=BACK - DAY), a_return(cast)
    an_offer(cast, *returns)
    an_interview(cast, *returns)
    assert (in_numerator("P09"), in_numerator("P10"), len(counted("P14", FIRST, LAST))) == (
        [True] * 2,
        [True] * 2,
        1,
    )


@pytest.mark.parametrize(("after", "in_time"), [(72, True), (73, False)])
def test_an_interview_is_in_time_within_72_hours_of_the_return(cast: Cast, after: int, in_time: bool) -> None:
    """Statutory guidance on children who run away or go missing, 2014."""
    back = NOW - 80 * HOUR
    an_interview(cast, a_return(cast, back=back), at=back + after * HOUR)
    assert (in_numerator("P11"), in_numerator("P11b")) == ([in_time], [in_time])
    assert values("P12") == [after]


def test_a_return_nobody_was_heard_about_counts_against_one_of_the_two(cast: Cast) -> None:
    a_return(cast)
    assert (in_numerator("P11"), in_numerator("P11b"), values("P12")) == ([False], [], [])


def test_of_two_interviews_the_first_says_how_long_the_child_waited(cast: Cast) -> None:
    episode = a_return(cast)
    an_interview(cast, episode, at=BACK + 20 * HOUR)
    an_interview(cast, episode, at=BACK + 25 * HOUR)
    assert (values("P12"), in_numerator("P11")) == ([20], [True])


def test_an_interview_struck_out_was_none(cast: Cast) -> None:
    interview = an_interview(cast, a_return(cast))
    recording.strike_out(interview.entry, reason="Another child", by=cast.system, at=NOW)
    assert (in_numerator("P11"), counted("P14", FIRST, LAST)) == ([False], [])


@pytest.mark.parametrize(
    ("answers", "counts"),
    [
        (["declined"], True),
        (["no_response"], True),
        (["declined", "accepted"], False),
        (["accepted", "declined"], True),
    ],
)
def test_the_newest_answer_says_whether_they_declined(cast: Cast, answers: list[str], counts: bool) -> None:
    episode = a_return(cast)
    for number, answer in enumerate(answers):
        words = {"child_words": "No"} if answer == "declined" else {}
        an_offer(cast, episode, answer=answer, at=BACK + (number + 1) * HOUR, **words)
    assert in_numerator("P13") == [counts]


def test_who_was_heard_after_all_did_not_decline(cast: Cast) -> None:
    episode = a_return(cast)
    an_offer(cast, episode, answer="declined", child_words="No")
    an_interview(cast, episode)
    assert in_numerator("P13") == [False]


def test_an_interviewer_who_is_not_independent_is_counted_as_that(cast: Cast) -> None:
    worker = {
        "interviewer": cast.workers["worker"],
        "independent": False,
        "independent_why": "They asked for me",
    }
    an_interview(cast, a_return(cast, back=BACK - DAY), at=BACK - DAY + HOUR)
    an_interview(cast, a_return(cast), **worker)
    assert in_numerator("P14") == [False, True]


def named(cast: Cast, interview: Any) -> Any:
    said = {"kind": "child", "wording": "My mate Rowan", "link": "with"}
    return claims.make(interview.entry, cast.ash, **said, by=cast.user("interviewer"), at=NOW)


def test_an_interview_names_another_child_until_that_is_refused_and_in_any_version(cast: Cast) -> None:
    interview = an_interview(cast, a_return(cast))
    assert in_numerator("P17") == [False]
    claim = named(cast, interview)
    assert in_numerator("P17") == [True]
    recording.rewrite(interview, own_words="I was cold", by=cast.user("interviewer"), at=NOW)
    assert in_numerator("P17") == [True], "one interview, whatever its version"
    claims.decide(claim, verdict="refused", reason="No such child", by=cast.user("worker"), at=NOW)
    assert in_numerator("P17") == [False]


@pytest.mark.parametrize(("days", "again"), [(30, True), (31, False)])
def test_missing_again_counts_once_the_days_after_the_interview_are_over(
    cast: Cast, days: int, again: bool
) -> None:
    held = NOW - 32 * DAY
    an_interview(cast, a_return(cast, back=held - HOUR), at=held)
    a_return(cast, back=held + days * DAY + HOUR, away=HOUR)
    (case,) = counted("P07", FIRST, LAST)
    assert (f"{case['on']:%d %B}", case["in_numerator"]) == ("21 November", again)


def test_an_interview_whose_days_are_not_over_is_not_counted_yet(cast: Cast) -> None:
    an_interview(cast, a_return(cast))
    assert counted("P07", FIRST, LAST) == []
