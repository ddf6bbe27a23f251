"""Audits: grades and what caps them, the steps of an action, who may not do what, and the time limits.

Where nothing else is said, the numbers are local: quality assurance frameworks that councils publish differ, and no
guidance sets them (read in November 2026).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kittiwake.primitives.clocks.rules import Standard, days, working_days
from kittiwake.primitives.measures.adverse import Fact

LOCAL = "Local quality assurance framework, after published ones read in November 2026"

PROGRAMMES = [
    ("monthly", "Monthly practice audit"),
    ("thematic", "Thematic audit"),
    ("dip", "Dip sample"),
    ("multi_agency", "Multi-agency audit"),
    ("observation", "Observation of practice"),
    ("re_audit", "Re-audit"),
]
RE_AUDIT = "re_audit"
FULL, DIP = "practice_audit", "dip_sample"
TOOLS = [(FULL, "Practice audit, all domains"), (DIP, "Dip sample, four domains")]

OUTSTANDING, GOOD, IMPROVE, INADEQUATE = "outstanding", "good", "requires_improvement", "inadequate"
GRADES = [
    (INADEQUATE, "Inadequate"),
    (IMPROVE, "Requires improvement to be good"),
    (GOOD, "Good"),
    (OUTSTANDING, "Outstanding"),
]
SCALE = [key for key, _ in GRADES]  # lowest first
GOOD_OR_BETTER = (GOOD, OUTSTANDING)
CAPPING = ("risk", "safety")
ASSESSMENT = "assessment"  # the domain of the full tool that is about assessment and analysis
COMPLIANCE = "compliance"  # the section of a tool that is scored apart

DONE_WITH = [
    ("together", "With the worker, side by side"),
    ("spoken", "The worker was spoken to, before or after"),
    ("alone", "Without the worker"),
]
CHILD_FOCUSED, PROCESS = "child", "process"
FOCUSES = [(CHILD_FOCUSED, "About the child"), (PROCESS, "About process")]
LASTS = [(28, "4 weeks"), (91, "3 months"), (182, "6 months")]  # how long a change has to last; local
LASTS_USUALLY = 91
TOLD_LATE = timedelta(
    days=91
)  # how long after its days a fact that speaks against an effect is still looked for
MODERATED_FROM, MODERATED_TO = 10, 25  # percent of a programme's audits

MADE_SAFE = Standard(
    key="audits.made_safe",
    title="Child made safe after an inadequate audit",
    within=working_days(1),
    source=f"{LOCAL}: the child is made safe within 1 to 5 working days",
    local=True,
)
RE_AUDIT_DUE = Standard(
    key="audits.re_audit",
    title="Audited again after an inadequate audit",
    within=days(91),
    source=f"{LOCAL}: about three months later",
    local=True,
)
DISCUSSED_BY = Standard(
    key="audits.discussed",
    title="Audit action talked over with the worker",
    within=days(28),
    source=f"{LOCAL}: in the next supervision",
    local=True,
)
DONE_BY = Standard(
    key="audits.action",
    title="Audit action done",
    within=days(28),
    source=f"{LOCAL}; offered when an action is written, and changed where it needs longer",
    local=True,
)


def height(grade: str) -> int:
    """Where a grade stands, lowest 0."""
    return SCALE.index(grade)


@dataclass(frozen=True)
class Cap:
    """The overall grade may not be better than this, because of these domains."""

    grade: str
    domains: tuple[str, ...]


def cap(grades: Mapping[str, str]) -> Cap | None:
    """Inadequate help with risk or safety is inadequate help, whatever else was done well.

    The overall grade is a person's judgement and no average. The cap follows the limiting judgement of Ofsted's
    social care common inspection framework: where children are not protected, the overall judgement is inadequate.
    """
    low = tuple(domain for domain in CAPPING if grades.get(domain) == INADEQUATE)
    return Cap(INADEQUATE, low) if low else None


def is_above(grade: str, limit: Cap | None) -> bool:
    return limit is not None and height(grade) > height(limit.grade)


def compliance(answers: Sequence[str]) -> tuple[int, int]:
    """(met, of how many that apply): what does not apply is not counted as done."""
    apply = [answer for answer in answers if answer in ("yes", "no")]
    return apply.count("yes"), len(apply)


# The steps of an action, in order. Each moment is the time the present round reached it.
RECORDED, DISCUSSED, DONE, CHECKED, CONFIRMED, CLOSED = (
    "recorded", "discussed", "done", "checked", "confirmed", "closed",
)  # fmt: skip
STATES = [
    (RECORDED, "Recorded"),
    (DISCUSSED, "Discussed"),
    (DONE, "Said to be done"),
    (CHECKED, "Evidence checked"),
    (CONFIRMED, "Effect confirmed"),
    (CLOSED, "Closed"),
]


@dataclass(frozen=True)
class Moments:
    discussed: datetime | None = None
    done: datetime | None = None
    checked: datetime | None = None
    confirmed: datetime | None = None
    closed: datetime | None = None


def state(moments: Moments) -> str:
    """How far an action has come: the last step that it and every step before it were taken."""
    reached = RECORDED
    for step in (DISCUSSED, DONE, CHECKED, CONFIRMED, CLOSED):
        if getattr(moments, step) is None:
            return reached
        reached = step
    return reached


NEXT = {
    RECORDED: "Discuss it with the worker first, and record when and with whom.",
    DISCUSSED: "Its owner has not yet said that it is done, and what shows it.",
    DONE: "Somebody other than its owner must check the evidence first.",
    CHECKED: "Show what changed for the child first: an entry on their record. Somebody does who neither owns it nor "
    "checked its evidence.",
    CONFIRMED: "Its effect is confirmed. Close it.",
    CLOSED: "It is closed. Reopen it if it did not last.",
}


# What is done to an action, and by whom: its class is checked by another than its writer and its owner, its evidence by
# another than its owner, its effect confirmed by somebody who neither did it nor checked it.
FINISHES, CHECKS_CLASS, CHECKS, CONFIRMS, CLOSES = "finishes", "class", "evidence", "effect", "closes"
DOES = {
    CHECKS_CLASS: "checks whether it is about the child",
    CHECKS: "checks the evidence",
    CONFIRMS: "confirms its effect",
    CLOSES: "closes it",
}


def why_not_step(does: str, *, is_owner: bool, is_writer: bool, checked_evidence: bool, owner: str) -> str:
    """Why somebody may not do this to an action, on account of who they are; empty where they may."""
    if does == FINISHES:
        return "" if is_owner else f"{owner} owns this action, and says themselves what was done."
    if is_owner:
        return f"You own this action. Somebody else {DOES[does]}."
    if does == CHECKS_CLASS and is_writer:
        return "You wrote this action. Somebody else checks whether it is about the child."
    if does == CONFIRMS and checked_evidence:
        return "You checked its evidence. Somebody who did not confirms the effect."
    return ""


def why_not_settle(
    *, is_blind: bool, is_marked: bool, is_settled: bool, is_auditor: bool, is_moderator: bool
) -> str:
    """Why somebody may not say which grade stands; empty where they may. Two marks are settled by a third person, who made
    neither; where there is one, because it was moderated openly, by whoever was asked to."""
    if is_settled:
        return "This has already been settled."
    if not is_blind:
        return "" if is_moderator else "Somebody else was asked to moderate this audit."
    if not is_marked:
        return "Make your own mark first." if is_moderator else "The second mark has not been made yet."
    if is_moderator:
        return "You made the second mark. Somebody who made neither says which grade stands."
    if is_auditor:
        return "You made the first mark. Somebody who made neither says which grade stands."
    return ""


def why_not_discussed_there(*, same_child: bool, is_struck_out: bool, held_on: date, since: date) -> str:
    """Why an action was not talked over in a supervision; empty where it can have been."""
    if not same_child:
        return "That supervision talked about another child. Choose one about this child."
    if is_struck_out:
        return "What was written of that supervision was struck out. Choose one that stands."
    if held_on < since:
        return "That supervision was held before the action was written. Choose a later one."
    return ""


def why_no_effect(*, same_child: bool, is_struck_out: bool, is_of_audits: bool) -> str:
    """Why an entry cannot be the effect of an action; empty where it can."""
    if not same_child:
        return "That entry is on another child’s record. Choose one on this child’s own."
    if is_struck_out:
        return "That entry was struck out. Choose one that stands."
    if is_of_audits:
        return "An audit cannot be its own effect. Choose something that happened to the child, or that they said."
    return ""


def doubts(
    entry_id: int, happened_at: datetime, *, since: datetime, about: str, facts: Sequence[Fact]
) -> list[str]:
    """What speaks against an entry as the effect of an action, for a person to answer in words. `facts` are what is
    adverse on the child's record, of every kind; what followed the entry counts where it is of the action's own kind.
    """
    reasons = []
    if happened_at <= since:
        reasons.append("That happened before the action, and an effect comes after its cause.")
    opposite = next((fact for fact in facts if fact.entry_id == entry_id), None)
    if opposite:
        reasons.append(f"That shows the opposite: {opposite.words}.")
    after = [fact for fact in facts if fact.kind == about and fact.at > happened_at]
    if after:
        times = "once" if len(after) == 1 else f"{len(after)} times"
        reasons.append(f"Since then {times}: {after[-1].words}.")
    return reasons


def did_not_last(
    facts: Sequence[Fact], *, about: str, shown_at: datetime, confirmed_at: datetime, lasts_days: int
) -> Fact | None:
    """The first fact of the action's own kind that followed its effect, within the time the change has to last. What
    was known when the effect was confirmed was answered then."""
    until = confirmed_at + timedelta(days=lasts_days)
    return next(
        (
            fact
            for fact in facts
            if fact.kind == about and shown_at < fact.at <= until and fact.recorded_at > confirmed_at
        ),
        None,
    )
