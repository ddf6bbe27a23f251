"""B2: many people at work at once: what they wait for, and what the web server weighs meanwhile.

    python -m benchmarks.people 200               # ten minutes
    python -m benchmarks.people 400 --minutes 2
    python -m benchmarks.people 200 --slow 2      # while two more open a page again and again that takes eight seconds

Starts the web server as `kittiwake serve` does, on a free port of this machine and the made-up council in KITTIWAKE_HOME, and stops it.
Each person thinks for five seconds (drawn), then opens a list (60 %), a child's page (25 %), saves a form (10 %) or opens a dashboard
(5 %). First, for a minute, the same people open nothing but a list as a good Django developer writes it: what the machine does at most.
Prints one line of JSON for all, one for each kind, one for the peer. The saves stay in that council: use one made for this.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from statistics import quantiles
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

from benchmarks.overload import until_it_answers
from benchmarks.starting import start

THINK = 5.0  # seconds, on average
KINDS = {"list": 60, "record": 25, "save": 10, "dashboard": 5}
LISTS = ("/", "/children/{child}/chronology/")
DASHBOARDS = ("/board/", "/measures/")
CSRF = "k" * 32
PATIENCE = 30  # seconds
PEER = "/benchmarks/chronology/{child}/"
PEER_SECONDS = 60
SLOW = "/benchmarks/slow/8/"
TARGETS = {200: {95: 100, 99: 250}, 400: {95: 300}}  # people: {percentile: milliseconds}
WELL = {"200", "302"}
WARM = 120  # seconds, after which its memory is to stay as it is
GROWN = 1.05
EVERY = 10  # seconds between two looks at it


@dataclass
class Somebody:
    """One person, signed in, and the children they may open."""

    session: str
    children: list[int]
    to_report: list[int]


Click = Callable[[int, Somebody, random.Random], Awaitable[tuple[str, str]]]


@dataclass
class Day:
    """What came of it."""

    waited: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    answers: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    megabytes: list[float] = field(default_factory=list)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("people", type=int)
    asked.add_argument("--minutes", type=float, default=10)
    asked.add_argument("--slow", type=int, default=0)
    options = asked.parse_args()
    start()
    everybody = signed_in(options.people)
    from kittiwake.cli.serving import web
    from kittiwake.cli.supervising import kept_running
    from tests.journeys.conftest import free_port

    port = free_port()
    service = web("127.0.0.1", port)
    service.command[-1] = "benchmarks.site.serving:application"
    with kept_running([service]) as (server,):
        asyncio.run(until_it_answers(port))
        peer = asyncio.run(a_day(port, everybody, PEER_SECONDS, server, only_list))
        day = asyncio.run(a_day(port, everybody, options.minutes * 60, server, a_click, options.slow))
    told(f"B2 {options.people} people", day, options.people)
    for kind, times in day.waited.items():
        print(json.dumps({"name": f"B2 {options.people} people: {kind}", "n": len(times), **cuts(times)}))
    only = {"name": f"B2 {options.people} people: an idiomatic list alone", "answers": peer.answers}
    print(json.dumps({**only, **cuts(peer.waited["list"])}))


def told(name: str, day: Day, people: int) -> None:
    everything = [took for kind, times in day.waited.items() if kind != "slow" for took in times]
    errors = sum(n for status, n in day.answers.items() if status[:3] not in WELL and "slow" not in status)
    took, flat = cuts(everything), is_flat(day.megabytes)
    in_time = all(took[f"p{part}_ms"] <= most for part, most in TARGETS.get(people, {}).items())
    line = {
        "name": name,
        "n": len(everything),
        **took,
        "target_ms": TARGETS.get(people),
        "answers": day.answers,
    }
    more = {"memory_mb": [round(weight) for weight in day.megabytes], "memory_flat": flat}
    verdict = "met" if in_time and not errors and flat is not False else "missed"
    print(json.dumps({**line, **more, "verdict": verdict, "load": round(os.getloadavg()[0], 1)}), flush=True)


def cuts(times: list[float]) -> dict[str, int]:
    cut = quantiles(times, n=100) if len(times) > 1 else times * 99
    return {f"p{part}_ms": round(cut[part - 1] * 1000) for part in (50, 90, 95, 99)} if cut else {}


def is_flat(megabytes: list[float]) -> bool | None:
    """None where it did not last long enough to say."""
    warm = megabytes[WARM // EVERY :]
    return max(warm[-6:]) <= GROWN * warm[0] if len(warm) > 6 else None


def signed_in(count: int) -> list[Somebody]:
    """The council's workers and managers, over and over; each child is reported missing by one of them at most."""
    from django.conf import settings
    from django.test import Client

    from kittiwake.access.identity import acting_as, acting_as_system
    from kittiwake.access.viewer import Viewer
    from kittiwake.accounts.models import User
    from kittiwake.accounts.roles import Role

    with acting_as_system():
        users = list(
            User.objects.filter(role__in=[Role.SOCIAL_WORKER, Role.TEAM_MANAGER], is_active=True).order_by(
                "pk"
            )
        )
    taken: set[int] = set()
    people = []
    for number in range(count):
        user = users[number % len(users)]
        with acting_as(user):
            children = list(Viewer(user).children.order_by("pk").values_list("pk", flat=True)[:50])
        client = Client()
        client.force_login(user)
        mine = [child for child in children if child not in taken][: 1 + len(children) // 5]
        taken.update(mine)
        if children:
            people.append(Somebody(client.cookies[settings.SESSION_COOKIE_NAME].value, children, mine))
    return people


async def a_day(
    port: int, everybody: list[Somebody], seconds: float, server: Any, click: Click, slow: int = 0
) -> Day:
    day, until = Day(), time.monotonic() + seconds
    working = [asyncio.ensure_future(work(port, somebody, until, day, click)) for somebody in everybody]
    working += [asyncio.ensure_future(wait(port, somebody, until, day)) for somebody in everybody[:slow]]
    while time.monotonic() < until:
        day.megabytes.append(weight(server.process.pid))
        await asyncio.sleep(min(EVERY, max(until - time.monotonic(), 0.1)))
    await asyncio.gather(*working)
    return day


async def work(port: int, somebody: Somebody, until: float, day: Day, click: Click) -> None:
    drawn = random.Random(somebody.session)
    while (pause := drawn.expovariate(1 / THINK)) + time.monotonic() < until:
        await asyncio.sleep(pause)
        began = time.monotonic()
        kind, status = await click(port, somebody, drawn)
        if status:
            day.waited[kind].append(time.monotonic() - began)
            day.answers[status] += 1


async def wait(port: int, somebody: Somebody, until: float, day: Day) -> None:
    """Open the slow page, again and again."""
    while time.monotonic() < until:
        began = time.monotonic()
        status, _ = await ask(port, somebody, "GET", SLOW)
        day.waited["slow"].append(time.monotonic() - began)
        day.answers[f"{status} of the slow page"] += 1


async def only_list(port: int, somebody: Somebody, drawn: random.Random) -> tuple[str, str]:
    return "list", (await ask(port, somebody, "GET", PEER.format(child=drawn.choice(somebody.children))))[0]


async def a_click(port: int, somebody: Somebody, drawn: random.Random) -> tuple[str, str]:
    (kind,) = drawn.choices(list(KINDS), list(KINDS.values()))
    return kind, await (save if kind == "save" else read)(port, somebody, kind, drawn)


async def read(port: int, somebody: Somebody, kind: str, drawn: random.Random) -> str:
    choices = {"list": LISTS, "record": ("/children/{child}/",), "dashboard": DASHBOARDS}[kind]
    address = drawn.choice(choices).format(child=drawn.choice(somebody.children))
    return (await ask(port, somebody, "GET", address))[0]


async def save(port: int, somebody: Somebody, kind: str, drawn: random.Random) -> str:
    """A child is reported missing; nothing when this person has no child left to report."""
    if not somebody.to_report:
        return ""
    address = f"/children/{somebody.to_report.pop()}/missing/report/"
    return (await ask(port, somebody, "POST", address, form()))[0]


def form() -> str:
    from django.utils.timezone import localtime, now

    at = localtime(now() - timedelta(minutes=30))
    parts = {"day": at.day, "month": at.month, "year": at.year, "time": f"{at:%H:%M}"}
    facts = {f"reported_{part}": value for part, value in parts.items()}
    more = {
        "source": "police",
        "reporter": "Control room",
        "reference": uuid4().hex[:8],
        "kind": "M",
        "grade": "high",
    }
    return urlencode({**facts, **more, "once": str(uuid4()), "csrfmiddlewaretoken": CSRF})


async def ask(port: int, somebody: Somebody, method: str, address: str, body: str = "") -> tuple[str, bytes]:
    head = [
        f"{method} {address} HTTP/1.1", "Host: localhost", "Connection: close",
        f"Cookie: sessionid={somebody.session}; csrftoken={CSRF}",
        "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}",
    ]  # fmt: skip
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write("\r\n".join([*head, "", body]).encode())
            answer = await reader.read()
            writer.close()
        return answer[9:12].decode() or "cut off", answer
    except (OSError, TimeoutError) as problem:
        return type(problem).__name__, b""


def weight(pid: int) -> float:
    """The web server and its processes, in megabytes: what each has for itself, and its share of the rest."""
    found = subprocess.run(
        ["ps", "--ppid", str(pid), "-o", "pid="], capture_output=True, text=True, check=False
    )
    pids = [str(pid), *found.stdout.split()]
    return sum(_kilobytes(one) for one in pids) / 1024


def _kilobytes(pid: str) -> int:
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
    except OSError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
