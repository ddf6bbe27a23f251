"""Whatever the table, however it is laid out and spoilt: the values come back, or a sentence says why not."""

from __future__ import annotations

import csv
import io
import random
import zipfile
from datetime import date, datetime
from time import perf_counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kittiwake.exchange.formats.annex_a.columns import KINDS
from kittiwake.exchange.formats.annex_a.reading import read_annex_a
from kittiwake.exchange.formats.police_missing.layout import POLICE_MISSING, names_in
from kittiwake.exchange.reading.applying import apply, doubts, readings, settle
from kittiwake.exchange.reading.columns import propose
from kittiwake.exchange.reading.files import read_tables
from kittiwake.exchange.reading.layouts import READERS
from kittiwake.exchange.reading.moments import LONDON
from kittiwake.exchange.reading.source import UnreadableFile, open_source
from kittiwake.exchange.reading.tests.making import FILES, workbook_of, zipped
from kittiwake.exchange.reading.values import is_missing_word

# Names; but not those, like Nan or None, that lists use to say that nothing is known.
LETTERS = st.text("abcdefghijklmnopqrstuvwxyzéñ", min_size=3, max_size=9).filter(
    lambda name: not is_missing_word(name)
)
DAYS = st.dates(date(2005, 1, 1), date(2030, 12, 31))
MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2030, 12, 31)).map(  # noqa: DTZ001
    lambda at: at.replace(second=0, microsecond=0, minute=at.minute or 1, hour=at.hour if at.hour > 2 else 3)
)
EPISODES = st.lists(
    st.fixed_dictionaries(
        {
            "surname": LETTERS,
            "forename": LETTERS,
            "dob": DAYS,
            "seen": MOMENTS,
            "grade": st.sampled_from(["Low", "Medium", "High"]),
            "note": st.text("abc xyz,;|\t\"'\n.", max_size=40).map(
                lambda text: f"Left. {text}.".replace("\r", "")
            ),
        }
    ),
    min_size=1,
    max_size=6,
)
DATES = ["%d/%m/%Y", "%Y-%m-%d", "%d-%b-%Y", "%d.%m.%Y", "%d %B %Y"]
TIMES = ["%H:%M", "%H%M", "%H:%M:%S", "%I:%M %p"]


def laid_out(episodes: list[dict[str, Any]], on: str, at: str, split: bool, titled: bool) -> list[list[str]]:
    when = ["Missing Date", "Missing Time"] if split else ["Last seen"]
    rows = [["Ref", "Surname", "Forename", "DOB", *when, "Risk level", "Circumstances"]]
    for number, episode in enumerate(episodes, start=1):
        seen = [episode["seen"].strftime(on), episode["seen"].strftime(at)]
        moment = seen if split else [" ".join(seen)]
        name = [episode["surname"].upper(), episode["forename"].title()]
        rows.append(
            [f"MP/{number}", *name, episode["dob"].strftime(on), *moment, episode["grade"], episode["note"]]
        )
    return [["Daily list"], [], *rows, ["Total", str(len(episodes))]] if titled else rows


def check(content: bytes, episodes: list[dict[str, Any]]) -> None:
    [table] = read_tables(open_source(content, "daily"))
    plan = settle(POLICE_MISSING, propose(POLICE_MISSING, table).mapping, table)
    rows: list[dict[str, Any]] = [values for _, values in readings(plan, table)]
    assert len(rows) == len(episodes)
    for values, episode in zip(rows, episodes, strict=True):
        assert [name.casefold() for name in names_in(values)] == [episode["forename"], episode["surname"]]
        assert values["dob"].value == episode["dob"]
        assert values["last_seen"].value.at == episode["seen"].replace(tzinfo=LONDON)
        assert values["current_grade"].value == episode["grade"].casefold()
        assert values["circumstances"].value.split() == episode["note"].split()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    EPISODES,
    st.sampled_from(DATES),
    st.sampled_from(TIMES),
    st.booleans(),
    st.booleans(),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]),
    st.sampled_from(["\r\n", "\n"]),
)
def test_a_table_comes_back_from_any_text_layout(
    episodes: list[dict[str, Any]],
    on: str,
    at: str,
    split: bool,
    titled: bool,
    delimiter: str,
    encoding: str,
    newline: str,
) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, lineterminator=newline).writerows(
        laid_out(episodes, on, at, split, titled)
    )
    check(stream.getvalue().encode(encoding), episodes)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(EPISODES, st.booleans(), st.booleans())
