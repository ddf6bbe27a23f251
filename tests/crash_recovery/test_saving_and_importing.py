"""Killed at any moment while saving or importing: what was accepted is there, nothing half-written is, and doing it
again completes it. A hundred and twenty times, at moments drawn anew in each run; the seed is printed.
"""

from __future__ import annotations

import csv
import http.client
import json
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from string import ascii_uppercase
from typing import Any

import pytest

from conftest import ROOT
from kittiwake.time.moments import LONDON
from tests.crash_recovery import processes
from tests.crash_recovery.conftest import ROUNDS, Council
from tests.crash_recovery.forms import answer, send, steps
from tests.crash_recovery.kill import Blows, Rows, added, strike
from tests.journeys.conftest import free_port, until_it_answers

# Some blows fall after the answer: the moments are drawn from a little more than the work takes.
BEYOND = 1.25


class Web:
    """A worker at the council's web server, and the server itself, which is killed under them."""

    def __init__(self, council: Council) -> None:
        self.council, self.server = council, None

    @contextmanager
    def serving(self) -> Iterator[None]:
        self.port = free_port()
        self.server = self.council.forking.start(processes.serve, self.port)
        until_it_answers(self.port)
        try:
            yield
        finally:
            strike(self.server, self.council.database, Blows(0))

    def send(self, path: str, form: dict[str, str]) -> http.client.HTTPConnection:
        return send(self.port, self.council.session, path, form)


def test_killed_while_saving_a_form(council: Council, blows: Blows) -> None:
    """Of each pair of rounds one is struck while a child is reported missing, the other while their return is recorded."""
    web, database, drawn = Web(council), council.database, random.Random(blows.seed)
    warm_up, measured, *children = council.children
    undisturbed(web, warm_up)
    usual, whole = undisturbed(web, measured)
    assert whole[0]["missing_episode"] == whole[0]["record_entry"] == whole[0]["missing_report"] == 1
    assert whole[1]["clocks_clock"] == 2
    assert whole[1]["history_event"] > 1

    for number, child in enumerate(children):
        kind = number % 2
        with web.serving():
            episode = answer(web.send(*steps(child, "")[0])) if kind else ""
            path, form = steps(child, episode)[kind]
            before = database.rows()
            sent = web.send(path, form)
            time.sleep(drawn.uniform(0, BEYOND * usual[kind]))
            strike(web.server, database, blows)
            accepted = answer(sent)
        left = added(before, database.settled())
        assert left == whole[kind] if accepted else left in (Counter(), whole[kind]), (number, str(blows))
        blows.came_out["accepted" if accepted else "recorded" if left else "nothing"] += 1
        with web.serving():
            assert answer(web.send(path, form))
        assert added(before, database.settled()) == whole[kind], (number, str(blows))

    blows.struck_all_along()


def undisturbed(web: Web, child: int) -> tuple[list[float], list[Rows]]:
    """How long each form usually takes a server that has just started, and all that it writes."""
    usual, whole, episode = [], [], ""
    for kind in (0, 1):
        with web.serving():
            before, began = web.council.database.settled(), time.monotonic()
            episode = answer(web.send(*steps(child, episode)[kind]))
            usual.append(time.monotonic() - began)
        whole.append(added(before, web.council.database.settled()))
    return usual, whole


HEADINGS = ["Force Ref", "Surname", "Forename(s)", "DOB", "Missing Date", "Missing Time", "Reported Date", "Reported Time",
            "Current Risk", "Found Date", "Found Time"]  # fmt: skip
ROWS = 10


