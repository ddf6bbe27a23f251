"""Being missing speaks against a change that is about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.measures.adverse import Adverse, Fact

KEY = "missing"


def reported(child_id: int, since: datetime, until: datetime) -> Iterator[Fact]:
    episodes = Episode.objects.standing().filter(
        child=child_id, reported_at__gte=since, reported_at__lte=until
    )
    for pk, at, recorded_at in episodes.values_list("pk", "reported_at", "entry__recorded_at"):
        yield Fact(KEY, pk, at, recorded_at, "reported missing")


ADVERSE = [Adverse(KEY, "Going missing", "They are missing less, or not at all.", reported)]
