"""The whole service, killed wherever it can be: its web processes, its worker, and the database, which falls and mends
itself with each of its processes that is killed, and is started again when it is killed whole. Eighty times, several at
once, at moments drawn anew in each run; with the saves of test_saving_and_importing.py that is over two hundred.

People keep saving all the while, and send again what was not answered. What was accepted is there, once and whole; what
was not is there whole or not at all; and the service is well again within seconds, however often.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import secrets
import shutil
import signal
import subprocess
import sys
import threading
import time
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import psycopg
import pytest

from conftest import ROOT
from kittiwake.config import engine
from tests.crash_recovery.forms import answer, reporting, returning, send
from tests.journeys.conftest import free_port, run

KILLS, PEOPLE, CHILDREN = 80, 2, 200
AT_ONCE = 5  # at most: what falls together has to come up together
WELL_AGAIN = 90  # seconds, on a machine with much else to do; what it took is printed
# What a blow strikes, by its weight. The processes of the web server die far more often than the whole of it.
STRUCK = {"web process": 5, "web server": 0.5, "worker": 2, "backend": 7, "database": 1}
# How much each child's absence has left in the tables that one save writes to. A whole one is as every other.
LEFT = """
    SELECT child.id, episode.returned_at IS NOT NULL,
           ARRAY[(SELECT count(*) FROM record_entry e WHERE e.child_id = child.id),
                 (SELECT count(*) FROM missing_episode e WHERE e.child_id = child.id),
                 (SELECT count(*) FROM missing_report r WHERE r.episode_id = episode.entry_id),
                 (SELECT count(*) FROM missing_grade g WHERE g.episode_id = episode.entry_id),
                 (SELECT count(*) FROM clocks_clock c WHERE c.entry_id = episode.entry_id),
                 (SELECT count(*) FROM history_event h WHERE h.child_id = child.id)]
      FROM record_child child JOIN missing_episode episode ON episode.child_id = child.id
