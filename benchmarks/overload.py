"""What others feel while the server is held up: by slow senders, and by a flood. Beside the same server without its door.

    python -m benchmarks.overload

Starts each of the two on a free port of this machine, on the council in KITTIWAKE_HOME, and stops it again. Bounded: 200 slow
senders for ten seconds, 2,000 requests at once, one answer a quarter of a second beside them. One line of JSON each.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from statistics import median

from kittiwake.config import engine

PAGE = "/account/login/"
SLOW, FLOOD, SECONDS, PATIENCE = 200, 2000, 10, 20
SERVERS = {
    "behind the door": ("asgi", "kittiwake.config.asgi:application", ()),
    "without it": ("wsgi", "kittiwake.config.wsgi:application", ("--blocking-threads", "1")),
}


@contextmanager
def serving(interface: str, application: str, more: tuple[str, ...]) -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "granian", "--interface", interface, "--port", str(port), "--no-ws",
               "--workers", "2", "--backlog", "1024", "--log-level", "critical", *more, application]  # fmt: skip
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "kittiwake.config.settings"}
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        asyncio.run(until_it_answers(port))
        yield port
    finally:
        server.terminate()
        server.wait()


async def until_it_answers(port: int) -> None:
    for _ in range(100):
        if (await ask(port))[0] == "200":
            return
        await asyncio.sleep(0.2)
    raise SystemExit("The server did not answer within twenty seconds.")


async def ask(port: int) -> tuple[str, float]:
    """The status, or what went wrong; and the seconds it took."""
    began = time.monotonic()
    try:
        async with asyncio.timeout(PATIENCE):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(f"GET {PAGE} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
            head = await reader.read(12)
            await reader.read()
            writer.close()
        return head[9:12].decode() or "cut off", time.monotonic() - began
    except (OSError, TimeoutError) as problem:
        return type(problem).__name__, time.monotonic() - began


async def dawdle(port: int, until: float) -> None:
    """A form of which a byte a second arrives."""
    head = (
        f"POST {PAGE} HTTP/1.1\r\nHost: localhost\r\nCookie: csrftoken={'k' * 32}\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 99999\r\n\r\n"
    )
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(head.encode())
        while time.monotonic() < until:
            writer.write(b"a")
            await writer.drain()
            await asyncio.sleep(1)
        writer.close()
    except OSError:
        return


async def beside_slow_senders(port: int) -> dict[str, object]:
    until = time.monotonic() + SECONDS
    slow = [asyncio.ensure_future(dawdle(port, until)) for _ in range(SLOW)]
    await asyncio.sleep(1)
    answers = []
    while time.monotonic() < until:
        answers.append(await ask(port))
        await asyncio.sleep(0.25)
    await asyncio.gather(*slow)
    return summary(answers)


async def in_a_flood(port: int) -> dict[str, object]:
    answers = await asyncio.gather(*(ask(port) for _ in range(FLOOD)))
    began = time.monotonic()
    while (await ask(port))[0] != "200" and time.monotonic() - began < PATIENCE:
        await asyncio.sleep(0.05)
    return {**summary(answers), "well_again_s": round(time.monotonic() - began, 3)}


def summary(answers: list[tuple[str, float]]) -> dict[str, object]:
    by_status = Counter(status for status, _ in answers)
    told = {
        status: {"n": n, "median_s": round(median(t for s, t in answers if s == status), 3),
                 "longest_s": round(max(t for s, t in answers if s == status), 3)}
        for status, n in by_status.items()
    }  # fmt: skip
    return {"answers": told}


def main() -> None:
    engine.ensure()
    for name, server in SERVERS.items():
        with serving(*server) as port:
            for load, measure in (("slow senders", beside_slow_senders), ("flood", in_a_flood)):
                print(json.dumps({"server": name, "load": load, **asyncio.run(measure(port))}), flush=True)


if __name__ == "__main__":
    main()
