"""A file is on its way from a telephone when the network goes, and then the server: it goes on where it stopped."""

from __future__ import annotations

import os
import signal
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import expect

from kittiwake.primitives.documents.tests import files
from tests.journeys.conftest import Visitor, serving

PIECE = 512 * 1024
STORED = "() => JSON.stringify([{...localStorage}, {...sessionStorage}])"


@pytest.fixture
def recording(tmp_path):
    """Of three megabytes, which is six pieces."""
    said = tmp_path / "What she said.m4a"
    said.write_bytes(files.M4A + os.urandom(6 * PIECE - len(files.M4A)))
    return said


def test_a_dead_network_is_waited_for(visitor, site, recording) -> None:
    worker = visitor("worker")
    pieces: list[int] = []

    def after_two_there_is_none(route, request) -> None:
        pieces.append(int(request.headers["upload-offset"]) if request.method == "POST" else -1)
        if len(pieces) in (3, 4):
            return route.abort("internetdisconnected")
        return route.continue_()

    worker.page.route("**/documents/arriving/*/", after_two_there_is_none)
    worker.opens(f"/children/{site.children['ash']}/documents/new/")
    before = worker.page.evaluate(STORED)
    worker.page.locator("input[type=file]").set_input_files([recording])
    is_sent(worker)
    # The third piece is lost, and so is the question how far it came; then it goes on, and nothing is sent twice.
    assert [start // PIECE for start in pieces if start >= 0] == [0, 1, 2, 2, 3, 4, 5]
    assert worker.page.evaluate(STORED) == before
    worker.said.clear()  # the browser says of itself that the network was away


def test_a_server_that_is_killed_and_begun_again(browser, site, recording) -> None:
    server = serving(site.environment)
    with server as address, closing(browser.new_context()) as context:
        worker = Visitor(context.new_page(), replace(site, address=address))
        worker.chooses_persona("worker")
        worker.page.route("**/documents/arriving/*/", slowly)
        worker.opens(f"/children/{site.children['ash']}/documents/new/")
        worker.page.locator("input[type=file]").set_input_files([recording])
        expect(worker.page.locator(".kw-sending__said")).to_have_text("33%", timeout=20_000)
        kill(server.server.pid)
        server.server.wait()
        expect(worker.page.locator(".kw-sending__said")).to_contain_text(
            "There is no connection", timeout=20_000
        )
        server.__enter__()
        is_sent(worker)
        worker.said.clear()
        worker.chooses("What is it?", "Recording of what was said")
        worker.presses("Add them")
        worker.sees("What she said")


def is_sent(worker: Visitor) -> None:
    """However long it waits between one try and the next."""
    expect(worker.page.locator(".kw-sending [role=status]")).to_contain_text("1 of 1 sent.", timeout=90_000)


def slowly(route) -> None:
    time.sleep(0.3)
    route.continue_()


def kill(pid: int) -> None:
    """At once, and those that it began first."""
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split():
        kill(int(child))
    os.kill(pid, signal.SIGKILL)
