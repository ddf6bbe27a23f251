"""Finding a child: by any name they are known by, by a number, by what an area knows of them. Says why each was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import F, Q, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Greatest

from kittiwake.access.viewer import Viewer
from kittiwake.areas.area import declared
from kittiwake.primitives.shared_pages.search import CERTAIN, FindsBy, Match
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.together import lists_together
from kittiwake.record.holders import NO_TEAM, holders_of
from kittiwake.record.identifiers import NotValid
from kittiwake.record.matching.diminutives import GROUPS
from kittiwake.record.models import Child, Identifier, Name
from kittiwake.record.recording import CHECKS

# How alike a word and a name must be (0 to 1): a letter or two wrong in a short name. Ours; no guidance sets it.
ALIKE_ENOUGH = 0.45
SHOWN = 50


@dataclass
class Found:
    child: Child
    likeness: float
    why: list[str] = field(default_factory=list)
    team: str = NO_TEAM
    worker: str = ""


def find(viewer: Viewer, sought: str, at: datetime) -> list[Found]:
    """The children this viewer may see who may be meant, likeliest first; at most SHOWN. Never changes anything."""
    best: dict[int, Found] = {}
    ways = [_by_number, *(finds.find for finds in declared(FindsBy)), _by_name, _by_other_names]
    matches = [
        match
        for matched in lists_together(*(partial(way, viewer, sought) for way in ways))
        for match in matched
    ]
    ids = {match.child_id for match in matches}
    children = {child.pk: child for child in _standing(viewer, ids)}
    for match in matches:
        if match.child_id in children:
            likely = best.setdefault(match.child_id, Found(children[match.child_id], 0.0))
            likely.likeness = max(likely.likeness, match.likeness)
            likely.why += [match.why] if match.why not in likely.why else []
    ranked = sorted(best.values(), key=lambda likely: (-likely.likeness, likely.child.name, likely.child.pk))[
        :SHOWN
    ]
    holders = holders_of({likely.child.pk for likely in ranked}, at)
    for likely in ranked:
        likely.team, likely.worker = holders.get(likely.child.pk, (NO_TEAM, ""))
    return ranked


@kept
def _standing(viewer: Viewer, ids: set[int]) -> QuerySet[Child]:
    return viewer.children.filter(Among("pk", ids), withdrawn_at=None).prefetch_related("identifiers")


def _by_number(viewer: Viewer, sought: str) -> Iterator[Match]:
    """Read as each kind of number in turn; a wrong check digit is simply not that kind."""
    same = Q(value__iexact=sought.strip())
    for kind, check in CHECKS.items():
        try:
            same |= Q(kind=kind, value=check(sought))
        except NotValid:
            continue
    titles = dict(Identifier.KINDS)
    for child, kind, value in viewer.see(Identifier).filter(same).values_list("child_id", "kind", "value"):
        yield Match(child, CERTAIN, f"{titles[kind]} {value}")


def _by_name(viewer: Viewer, sought: str) -> Iterator[Match]:
    known = _named(viewer.see(Child), _words(sought), ("forenames", "surname", "called"))
    for pk, likeness in known.values_list("pk", "likeness")[:SHOWN]:
        yield Match(pk, likeness, "Name")


def _by_other_names(viewer: Viewer, sought: str) -> Iterator[Match]:
    titles = dict(Name.KINDS)
    others = _named(viewer.see(Name), _words(sought), ("forenames", "surname"))
    for name in others.order_by("-likeness")[:SHOWN]:
        yield Match(name.child_id, name.likeness, f"{titles[name.kind]}: {name}")


def _words(sought: str) -> list[str]:
    return [word for word in re.split(r"[\s,]+", sought.strip()) if word]


def _named(rows: QuerySet[Any], words: list[str], columns: tuple[str, ...]) -> QuerySet[Any]:
    """Rows in which every word is like one of the columns, or is a short form of one; with their mean likeness."""
    total: Combinable = Value(0.0)
    for number, word in enumerate(words):
        rows = rows.annotate(**{f"like_{number}": _likeness(word, columns)})
        rows = rows.filter(Q(**{f"like_{number}__gte": ALIKE_ENOUGH}) | _other_forms(word, columns))
        total = total + F(f"like_{number}")
    alike: QuerySet[Any] = rows.annotate(likeness=total / float(max(1, len(words))))
    return alike.order_by("-likeness", "pk")


def _likeness(word: str, columns: tuple[str, ...]) -> Greatest:
    return Greatest(*(TrigramWordSimilarity(word, column) for column in columns))


def _other_forms(word: str, columns: tuple[str, ...]) -> Q:
    """Bill where William is written. Never true where the word has no other forms."""
    groups = GROUPS.get(word.casefold(), frozenset())
    forms = sorted(name for name, its in GROUPS.items() if its & groups)
    nothing = Q(pk__in=[])
    for form in forms:
        for column in columns:
            nothing |= Q(**{f"{column}__istartswith": form})
    return nothing
