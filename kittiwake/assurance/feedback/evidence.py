"""What people said last, for whoever shows it beside something else: a visit, a theme, a measure. Reads only.

Nothing here is of a team, or of so few that it points at somebody: it may stand wherever figures of the whole council do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kittiwake.assurance.feedback import queries, questions, rules
from kittiwake.assurance.feedback.models import Round
from kittiwake.insight.rules import Sizes
from kittiwake.insight.settings import sizes


@dataclass(frozen=True)
class Heard:
    """What came of one question the last time enough people answered it: `said` as “25 or more of 30”, of those who were
    `asked`. `share` is no finer than `said`; None, with `said` empty, where too few answered this question."""

    question: str
    words: str
    audience: str
    said: str
    share: float | None
    answered: int  # in the round
    asked: int
    closed_on: date
    href: str


def latest(question: str, on: date) -> Heard | None:
    """None where nobody was asked, or too few answered. Raises StopIteration for a question there is not."""
    questions.asked_in(question)
    form = next(form for form in questions.LIBRARY if question in {each.key for each in form.questions})
    round_ = queries.last_over(form.key)
    return _heard(round_, question, sizes(on)) if round_ else None


def about(measure: str, on: date) -> list[Heard]:
    """What people said last of the same thing as a measure, by its key: each question that speaks to it."""
    speaking = [
        each.key for form in questions.LIBRARY for each in form.questions if measure in each.speaks_to
    ]
    return [heard for key in dict.fromkeys(speaking) if (heard := latest(key, on))]


def _heard(round_: Round, question: str, sizes: Sizes) -> Heard:
    whole = queries.whole_of(queries.figures_of([round_.pk])[round_.pk].get(question, {}))
    return Heard(
        question,
        round_.form.question(question).words,
        dict(questions.AUDIENCES)[round_.form.audience],
        rules.in_words(whole, sizes),
        rules.share_shown(whole, sizes),
        round_.answered or 0,
        round_.asked or 0,
        round_.closes_on,
        round_.get_absolute_url(),
    )
