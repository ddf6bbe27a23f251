"""A drawn world: four named children, what happened to them, and the figure every measure must give.

Period: 1 to 30 November 2026. Ash went missing three times in the month and talked to somebody about two of them;
Briar went once, for 30 hours, and declined; Rowan, in care and out of area, went once in November, once in July and once in March;
Hazel, in care, never went.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from kittiwake.insight.tests.worlds import (
    allocations,
    audits,
    direct_work,
    feedback,
    meetings,
    performance,
    plans,
    supervision,
    workforce,
)
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.carer_details.recording import keep_carer_details
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.notifications.recording import notify
from kittiwake.practice.plans.writing import recording as writing
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews import rules
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.offers import recording as offers
from kittiwake.practice.return_interviews.quality_checks import recording as quality_checks
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.models import RiskAssessment
from kittiwake.practice.risk.tests.assessed import assessed
from kittiwake.primitives.claims import recording as claims
from kittiwake.primitives.instruments.tests.answering import quiet
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import Cast

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)

# key: (numerator, denominator, value)
DRAWN = {
    "P01": (5, None, 5),
    "P02": (3, None, 3),
    "P03": (1, 2, 1 / 2),  # Rowan, of Rowan and Hazel
    "P04": (5, 3, 5 / 3),
    "P05": (2, 3, 2 / 3),  # Ash, and Rowan again after March
    "P06": (1, 3, 1 / 3),  # Ash
    "P07": (
        1,
        2,
        1 / 2,
    ),  # Rowan's of October, followed 23 and 33 days later; Ash's of November may still turn
    "P08": (None, 5, 10.0),  # 4, 6, 10, 20, 30
    "P08b": (1, 5, 1 / 5),
    "P08c": (None, 1, 756.0),  # Fern, since noon on 30 October; Briar is away, and not missing
    "P09": (4, 5, 4 / 5),  # all but Rowan's
    "P10": (3, 4, 3 / 4),  # all but Briar's
    "P11": (
        2,
        5,
        2 / 5,
    ),  # one interview 20 hours after the second return, 68 after the first; the other came late
    "P11b": (2, 3, 2 / 3),
    "P12": (None, 3, 68.0),  # 20, 68, 100
    "P13": (1, 4, 1 / 4),
    "P14": (1, 2, 1 / 2),
    "P15": (1, 1, 1.0),
    "P16": (1, 2, 1 / 2),
    "P17": (1, 2, 1 / 2),
    "P18": (1, 5, 1 / 5),
    "P19": (None, 2, 3.0),  # 1 and 5
    "P19b": (
        1,
        19,
        1 / 19,
    ),  # 1, 3 and 3 of Ash's, 3 and 3 of Briar's, 6 of Rowan's: the council they are placed in
    "P20": (1, 3, 1 / 3),  # Ash's are of October, Briar's of May, and Rowan has none
    **direct_work.DRAWN,
    **meetings.DRAWN,
    "P37": (2, 3, 2 / 3),  # Ash significant, Rowan moderate, Briar no concern
    "P38": (1, 2, 1 / 2),  # Ash's is of November, Rowan's of August; Briar has no concern
    "P39": (1, 4, 1 / 4),  # Briar, the second time
    "P39b": (2, 4, 2 / 4),  # Ash, twice
    "P40": (
        2,
        4,
        2 / 4,
    ),  # Ash's second is judged lower than the score, the third higher; Hazel's was struck out
    "P40b": (1, 4, 1 / 4),
    "P40c": (1, 2, 1 / 2),  # the colleague agrees about Ash's first; not about the third
    # A manager saw Ash's second in 1 working day and the third in 6; Briar's of the 3rd nobody did; the 25th is too new.
    "P40d": (1, 3, 1 / 3),
    "P40e": (None, 2, 6.5),  # 3 and 10 days
    "P41": (1, 3, 1 / 3),  # Rowan; not Ash and Briar
    "P81": (0, 5, 0.0),
    "P81b": (
        6,
        6,
        1.0,
    ),  # all on 1 December; nobody but Briar was away, on Tuesday the 24th: five working days before
    **plans.DRAWN,
    **supervision.DRAWN,
    **allocations.DRAWN,
    **audits.DRAWN,
    **workforce.DRAWN,
    **feedback.DRAWN,
    **performance.DRAWN,
}


def on(day: int, hour: int, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def draw(cast: Cast) -> None:
    for child in (cast.rowan, cast.hazel):
        record.start_track(child, kind="in_care", starts_on=date(2026, 1, 5), by=cast.system, at=on(5, 9, 1))
    record.place(
        cast.rowan,
        starts_on=date(2026, 1, 5),
        out_of_area=True,
        at_a_distance=True,
        by=cast.system,
        at=on(5, 9, 1),
    )
    _details(cast.ash, cast, on(1, 9, 10))
    _details(cast.briar, cast, on(1, 9, 5))
    _ash(cast)
    briar = _episode(cast, cast.briar, on(9, 6), hours=30, told=5)
    _offer(cast, cast.briar, briar, answer="declined", at=on(10, 18))
    for since, hours, held in ((on(10, 12, 3), 8, on(10, 9, 10)), (on(10, 10, 7), 5, on(20, 9, 10))):
        earlier = _episode(cast, cast.rowan, since, hours=hours)
        _interview(cast, earlier, at=held, worker="interviewer")
    rowan = _episode(cast, cast.rowan, on(12, 20), hours=20)
    told = {"recipient": "host_authority", "who": "Far Cove"}
    notify(rowan, **told, told_at=on(12, 21), by=cast.system, at=AT)
    cancelled = _report(cast, cast.briar, on(20, 12))
    missing.cancel(cancelled, reason="At their aunt's", by=cast.system, at=AT)
    wrong = _episode(cast, cast.briar, on(22, 12), hours=3)
    missing.strike_out(wrong, reason="The wrong child", by=cast.system, at=AT)
    _report(cast, cast.briar, on(24, 12), kind="A")
    fern, clover = plans.draw_protection(cast)
    _report(cast, fern, on(30, 12, 10))
    direct_work.draw(cast)
    meetings.draw(cast)
    supervision.draw(cast)
    _assessments(cast)
    plans.draw(cast, fern, clover)
    allocations.draw(cast)
    audits.draw(cast)
    workforce.draw(cast)
    feedback.draw(cast)
    performance.draw(cast)


def _assessments(cast: Cast) -> None:
    """Ash: significant in July, emerging in October, then moderate and significant in November. Briar: moderate in July
    and November, then none. Rowan: August."""
    _assess(cast, cast.ash, on(20, 9, 7), scored="significant", judged="significant")
    _assess(cast, cast.briar, on(21, 9, 7), scored="moderate", judged="moderate")
    _assess(cast, cast.ash, on(6, 9, 10), scored="emerging", judged="emerging")
    second = _assess(cast, cast.ash, on(6, 9), scored="significant", judged="moderate")
    _look_at(second, cast, "accept", on(9, 9))
    third = _assess(cast, cast.ash, on(20, 9), scored="emerging", judged="significant")
    _look_at(third, cast, "question", on(30, 9))
    for made, again in ((second, "moderate"), (third, "emerging")):
        marker = cast.workers["colleague"]
        asked = assessing.ask_second_mark(made, marker=marker, by=cast.user("manager"), at=AT)
        answers = quiet(made.completion.file)
        assessing.mark(asked, answers=answers, judged=again, why="Read", by=marker.user, at=on(28, 9))
    _assess(cast, cast.briar, on(3, 9), scored="moderate", judged="moderate")
    _assess(cast, cast.briar, on(25, 9), scored="none", judged="none")
    _assess(cast, cast.rowan, on(3, 9, 8), scored="moderate", judged="moderate")
    wrong = _assess(cast, cast.hazel, on(9, 9), scored="none", judged="significant")
    assessing.strike_out(wrong, reason="The wrong child", by=cast.user("worker"), at=AT)


# One answer that sets the score's band: a floor, or enough points.
SCORED = {
    "none": {},
    "emerging": {"violence": "historic"},
    "moderate": {"nrm": "yes"},
    "significant": {"weapon": "current"},
}


def _assess(cast: Cast, child: Child, at: datetime, *, scored: str, judged: str) -> RiskAssessment:
    why = "" if scored == judged else "What we know of him"
    made = assessed(cast, child, at=at, answers=SCORED[scored], judged=judged, why_different=why)
    assert made.scored == scored
    return made


def _look_at(made: RiskAssessment, cast: Cast, kind: str, at: datetime) -> None:
    oversight.decide(made.entry.reviews.get(), kind=kind, words="Read", by=cast.user("manager"), at=at)


def _ash(cast: Cast) -> None:
    first = _episode(cast, cast.ash, on(2, 8), hours=4, told=1)  # back on the 2nd at noon
    second = _episode(cast, cast.ash, on(4, 6), hours=6)  # back on the 4th at noon
    _offer(cast, cast.ash, first, second, answer="accepted", at=on(4, 14))
    one = _interview(cast, first, second, at=on(5, 8), harm="A man hit him", worker="interviewer")
    _name_another_child(cast, one)
    _sound_plan(cast, one, at=on(11, 17))  # 5 working days after Thursday the 5th is Thursday the 12th
    third = _episode(cast, cast.ash, on(20, 2), hours=10)  # back on the 20th at noon
    _offer(cast, cast.ash, third, answer="later", at=on(20, 15))
    two = _interview(
        cast, third, at=on(24, 16), safeguarding_referral=True, worker="worker", independent_why="Asked"
    )
    _check_well(cast, two)


def _report(cast: Cast, child: Child, since: datetime, **more: Any) -> Episode:
    return missing.report_missing(child, reported=Moment(since), by=cast.system, at=AT, **more)


def _episode(cast: Cast, child: Child, since: datetime, *, hours: int, told: int | None = None) -> Episode:
    told_at = None if told is None else since + told * HOUR
    episode = _report(cast, child, since, told_council_at=told_at)
    missing.record_return(episode, returned=Moment(since + hours * HOUR), by=cast.system, at=AT)
    return episode


def _details(child: Child, cast: Cast, at: datetime) -> None:
    keep_carer_details(child, description="Tall", by=cast.system, at=at)


def _offer(cast: Cast, child: Child, *episodes: Episode, answer: str, at: datetime) -> None:
    facts = {"offered_by": "Interviewer", "how": "phone", "answer": answer}
    offers.offer(child, episodes=episodes, offered=Moment(at), by=cast.user("interviewer"), at=AT, **facts)


def _interview(cast: Cast, *episodes: Episode, at: datetime, worker: str, **more: Any) -> ReturnInterview:
    facts = {"own_words": "I went to see Dev.", "interviewer": cast.workers[worker], **more}
    return interviews.hold(
        episodes[0].child, episodes=episodes, held=Moment(at), by=cast.user("worker"), at=AT, **facts
    )


def _name_another_child(cast: Cast, interview: ReturnInterview) -> None:
    claims.make(
        interview.entry,
        cast.ash,
        kind="child",
        wording="A boy called Bee",
        link="seen_with",
        by=cast.user("worker"),
        at=AT,
    )


def _sound_plan(cast: Cast, interview: ReturnInterview, at: datetime) -> None:
    writing.write_plan(
        cast.ash,
        worry="Dev",
        agreed_on=at.date(),
        because_of=interview.entry,
        by=cast.user("worker"),
        at=at,
    )


def _check_well(cast: Cast, interview: ReturnInterview) -> None:
    scores = dict.fromkeys(rules.RUBRIC, 3)
    by = cast.user("manager")
    quality_checks.check(interview, scores=scores, decision="accept", words="", by=by, at=AT)
