"""Which kinds of plan there are, and when each may be made and looked at again. Facts in, answers out.

Sources, read in November 2026: Children Act 1989; Care Planning, Placement and Case Review (England) Regulations 2010;
Care Leavers (England) Regulations 2010; Working together to safeguard children (2023); children in need census rules.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from kittiwake.primitives.clocks.rules import Standard, months, working_days

SAFETY, IN_NEED, PROTECTION = "safety_plan", "child_in_need_plan", "child_protection_plan"
OUTSIDE_HOME, CARE, PATHWAY = "outside_home_plan", "care_plan", "pathway_plan"
DISRUPTION = "disruption_plan"
KINDS = [
    (SAFETY, "Safety plan"),
    (IN_NEED, "Child in need plan"),
    (PROTECTION, "Child protection plan"),
    (OUTSIDE_HOME, "Child protection plan (risk outside the home)"),
    (CARE, "Care plan"),
    (PATHWAY, "Pathway plan"),
    (DISRUPTION, "Disruption plan"),
]
CALLED = dict(KINDS)


def entry_kind(kind: str) -> str:
    """What a version of this kind is called among the entries of a record."""
    return f"plans.{kind}"


FOR = {
    SAFETY: "What everybody does, day and night, to keep them safe.",
    IN_NEED: "Help that the council and others give to a child in need.",
    PROTECTION: "Made by a child protection conference.",
    OUTSIDE_HOME: "A child protection plan where the harm comes from outside the family. Parents are partners in it.",
    CARE: "Where a child in care lives, and how every need is met.",
    PATHWAY: "From 16: the way from care to a life of their own.",
    DISRUPTION: "What is done to the adults and places that harm them.",
}
# A plan of these kinds stands on a day it began, by law or by the conference that made it.
BEGUN = {IN_NEED, PROTECTION, OUTSIDE_HOME, CARE, PATHWAY}
NOT_FROM_18 = {IN_NEED, PROTECTION, OUTSIDE_HOME, CARE}

WHO = [
    ("child", "The child"),
    ("parent", "A parent or carer"),
    ("home", "Their home or foster carer"),
    ("worker", "A worker of the council"),
    ("police", "Police"),
    ("school", "School or college"),
    ("health", "Health"),
    ("network", "Somebody else they trust"),
    ("other", "Somebody else"),
]
# Whom the plan is agreed with. Those who may also do something in it have the same word as in WHO.
ROLES = [
    ("child", "The child"),
    ("parent", "A parent or carer"),
    ("home", "Their home or foster carer"),
    ("police", "Police"),
    ("school", "School or college"),
    ("health", "Health"),
    ("network", "Somebody else they trust"),
    ("partner", "Another partner"),
]
AGREES, DISAGREES, NOT_ASKED = "agrees", "disagrees", "not_asked"
ANSWERS = [
    (AGREES, "They agree"),
    (DISAGREES, "They do not agree"),
    (NOT_ASKED, "They were not asked, or could not be reached"),
]
ABSENT = "absent"
HOW = [
    ("there", "They were there"),
    ("call", "By phone or video"),
    ("writing", "In writing"),
    (ABSENT, "They were not there: somebody else said so"),
]

_BOTH = "A child in need plan and a child protection plan must not overlap (children in need census, rules 4001 and 4016)"
_ONE = "A child has one child protection plan at a time"
UNLAWFUL = {
    frozenset({IN_NEED, PROTECTION}): _BOTH,
    frozenset({IN_NEED, OUTSIDE_HOME}): _BOTH,
    frozenset({PROTECTION, OUTSIDE_HOME}): _ONE,
}


def overlap(kind: str, standing: Collection[str]) -> str:
    """Why a plan of this kind may not stand beside those in force, in the rule's words. Empty when it may."""
    for other in standing:
        if rule := UNLAWFUL.get(frozenset({kind, other})):
            return f"They have a {CALLED[other].lower()}. {rule}: close that plan first."
    return ""


def too_young_or_old(kind: str, age: int | None) -> str:
    """Why somebody of this age may not have such a plan. Empty when they may, or when their age is not known."""
    if age is None:
        return ""
    if kind == PATHWAY and not 16 <= age < 25:
        return (
            "A pathway plan is for somebody from 16 until they turn 25 "
            "(Children Act 1989, Schedule 2, paragraph 19B, and section 23CZB)."
        )
    if kind in NOT_FROM_18 and age >= 18:
        return f"A {CALLED[kind].lower()} is for a child, and ends at 18 (Children Act 1989, section 105)."
    return ""


# A child in need plan is looked at again and again: first within the one limit, then each time within the other.
FIRST_REVIEW = Standard(
    "plans.first_in_need_review",
    "First review of the child in need plan",
    months(3),
    "Local: within 3 months",
    local=True,
)
NEXT_REVIEW = Standard(
    "plans.in_need_review",
    "Review of the child in need plan",
    months(6),
    "Local: at least every 6 months",
    local=True,
)
CARE_PLAN = Standard(
    "plans.care_plan",
    "Care plan prepared",
    working_days(10),
    "Care Planning, Placement and Case Review (England) Regulations 2010, reg 4(2); read November 2026",
)
STANDARDS = [FIRST_REVIEW, NEXT_REVIEW, CARE_PLAN]
# Who looks at the other kinds, and where that is kept.
LOOKED_AT_BY = {
    PROTECTION: "A child protection plan is looked at by its core group and at review conferences, under Meetings.",
    CARE: "A care plan is looked at in looked-after reviews, under Meetings.",
    PATHWAY: "A pathway plan is reviewed under Growing up.",
}
LOOKED_AT_BY[OUTSIDE_HOME] = LOOKED_AT_BY[PROTECTION]


GOES_ON, CHANGES, ENDS = "goes_on", "changes", "ends"
OUTCOMES = [(GOES_ON, "It goes on as it is"), (CHANGES, "It has to change"), (ENDS, "It ends")]


def dates(
    agreed_on: date, review_on: date | None, started_on: date | None, kind: str, today: date
) -> tuple[str, str]:
    """(field, why) of the first day that cannot be; two empty words when all can."""
    if agreed_on > today:
        return "agreed_on", "The day it was agreed must be today or in the past."
    if review_on is not None and review_on < agreed_on:
        return "review_on", "The day to look at it again must come after the day it was agreed."
    if kind in BEGUN and started_on is None:
        return "started_on", f"Enter the day the {CALLED[kind].lower()} began."
    if started_on is not None and started_on > today:
        return "started_on", "The day it began must be today or in the past."
    return "", ""
