"""Another list than the one named is refused, whole, in one sentence, and nothing of it is kept."""

from __future__ import annotations

import pytest

from kittiwake.exchange import recording
from kittiwake.exchange.models import HeldFile, Import, ImportRow
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import FILES, csv_of, reference_files, workbook_of_sheets
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.tests.police_lists import ASH, HEADINGS, piles
from tests.cast import NOW, Cast

ADOPTERS = [
    "Family identifier,Individual adopter identifier,Gender,Date enquiry received,Date application approved",
    *(f"{number},{number * 7},F,01/03/2009,01/09/2009" for number in range(20, 40)),
]
PERIODS = [
    "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB",
    "1,1,01/01/2010,WBRI,X,0,",
]
QUESTIONS = [
    "reportid,misperid,question,answer",
    *(f"{number},{number},Is this out of character?,Yes" for number in range(20)),
]
AWAY = [  # a council's own list of absences: it names nobody, and nobody reported them
    "missing_id,child_id,missing_start,missing_end",
    *(f"{number},{number * 3},0{number}/09/2026 10:00,0{number}/09/2026 20:00" for number in range(1, 9)),
]
HOMES = [
    "URN,Name,Town,Interim inspection start date",
    *(f"{number},Rook House,Westley,{number}/01/2026" for number in range(10, 29)),
]
COUNTS = [  # a number of something stands in place of a reference
    "Reference,Surname,Date of birth,Last seen",
    *(f"{number % 2},WREN,{number}/05/2012,{number}/09/2026" for number in range(10, 28)),
]


def refused(cast: Cast, data: bytes, name: str = "list.csv", format_key: str = "police-missing") -> str:
    with pytest.raises(UnreadableFile) as told:
        recording.preview(format_key, [open_source(data, name)], by=cast.user("analyst"), at=NOW)
    assert not any(model.objects.exists() for model in (Import, ImportRow, HeldFile))
    return told.value.sentence


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (ADOPTERS, "neither names anybody|when they were last seen"),
        (PERIODS, "no column for the police’s reference"),
        (QUESTIONS, "when they were last seen or reported"),
        (AWAY, "neither names anybody"),
        (HOMES, "says nothing of a person"),
        (COUNTS, "the same in most rows"),
        (
            [",".join(HEADINGS), *(f"MP/{number}/26,,,,,,,,,," for number in range(9))],
            "most of its rows lack",
        ),
    ],
)
def test_a_list_that_is_not_the_police_s_is_refused_whole(cast: Cast, lines: list[str], why: str) -> None:
    said = refused(cast, csv_of(*lines))
    assert any(part in said for part in why.split("|"))
    assert said.count(". ") == 1  # what is wrong, and what to do


def test_ofsted_s_lists_are_named_as_what_they_are(cast: Cast) -> None:
    said = refused(cast, (FILES / "annex_a_made_up.xlsx").read_bytes(), "lists.xlsx")
    assert "of Ofsted’s child-level lists" in said


def test_a_police_list_is_none_of_ofsted_s(cast: Cast) -> None:
    said = refused(cast, csv_of(",".join(HEADINGS), ",".join(ASH)), format_key="annex-a")
    assert "None of the sheets is one of Ofsted’s" in said


@pytest.mark.parametrize("before", [b"", b"\r\n\r\n", b"\xef\xbb\xbf\n  \n"])
def test_a_document_is_known_behind_blank_lines(before: bytes) -> None:
    with pytest.raises(UnreadableFile, match="is a PDF document"):
        open_source(before + b"%PDF-1.7\nReference,Surname\n1,2\n", "list.csv")


def test_of_a_workbook_the_sheets_that_are_the_list_are_taken_and_the_others_named(cast: Cast) -> None:
    notes = [["Team", "Telephone", "Address"], ["North", "01632 960001", "1 Quay"]]
    data = workbook_of_sheets({"Missing": [HEADINGS, ASH], "Teams": notes})
    batch = recording.preview(
        "police-missing", [open_source(data, "l.xlsx")], by=cast.user("analyst"), at=NOW
    )
    assert piles(batch) == {"new": 1}
    assert any("‘Teams’ was left out" in note for note in batch.files.get().notes)


@pytest.mark.parametrize(
    "path",
    [
        ("03_annex_a", "Annex_A_2024_Jan.xlsx"),
        ("06_police_missing", "risk_questions_25.csv"),
        ("02_ssda903", "d2i_fake_return", "missing.csv"),
        ("02_ssda903", "d2i_fake_return", "episodes.csv"),
        ("04_ssd", "rows_derived", "ssd_missing.csv"),
        ("17_odd_inputs", "p62_other_return.csv"),
    ],
)
def test_lists_that_councils_have_beside_it_are_not_taken_for_it(cast: Cast, path: tuple[str, ...]) -> None:
    found = reference_files(*path)
    assert "is not a police list" in refused(cast, found.read_bytes(), found.name)


@pytest.mark.parametrize(
    "name", ["missing_episodes.csv", "layouts_from_memory/daily_missing_notifications.csv"]
)
def test_the_police_s_own_lists_are(cast: Cast, name: str) -> None:
    found = reference_files("06_police_missing", *name.split("/"))
    batch = recording.preview("police-missing", [open_source(found)], by=cast.user("analyst"), at=NOW)
    assert piles(batch)["new"] > 100
