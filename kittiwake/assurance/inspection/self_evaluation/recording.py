"""The self-evaluation: begun, written claim by claim, approved by the director."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict, Unpack

from django.db.models import Max

from kittiwake.accounts.models import User
from kittiwake.assurance.inspection import events
from kittiwake.assurance.inspection.figures import of_key
from kittiwake.assurance.inspection.models import Claim, SelfEvaluation
from kittiwake.assurance.inspection.self_evaluation.queries import standing
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole

ANOTHER = Refused("A draft is there already. Write in that one, or approve it first.")
SOMEBODY_ELSE = "Somebody else has just written this claim anew. Look at theirs before you write yours."
APPROVED = "This version was approved, so nothing in it changes. Start the next one."
ALONE = "You wrote every claim of it. Somebody else writes or checks one before you approve it."


class ClaimFacts(TypedDict):
    question: str
    words: str
    says: str
    measure: str


@whole()
def begin(*, by: User, at: datetime) -> SelfEvaluation:
    """The next version, with the claims of the last as they stood. Refuses a second draft."""
    last = SelfEvaluation.objects.order_by("-number").first()
    with refused_by(self_evaluation_one_draft=ANOTHER, inspection_selfevaluation_number_key=ANOTHER):
        evaluation = SelfEvaluation.objects.create(
            number=last.number + 1 if last else 1, begun_at=at, begun_by=by
        )
    Claim.objects.bulk_create(
        Claim(
            evaluation=evaluation, place=place, number=1, question=claim.question, words=claim.words,
            says=claim.says, measure=claim.measure, by_id=claim.by_id, at=claim.at,
        )
        for place, claim in enumerate(standing(last) if last else [], start=1)
    )  # fmt: skip
    history.write(events.EVALUATION_BEGUN, evaluation, by=by, at=at)
    return evaluation


@whole()
def write(
    evaluation: SelfEvaluation,
    *,
    by: User,
    at: datetime,
    place: int | None = None,
    version: int = 0,
    **facts: Unpack[ClaimFacts],
) -> Claim:
    """A claim, or one written anew in its place: `version` is the number of the row that was read.

    Refuses an approved version, no words, a measure that nobody counts, and a second writer who had not seen the first's.
    """
    _hold_draft(evaluation)
    if not facts["words"].strip():
        raise Refused("Say what you know, or what you will do.", field="words")
    if facts["measure"] and of_key(facts["measure"]) is None:
        raise Refused("No measure has this number here. Choose one of the list.", field="measure")
    claim = _add(evaluation, place, version, by, at, **facts)
    history.write(events.CLAIM_WRITTEN, claim, by=by, at=at)
    return claim


@whole()
def take_out(claim: Claim, *, by: User, at: datetime) -> None:
    """It is no longer claimed; what was written stays in the history of the paper."""
    _hold_draft(claim.evaluation)
    facts: ClaimFacts = {
        "question": claim.question,
        "words": claim.words,
        "says": claim.says,
        "measure": claim.measure,
    }
    gone = _add(claim.evaluation, claim.place, claim.number, by, at, is_out=True, **facts)
    history.write(events.CLAIM_TAKEN_OUT, gone, by=by, at=at)


@whole()
def approve(evaluation: SelfEvaluation, *, by: User, at: datetime) -> None:
    """It stands as it is from now on. Refuses an empty one, a second approval, and whoever wrote all of it alone."""
    _hold_draft(evaluation)
    claims = standing(evaluation)
    if not claims:
        raise Refused("Nothing is written in it yet. Write a claim first.")
    if is_alone(claims, by):
        raise NotYours(ALONE)
    SelfEvaluation.objects.filter(pk=evaluation.pk).update(approved_at=at, approved_by=by)
    history.write(events.EVALUATION_APPROVED, evaluation, by=by, at=at)


def is_alone(claims: list[Claim], user: User) -> bool:
    return bool(claims) and all(claim.by_id == user.pk for claim in claims)


def _hold_draft(evaluation: SelfEvaluation) -> None:
    if SelfEvaluation.objects.select_for_update().get(pk=evaluation.pk).approved_at:
        raise Refused(APPROVED)


def _add(
    evaluation: SelfEvaluation,
    place: int | None,
    version: int,
    by: User,
    at: datetime,
    *,
    is_out: bool = False,
    **facts: Unpack[ClaimFacts],
) -> Claim:
    rows = Claim.objects.filter(evaluation=evaluation)
    if place is None:
        place = (rows.aggregate(last=Max("place"))["last"] or 0) + 1
    last = rows.filter(place=place).aggregate(last=Max("number"))["last"] or 0
    if last != version:
        raise Refused(SOMEBODY_ELSE)
    return Claim.objects.create(
        evaluation=evaluation, place=place, number=last + 1, is_out=is_out, by=by, at=at, **facts
    )