"""


@dataclass
class Service:
    """`kittiwake serve` on a council and a database server of its own."""

    process: subprocess.Popen[bytes]
    port: int
    home: Path
    addresses: engine.Addresses
    children: list[int]
    session: str

    def pids(self, what: str) -> list[int]:
        ours = psutil.Process(self.process.pid).children()
        web = [child for child in ours if "granian" in " ".join(child.cmdline())]
        if what == "web server":
            return [process.pid for process in web]
        if what == "web process":
            return [child.pid for process in web for child in process.children()]
        if what == "worker":
            return [child.pid for child in ours if "worker" in child.cmdline()]
        postmaster = int((self.home / "postgres" / "postmaster.pid").read_text().split()[0])
        if what == "database":
            return [postmaster] if psutil.Process(postmaster).name() == "postgres" else []
        mine = [c for c in psutil.Process(postmaster).children() if "kittiwake_app" in " ".join(c.cmdline())]
        return [child.pid for child in mine]

    def is_well(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        with closing(connection), suppress(OSError, http.client.HTTPException):
            connection.request("GET", "/account/login/")
            return connection.getresponse().status == 200
        return False

    def left(self) -> dict[int, tuple[bool, list[int]]]:
        with psycopg.connect(self.addresses.owner) as owner:
            return {child: (back, counts) for child, back, counts in owner.execute(LEFT)}


@pytest.fixture(scope="module")
def service(empty_database: str) -> Iterator[Service]:
    home = ROOT / ".kittiwake" / f"crash_recovery-{os.getpid()}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a server without a desktop has no folder of its user's for sockets
        addresses = engine.start_embedded(home)
    fill(empty_database, addresses.owner)
    ours = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings",
        "KITTIWAKE_HOME": str(home),
        "KITTIWAKE_SECRET_KEY": secrets.token_urlsafe(64),
    }
    at = {"DATABASE_URL": addresses.application, "DATABASE_OWNER_URL": addresses.owner}
    made = json.loads(run({**ours, **at}, "-m", "tests.crash_recovery.world", str(CHILDREN)))
    # A process is killed, not the machine: what it has written is not lost, and the database mends itself sooner.
    with psycopg.connect(addresses.owner.replace(engine.OWNER_ROLE, "postgres"), autocommit=True) as powerful:
        powerful.execute("ALTER SYSTEM SET fsync = off")
    engine.stop_embedded(home)  # from here on it is the service's, to start and to start again
    alone = {name: value for name, value in ours.items() if name not in at}
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "serve", "--port", str(port)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env=alone, cwd=ROOT, **quiet)
    service = Service(process, port, home, addresses, **made)
    try:
        until_well(service)
        yield service
    finally:
        process.terminate()
        process.wait()
        shutil.rmtree(home)


def fill(template: str, owner: str) -> None:
    """The same empty council, copied into another database server."""
    source = engine.environment_of(engine.of_database(os.environ["DATABASE_OWNER_URL"], template))
    target = engine.environment_of(owner)
    dump, restore = (str(engine.programs() / name) for name in ("pg_dump", "psql"))
    with subprocess.Popen([dump], env={**os.environ, **source}, stdout=subprocess.PIPE) as dumping:
        command = [restore, "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
        subprocess.run(command, env={**os.environ, **target}, stdin=dumping.stdout, check=True)


def until_well(service: Service) -> float:
    began = time.monotonic()
    while not service.is_well():
        assert time.monotonic() - began < WELL_AGAIN, "It was not well again in time."
        time.sleep(0.05)
    return time.monotonic() - began


@dataclass
class Person:
    """Somebody who reports children missing and back, one after the other, and sends again what was not answered."""

    service: Service
    children: list[int]
    accepted: dict[int, bool] = field(default_factory=dict)  # by child: False reported, True back as well
    tries: int = 0

    def work(self, until: threading.Event) -> None:
        for child in self.children:
            episode = self.save(f"/children/{child}/missing/report/", reporting(), until)
            if not episode:
                return
            self.accepted[child] = False
            if not self.save(f"{episode}return/", returning(), until):
                return
            self.accepted[child] = True

    def save(self, path: str, form: dict[str, str], until: threading.Event) -> str:
        """Where it led, once it was accepted; empty when the day is over."""
        while not until.is_set():
            self.tries += 1
            with suppress(OSError):
                if place := answer(send(self.service.port, self.service.session, path, form), also=503):
                    return place
            time.sleep(0.25)
        return ""


def test_nothing_is_lost_torn_or_doubled_whatever_is_killed(
    service: Service, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = int(os.environ.get("CRASH_SEED") or random.randrange(10**6))
    drawn, (control, *children) = random.Random(seed), service.children
    whole = undisturbed(service, control)

    people = [Person(service, children[number::PEOPLE]) for number in range(PEOPLE)]
    over, blows = threading.Event(), Counter[str]()
    at_work = [threading.Thread(target=person.work, args=(over,)) for person in people]
    for thread in at_work:
        thread.start()
    longest = 0.0
    while blows.total() < KILLS:
        longest = max(longest, strike(service, drawn, blows))
    over.set()
    for thread in at_work:
        thread.join()
    until_well(service)

    left, accepted = service.left(), {c: back for person in people for c, back in person.accepted.items()}
    torn = {child: is_left for child, is_left in left.items() if is_left[1] != whole[is_left[0]]}
    lost = {child for child, back in accepted.items() if child not in left or (back and not left[child][0])}
    assert not torn, f"seed {seed}"
    assert not lost, f"seed {seed}"
    saved = sum(1 + back for back in accepted.values())
    assert saved > PEOPLE * 20, "Too little was saved meanwhile to prove anything."
    with capsys.disabled():
        tries = sum(person.tries for person in people)
        sys.stdout.write(
            f"\nKilled: seed {seed}: {dict(blows)}; {saved} saves accepted of {tries} tries; well again within {longest:.1f} s\n"
        )


def strike(service: Service, drawn: random.Random, blows: Counter[str]) -> float:
    """Kill some of them at some moment; how long until somebody is answered again. What is gone already is no blow."""
    time.sleep(drawn.uniform(0, 1.2))
    for what in drawn.choices(list(STRUCK), list(STRUCK.values()), k=drawn.randint(1, AT_ONCE)):
        with suppress(psutil.NoSuchProcess, ProcessLookupError, FileNotFoundError, ValueError, IndexError):
            os.kill(drawn.choice(service.pids(what)), signal.SIGKILL)
            blows[what] += 1
    return until_well(service)


def undisturbed(service: Service, child: int) -> dict[bool, list[int]]:
    """What a whole save leaves: of a child who was reported, and of one who is back as well."""
    episode = answer(send(service.port, service.session, f"/children/{child}/missing/report/", reporting()))
    reported = service.left()[child][1]
    assert answer(send(service.port, service.session, f"{episode}return/", returning()))
    return {False: reported, True: service.left()[child][1]}
