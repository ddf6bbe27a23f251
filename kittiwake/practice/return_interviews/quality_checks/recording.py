"""Writing a manager's reading of an interview: the quality test, and what they decide."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.practice.return_interviews import events, rules
from kittiwake.practice.return_interviews.models import QualityCheck, ReturnInterview
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.primitives.oversight.models import Review
from kittiwake.record.standing import must_stand


@whole()
def check(
    interview: ReturnInterview,
    *,
    scores: Mapping[str, int],
    decision: str,
    words: str,
    by: User,
    at: datetime,
) -> QualityCheck:
    """Somebody else read the interview: eight scores of 0 to 4 (rules.RUBRIC), and accept, question or return.

    Refuses one that is not waiting to be read, whoever put it forward or held it, and to send back without saying why.
    """
    must_stand(interview)
    review = Review.objects.filter(entry=interview.entry, closed_at=None).first()
    if review is None:
        raise Refused(
            "This interview is not waiting to be read: it was decided, or a newer version followed. Open it to see which."
        )
    if why_not := why_not_check(interview, by):
        raise NotYours(why_not)
    _refuse_scores(scores)
    made = QualityCheck.objects.create(interview=interview, words=words, by=by, at=at, **scores)
    oversight.decide(review, kind=decision, words=words, by=by, at=at, asked_more=True)
    history.write(events.CHECKED, made, by=by, at=at, child_id=interview.child_id)
    return made


def why_not_check(interview: ReturnInterview, user: User) -> str:
    """Why somebody may not decide on this interview, on account of who they are; empty where they may."""
    if interview.interviewer and interview.interviewer.user_id == user.pk:
        return "Somebody else must look at this: you held the interview."
    review = Review.objects.filter(entry=interview.entry, closed_at=None).select_related("entry").first()
    return oversight.why_not_decide(review, user) if review else ""


def why_not_answer(interview: ReturnInterview, user: User) -> str:
    review = Review.objects.filter(entry=interview.entry, closed_at=None).first()
    return oversight.why_not_answer(review.turns.order_by("-id").first(), user) if review else ""


def _refuse_scores(scores: Mapping[str, int]) -> None:
    for name, question in rules.RUBRIC.items():
        if not 0 <= scores.get(name, -1) <= 4:
            raise Refused(f"Select a score from 0 to 4: {question}", field=name)


@whole()
def answer(interview: ReturnInterview, *, words: str, by: User, at: datetime) -> None:
    """The writer answers what the manager questioned; it waits for them again."""
    must_stand(interview)
    review = Review.objects.filter(entry=interview.entry, closed_at=None).first()
    if review is None:
        raise Refused(
            "There is no question waiting for an answer. Open the interview to see what was decided."
        )
    oversight.answer(review, words=words, by=by, at=at)
