"""Links of a meeting that should be there and are not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet

from kittiwake.areas.powers import Power
from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Attendance, Decision, Part
from kittiwake.practice.meetings.quorum import rules as quorum
from kittiwake.practice.risk.models import Raised
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks import rules as clock_rules
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.links import CLOCK, Broken, BrokenLink, Mend, See, of_clocks
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.together import together
from kittiwake.record.models import InformedBy

KIND = "meetings.meeting"
HOLD = Mend("Say when it was held", "meetings:hold", Power.RECORD_MEETINGS)
ASK = Mend("Ask for it", "meetings:request_meeting", Power.RECORD_MEETINGS, "child")
ASK_BECAUSE = Mend(
    "Ask for a meeting", "meetings:request_meeting", Power.RECORD_MEETINGS, "child", because=True
)
END_ENQUIRY = Mend("End the enquiry", "meetings:end_enquiry", Power.RECORD_MEETINGS)
AGENCIES = dict(rules.AGENCIES)
TITLES = {standard.key: standard.title for standard in rules.STANDARDS}
RAISED_BRINGS_A_MEETING = clock_rules.Standard(
    key="meetings.because_of_a_rise",
    title="A risk that rose to significant was brought to a meeting",
    within=clock_rules.working_days(5),
    source="Local: within 5 working days; inspectors’ published findings on risk that rose and nobody met",
    local=True,
)


def raised_without_meeting(see: See, at: datetime) -> Iterator[Broken]:
    """Risks opened at or raised to a level that calls for a meeting, and none was asked for because of that since;
    nor was a meeting held about the child since whose business such a risk is.
    """
    newest = {rise.risk_id: rise for rise in _rises(see)}
    asked, met = together(lambda: _asked_because_of(newest.values()), lambda: _last_met(see))
    for rise in newest.values():
        due = limits.due(RAISED_BRINGS_A_MEETING, rise.since_at).due_at
        answers = [asked[pk] for pk in (rise.risk_id, rise.evidence_id) if pk in asked]
        answers += [met[rise.child_id]] if rise.child_id in met else []
        if due < at and not any(answered_at >= rise.since_at for answered_at in answers):
            about = f"{rise.risk}, {rise.get_level_to_display().lower()}"
            yield Broken(rise.child_id, rise.since_at, rise.risk_id, "risk.presenting_risk", due, about)


@kept
def _rises(see: See) -> QuerySet[Raised]:
    rises = see(Raised).to_act_on().filter(risk__level=F("level_to"))
    return rises.select_related("risk").order_by("since_at")


def _asked_because_of(rises: Collection[Raised]) -> dict[int, datetime]:
    """{entry: when a meeting was last asked for because of it}, of the risks that rose and of what showed it."""
    led_to = {pk for rise in rises for pk in (rise.risk_id, rise.evidence_id) if pk}
    return dict(_asked(led_to))


@kept
def _asked(because_of: set[int]) -> QuerySet[InformedBy, tuple[int, datetime]]:
    rows = InformedBy.objects.filter(
        Among("because_of_id", because_of), entry__kind=KIND, entry__struck_out_at=None
    )
    return rows.order_by("entry__recorded_at").values_list("because_of_id", "entry__recorded_at")


def _last_met(see: See) -> dict[int, datetime]:
    """{child: when those who decide about such a risk last met about them}."""
    return {child_id: held_at for child_id, held_at in _met(see) if held_at}


@kept
def _met(see: See) -> QuerySet[Part, tuple[int, datetime | None]]:
    held = see(Part).held().filter(meeting__kind__in=rules.ANSWERS_A_RISE)
    return held.order_by("meeting__held_at").values_list("child_id", "meeting__held_at")


def decision_without_action(see: See, at: datetime) -> Iterator[Broken]:
    """Something was decided for a child, nobody does it, and nobody said why nobody has to."""
    for child_id, decided_at, part_id, what, pk in _decided(see):
        do = Mend("Say who does it", "meetings:act_on_decision", Power.RECORD_MEETINGS, more=(str(pk),))
        yield Broken(child_id, decided_at, part_id, KIND, about=what, mend=do)


@kept
def _decided(see: See) -> QuerySet[Decision, tuple[int, datetime, int, str, int]]:
    rows = see(Decision).filter(action=None, no_action_why="", part__entry__struck_out_at=None)
    return rows.values_list("part__child_id", "decided_at", "part_id", "what", "pk")


def agency_missing_again(see: See, at: datetime) -> Iterator[Broken]:
    """Invited to a child's last two meetings of a kind, and came to neither nor sent a report."""
    parts = _held_parts(see)
    answers: dict[int, dict[str, str]] = defaultdict(dict)
    held = {part.meeting_id for part in parts}
    for meeting_id, agency, answer in _attendances(held):
        answers[meeting_id][agency] = _best(answers[meeting_id].get(agency), answer)
    by_child: dict[tuple[int, str], list[Part]] = defaultdict(list)
    for part in sorted(parts, key=_held, reverse=True):
        by_child[part.child_id, part.meeting.kind].append(part)
    for (child_id, _), theirs in by_child.items():
        agencies = answers[theirs[0].meeting_id]
        said = {agency: [answers[part.meeting_id].get(agency, "") for part in theirs] for agency in agencies}
        missed = [agency for agency, answers in said.items() if quorum.missed_again(filter(None, answers))]
        if missed:
            who = ", ".join(AGENCIES[agency] for agency in missed)
            yield Broken(child_id, _held(theirs[0]), theirs[0].pk, KIND, about=who)


