"""The lines that were brought in from the main case system, joined to what the record itself puts on the lists.

What the record knows stands. What it does not know is as it was told last, as far as it had happened by the day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date
from typing import Any, TypeVar

from kittiwake.exchange.child_lists import rules
from kittiwake.exchange.child_lists.in_need import held_by
from kittiwake.exchange.child_lists.known import Known
from kittiwake.exchange.formats.annex_a.rows import Adoption, CareLeaver, InNeed, ListRow
from kittiwake.exchange.formats.annex_a.told import KEYS, row_of
from kittiwake.exchange.models import ListedRow
from kittiwake.time.moments import add_months

R = TypeVar("R", bound=ListRow)
# Counted, or looked for, in the months up to the day their list was made, by whoever saw all of it: true of about that
# day, and then not less than the record says.
OF_THAT_DAY = (
    "placements", "missing_episodes", "absent_episodes", "enquiries_in_year", "conferences_in_year",
    "referrals_in_year", "is_second_period", "emergency_protection", "interview_offered", "interview_accepted",
    "seen_alone", "age",
)  # fmt: skip
AT_LEAST = ("placements", "missing_episodes", "absent_episodes", "enquiries_in_year", "conferences_in_year",
            "referrals_in_year", "is_second_period", "emergency_protection", "earlier_plans")  # fmt: skip
# Said of something that has a day of its own: not where that day had not come, or is not the same.
ONLY_AFTER = {
    "closure": "closed_on",
    "ceased_reason": "ceased_on",
    "needs_support": "authorised_on",
    "plan_made": "conference_on",
}
ONLY_WITH = {"legal_status_on": "legal_status"}
# Of these lists a line stands also where the record puts the child on none: nothing else says that it happened.
BY_THEMSELVES = (1, 3, 4, 5)
# Of these, only about the day they were told: whoever was on the list then may not be now, and nobody says so. Of adoption
# for as long as something of it was in the last twelve months.
FOR_A_MONTH = (6, 9, 10)
NOT_ON_A_TRACK = ("looked_after", "protection_plan", "assessment")


def joined(
    made: Iterable[R], child: Known, number: int, facts: dict[str, Any], on: date
) -> Iterator[ListRow]:
    """Each row that the record makes, filled with what was told; then the lines that stand by themselves."""
    told = _told_by(child, number, facts["child_id"], on)
    for row in made:
        line = told.pop(_key(row, number), None)
        yield _filled(row, line[1]) if line else row
    for listed, line_row in told.values():
        if number in BY_THEMSELVES or (number in FOR_A_MONTH and _stands(listed, line_row, child, on)):
            yield _of_child(line_row, child, facts)


def _of_child(row: ListRow, child: Known, facts: dict[str, Any]) -> ListRow:
    """With what the record knows of the child; and who holds them, where the list does not tell whose they were then."""
    known = {name: value for name, value in facts.items() if value is not None}
    if isinstance(row, InNeed | CareLeaver):
        known |= held_by(child)
    return replace(row, **known)


def is_fresh(listed: ListedRow, on: date) -> bool:
    return listed.told_on <= on < add_months(listed.told_on, 1)


def _told_by(child: Known, number: int, child_id: str, on: date) -> dict[str, tuple[ListedRow, ListRow]]:
    """By key, what was told last of them for this list, as it was on the day."""
    last: dict[str, tuple[ListedRow, ListRow]] = {}
    for listed in child.told:
        if listed.list == number:
            row = row_of(listed, child_id)
            begins = getattr(row, KEYS[number][0]) if number in KEYS else None
            if begins is None or begins <= on:
                last[listed.key] = listed, _as_of(row, listed, on)
    return last


def _as_of(row: R, listed: ListedRow, on: date) -> R:
    values = {field.name: getattr(row, field.name) for field in fields(row)}
    gone: dict[str, Any] = {
        name: None for name, value in values.items() if isinstance(value, date) and value > on
    }
    gone |= {name: None for name, day in ONLY_AFTER.items() if day in gone and name in values}
    if not is_fresh(listed, on):
        gone |= {name: None for name in OF_THAT_DAY if name in values}
    return replace(row, **gone)


def _stands(listed: ListedRow, row: ListRow, child: Known, on: date) -> bool:
    if isinstance(row, Adoption) and any(rules.in_window(day, on, rules.YEAR_MONTHS) for day in _days(row)):
        return True
    if not is_fresh(listed, on):
        return False
    if isinstance(row, InNeed):
        return row.status in NOT_ON_A_TRACK and not any(stretch.ends_on is None for stretch in child.tracks)
    return True


def _days(row: Adoption) -> Iterator[date]:
    values = (getattr(row, field.name) for field in fields(row) if field.name != "born_on")
    return (value for value in values if isinstance(value, date))


def _key(row: ListRow, number: int) -> str:
    if isinstance(row, InNeed) and row.status in ("looked_after", "protection_plan"):
        return row.status
    return getattr(row, KEYS[number][0]).isoformat() if number in KEYS else ""


def _filled(row: R, told: ListRow) -> R:
    news = dict[str, Any]()
    for field in fields(told):
        name = field.name
        here, there = getattr(row, name), getattr(told, name)
        if there is None or name == "line_number":
            continue
        if name in AT_LEAST:
            news[name] = max(here or 0, there) if not isinstance(there, bool) else bool(here) or there
        elif here is None and _holds(name, row, told):
            news[name] = there
    return replace(row, **news)


def _holds(name: str, row: ListRow, told: ListRow) -> bool:
    if day := ONLY_AFTER.get(name):
        return getattr(row, day) is not None or getattr(told, day) is not None
    with_ = ONLY_WITH.get(name)
    return with_ is None or getattr(row, with_) in (None, getattr(told, with_))
