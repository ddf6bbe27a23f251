from kittiwake.practice.risk.models.assessments import (
    Context,
    ContextAssessment,
    RiskAssessment,
    RiskAssessmentQuerySet,
    SecondMark,
)
from kittiwake.practice.risk.models.presenting import (
    PresentingRisk,
    PresentingRiskQuerySet,
    Raised,
    RiskMovement,
)

__all__ = [
    "Context",
    "ContextAssessment",
    "PresentingRisk",
    "PresentingRiskQuerySet",
    "Raised",
    "RiskAssessment",
    "RiskAssessmentQuerySet",
    "RiskMovement",
    "SecondMark",
]
