"""Which risks there are, how high, and which way they move. Names in, answers out.

Sources, read in November 2026: the categories that exploitation strategies record, and the domains
that published assessment tools share. Tools are not validated and their scores are not comparable between councils
(2016 rapid evidence review; 2017 to 2018 studies for the Centre of expertise on child sexual abuse), so a level is a
person's judgement with a reason, never a number: a score stands beside it and explains itself. The names of the levels are `local`: a default a council may change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kittiwake.primitives.clocks.rules import Standard, days, months, working_days

# What is done to the child.
HARMS = [
    ("sexual_exploitation", "Sexual exploitation"),
    ("criminal_exploitation", "Criminal exploitation"),
    ("county_lines", "County lines"),
    ("serious_violence", "Gangs and serious violence"),
    ("trafficking", "Modern slavery or trafficking"),
    ("online_harm", "Harm online"),
    ("financial_exploitation", "Financial exploitation"),
    ("home_takeover", "Their home taken over (cuckooing)"),
    ("relationship_abuse", "Abuse in a relationship"),
    ("child_on_child", "Harm by other children"),
    ("harmful_sexual_behaviour", "Harmful sexual behaviour"),
    ("radicalisation", "Radicalisation"),
]
# Those that an assessment of exploitation risk is about.
EXPLOITATION = [
    "sexual_exploitation",
    "criminal_exploitation",
    "county_lines",
    "serious_violence",
    "trafficking",
    "financial_exploitation",
    "home_takeover",
]
# Where it comes from, or what leaves the child open to it.
CIRCUMSTANCES = [
    ("missing", "Going missing"),
    ("adults", "Adults of concern"),
    ("peers", "Friends and groups"),
    ("places", "Places where harm happens"),
    ("money", "Money, goods or debt"),
    ("substances", "Drugs and alcohol"),
    ("education", "Out of school or college"),
    ("health", "Health and injury"),
    ("home", "Home and care not stable"),
]
DOMAINS = HARMS + CIRCUMSTANCES
# Lowest first: the order is the scale.
LEVELS = [("emerging", "Emerging"), ("moderate", "Moderate"), ("significant", "Significant")]
# Opened at or raised to one of these, people are brought together about it (local; strategy discussions: Working together).
CALLS_FOR_A_MEETING = {"significant"}
CERTAINTIES = [
    ("suspected", "Suspected"),
    ("confirmed", "Confirmed"),
    ("historic", "In the past, and still matters"),
]

_HEIGHT = {key: height for height, (key, _) in enumerate(LEVELS)}


def height(level: str) -> int:
    """Where a level stands on the scale, lowest 0. Raises KeyError for a level that is not on it."""
    return _HEIGHT[level]


def movement(was: str | None, now: str) -> str:
    """How a level moved, as people say it."""
    if was is None:
        return "Opened as"
    if height(now) == height(was):
        return "Stays"
    return "Up to" if height(now) > height(was) else "Down to"


def is_raised(was: str | None, now: str) -> bool:
    """Opened, or judged higher than before."""
    return was is None or height(now) > height(was)


FULL_ASSESSMENT, SCREENING = "exploitation_risk", "exploitation_screening"
PURPOSES = [("assessment", "Exploitation risk assessment"), ("screening", "Exploitation screening")]
DIFFERENCES = [("higher", "Judged higher than the score"), ("lower", "Judged lower than the score")]
CONTEXTS = [("place", "A place"), ("peer_group", "A group of young people")]
CONTEXT_INSTRUMENTS = {"place": "place_context", "peer_group": "peer_group_context"}
NO_CONCERN = "none"
NEEDS_FULL = "assess"

REASSESSMENT = Standard(
    key="risk.reassessment",
    title="Exploitation risk assessed again",
    within=months(3),
    source="No national limit: at least every 3 months in the guidance of a published matrix, read in November 2026",
    local=True,
)
REASSESSMENT_SIGNIFICANT = Standard(
    key="risk.reassessment_significant",
    title="Significant exploitation risk assessed again",
    within=days(42),
    source="No national limit: reviewed every 6 weeks in a published council protocol, read in November 2026",
    local=True,
)
IN_FULL = Standard(
    key="risk.full_assessment",
    title="Exploitation risk assessed in full",
    within=working_days(10),
    source="No national limit: published protocols say 5 to 10 working days from the concern, read in November 2026",
    local=True,
)
OVERSIGHT = Standard(
    key="risk.oversight",
    title="A manager looks at an assessment of exploitation risk",
    within=working_days(5),
    source="No national limit: local; inspectors ask that managers are seen to look at decisions about risk, and when",
    local=True,
)
REASSESSMENTS = (REASSESSMENT, REASSESSMENT_SIGNIFICANT)


def reassessed_within(judged: str) -> Standard | None:
    """Which limit an assessment with this judgement starts; none where there is no current concern."""
    return None if judged == NO_CONCERN else assessed_within(judged)


def assessed_within(level: str) -> Standard:
    return REASSESSMENT_SIGNIFICANT if level == "significant" else REASSESSMENT


def asks_for_oversight(scale: Sequence[str], judged: str, was: str | None, differs: str) -> bool:
    """A manager looks at every full assessment that judges moderate or higher, changes the level, or judges otherwise
    than the answers add up to. (Local; inspectors ask that managers are seen to look at decisions about risk.)"""
    return (
        bool(differs) or scale.index(judged) >= scale.index("moderate") or (was is not None and was != judged)
    )


def difference(scale: Sequence[str], scored: str, judged: str) -> str:
    """Which way the judgement differs from the score. Raises ValueError for a band that is not on the scale."""
    by = scale.index(judged) - scale.index(scored)
    return "" if by == 0 else "higher" if by > 0 else "lower"


# Which question of the full assessment speaks about which risk. Others, such as an assault that somebody told of, can
# be about any, and a person says which.
_SPEAKS_OF = {
    "missing": "missing",
    "adults": "adults",
    "peers": "peers",
    "places": "places",
    "online": "online_harm",
    "money": "money",
    "substances": "substances",
    "education": "education",
    "health": "health",
    "home": "home",
    "sexual_harm": "sexual_exploitation",
    "criminal_harm": "criminal_exploitation",
    "violence": "serious_violence",
    "weapon": "serious_violence",
    "night_with_adult": "adults",
    "held": "home_takeover",
    "moved": "trafficking",
}
CLOSED, AS_IT_IS = "closed", "as_it_is"


@dataclass(frozen=True)
class Suggestion:
    """What the answers say about one risk: where it stands now, and the level they point to, or that it is over."""

    domain: str
    question: str
    stands_at: str | None
    points_to: str


def suggestions(pointed_to: Mapping[str, str], standing: Mapping[str, str]) -> list[Suggestion]:
    """Where the assessment and the list of risks do not say the same. A person settles each: nothing moves by itself.

    `pointed_to` is what each answered question says by itself (instruments.rules.pointed_to): the same that sets the
    lowest band of the whole, so no risk is opened higher than the child is rated. `standing` are levels by domain.
    A risk is lowered or over only where every question about it was answered: not knowing is no reason to.
    """
    suggested = []
    for domain, asked in _questions_about().items():
        said = {question: pointed_to[question] for question in asked if question in pointed_to}
        now, question = (
            standing.get(domain),
            max(said, key=lambda question: _above(said[question]), default=asked[0]),
        )
        points_to = said.get(question, "")
        is_lower = _above(points_to) < _above(now or "")
        if points_to != (now or "") and not (is_lower and len(said) < len(asked)):
            suggested.append(Suggestion(domain, question, now, points_to or CLOSED))
    return suggested


def _questions_about() -> dict[str, list[str]]:
    questions: dict[str, list[str]] = {}
    for question, domain in _SPEAKS_OF.items():
        questions.setdefault(domain, []).append(question)
    return questions


def _above(level: str) -> int:
    return height(level) + 1 if level else 0
