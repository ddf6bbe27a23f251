"""What becomes of single rows of a police list: contradictions, words that do not fit, cut rows, persons that cannot be."""

from __future__ import annotations

from datetime import datetime

import pytest

from kittiwake.exchange import recording
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.source import Source, open_source
from kittiwake.exchange.reading.tests.making import reference_files
from kittiwake.exchange.tests.police_lists import piles
from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import Child
from kittiwake.time.moments import LONDON
from tests.cast import NOW, Cast

HEADINGS = [
    "Reference",
    "Forename",
    "Surname",
    "DOB",
    "Last seen",
    "Reported missing",
    "Found",
    "Returned",
    "Risk",
    "How found",
    "Reported by",
]
WREN = {
    "Reference": "MP/7/26",
    "Forename": "Ivy",
    "Surname": "Wren",
    "DOB": "17/05/2012",
    "Last seen": "19/11/2026 18:00",
    "Reported missing": "19/11/2026 19:00",
    "Found": "20/11/2026 06:00",
    "Returned": "20/11/2026 07:00",
    "Risk": "Medium",
    "How found": "Police",
    "Reported by": "Mother",
}
FINCH = {**WREN, "Reference": "MP/8/26", "Forename": "Tam", "Surname": "Finch", "DOB": "19/06/2011"}


def a_list(*rows: dict[str, str], end: str = "\r\n") -> Source:
    lines = [",".join(HEADINGS), *(",".join(row.get(name, "") for name in HEADINGS) for row in rows)]
    return open_source(("\r\n".join(lines) + end).encode(), "list.csv")


