"""What a young person of 16 to 25 is entitled to, and by which day each thing is owed. Facts in, answers out.

Sources, read in November 2026: Children Act 1989, sections 23A, 23C, 23CZB, 24 and Schedule 2 paragraph 19B; Care
Planning, Placement and Case Review (England) Regulations 2010, regulations 40 to 43; Care Leavers (England) Regulations
2010, regulations 3, 7 and 8; Care Act 2014, sections 58 and 59. When planning with adult services begins, and how often
an adviser is in touch, is `local`: a default the council may change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kittiwake.practice.transitions.entitlement.rules import ADULT, UNTIL, eligible_from
from kittiwake.primitives.clocks.rules import Standard, days, months
from kittiwake.record.ages import birthday
from kittiwake.record.codes.tracks import Span
from kittiwake.time.moments import add_months

CARE_LEAVERS = "Care Leavers (England) Regulations 2010"
NEEDS = Standard(
    key="transitions.needs_assessment",
    title="Assessment of need",
    within=months(3),
    source="Care Planning, Placement and Case Review (England) Regulations 2010, regulation 42, read November 2026",
)
REVIEW = Standard(
    key="transitions.pathway_review",
    title="Review the pathway plan",
    within=months(6),
    source=f"{CARE_LEAVERS}, regulation 7, read November 2026",
)
FIRST_VISIT = Standard(
    key="transitions.first_visit_home",
    title="Adviser’s first visit where they live",
    within=days(7),
    source=f"{CARE_LEAVERS}, regulation 8(2), read November 2026",
)
VISIT = Standard(
    key="transitions.visit_home",
    title="Adviser’s next visit where they live",
    within=months(2),
    source=f"{CARE_LEAVERS}, regulation 8(2), read November 2026",
)
CONTACT = Standard(
    key="transitions.contact",
    title="Adviser’s next contact",
    within=days(56),
    source="Local: in touch at least every 8 weeks",
    local=True,
)
PATHWAY_PLAN = Standard(
    key="transitions.pathway_plan",
    title="Pathway plan agreed",
    within=months(3),
    source="Local: Children Act 1989, Schedule 2 paragraph 19B, says as soon as possible after the assessment",
    local=True,
)
REVIEW_AFTER_MOVE = Standard(
    key="transitions.review_after_move",
    title="Review the pathway plan after moving in",
    within=days(28),
    source=f"{CARE_LEAVERS}, regulation 7(3), accommodation the council provides, read November 2026",
)
VISIT_BEFORE_REVIEW = Standard(
    key="transitions.visit_before_review",
    title="Adviser’s visit before that review",
    within=days(28),
    source=f"{CARE_LEAVERS}, regulation 8(2)(b), read November 2026",
)
ADULT_SERVICES = Standard(
    key="transitions.adult_services_asked",
    title="Adult services asked",
    within=months(6),
    source="Care Act 2014, section 58; from 17, so that they are asked by 17 and a half: local",
    local=True,
)
STANDARDS = (
    NEEDS,
    PATHWAY_PLAN,
    REVIEW,
    REVIEW_AFTER_MOVE,
    FIRST_VISIT,
    VISIT_BEFORE_REVIEW,
    VISIT,
    CONTACT,
    ADULT_SERVICES,
)

EARLIEST = 15  # a plan may be begun before the duty starts at 16; before this a birthday is more likely wrong


def why_not(born_on: date | None, on: date) -> str:
    """Why nothing can be planned for them yet; empty where it can."""
    if born_on is None:
        return "Their date of birth is not known. Record it first: every date here counts from it."
    if on < birthday(born_on, EARLIEST):
        return (
            f"They are under {EARLIEST}. A pathway plan is for 16 and over, and may be begun from {EARLIEST}."
        )
    if on >= birthday(born_on, UNTIL):
        return f"They are {UNTIL} or over: the duties end at {UNTIL}. If that is wrong, correct their date of birth."
    return ""


@dataclass(frozen=True)
class Facts:
    """What is on the record about one young person's way into adulthood."""

    born_on: date
    care: Sequence[Span]
    is_exploited: bool
    assessed_on: date | None = None
    plan_on: date | None = None
    adviser_since: date | None = None
    referred_on: date | None = None
    answered_on: date | None = None
    stays_or_met_on: date | None = None
    ask_by: date | None = None  # when adult services have to have been asked: the council's own day


