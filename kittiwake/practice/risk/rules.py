"""Which risks there are, how high, and which way they move. Names in, answers out.

Sources, read in November 2026: the categories that exploitation strategies record, and the domains
that published assessment tools share. Tools are not validated and their scores are not comparable between councils
(2016 rapid evidence review; 2017 to 2018 studies for the Centre of expertise on child sexual abuse), so a level is a
person's judgement with a reason, never a number. The names of the levels are `local`: a default a council may change.
"""

from __future__ import annotations

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