def taken_in(cast: Cast, *rows: dict[str, str]) -> Import:
    batch = recording.preview("police-missing", [a_list(*rows)], by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    return batch


def on_the_record(surname: str = "Wren") -> Episode:
    return Episode.objects.get(child__surname=surname)


@pytest.mark.parametrize(
    ("name", "wrong", "field", "why"),
    [
        ("Last seen", "19/11/2026 23:30", "last_seen_at", "after they were reported missing"),
        ("Last seen", "0001-01-01T00:00:00+05:00", "last_seen_at", "has a year that cannot be right"),
        ("Last seen", "9999-12-31T23:30:00-05:00", "last_seen_at", "has a year that cannot be right"),
        ("Last seen", "01/01/2011 10:00", "last_seen_at", "before they were born"),
        ("Last seen", "19/11/2030 18:00", "last_seen_at", "in the future"),
        ("Found", "18/11/2026 10:00", "located_at", "before they went missing"),
        ("Found", "21/11/2026 10:00", "located_at", "after they came back"),
        ("Found", "whenever", "located_at", "is not a date and time"),
    ],
)
def test_one_moment_that_contradicts_is_set_aside_and_the_72_hours_run(
    cast: Cast, name: str, wrong: str, field: str, why: str
) -> None:
    batch = taken_in(cast, {**WREN, name: wrong}, FINCH)
    row = batch.rows.get(line=2)
    assert piles(batch) == {"new": 2}
    assert any(why in doubt for doubt in row.doubts)
    episode = on_the_record()
    assert getattr(episode, field) is None
    assert wrong in episode.circumstances  # with what was written, where whoever reads it sees it
    assert episode.returned_at == datetime(2026, 11, 20, 7, tzinfo=LONDON)
    assert Clock.objects.filter(key="missing.return_interview", entry=episode.entry).exists()


@pytest.mark.parametrize("returned", ["18/11/2026 10:00", "20/11/2030 10:00", "last Friday or so"])
def test_what_contradicts_the_return_keeps_the_row_waiting(cast: Cast, returned: str) -> None:
    batch = taken_in(cast, {**WREN, "Returned": returned, "Found": ""}, FINCH)
    assert piles(batch) == {"new": 1, "needs_person": 1}
    assert returned in batch.rows.get(line=2).message
    recording.decide(
        batch.rows.get(line=2), decision="new_child", child=None, by=cast.user("analyst"), at=NOW
    )
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    assert on_the_record().returned_at is None


@pytest.mark.parametrize(
    "born", ["01/01/1900", "01/01/2099", "31/02/2012", "00/00/0000", "1/1/0001", "20/11/2026"]
)
def test_a_person_who_cannot_be_needs_a_person(cast: Cast, born: str) -> None:
    batch = taken_in(cast, {**WREN, "DOB": born}, FINCH)
    assert piles(batch) == {"new": 1, "needs_person": 1}
    assert "without a birth date" in batch.rows.get(line=2).message


def test_a_text_too_long_is_its_row_s_verdict_and_the_others_are_taken(cast: Cast) -> None:
    long = "Came back to the placement by bus " * 8
    batch = taken_in(cast, {**WREN, "How found": long}, FINCH)
    assert piles(batch) == {"new": 1, "needs_person": 1}
    row = batch.rows.get(line=2)
    assert f"How found has {len(long.strip())} characters, and the record takes 200" in row.message
    recording.decide(row, decision="new_child", child=None, by=cast.user("analyst"), at=NOW)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    assert long.strip() in on_the_record().circumstances


@pytest.mark.parametrize(
    ("name", "long"), [("Forename", "Ivy " * 60), ("Surname", "Wren " * 60), ("Reference", "MP7" * 20)]
)
def test_a_name_too_long_cannot_be_recorded_and_says_so(cast: Cast, name: str, long: str) -> None:
    batch = taken_in(cast, {**WREN, name: long}, FINCH)
    assert piles(batch) == {"new": 1, "rejected": 1}
    assert "and the record takes" in batch.rows.get(line=2).message


def test_what_the_record_does_not_take_after_all_is_a_row_s_verdict(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever else a column says no to."""
    monkeypatch.setattr(
        "kittiwake.exchange.formats.police_missing.matching.fitted", lambda facts, headings: (facts, [], "")
    )
    batch = taken_in(cast, {**WREN, "How found": "x" * 250}, FINCH)
    assert piles(batch) == {"new": 1, "needs_person": 1}
    assert "The record does not take this row" in batch.rows.get(line=2).message
    assert Child.objects.filter(surname="Wren").count() == 0


def test_a_file_cut_inside_its_last_row_is_not_taken_as_whole(cast: Cast) -> None:
    whole = a_list(FINCH, WREN, end="").open().read()
    cut = open_source(whole[: whole.index(b"19/11/2026 19:00", whole.index(b"Wren"))], "list.csv")
    batch = recording.preview("police-missing", [cut], by=cast.user("analyst"), at=NOW)
    assert piles(batch) == {"new": 1, "needs_person": 1}
    assert "ends in the middle of this row" in batch.rows.get(line=3).message


def test_a_list_whose_last_line_lacks_only_its_end_is_whole(cast: Cast) -> None:
    batch = recording.preview(
        "police-missing", [a_list(FINCH, WREN, end="")], by=cast.user("analyst"), at=NOW
    )
    assert piles(batch) == {"new": 2}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("p03_truncated_midrow.csv", {"new": 1, "needs_person": 1}),
        ("p24_mixed_enc.csv", {"new": 3}),
        ("p34_2400.csv", {"new": 3}),
        ("p39_dup_ref.csv", {"new": 1, "unchanged": 1, "needs_person": 1}),
        ("p41_same_name_dob.csv", {"new": 1, "needs_person": 1}),
        ("p42_dob_1900.csv", {"needs_person": 5}),
        ("p52_offset_overflow.csv", {"new": 1}),
        ("q1_how_220.csv", {"needs_person": 1}),
        ("q8_one_long_of_three.csv", {"new": 2, "needs_person": 1}),
    ],
)
def test_odd_lists_that_others_sent(cast: Cast, name: str, expected: dict[str, int]) -> None:
    source = open_source(reference_files("17_odd_inputs", name))
    batch = recording.preview("police-missing", [source], by=cast.user("analyst"), at=NOW)
    assert piles(batch) == expected
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    assert {row.verdict for row in batch.rows.all()} == set(expected)