class Lists:
    """Police lists, each with ten children nobody has heard of."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.made = folder, 0

    def another(self) -> Path:
        self.made += 1
        path = self.folder / f"list-{self.made}.csv"
        with path.open("w", newline="") as file:
            csv.writer(file).writerows([HEADINGS, *(self._row(n) for n in range(ROWS))])
        return path

    def _row(self, number: int) -> list[str]:
        """Names and birth dates unlike each other, so that nobody is taken for anybody."""
        serial = self.made * ROWS + number
        drawn = random.Random(serial)
        surname, forename = ("".join(drawn.choices(ascii_uppercase, k=9)) for _ in range(2))
        born = date(2009, 1, 1) + timedelta(days=drawn.randrange(3000))
        missing, back = (datetime.now(LONDON) - timedelta(days=days) for days in (9, 8))
        start = [f"{missing:%d/%m/%Y}", "18:00", f"{missing:%d/%m/%Y}", "19:00"]
        return [
            f"MP/{serial}/26",
            surname,
            forename,
            f"{born:%d/%m/%Y}",
            *start,
            "HIGH",
            f"{back:%d/%m/%Y}",
            "06:10",
        ]


def on_the_record(rows: Rows) -> Rows:
    """Without what tells of the imports themselves: a second try leaves a trace of the first."""
    return Counter({name: n for name, n in rows.items() if not name.startswith(("exchange_", "history_"))})


class Importing:
    """Undisturbed imports, and what they leave: an interrupted one leaves nothing, the preview, or the whole."""

    def __init__(self, council: Council, folder: Path) -> None:
        self.council, self.database = council, council.database
        self.lists, self.said = Lists(folder), folder / "answer.json"
        self.take_in(self.lists.another())  # from now on the columns are remembered
        self.states = {"nothing": Rows(), "previewed": self.leaves("--preview"), "recorded": self.leaves()}

    def take_in(self, path: Path, *options: str) -> None:
        process = self.start(path, *options)
        process.join()
        assert process.exitcode == 0, self.said.read_text()

    def start(self, path: Path, *options: str) -> Any:
        self.said.write_text("")
        return self.council.forking.start(processes.take_in, path, self.said, *options)

    def leaves(self, *options: str) -> Rows:
        before, began = self.database.settled(), time.monotonic()
        self.take_in(self.lists.another(), *options)
        self.usual = time.monotonic() - began
        return added(before, self.database.settled())

    def state(self, left: Rows, *, accepted: bool) -> str:
        came_to = next((state for state, rows in self.states.items() if left == rows), "")
        assert came_to == "recorded" if accepted else came_to, left
        return "accepted" if accepted else came_to


@pytest.fixture(scope="module")
def importing(council: Council, tmp_path_factory: pytest.TempPathFactory) -> Importing:
    return Importing(council, tmp_path_factory.mktemp("lists"))


def test_killed_while_importing(importing: Importing, blows: Blows) -> None:
    database, drawn = importing.database, random.Random(blows.seed)
    whole = importing.states["recorded"]
    assert whole["missing_episode"] == whole["record_child"] == ROWS
    assert whole["clocks_clock"] >= 2 * ROWS

    for number in range(ROUNDS):
        path, before = importing.lists.another(), database.settled()
        process = importing.start(path)
        time.sleep(drawn.uniform(0, BEYOND * importing.usual))
        strike(process, database, blows)
        accepted = process.exitcode == 0
        assert not accepted or json.loads(importing.said.read_text())["new"] == ROWS
        blows.came_out[importing.state(added(before, database.settled()), accepted=accepted)] += 1
        importing.take_in(path)
        after = added(before, database.settled())
        assert on_the_record(after) == on_the_record(whole), (number, str(blows))

    blows.struck_all_along()


def test_the_command_itself_is_killed(council: Council, importing: Importing, blows: Blows) -> None:
    """As a person types it, from the interpreter's start on."""
    database, drawn = council.database, random.Random(blows.seed)

    def start(path: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "kittiwake.cli", "import", "police-missing", str(path)]
        return subprocess.Popen(command, env=council.environment, cwd=ROOT, stdout=subprocess.DEVNULL)

    began = time.monotonic()
    assert start(importing.lists.another()).wait() == 0
    usual = time.monotonic() - began
    for _ in range(4):
        path, before = importing.lists.another(), database.settled()
        process = start(path)
        time.sleep(drawn.uniform(0.4, BEYOND) * usual)
        process.kill()
        accepted = process.wait() == 0
        blows.came_out[importing.state(added(before, database.settled()), accepted=accepted)] += 1
        assert start(path).wait() == 0
        after = added(before, database.settled())
        assert on_the_record(after) == on_the_record(importing.states["recorded"]), str(blows)
