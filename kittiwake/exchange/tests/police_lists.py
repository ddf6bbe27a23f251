"""Police lists for the tests: made up, and taken in as their page takes them in."""

from __future__ import annotations

import csv
import io

from kittiwake.exchange import recording
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.source import Source, open_source
from kittiwake.exchange.summary import summary
from tests.cast import NOW, Cast

HEADINGS = ["Force Ref", "Surname", "Forename(s)", "DOB", "Missing Date", "Missing Time", "Reported Date", "Reported Time",
            "Current Risk", "Found Date", "Found Time"]  # fmt: skip
ASH = [
    "MP/1/26",
    "ALDER",
    "Ash",
    "02/04/2011",
    "20/11/2026",
    "21:05",
    "20/11/2026",
    "22:10",
    "HIGH",
    "21/11/2026",
    "06:10",
]
STRANGER = [
    "MP/2/26",
    "WREN",
    "Ivy",
    "17/05/2012",
    "19/11/2026",
    "18:00",
    "19/11/2026",
    "19:00",
    "LOW",
    "",
    "",
]


def a_list(*rows: list[str], name: str = "list.csv") -> Source:
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *rows])
    return open_source(text.getvalue().encode("cp1252"), name)


def taken_in(cast: Cast, *rows: list[str]) -> Import:
    batch = recording.preview("police-missing", [a_list(*rows)], by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    return batch


def piles(batch: Import) -> dict[str, int]:
    found = summary(batch)
    return {
        key: found[key] for key in ("new", "changed", "unchanged", "needs_person", "rejected") if found[key]
    }
