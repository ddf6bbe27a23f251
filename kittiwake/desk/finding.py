"""Finding a child by name or number, and why each was found. Exact first, then alike."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import F, QuerySet, Value
from django.db.models.functions import Concat, Greatest

from kittiwake.access.viewer import Viewer
from kittiwake.practice.missing.models import Report
from kittiwake.record.models import Child, Identifier, Name

MOST = 50
ALIKE = 0.45


@dataclass(frozen=True)
class Match:
    child: Child
    why: str


def find(viewer: Viewer, wanted: str) -> list[Match]:
    """At most fifty children the viewer may see, the surest first."""
    wanted = " ".join(wanted.split())
    found: dict[int, str] = {}
    for search in (by_number, by_reference, by_name, by_other_name):
        for child_id, why in search(viewer, wanted):
            found.setdefault(child_id, why)
    seen = viewer.children.filter(withdrawn_at=None).prefetch_related("identifiers").in_bulk(list(found)[:MOST])
    return [Match(seen[child_id], why) for child_id, why in found.items() if child_id in seen]


def by_number(viewer: Viewer, wanted: str) -> list[tuple[int, str]]:
    bare = wanted.replace(" ", "").upper()
    rows = viewer.see(Identifier).filter(value__iexact=bare, ended_on=None).values_list("child_id", "kind")
    return [(child_id, f"{dict(Identifier.KINDS)[kind]} is the same") for child_id, kind in rows]


def by_reference(viewer: Viewer, wanted: str) -> list[tuple[int, str]]:
    rows = viewer.see(Report).filter(reference__iexact=wanted).values_list("episode__child_id", flat=True)
    return [(child_id, "Police reference of a missing episode") for child_id in rows]


def by_name(viewer: Viewer, wanted: str) -> list[tuple[int, str]]:
    rows = _alike(viewer.children, wanted, "called", "forenames", "surname")
    return [(pk, "Name is the same" if likeness > 0.99 else "Name is alike") for pk, likeness in rows]


def by_other_name(viewer: Viewer, wanted: str) -> list[tuple[int, str]]:
    rows = _alike(viewer.see(Name), wanted, "forenames", "surname", key="child_id")
    return [(child_id, "Also known by a name like this") for child_id, _ in rows]


def _alike(rows: QuerySet, wanted: str, *fields: str, key: str = "pk") -> list[tuple[int, float]]:
    """Rows whose name holds words like those wanted, the likest first."""
    parts = [part for field in fields for part in (F(field), Value(" "))]
    name = Concat(*parts)
    likeness = Greatest(TrigramWordSimilarity(wanted, name), TrigramWordSimilarity(wanted, Concat(*reversed(parts))))
    found = rows.annotate(likeness=likeness).filter(likeness__gte=ALIKE).order_by("-likeness", key)
    return list(found.values_list(key, "likeness")[:MOST])
