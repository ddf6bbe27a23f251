"""Questions of members, and one of them with its answers. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.performance.models import Question, Turn
from kittiwake.ui.components import Cell, Status, TextLink, columns
from kittiwake.ui.dates import due, short_date

QUESTION_COLUMNS = columns("Question", "About", "Asked", "Who answers", "By", "How it stands")


def state(question: Question, last: Turn, at: datetime) -> Status:
    if question.closed_at is not None:
        return Status("Closed", "grey")
    if last.is_late_at(at):
        return Status("Late", "red")
    return Status("Waits for an answer", "yellow") if last.waits else Status("Answered", "green")


def about(question: Question) -> str:
    """Of its report, the theme or the figure, as the report called them."""
    report = question.report
    for theme in report.count.themes if report.count else ():
        if theme["key"] == question.theme:
            return f"{theme['title']}{f', {question.measure}' if question.measure else ''}"
    return report.title


def in_order() -> QuerySet[Question]:
    """What waits first, then the newest."""
    rows = Question.objects.select_related("report__count", "asked_by").prefetch_related("turns__worker")
    return rows.order_by("-asked_at", "-pk")


def last_of(question: Question) -> Turn:
    return max(question.turns.all(), key=lambda turn: turn.number)


def row(question: Question, at: datetime) -> list[Cell]:
    last = last_of(question)
    return [
        TextLink(_short(last.text), question.get_absolute_url()),
        about(question),
        short_date(last.asked_at),
        last.worker.name,
        short_date(last.due_at),
        state(question, last, at),
    ]


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 100 else f"{words[:97].rstrip()}…"


@dataclass
class QuestionShown:
    question: Question
    viewer: Viewer
    at: datetime

    @cached_property
    def turns(self) -> list[Turn]:
        return list(self.question.turns.select_related("worker", "answered_by").order_by("number"))

    @property
    def last(self) -> Turn:
        return self.turns[-1]

    @property
    def state(self) -> Status:
        return state(self.question, self.last, self.at)

    @property
    def about(self) -> str:
        return about(self.question)

    @property
    def due(self) -> str:
        return due(self.last.due_at, self.at)

    @property
    def _is_open(self) -> bool:
        return self.question.closed_at is None

    @property
    def may_answer(self) -> bool:
        return self._is_open and self.last.waits and self.viewer.may(Power.ANSWER_MEMBERS)

    @property
    def is_theirs(self) -> bool:
        return self.question.asked_by_id == self.viewer.user.pk

    @property
    def may_follow_up(self) -> bool:
        return self._is_open and not self.last.waits and self.viewer.may(Power.ASK_AS_MEMBER)

    @property
    def may_close(self) -> bool:
        return self._is_open and self.is_theirs and self.viewer.may(Power.ASK_AS_MEMBER)
