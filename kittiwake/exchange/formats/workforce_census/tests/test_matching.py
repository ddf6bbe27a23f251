"""The workforce census, from preview to record to undoing. The file is made up; a published sample agrees by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.assurance.workforce.census.rules import Figures, Person, figures
from kittiwake.assurance.workforce.models import Census, CensusWorker
from kittiwake.exchange import recording
from kittiwake.exchange.models import Import
from kittiwake.exchange.reading.source import open_source
from kittiwake.exchange.reading.tests.making import FILES, reference_files
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.summary import summary
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast, signed_in

MADE_UP = FILES / "workforce_census_made_up.xml"
TEXT = MADE_UP.read_text()


def previewed(cast: Cast, content: str | bytes = TEXT) -> Import:
    data = content.encode() if isinstance(content, str) else content
    source = open_source(data, "census.xml", is_xml=True)
    return recording.preview("workforce-census", [source], by=cast.user("analyst"), at=NOW)


def taken_in(cast: Cast, content: str = TEXT) -> Import:
    batch = previewed(cast, content)
    recording.commit(batch, by=cast.user("analyst"), at=NOW)
    return batch


def on(day: date = date(2026, 9, 30)) -> Figures:
    with acting_as_system():
        return Census.objects.get(reference_date=day).figures()


def test_the_figures_are_those_of_the_definitions(cast: Cast) -> None:
    taken_in(cast)
    assert on() == Figures(
        headcount=3,
        fte=Decimal("2.5"),  # 1 + 0.5 + 1
        agency_headcount=1,
        agency_fte=Decimal("0.8"),
        agency_rate=Decimal("0.8") / Decimal("3.3"),
        vacancy_rate=Decimal("0.5"),  # 2.5 of 2.5 + 2.5
        cover_rate=Decimal("0.75"),  # 0.6 of 0.8
        turnover=Decimal("0.2"),  # 0.5 left, of 2.5; who moved inside is no leaver
        caseload=Decimal(40) / Decimal("2.3"),  # 20 + 6 + 14, of 1 + 0.5 + 0.8
        absence=Decimal(15) / Decimal("632.5"),  # 5 + 0 + 10 days, of 2.5 × 253
    )


def test_the_same_file_twice_changes_nothing(cast: Cast) -> None:
    taken_in(cast)
    again = summary(previewed(cast))
    assert (again["unchanged"], again["new"], again["changed"]) == (7, 0, 0)


def test_a_corrected_file_changes_only_what_it_corrects_and_is_undone_to_what_stood(cast: Cast) -> None:
    first = taken_in(cast)
    before = on()
    second = taken_in(cast, TEXT.replace("<FTE>0.5</FTE>", "<FTE>0.6</FTE>"))
    assert summary(second)["changed"] == 1
    assert on().fte == Decimal("2.6")
    with pytest.raises(Refused, match="another census file changed it since"):
        recording.undo(first, by=cast.user("analyst"), at=NOW)
    recording.undo(second, by=cast.user("analyst"), at=NOW)
    assert on() == before
    recording.undo(first, by=cast.user("analyst"), at=NOW)
    assert not Census.objects.exists()


def test_one_row_that_is_wrong_keeps_all_the_others_back(cast: Cast) -> None:
    batch = previewed(cast, TEXT.replace("AA0000000003", "AA0000000001"))
    wrong = [line["message"] for line in summary(batch)["verdicts"] if line["verdict"] == "rejected"]
    assert wrong == ["Worker 3 has the same SWENo as worker 1. Take one of them out."]
    with pytest.raises(Refused, match="Nothing was recorded"):
        recording.commit(batch, by=cast.user("analyst"), at=NOW)
    with acting_as_system():
        assert not Census.objects.exists()


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ("<AgencyWorker>1</AgencyWorker>", "", "AgencyWorker is missing."),
        ("<FTE>0.8</FTE>", "", "FTE is missing."),
        ("<FTE>0.8</FTE>", "<FTE>1.1</FTE>", "FTE cannot be over 1."),
        ("<FTE>0.8</FTE>", "<FTE>NaN</FTE>", "FTE must be a number."),
        ("AA0000000004", "A0000000004", "SWENo is missing or is not two letters and up to ten digits."),
        ("2026-03-31", "2024-03-31", "RoleEndDate is before RoleStartDate."),
        ("2026-03-31", "31/03/2026", "RoleEndDate must be a date like 2026-09-30."),
        ("<ReasonLeave>1<", "<ReasonLeave>11<", "ReasonLeave must be one of 1, 2, 3, 4, 5, 6, 7, 8, 9, 10."),
    ],
)
def test_a_problem_of_a_worker_is_one_sentence(cast: Cast, was: str, becomes: str, said: str) -> None:
    found = summary(previewed(cast, TEXT.replace(was, becomes)))
    assert [row["message"] for row in found["verdicts"] if row["verdict"] == "rejected"] == [said]


def test_cases_without_hours_are_doubted_and_not_counted(cast: Cast) -> None:
    batch = previewed(cast, TEXT.replace("<FTE>0.8</FTE>", "<FTE>0</FTE>"))
    assert any("FTE 0 and 14 cases" in row["message"] for row in summary(batch)["verdicts"])


BOMB = '<!DOCTYPE Message [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n<Message>&c;</Message>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (BOMB, "defines a document type or entities"),
        (TEXT.replace("<Message>", BOMB.split("<Message>")[0] + "<Message>"), "defines a document type"),
        ("<Children/>", "it starts with Children, not Message"),
        (TEXT.replace("CSWW<", "CIN<"), "another collection"),
        (TEXT[: len(TEXT) // 2], "broken off or is not XML"),
        (TEXT.replace("<ReferenceDate>2026-09-30</ReferenceDate>", ""), "ReferenceDate is missing"),
        (TEXT.replace("LALevelVacancies", "Other"), "LALevelVacancies is missing"),
        (TEXT.replace("CSWWWorker", "Other"), "names no worker"),
        (TEXT.encode("utf-16"), "is not UTF-8"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_census_gets_one_sentence(cast: Cast, content: str | bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        previewed(cast, content)


def test_xml_stays_refused_where_a_list_was_chosen() -> None:
    with pytest.raises(UnreadableFile, match="an XML file"):
        open_source(TEXT.encode(), "census.xml")


@pytest.mark.parametrize("who", ["analyst", "manager", "worker", "administrator", "inspector"])
def test_who_does_not_answer_for_all_sees_no_row_of_a_census(cast: Cast, who: str) -> None:
    taken_in(cast)
    with acting_as(cast.user(who)):
        assert not CensusWorker.objects.exists()
    with acting_as(cast.user("director")):
        assert CensusWorker.objects.count() == 6


def test_nothing_to_divide_by_is_no_rate() -> None:
    none = figures([], date(2026, 9, 30), vacancies=Decimal(0), covering=Decimal(0))
    assert {none.agency_rate, none.vacancy_rate, none.turnover, none.caseload, none.absence} == {None}


@pytest.mark.parametrize(
    ("ends_on", "left"),
    [("2025-09-30", False), ("2025-10-01", True), ("2026-09-30", True), ("2026-10-01", False)],
)
def test_a_leaver_left_in_the_year_to_the_reference_date(ends_on: str, left: bool) -> None:
    person = Person(False, Decimal(0), ends_on=date.fromisoformat(ends_on), reason="1")
    assert person.left_in_year_to(date(2026, 9, 30)) is left


def test_the_published_sample_agrees_with_a_computation_by_hand(cast: Cast) -> None:
    taken_in(cast, reference_files("08_workforce", "social_work_workforce_2022.xml").read_text())
    found = on(date(2022, 9, 30))
    # Those with hours on the day: seven of the council's own, ten agency workers.
    own = "0.899676 0.843488 0.859218 0.021911 0.491425 0.978729 0.034436"
    agency = "0.521371 0.133587 0.803122 0.767688 0.12232 0.786453 0.192894 0.862474 0.668266 0.561974"
    fte, agency_fte = added(own), added(agency)
    assert (fte, agency_fte) == (Decimal("4.128883"), Decimal("5.420149"))
    assert (found.headcount, found.agency_headcount) == (7, 10)
    assert (found.fte, found.agency_fte) == (fte, agency_fte)
    assert found.agency_rate == agency_fte / Decimal("9.549032")
    assert found.vacancy_rate == Decimal("79.68") / Decimal("83.808883")
    assert found.cover_rate == Decimal("59.82") / agency_fte
    assert found.turnover == 0  # every role that ended did so after the reference date, or years before
    holders = "0.521371 0.767688 0.12232 0.859218 0.021911 0.786453 0.192894 0.862474 0.561974 0.034436"
    assert found.caseload == (72 + 62 + 23 + 85 + 25 + 83 + 14 + 39 + 63 + 23) / added(holders)
    days = added("14.39 16.74 98.22 29.19 3.1 83.01")
    assert found.absence == days / (fte * 253)


def added(numbers: str) -> Decimal:
    return sum((Decimal(one) for one in numbers.split()), Decimal(0))


def test_the_director_reads_the_figures_and_a_manager_is_refused(cast: Cast) -> None:
    taken_in(cast)
    address = reverse("workforce:censuses")
    html = signed_in(cast.user("director")).get(address).content.decode()
    for said in ("30 September 2026", "24.2%", "50.0%", "75.0%", "20.0%", "17.4", "2.4%"):
        assert said in html
    assert signed_in(cast.user("manager")).get(address).status_code == 403


ONE_MORE = """<CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>AA0000000009</SWENo><FTE>1</FTE><OrgRole>5</OrgRole>
<RoleStartDate>2024-04-01</RoleStartDate></CSWWWorker>"""


def test_a_day_to_which_another_file_brought_workers_stays(cast: Cast) -> None:
    first = taken_in(cast)
    second = taken_in(cast, TEXT.replace("</Message>", f"{ONE_MORE}</Message>"))
    assert (summary(second)["new"], summary(second)["unchanged"]) == (1, 7)
    with pytest.raises(Refused, match="another census file of the same day brought workers since"):
        recording.undo(first, by=cast.user("analyst"), at=NOW)
    with acting_as(cast.user("director")):
        assert CensusWorker.objects.filter(withdrawn_at=None).count() == 7
    recording.undo(second, by=cast.user("analyst"), at=NOW)
    recording.undo(first, by=cast.user("analyst"), at=NOW)
    assert not Census.objects.exists()


def test_of_many_wrong_rows_the_first_are_named_and_the_others_counted(cast: Cast) -> None:
    batch = previewed(cast, TEXT.replace("<SWENo>AA", "<SWENo>A"))
    with pytest.raises(Refused, match="because 6 of its rows cannot be") as refused:
        recording.commit(batch, by=cast.user("analyst"), at=NOW)
    assert "worker 5: " in str(refused.value)
    assert "worker 6: " not in str(refused.value)
    assert " And 1 more. Mend the file and start again." in str(refused.value)
    with acting_as_system():
        assert not Census.objects.exists()
