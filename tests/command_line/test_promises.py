"""The command line as programs meet it: what is promised in docs/json.md, and what the exit codes mean."""

from __future__ import annotations

import csv
import json
import os
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
import pytest

from conftest import ROOT
from tests.command_line.conftest import Run, started

LONDON = ZoneInfo("Europe/London")
DATA = Path(os.environ.get("KITTIWAKE_TEST_DATA") or ROOT.parent / "shared" / "data")


def test_an_import_says_what_became_of_each_row(kittiwake: Run, police_list: Path) -> None:
    code, out = kittiwake("import", "police-missing", str(police_list), "--json")
    said = json.loads(out)
    assert code == 0
    assert (said["format"], said["rows"], said["new"]) == ("police-missing", 1, 1)
    assert set(said) == {
        "format", "files", "rows", "new", "changed", "unchanged", "needs_person", "rejected", "doubted", "verdicts", "import_id",
        "address",
    }  # fmt: skip
    assert said["verdicts"][0].keys() == {"file", "line", "verdict", "message", "doubts"}
    assert said["files"][0].keys() >= {"name", "sha256"}


def test_a_census_is_taken_in_whole_or_not_at_all(kittiwake: Run, tmp_path: Path) -> None:
    census = ROOT / "kittiwake" / "exchange" / "tests" / "files" / "workforce_census_made_up.xml"
    twice = tmp_path / "twice.xml"
    twice.write_text(census.read_text().replace("AA0000000003", "AA0000000001"))
    code, out = kittiwake("import", "workforce-census", str(twice), "--json")
    assert (code, json.loads(out).keys()) == (2, {"refused"})
    code, out = kittiwake("import", "workforce-census", str(census), "--json")
    assert (code, json.loads(out)["new"]) == (0, 7)


def test_the_clocks_carry_the_police_reference_and_an_offset(kittiwake: Run, police_list: Path) -> None:
    kittiwake("import", "police-missing", str(police_list), "--json")
    code, out = kittiwake("clocks", "--json")
    clock = next(row for row in json.loads(out) if row["key"] == "missing.return_interview")
    started, due = (datetime.fromisoformat(clock[name]) for name in ("started_at", "due_at"))
    assert code == 0
    assert set(clock) == {"key", "child", "reference", "started_at", "due_at", "stopped_at"}
    assert (clock["reference"], due - started) == ("MP/1/26", timedelta(hours=72))
    assert due.utcoffset() is not None


def test_the_board_is_a_list_of_broken_links(kittiwake: Run, police_list: Path) -> None:
    kittiwake("import", "police-missing", str(police_list), "--json")
    code, out = kittiwake("board", "--json")
    lines = json.loads(out)
    assert code == 0
    assert lines
    assert all(set(line) == {"kind", "child", "worker", "team", "since", "due_at"} for line in lines)


