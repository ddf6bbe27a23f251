"""What is in the lists, what is left empty in them and why, and which rows somebody should look at before they go out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kittiwake.exchange.as_json import as_json
from kittiwake.exchange.child_lists import rules
from kittiwake.exchange.child_lists.lists import ListsOfDay
from kittiwake.exchange.formats.annex_a.lists import LISTS, ChildList
from kittiwake.exchange.formats.annex_a.rows import (
    Allocated,
    CareLeaver,
    InNeed,
    ListRow,
    LookedAfter,
    ProtectionPlan,
)

ADOPTERS_TITLE = "Prospective adopters"
NO_ID = "No number of the council’s own: the row has Kittiwake’s"
NO_BIRTH = "No date of birth"
NO_TEAM = "No team holds them that day"
NO_WORKER = "No worker is named that day"
NO_CATEGORY = "No category of need or abuse"
NO_PLACEMENT = "No placement is recorded"
NO_POSTCODE = "The placement has no postcode"
NO_VISIT = "No visit is recorded"
NO_REVIEW = "No review is recorded"
NO_PATHWAY = "No pathway plan is recorded"


@dataclass(frozen=True, kw_only=True)
class ListCount:
    """`empty` are headings under which no row says anything; `doubts` say how many rows each is about."""

    number: int
    title: str
    rows: int
    is_brought_in: bool = False  # the record holds nothing of it itself
    not_held: tuple[str, ...] = ()
    empty: tuple[str, ...] = ()
    with_doubts: int = 0
    doubts: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return not (self.is_brought_in or self.not_held)


def counts(lists: ListsOfDay) -> list[ListCount]:
    every = [_count(known, lists) for known in LISTS]
    adopters = ListCount(number=rules.ADOPTERS, title=ADOPTERS_TITLE, rows=0, is_brought_in=True)
    return [*every, adopters]


def summary(lists: ListsOfDay) -> dict[str, object]:
    """For programs: what is in the workbook, and nothing of how much is not."""
    every = counts(lists)
    return {
        "on": lists.on.isoformat(),
        "lists": [as_json(count) for count in every],
        "whole": [count.number for count in every if count.is_whole],
        "children_not_to_be_seen": "not in it",
    }


def _count(known: ChildList, lists: ListsOfDay) -> ListCount:
    rows = lists.rows[known.number]
    asked = [doubts(row, lists) for row in rows]
    said = Counter(sentence for sentences in asked for sentence in sentences)
    titles = {field.name: field.title for field in known.fields}
    empty = [title for name, title in titles.items() if rows and not any(_says(row, name) for row in rows)]
    return ListCount(
        number=known.number,
        title=known.title,
        rows=len(rows),
        is_brought_in=known.number in rules.BROUGHT_IN,
        not_held=tuple(titles[name] for name in rules.NOT_HELD.get(known.number, ())),
        empty=tuple(empty),
        with_doubts=sum(1 for sentences in asked if sentences),
        doubts=dict(said.most_common()),
    )


def _says(row: ListRow, name: str) -> bool:
    return getattr(row, name) not in (None, "")


def doubts(row: ListRow, lists: ListsOfDay) -> list[str]:
    return list(_doubts(row, lists))


def _doubts(row: ListRow, lists: ListsOfDay) -> Iterator[str]:
    if row.child_id in lists.without_id:
        yield NO_ID
    if row.born_on is None:
        yield NO_BIRTH
    if isinstance(row, Allocated) and _is_open(row):
        if not row.team:
            yield NO_TEAM
        elif not row.worker:
            yield NO_WORKER
    if isinstance(row, ProtectionPlan):
        yield from _of_plan(row)
    elif isinstance(row, LookedAfter):
        yield from _of_care(row)
    elif isinstance(row, CareLeaver) and row.pathway_review_on is None:
        yield NO_PATHWAY


def _is_open(row: Allocated) -> bool:
    ended = {InNeed: "closed_on", ProtectionPlan: "ended_on", LookedAfter: "ceased_on"}.get(type(row))
    return ended is None or getattr(row, ended) is None


def _of_plan(row: ProtectionPlan) -> Iterator[str]:
    if row.latest_category is None:
        yield NO_CATEGORY
    if row.ended_on is None and row.last_visit_on is None:
        yield NO_VISIT


def _of_care(row: LookedAfter) -> Iterator[str]:
    if row.need is None:
        yield NO_CATEGORY
    if row.placed_on is None:
        yield NO_PLACEMENT
    elif row.placement_postcode is None:
        yield NO_POSTCODE
    if row.ceased_on is None:
        if row.last_visit_on is None:
            yield NO_VISIT
        if row.last_review_on is None:
            yield NO_REVIEW
