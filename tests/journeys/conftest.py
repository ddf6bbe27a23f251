"""A served Kittiwake with the cast in it, and a browser. The real server, the real engine, a real browser."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, expect, sync_playwright

from conftest import ROOT, copy_of
from kittiwake.config import engine
from tests.axe import violations

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SETTINGS = "kittiwake.config.settings"
# What sticks out on the right, where the page has to be scrolled sideways.
WIDER = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const out = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > clientWidth);
  return scrollWidth > clientWidth ? out.map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`) : [];
}"""


@dataclass(frozen=True)
class Site:
    address: str
    made: dict[str, Any]  # what the program that filled it wrote
    environment: dict[str, str]  # of a command beside it

    @property
    def children(self) -> dict[str, int]:
        return self.made


@dataclass(frozen=True)
class Filled:
    """A database to copy from, and what the program that filled it wrote."""

    database: str
    made: dict[str, Any]


@pytest.fixture(scope="session")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Static files as they are served: the same for every Kittiwake of these tests."""
    folder = tmp_path_factory.mktemp("static")
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": SETTINGS, "KITTIWAKE_STATIC": str(folder)}
    run(environment, "-m", "django", "collectstatic", "--noinput", "-v0")
    return folder


@pytest.fixture(scope="session")
def world(empty_database: str) -> Iterator[Filled]:
    """The cast, made once and copied for each journey."""
    with filled(empty_database, "tests.journeys.world") as made:
        yield made


@pytest.fixture(scope="module")
def site(world: Filled, static: Path) -> Iterator[Site]:
    with served(world, static) as site:
        yield site


@contextmanager
def filled(empty_database: str, filled_by: str) -> Iterator[Filled]:
    """`filled_by` is the program that makes what is in it, and says what that is as JSON."""
    with copy_of(empty_database, f"{filled_by.rpartition('.')[2]}_{os.getpid()}") as name:
        environment = {**os.environ, "DATABASE_URL": _address(name), "DJANGO_SETTINGS_MODULE": SETTINGS}
        yield Filled(name, json.loads(run(environment, "-m", filled_by)))


@contextmanager
def served(world: Filled, static: Path) -> Iterator[Site]:
    """A Kittiwake of its own, on a copy."""
    with copy_of(world.database, f"journeys_{os.getpid()}") as name:
        environment = {
            **os.environ,
            "DATABASE_URL": _address(name),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "KITTIWAKE_STATIC": str(static),
        }
        with serving(environment) as address:
            yield Site(address, world.made, environment)


def _address(database: str) -> str:
    return engine.of_database(os.environ["DATABASE_URL"], database)


def run(environment: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", *arguments],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def until_it_answers(port: int) -> None:
    for _ in range(600):
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=0.2).close()
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("The server did not start within half a minute.")


class serving:
    """The web server on a free port, for as long as the block lasts."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.port = free_port()
        command = ["-m", "granian", "--interface", "wsgi", "--port", str(self.port), "--workers", "1"]
        self.command = [sys.executable, "-W", "ignore", *command, "kittiwake.config.wsgi:application"]
        self.environment = environment

    def __enter__(self) -> str:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.server = subprocess.Popen(self.command, env=self.environment, cwd=ROOT, **quiet)
        until_it_answers(self.port)
        return f"http://127.0.0.1:{self.port}"

    def __exit__(self, *_: object) -> None:
        self.server.terminate()
        self.server.wait()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "The journeys need Chromium: script/test installs it."
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


