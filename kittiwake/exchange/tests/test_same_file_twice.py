"""Whatever is in a file, the same file a second time changes nothing, and asks nothing that was answered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as some

from kittiwake.access.models import Grant
from kittiwake.assurance.workforce.models import CensusWorker
from kittiwake.exchange import recording
from kittiwake.exchange.formats.annex_a.tests.test_rows import IN_CARE, IN_NEED, PLANS
from kittiwake.exchange.formats.police_missing.tests.test_rows import a_list
from kittiwake.exchange.models import Import, ImportRow
from kittiwake.exchange.reading.source import Source, open_source
from kittiwake.exchange.reading.tests.making import workbook_of_sheets
from kittiwake.exchange.reading.unreadable import UnreadableFile
from kittiwake.exchange.tests.police_lists import piles
from kittiwake.history.refusal import Refused
from kittiwake.practice.duties.models import Done
from kittiwake.practice.missing.models import Episode, Grade, Report
from kittiwake.primitives.clocks.models import Clock
from kittiwake.record.models import (
    Address,
    Allocation,
    Child,
    Entry,
    Identifier,
    Membership,
    Placement,
    Team,
    Track,
    Worker,
)
from tests.cast import NOW, Cast

MOMENTS = ["", "19/11/2026 18:00", "19/11/2026 24:00", "20/11/2026", "21/11/2026 07:00", "01/01/2031 10:00",
           "0001-01-01T00:00:00+05:00", "2026-11-19T23:30:00Z", "soon", "unknown"]  # fmt: skip
ROWS = some.fixed_dictionaries(
    {
        "Person id": some.sampled_from(["", "", "N501", "N502"]),
        "Reference": some.sampled_from(["MP/1/26", "MP/2/26", "mp/1/26 ", "MP/3/26", ""]),
        "Forename": some.sampled_from(["Ivy", "IVY", "May", "Ash", "", "Ivy " * 60]),
        "Surname": some.sampled_from(["Wren", "WRENN", "Alder", "Finch-Wren", "", "O’Wren"]),
        "DOB": some.sampled_from(["17/05/2012", "17/05/2011", "02/04/2011", "01/01/1900", "01/01/2099", "31/02/2012", ""]),
        "Last seen": some.sampled_from(MOMENTS),
        "Reported missing": some.sampled_from(MOMENTS),
        "Found": some.sampled_from(MOMENTS),
        "Returned": some.sampled_from(MOMENTS),
        "Risk": some.sampled_from(["", "High", "low", "purple"]),
        "How found": some.sampled_from(["", "Police", "By bus " * 60]),
        "Reported by": some.sampled_from(["", "Mother"]),
    }
)  # fmt: skip


def standing() -> dict[str, object]:
    return {
        "episodes": list(Episode.objects.order_by("pk").values()),
        "children": list(Child.objects.order_by("pk").values()),
        **{
            model.__name__: model.objects.count()
            for model in (
                Entry,
                Grade,
                Report,
                Clock,
                Identifier,
                Grant,
                Track,
                Placement,
                Allocation,
                Done,
                Team,
                Worker,
                Membership,
                Address,
                CensusWorker,
            )
        },
    }


def taken_in(cast: Cast, key: str, source: Source, hours: int) -> Import:
    at = NOW + timedelta(hours=hours)
    batch = recording.preview(key, [source], by=cast.user("analyst"), at=at)
    with suppress(Refused):  # a census of which one row cannot be recorded
        recording.commit(batch, by=cast.user("analyst"), at=at)
    return batch


class Undo(Exception):
    """To leave the database as it was, example by example."""


def as_if_never_done(twice: Callable[..., None], *arguments: Any) -> None:
    with suppress(Undo, UnreadableFile), transaction.atomic():
        twice(*arguments)
        raise Undo


# An example takes most of a second: what fails is shown as it was drawn.
tried = settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@tried
@given(rows=some.lists(ROWS, min_size=1, max_size=5), answer=some.sampled_from(["skip", "new_child"]))
def test_the_same_police_list_a_second_time_changes_nothing(
    cast: Cast, rows: list[dict[str, str]], answer: str
) -> None:
    as_if_never_done(_twice, cast, "police-missing", a_list(*rows), answer)


DAYS = some.sampled_from(["", date(2026, 3, 2), date(2026, 5, 6), date(2025, 1, 1), date(2099, 1, 1), "soon"])
IDS = some.sampled_from(["K501", "K502", "k501 ", "", "Total"])
BIRTHS = some.sampled_from([date(2012, 5, 17), date(2011, 5, 17), date(2010, 1, 5), date(1900, 1, 1), ""])
WHO = (
    IDS,
    some.sampled_from(["F", "M", "", "h) Male"]),
    some.sampled_from(["WBRI", "", "MWBC"]),
    BIRTHS,
    some.just(14),
)
WHOSE = (
    some.sampled_from(["North", "Harbour", "", "North " * 25]),
    some.sampled_from(["", "A Worker", "Worker " * 40]),
)
STATUS = some.sampled_from(["Child in need", "Closed", "Assessment", ""])
YES = some.sampled_from(["Y", "N", "", "perhaps"])
WORKBOOKS = some.fixed_dictionaries(
    {
        "List 6": some.lists(some.tuples(*WHO, DAYS, some.just("N1"), DAYS, DAYS, some.just(""), STATUS, *WHOSE), max_size=3),
        "List 7": some.lists(some.tuples(*WHO, DAYS, some.just("NEG"), some.sampled_from(["NEG", "EMO"]), DAYS, some.just("Yes"), DAYS, DAYS, some.just(0), *WHOSE), max_size=2),
        "List 8": some.lists(some.tuples(*WHO, YES, some.just("N1"), DAYS, some.sampled_from(["C2", "V2", ""]), DAYS, DAYS, DAYS, DAYS, some.just("U6"), some.just("PR1"), some.sampled_from(["ZZ99 3VZ", ""]), *WHOSE), max_size=3),
    }
)  # fmt: skip
HEADED = {"List 6": IN_NEED, "List 7": PLANS, "List 8": IN_CARE}


def k501(sex: str, *rest: Any) -> tuple[Any, ...]:
    return ("K501", sex, "WBRI", date(2012, 5, 17), 14, *rest, "North", "")


# A list that waits for a person says another sex and another end than the one that was taken; a visit that has yet to come.
TWO_ACCOUNTS = {
    "List 6": [k501("M", date(2026, 5, 6), "N1", date(2099, 1, 1), "", "", "Assessment")],
    "List 7": [k501("F", date(2026, 5, 6), "NEG", "EMO", "", "Yes", "", date(2026, 3, 2), 0)],
    "List 8": [],
}


@tried
@example(lists=TWO_ACCOUNTS, answer="take")
@given(lists=WORKBOOKS, answer=some.sampled_from(["skip", "take"]))
def test_the_same_workbook_a_second_time_changes_nothing(
    cast: Cast, lists: dict[str, list[tuple[Any, ...]]], answer: str
) -> None:
    data = workbook_of_sheets({name: [HEADED[name], *rows] for name, rows in lists.items()})
    as_if_never_done(_twice, cast, "annex-a", open_source(data, "lists.xlsx"), answer)


CENSUS = (Path(__file__).parent / "files" / "workforce_census_made_up.xml").read_text()
PERSON = """<CSWWWorker><AgencyWorker>{}</AgencyWorker><SWENo>{}</SWENo><FTE>{}</FTE><OrgRole>5</OrgRole>
<RoleStartDate>{}</RoleStartDate><Cases30>{}</Cases30></CSWWWorker>"""
PERSONS = some.builds(
    PERSON.format,
    some.sampled_from(["0", "1", "x"]),
    some.sampled_from(["AA0000000011", "AA0000000012", "SW11", ""]),
    some.sampled_from(["1", "0.5", "99999999", "", "half"]),
    some.sampled_from(["2024-04-01", "0001-01-01", "2099-01-01", ""]),
    some.sampled_from(["12", "-3", "99999999999", ""]),
)


@tried
@given(persons=some.lists(PERSONS, max_size=3))
def test_the_same_census_a_second_time_changes_nothing(cast: Cast, persons: list[str]) -> None:
    text = CENSUS.replace("</Message>", "".join(persons) + "</Message>")
    source = open_source(text.encode(), "census.xml", is_xml=True)
    as_if_never_done(_twice, cast, "workforce-census", source, "skip")


def _twice(cast: Cast, key: str, source: Source, answer: str) -> None:
    untouched = standing()
    first = taken_in(cast, key, source, 0)
    before, is_recorded = standing(), first.recorded_at is not None
    again = taken_in(cast, key, source, 1)
    if is_recorded:
        assert "new" not in piles(again)
        assert "changed" not in piles(again)
    assert standing() == before
    _answer(cast, again, answer)
    before, asked = standing(), _waiting(again)
    third = taken_in(cast, key, source, 2)
    assert standing() == before
    assert _waiting(third) <= asked  # who was asked and answered is asked no more
    if not is_recorded:
        assert before == untouched
        return
    recording.undo(third, by=cast.user("analyst"), at=NOW + timedelta(hours=3))
    recording.undo(again, by=cast.user("analyst"), at=NOW + timedelta(hours=4))
    recording.undo(first, by=cast.user("analyst"), at=NOW + timedelta(hours=5))
    assert not Episode.objects.standing().filter(entry__by=cast.user("analyst")).exists()
    assert not Child.objects.filter(withdrawn_at=None, recorded_by=cast.user("analyst")).exists()


def _answer(cast: Cast, batch: Import, answer: str) -> None:
    for row in batch.rows.filter(verdict=ImportRow.NEEDS_PERSON):
        is_new = answer == "new_child" and not row.child_id and "differs" not in row.facts
        decision = answer if is_new or answer == "take" else "skip"
        recording.decide(row, decision=decision, child=None, by=cast.user("analyst"), at=NOW)
    if batch.recorded_at:
        recording.commit(batch, by=cast.user("analyst"), at=NOW + timedelta(hours=1))


def _waiting(batch: Import) -> set[tuple[int, int | None]]:
    waiting = batch.rows.filter(verdict=ImportRow.NEEDS_PERSON, decided="")
    return {(row.line, row.facts.get("list")) for row in waiting}
