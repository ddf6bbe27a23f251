"""Writing one child's part of a meeting. What is done to the meeting itself is in meetings.recording."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Unpack

from django.db.models import F

from kittiwake.access import recording as access
from kittiwake.access.models import Grant
from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.meetings import events
from kittiwake.practice.meetings.facts import PartFacts
from kittiwake.practice.meetings.models import Decision, Part
from kittiwake.practice.meetings.parts import clocks, tracks
from kittiwake.practice.meetings.parts.oversight import put_before_manager
from kittiwake.practice.meetings.recording import NOT_HELD_YET, lock, touch
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.days import YEAR
from kittiwake.record.models import Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import end_of, local_date

PARTNER_SEES_IT_FOR = timedelta(days=28)  # after the day it is let in, or planned for: local


@whole()
def write_part(part: Part, *, version: int, by: User, at: datetime, **facts: Unpack[PartFacts]) -> Part:
    """What is said and decided about this child. `version` is the one that was read;

    Starts and ends what follows from an enquiry or a plan: clocks, and the child protection track. Refuses a part
    somebody else changed meanwhile, a decision before the meeting was held, and an enquiry that is nobody's.
    """
    must_stand(part)
    meeting = lock(part.meeting)
    decides = facts.get("enquiry") or facts.get("plan_made") is not None or facts.get("outcome")
    if decides and meeting.held_at is None:
        raise Refused(f"{NOT_HELD_YET} Write before it what the child and the agencies say.")
    if facts.get("enquiry") in ("single", "joint") and not facts.get("enquiry_by"):
        raise Refused("Enter who carries out the enquiry.", field="enquiry_by")
    if not Part.objects.filter(pk=part.pk, version=version).update(version=F("version") + 1, **facts):
        raise Refused(
            "Somebody else changed this part while you were writing. Copy what you need and open it again."
        )
    views_before, plan_before = part.child_views, part.plan_made
    part.refresh_from_db()
    part.meeting = meeting
    if part.child_views != views_before:
        record.keep_words(part.entry, text=part.child_views, said_at=meeting.held_at or at)
    if meeting.held_at and decides:
        clocks.decided(part, at)
    tracks.decided(part, plan_before, by=by, at=at)
    settle(part.child, at)
    touch(meeting)
    history.write(events.PART_WRITTEN, part, by=by, at=at, child_id=part.child_id)
    return part


@whole()
def decide(
    part: Part,
    *,
    what: str,
    why: str,
    by: User,
    at: datetime,
    owner: Worker | None = None,
    due_on: date | None = None,
    no_action_why: str = "",
) -> Decision:
    """Something was decided for this child, and why. It becomes an action; or it says why nobody has to do anything."""
    must_stand(part)
    must_be_believable(at, of=part.child, due_on=due_on)
    meeting = lock(part.meeting)
    if meeting.held_at is None:
        raise Refused(NOT_HELD_YET)
    action = None
    if owner and due_on:
        action = actions.raise_action(part.entry, what=what, owner=owner, due_on=due_on, by=by, at=at)
    elif owner or due_on:
        raise Refused("Say both who will do it and by which day.", field="due_on" if owner else "owner")
    decision = Decision.objects.create(
        part=part, what=what, why=why, action=action, no_action_why=no_action_why, decided_at=at
    )
    touch(meeting)
    history.write(events.DECIDED, decision, by=by, at=at, child_id=part.child_id)
    return decision


@whole()
def act_on(decision: Decision, *, owner: Worker, due_on: date, by: User, at: datetime) -> None:
    """Somebody takes on what was decided and left without an action. After the record was agreed as well."""
    must_stand(decision)
    must_be_believable(at, of=decision.part.child, due_on=due_on)
    locked = Decision.objects.select_for_update().get(pk=decision.pk)
    if locked.action_id:
        raise Refused("This decision has an action already. Open the action to change it.")
    part = decision.part
    action = actions.raise_action(part.entry, what=decision.what, owner=owner, due_on=due_on, by=by, at=at)
    Decision.objects.filter(pk=locked.pk).update(action=action)
    history.write(events.ACTED_ON, decision, by=by, at=at, child_id=part.child_id)


@whole()
def end_enquiry(
    part: Part, *, ended_at: datetime, enquiry_result: str, enquiry_words: str, by: User, at: datetime
) -> None:
    """The section 47 enquiry is over. Where no conference is needed, the duty to hold one falls away with the reason,
    which a manager reads.
    """
    must_stand(part)
    part = Part.objects.select_for_update(of=("self",)).select_related("entry", "meeting").get(pk=part.pk)
    if part.enquiry not in ("single", "joint") or part.meeting.held_at is None:
        raise Refused("No enquiry began at this meeting. Record first that one did.")
    if part.enquiry_ended_at:
        raise Refused(
            "It has been recorded already that this enquiry is over. Open the meeting to see how it ended."
        )
    if not part.meeting.held_at <= ended_at <= at:
        raise Refused("It ends after the meeting at which it began, and not in the future.", field="ended")
    facts = {"enquiry_ended_at": ended_at, "enquiry_result": enquiry_result, "enquiry_words": enquiry_words}
    Part.objects.filter(pk=part.pk).update(version=F("version") + 1, **facts)
    part.refresh_from_db()
    clocks.enquiry_ended(part, ended_at)
    if enquiry_result != "conference":
        put_before_manager(part, by=by, at=at)
    history.write(events.ENQUIRY_ENDED, part, by=by, at=at, child_id=part.child_id)


@whole()
def let_in(part: Part, *, user: User, ends_on: date, by: User, at: datetime) -> Grant:
    """A partner is let in to this child's part of this meeting until that day: to its pages, and nothing else of the
    child. Refuses whoever is not a partner: colleagues see a child through their work, or not at all.
    """
    must_stand(part)
    must_be_believable(at, of=part.child, ahead=YEAR, ends_on=ends_on)
    lock(part.meeting)
    if user.role != "partner":
        raise Refused(f"{user.name} is not a partner, so this is not how they are let in.", field="user")
    if ends_on < local_date(at):
        raise Refused("The last day must be today or later.", field="ends_on")
    return access.let_in(
        part.entry.child,
        user=user,
        kind=Grant.TO_ONE,
        because_of=part.entry,
        reason=f"Invited to the {part.meeting.get_kind_display().lower()}",
        ends_at=end_of(ends_on),
        by=by,
        at=at,
    )
