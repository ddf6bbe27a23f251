"""What follows an interview: the manager looks at it, and the child is told. Only the newest still wait."""

from __future__ import annotations

from datetime import datetime, timedelta

from kittiwake.demo.people import Council
from kittiwake.practice.replies import recording as replies
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.practice.return_interviews.quality_checks import recording as quality_checks
from kittiwake.practice.return_interviews.rules import RUBRIC
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.time.moments import Moment

HEARD = [
    "You did not feel you could say no to the lift.",
    "You go there because somebody cooks, and you want to be asked before plans are made.",
    "You want your phone back, and you want us to stop ringing your nan.",
]
WILL_DO = [
    "We will ring you on Fridays before six, and agree where you will be.",
    "Your worker meets you after school on Wednesdays, by yourselves.",
]


def follow(
    council: Council, interview: ReturnInterview, team: str, strength: tuple[float, float], at: datetime
) -> None:
    """`strength` is the share done soon; the rest is done late."""
    looked = interview.held_at + _after(council, strength[0], soon=4, late=25)
    if looked < at:
        _look(council, interview, team, looked)
    told = interview.held_at + _after(council, strength[1], soon=8, late=40)
    if told < at:
        _tell(council, interview, told)


def _after(council: Council, share: float, *, soon: int, late: int) -> timedelta:
    chance = council.chance
    days = chance.random.uniform(0.5, soon) if chance.often(share) else chance.random.uniform(soon, late)
    return timedelta(days=days)


def _look(council: Council, interview: ReturnInterview, team: str, looked: datetime) -> None:
    manager = council.user_of(council.managers[team])
    waits = Review.objects.filter(entry=interview.entry, closed_at=None).exists()
    if not waits or quality_checks.why_not_check(interview, manager):
        return
    scores = {name: council.chance.random.randint(2, 4) for name in RUBRIC}
    quality_checks.check(interview, scores=scores, decision=Turn.ACCEPT, words="", by=manager, at=looked)


def _tell(council: Council, interview: ReturnInterview, told: datetime) -> None:
    chance, child = council.chance, interview.child
    by = council.user_of(interview.interviewer)
    reply = replies.write_reply(
        child,
        interview=interview,
        heard=chance.one(HEARD),
        will_do=chance.one(WILL_DO),
        whom_to_ring=f"{interview.interviewer_name}, or the duty team at night",
        by=by,
        at=told - timedelta(hours=2),
    )
    how = chance.one(["in_person", "message"])
    replies.tell(reply, told=Moment(told), how=how, told_by=interview.interviewer_name, by=by, at=told)
