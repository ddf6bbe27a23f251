"""What the law asks about a placement out of our area: the only way it is written that it was done."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.placements import events, rules
from kittiwake.practice.placements.models import Move
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record.believing import must_be_believable
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

LONG_BEFORE = timedelta(days=92)  # a move is planned, and its notice thought of, in the months before it


@whole()
def approve(move: Move, *, on: date, who: str, role: str, why: str, by: User, at: datetime) -> None:
    """Whoever has to approve a placement out of our area has, for a reason. Once; of two at once the second is told.

    Refuses the nominated officer for a placement at a distance, and where no approval is owed.
    """
    must_stand(move)
    must_be_believable(at, of=move.child, on=on)
    _refuse_unasked(move)
    _refuse_exempt(move)
    if wrong := rules.wrong_approver(role, at_a_distance=move.placement.at_a_distance):
        raise Refused(wrong, field="role")
    _once(move, "approved_on", on, at, approved_by=who, approved_as=role, approved_why=why)
    history.write(events.APPROVED, move, by=by, at=at, child_id=move.child_id)


@whole()
def consult(move: Move, *, on: date, whom: str, words: str, by: User, at: datetime) -> None:
    """The council they are placed in was asked, and what it said."""
    must_stand(move)
    must_be_believable(at, of=move.child, on=on)
    _refuse_unasked(move)
    _refuse_exempt(move)
    _once(move, "consulted_on", on, at, consulted_whom=whom, consulted_words=words)
    history.write(events.CONSULTED, move, by=by, at=at, child_id=move.child_id)


@whole()
def notify(move: Move, *, on: date, whom: str, by: User, at: datetime) -> None:
    """Written notice went to the council they are placed in: needs, why it suits, and the care plan."""
    must_stand(move)
    must_be_believable(at, of=move.child, on=on)
    _refuse_unasked(move)
    _once(move, "notified_on", on, at, notified_whom=whom)
    settle(move.child, at)
    history.write(events.NOTIFIED, move, by=by, at=at, child_id=move.child_id)


@whole()
def say_no_notice(move: Move, *, on: date, why: str, by: User, at: datetime) -> None:
    """Notice was not reasonably practicable, and why (regulation 13(4)). Refuses one that was sent."""
    must_stand(move)
    _refuse_unasked(move)
    if move.notified_on:
        raise Refused("The notice was sent, so there is no reason why not. Open the placement to see when.")
    if on < move.placement.starts_on - LONG_BEFORE:
        raise Refused("This is long before they moved there. Check the day.", field="on")
    _once(move, "no_notice_on", on, at, no_notice_why=why)
    settle(move.child, at)
    history.write(events.NO_NOTICE, move, by=by, at=at, child_id=move.child_id, changes={"Why": ("", why)})


def _refuse_unasked(move: Move) -> None:
    if not move.placement.out_of_area:
        raise Refused("This placement is in our area: nobody has to approve it or be told.")


def _refuse_exempt(move: Move) -> None:
    if move.owed_facts.is_exempt:
        raise Refused(
            "They are placed with a connected person or with this council’s own foster carers: nobody has to approve "
            "it or be consulted (regulation 11(4)). The notice is owed all the same."
        )


def _once(move: Move, name: str, on: date, at: datetime, **facts: str) -> None:
    if on > local_date(at):
        raise Refused("This is in the future. Enter a day that has passed.", field="on")
    if (
        not Move.objects.standing()
        .filter(pk=move.pk, **{f"{name}__isnull": True})
        .update(**{name: on}, **facts)
    ):
        raise Refused("This has already been recorded. Open the placement to see by whom.")
    move.refresh_from_db()
