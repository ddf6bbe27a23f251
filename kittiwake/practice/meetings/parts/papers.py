"""The pack that is read before a meeting and the record of it, for one child. Words only: ui.paper lays them out."""

from __future__ import annotations

from kittiwake.practice.meetings import rules
from kittiwake.practice.meetings.models import Decision
from kittiwake.practice.meetings.parts.showing import MeetingPage
from kittiwake.ui.dates import long_date
from kittiwake.ui.paper import Block, Facts, Heading, Items, Note, Paper, Paragraph, Quote, Table

HANDLING = "Official: sensitive. Give it to nobody who is not named in it as invited."


def pack(shown: MeetingPage) -> Paper:
    """Beforehand: why, who, what the child says, the risks, and what was decided last time."""
    blocks: list[Block] = [Heading("Why it is needed"), Paragraph(shown.meeting.why), *_voice(shown)]
    if shown.risks:
        named = [f"{risk}: {risk.get_level_display().lower()}. {risk.why}" for risk in shown.risks]
        blocks += [Heading("Risks known today"), Items(named)]
    if shown.part.information:
        blocks += [Heading("What each agency knows"), Paragraph(shown.part.information)]
    blocks += [*_last_time(shown), *_people(shown)]
    return _paper("Papers for the meeting", shown, blocks)


def record(shown: MeetingPage) -> Paper:
    """Afterwards: what was said and decided for this child, by whom and by when, and what was agreed in common."""
    blocks: list[Block] = []
    if shown.meeting.closed_at is None:
        blocks.append(Note("The chair has not agreed this record yet."))
    if shown.lacks_quorum:
        blocks.append(Note(f"There was no quorum: {shown.standing.words} missing."))
    blocks += [Heading("Why it was needed"), Paragraph(shown.meeting.why), *_voice(shown)]
    blocks += [Heading("What was decided"), *_decided(shown)]
    for title, text in shown.sections[1:]:
        if text != shown.part.parents_views:
            blocks += [Heading(title), Paragraph(text)]
    blocks += [*_agreements(shown), *_people(shown)]
    return _paper("Record of the meeting", shown, blocks)


def _paper(title: str, shown: MeetingPage, blocks: list[Block]) -> Paper:
    facts = Facts([(row.key, str(row.value)) for row in shown.facts])
    about = f"{shown.meeting.get_kind_display()}: {shown.name}"
    return Paper(title, [facts, *blocks], about=about, handling=HANDLING)


def _voice(shown: MeetingPage) -> list[Block]:
    part, blocks = shown.part, []
    if part.child_views:
        blocks += [Heading("What the child says and wants"), Quote(part.child_views)]
    else:
        blocks += [Heading("What the child says and wants"), Paragraph("Nobody has brought it yet.")]
    if part.parents_views:
        blocks += [Heading("What their parents or carers say"), Paragraph(part.parents_views)]
    return blocks


def _decided(shown: MeetingPage) -> list[Block]:
    blocks: list[Block] = []
    if shown.decided:
        blocks.append(Facts([(row.key, str(row.value)) for row in shown.decided]))
    if not shown.decisions:
        return blocks or [Paragraph("Nothing was decided for this child.")]
    return [*blocks, _decisions(shown.decisions)]


def _decisions(decisions: list[Decision]) -> Table:
    rows = [[decision.what, decision.why, *_who_and_when(decision)] for decision in decisions]
    return Table(["Decision", "Why", "Who", "By"], rows)


def _who_and_when(decision: Decision) -> list[str]:
    action = decision.action
    if action is None:
        return [decision.no_action_why or "Nobody yet", ""]
    return [str(action.owner or action.team), long_date(action.due_on)]


def _last_time(shown: MeetingPage) -> list[Block]:
    """What was decided at the meeting before, and whether it was done."""
    before = shown.before
    if before is None:
        return []
    decisions = shown.viewer.see(Decision).filter(part=before).select_related("action").order_by("pk")
    rows = [[decision.what, _done(decision)] for decision in decisions]
    title = (
        f"Decided last time: {before.meeting.get_kind_display().lower()}, {long_date(before.meeting.held_at)}"  # type: ignore[arg-type]
    )
    return [Heading(title), Table(["Decision", "What came of it"], rows)] if rows else []


def _done(decision: Decision) -> str:
    action = decision.action
    if action is None:
        return decision.no_action_why or "Nobody took it on"
    if action.done_at:
        return f"Done. {action.outcome}"
    return (
        f"Dropped. {action.dropped_reason}"
        if action.dropped_at
        else f"Not done. Due {long_date(action.due_on)}"
    )


def _agreements(shown: MeetingPage) -> list[Block]:
    rows = [
        [
            agreement.what,
            f"{agreement.owner_name}, {agreement.get_agency_display()}",
            long_date(agreement.due_on),
        ]
        for agreement in shown.agreements
    ]
    title = "Agreed about places, groups or adults"
    return [Heading(title), Table(["What", "Who", "By"], rows)] if rows else []


def _people(shown: MeetingPage) -> list[Block]:
    rows = [
        [
            attendance.get_agency_display(),
            f"{attendance.name}{f', {attendance.role}' if attendance.role else ''}",
            attendance.get_answer_display(),
        ]
        for attendance in shown.attendances
    ]
    if not rows:
        return [Heading("Who is invited"), Paragraph("Nobody is invited yet.")]
    blocks: list[Block] = [Heading("Who is invited, and who came"), Table(["Agency", "Name", "Answer"], rows)]
    for attendance in shown.attendances:
        if attendance.answer == rules.REPORTED and attendance.report:
            blocks += [Heading(f"Report: {attendance}", level=2), Paragraph(attendance.report)]
    return blocks
