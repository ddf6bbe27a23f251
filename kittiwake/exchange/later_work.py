"""Has anybody gone on from what an import recorded? Read from history, which every recording function writes."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from kittiwake.exchange.models import Import, ImportRow
from kittiwake.history.models import Event
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews.models import Offer, ReturnInterview
from kittiwake.record.models import Entry


def about_the_child(row: ImportRow) -> QuerySet[Event]:
    """What was written about the child since, other than by this import, or by one that has been undone."""
    assert row.recorded_at is not None
    events = Event.objects.filter(child_id=row.child_id, at__gt=row.recorded_at)
    return events.exclude(at__in=_moments_not_counted(row))


def _moments_not_counted(row: ImportRow) -> set[Any]:
    own = ImportRow.objects.filter(batch_id=row.batch_id).exclude(recorded_at=None)
    undone = Import.objects.exclude(undone_at=None)
    return {
        *own.values_list("recorded_at", flat=True),
        *undone.values_list("undone_at", flat=True),
        *ImportRow.objects.filter(batch__in=undone).values_list("recorded_at", flat=True),
    }


def on_the_episode(row: ImportRow) -> str:
    """Why an episode cannot be taken back, in a few words; empty when nothing stands on it."""
    episode = Episode.objects.get(pk=row.entry_id)
    if ReturnInterview.objects.filter(episodes=episode, entry__struck_out_at=None).exists():
        return "a return interview is about this episode"
    if Offer.objects.filter(episodes=episode, entry__struck_out_at=None).exists():
        return "a return interview was offered"
    if Entry.objects.standing().filter(informed_by__because_of=row.entry_id).exists():
        return "something was done because of it"
    subjects = Q(subject="missing.episode", subject_id=episode.pk)
    for part in ("reports", "grades", "tellings", "acknowledgements"):
        related = getattr(episode, part)
        keys = list(related.values_list("pk", flat=True))
        subjects |= Q(subject=related.model._meta.label_lower, subject_id__in=keys)
    return "its episode was worked on since" if about_the_child(row).filter(subjects).exists() else ""


def on_the_child(row: ImportRow) -> str:
    """Why a child whom the import put on the record has to stay there."""
    return "somebody has written about this child" if about_the_child(row).exists() else ""
