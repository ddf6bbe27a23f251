"""What is owed when a child is placed, and what a move changed. Facts in, answers out.

Sources, read in November 2026: Care Planning, Placement and Case Review (England) Regulations 2010, regulation 9
(placement plan), regulation 11 (as amended in 2013: who approves, and for whom nobody has to), regulation 13(4) (notice)
and regulation 28(2)(a) (first visit). What they leave to the
council is `local`: a default it may change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kittiwake.primitives.clocks.rules import Standard, days, months, working_days
from kittiwake.time.moments import add_months

REGULATIONS = "Care Planning, Placement and Case Review (England) Regulations 2010"
FIRST_VISIT = Standard(
    key="placements.first_visit",
    title="First visit after moving in",
    within=days(7),
    source=f"{REGULATIONS}, regulation 28(2)(a), read November 2026",
)
NOTICE = Standard(
    key="placements.notice",
    title="Written notice to the council they are placed in",
    within=working_days(5),
    source=f"{REGULATIONS}, regulation 13(4), emergency placements, read November 2026",
)
PLACEMENT_PLAN = Standard(
    key="placements.placement_plan",
    title="Placement plan prepared",
    within=working_days(5),
    source=f"{REGULATIONS}, regulation 9(2): before the placement, or within 5 working days of its start",
)
NEARER = Standard(
    key="placements.nearer",
    title="Look at moving them nearer home",
    within=months(3),
    source="Local: every 3 months for a child placed out of our area",
    local=True,
)


class Arrangement(StrEnum):
    """How a child is placed, as far as regulation 28 treats it differently."""

    STANDARD = "standard"
    LONG_TERM = "long_term"
    PARENTS_BEFORE_ASSESSMENT = "parents_unassessed"
    TEMPORARY_CONNECTED = "temporary_connected"
    PARENTS_INTERIM_ORDER = "parents_interim"
    PARENTS_CARE_ORDER = "parents_care_order"


ARRANGEMENTS = [
    (Arrangement.STANDARD.value, "With foster carers or in a home"),
    (Arrangement.LONG_TERM.value, "With foster carers or in a home, meant to last until they are 18"),
    (
        Arrangement.PARENTS_BEFORE_ASSESSMENT.value,
        "With parents, before the assessment is complete (regulation 19)",
    ),
    (
        Arrangement.TEMPORARY_CONNECTED.value,
        "With a connected person, approved for the time being (regulation 24)",
    ),
    (Arrangement.PARENTS_INTERIM_ORDER.value, "With parents, under an interim care order"),
    (Arrangement.PARENTS_CARE_ORDER.value, "With parents, under a full care order"),
]


def no_fewer_visits(arrangement: str, placed_on: date, on: date) -> str:
    """Why a child may not be visited less often than every 3 months from that day; empty where they may."""
    if arrangement != Arrangement.LONG_TERM:
        return "Only a child in a placement meant to last until they are 18 may be visited less often."
    if on < add_months(placed_on, 12):
        return "They have not lived there for a year yet. Until then they are visited at least every 6 weeks."
    return ""


NOMINATED_OFFICER, DIRECTOR = "nominated_officer", "director"
APPROVERS = [
    (NOMINATED_OFFICER, "The nominated officer"),
    (DIRECTOR, "The director of children’s services"),
]


def wrong_approver(role: str, *, at_a_distance: bool | None) -> str:
    if at_a_distance and role != DIRECTOR:
        return (
            "This placement is at a distance: not in our area and not next door. The director of children’s services "
            "approves it (regulation 11)."
        )
    return ""


class State(StrEnum):
    """Of something owed, in the order a reader should meet them."""

    OVERDUE = "overdue"
    WAITING = "waiting"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True)
class Facts:
    """One move, as far as what is owed goes. `notice_due_on` is the 5th working day of an emergency placement."""

    starts_on: date
    out_of_area: bool | None
    at_a_distance: bool | None
    is_emergency: bool
    notice_due_on: date | None
    approved_on: date | None
    consulted_on: date | None
    notified_on: date | None
    is_exempt: bool = False  # from regulation 11: see exempt
    no_notice_on: date | None = None  # the day it was said that notice was not reasonably practicable
    is_known: bool = True  # False: brought over from a list, which does not say what was done


@dataclass(frozen=True)
class Duty:
    key: str
    title: str
    source: str
    due_on: date
    done_on: date | None

    def state(self, today: date) -> State:
        if self.done_on is not None:
            return State.DONE if self.done_on <= self.due_on else State.LATE
        return State.OVERDUE if today > self.due_on else State.WAITING


# Foster care with a relative or friend; with foster carers.
CONNECTED_KINDS, FOSTER_KINDS = {"U1", "U2", "U3"}, {"U1", "U2", "U3", "U4", "U5", "U6"}
THIS_COUNCIL = "PR1"


def exempt(kind: str, provider: str, arrangement: str) -> bool:
    """Whether regulation 11 leaves the placement alone: with a connected person who fosters the child (regulation 24 for
    the time being among them), or with foster carers whom this council has approved (regulation 11(4)).
    """
    connected = kind in CONNECTED_KINDS or arrangement == Arrangement.TEMPORARY_CONNECTED
    return connected or (kind in FOSTER_KINDS and provider == THIS_COUNCIL)


def arrangement_of(kind: str, legal_status: str) -> Arrangement:
    """How a child is placed, from the codes of the return; where they do not say more, the ordinary way."""
    if kind == "P1":
        return {"C1": Arrangement.PARENTS_INTERIM_ORDER, "C2": Arrangement.PARENTS_CARE_ORDER}.get(
            legal_status, Arrangement.STANDARD
        )
    return Arrangement.LONG_TERM if kind in ("U1", "U4") else Arrangement.STANDARD


def notice_is_owed(facts: Facts) -> bool:
    return bool(facts.out_of_area) and facts.is_known


def duties(facts: Facts) -> list[Duty]:
    """What regulations 11 and 13 ask about this move; nothing where it is in our area, that is not known, or a list
    brought it over.
    """
    if not notice_is_owed(facts):
        return []
    approver = "the director" if facts.at_a_distance else "the nominated officer"
    before = facts.starts_on
    notice_by = facts.notice_due_on if facts.is_emergency and facts.notice_due_on else before
    duties = []
    if not facts.is_exempt:
        source = f"{REGULATIONS}, regulation 11"
        duties.append(Duty("approve", f"Approval by {approver}", source, before, facts.approved_on))
    if facts.at_a_distance and not facts.is_exempt:
        duties.append(
            Duty(
                "consult",
                "Consult the council they are placed in",
                f"{REGULATIONS}, regulation 11",
                notice_by,
                facts.consulted_on,
            )
        )
    if not facts.no_notice_on or facts.notified_on:
        duties.append(
            Duty(
                "notify",
                "Written notice to the council they are placed in",
                f"{REGULATIONS}, regulation 13(4)",
                notice_by,
                facts.notified_on,
            )
        )
    return duties


DECISIONS = [
    ("move", "Yes: a move nearer is being arranged"),
    ("looking", "Yes, and nothing suitable has been found yet"),
    ("stay", "No: staying is better for them"),
    ("child_stays", "No: they want to stay"),
]
