"""A statement is made once: its text is the same for every period, and what is read from the file is what was made."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from kittiwake.primitives.measures import catalogue, given, statements
from kittiwake.primitives.measures.given import Given, for_the_driver, written_out
from kittiwake.primitives.measures.tables import Tables

SOME = ("P01", "P36")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch, settings, tmp_path) -> None:
    some = {key: catalogue.measures()[key] for key in SOME}
    monkeypatch.setattr(statements.catalogue, "measures", lambda: some)
    settings.MEASURES = tmp_path
    statements._every.cache_clear()
    yield
    statements._every.cache_clear()


def test_what_is_read_is_what_was_made(few, monkeypatch: pytest.MonkeyPatch) -> None:
    made = statements._every()
    assert set(made) == {*SOME, *(f"by {key}" for key in catalogue.dimensions())}
    statements._every.cache_clear()
    monkeypatch.setattr(statements, "made", None)  # nothing is made again
    monkeypatch.setattr(statements, "made_by", None)
    assert statements._every() == made


def test_a_file_that_is_not_whole_is_made_anew(few, tmp_path) -> None:
    made = statements._every()
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes()[:500])
    statements._every.cache_clear()
    assert statements._every() == made


def test_many_make_them_at_once_and_each_has_them(few, monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    made = statements._every()
    monkeypatch.setattr(statements, "made", lambda measure: made[measure.key])
    monkeypatch.setattr(statements, "made_by", lambda dimension: made[f"by {dimension.key}"])
    with ThreadPoolExecutor(16) as many:
        assert list(many.map(lambda _: statements.keep(), range(200))) == [made] * 200
    (file,) = tmp_path.iterdir()
    assert statements._read(file.read_bytes()) == made


def test_the_period_is_no_part_of_the_text(few) -> None:
    statement = statements.of(statements.catalogue.measures()["P36"])
    values = statements.values(statement.given, date(2026, 11, 1), date(2026, 11, 30))
    assert date(2026, 11, 30) in values.values()
    assert "2026" not in statement.sql
    assert "CAST('2026-11-30' AS date)" in written_out(statement.sql, values)
    assert set(statement.given) == {
        name for name in values if f"%({name})s::date" in for_the_driver(statement.sql)
    }


def test_a_remainder_stays_one_for_the_driver() -> None:
    assert for_the_driver("SELECT a % 7, GIVEN_NUMBERS('of_it')") == "SELECT a %% 7, %(of_it)s::bigint[]"


def test_values_are_written_out_as_every_engine_reads_them() -> None:
    sql = "GIVEN_DAYS('on'), GIVEN_NUMBER('many')"
    written = written_out(sql, {"on": [date(2026, 1, 2)], "many": 3})
    assert written == "CAST(ARRAY['2026-01-02'] AS date[]), CAST(3 AS bigint)"


def test_only_what_can_be_found_again_by_its_name_is_given() -> None:
    with pytest.raises(ValueError, match="must be a function of a module"):
        Tables().day(lambda first, as_of: as_of)
    assert Given.by("day", given.days_before, (3,)).value(date(2026, 1, 1), date(2026, 1, 5)) == date(
        2026, 1, 2
    )