def test_a_table_comes_back_from_a_workbook(
    episodes: list[dict[str, Any]], split: bool, titled: bool
) -> None:
    rows: list[list[Any]] = [["Daily list"], []] if titled else []
    when = ["Missing Date", "Missing Time"] if split else ["Last seen"]
    rows.append(["Ref", "Surname", "Forename", "DOB", *when, "Risk level", "Circumstances"])
    for number, episode in enumerate(episodes, start=1):
        seen = episode["seen"]
        moment = [seen.date(), seen.time()] if split else [seen]
        name = [episode["surname"].upper(), episode["forename"]]
        rows.append([number, *name, episode["dob"], *moment, episode["grade"], episode["note"]])
    check(workbook_of(rows), episodes)


def spoilt(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice([1, 2, 5, 30])):
        at = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[at] = chance.randrange(256)
            case 1:
                del changed[at : at + chance.randrange(1, 40)]
            case 2:
                changed[at:at] = bytes(chance.choices(b'",;\n\r\t\x00<>&=\xff\xe2', k=5))
            case _:
                changed[at:at] = changed[at // 2 : at // 2 + chance.randrange(1, 100)]
        changed = changed or bytearray(b"a")
    return bytes(changed)


def part_spoilt(content: bytes, chance: random.Random) -> bytes:
    """The same workbook, whole as a zip file, with one of its parts spoilt."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    return zipped({**parts, name: spoilt(bytes(parts[name]), chance)})  # type: ignore[arg-type]


def read_whole(content: bytes) -> None:
    tables = read_tables(open_source(content))
    for table in tables:
        plan = settle(POLICE_MISSING, propose(POLICE_MISSING, table).mapping, table)
        for row in table:
            assert all(doubt.sentence.endswith((".", "?")) for doubt in doubts(plan, row, apply(plan, row)))
    read_annex_a(tables)


def refusal(content: bytes) -> str:
    """Empty when the file is read. Anything raised but a refusal fails the test."""
    try:
        read_whole(content)
    except UnreadableFile as refused:
        return refused.sentence
    return ""


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(
    "name",
    [
        "police_iso.csv",
        "police_split_capitals.csv",
        "police_odd_headings.csv",
        "police_titled.xlsx",
        "annex_a_made_up.xlsx",
    ],
)
def test_a_spoilt_file_is_read_or_refused_with_a_sentence(name: str, seed: int) -> None:
    chance = random.Random(f"{name} {seed}")
    content = (FILES / name).read_bytes()
    for _ in range(12):
        way = part_spoilt if name.endswith("xlsx") and chance.random() < 0.7 else spoilt
        assert refusal(way(content, chance))[-1:] in {"", "."}


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    assert refusal(content)[-1:] in {"", "."}


LONG_CELLS = [
    piece * 8_000 for piece in ("1", "a", "white ", "1,", "1d", "-", " ", "12/03/2025 ", "not ", "1.")
]


@pytest.mark.parametrize("cell", [cell + "x" for cell in LONG_CELLS])
def test_no_reader_is_slow_on_a_long_cell(cell: str) -> None:
    """Each is done in a few milliseconds; a pattern that tries every way would take minutes."""
    started = perf_counter()
    for reader in [*READERS.values(), *(kind.read for kind in KINDS.values())]:
        reader(cell)
    assert perf_counter() - started < 3


CELLS = st.one_of(
    st.text(max_size=30),
    st.floats(),
    st.integers(-(10**20), 10**20),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.booleans(),
)


@settings(max_examples=300)
@given(CELLS)
def test_every_reader_takes_every_cell(cell: Any) -> None:
    for reader in [*READERS.values(), *(kind.read for kind in KINDS.values())]:
        value, doubt = reader(cell)
        assert isinstance(doubt, str)
        assert value is None or not isinstance(value, str) or value.strip() == value != ""
