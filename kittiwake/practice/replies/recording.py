"""The only way a reply to a child is written, told and answered. Form, import and API all call these."""

from __future__ import annotations

from datetime import datetime
from typing import Unpack

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.practice.replies import events, rules
from kittiwake.practice.replies.facts import ReplyWords
from kittiwake.practice.replies.models import Outcome, Reply
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Words
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment, local_date

REPLY = "replies.reply"
ANSWERED = "answered"  # how the child's own answers are told apart among the words kept


@whole()
def write_reply(
    child: Child,
    *,
    heard: str,
    will_do: str,
    whom_to_ring: str,
    by: User,
    at: datetime,
    cannot_do: str = "",
    interview: ReturnInterview | None = None,
    occasion: str = "",
) -> Reply:
    """What the child will be told. They do not see it until it is recorded that they were told.

    The draft kept for `occasion` goes in the same transaction. Refuses a second reply while one is waiting to be told.
    """
    must_stand(interview)
    if interview is not None and interview.child_id != child.pk:
        raise Refused("That interview is on another child's record. Choose one of this child’s.")
    if Reply.objects.untold().filter(child=child, interview=interview).exists():
        raise Refused("There is already a reply they have not been told. Change that one, or tell them.")
    entry = record.enter(
        child, kind=REPLY, summary=f"What {child.first_name} is told", happened_at=at, by=by, at=at
    )
    reply = Reply.objects.create(
        entry=entry,
        child=child,
        interview=interview,
        heard=heard,
        will_do=will_do,
        cannot_do=cannot_do,
        whom_to_ring=whom_to_ring,
    )
    if interview is not None:
        record.inform(entry, because_of=interview.entry)
    drafts.forget(by, child, occasion)
    history.write(events.WRITTEN, reply, by=by, at=at, child_id=child.pk)
    return reply


@whole()
def change_reply(reply: Reply, *, version: int, by: User, at: datetime, **words: Unpack[ReplyWords]) -> None:
    """Other words, before the child knows them. `version` is the one that was read. Refuses once they were told."""
    must_stand(reply)
    untold = Reply.objects.untold().filter(pk=reply.pk, version=version)
    if not untold.update(version=F("version") + 1, **words):
        raise Refused(
            "They have been told, or somebody else has changed this since you opened it. "
            "Copy what you have typed and open it again."
        )
    history.write(events.CHANGED, reply, by=by, at=at, child_id=reply.child_id)


@whole()
def tell(
    reply: Reply, *, told: Moment, how: str, told_by: str, by: User, at: datetime, child_said: str = ""
) -> None:
    """The child knows. From now on it is on their own page and is not changed. Refuses a second time.

    `told_by` is whoever told them, by name; `child_said` is kept word for word.
    """
    must_stand(reply)
    if told.at > at:
        raise Refused("When they were told must be in the past.", field="told")
    if reply.interview is not None and told.on < local_date(reply.interview.held_at):
        raise Refused("They cannot have been told before the interview was held.", field="told")
    facts = {"told_at": told.at, "told_time_known": told.time_known, "told_how": how, "told_by": told_by}
    untold = Reply.objects.untold().filter(pk=reply.pk)
    if not untold.update(version=F("version") + 1, recorded_told_by=by, child_said=child_said, **facts):
        raise Refused("It has already been recorded that they were told. Open the reply to see by whom.")
    record.keep_words(reply.entry, text=child_said, said_at=told.at)
    reply.refresh_from_db()
    history.write(events.TOLD, reply, by=by, at=at, child_id=reply.child_id)


@whole()
def answer(reply: Reply, *, text: str, by: User, at: datetime) -> Words:
    """The child answers on their own page. Kept word for word; their worker, or the team, has to read it that day.

    Refuses anybody but the child, and a reply they have not been told.
    """
    must_stand(reply)
    if reply.child.user_id != by.pk or reply.told_at is None:
        raise NotYours("You can only answer what you have been told. Ask your worker about the rest.")
    words = record.keep_words(reply.entry, text=text, said_at=at, about=ANSWERED)
    if words is None:
        raise Refused("Write something first.", field="text")
    _have_it_read(reply, by, at)
    history.write(events.ANSWERED, reply, by=by, at=at, child_id=reply.child_id)
    return words


def _have_it_read(reply: Reply, by: User, at: datetime) -> None:
    """Without a lead worker or team there is nobody to ask: the words still stand on the record."""
    lead = Allocation.objects.on(local_date(at)).filter(child=reply.child_id, role=Allocation.LEAD).first()
    if lead is not None:
        actions.raise_action(
            reply.entry,
            what=f"{reply.child.first_name} has answered on their own page: read it and reply to them",
            due_on=local_date(at),
            owner=lead.worker,
            team=lead.team,
            by=by,
            at=at,
        )


@whole()
def say_what_happened(
    reply: Reply, *, promise: str, happened: str, words: str, by: User, at: datetime
) -> Outcome:
    """Whether something they were told would happen has. They read it on their own page. Said again where it changes.

    Refuses before they were told, and what they were not promised.
    """
    must_stand(reply)
    if reply.told_at is None:
        raise Refused("They have not been told this yet. Record that they were told, then say what happened.")
    if promise not in rules.promises(reply.will_do):
        raise Refused(
            "They were not told that this will happen. Choose from what they were told.", field="promise"
        )
    outcome = Outcome.objects.create(
        reply=reply, promise=promise, happened=happened, words=words, recorded_at=at, by=by
    )
    history.write(events.HAPPENED, outcome, by=by, at=at, child_id=reply.child_id)
    return outcome


@whole()
def strike_out(reply: Reply, *, reason: str, by: User, at: datetime) -> None:
    """Recorded wrongly: struck through with the reason, and gone from the child's page."""
    record.strike_out(reply.entry, reason=reason, by=by, at=at)
    history.write(events.STRUCK_OUT, reply, by=by, at=at, child_id=reply.child_id)