def test_a_refused_file_gets_one_sentence_and_exit_code_2(kittiwake: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "list.csv"
    wrong.write_bytes(b"%PDF-1.7 nonsense")
    code, out = kittiwake("import", "police-missing", str(wrong), "--json")
    assert (code, json.loads(out).keys()) == (2, {"refused"})


INIT = ("init", "--council", "Far Hedge Council", "--administrator", "Robin.Marsh@farhedge.example", "--json")


def test_a_council_begins_with_a_link_for_its_first_administrator(
    kittiwake: Run, owner: psycopg.Connection
) -> None:
    code, out = kittiwake(*INIT)
    begun = json.loads(out)
    assert (code, begun.keys()) == (0, {"council", "administrator", "link"})
    assert (begun["council"], begun["administrator"]) == ("Far Hedge Council", "robin.marsh@farhedge.example")
    assert begun["link"].startswith("http://127.0.0.1:8000/account/password/new/")  # as `serve` serves it
    assert owner.execute(ADMINISTRATORS).fetchall() == [("robin.marsh@farhedge.example", "Robin Marsh", True)]

    code, again = kittiwake(*INIT)
    assert (code, json.loads(again)["link"] != begun["link"]) == (0, True)

    owner.execute("UPDATE accounts_user SET last_login = now() WHERE role = 'administrator'")
    code, out = kittiwake(*INIT)
    assert (code, json.loads(out)["refused"][:26]) == (2, "This council is set up: so")


ADMINISTRATORS = "SELECT email, name, is_active FROM accounts_user WHERE role = 'administrator'"


REFUSED = [
    ("init",),
    ("init", "--council", "Far Hedge Council"),
    ("board", "--team", "Nowhere"),
    ("measures", "--from", "2026-05-01", "--to", "2026-01-01"),
    ("measures", "--from", "yesterday"),
    ("measures", "--by", "school"),
    ("measures", "--to", "2026-01-31", "--known", "2026-01-30"),
    ("measures", "--to", "2026-01-31", "--known", "2999-01-01"),
    ("measures", "--for-publishing", "--from", "2026-01-01", "--to", "2026-01-30"),
    ("measures", "--for-publishing", "--known", "2026-01-31"),
    ("import", "police-missing", "x" * 300 + ".csv"),
    ("import", "police-missing", b"\xff\xfe.csv"),
    ("import", "police-missing", "/"),
    ("import", "no-such-list", "list.csv"),
    ("undo-import", "999999"),
    ("no-such-command",),
]


@pytest.mark.parametrize("arguments", REFUSED, ids=lambda arguments: str(arguments)[:60])
def test_what_cannot_be_done_is_one_sentence_also_for_programs(kittiwake: Run, arguments: tuple) -> None:
    code, out = kittiwake(*arguments, "--json")
    (sentence,) = json.loads(out).values()
    assert (code, json.loads(out).keys()) == (2, {"refused"})
    assert "Traceback" not in sentence
    assert sentence.count("\n") == 0


def test_where_there_is_no_council_none_is_made(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    without = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE_")}
    for command in ("clocks", "board", "measures", "verify", "doctor"):
        done = started({**without, "KITTIWAKE_HOME": str(nowhere)}, command, "--json")
        assert (done.returncode, json.loads(done.stdout).keys()) == (2, {"refused"})
        assert b"There is no council in" in done.stderr
        assert b"Traceback" not in done.stderr
    assert not nowhere.exists()


def test_usage_names_the_tool(kittiwake: Run) -> None:
    assert kittiwake("--help")[1].startswith("Usage: kittiwake [OPTIONS]")


def test_a_table_in_a_file_cuts_nothing(kittiwake: Run, police_list: Path) -> None:
    kittiwake("import", "police-missing", str(police_list), "--json")
    whole = json.loads(kittiwake("clocks", "--json")[1])
    table = kittiwake("clocks")[1].splitlines()
    assert len(table) == len(whole) + 1
    for row in whole:
        assert any(row["key"] in line and row["due_at"] in line for line in table)


def test_a_guard_that_was_switched_off_is_noticed_and_put_back(
    kittiwake: Run, owner: psycopg.Connection
) -> None:
    def of_guards() -> str | None:
        return json.loads(kittiwake("doctor", "--json")[1])["every guard of the database is as it was made"]

    assert of_guards() is None
    for switched_off, names in (
        ("ALTER TABLE missing_episode DISABLE ROW LEVEL SECURITY", "missing_episode"),
        ("ALTER TABLE missing_episode DISABLE TRIGGER USER", "no_delete"),
        ("ALTER POLICY need_to_know ON missing_episode USING (true)", "not as it was made"),
        ("GRANT DELETE ON missing_episode TO kittiwake_app", "not as it was made"),
    ):
        owner.execute(switched_off)
        assert names in (of_guards() or ""), switched_off
        assert kittiwake("migrate")[0] == 0
        assert of_guards() is None, switched_off


def test_rows_that_need_a_person_give_exit_code_1(kittiwake: Run, tmp_path: Path) -> None:
    unnamed = tmp_path / "list.csv"
    unnamed.write_text("Force Ref,Surname,Forename(s),DOB,Missing Date,Missing Time\n,WREN,Ivy,17/05/2012,01/11/2026,18:00\n"
                       "MP/8/26,OAK,Fern,17/05/2011,01/11/2026,18:00\n")  # fmt: skip
    assert kittiwake("import", "police-missing", str(unnamed), "--json")[0] == 1


def test_the_log_of_reading_is_verified(kittiwake: Run) -> None:
    code, out = kittiwake("verify", "--json")
    assert (code, json.loads(out)["faults"]) == (0, [])


@pytest.mark.skipif(not DATA.exists(), reason="The files that others made are not beside this checkout.")
def test_real_layouts_load_and_the_interviews_are_due_when_they_should_be(kittiwake: Run) -> None:
    folder = DATA / "06_police_missing"
    kittiwake("import", "police-missing", str(folder / "missing_episodes.csv"), "--json")
    due = {clock["reference"]: clock["due_at"] for clock in json.loads(kittiwake("clocks", "--json")[1])
           if clock["key"] == "missing.return_interview"}  # fmt: skip
    expected = expected_due(folder / "missing_episodes.csv")
    agreeing = {reference for reference in due if due[reference] == expected.get(reference)}
    assert len(agreeing) > 600
    assert {reference for reference in due if reference in expected} == agreeing


def expected_due(path: Path) -> dict[str, str]:
    """72 hours after each child was traced, worked out by hand from the file; midnight stands for an unknown hour."""
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    due = {}
    for row in rows:
        traced = datetime.fromisoformat(row["when_traced"]).replace(tzinfo=LONDON)
        utc = traced.astimezone(ZoneInfo("UTC")) + timedelta(hours=72)
        due[row["reportid"]] = utc.astimezone(LONDON).isoformat()
    return due