class Visitor:
    """One of the cast at a browser. Every page they come to is checked for accessibility and a quiet console."""

    def __init__(self, page: Page, site: Site) -> None:
        self.page, self.site = page, site
        self.said: list[str] = []
        self.status = 0  # of the page they are on
        page.on("response", self._came)
        page.on(
            "console", lambda message: self.said.append(message.text) if message.type == "error" else None
        )

    def chooses_persona(self, name: str) -> None:
        self.page.goto(f"{self.site.address}/personas/")
        title = self.page.locator("li.personas__person").filter(has=self.page.get_by_text(name, exact=True))
        title.get_by_role("button").click()
        self.page.wait_for_load_state()

    def _came(self, response: Response) -> None:
        if response.request.is_navigation_request() and response.frame == self.page.main_frame:
            self.status = response.status

    def opens(self, path: str) -> None:
        self.page.goto(self.site.address + path)
        self.looks_right()

    def is_refused(self, path: str) -> None:
        """Not even that it is there."""
        self.page.goto(self.site.address + path)
        assert self.status == 404
        self.is_on("Page not found")

    def presses(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_load_state()
        self.looks_right()

    def is_sent_back(self, name: str) -> None:
        """Presses it, and the page comes back with what is wrong: the browser notes the answer, and that alone."""
        self.page.get_by_role("button", name=name).first.click()
        self.page.wait_for_load_state()
        self.said = [text for text in self.said if "422" not in text]
        self.looks_right(status=422)

    def follows(self, name: str) -> None:
        self.page.get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()
        self.looks_right()

    def follows_first_under(self, heading: str) -> None:
        """The first link of the list under a heading."""
        self.page.locator(f"h2:text-is('{heading}') + ul a").first.click()
        self.page.wait_for_load_state()
        self.looks_right()

    def types(self, label: str, text: str) -> None:
        self.page.get_by_label(label).first.fill(text)

    def chooses(self, group: str, answer: str) -> None:
        self.page.get_by_role("group", name=group).get_by_label(answer, exact=True).check()

    def enters_moment(self, group: str, day: str, month: str, year: str, time: str) -> None:
        box = self.page.get_by_role("group", name=group)
        for label, text in (("Day", day), ("Month", month), ("Year", year), ("Time", time)):
            box.get_by_label(label, exact=True).fill(text)

    def selects(self, label: str, answer: str) -> None:
        """By its words, or by the name that they begin with: "Worker" for "Worker, social worker"."""
        asked = self.page.get_by_label(label).first
        words = re.compile(rf"^\s*{re.escape(answer)}\s*(,|$)")
        asked.select_option(asked.locator("option").filter(has_text=words).first.get_attribute("value"))

    def ticks(self, label: str) -> None:
        self.page.get_by_label(label, exact=True).check()

    def enters_day(self, group: str, day: str, month: str, year: str) -> None:
        box = self.page.get_by_role("group", name=group)
        for label, text in (("Day", day), ("Month", month), ("Year", year)):
            box.get_by_label(label, exact=True).fill(text)

    def sees(self, text: str) -> None:
        expect(self.page.locator("body")).to_contain_text(text)

    def is_on(self, heading: str) -> None:
        expect(self.page.locator("h1")).to_contain_text(heading)

    def finds_step(self, title: str, status: str) -> None:
        """A row of a task list, and how far it is."""
        row = self.page.locator(".govuk-task-list__item").filter(has_text=title)
        expect(row.locator(".govuk-task-list__status")).to_have_text(status)

    def looks_right(self, status: int = 200) -> None:
        """It came as a page with a heading; axe finds nothing, wide and narrow, and the console is quiet."""
        assert self.status == status, f"HTTP {self.status} for {self.page.url}"
        assert self.page.locator("h1").inner_text().strip()
        for width in (1280, 375):
            self.page.set_viewport_size({"width": width, "height": 900})
            assert [problem for problem in violations(self.page) if not is_known(problem)] == []
            assert self.page.evaluate(WIDER) == [], f"At {width} pixels it has to be scrolled sideways."
        assert self.said == []


def is_known(problem: dict) -> bool:
    """Radios that reveal a question carry aria-expanded: upstream's deliberate choice."""
    nodes = problem["nodes"]
    return problem["id"] == "aria-allowed-attr" and all("aria-expanded" in node["html"] for node in nodes)


@pytest.fixture
def visitor(browser: Browser, site: Site, tmp_path: Path):
    """visitor("worker") is the worker at a browser of their own."""
    contexts = []

    def arrive(name: str) -> Visitor:
        context = browser.new_context()
        contexts.append(context)
        arrived = Visitor(context.new_page(), site)
        arrived.chooses_persona(name)
        return arrived

    yield arrive
    for context in contexts:
        context.close()
