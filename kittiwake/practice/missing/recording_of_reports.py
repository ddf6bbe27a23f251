"""What somebody's list tells of an episode later, and taking that back. A worker's own words are never written over here."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing.models import ONE_AT_A_TIME, Episode, Grade
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record.standing import must_stand

MET = "Another absence has been recorded in its days since. Strike that out first if it is the same."

# An episode's words that a list may complete, and how a person reads the field's name.
TEXTS = {
    "missing_from": "Missing from",
    "circumstances": "Circumstances",
    "located_where": "Where located",
    "located_how": "How located",
}


@transaction.atomic
def say_more(episode: Episode, *, texts: dict[str, str], by: User, at: datetime) -> dict[str, str]:
    """Put these words in the place of those that stand. Returns what stood, so that it can be put back."""
    must_stand(episode)
    episode.refresh_from_db()
    stood = {name: getattr(episode, name) for name in texts if name in TEXTS}
    Episode.objects.filter(pk=episode.pk).update(
        version=F("version") + 1, **{name: texts[name] for name in stood}
    )
    changes = {TEXTS[name]: (was, texts[name]) for name, was in stood.items()}
    history.write("missing.more_said", episode, by=by, at=at, child_id=episode.child_id, changes=changes)
    episode.refresh_from_db()
    return stood


@transaction.atomic
def withdraw_grade(grade: Grade, *, reason: str, by: User, at: datetime) -> None:
    """The police did not grade it so. It stays, marked, and counts no more. Refuses a second time."""
    if not Grade.objects.filter(pk=grade.pk).update(withdrawn_at=at):
        raise Refused("This grade has already been withdrawn. Open the episode to see why.")
    child_id = grade.episode.child_id
    history.write(
        "missing.grade_withdrawn", grade, by=by, at=at, child_id=child_id, changes={"Reason": ("", reason)}
    )


@transaction.atomic
def call_off_cancelling(episode: Episode, *, reason: str, by: User, at: datetime) -> None:
    """They were missing after all: it counts again. Refuses where another absence has taken its days."""
    with refused_by(**{ONE_AT_A_TIME: Refused(MET)}):
        Episode.objects.filter(pk=episode.pk).update(
            version=F("version") + 1, cancelled_at=None, cancelled_reason="", is_counted=True
        )
    settle(episode.child, at)
    history.write(
        "missing.cancelling_called_off",
        episode,
        by=by,
        at=at,
        child_id=episode.child_id,
        changes={"Reason": ("", reason)},
    )
