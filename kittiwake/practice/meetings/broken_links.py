"""Links of a meeting that should be there and are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import datetime

from django.db.models import F

from kittiwake.practice.meetings import quorum, rules
from kittiwake.practice.meetings.models import Attendance, Decision, Part
from kittiwake.practice.risk.models import Raised
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks import rules as clock_rules
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import Broken, BrokenLink, See
from kittiwake.record.models import InformedBy, Track
from kittiwake.ui.dates import local_date

KIND = "meetings.meeting"
RAISED_BRINGS_A_MEETING = clock_rules.Standard(
    key="meetings.because_of_a_rise",
    title="A risk that rose to significant was brought to a meeting",
    within=clock_rules.working_days(5),
    source="Local: within 5 working days; inspectors’ published findings on risk that rose and nobody met",
    local=True,
)


def raised_without_meeting(see: See, at: datetime) -> Iterator[Broken]:
    """Risks opened at or raised to a level that calls for a meeting, and none was asked for because of that since."""
    rises = see(Raised).to_act_on().filter(risk__level=F("level_to"))  # type: ignore[attr-defined]
    newest = {rise.risk_id: rise for rise in rises.order_by("since_at")}
    asked = _asked_because_of(newest.values())
    for rise in newest.values():
        due = limits.due(RAISED_BRINGS_A_MEETING, rise.since_at).due_at
        answers = [asked[pk] for pk in (rise.risk_id, rise.evidence_id) if pk in asked]
        if due < at and not any(asked_at >= rise.since_at for asked_at in answers):
            yield Broken(rise.child_id, rise.since_at, rise.risk_id, "risk.presenting_risk", due)


def _asked_because_of(rises: Collection[Raised]) -> dict[int, datetime]:
    """{entry: when a meeting was last asked for because of it}, of the risks that rose and of what showed it."""
    led_to = {pk for rise in rises for pk in (rise.risk_id, rise.evidence_id) if pk}
    rows = InformedBy.objects.filter(entry__kind=KIND, entry__struck_out_at=None, because_of__in=led_to)
    return dict(rows.order_by("entry__recorded_at").values_list("because_of_id", "entry__recorded_at"))


def decision_without_action(see: See, at: datetime) -> Iterator[Broken]:
    """Something was decided for a child, nobody does it, and nobody said why nobody has to."""
    rows = see(Decision).filter(action=None, no_action_why="", part__entry__struck_out_at=None)
    for child_id, decided_at, pk in rows.values_list("part__child_id", "decided_at", "part_id"):
        yield Broken(child_id, decided_at, pk, KIND)


def agency_missing_again(see: See, at: datetime) -> Iterator[Broken]:
    """Invited to a child's last two meetings of a kind, and came to neither nor sent a report."""
    parts = see(Part).held().filter(meeting__kind__in=quorum.QUORA).select_related("meeting")  # type: ignore[attr-defined]
    answers: dict[int, dict[str, str]] = defaultdict(dict)
    held = {part.meeting_id for part in parts}
    for meeting_id, agency, answer in Attendance.objects.filter(meeting__in=held).values_list(
        "meeting_id", "agency", "answer"
    ):
        answers[meeting_id][agency] = _best(answers[meeting_id].get(agency), answer)
    by_child: dict[tuple[int, str], list[Part]] = defaultdict(list)
    for part in sorted(parts, key=_held, reverse=True):
        by_child[part.child_id, part.meeting.kind].append(part)
    for (child_id, _), theirs in by_child.items():
        agencies = answers[theirs[0].meeting_id]
        said = {agency: [answers[part.meeting_id].get(agency, "") for part in theirs] for agency in agencies}
        if any(quorum.missed_again(filter(None, one)) for one in said.values()):
            yield Broken(child_id, _held(theirs[0]), theirs[0].pk, KIND)


def _held(part: Part) -> datetime:
    assert part.meeting.held_at is not None
    return part.meeting.held_at


def _best(before: str | None, answer: str) -> str:
    """Of several people of one agency, the one who came nearest."""
    order = [rules.CAME, rules.REPORTED, rules.APOLOGIES, rules.ABSENT, rules.INVITED]
    return min(filter(None, (before, answer)), key=order.index)


def without_quorum(see: See, at: datetime) -> Iterator[Broken]:
    """Strategy discussions that went ahead without somebody who had to be there, and were not held again."""
    running = see(Clock).running()  # type: ignore[attr-defined]
    late = running.filter(
        key__in=[rules.STRATEGY_HELD.key, rules.COMPLEX_HELD.key],
        entry__meeting_part__meeting__held_at__isnull=False,
    )
    return (Broken(*row) for row in late.values_list(*CLOCK))


