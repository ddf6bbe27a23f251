"""What the records say of the same thing as people: measures, named by key. Reads only.

As the figures of the pages of measures: whoever sees children sees those of children they see; whoever sees none, the whole
council's with small numbers hidden.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.assurance.feedback import rules
from kittiwake.assurance.feedback.models import Round
from kittiwake.insight.rules import Figure
from kittiwake.insight.showing import WHOLE, Figures, Period
from kittiwake.insight.words import rests_on, said
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.ui.deadline import TakesLonger

MONTHS = timedelta(days=91)  # of the records that stand beside a round
PATIENCE = 3.0  # seconds


@dataclass(frozen=True)
class Beside:
    title: str
    href: str
    said: str  # "86%, 12 of 14"
    verdict: str  # empty where they cannot be compared


def beside(round_: Round, shares: Mapping[str, float | None], viewer: Viewer) -> dict[str, list[Beside]]:
    """By question. Empty for whoever sees no figures, and where counting them would take too long."""
    if not viewer.may(Power.SEE_FIGURES):
        return {}
    period = Period(round_.closes_on - MONTHS, round_.closes_on)
    figures = Figures(viewer, period, patience=PATIENCE)
    wanted = {
        question.key: [measure for key in question.speaks_to if (measure := _measure(key, figures))]
        for question in round_.form.questions
    }
    try:
        counted = figures.of(list({m.key: m for ms in wanted.values() for m in ms}.values()))
    except TakesLonger:
        return {}
    return {
        key: [
            _beside(measure, counted[measure.key, WHOLE[0]][0], shares[key], figures.period)
            for measure in measures
        ]
        for key, measures in wanted.items()
    }


def _measure(key: str, figures: Figures) -> Measure | None:
    measure = catalogue.measures().get(key)
    return measure if measure and figures.shows(measure) else None


def _beside(measure: Measure, figure: Figure, people: float | None, period: Period) -> Beside:
    href = f"{reverse('insight:measure', args=[measure.key])}?{period.query}"
    basis = "" if figure.value is None else rests_on(measure, figure)
    words = ", ".join(filter(None, [said(measure, figure), basis]))
    return Beside(measure.title, href, words, _verdict(measure, figure, people))


def _verdict(measure: Measure, figure: Figure, people: float | None) -> str:
    is_compared = measure.is_share and measure.direction != "context"
    if not is_compared or figure.is_hidden or figure.value is None or people is None:
        return ""
    return rules.beside(people, figure.value, higher_is_better=measure.direction == "up")