@kept
def _held_parts(see: See) -> QuerySet[Part]:
    return see(Part).held().filter(meeting__kind__in=quorum.QUORA).select_related("meeting")


@kept
def _attendances(meetings: set[int]) -> QuerySet[Attendance, tuple[int, str, str]]:
    rows = Attendance.objects.filter(Among("meeting_id", meetings))
    return rows.values_list("meeting_id", "agency", "answer")


def _held(part: Part) -> datetime:
    assert part.meeting.held_at is not None
    return part.meeting.held_at


def _best(before: str | None, answer: str) -> str:
    """Of several people of one agency, the one who came nearest."""
    order = [rules.CAME, rules.REPORTED, rules.APOLOGIES, rules.ABSENT, rules.INVITED]
    return min(filter(None, (before, answer)), key=order.index)


def without_quorum(see: See, at: datetime) -> Iterator[Broken]:
    """Strategy discussions that went ahead without somebody who had to be there, and were not held again."""
    return of_clocks(_went_ahead(see))


@kept
def _went_ahead(see: See) -> QuerySet[Clock, tuple[Any, ...]]:
    late = (
        see(Clock)
        .running()
        .filter(
            key__in=[rules.STRATEGY_HELD.key, rules.COMPLEX_HELD.key],
            entry__meeting_part__meeting__held_at__isnull=False,
        )
    )
    return late.values_list(*CLOCK)


OF_A_MEETING = (
    *CLOCK,
    "key",
    "entry__meeting_part__meeting__held_at",
    "entry__meeting_part__meeting__kind",
)


def _of_meetings(clocks: Iterable[tuple[Any, ...]]) -> Iterator[Broken]:
    """What was asked for is held on its own page; what follows from a meeting that was held is asked for first."""
    for *row, key, held_at, kind in clocks:
        waits = bool(kind) and held_at is None
        mend = END_ENQUIRY if key == rules.ENQUIRY.key else HOLD if waits else ASK
        yield Broken(*row)._replace(about=TITLES[key], mend=mend)


# A core group after the first is local, and asked for by the one before it as the law's own are.
ASKED_FOR = [rules.STRATEGY_HELD.key, rules.COMPLEX_HELD.key, rules.PANEL_HELD.key]
STATUTORY = [standard.key for standard in rules.STANDARDS if standard.key not in ASKED_FOR]


def not_held(see: See, at: datetime) -> Iterator[Broken]:
    return _of_meetings(_asked_for(see, at))


@kept
def _asked_for(see: See, at: datetime) -> QuerySet[Clock, tuple[Any, ...]]:
    late = (
        see(Clock)
        .overdue(at)
        .filter(
            key__in=ASKED_FOR,
            entry__meeting_part__meeting__held_at__isnull=True,
        )
    )
    return late.values_list(*OF_A_MEETING)


def statutory_overdue(see: See, at: datetime) -> Iterator[Broken]:
    return _of_meetings(_overdue(see, at))


@kept
def _overdue(see: See, at: datetime) -> QuerySet[Clock, tuple[Any, ...]]:
    return see(Clock).overdue(at).filter(key__in=STATUTORY).values_list(*OF_A_MEETING)


def statutory_soon(see: See, at: datetime) -> Iterator[Broken]:
    return _of_meetings(_soon(see, at))


@kept
def _soon(see: See, at: datetime) -> QuerySet[Clock, tuple[Any, ...]]:
    soon = see(Clock).running().filter(key__in=STATUTORY, due_soon_at__lte=at, due_at__gte=at)
    return soon.values_list(*OF_A_MEETING)


LINKS = [
    BrokenLink(
        "meetings.raised_without_meeting",
        "A risk rose, and nobody met about it",
        "When it gets worse, those who know the child decide together what changes.",
        RAISED_BRINGS_A_MEETING.source,
        raised_without_meeting,
        reads=(RAISED_BRINGS_A_MEETING.key,),
        mends=(ASK_BECAUSE,),
    ),
    BrokenLink(
        "meetings.without_quorum",
        "Strategy discussion held without the police, health or social care",
        "What one agency does not know is what harms the child.",
        rules.STRATEGY_HELD.source,
        without_quorum,
        mends=(
            Mend(
                "Ask for it again", "meetings:request_meeting", Power.RECORD_MEETINGS, "child", because=True
            ),
        ),
    ),
    BrokenLink(
        "meetings.not_held",
        "Meeting asked for, and not held in time",
        "A meeting that waits is a child who waits.",
        rules.STRATEGY_HELD.source,
        not_held,
        reads=tuple(ASKED_FOR),
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
        mends=(
            Mend(
                "Ask for a meeting they come to", "meetings:request_meeting", Power.RECORD_MEETINGS, "child"
            ),
        ),
    ),
]