CLOCK = ("entry__child_id", "started_at", "entry_id", "entry__kind", "due_at")
STATUTORY = [one.key for one in rules.STANDARDS if not one.local]


def not_held(see: See, at: datetime) -> Iterator[Broken]:
    overdue = see(Clock).overdue(at)  # type: ignore[attr-defined]
    late = overdue.filter(
        key__in=[one.key for one in rules.STANDARDS if one.local],
        entry__meeting_part__meeting__held_at__isnull=True,
    )
    return (Broken(*row) for row in late.values_list(*CLOCK))


def statutory_overdue(see: See, at: datetime) -> Iterator[Broken]:
    late = see(Clock).overdue(at).filter(key__in=STATUTORY)  # type: ignore[attr-defined]
    return (Broken(*row) for row in late.values_list(*CLOCK))


def statutory_soon(see: See, at: datetime) -> Iterator[Broken]:
    soon = see(Clock).running().filter(key__in=STATUTORY, due_soon_at__lte=at, due_at__gte=at)  # type: ignore[attr-defined]
    return (Broken(*row) for row in soon.values_list(*CLOCK))


def never_reviewed(see: See, at: datetime) -> Iterator[Broken]:
    """In care for longer than the first review may wait, and none is on the record. Only times in care that began
    while Kittiwake was in use: an earlier one has its reviews in the council's other system.
    """
    tracks = see(Track).filter(kind="in_care", ends_on=None)
    reviewed = set(
        see(Part).standing().filter(meeting__kind=rules.IN_CARE).values_list("child_id", flat=True)  # type: ignore[attr-defined]
    )
    for child_id, starts_on, recorded_at in tracks.values_list("child_id", "starts_on", "recorded_at"):
        began = clock_rules.start_of(starts_on)
        if child_id in reviewed or (local_date(recorded_at) - starts_on).days > RECORDED_LATE:
            continue
        due = limits.due(rules.FIRST_IN_CARE, began).due_at
        if due < at:
            yield Broken(child_id, began, due_at=due)


RECORDED_LATE = 28  # days: a time in care recorded later than this was brought over from elsewhere


LINKS = [
    BrokenLink(
        "meetings.raised_without_meeting",
        "A risk rose, and nobody met about it",
        "When it gets worse, those who know the child decide together what changes.",
        RAISED_BRINGS_A_MEETING.source,
        raised_without_meeting,
        reads=(RAISED_BRINGS_A_MEETING.key,),
    ),
    BrokenLink(
        "meetings.without_quorum",
        "Strategy discussion held without the police, health or social care",
        "What one agency does not know is what harms the child.",
        rules.STRATEGY_HELD.source,
        without_quorum,
    ),
    BrokenLink(
        "meetings.not_held",
        "Meeting asked for, and not held in time",
        "A meeting that waits is a child who waits.",
        rules.STRATEGY_HELD.source,
        not_held,
        reads=tuple(one.key for one in rules.STANDARDS if one.local),
    ),
    BrokenLink(
        "meetings.statutory_overdue",
        "Conference, core group, enquiry or review overdue",
        "The law sets these limits so that no child is left between two decisions.",
        f"{rules.WT}; {rules.REGULATIONS}",
        statutory_overdue,
        reads=tuple(STATUTORY),
    ),
    BrokenLink(
        "meetings.statutory_due_soon",
        "Conference, core group, enquiry or review due soon",
        "There is still time to hold it within the limit.",
        f"{rules.WT}; {rules.REGULATIONS}",
        statutory_soon,
        is_coming=True,
        reads=tuple(STATUTORY),
    ),
    BrokenLink(
        "meetings.never_reviewed",
        "In care, and no review was asked for",
        "Every child in care has a review within 20 working days.",
        rules.FIRST_IN_CARE.source,
        never_reviewed,
        reads=(rules.FIRST_IN_CARE.key,),
    ),
    BrokenLink(
        "meetings.decision_without_action",
        "Decided, and nobody does it",
        "A decision that is nobody’s changes nothing for the child.",
        "Local; inspectors’ published findings on actions that do not follow from meetings",
        decision_without_action,
    ),
    BrokenLink(
        "meetings.agency_missing_again",
        "An agency missed a child’s meetings twice running",
        "Those who are never in the room never hear what is asked of them.",
        "Local; inspectors’ published findings on attendance at strategy meetings",
        agency_missing_again,
    ),
]
