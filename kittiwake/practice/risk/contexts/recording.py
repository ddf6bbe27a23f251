"""Writing about places and groups. No child is named, and none of it is on a child's record."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.risk import events, rules
from kittiwake.practice.risk.models import Context, ContextAssessment
from kittiwake.primitives.instruments import recording as instruments
from kittiwake.primitives.instruments.questionnaire import Instrument
from kittiwake.primitives.instruments.rules import Answers


@whole()
def open_context(*, kind: str, name: str, by: User, at: datetime) -> Context:
    with refused_by(
        context_once=Refused("There is already one of this name. Go to it and assess it there.", field="name")
    ):
        context = Context.objects.create(kind=kind, name=name.strip(), opened_by=by, opened_at=at)
    history.write(events.CONTEXT_OPENED, context, by=by, at=at)
    return context


@whole()
def assess_context(
    context: Context,
    *,
    instrument: Instrument,
    answers: Answers,
    judged: str,
    by: User,
    at: datetime,
    why_different: str = "",
) -> ContextAssessment:
    """What was found there, and the level a person judges it to be. Refuses another level without a reason."""
    completion = instruments.complete(instrument, answers=answers, by=by, at=at)
    scale = [band.key for band in instrument.bands]
    if judged not in scale:
        raise Refused("Select the level you judge it to be.", field="judged")
    differs = rules.difference(scale, completion.band, judged)
    if differs and not why_different.strip():
        raise Refused(
            f"The score gives “{completion.band_title}” and you judge otherwise. Say why.",
            field="why_different",
        )
    made = ContextAssessment.objects.create(
        context=context,
        completion=completion,
        judged=judged,
        why_different=why_different if differs else "",
        by=by,
        at=at,
    )
    history.write(events.CONTEXT_ASSESSED, made, by=by, at=at)
    return made
