"""Who a row of a police list may be about, as a person is asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from kittiwake.exchange.formats.police_missing.facts import PoliceFacts, moments_of
from kittiwake.exchange.models import ImportRow
from kittiwake.practice.missing.models import Episode
from kittiwake.record.models import Child
from kittiwake.ui.dates import long_moment

Choices = list[tuple[str, str]]


def choices(row: ImportRow, facts: PoliceFacts, children: list[Child]) -> Choices:
    """None where the row is about an absence that is known: then it is asked what becomes of it."""
    if facts.differs is not None:
        return []
    asked = [choice for child in children for choice in _about(child, facts)]
    asked += [(f"met:{number}", f"The child in {shown}") for number, shown in facts.met]
    if facts.overlaps and not children:
        asked.append(("same_episode", "The same absence as in the earlier row: add this as a report of it"))
    if not row.child_id and not facts.overlaps:
        asked.append(("new_child", "A child who is not on the record yet"))
    return [*asked, ("skip", "Leave this row out")]


def _about(child: Child, facts: PoliceFacts) -> Iterator[tuple[str, str]]:
    """The child with a new absence; or with one that is on the record (or earlier in the file), where one overlaps."""
    name = f"{child.name}, {child.council_id or 'no council id'}"
    since = None if facts.is_shared else _overlap(child, facts)
    if since is None:
        yield f"child:{child.pk}", name
    else:
        same = f"{name}: the same absence as since {long_moment(since)}. Add this as a report of it"
        yield f"same_episode:{child.pk}", same


def _overlap(child: Child, facts: PoliceFacts) -> datetime | None:
    episode = Episode.objects.filter(child=child).overlapping(moments_of(facts)).first()
    return episode.started_at if episode else facts.overlaps
