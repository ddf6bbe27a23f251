"""Duties to a child in care that no other area has, and what may be said to have been done.

Sources, read in November 2026: CPPCR, Care Planning, Placement and Case Review (England) Regulations 2010, regulations 4,
7 and 9; Promoting the education of looked-after children (statutory guidance, 2018); the reviewing officers' handbook
(statutory guidance, 2010); Children (Secure Accommodation) Regulations 1991, regulations 10 and 15. What they leave to
the council is `local`: a default it may change.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from kittiwake.primitives.clocks.rules import Standard, hours, months, working_days
from kittiwake.record.ages import age_on, birthday

CPPCR = "Care Planning, Placement and Case Review (England) Regulations 2010"
SECURE = "Children (Secure Accommodation) Regulations 1991"
HEALTH_FIRST = Standard(
    key="duties.first_health_assessment",
    title="First health assessment",
    within=working_days(20),
    source=f"{CPPCR}, regulation 7(1): before the first review, which is within 20 working days",
)
HEALTH_UNDER_FIVE = Standard(
    key="duties.health_assessment_under_five",
    title="Health assessment (every 6 months under 5)",
    within=months(6),
    source=f"{CPPCR}, regulation 7(3)(a)",
)
HEALTH_FROM_FIVE = Standard(
    key="duties.health_assessment",
    title="Health assessment (once a year)",
    within=months(12),
    source=f"{CPPCR}, regulation 7(3)(b)",
)
EDUCATION_PLAN = Standard(
    key="duties.education_plan",
    title="Personal education plan begun",
    within=working_days(10),
    source="Promoting the education of looked-after children (statutory guidance, 2018)",
)
EDUCATION_REVIEW = Standard(
    key="duties.education_plan_review",
    title="Personal education plan reviewed",
    within=months(4),
    source="Every school term (statutory guidance, 2018); 4 months is a term with its holidays: local",
    local=True,
)
REVIEWING_OFFICER = Standard(
    key="duties.reviewing_officer",
    title="Reviewing officer named",
    within=working_days(5),
    source="The reviewing officers’ handbook (statutory guidance, 2010)",
)
SECURE_HOURS = Standard(
    key="duties.secure_without_order",
    title="Secure accommodation without a court order ends",
    within=hours(72),
    source=f"{SECURE}, regulation 10(1): 72 hours, added up, in any 28 days",
)
SECURE_FIRST_REVIEW = Standard(
    key="duties.first_secure_review",
    title="First review of secure accommodation",
    within=months(1),
    source=f"{SECURE}, regulation 15",
)
SECURE_REVIEW = Standard(
    key="duties.secure_review",
    title="Review of secure accommodation",
    within=months(3),
    source=f"{SECURE}, regulation 15",
)

HOME_NOTIFIES = Standard(
    key="duties.home_notifies",
    title="The children’s home told Ofsted and the council responsible",
    within=hours(24),
    source="Children’s Homes (England) Regulations 2015, regulation 40(4): sexual exploitation, or an enquiry into harm "
    "(as it begins). Without delay; the hours are local",
    local=True,
)

HOME_NOTIFIED = "home_notified"
CHILDRENS_HOMES = frozenset({"K1", "K2"})  # codes.PLACEMENT
CARE_PLAN, PLACEMENT_PLAN, HEALTH, EDUCATION, OFFICER = (
    "care_plan",
    "placement_plan",
    "health_assessment",
    "education_plan",
    "reviewing_officer",
)
SECURE_BEGUN, SECURE_ORDERED, SECURE_REVIEWED, SECURE_ENDED = (
    "secure_begun",
    "secure_ordered",
    "secure_reviewed",
    "secure_ended",
)
# What a worker may say was done: nothing that another area keeps with more than its day.
SAID = [
    (HEALTH, "Health assessment"),
    (EDUCATION, "Personal education plan begun or reviewed"),
    (OFFICER, "Reviewing officer named"),
    (PLACEMENT_PLAN, "Placement plan prepared"),
    (CARE_PLAN, "Care plan prepared, in another system"),
    (HOME_NOTIFIED, "Ofsted and the council responsible told by their children’s home"),
    (SECURE_BEGUN, "Kept in secure accommodation, without a court order"),
    (SECURE_ORDERED, "Court order for secure accommodation"),
    (SECURE_REVIEWED, "Secure accommodation reviewed"),
    (SECURE_ENDED, "Secure accommodation ended"),
]
VISIT_IN_CARE, VISIT_PROTECTION, VISIT_IN_NEED = "visit_in_care", "visit_protection", "visit_in_need"
REVIEW_IN_CARE, REVIEW_CONFERENCE, PATHWAY = "in_care_review", "review_conference", "pathway_review"
CORE_GROUP, IN_NEED_REVIEW, NEEDS_ASSESSMENT = "core_group", "in_need_review", "needs_assessment"
# What a list says was done last, and when.
LISTED = [
    (VISIT_IN_CARE, "Visit to a child in care"),
    (VISIT_PROTECTION, "Child protection visit"),
    (VISIT_IN_NEED, "Child in need visit"),
    (REVIEW_IN_CARE, "Looked-after review"),
    (REVIEW_CONFERENCE, "Review child protection conference"),
    (PATHWAY, "Pathway plan review"),
    (CORE_GROUP, "Core group"),
    (IN_NEED_REVIEW, "Review of a child in need plan"),
    (NEEDS_ASSESSMENT, "Assessment of need for growing up"),
]
KINDS = [*SAID, *LISTED]

EDUCATION_FROM = 3  # years: from pre-school (the statutory guidance)
YEARLY_FROM = 5


Stay = tuple[datetime, datetime]
SECURE_TIME, SECURE_DAYS = timedelta(hours=SECURE_HOURS.within.count), timedelta(days=28)


def secure_until(begun: datetime, earlier: Collection[Stay]) -> datetime:
    """When a stay without a court order has to end: 72 hours, added up over any 28 days (regulation 10(1)).

    Earlier stays count as far as they lie in the 28 days before that end; what drops out of them gives time back, also
    at 72 hours exactly: as long as an hour drops out for each that is stayed, no 28 days hold more.
    """
    until, before = begun + max(SECURE_TIME - _within(begun, begun, earlier), timedelta()), begun
    while until > before:
        before = until
        until = begun + max(SECURE_TIME - _within(until, begun, earlier), timedelta())
    if until - begun + _within(until, begun, earlier) > SECURE_TIME:
        return until
    for start, end in sorted(earlier):
        if start <= until - SECURE_DAYS < end:
            until = end + SECURE_DAYS
    return until


def _within(until: datetime, begun: datetime, earlier: Collection[Stay]) -> timedelta:
    since = until - SECURE_DAYS
    held = (min(end, begun) - max(start, since) for start, end in earlier)
    return sum((stay for stay in held if stay > timedelta()), timedelta())


def next_health(born_on: date | None, seen_on: date) -> Standard:
    """After an assessment on that day: under 5 every 6 months, from 5 once a year. Not known: the shorter."""
    young = born_on is None or age_on(born_on, seen_on) < YEARLY_FROM
    return HEALTH_UNDER_FIVE if young else HEALTH_FROM_FIVE


def education_from(born_on: date | None, in_care_on: date) -> date:
    return max(in_care_on, birthday(born_on, EDUCATION_FROM)) if born_on else in_care_on
