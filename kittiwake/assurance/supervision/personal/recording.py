"""The personal part: written by the two who met, kept from everybody else. The rest of this area's recording."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.supervision import events
from kittiwake.assurance.supervision.models import PersonalDraft, PersonalNote, Supervision
from kittiwake.assurance.supervision.participants import the_two
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.drafts.recording import NEVER_STORED
from kittiwake.record.standing import must_stand

NOT_YOURS = (
    "The personal part is between the two people who met. Nobody else can read it or add to it. Ask them."
)


@whole()
def note(supervision: Supervision, *, topic: str, words: str, by: User, at: datetime) -> PersonalNote:
    """Add to the personal part. Both see it at once. Refuses everybody but the two, and a group, which has none.

    Whoever calls must act as `by`: the database lets nobody else write here, Kittiwake itself included.
    """
    worker, supervisor = the_two(supervision)
    if supervision.worker_id is None:
        raise Refused("A group has no personal part. Keep it in each person’s own supervision.")
    if by not in (worker, supervisor):
        raise NotYours(NOT_YOURS)
    must_stand(supervision)
    if worker is None or supervisor is None:
        raise Refused(
            "Both need a sign-in: otherwise one of them could not read what is written here. Ask an administrator for one."
        )
    personal_note = PersonalNote.objects.create(
        supervision=supervision,
        worker_user=worker,
        supervisor_user=supervisor,
        topic=topic,
        words=words,
        by=by,
        at=at,
    )
    forget_draft(supervision, by=by)
    history.write(events.PERSONAL_NOTED, supervision, by=by, at=at)
    return personal_note


def keep_draft(
    supervision: Supervision, fields: dict[str, list[str]], *, by: User, at: datetime
) -> PersonalDraft:
    """What is being typed, for whoever types it alone. Refuses everybody but the two."""
    if by not in the_two(supervision):
        raise NotYours(NOT_YOURS)
    typed = {
        name: [value.replace(NEVER_STORED, "") for value in values]
        for name, values in fields.items()
        if name in ("topic", "words")
    }
    draft, _ = PersonalDraft.objects.update_or_create(
        supervision=supervision, writer=by, defaults={"fields": typed, "saved_at": at}
    )
    return draft


def forget_draft(supervision: Supervision, *, by: User) -> None:
    PersonalDraft.objects.filter(supervision=supervision, writer=by).delete()


def latest_draft(supervision: Supervision, *, by: User) -> PersonalDraft | None:
    """What this person had typed; nobody sees another's."""
    return PersonalDraft.objects.filter(supervision=supervision, writer=by).first()
