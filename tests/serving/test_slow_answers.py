"""The real web server with pages that take long: they hold nobody else, are given up in the end, and leave nothing behind."""

from __future__ import annotations

import http.client
import json
import os
import signal
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import cycle
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from conftest import ROOT, copy_of
from kittiwake.cli.serving import web
from kittiwake.cli.supervising import kept_running
from kittiwake.config import engine
from tests.crash_recovery.forms import send
from tests.journeys.conftest import free_port, run, until_it_answers

PATIENCE = 120  # seconds
SLOW_ONES = (
    6  # more than are answered side by side in both processes, fewer than there is room for aside in one
)


@dataclass
class Answer:
    status: int
    text: str
    retry_after: str


@dataclass
class Service:
    port: int
    made: dict[str, Any]
    application: str
    owner: str

    def ask(self, path: str, person: str = "") -> Answer:
        headers = {"Cookie": f"sessionid={self.made['people'][person]['session']}"} if person else {}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as connection:
            connection.request("GET", path, headers=headers)
            response = connection.getresponse()
            text = response.read().decode()
        return Answer(response.status, text, response.headers.get("Retry-After", ""))

    def children(self) -> int:
        with psycopg.connect(self.owner) as owner:
            return int(owner.execute("SELECT count(*) FROM record_child").fetchall()[0][0])


@pytest.fixture(scope="module")
def service(empty_database: str) -> Iterator[Service]:
    with copy_of(empty_database, f"slow_answers_{os.getpid()}") as name:
        environment = {
            **os.environ,
            "DATABASE_URL": engine.of_database(os.environ["DATABASE_URL"], name),
            "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings",
            "PYTHONPATH": str(ROOT),
        }
        made = json.loads(run(environment, "-m", "tests.serving.slow_world"))
        port = free_port()
        kept = web("127.0.0.1", port)
        kept.command[-1] = "tests.serving.slow_site:application"
        kept.environment |= {name: environment[name] for name in ("DATABASE_URL", "PYTHONPATH")}
        with kept_running([kept]):
            until_it_answers(port)
            owner = engine.of_database(os.environ["DATABASE_OWNER_URL"], name)
            yield Service(port, made, environment["DATABASE_URL"], owner)


@contextmanager
def asking(service: Service, path: str, many: int, person: str = "") -> Iterator[list[Future[Answer]]]:
    """So many at once. They are over when the block is."""
    with ThreadPoolExecutor(many) as askers:
        yield [askers.submit(service.ask, path, person) for _ in range(many)]


def test_slow_answers_hold_nobody_else(service: Service) -> None:
    with asking(service, "/slow/12000/", SLOW_ONES, "worker") as slow:
        time.sleep(2)  # until each has its turn
        answers = [service.ask("/who/", "worker") for _ in range(10)]
        assert not any(asking.done() for asking in slow)
        assert {answer.status for answer in answers} == {200}
    assert {asking.result().status for asking in slow} == {200}


def test_a_connection_on_which_time_ran_out_is_nobodys(service: Service) -> None:
    """Handed on again and again from one person to the next, and to nobody, with requests given up in between."""
    wrong, came_after, given_up = [], Counter(), 0
    people = service.made["people"]
    turns = [
        turn for _, turn in zip(range(120), cycle(["worker", "late", "outsider", "nobody"]), strict=False)
    ]

    def take(turn: str) -> tuple[str, Answer]:
        if turn == "late":
            return turn, service.ask("/late/", "worker")
        return turn, service.ask("/who/", "" if turn == "nobody" else turn)

    with ThreadPoolExecutor(8) as askers:
        for turn, answer in askers.map(take, turns):
            if turn == "late":
                given_up += answer.status == 503 and "This took too long" in answer.text
                continue
            told = json.loads(answer.text)
            came_after[turn] += told.pop("had_given_up")
            expected = people.get(turn, {"is": "", "sees": 0})
            wanted = {
                "is": expected["is"],
                "known_as": expected["is"],
                "sees": expected["sees"],
                "may_take": "10s",
            }
            wrong += [(turn, told)] if told != wanted else []
    assert not wrong, wrong
    assert given_up == turns.count("late")
    assert all(came_after[turn] for turn in ("worker", "outsider", "nobody")), came_after


def test_what_cannot_have_its_turn_in_time_is_told_so(service: Service) -> None:
    """And no sooner is the flood over than everybody is answered again."""
    with asking(service, "/slow/400/", 300) as flood:
        answers = [asking.result() for asking in flood]
    turned_away = [answer for answer in answers if answer.status == 503]
    assert turned_away
    assert {answer.status for answer in answers} == {200, 503}
    assert all(answer.retry_after and "The service is busy" in answer.text for answer in turned_away)
    assert service.ask("/who/").status == 200


def test_a_process_killed_in_the_middle_loses_nothing_and_the_service_goes_on(service: Service) -> None:
    """What was being recorded is not there, nor half of it; the others are answered meanwhile; sent again, it is recorded once."""
    session, before = service.made["people"]["worker"]["session"], service.children()
    form = {"words": "Sam", "seconds": "3", "once": str(uuid4())}
    path = f"/letter/{service.made['child']}/"
    assert service.ask(path, "worker").status == 200
    with closing(send(service.port, session, path, form)) as connection:
        struck = until_it_writes(service)
        os.kill(struck, signal.SIGKILL)
        with pytest.raises((http.client.HTTPException, OSError)):
            connection.getresponse().read()
    assert asked_again(service).status == 200
    assert service.children() == before
    for _ in range(2):
        with closing(send(service.port, session, path, {**form, "seconds": "0"})) as connection:
            assert connection.getresponse().status == 302
    assert service.children() == before + 1


def asked_again(service: Service) -> Answer:
    """Within five seconds. What had reached the process as it was killed is cut off with it, as a browser then asks again."""
    until = time.monotonic() + 5
    while True:
        try:
            return service.ask("/who/", "worker")
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.05)


def until_it_writes(service: Service) -> int:
    """The process of the web server that is in the middle of the form, as the page has named its connection."""
    named = """SELECT application_name FROM pg_stat_activity
                WHERE datname = current_database() AND application_name LIKE 'in the middle: %'"""
    with psycopg.connect(service.application, autocommit=True) as beside:
        for _ in range(3000):
            if writing := beside.execute(named).fetchall():
                return int(writing[0][0].rpartition(" ")[2])
            time.sleep(0.01)
    raise AssertionError("The form was not begun within half a minute.")
