"""The only way an answer is written. That somebody has answered and what they said are written together, and nothing joins them.

No history: an event has a moment and a name. No row of its own: see ballots.py.
"""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.assurance.feedback import ballots
from kittiwake.assurance.feedback.ballots import Ballot
from kittiwake.assurance.feedback.facts import SaidFacts
from kittiwake.assurance.feedback.models import Asked, Box, Round, Slip
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.time.moments import local_date

OVER = "This round is over, so your answer was not taken. Open it to see what others said."
ALREADY = "You have answered already. Wait for what comes of it: nobody can find your answer to change it."
USED = "This code has been used, and each can be used once. Ask whoever gave it to you for another."
NOT_ASKED = "You are not asked in this round."
SHUT = "Answers cannot be taken at the moment, and yours is not kept. Let whoever asks you know."
NOTHING = "Answer one question, or write something."


@whole()
def answer(round_: Round, *, by: User, at: datetime, **said: Unpack[SaidFacts]) -> None:
    """Refuses whoever was not asked, or has answered; a round that is over; and nothing at all."""
    box = _held(round_, at)
    mine = Asked.objects.filter(round=round_, user=by)
    asked = mine.first()
    if asked is None:
        raise NotYours(NOT_ASKED)
    if not mine.filter(has_answered=False).update(has_answered=True):
        raise Refused(ALREADY)
    _put_in(box, asked.team_id, said)


@whole()
def answer_with_code(slip: Slip, *, at: datetime, **said: Unpack[SaidFacts]) -> None:
    """By whoever has the paper. Refuses a code that has been used, a round that is over, and nothing at all."""
    box = _held(slip.round, at)
    if not Slip.objects.filter(pk=slip.pk, is_used=False).update(is_used=True):
        raise Refused(USED)
    _put_in(box, slip.team_id, said)


def _held(round_: Round, at: datetime) -> Box:
    """Kept from others for a moment: of two who answer at once both are in it."""
    box = Box.objects.select_for_update().filter(round=round_).first()
    if box is None or not Round.objects.running(local_date(at)).filter(pk=round_.pk).exists():
        raise Refused(OVER)
    return box


def _put_in(box: Box, team: int | None, said: SaidFacts) -> None:
    words = said["words"].strip()
    if not said["answers"] and not words:
        raise Refused(NOTHING, field="words")
    _refuse_strangers(box.round, said)
    try:
        box.sealed = ballots.with_another(
            box.sealed, box.round_id, Ballot(team, dict(said["answers"]), words)
        )
    except ballots.NoRoom:
        raise Refused("This is too long. Write a little less.", field="words") from None
    except ballots.Shut:
        raise Refused(SHUT) from None
    box.save(update_fields=["sealed"])


def _refuse_strangers(round_: Round, said: SaidFacts) -> None:
    """Answers that are none of the questionnaire's are a fault of whoever calls."""
    scales = {question.key: question.scale.keys for question in round_.form.questions}
    strangers = {key: value for key, value in said["answers"].items() if value not in scales.get(key, ())}
    if strangers:
        raise ValueError(f"No answers of {round_.questionnaire}: {sorted(strangers)}")
