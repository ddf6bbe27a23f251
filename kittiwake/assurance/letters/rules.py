"""What a letter is, what it grades, and how each of its statements can be read."""

from __future__ import annotations

STANDARD, SHORT, FOCUSED, MONITORING, JOINT, SINGLE, ASSURANCE, OTHER = (
    "standard",
    "short",
    "focused",
    "monitoring",
    "jtai",
    "single",
    "assurance",
    "other",
)
# Source: Ofsted, Inspecting local authority children's services (ILACS); before 2018 the single inspection framework.
KINDS = [
    (STANDARD, "Standard inspection"),
    (SHORT, "Short inspection"),
    (FOCUSED, "Focused visit"),
    (MONITORING, "Monitoring visit"),
    (JOINT, "Joint targeted area inspection"),
    (SINGLE, "Single inspection (before 2018)"),
    (ASSURANCE, "Assurance visit (2020 to 2021)"),
    (OTHER, "Another letter or report"),
]

OUTSTANDING, GOOD, REQUIRES_IMPROVEMENT, INADEQUATE = (
    "outstanding",
    "good",
    "requires_improvement",
    "inadequate",
)
GRADES = [
    (OUTSTANDING, "Outstanding"),
    (GOOD, "Good"),
    (REQUIRES_IMPROVEMENT, "Requires improvement to be good"),
    (INADEQUATE, "Inadequate"),
]
# In care and care leavers are graded apart since January 2023; adoption only under the single framework.
JUDGEMENTS = [
    ("overall", "Overall effectiveness"),
    ("leaders", "The impact of leaders on practice"),
    ("help_and_protection", "Children who need help and protection"),
    ("in_care_and_care_leavers", "Children in care and care leavers"),
    ("in_care", "Children in care"),
    ("care_leavers", "Care leavers"),
    ("adoption", "Adoption"),
]

STRENGTH, SHORTFALL, NEUTRAL = "strength", "shortfall", "neutral"
READINGS = [(STRENGTH, "Strength"), (SHORTFALL, "Shortfall"), (NEUTRAL, "Neither")]

SENTENCE, NEEDS_TO_IMPROVE, AREA_OF_CONCERN, PRIORITY_ACTION = (
    "sentence",
    "needs_to_improve",
    "area_of_concern",
    "priority_action",
)
# What a list of points is headed with.
POINTS = [
    (AREA_OF_CONCERN, "Areas of concern"),
    (PRIORITY_ACTION, "Areas for priority action"),
    (NEEDS_TO_IMPROVE, "What needs to improve"),
]
STATEMENTS = [
    (SENTENCE, "A sentence"),
    (NEEDS_TO_IMPROVE, "What needs to improve"),
    (AREA_OF_CONCERN, "Area of concern"),
    (PRIORITY_ACTION, "Area for priority action"),
]
