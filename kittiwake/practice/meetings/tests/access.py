"""Who may open the pages of meetings."""

from __future__ import annotations

from datetime import timedelta

from tests.matrix.pages import Made, lists, reads, writes

from kittiwake.practice.meetings import recording, recording_of_parts, rules
from kittiwake.practice.meetings.models import Part
from kittiwake.ui.dates import Moment


def make(made: Made) -> None:
    """A meeting that was held, with a decision nobody took on and something agreed about a place."""
    word, by, at = made.word("meetings.meeting"), made.by, made.at
    meeting = recording.request_meeting(
        [made.child],
        kind=rules.PANEL,
        why=word,
        asked=Moment(at - timedelta(hours=30)),
        asked_by=word,
        by=by,
        at=at,
    )
    attendance = recording.invite(meeting, agency=rules.POLICE, name=word, by=by, at=at)
    recording.hold_meeting(
        meeting, held=Moment(at - timedelta(hours=3)), answers={attendance.pk: rules.CAME},
        went_ahead_why=word, discussed=word, by=by, at=at,
    )  # fmt: skip
    part = Part.objects.select_related("entry", "meeting").get(meeting=meeting)
    recording_of_parts.write_part(part, version=1, child_views=word, outcome="open", by=by, at=at)
    made["meeting"], made["attendance"] = part, attendance
    made["decision"] = recording_of_parts.decide(part, what=word, why=word, by=by, at=at)
    made["agreement"] = recording_of_parts.agree(
        meeting, what=word, agency="other", owner_name=word, due_on=at.date(), by=by, at=at
    )


PAGES = [
    reads("meetings:meetings", "meetings.see", child_pk="child"),
    writes("meetings:request_meeting", "meetings.record", child_pk="child"),
    reads("meetings:meeting", "meetings.see", pk="meeting"),
    reads("meetings:print_pack", "meetings.see", pk="meeting"),
    reads("meetings:print_record", "meetings.see", pk="meeting"),
    *(
        writes(f"meetings:{word}", "meetings.record", pk="meeting")
        for word in (
            "plan",
            "invite",
            "hold",
            "agree",
            "close",
            "cancel",
            "add_child",
            "write_part",
            "decide",
        )
    ),
    writes("meetings:answer", "meetings.record", pk="meeting", attendance_pk="attendance"),
    writes("meetings:finish_agreement", "meetings.record", pk="meeting", agreement_pk="agreement"),
    writes("meetings:act_on_decision", "actions.record", pk="meeting", decision_pk="decision"),
    writes("meetings:end_enquiry", "meetings.record", pk="meeting"),
    writes("meetings:let_in_partner", "access.let_in", pk="meeting"),
    writes("meetings:strike_out", "entry.strike_out", pk="meeting"),
    lists("meetings:conferences", "meetings.see"),
]