@dataclass(frozen=True)
class Milestone:
    """One thing that is owed by a day."""

    key: str
    title: str
    due_on: date
    done_on: date | None
    source: str

    def is_late(self, today: date) -> bool:
        return self.done_on is None and today > self.due_on


def milestones(facts: Facts, today: date) -> list[Milestone]:
    """What is owed, in order of the day. Of a young person with no care behind them, what exploitation alone asks."""
    milestones: list[Milestone] = []
    eligible_on = eligible_from(facts.born_on, facts.care, today)
    if eligible_on:
        by = add_months(eligible_on, 3)
        milestones += [
            Milestone(
                "adviser",
                "A personal adviser",
                eligible_on,
                facts.adviser_since,
                "Children Act 1989, Schedule 2 paragraph 19C",
            ),
            Milestone("assessment", "Assessment of need", by, facts.assessed_on, NEEDS.source),
            Milestone(
                "plan",
                "Pathway plan",
                by,
                facts.plan_on,
                "Children Act 1989, Schedule 2 paragraph 19B: as soon as possible after the assessment",
            ),
        ]
    if eligible_on or facts.is_exploited:
        adult = birthday(facts.born_on, ADULT)
        asked = facts.ask_by or adult
        local = "Local: exploited young people and care leavers, before they are 18"
        if facts.is_exploited:
            milestones += [
                Milestone(
                    "referral",
                    "Adult services asked",
                    asked,
                    facts.referred_on,
                    "Care Act 2014, section 58; the day is local",
                ),
                Milestone(
                    "answer",
                    "Adult services’ answer",
                    adult,
                    facts.answered_on,
                    "Care Act 2014, sections 58 and 59",
                ),
            ]
        milestones.append(
            Milestone(
                "worker",
                "A worker who stays, or an adult worker they have met",
                adult,
                facts.stays_or_met_on,
                local,
            )
        )
    return sorted(milestones, key=lambda milestone: (milestone.due_on, milestone.key))


def missing_at_eighteen(facts: Facts, today: date) -> list[Milestone]:
    """What they turned, or will turn, 18 without."""
    return [
        milestone
        for milestone in milestones(facts, max(today, birthday(facts.born_on, ADULT)))
        if milestone.done_on is None
    ]


HOMES = [
    ("family", "With parents or family"),
    ("former_carers", "With their former foster carers (staying put)"),
    ("close_by", "Near their former children’s home (staying close)"),
    ("supported", "Supported accommodation or lodgings"),
    ("own", "Their own tenancy"),
    ("student", "University or college"),
    ("custody", "Custody"),
    ("bed_and_breakfast", "Bed and breakfast or a hotel"),
    ("no_fixed", "Nowhere settled"),
    ("other", "Somewhere else"),
]
NEVER_SUITABLE = {"bed_and_breakfast", "no_fixed"}
ACTIVITIES = [
    ("education", "Education"),
    ("apprenticeship", "An apprenticeship"),
    ("work", "Training or work"),
    ("parent", "Caring for a child"),
    ("ill", "Not able to: illness or disability"),
    ("none", "Not in education, training or work"),
    ("not_known", "Not known"),
]
IN_EDUCATION_OR_WORK = ["education", "apprenticeship", "work"]
MEANS = [
    ("visit", "A visit where they live"),
    ("in_person", "In person, somewhere else"),
    ("phone", "By phone or video"),
    ("message", "By message"),
    ("none", "No answer: tried"),
]
ANSWERS = [
    ("accepted", "They will work with them"),
    ("assessing", "They are assessing"),
    ("refused", "No, for a reason"),
]
