"""What happens in the journey of rounds beside its browsers. Called by a program of its own."""

from __future__ import annotations

import sys
from datetime import timedelta

from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.assurance.feedback import questions, recording
from kittiwake.assurance.feedback.answering import recording as answering
from kittiwake.assurance.feedback.models import Asked, Round
from kittiwake.assurance.feedback.slips import recording as slips
from kittiwake.time.moments import local_date


def others_answer_and_it_is_over() -> None:
    answers = {"workers.load": "disagree", "workers.supported": "agree"}
    with acting_as_system() as system:
        round_ = Round.objects.get(questionnaire=questions.WORKERS)
        for asked in Asked.objects.filter(round=round_, has_answered=False).select_related("user"):
            answering.answer(round_, answers=answers, words="", by=asked.user, at=now())
        recording.close(round_, by=system, at=now() + timedelta(days=15))


def a_code() -> None:
    today = local_date(now())
    facts = {"opens_on": today, "closes_on": today + timedelta(days=30), "why": "To hear how it was"}
    with acting_as_system():
        by = User.objects.get(email="director@saltmere.example")
        round_ = recording.ask(questionnaire=questions.CHILDREN, **facts, by=by, at=now())
        [code] = slips.make(round_, team=None, many=1, by=by, at=now())
    sys.stdout.write(code)
