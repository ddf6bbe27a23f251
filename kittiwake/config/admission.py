"""The door of the web server: a request is let in when it is whole, somebody still waits for it, and there is room.

What is slow to arrive waits here and costs no thread. What nobody waits for any more is not worked off. An answer that
takes long steps aside, so that it holds up nobody behind it. Past what can be answered in a few seconds the rest is told
at once to come back, so that the service is well again as soon as the flood ends: a queue that only grows answers nobody.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable, MutableMapping
from tempfile import SpooledTemporaryFile
from typing import IO, Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[MutableMapping[str, Any], Receive, Send], Awaitable[None]]
Asked = asyncio.Future[Any]

# As Apache's mod_reqtimeout has it: a body begins within 20 seconds and then brings 500 bytes a second or more.
FIRST_BYTES_WITHIN = 20.0  # seconds
SLOWEST = 500  # bytes a second
IN_MEMORY = 1024 * 1024  # bytes of a body; what is longer goes to a file
MOST_BYTES = 300_000_000  # of a body; what comes beyond is counted and kept nowhere
PIECE = 64 * 1024

PATIENCE = 4.0  # seconds somebody may wait for their turn
LONG = 0.5  # seconds after which an answer steps aside
RETRY_AFTER = b"5"
TOO_SLOW, TOO_LARGE, FULL, NO_ROOM = 408, 413, 503, 507


class Gone(Exception):
    """Whoever asked has closed the connection."""


class Slow(Exception):
    """The body comes in too slowly to wait for."""


class TooLarge(Exception):
    """The body is longer than any form takes."""


class NoRoom(Exception):
    """The disk is full."""


class Full(Exception):
    """No turn would come in time."""


class Turns:
    """A few at once; the others wait, but only as many as will have their turn in time. Some more go on aside."""

    def __init__(self, at_once: int, aside: int = 0, patience: float = PATIENCE) -> None:
        self.at_once, self.room_aside, self.patience = at_once, aside, patience
        self.free = asyncio.Semaphore(at_once)
        self.waiting = 0
        self.usual = 0.05  # seconds an answer takes, as the last ones took

    def full(self) -> bool:
        return self.waiting * self.usual / self.at_once > self.patience

    async def take(self, asked: Asked) -> None:
        """Wait for a turn, as long as somebody waits for us. Raises Full or Gone."""
        if self.full():
            raise Full
        turn: asyncio.Future[Any] = asyncio.ensure_future(self.free.acquire())
        self.waiting += 1
        try:
            await asyncio.wait({turn, asked}, timeout=self.patience, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self.waiting -= 1
        if asked.done() or not turn.done():
            await self._let_go(turn)
            raise Gone if asked.done() else Full

    async def _let_go(self, turn: asyncio.Future[Any]) -> None:
        turn.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            if await turn:
                self.free.release()

    def give_back(self, took: float) -> None:
        self.usual = 0.9 * self.usual + 0.1 * took
        self.free.release()


class Turn:
    """Of one request. After a while it passes to whoever waits, where there is room for one more to go on aside."""

    def __init__(self, turns: Turns, long: float = LONG) -> None:
        self.turns, self.is_aside, self.began = turns, False, time.monotonic()
        self.stepping = asyncio.get_running_loop().call_later(long, self.step_aside)

    def step_aside(self) -> None:
        if self.turns.room_aside:
            self.turns.room_aside -= 1
            self.is_aside = True
            self._pass_on()

    def end(self) -> None:
        self.stepping.cancel()
        if self.is_aside:
            self.turns.room_aside += 1
        else:
            self._pass_on()

    def _pass_on(self) -> None:
        self.turns.give_back(time.monotonic() - self.began)


class Admission:
    """Around an application that answers `at_once` requests side by side, and as many beside them as there is room `aside`
    for those that take long. `busy` is the page for when it is full, `large` and `no_room` those for a body that is not taken."""

    def __init__(
        self,
        application: Application,
        *,
        at_once: int,
        busy: bytes,
        aside: int = 0,
        large: bytes = b"",
        no_room: bytes = b"",
    ) -> None:
        self.application, self.at_once, self.aside, self.busy = application, at_once, aside, busy
        self.large, self.no_room = large, no_room
        self.turns: Turns | None = None  # made in the loop that it belongs to

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.application(scope, receive, send)
        self.turns = self.turns or Turns(self.at_once, self.aside)
        with SpooledTemporaryFile(max_size=IN_MEMORY) as body, contextlib.suppress(Gone):
            try:
                length = await take_in(receive, body)
                await self.answer(scope, receive, send, replay(body, length))
            except Slow:
                await say(send, TOO_SLOW, b"")
            except TooLarge:
                await say(send, TOO_LARGE, self.large)
            except NoRoom:
                await say(send, NO_ROOM, self.no_room)
            except Full:
                await say(send, FULL, self.busy)

    async def answer(
        self, scope: MutableMapping[str, Any], receive: Receive, send: Send, body: Receive
    ) -> None:
        assert self.turns is not None
        # After a whole body the next thing to be heard is that the connection was closed.
        asked: Asked = asyncio.ensure_future(receive())
        try:
            await self.turns.take(asked)
            turn = Turn(self.turns)
            try:
                await self.application(scope, body, send)
            finally:
                turn.end()
        finally:
            asked.cancel()


async def take_in(receive: Receive, body: IO[bytes]) -> int:
    """The whole body into `body`; its length. Raises Slow or Gone, and at the end of what is not taken TooLarge or NoRoom:
    whoever still sends hears no answer before that."""
    refused: Exception | None = None
    began, length = time.monotonic(), 0
    while True:
        patience = FIRST_BYTES_WITHIN + length / SLOWEST - (time.monotonic() - began)
        try:
            message = await asyncio.wait_for(receive(), max(patience, 0.001))
        except TimeoutError as late:
            raise Slow from late
        if message["type"] == "http.disconnect":
            raise Gone
        piece = message.get("body", b"")
        length += len(piece)
        refused = refused or keep(body, piece, length)
        if not message.get("more_body", False):
            if refused:
                raise refused
            body.seek(0)
            return length


def keep(body: IO[bytes], piece: bytes, length: int) -> Exception | None:
    """Why it is not kept, if it is not; what was kept of it until then is let go."""
    try:
        if length <= MOST_BYTES:
            body.write(piece)
            return None
        refused: Exception = TooLarge()
    except OSError:
        refused = NoRoom()
    body.seek(0)
    body.truncate()
    return refused


def replay(body: IO[bytes], length: int) -> Receive:
    async def receive() -> Message:
        piece = body.read(PIECE)
        return {"type": "http.request", "body": piece, "more_body": body.tell() < length}

    return receive


async def say(send: Send, status: int, page: bytes) -> None:
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"cache-control", b"no-store")]
    if status == FULL:
        headers.append((b"retry-after", RETRY_AFTER))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": page})
