"""Who may open the pages of meetings."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.access import powers
from kittiwake.access.tests.access import is_let_in
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.practice.meetings import recording, rules
from kittiwake.practice.meetings.agreements import recording as agreements
from kittiwake.practice.meetings.conferences import recording as conferences
from kittiwake.practice.meetings.models import Part, UsualMember
from kittiwake.practice.meetings.parts import recording as parts
from kittiwake.practice.meetings.usual import recording as usual
from kittiwake.time.moments import Moment
from tests.matrix.pages import Made, lists, reads, writes


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
    parts.write_part(part, version=1, child_views=word, outcome="open", by=by, at=at)
    made["meeting"], made["attendance"] = part, attendance.pk
    made["decision"] = parts.decide(part, what=word, why=word, by=by, at=at)
    agreed = {"what": word, "agency": "other", "owner_name": word, "due_on": at.date(), "by": by, "at": at}
    made["agreement"] = agreements.agree(meeting, **agreed).pk
    _make_conference(made)
    made["usual_member"] = _usually_comes(made).pk
    _usually_comes(made, rules.CONTEXT)


def _usually_comes(made: Made, kind: str = rules.PANEL) -> UsualMember:
    """Of no child: the same list for everybody who records meetings."""
    name = f"Somebody {UsualMember.objects.count()}"
    return usual.add_usual_member(kind=kind, agency=rules.POLICE, name=name, by=made.by, at=made.at)


def _more_come(made: Made, more: int) -> None:
    for _ in range(more):
        _usually_comes(made)


def _make_conference(made: Made) -> None:
    """About no child: the same for everybody inside, whoever they may see."""
    by, at = made.by, made.at
    asked, held = Moment(at - timedelta(hours=30)), Moment(at - timedelta(hours=3))
    conference = conferences.request_conference(
        about="A place", why="Not safe", asked=asked, asked_by="Police", by=by, at=at
    )
    invited = recording.invite(conference, agency=rules.POLICE, name="Somebody", by=by, at=at)
    recording.hold_meeting(conference, held=held, answers={}, went_ahead_why="x", by=by, at=at)
    agreed = {
        "what": "Lights",
        "agency": "other",
        "owner_name": "Parks",
        "due_on": at.date(),
        "by": by,
        "at": at,
    }
    made["conference"], made["conference_person"] = conference.pk, invited.pk
    made["conference_agreement"] = agreements.agree(conference, **agreed).pk


def _outside(person: User, made: Made) -> str:
    return "hidden" if person.role in powers.OUTSIDE else ""


COMMON = ("plan", "invite", "invite_usual", "hold", "agree", "close", "cancel")
PAGES = [
    reads("meetings:meetings", Power.SEE_PLANS, child_pk="child"),
    writes("meetings:request_meeting", Power.RECORD_MEETINGS, child_pk="child"),
    reads("meetings:meeting", Power.SEE_PLANS, pk="meeting"),
    reads("meetings:print_pack", Power.SEE_PLANS, pk="meeting"),
    reads("meetings:print_record", Power.SEE_PLANS, pk="meeting"),
    *(
        writes(f"meetings:{word}", Power.RECORD_MEETINGS, pk="meeting")
        for word in (*COMMON, "add_child", "write_part", "decide")
    ),
    writes("meetings:answer", Power.RECORD_MEETINGS, pk="meeting", attendance_pk="attendance"),
    writes("meetings:finish_agreement", Power.RECORD_MEETINGS, pk="meeting", agreement_pk="agreement"),
    writes("meetings:act_on_decision", Power.RECORD_MEETINGS, pk="meeting", decision_pk="decision"),
    writes("meetings:end_enquiry", Power.RECORD_MEETINGS, pk="meeting"),
    writes("meetings:let_in_partner", Power.RECORD, pk="meeting", unless=is_let_in),
    writes("meetings:strike_out", Power.RECORD, pk="meeting"),
    lists("meetings:usual_members", Power.RECORD_MEETINGS, grows=_more_come, at_most=12),
    writes("meetings:add_usual_member", Power.RECORD_MEETINGS),
    writes("meetings:end_usual_member", Power.RECORD_MEETINGS, pk="usual_member", of_a_child=False),
    lists("meetings:conferences", Power.SEE_PLANS),
    writes("meetings:request_conference", Power.RECORD_MEETINGS),
    reads(
        "meetings:conference", Power.SEE_PLANS, conference_pk="conference", of_a_child=False, unless=_outside
    ),
    *(
        writes(
            f"meetings:{word}_conference", Power.RECORD_MEETINGS, conference_pk="conference", of_a_child=False
        )
        for word in COMMON
    ),
    writes(
        "meetings:answer_conference",
        Power.RECORD_MEETINGS,
        conference_pk="conference",
        attendance_pk="conference_person",
        of_a_child=False,
    ),
    writes(
        "meetings:finish_agreement_conference",
        Power.RECORD_MEETINGS,
        conference_pk="conference",
        agreement_pk="conference_agreement",
        of_a_child=False,
    ),
]
