"""Who is let in: whole requests, somebody still waiting for them, and no more than can be answered in a few seconds."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Callable
from tempfile import SpooledTemporaryFile
from typing import Any

import pytest

from kittiwake.config import admission
from kittiwake.config.admission import FULL, NO_ROOM, TOO_LARGE, TOO_SLOW, Admission, Turns

BUSY = b"<h1>The service is busy</h1>"


class Pages:
    """An application that answers when it is told to, and counts what it was asked."""

    def __init__(self) -> None:
        self.may_answer, self.bodies = asyncio.Event(), []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body, more = b"", True
        while more:
            message = await receive()
            body, more = body + message["body"], message["more_body"]
        self.bodies.append(body)
        await self.may_answer.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"answer"})


class Browser:
    """One request: its pieces, each sent when we say so, and what came back."""

    def __init__(self, door: Admission) -> None:
        self.door, self.sent = door, asyncio.Queue()
        self.answer: list[dict[str, Any]] = []

    def sends(self, *pieces: bytes, whole: bool = True) -> Browser:
        for number, piece in enumerate(pieces, 1):
            more = number < len(pieces) or not whole
            self.sent.put_nowait({"type": "http.request", "body": piece, "more_body": more})
        return self

    def leaves(self) -> None:
        self.sent.put_nowait({"type": "http.disconnect"})

    def asks(self) -> asyncio.Task[None]:
        return asyncio.ensure_future(self.door({"type": "http"}, self.sent.get, self._hear))

    async def _hear(self, message: dict[str, Any]) -> None:
        self.answer.append(message)

    @property
    def status(self) -> int | None:
        return self.answer[0]["status"] if self.answer else None


def run(scene: Callable[[Pages, Admission], Any], at_once: int = 1) -> None:
    async def playing() -> None:
        pages = Pages()
        await scene(pages, Admission(pages, at_once=at_once, busy=BUSY))

    asyncio.run(playing())


async def a_moment() -> None:
    await asyncio.sleep(0.02)


def test_a_body_in_pieces_arrives_whole() -> None:
    async def scene(pages: Pages, door: Admission) -> None:
        pages.may_answer.set()
        browser = Browser(door).sends(b"a" * 100_000, b"b", b"")
        await browser.asks()
        assert (browser.status, pages.bodies) == (200, [b"a" * 100_000 + b"b"])

    run(scene)


def test_what_is_still_arriving_keeps_nobody_waiting() -> None:
    async def scene(pages: Pages, door: Admission) -> None:
        pages.may_answer.set()
        slow = [Browser(door).sends(b"n", whole=False) for _ in range(200)]
        asking = [browser.asks() for browser in slow]
        quick = Browser(door).sends(b"")
        await asyncio.wait_for(quick.asks(), 1)
        assert quick.status == 200
        assert pages.bodies == [b""]
        for browser in slow:
            browser.leaves()
        await asyncio.gather(*asking)

    run(scene)


def test_a_body_that_hardly_comes_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(admission, "FIRST_BYTES_WITHIN", 0.05)

    async def scene(pages: Pages, door: Admission) -> None:
        browser = Browser(door).sends(b"n", whole=False)
        await browser.asks()
        assert (browser.status, pages.bodies) == (TOO_SLOW, [])

    run(scene)


def test_a_body_that_is_too_long_is_counted_to_its_end_and_kept_nowhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(admission, "MOST_BYTES", 1000)
    kept: list[int] = []

    class Counted(SpooledTemporaryFile[bytes]):
        def write(self, content: Any) -> int:
            kept.append(len(content))
            return super().write(content)

    monkeypatch.setattr(admission, "SpooledTemporaryFile", Counted)

    async def scene(pages: Pages, door: Admission) -> None:
        browser = Browser(door).sends(*[b"n" * 600] * 50, whole=False)
        asking = browser.asks()
        await a_moment()
        assert (browser.status, kept) == (None, [600])
        browser.sends(b"n")
        await asking
        assert (browser.status, pages.bodies) == (TOO_LARGE, [])

    run(scene)


def test_a_disk_that_is_full_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(SpooledTemporaryFile[bytes]):
        def write(self, content: Any) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(admission, "SpooledTemporaryFile", Full)

    async def scene(pages: Pages, door: Admission) -> None:
        browser = Browser(door).sends(b"a", b"b")
        await browser.asks()
        assert (browser.status, pages.bodies) == (NO_ROOM, [])

    run(scene)


def test_nothing_is_worked_off_for_somebody_who_has_gone() -> None:
    async def scene(pages: Pages, door: Admission) -> None:
        first, second, third = (Browser(door).sends(name) for name in (b"1", b"2", b"3"))
        asking = [browser.asks() for browser in (first, second, third)]
        await a_moment()
        second.leaves()
        await a_moment()
        pages.may_answer.set()
        await asyncio.gather(*asking)
        assert pages.bodies == [b"1", b"3"]
        assert (first.status, second.status, third.status) == (200, None, 200)

    run(scene)


def test_whoever_would_wait_too_long_is_told_at_once() -> None:
    async def scene(pages: Pages, door: Admission) -> None:
        door.turns = Turns(1)
        door.turns.usual = 1.0  # a second each, and nobody waits for more than four
        browsers = [Browser(door).sends(b"") for _ in range(20)]
        asking = [browser.asks() for browser in browsers]
        await a_moment()
        told = [browser for browser in browsers if browser.status == FULL]
        assert len(told) == 20 - 5
        assert all((b"retry-after", b"5") in browser.answer[0]["headers"] for browser in told)
        assert told[0].answer[1]["body"] == BUSY
        pages.may_answer.set()
        await asyncio.gather(*asking)
        assert sum(browser.status == 200 for browser in browsers) == 5

    run(scene)


def test_whoever_has_waited_too_long_is_told() -> None:
    async def scene(pages: Pages, door: Admission) -> None:
        door.turns = Turns(1, patience=0.05)
        browsers = [Browser(door).sends(b"") for _ in range(3)]
        asking = [browser.asks() for browser in browsers]
        await asyncio.sleep(0.2)
        assert [browser.status for browser in browsers] == [None, FULL, FULL]
        pages.may_answer.set()
        await asyncio.gather(*asking)
        late = Browser(door).sends(b"")
        await asyncio.wait_for(late.asks(), 1)
        assert late.status == 200

    run(scene)


def test_a_turn_is_given_back_whatever_happens() -> None:
    async def scene(pages: Pages, door: Admission) -> None:
        async def breaks(*_: Any) -> None:
            raise RuntimeError

        door.application = breaks
        for _ in range(3):
            with pytest.raises(RuntimeError):
                await Browser(door).sends(b"").asks()
        door.application = pages
        pages.may_answer.set()
        browser = Browser(door).sends(b"")
        await asyncio.wait_for(browser.asks(), 1)
        assert browser.status == 200

    run(scene)
