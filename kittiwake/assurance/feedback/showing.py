"""What the pages of rounds show. Reads only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.feedback import queries, questions, rules
from kittiwake.assurance.feedback.beside import Beside, beside
from kittiwake.assurance.feedback.models import Asked, Done, Remark, Round, Slip, Turnout
from kittiwake.assurance.feedback.questions import Question
from kittiwake.insight.rules import HIDDEN, Figure, Sizes, protect
from kittiwake.insight.settings import sizes
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date
from kittiwake.ui.components import Cell, Column, Status, TextLink, columns
from kittiwake.ui.dates import counted, long_date, short_date

BEFORE = 3  # earlier rounds that stand beside this one
TOO_FEW = "Fewer than {least} people answered. To keep them safe, nobody has read any of it, and it is gone."


def state(round_: Round, today: date) -> Status:
    if round_.is_called_off:
        return Status("Called off", "grey")
    if round_.closed_at is not None:
        return Status("Over")
    if round_.opened_at is None:
        return Status("To come", "blue")
    return Status("Open", "green") if round_.closes_on >= today else Status("Being counted", "yellow")


@dataclass
class RoundsPage:
    """The rounds somebody can answer, and those of which they may see what came of it."""

    viewer: Viewer
    at: datetime

    columns = columns("What was asked", "Whom", "Until", "Answered", "How it stands")

    @cached_property
    def to_answer(self) -> list[Round]:
        return list(queries.to_answer(self.viewer, self.at))

    @property
    def may_ask(self) -> bool:
        return self.viewer.may(Power.ASK_PEOPLE)

    @cached_property
    def rounds(self) -> list[Round]:
        shown = queries.seen(self.viewer)
        rounds = shown if self.may_ask else shown.over()
        return list(rounds.order_by("-closes_on", "-pk")[:SHOWN])

    @property
    def table(self) -> list[list[Cell]]:
        return [self._row(round_) for round_ in self.rounds]

    def _row(self, round_: Round) -> list[Cell]:
        answered = f"{round_.answered} of {round_.asked}" if round_.closed_at else "Not yet told"
        return [
            TextLink(str(round_), round_.get_absolute_url()),
            dict(questions.AUDIENCES)[round_.form.audience],
            short_date(round_.closes_on),
            "" if round_.is_called_off else answered,
            state(round_, local_date(self.at)),
        ]


SHOWN = 40


@dataclass(frozen=True)
class QuestionShown:
    question: Question
    said: str  # empty where too few answered it
    share: float | None
    before: list[str]
    beside: list[Beside]
    done: list[Done]

    @property
    def yes(self) -> str:
        return "said yes or mostly" if self.question.scale is questions.EASY else "agreed"

    @property
    def percent(self) -> str:
        """Of what is told exactly: of “or more” a share would say too little."""
        if self.share is None or " or " in self.said:
            return ""
        return f" ({self.share * 100:.0f}%)"


@dataclass
class RoundPage:
    round: Round
    viewer: Viewer
    at: datetime

    @cached_property
    def sizes(self) -> Sizes:
        return sizes(local_date(self.at))

    @property
    def state(self) -> Status:
        return state(self.round, local_date(self.at))

    @property
    def audience(self) -> str:
        return dict(questions.AUDIENCES)[self.round.form.audience]

    @property
    def may_ask(self) -> bool:
        return self.viewer.may(Power.ASK_PEOPLE)

    @property
    def is_open(self) -> bool:
        return self.round.opened_at is not None and self.round.closed_at is None

    @property
    def is_over(self) -> bool:
        return self.round.closed_at is not None and not self.round.is_called_off

    @property
    def may_call_off(self) -> bool:
        return self.may_ask and self.round.closed_at is None

    @property
    def may_print(self) -> bool:
        return self.may_ask and self.is_open and self.round.form.is_easy

    @cached_property
    def so_far(self) -> str:
        """How many have answered an open round, and nothing of what."""
        people, slips = Asked.objects.filter(round=self.round), Slip.objects.filter(round=self.round)
        asked = people.count() + slips.count()
        answered = people.filter(has_answered=True).count() + slips.filter(is_used=True).count()
        return f"{answered} of {asked} have answered so far."

    @property
    def told(self) -> str:
        """How many answered, and whether that is enough."""
        round_ = self.round
        answered = f"{round_.answered} of {round_.asked} answered."
        return answered if round_.is_kept else f"{answered} {TOO_FEW.format(least=self.sizes.shared)}"

    @cached_property
    def _done(self) -> list[Done]:
        return list(Done.objects.filter(round=self.round).select_related("by").order_by("at", "pk"))

    @property
    def done_about_all(self) -> list[Done]:
        return [done for done in self._done if not done.question]

    @cached_property
    def _before(self) -> list[Round]:
        """The newest first."""
        kept = Round.objects.over().filter(questionnaire=self.round.questionnaire, is_kept=True)
        return list(kept.filter(closes_on__lt=self.round.closes_on).order_by("-closes_on")[:BEFORE])

    @cached_property
    def _figures(self) -> dict[int, queries.Figures]:
        return dict(queries.figures_of([self.round.pk, *(before.pk for before in self._before)]))

    def _whole(self, round_: Round, question: str) -> Figure:
        return queries.whole_of(self._figures.get(round_.pk, {}).get(question, {}))

    @cached_property
    def questions(self) -> list[QuestionShown]:
        shares = {
            question.key: rules.share_shown(self._whole(self.round, question.key), self.sizes)
            for question in self.round.form.questions
        }
        lines = beside(self.round, shares, self.viewer)
        return [
            QuestionShown(
                question,
                rules.in_words(self._whole(self.round, question.key), self.sizes),
                shares[question.key],
                self._earlier(question.key),
                lines.get(question.key, []),
                [done for done in self._done if done.question == question.key],
            )
            for question in self.round.form.questions
        ]

    def _earlier(self, question: str) -> list[str]:
        told = (
            (before, rules.in_words(self._whole(before, question), self.sizes)) for before in self._before
        )
        return [
            f"{words} in the round until {long_date(before.closes_on)}" for before, words in told if words
        ]

    @cached_property
    def groups(self) -> list[tuple[rules.Group, str]]:
        """With how each is called; none where there is only everybody."""
        turnouts = list(Turnout.objects.filter(round=self.round).select_related("team").order_by("pk"))
        if len([turnout for turnout in turnouts if turnout.answered]) < 2:
            return []
        return [
            (turnout.group, f"{_called(turnout.group, turnout.team)} ({turnout.answered} of {turnout.asked})")
            for turnout in turnouts
            if turnout.answered
        ]

    @property
    def group_columns(self) -> list[Column]:
        return columns("What they were asked", *(f"{name}#" for _, name in self.groups))

    @property
    def group_table(self) -> list[list[Cell]]:
        return [self._row(question) for question in self.round.form.questions]

    def _row(self, question: Question) -> list[Cell]:
        by_group = self._figures.get(self.round.pk, {}).get(question.key, {})
        none = Figure("", 0, 0, None)
        shown = protect([by_group.get(group, none) for group, _ in self.groups], self.sizes)
        return [question.words, *map(_cell, shown)]

    @cached_property
    def remarks(self) -> int:
        return Remark.objects.filter(round=self.round, hidden_at=None).count() if self.may_ask else 0

    @property
    def remarks_said(self) -> str:
        return counted(self.remarks, "person wrote something", "people wrote something")

    @property
    def remarks_url(self) -> str:
        return reverse("feedback:remarks", args=[self.round.pk])


def _called(group: rules.Group, team: Team | None) -> str:
    if team is not None:
        return team.name
    return f"{dict(Team.KINDS)[group.kind]} teams" if group.kind else "Everybody else"


def _cell(figure: Figure) -> str:
    if figure.is_hidden or not figure.denominator:
        return HIDDEN
    return f"{figure.numerator} of {figure.denominator}"


def shown_remarks(round_: Round) -> Sequence[Remark]:
    """In another order each time: none is anybody's."""
    return list(Remark.objects.filter(round=round_, hidden_at=None).order_by("?"))


@dataclass
class HeardBefore:
    """What children and families said the last time enough of them did, and what was done. For anybody: it says nothing that
    figures of the whole council would not."""

    at: datetime

    @cached_property
    def round(self) -> Round | None:
        return queries.last_over(questions.CHILDREN)

    @cached_property
    def lines(self) -> list[tuple[str, str]]:
        """A question, and how many said yes."""
        if self.round is None:
            return []
        figures, least = queries.figures_of([self.round.pk])[self.round.pk], sizes(local_date(self.at))
        told = (
            (question.words, rules.in_words(queries.whole_of(figures.get(question.key, {})), least))
            for question in self.round.form.questions
        )
        return [(words, said) for words, said in told if said]

    @cached_property
    def done(self) -> list[Done]:
        return list(Done.objects.filter(round=self.round).order_by("at", "pk")) if self.round else []
