from kittiwake.assurance.audits.models.actions import (
    ActionStep,
    ActionTheme,
    AuditAction,
    Discussion,
    Effect,
)
from kittiwake.assurance.audits.models.audits import Audit, Escalation, GradeChange, Mark, Moderation
from kittiwake.assurance.audits.models.learning import (
    Attendance,
    EventAction,
    EventTheme,
    LearningEvent,
    Theme,
    ThemeCourse,
)
from kittiwake.assurance.audits.models.programmes import Candidate, Programme, Sample

__all__ = [
    "ActionStep",
    "ActionTheme",
    "Attendance",
    "Audit",
    "AuditAction",
    "Candidate",
    "Discussion",
    "Effect",
    "Escalation",
    "EventAction",
    "EventTheme",
    "GradeChange",
    "LearningEvent",
    "Mark",
    "Moderation",
    "Programme",
    "Sample",
    "Theme",
    "ThemeCourse",
]
