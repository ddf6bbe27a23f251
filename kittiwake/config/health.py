"""Two addresses for whatever watches over the service: whether this process lives, and whether it can do its work.

They stand before the door, so that a full house is not taken for a dead one, and say one word: strangers learn nothing.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, MutableMapping
from typing import Any

import psycopg

from kittiwake.config.admission import Application, Receive, Send

ALIVE, READY = "/health/alive", "/health/ready"
WITHIN = 2  # seconds the database has to answer
KEPT = 1.0  # seconds an answer stands, however many ask
ASKED = "SELECT to_regclass('public.record_child') IS NOT NULL AND NOT pg_is_in_recovery()"


class Health:
    """Around an application. `works` is asked in a thread of its own, by one at a time."""

    def __init__(self, application: Application, works: Callable[[], bool]) -> None:
        self.application, self.works = application, works
        self.answer, self.until = False, 0.0
        self.asking: asyncio.Lock | None = None  # made in the loop that it belongs to

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] not in (ALIVE, READY):
            await self.application(scope, receive, send)
            return
        is_well = scope["path"] == ALIVE or await self._is_ready()
        await _say(send, is_well)

    async def _is_ready(self) -> bool:
        self.asking = self.asking or asyncio.Lock()
        async with self.asking:
            if time.monotonic() >= self.until:
                self.answer = await asyncio.to_thread(self.works)
                self.until = time.monotonic() + KEPT
        return self.answer


def database_works() -> bool:
    """It answers in time, has its tables, and can be written to. By a connection of its own: none that a page waits for."""
    options = f"-c statement_timeout={WITHIN * 1000}"
    try:
        with psycopg.connect(os.environ["DATABASE_URL"], connect_timeout=WITHIN, options=options) as database:
            return database.execute(ASKED).fetchone() == (True,)
    except (psycopg.Error, KeyError):
        return False


async def _say(send: Send, is_well: bool) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 200 if is_well else 503, "headers": headers})
    await send({"type": "http.response.body", "body": b"well\n" if is_well else b"not well\n"})
