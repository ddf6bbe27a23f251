"""Assessments of exploitation risk over a year: levels that move, and teams that judge apart from the score unlike."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from kittiwake.demo.people import TEAMS, Council
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.assessments import recording as assessing
from kittiwake.practice.risk.assessments.facts import Settled
from kittiwake.practice.risk.models import PresentingRisk, RiskAssessment
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.questionnaire import TEXT, Instrument
from kittiwake.primitives.instruments.rules import asked, pointed_to, score
from kittiwake.primitives.oversight import recording as oversight
from kittiwake.record.models import Child
from kittiwake.time.moments import local_date

DAY, MONTH = timedelta(days=1), timedelta(days=30)
# How often a team's worker judges otherwise than the score, and how often lower rather than higher.
APART = {"Harbour team": (0.12, 0.4), "Lighthouse team": (0.2, 0.5), "Marsh team": (0.45, 0.85)}
DEFAULT = (0.25, 0.5)
SAYS = [
    "He looks after me.",
    "It is fine, stop asking.",
    "I owe them, that is how it works.",
    "I want it to stop.",
]
WHY = "The answers do not show what we learned from the police this week."
AREAS = ("missing", "adults", "peers", "money", "online", "education")
LEVELS = ["none", "emerging", "current", "severe"]


def make_assessments(council: Council, team: str, episodes: list[Episode], at: datetime) -> None:
    """Of most children who went missing twice or more: two to five assessments each, the newest lately."""
    seen: dict[int, list[Episode]] = {}
    for episode in episodes:
        seen.setdefault(episode.child_id, []).append(episode)
    for theirs in seen.values():
        if len(theirs) > 1 and council.chance.often(0.7):
            _of_child(council, theirs[0].child, team, at)


def _of_child(council: Council, child: Child, team: str, at: datetime) -> None:
    chance = council.chance
    strength = TEAMS.get(team, (0.7, 0.5))[0]
    count = chance.random.randint(2, 5)
    apart = 3 * MONTH if chance.often(strength) else 5 * MONTH
    worry = chance.random.randint(1, 3)
    for place in reversed(range(count)):
        moment = at - place * apart - timedelta(days=chance.random.randint(3, 40))
        worry = min(max(worry + chance.one([-1, 0, 0, 1]), 0), 3)
        marked = {area: LEVELS[_at_most(council, worry)] for area in AREAS}
        made = assess(council, child, team, moment, marked)
        if place == 0:
            _settle(council, made, at)
            _mark_again(council, made, team, at)


def assess(
    council: Council, child: Child, team: str, at: datetime, marked: dict[str, str], judged: str = ""
) -> RiskAssessment:
    """One full assessment, with nothing to see but what is marked. Judged as the team judges where nobody says."""
    instrument = library.latest(rules.FULL_ASSESSMENT)
    answers = answered(instrument, marked)
    scale = [band.key for band in instrument.bands]
    scored = assessing_band(instrument, answers, child, at)
    judged = judged or _judged(council, scale, scored, team)
    is_worse = scale.index(scored) > 1
    before = assessing.latest(child, instrument.purpose)
    made = assessing.assess(
        child,
        instrument=instrument,
        answers=answers,
        judged=judged,
        following=before.pk if before else 0,
        child_view=council.chance.one(SAYS),
        past="Moved home often, and lost somebody they trusted. Loud men frighten them.",
        changed="More nights away, and money nobody can explain" if is_worse else "Home more, and at school",
        analysis="Somebody older decides where they go. They are made to; they do not choose it.",
        why_different="" if judged == scored else WHY,
        by=council.chance.one(council.workers[team]).user or council.system,
        at=at,
    )
    _countersign(council, made, team, at)
    return made


def _at_most(council: Council, worry: int) -> int:
    return max(worry - council.chance.one([0, 0, 1, 2]), 0)


def answered(instrument: Instrument, chosen: dict[str, str]) -> dict[str, Any]:
    """Every question that must be answered: `chosen`, and otherwise the first choice."""
    answers: dict[str, Any] = {}
    for key, question in instrument.questions.items():
        if key in chosen:
            answers[key] = chosen[key]
        elif question.required and question in asked(instrument, answers):
            answers[key] = WRITTEN if question.kind == TEXT else question.choices[0].key
    return answers


WRITTEN = "Seen by their carer twice this month; the school says the same."


def assessing_band(instrument: Instrument, answers: dict[str, Any], child: Child, at: datetime) -> str:
    band = score(instrument, answers, age=child.age_on(local_date(at))).band
    assert band is not None
    return band.key


def _judged(council: Council, scale: list[str], scored: str, team: str) -> str:
    apart, lower = APART.get(team, DEFAULT)
    if not council.chance.often(apart):
        return scored
    place = scale.index(scored) + (-1 if council.chance.often(lower) else 1)
    return scale[min(max(place, 0), len(scale) - 1)]


def _countersign(council: Council, made: RiskAssessment, team: str, at: datetime) -> None:
    review = made.entry.reviews.first()
    manager = council.managers.get(team)
    if review and manager and manager.user and council.chance.often(0.8):
        oversight.decide(
            review, kind="accept", words="I have read the reason.", by=manager.user, at=at + timedelta(days=1)
        )


def _mark_again(council: Council, made: RiskAssessment, team: str, at: datetime) -> None:
    """One in three is judged a second time by somebody else, who agrees as often as the team is of one mind."""
    chance, manager = council.chance, council.managers.get(team)
    others = [worker for worker in council.workers["Exploitation team"] if worker.user_id != made.entry.by_id]
    if not (manager and manager.user and others and chance.often(0.33)):
        return
    marker = chance.one(others)
    asked_for = assessing.ask_second_mark(
        made, marker=marker, by=manager.user, at=made.entry.happened_at + DAY
    )
    scale = [band.key for band in made.completion.file.bands]
    again = _judged(council, scale, made.judged, team)
    answers = {answer.question: answer.value or answer.said for answer in made.completion.answers.all()}
    assessing.mark(
        asked_for,
        answers=answers,
        judged=again,
        why=WRITTEN,
        by=council.user_of(marker),
        at=made.entry.happened_at + 2 * DAY,
    )


def _settle(council: Council, made: RiskAssessment, at: datetime) -> None:
    standing = {
        risk.domain: risk.level for risk in PresentingRisk.objects.standing().filter(child=made.child)
    }
    answers = {answer.question: answer.value for answer in made.completion.answers.all() if answer.value}
    suggested = rules.suggestions(pointed_to(made.completion.file, answers), standing)
    settled = [Settled(suggestion.domain, suggestion.points_to, WRITTEN) for suggestion in suggested]
    chosen = [decision for decision in settled if council.chance.often(0.5)][:3]
    assessing.settle(made, settled=chosen, by=made.entry.by, at=made.entry.happened_at)
