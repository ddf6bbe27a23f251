"""All of Ofsted's child-level lists of a day, as far as one person may see the children. Reads only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.exchange.child_lists import in_care, in_need, leavers, rules, told
from kittiwake.exchange.child_lists.known import Day, Known, known_on
from kittiwake.exchange.formats.annex_a.codes import Code
from kittiwake.exchange.formats.annex_a.lists import LISTS, OF_EVERYBODY
from kittiwake.exchange.formats.annex_a.people import ETHNICITY
from kittiwake.exchange.formats.annex_a.rows import ListRow
from kittiwake.record.codes.child import DISABILITY

# What Kittiwake knows a child by whom the council's own number is not recorded of.
OUR_NUMBER = "K{pk}"
GENDERS = {"01": "male", "02": "female", "09": "neither"}
SEXES = {"M": "male", "F": "female"}
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class ListsOfDay:
    """`rows` by the number of the list. `children` are those whose rows are in it."""

    on: date
    rows: dict[int, list[ListRow]]
    children: frozenset[int]
    without_id: frozenset[str]  # the numbers of those whom the council's own number is not recorded of


def lists_of_the_day(viewer: Viewer, on: date, progress: Progress = lambda done, total: None) -> ListsOfDay:
    """Asked as whoever is acting: row-level security and the viewer keep out whom they may not see."""
    day = known_on(viewer, on)
    recently = leavers.recent(on)
    rows: dict[int, list[ListRow]] = {known.number: [] for known in LISTS}
    children, without = set[int](), set[str]()
    for done, child in enumerate(day.children.values(), start=1):
        theirs = list(_of_child(child, day, recently))
        for number, row in theirs:
            rows[number].append(row)
        if theirs:
            children.add(child.pk)
            without |= {_number(child)} - {child.council_id}
        progress(done, len(day.children))
    for number, listed in rows.items():
        listed.sort(key=lambda row: _order(number, row))
    return ListsOfDay(on, rows, frozenset(children), frozenset(without))


def _of_child(child: Known, day: Day, recently: frozenset[date]) -> Iterator[tuple[int, ListRow]]:
    if not (child.tracks or child.told or child.talks):
        return
    facts, on = _facts(child, day.on), day.on
    made: dict[int, Iterator[ListRow]] = {
        2: in_need.early_help(child, facts, on),
        5: in_need.enquiries(child, facts, on),
        6: in_need.in_need(child, facts, on),
        7: in_need.protection_plans(child, facts, on),
        8: in_care.in_care(child, facts, day),
        9: leavers.care_leavers(child, facts, on, recently),
    }
    disability = _disability(child)
    for known in LISTS:
        of_record: Iterator[ListRow] = made.get(known.number, iter(()))
        for row in told.joined(of_record, child, known.number, facts, on):
            if _is_of_the_list(known.number, row, on):
                yield known.number, _with_disability(row, disability)


def _facts(child: Known, on: date) -> dict[str, Any]:
    key = child.ethnicity
    return {
        "line_number": 0,
        "child_id": _number(child),
        "gender": GENDERS.get(child.gender) or SEXES.get(child.sex, "not_stated"),
        "ethnicity": Code(key, ETHNICITY.groups[key]) if key in ETHNICITY.groups else None,
        "born_on": child.born_on,
        "age": rules.age(child.born_on, child.birth_is, on),
    }


def _number(child: Known) -> str:
    return child.council_id or OUR_NUMBER.format(pk=child.pk)


def _disability(child: Known) -> bool | None:
    groups = {DISABILITY.group(key) for key in child.disabilities if key in DISABILITY}
    return True if "Yes" in groups else False if groups else None


def _with_disability(row: ListRow, disability: bool | None) -> ListRow:
    has_it = any(field.name == "disability" for field in fields(row))
    return replace(row, disability=disability) if has_it and disability is not None else row  # type: ignore[call-arg]


WINDOWS = {1: "contacted_on", 3: "referred_on", 5: "strategy_discussion_on"}


def _is_of_the_list(number: int, row: ListRow, on: date) -> bool:
    """Whether what was brought in belongs on the list of this day; what the record makes was asked before."""
    if number in WINDOWS:
        return rules.in_window(getattr(row, WINDOWS[number]), on)
    if number == 4:
        started_on: date | None = getattr(row, "started_on", None)
        return started_on is not None and rules.is_listed(started_on, getattr(row, "authorised_on", None), on)
    return True


def _order(number: int, row: ListRow) -> tuple[date, str]:
    """The oldest first, as the workbook has them."""
    names = [field.name for field in fields(row) if field.name not in OF_EVERYBODY]
    days: Sequence[date] = [day for name in names if isinstance(day := getattr(row, name), date)]
    return (days[0] if days else date.min, row.child_id)
