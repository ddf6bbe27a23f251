"""Reading a supervision against the rubric. The rest of this area's recording."""

from __future__ import annotations

from datetime import datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.assurance.supervision import events, settings
from kittiwake.assurance.supervision.models import ChildPart, Sample, Supervision
from kittiwake.assurance.supervision.participants import the_two
from kittiwake.assurance.supervision.quality import rules
from kittiwake.assurance.supervision.quality.facts import KnownMarks, Marks
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

ALREADY = "You have already read this one. Choose another."


@whole()
def sample(supervision: Supervision, *, marks: Marks, words: str, by: User, at: datetime) -> Sample:
    """Somebody else has read the children's parts. `marks` are rules.READ; the rest is known from the dates.

    Refuses the two who met, a supervision without a child's part, and a second reading by the same person.
    """
    must_stand(supervision)
    if why_not := why_not_sample(supervision, by):
        raise NotYours(why_not)
    if not ChildPart.objects.standing().filter(supervision=supervision).exists():
        raise Refused("There is no child’s part to read. Choose another supervision.")
    known = _known(supervision)
    with refused_by(sample_once_a_reader=NotYours(ALREADY)):
        reading = Sample.objects.create(
            supervision=supervision,
            overall=rules.overall(_every(marks, known)),
            words=words,
            by=by,
            at=at,
            **marks,
            **known,
        )
    history.write(events.SAMPLED, reading, by=by, at=at)
    return reading


def _every(marks: Marks, known: KnownMarks) -> list[int | None]:
    return [
        marks["reflection"], marks["experience"], marks["direction"], marks["follow_through"],
        known["wellbeing"], known["development"], known["timeliness"],
    ]  # fmt: skip


def why_not_sample(supervision: Supervision, user: User) -> str:
    """Why somebody does not read it against the rubric, on account of who they are; empty where they may."""
    if user in the_two(supervision):
        return "You were part of this supervision: somebody else has to read it."
    if Sample.objects.filter(supervision=supervision, by=user).exists():
        return ALREADY
    return ""


def _known(supervision: Supervision) -> KnownMarks:
    return {
        "wellbeing": rules.talked(supervision.wellbeing_talked),
        "development": rules.talked(supervision.development_talked),
        "timeliness": rules.timeliness(
            held_on=local_date(supervision.held_at),
            due_on=supervision.due_on,
            minutes=supervision.minutes,
            uninterrupted=supervision.uninterrupted,
            written_after=supervision.recorded_at - supervision.held_at,
            written_within=timedelta(days=settings.written_within(local_date(supervision.held_at))),
        ),
    }
