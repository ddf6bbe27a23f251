"""What counts as a visit, and when the next is due. Facts in, answers out.

Sources, read in November 2026: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28;
Ofsted's child-level lists (last visit, seen alone). Visits under child protection and child in need plans have no
national interval: those are `local`, a default the council may change.
"""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.practice.placements.rules import FIRST_VISIT, Arrangement
from kittiwake.primitives.clocks.rules import Standard, days, months, working_days
from kittiwake.time.moments import add_months

DIRECT_WORK = "direct_work"
IN_CARE, PROTECTION, IN_NEED = "visit_in_care", "visit_protection", "visit_in_need"
KINDS = [
    (DIRECT_WORK, "Direct work"),
    (IN_CARE, "Visit to a child in care"),
    (PROTECTION, "Child protection visit"),
    (IN_NEED, "Child in need visit"),
]
PLACES = [
    ("home", "Where they live"),
    ("school", "School or college"),
    ("community", "A neutral place: café, youth club, walk, drive"),
    ("office", "An office"),
    ("online", "By phone or video"),
    ("other", "Somewhere else"),
]
ONLINE = "online"  # a call is time with a child, and no visit: they were not seen where they live or anywhere
METHODS = [
    ("talking", "Talking"),
    ("drawing", "Drawing, making or music"),
    ("cards", "Cards, games or a workbook"),
    ("mapping", "A map of people and places they drew"),
    ("timeline", "A timeline of their life"),
    ("safety", "Practising what to do when it is not safe"),
    ("online", "Looking together at what happens online"),
    ("activity", "Doing something together: sport, food, a walk"),
    ("life_story", "Life story work"),
    ("other", "Something else"),
]
CHANGES = [
    ("better", "Something is better for them"),
    ("same", "Nothing has changed yet"),
    ("worse", "Something is worse for them"),
    ("too_soon", "Too soon to say"),
]
MISSED = [
    ("child_no", "They did not want to come"),
    ("child_away", "They were not there"),
    ("missing", "They were missing"),
    ("worker", "We could not come"),
    ("place", "The place or the journey fell through"),
    ("other", "Another reason"),
]

REGULATION_28 = "Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28"
WEEKLY = Standard(
    key="direct_work.visit_weekly",
    title="Next visit (weekly until the first review)",
    within=days(7),
    source=f"{REGULATION_28}(3) and (4), read November 2026",
)
FOUR_WEEKLY = Standard(
    key="direct_work.visit_four_weekly",
    title="Next visit (every 4 weeks)",
    within=days(28),
    source=f"{REGULATION_28}(4), read November 2026",
)
SIX_WEEKLY = Standard(
    key="direct_work.visit_six_weekly",
    title="Next visit (every 6 weeks)",
    within=days(42),
    source=f"{REGULATION_28}(2)(b), (3) and (5), read November 2026",
)
THREE_MONTHLY = Standard(
    key="direct_work.visit_three_monthly",
    title="Next visit (every 3 months)",
    within=months(3),
    source=f"{REGULATION_28}(2)(c), read November 2026",
)
SIX_MONTHLY = Standard(
    key="direct_work.visit_six_monthly",
    title="Next visit (every 6 months, as the child agreed)",
    within=months(6),
    source=f"{REGULATION_28}, as amended in 2015: long-term foster care, the child agrees, read November 2026",
)
PROTECTION_VISIT = Standard(
    key="direct_work.visit_protection",
    title="Next child protection visit",
    within=working_days(10),
    source="Local: seen within 10 working days of the last visit",
    local=True,
)
IN_NEED_VISIT = Standard(
    key="direct_work.visit_in_need",
    title="Next child in need visit",
    within=working_days(20),
    source="Local: seen within 20 working days of the last visit",
    local=True,
)
WRITTEN_UP = Standard(
    key="direct_work.written_up",
    title="Visit or session written up",
    within=working_days(5),
    source="Local: councils’ published recording standards ask for 2 to 5 working days",
    local=True,
)
CARE_VISITS = (FIRST_VISIT, WEEKLY, FOUR_WEEKLY, SIX_WEEKLY, THREE_MONTHLY, SIX_MONTHLY)
STANDARDS = (*CARE_VISITS, PROTECTION_VISIT, IN_NEED_VISIT)
# Whatever clock a visit of this kind may stop.
STOPS = {
    IN_CARE: [visit.key for visit in CARE_VISITS],
    PROTECTION: [PROTECTION_VISIT.key],
    IN_NEED: [IN_NEED_VISIT.key],
}


UNTIL_FIRST_REVIEW = {
    Arrangement.PARENTS_BEFORE_ASSESSMENT: SIX_WEEKLY,
    Arrangement.TEMPORARY_CONNECTED: FOUR_WEEKLY,
    Arrangement.PARENTS_INTERIM_ORDER: FOUR_WEEKLY,
}


def next_care_visit(
    arrangement: str,
    *,
    placed_on: date,
    seen_on: date,
    first_review_on: date | None,
    agreed_fewer_on: date | None = None,
) -> Standard:
    """How soon a looked-after child is visited again after a visit on a day (regulation 28(2) to (5))."""
    if later := UNTIL_FIRST_REVIEW.get(Arrangement(arrangement)):
        reviewed = first_review_on is not None and first_review_on <= seen_on
        return later if reviewed else WEEKLY
    first_year_over = seen_on >= add_months(placed_on, 12)
    if arrangement != Arrangement.LONG_TERM or not first_year_over:
        return SIX_WEEKLY
    return SIX_MONTHLY if agreed_fewer_on and agreed_fewer_on <= seen_on else THREE_MONTHLY


def wrong_with_held(
    held: datetime, at: datetime, *, seen: bool | None, alone: bool | None
) -> tuple[str, str]:
    """(field, why) a session cannot be recorded as held like this; two empty strings when it can."""
    if held > at:
        return "held", "This is in the future. Plan the session, and record it when it has been held."
    if alone and not seen:
        return "alone", "They cannot have been seen alone if they were not seen."
    return "", ""


def gaps(*, words: int, tried: str, changed: str, seen: bool | None, adapted: str, needs: str) -> list[str]:
    """What readers of sessions most often miss in them. Advice for whoever wrote it: none of it stops anything."""
    gaps = [
        (not words, "There is nothing in the child’s own words."),
        (not tried, "It does not say what was tried."),
        (not changed, "It does not say what changed for them."),
        (seen is None, "It does not say whether they were seen."),
        (bool(needs) and not adapted, f"They need: {needs}. It does not say how the session was adapted."),
    ]
    return [said for is_missing, said in gaps if is_missing]
