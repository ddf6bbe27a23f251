"""Every number on every page of measures that a lead member can open, held together by somebody who wants to know the rest.

The pages are read as they are sent: tables, the figure above them, and whatever stands in a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.test import Client
from django.utils.timezone import now

from kittiwake.access.identity import acting_as_system
from kittiwake.insight.disclosure import Table, published
from kittiwake.insight.disclosure.published import Quarter, quarters
from kittiwake.insight.disclosure.tests.attacker import Attacker, Number
from kittiwake.insight.disclosure.tests.drawn import Measured
from kittiwake.insight.rules import Figure, Sizes, protect
from kittiwake.insight.tests.published import known_to_add_up, live_through, measured, team_names
from kittiwake.time.moments import MONTHS, local_date
from tests.cast import Cast, signed_in

Read = dict[tuple[str, str, str | None], tuple[int | None, int | None]]
ROW = re.compile(r"<tr[^>]*>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
ABOVE = re.compile(
    r'govuk-heading-xl govuk-!-margin-bottom-1">([^<]*)</p>\s*(?:<p class="govuk-body">([^<]*)</p>)?'
)
OF = re.compile(r"^([\d,]+) (?:of|for) ([\d,]+)$")
CASES = re.compile(r"^([\d,]+) cases$")
COUNT = re.compile(r"^[\d,]+$")


@pytest.fixture
def council(cast: Cast) -> tuple[Cast, Quarter]:
    quarter = Quarter.beginning(quarters(local_date(now()))[0])
    with acting_as_system():
        live_through(cast, quarter)
    return cast, quarter


def number(words: str) -> int:
    return int(words.replace(",", ""))


def told(words: list[str]) -> tuple[int | None, int | None]:
    """What a row says of what is above the line and below it."""
    for said in words:
        if both := OF.match(said):
            return number(both[1]), number(both[2])
        if cases := CASES.match(said):
            return None, number(cases[1])
    return (number(words[0]), None) if words and COUNT.match(words[0]) else (None, None)


def rows(page: str) -> Iterator[list[str]]:
    for row in ROW.findall(page):
        yield [unescape(" ".join(TAG.sub(" ", cell).split())) for cell in CELL.findall(row)]


def read(member: Client) -> Read:
    """The list, and the page of each measure."""
    found: Read = {}
    every = member.get("/measures/").content.decode()
    keys = [row[1] for row in rows(every) if len(row) > 3 and row[1].startswith("P")]
    assert len(keys) > 80
    for row in rows(every):
        if len(row) > 3 and row[1] in keys:
            found[row[1], "none", None] = told(row[2:])
    for key in keys:
        _read_page(key, member.get(f"/measures/{key}/").content.decode(), found)
    return found


def _read_page(key: str, page: str, found: Read) -> None:
    above = ABOVE.search(page)
    assert above
    said = told([unescape(part).strip() for part in above.groups() if part])
    assert said == found[key, "none", None], "The list and the page say the same."
    teams = team_names()
    for name, *cells in rows(page):
        month = re.match(rf"({'|'.join(MONTHS)}) (\d{{4}})$", name)
        if month:
            found[key, "month", f"{month[2]}-{MONTHS.index(month[1]) + 1:02}"] = told(cells)
        elif name in teams:
            found[key, "team", teams[name]] = told(cells)


def given_away(measures: list[Measured], numbers: Read) -> dict[Number, tuple[int, int]]:
    return Attacker(measures, known_to_add_up(measures)).worked_out(numbers)


def test_nobody_works_out_a_small_number_from_all_pages(council: tuple[Cast, Quarter]) -> None:
    cast, quarter = council
    numbers, measures = read(signed_in(cast.user("member"))), measured(quarter)
    shown = [key for key, both in numbers.items() if both != (None, None)]
    small = Attacker(measures).sensitive()
    assert len(measures) > 15
    assert len(small) > 20
    assert len(shown) > 40
    assert given_away(measures, numbers) == {}


def test_what_each_breakdown_hides_by_itself_gives_small_numbers_away(
    council: tuple[Cast, Quarter], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it was: each breakdown protected alone, and the two taken together."""

    def alone(tables: list[Table], sizes: Sizes) -> dict[tuple[str, str], list[Figure]]:
        return {
            (table.key, breakdown.by): protect(breakdown.figures, sizes)
            for table in tables
            for breakdown in table.breakdowns
        }

    cast, quarter = council
    monkeypatch.setattr(published, "protect", alone)
    assert given_away(measured(quarter), read(signed_in(cast.user("member"))))
