"""Whether the service lives and works, told to whoever watches it and to nobody else; and how much it does."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import ROOT
from kittiwake.cli import figures
from kittiwake.cli.tool import Refusal
from kittiwake.config.health import ALIVE, READY, Health, database_works


async def pages(scope, receive, send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"a page"})


def asked(health: Health, *paths: str) -> list[tuple[int, bytes]]:
    said: list = []

    async def send(message) -> None:
        said.append(message)

    async def all_at_once() -> None:
        await asyncio.gather(
            *(health({"type": "http", "path": path, "method": "GET"}, None, send) for path in paths)
        )

    asyncio.run(all_at_once())
    heads, bodies = said[0::2], said[1::2]
    if len(paths) > 1:
        heads = [message for message in said if "status" in message]
        bodies = [message for message in said if "body" in message]
    return [(head["status"], body["body"]) for head, body in zip(heads, bodies, strict=True)]


def test_it_lives_whatever_the_database_does() -> None:
    health = Health(pages, works=lambda: pytest.fail("The database was asked."))
    assert asked(health, ALIVE) == [(200, b"well\n")]


@pytest.mark.parametrize(("works", "said"), [(True, (200, b"well\n")), (False, (503, b"not well\n"))])
def test_it_is_ready_as_long_as_the_database_works(works: bool, said: tuple) -> None:
    assert asked(Health(pages, works=lambda: works), READY) == [said]


def test_all_else_is_a_page() -> None:
    health = Health(pages, works=lambda: False)
    for path in ("/", "/health", "/health/", "/health/readyx", "/health/alive/"):
        assert asked(health, path) == [(200, b"a page")]


def test_however_many_ask_the_database_is_asked_once() -> None:
    times: list[float] = []

    def works() -> bool:
        times.append(time.monotonic())
        return True

    assert asked(Health(pages, works), *[READY] * 50) == [(200, b"well\n")] * 50
    assert len(times) == 1


def test_a_database_that_is_away_or_empty_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    from kittiwake.config import engine

    monkeypatch.setenv("DATABASE_URL", engine.of_database(os.environ["DATABASE_URL"], "postgres"))
    assert not database_works()  # it has no tables of ours
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@/nothing?host=/nowhere")
    assert not database_works()


def test_a_database_with_its_tables_is_ready(empty_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from kittiwake.config import engine

    monkeypatch.setenv("DATABASE_URL", engine.of_database(os.environ["DATABASE_URL"], empty_database))
    assert database_works()


@pytest.mark.parametrize(
    ("named", "token", "refused"),
    [("9108", "", True), ("here:there", "", True), ("0.0.0.0:9108", "", True), ("0.0.0.0:9108", "secret", False),
     ("127.0.0.1:9108", "", False), ("[::1]:9108", "", False)],
)  # fmt: skip
def test_figures_go_beyond_this_machine_only_with_a_token(
    named: str, token: str, refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KITTIWAKE_METRICS", named)
    monkeypatch.setenv("KITTIWAKE_METRICS_TOKEN", token)
    if refused:
        with pytest.raises(Refusal):
            figures.address()
    else:
        assert figures.address()


COUNT = """
import asyncio
from kittiwake.config.figures import counted

async def page(scope, receive, send):
    await send({"type": "http.response.start", "status": int(scope["path"][1:]), "headers": []})
    await send({"type": "http.response.body", "body": b""})

async def ignore(message):
    pass

application = counted(page)
for method, path in (("GET", "/200"), ("GET", "/200"), ("POST", "/303"), ("BREW", "/405")):
    asyncio.run(application({"type": "http", "method": method, "path": path}, None, ignore))
"""


@pytest.fixture
def figures_at(empty_database: str, tmp_path: Path) -> Iterator[str]:
    """Of two web processes that have answered, with a token."""
    from kittiwake.config import engine

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    (tmp_path / "figures").mkdir()
    (tmp_path / "backups.json").write_text(json.dumps({"made_at": "2026-11-01T02:15:00+00:00"}))
    environment = {
        **os.environ,
        "DATABASE_URL": engine.of_database(os.environ["DATABASE_URL"], empty_database),
        "KITTIWAKE_HOME": str(tmp_path),
        "KITTIWAKE_METRICS": f"127.0.0.1:{port}",
        "KITTIWAKE_METRICS_TOKEN": "secret",
        "PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "figures"),
    }
    for _ in range(2):
        subprocess.run([sys.executable, "-c", COUNT], env=environment, cwd=ROOT, check=True)
    command = [sys.executable, "-W", "ignore", "-m", "kittiwake.cli", "figures"]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE) as server:
        assert server.stderr
        assert b"Figures are at" in server.stderr.readline()
        try:
            yield f"http://127.0.0.1:{port}/metrics"
        finally:
            server.kill()


def test_figures_are_of_all_processes_together_and_name_no_page_team_or_child(figures_at: str) -> None:
    asking = urllib.request.Request(figures_at, headers={"Authorization": "Bearer secret"})
    with urllib.request.urlopen(asking) as answer:
        lines = [line for line in answer.read().decode().splitlines() if not line.startswith("#")]
    assert 'kittiwake_answers_total{method="GET",status="200"} 4.0' in lines
    assert 'kittiwake_answers_total{method="other",status="405"} 2.0' in lines
    assert "kittiwake_answer_seconds_count 8.0" in lines
    assert "kittiwake_database_up 1.0" in lines
    assert "kittiwake_jobs_failed 0.0" in lines
    labels = {
        label.split("=")[0]
        for line in lines
        if "{" in line
        for label in line.split("{")[1].split("}")[0].split(",")
    }
    assert labels == {"method", "status", "le", "version"}
    names = {line.split("{")[0].split(" ")[0] for line in lines}
    assert "kittiwake_backup_made_seconds" in names


def test_without_the_token_there_are_none(figures_at: str) -> None:
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer "}):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(urllib.request.Request(figures_at, headers=headers))
        assert refused.value.code == 401
        refused.value.close()
