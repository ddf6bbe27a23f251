"""What is written in an assessment beside the questionnaire's answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict


class AssessmentWords(TypedDict, total=False):
    """RiskAssessment's own texts."""

    child_view: str
    past: str
    changed: str
    analysis: str
    why_different: str


class AssessmentFacts(AssessmentWords):
    judged: str  # the key of a band
    following: int  # the assessment that was read as the last one, 0 for none


class SecondMarkFacts(TypedDict):
    judged: str
    why: str


@dataclass(frozen=True)
class Settled:
    """What a person decides about one risk after an assessment: a level, rules.CLOSED, or rules.AS_IT_IS."""

    domain: str
    to: str
    words: str = ""
