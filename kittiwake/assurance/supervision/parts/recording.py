"""The only way what was said of a child is written."""

from __future__ import annotations

from datetime import date, datetime
from typing import Unpack

from kittiwake.access.identity import acting_as_system
from kittiwake.access.visibility import VisibleTo as SeenBy
from kittiwake.accounts.models import User
from kittiwake.assurance.supervision import events, rules
from kittiwake.assurance.supervision.models import ChildPart, Supervision
from kittiwake.assurance.supervision.participants import refuse_strangers, the_two
from kittiwake.assurance.supervision.parts.facts import PartWords
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Worker
from kittiwake.record.standing import must_stand

CHILD_PART = "supervision.child_part"
ONLY_THE_TWO_WRITE = "Only the two people who met write down what was said. Ask one of them."


@whole()
def write_part(
    supervision: Supervision,
    child: Child,
    *,
    direction: str,
    owner: Worker,
    due_on: date,
    by: User,
    at: datetime,
    occasion: str = "",
    **words: Unpack[PartWords],
) -> ChildPart:
    """What was said of one child, on their file, with what is to be done, by whom and by when.

    `words` are ChildPart's own fields. Refuses a child one of the two may not see, and a second part about the same one.
    """
    must_stand(supervision)
    must_be_believable(at, of=child, due_on=due_on, next_on=words["next_on"])
    refuse_strangers(supervision, by, ONLY_THE_TWO_WRITE)
    locked = Supervision.objects.select_for_update().get(pk=supervision.pk)
    _refuse_part(locked, child)
    summary = "Discussed in supervision" if supervision.kind == rules.FORMAL else "Discussed by a manager"
    entry = record.enter(
        child, kind=CHILD_PART, summary=summary, happened_at=supervision.held_at, by=by, at=at
    )
    part = ChildPart.objects.create(
        entry=entry,
        child=child,
        supervision=supervision,
        supervisor=supervision.supervisor,
        worker=supervision.worker,
        **words,
    )
    actions.raise_action(entry, what=direction, owner=owner, due_on=due_on, by=by, at=at)
    if occasion:
        drafts.forget(by, child, occasion)
    history.write(events.CHILD_DISCUSSED, part, by=by, at=at, child_id=child.pk)
    return part


def _refuse_part(supervision: Supervision, child: Child) -> None:
    if ChildPart.objects.filter(supervision=supervision, child=child, is_counted=True).exists():
        raise Refused(
            "What was said of this child has already been written down. Open it on the child’s file; strike it out there if it is wrong."
        )
    for person in the_two(supervision):
        with acting_as_system():  # the database answers about somebody else to Kittiwake alone
            unseen = person and not Child.objects.filter(SeenBy("pk", person.pk), pk=child.pk).exists()
        if unseen:
            raise Refused(
                f"{person} may not see this child’s record, so the child cannot be discussed here. "
                "Somebody who is named for the child has to talk it through with the worker."
            )


@whole()
def strike_out_part(part: ChildPart, *, reason: str, by: User, at: datetime) -> None:
    """It was written wrongly. It stays, struck through, and may be written again."""
    record.strike_out(part.entry, reason=reason, by=by, at=at)
    ChildPart.objects.filter(pk=part.pk).update(is_counted=False)
    history.write(events.PART_STRUCK_OUT, part, by=by, at=at, child_id=part.child_id)
