"""When a child was told what came of an interview. Reads only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from kittiwake.practice.replies.models import Reply


def told_at(replies: Collection[int]) -> Mapping[int, datetime | None]:
    """By the keys of their entries; none where the child does not know yet."""
    return dict(Reply.objects.filter(pk__in=replies).values_list("pk", "told_at"))
