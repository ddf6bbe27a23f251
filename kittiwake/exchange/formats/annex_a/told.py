"""What a row of the lists says that the record has no place for: kept as it was told, so that no list loses it.

The record's own facts come first wherever it has them (`child_lists`). What was told last stands until something else is
told; how often something happened in twelve months is true of about the day it was counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from datetime import date

from kittiwake.exchange.as_json import as_json, from_json
from kittiwake.exchange.earlier_rows import fingerprint
from kittiwake.exchange.formats.annex_a.facts import Line
from kittiwake.exchange.formats.annex_a.lists import BY_NUMBER
from kittiwake.exchange.formats.annex_a.reading import AnnexA
from kittiwake.exchange.formats.annex_a.rows import ListRow
from kittiwake.exchange.models import ListedRow

# By list, what a line is told apart by, beside its child: the days of one thing that happened.
KEYS: dict[int, tuple[str, ...]] = {
    1: ("contacted_on", "source"),
    2: ("started_on",),
    3: ("referred_on",),
    4: ("started_on",),
    5: ("strategy_discussion_on",),
    6: ("started_on",),
    7: ("started_on",),
    8: ("started_on",),
}
ALLOCATED = ("team", "worker")
KEPT: dict[int, tuple[str, ...]] = {
    1: (),
    2: ("organisation",),
    3: ("source", "no_further_action", "referrals_in_year", *ALLOCATED),
    4: ("disability", "child_seen", "authorised_on", "needs_support", *ALLOCATED),
    5: ("disability", "conference_unnecessary", "conference_on", "plan_made",
        "enquiries_in_year", "conferences_in_year", *ALLOCATED),
    6: ("disability", "need", "closure", "status"),
    7: ("disability", "first_category", "seen_alone", "emergency_protection", "earlier_plans"),
    8: ("disability", "is_second_period", "legal_status_on", "legal_status", "permanence_plan",
        "reviewing_officer_contact_on", "dental_check_on", "placements", "ceased_reason", "placement_authority",
        "missing_episodes", "absent_episodes", "interview_offered", "interview_accepted"),
    9: ("disability", "personal_adviser", "eligibility", "in_touch", "last_contact_on",
        "accommodation", "suitable", "activity"),
    10: (*tuple(field.name for field in BY_NUMBER[10].own_fields()), "family_id", "disability"),
}  # fmt: skip
# Lists of which the record holds nothing of its own: the line itself is the news, whatever it says.
ALL_OF_IT = (1, 3, 4, 5, 10)
Latest = dict[tuple[str, int, str], str]  # by child's id, list and key, what was told last


def day_of(annex: AnnexA, today: date) -> date:
    """A workbook carries no date. It is no older than the newest day it tells of."""
    told = (day for one_list in annex.lists.values() for row in one_list.rows for day in _days(row))
    return max((day for day in told if day <= today), default=today)


def _days(row: ListRow) -> Iterator[date]:
    values = (getattr(row, field.name) for field in fields(row) if field.name != "born_on")
    return (value for value in values if isinstance(value, date))


def line_of(number: int, row: ListRow, council_id: str, told_on: date) -> Line | None:
    """None where the record holds all the row says."""
    age = () if row.born_on else ("age",)
    names = (*KEYS.get(number, ()), *KEPT[number], *age)
    said = {name: as_json(value) for name in names if (value := getattr(row, name, None)) is not None}
    if not said or (number not in ALL_OF_IT and not said.keys() - {*KEYS.get(number, ())}):
        return None
    mark = fingerprint({"list": number, "child": council_id, **{name: str(said[name]) for name in said}})
    return Line(list=number, key=_key(number, row), told_on=told_on, said=said, mark=mark)


def _key(number: int, row: ListRow) -> str:
    """Whoever is in need because they are in care or on a plan has one line, since whatever day."""
    status = getattr(row, "status", None) if number == 6 else None
    if status in ("looked_after", "protection_plan"):
        return str(status)
    told = (as_json(getattr(row, name, None)) for name in KEYS.get(number, ()))
    return " ".join(str(part["code"] if isinstance(part, dict) else part) for part in told if part)


def news(line: Line | None, council_id: str, latest: Latest) -> Line | None:
    """None where the same was told last; `latest` is moved on."""
    if line is None or latest.get((council_id, line.list, line.key)) == line.mark:
        return None
    latest[council_id, line.list, line.key] = line.mark
    return line


def latest(ids: dict[int, str]) -> Latest:
    """What was told last of each of these children: by their key, the council's id."""
    rows = ListedRow.objects.filter(withdrawn_at=None).order_by("told_on", "pk")
    told = rows.values_list("child_id", "list", "key", "mark").iterator()
    return {(ids[child], number, key): mark for child, number, key, mark in told if child in ids}


def row_of(listed: ListedRow, child_id: str) -> ListRow:
    said = {"line_number": 0, "child_id": child_id, **listed.said}
    return from_json(BY_NUMBER[listed.list].row, said)
