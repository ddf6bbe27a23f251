"""Many people at work at once: what they wait for, and what the web server weighs meanwhile.

    python -m benchmarks.people 200            # ten minutes
    python -m benchmarks.people 400 --minutes 2

Starts the web server as `kittiwake serve` does, on a free port of this machine and the made-up council in KITTIWAKE_HOME, and stops it.
Each person thinks for five seconds (drawn), then opens a list (60 %), a child's page (25 %), saves a form (10 %) or opens a dashboard
(5 %). Prints one line of JSON for each kind, and one for the server's memory. The saves stay in that council: use one made for this.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import subprocess
import sys
import time
from collections import defaultdict
from dataclasses import dataclass
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


@dataclass
class Somebody:
    """One person, signed in, and the children they may open."""

    session: str
    children: list[int]
    to_report: list[int]


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("people", type=int)
    asked.add_argument("--minutes", type=float, default=10)
    options = asked.parse_args()
    start()
    everybody = signed_in(options.people)
    from kittiwake.cli.serving import web
    from kittiwake.cli.supervising import kept_running
    from tests.journeys.conftest import free_port

    port = free_port()
    with kept_running([web("127.0.0.1", port)]) as (server,):
        asyncio.run(until_it_answers(port))
        asyncio.run(a_day(port, everybody, options.minutes * 60, server))


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


async def a_day(port: int, everybody: list[Somebody], seconds: float, server: Any) -> None:
    until = time.monotonic() + seconds
    waited: dict[str, list[float]] = defaultdict(list)
    statuses: dict[str, int] = defaultdict(int)
    weights: list[float] = []
    working = [asyncio.ensure_future(work(port, somebody, until, waited, statuses)) for somebody in everybody]
    while time.monotonic() < until:
        weights.append(weight(server.process.pid))
        await asyncio.sleep(min(10, max(until - time.monotonic(), 0.1)))
    await asyncio.gather(*working)
    for kind, times in waited.items():
        cut = quantiles(times, n=100) if len(times) > 1 else times * 99
        told = {f"p{p}_ms": round(cut[p - 1] * 1000) for p in (50, 95, 99)}
        print(json.dumps({"kind": kind, "n": len(times), **told}))
    print(
        json.dumps({"people": len(everybody), "answers": statuses, "memory_mb": [round(w) for w in weights]})
    )


async def work(
    port: int, somebody: Somebody, until: float, waited: dict[str, list[float]], statuses: dict[str, int]
) -> None:
    drawn = random.Random(somebody.session)
    while (pause := drawn.expovariate(1 / THINK)) + time.monotonic() < until:
        await asyncio.sleep(pause)
        (kind,) = drawn.choices(list(KINDS), list(KINDS.values()))
        began = time.monotonic()
        status = await (save if kind == "save" else read)(port, somebody, kind, drawn)
        if status:
            waited[kind].append(time.monotonic() - began)
            statuses[status] += 1


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
