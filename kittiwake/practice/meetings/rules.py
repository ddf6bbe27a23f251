"""What law and guidance say about meetings: kinds, who must be there, and what each starts and ends.

Sources, read in November 2026: Children Act 1989, section 47; WT23, Working Together to Safeguard Children (2023),
chapter 3, whose limits the 2026 edition may have moved; CPPCR, Care Planning, Placement and Case Review (England)
Regulations 2010, regulation 33; published inspection reports; local protocols. What they leave to the council is
`local`: a default it may change from a date.
"""

from __future__ import annotations

from datetime import datetime

from kittiwake.primitives.clocks.rules import Standard, days, hours, months, working_days

STRATEGY, COMPLEX, PANEL, CARE_TEAM = "strategy", "complex_strategy", "panel", "care_team"
INITIAL, TRANSFER, REVIEW, CORE_GROUP = (
    "initial_conference",
    "transfer_conference",
    "review_conference",
    "core_group",
)
IN_CARE, CONTEXT = "in_care_review", "context_conference"
KINDS = [
    (STRATEGY, "Strategy discussion"),
    (COMPLEX, "Complex strategy meeting"),
    (PANEL, "Multi-agency exploitation panel"),
    (CARE_TEAM, "Care-team meeting"),
    (INITIAL, "Initial child protection conference"),
    (TRANSFER, "Transfer-in conference"),
    (REVIEW, "Review child protection conference"),
    (CORE_GROUP, "Core group"),
    (IN_CARE, "Looked-after review"),
]
ALL_KINDS = [*KINDS, (CONTEXT, "Context conference")]
STRATEGIES = (STRATEGY, COMPLEX)
PLAN_MAKING = (INITIAL, TRANSFER, REVIEW)
ANSWERS_A_RISE = (*STRATEGIES, PANEL, *PLAN_MAKING)  # meetings whose business a risk is that rose

# Agencies by what they bring, not by their names.
CARE, POLICE, HEALTH, EDUCATION = "social_care", "police", "health", "education"
AGENCIES = [
    (CARE, "Children’s social care"),
    (POLICE, "Police"),
    (HEALTH, "Health"),
    (EDUCATION, "School, college or education service"),
    ("placement", "Children’s home or foster carer"),
    ("youth_justice", "Youth justice"),
    ("exploitation", "Exploitation or missing service"),
    ("early_help", "Early help"),
    ("voluntary", "Voluntary sector"),
    ("housing", "Housing"),
    ("licensing", "Licensing, trading standards or transport"),
    ("probation", "Probation"),
    ("other_council", "Another council"),
    ("other", "Somebody else"),
]
INVITED, CAME, REPORTED, APOLOGIES, ABSENT = "invited", "came", "report", "apologies", "absent"
ANSWERS = [
    (INVITED, "Invited"),
    (CAME, "Came"),
    (REPORTED, "Sent a report"),
    (APOLOGIES, "Apologies"),
    (ABSENT, "Did not come, and said nothing"),
]
WHY_LATE = [
    ("police", "The police were not available"),
    ("health", "Health was not available"),
    ("education", "The school or education was not available"),
    ("our_own", "Our own people were not available"),
    ("family", "So that the child or family could come"),
    ("information", "Waiting for information"),
    ("told_late", "We were told late"),
    ("other", "Another reason"),
]
# How a child took part in a review (SSDA903 participation codes), used for every meeting about them.
PARTICIPATION = [
    ("PN0", "Under 4 years old"),
    ("PN1", "Came, and spoke for themselves"),
    ("PN2", "Came, and an advocate spoke for them"),
    ("PN3", "Came, and put their views across without words"),
    ("PN4", "Came, and did not put any views across"),
    ("PN5", "Did not come; an advocate they had briefed spoke for them"),
    ("PN6", "Did not come; sent their views another way"),
    ("PN7", "Did not come, and sent no views"),
]
UNDER_FOUR = "PN0"
# By the words of the codes: who came and put no view did not take part, nor who neither came nor sent one.
TOOK_PART = ("PN1", "PN2", "PN3", "PN5", "PN6")
ENQUIRIES = [("none", "No enquiry"), ("single", "Yes, social care alone"), ("joint", "Yes, with the police")]
OUTCOMES = [
    ("open", "Keep the child open to this panel or meeting"),
    ("accepted", "Accepted by the panel"),
    ("deferred", "Put off until more is known"),
    ("closed", "Nothing further from this meeting"),
]
NO_CONFERENCE = [
    ("not_founded", "The worry was not borne out"),
    ("no_continuing_risk", "Borne out, but the child is not at continuing risk of significant harm"),
    ("conference", "A conference is needed"),
]
CATEGORIES = [
    ("NEG", "Neglect"),
    ("PHY", "Physical abuse"),
    ("SAB", "Sexual abuse"),
    ("EMO", "Emotional abuse"),
    ("MUL", "More than one"),
]  # the children in need census; harm outside the home is recorded beside it

