"""What members ask, and what they are answered. One at a time waits for an answer."""

from __future__ import annotations

from datetime import datetime

from kittiwake.access.identity import acting_as_system
from kittiwake.access.people import who_may
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.assurance.performance import events
from kittiwake.assurance.performance.models import Question, Report, Turn
from kittiwake.assurance.performance.settings import answer_due
from kittiwake.assurance.performance.themes import themes
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.kinds import EventKind
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date

NOBODY = (
    "Nobody here answers members yet. Ask an administrator to give somebody that role, and ask again then."
)
NOT_PUBLISHED = "This report is not published. Open one that is, and ask there."
CLOSED = "This question is closed. Ask a new one."
WAITS = "The last question still waits for its answer. Open it to see who answers, and by when."
NOT_ASKED_BY_YOU = "Whoever asked this question closes it."


@whole()
def ask(report: Report, *, text: str, by: User, at: datetime, theme: str = "", measure: str = "") -> Question:
    """Of a published report. It goes to whoever holds the role that is accountable for the theme."""
    if not report.is_published:
        raise Refused(NOT_PUBLISHED)
    question = Question.objects.create(report=report, theme=theme, measure=measure, asked_by=by, asked_at=at)
    _add_turn(question, 1, text, who_answers(theme, at), at)
    _note(events.ASKED, question, by, at)
    return question


def who_answers(theme: str, at: datetime) -> Worker:
    able = list(who_may(Power.ANSWER_MEMBERS, day=local_date(at)))
    if not able:
        raise Refused(NOBODY)
    declared = themes().get(theme)
    accountable = [
        worker for worker in able if declared and worker.user and worker.user.role == declared.accountable
    ]
    return next(iter([*accountable, *able]))


def _add_turn(question: Question, number: int, text: str, worker: Worker, at: datetime) -> None:
    if not text.strip():
        raise Refused("Write your question.", field="text")
    with refused_by(question_waits_once=Refused(WAITS), question_turn_once=Refused(WAITS)):
        Turn.objects.create(
            question=question, number=number, text=text, asked_at=at, worker=worker, due_at=answer_due(at)
        )


def _note(what: EventKind, question: Question, by: User, at: datetime) -> None:
    """Whoever asks as a member is told of no child, and writes in no history of the house but through this."""
    with acting_as_system():
        history.write(what, question, by=by, at=at)


def _hold(question: Question) -> tuple[Question, Turn]:
    held = Question.objects.select_for_update(of=("self",)).get(pk=question.pk)
    return held, held.turns.order_by("-number")[0]


@whole()
def follow_up(question: Question, *, text: str, by: User, at: datetime) -> None:
    """Asked again, when the answer was not enough."""
    held, last = _hold(question)
    if held.closed_at is not None:
        raise Refused(CLOSED)
    if last.waits:
        raise Refused(WAITS)
    _add_turn(question, last.number + 1, text, last.worker, at)
    _note(events.ASKED, question, by, at)


@whole()
def answer(question: Question, *, text: str, number: int, by: User, at: datetime) -> None:
    """`number` is of the turn that was read: of two who answer at once the second is told who has."""
    held, last = _hold(question)
    if held.closed_at is not None:
        raise Refused("This question was closed before it was answered. Open it to see by whom.")
    if not last.waits or last.number != number:
        raise Refused(
            f"{last.answered_by or 'Somebody'} has answered already. Read their answer before you write."
        )
    if not text.strip():
        raise Refused("Write the answer.", field="text")
    Turn.objects.filter(pk=last.pk).update(answer=text, answered_at=at, answered_by=by)
    _note(events.ANSWERED, question, by, at)


@whole()
def hand_over(question: Question, *, worker: Worker, by: User, at: datetime) -> None:
    """The day by which it is answered stays."""
    held, last = _hold(question)
    if held.closed_at is not None or not last.waits:
        raise Refused("Nothing of this question waits for an answer. Open it to see how it stands.")
    if not who_may(Power.ANSWER_MEMBERS, day=local_date(at)).filter(pk=worker.pk).exists():
        raise Refused("Choose somebody who answers members.", field="worker")
    Turn.objects.filter(pk=last.pk).update(worker=worker)
    _note(events.HANDED_OVER, question, by, at)


@whole()
def close(question: Question, *, by: User, at: datetime) -> None:
    """By whoever asked. What was not answered by then is dropped: it was not late before its day."""
    held, last = _hold(question)
    if held.asked_by_id != by.pk:
        raise NotYours(NOT_ASKED_BY_YOU)
    if held.closed_at is not None:
        raise Refused(CLOSED)
    if last.waits:
        Turn.objects.filter(pk=last.pk).update(dropped_at=at)
    Question.objects.filter(pk=question.pk).update(closed_at=at, closed_by=by)
    _note(events.CLOSED, question, by, at)
