"""Has anybody gone on from what an import recorded? Read from history, which every recording function writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from kittiwake.exchange.models import Import, ImportRow
from kittiwake.history.models import Event
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews.models import Offer, ReturnInterview
from kittiwake.record.models import Entry


@dataclass(frozen=True)
class Since:
    """What was written since rows of one import were recorded, other than by it, or by one that has been undone."""

    not_counted: frozenset[int]  # imports
    # Of events written before history said which import wrote them: the moments of those imports' own steps.
    moments: frozenset[datetime | None]

    @classmethod
    def recording(cls, batch: Import) -> Since:
        undone = Import.objects.exclude(undone_at=None)
        recorded = ImportRow.objects.exclude(recorded_at=None).filter(Q(batch=batch) | Q(batch__in=undone))
        moments = recorded.order_by().values_list("recorded_at", flat=True).distinct()
        return cls(
            frozenset([batch.pk, *undone.values_list("pk", flat=True)]),
            frozenset([*moments, *undone.values_list("undone_at", flat=True)]),
        )

    def about_the_child(self, row: ImportRow) -> QuerySet[Event]:
        assert row.recorded_at is not None
        of_imports = Q(import_id__in=self.not_counted) | Q(import_id=None, at__in=self.moments)
        return Event.objects.filter(child_id=row.child_id, at__gt=row.recorded_at).exclude(of_imports)


def on_the_episode(row: ImportRow, since: Since) -> str:
    """Why an episode cannot be taken back, in a few words; empty when nothing stands on it."""
    episode = Episode.objects.get(pk=row.entry_id)
    if ReturnInterview.objects.filter(episodes=episode, entry__struck_out_at=None).exists():
        return "a return interview is about this episode"
    if Offer.objects.filter(episodes=episode, entry__struck_out_at=None).exists():
        return "a return interview was offered"
    if Entry.objects.standing().filter(informed_by__because_of=row.entry_id).exists():
        return "something was done because of it"
    subjects = Q(subject="missing.episode", subject_id=episode.pk)
    for part in ("reports", "grades", "notifications", "acknowledgements"):
        related = getattr(episode, part)
        keys = list(related.values_list("pk", flat=True))
        subjects |= Q(subject=related.model._meta.label_lower, subject_id__in=keys)
    return "its episode was worked on since" if since.about_the_child(row).filter(subjects).exists() else ""


def on_the_child(row: ImportRow, since: Since) -> str:
    """Why a child whom the import put on the record has to stay there."""
    return "somebody has written about this child" if since.about_the_child(row).exists() else ""