WT, REGULATIONS = "{working_together, chapter 3}", "Care Planning Regulations 2010, regulation 33"
STRATEGY_HELD = Standard(
    "meetings.strategy_held",
    "Strategy discussion held",
    hours(24),
    "No national limit (Children Act 1989 s47; {working_together}). Default: 24 hours from the decision",
    local=True,
)
COMPLEX_HELD = Standard(
    "meetings.complex_strategy_held",
    "Complex strategy meeting held",
    hours(72),
    "No national limit. Default from a published local protocol: 72 hours from the concern",
    local=True,
)
PANEL_HELD = Standard(
    "meetings.panel_held",
    "Panel held",
    working_days(20),
    "Local: panels meet every 2 weeks to monthly, and hear a child at the next",
    local=True,
)
ENQUIRY = Standard(
    "meetings.enquiry",
    "Section 47 enquiry finished",
    working_days(15),
    f"{WT}; children in need census, query 8675Q",
)
INITIAL_HELD = Standard(
    "meetings.initial_conference", "Initial child protection conference held", working_days(15),
    f"{WT}: within 15 working days of the strategy discussion at which the enquiry began",
)  # fmt: skip
TRANSFER_HELD = Standard(
    "meetings.transfer_conference",
    "Transfer-in conference held",
    working_days(15),
    f"{WT}: within 15 working days of being told that the child has moved in",
)
FIRST_CORE_GROUP = Standard(
    "meetings.first_core_group",
    "First core group held",
    working_days(10),
    f"{WT}: within 10 working days of the initial conference",
)
NEXT_CORE_GROUP = Standard(
    "meetings.next_core_group", "Core group held", days(42), "Local: commonly every 4 to 6 weeks", local=True
)
FIRST_REVIEW = Standard(
    "meetings.first_review_conference", "First review conference held", months(3),
    f"{WT}: within 3 months of the initial conference",
)  # fmt: skip
LATER_REVIEW = Standard(
    "meetings.later_review_conference", "Review conference held", months(6),
    f"{WT}: at most 6 months after the one before",
)  # fmt: skip
FIRST_IN_CARE = Standard(
    "meetings.first_in_care_review", "First looked-after review held", working_days(20),
    f"{REGULATIONS}(1): within 20 working days of becoming looked after",
)  # fmt: skip
SECOND_IN_CARE = Standard(
    "meetings.second_in_care_review", "Second looked-after review held", months(3),
    f"{REGULATIONS}(2): within 3 months of the first",
)  # fmt: skip
LATER_IN_CARE = Standard(
    "meetings.later_in_care_review", "Looked-after review held", months(6),
    f"{REGULATIONS}(2): at most 6 months after the one before",
)  # fmt: skip
STANDARDS = [
    STRATEGY_HELD, COMPLEX_HELD, PANEL_HELD, ENQUIRY, INITIAL_HELD, TRANSFER_HELD, FIRST_CORE_GROUP,
    NEXT_CORE_GROUP, FIRST_REVIEW, LATER_REVIEW, FIRST_IN_CARE, SECOND_IN_CARE, LATER_IN_CARE,
]  # fmt: skip
# The clock that asking for a meeting starts, and those that holding one ends.
STARTED_BY_ASKING = {
    STRATEGY: STRATEGY_HELD, COMPLEX: COMPLEX_HELD, PANEL: PANEL_HELD, TRANSFER: TRANSFER_HELD,
}  # fmt: skip
ENDED_BY_HOLDING = {
    STRATEGY: [STRATEGY_HELD],
    COMPLEX: [COMPLEX_HELD, STRATEGY_HELD],
    PANEL: [PANEL_HELD],
    INITIAL: [INITIAL_HELD],
    TRANSFER: [TRANSFER_HELD],
}
# By asking and by holding. The others hang on being in care or on a plan (duties).
STARTED_AND_ENDED_HERE = [STRATEGY_HELD, COMPLEX_HELD, PANEL_HELD, ENQUIRY, INITIAL_HELD, TRANSFER_HELD]


def started_by_holding(kind: str, *, enquiry: str = "none") -> list[Standard]:
    """What runs for the child from the moment the meeting was held."""
    return [ENQUIRY, INITIAL_HELD] if kind in STRATEGIES and enquiry != "none" else []


def out_of_order(requested: datetime, held: datetime, at: datetime) -> str | None:
    """What is wrong with when it was held, as a sentence; None when nothing is."""
    if held > at:
        return "This is in the future. Record that it was held when it has been."
    if held < requested:
        return "This is before the meeting was asked for. Check both times."
    return None
