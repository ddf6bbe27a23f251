"""Reading a supervision against the rubric. The rest of this area's recording."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from kittiwake.accounts.models import User
from kittiwake.assurance.supervision import rules_of_quality as rules
from kittiwake.assurance.supervision import settings
from kittiwake.assurance.supervision.models import ChildPart, Sample, Supervision
from kittiwake.assurance.supervision.recording_of_personal import the_two
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.record.standing import must_stand
from kittiwake.ui.dates import local_date


@transaction.atomic
def sample(supervision: Supervision, *, marks: dict[str, int], words: str, by: User, at: datetime) -> Sample:
    """Somebody else has read the children's parts. `marks` are rules_of_quality.READ; the rest is known from the dates.

    Refuses the two who met, a supervision without a child's part, and a second reading by the same person.
    """
    must_stand(supervision)
    if by in the_two(supervision):
        raise Refused("You were part of this supervision: somebody else has to read it.")
    if not ChildPart.objects.standing().filter(supervision=supervision).exists():
        raise Refused("There is no child’s part to read.")
    known = _known(supervision)
    with refused_by(sample_once_a_reader=Refused("You have already read this one.")):
        made = Sample.objects.create(
            supervision=supervision,
            overall=rules.overall([*marks.values(), *known.values()]),
            words=words,
            by=by,
            at=at,
            **marks,
            **known,
        )
    history.write("supervision.sampled", made, by=by, at=at)
    return made


def _known(supervision: Supervision) -> dict[str, int | None]:
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
