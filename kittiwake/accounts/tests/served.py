"""Real servers and a real browser, for what a test client cannot show."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, sync_playwright

from conftest import copy_of
from kittiwake.accounts.tests.people import address_of
from kittiwake.config import engine
from tests.axe import violations

ROOT = Path(__file__).parents[3]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
FLAGS += ["--disable-sync"]
# GOV.UK's pattern puts the back link before the main landmark, on purpose.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "rules": {"region": {"enabled": False}}}


@contextmanager
def serving(database: str, **wanted: Any) -> Iterator[str]:
    """A server process on that database. Gives its address, by the name that browsers let passkeys work on."""
    environment = {**os.environ, "DATABASE_URL": engine.of_database(os.environ["DATABASE_URL"], database)}
    server = subprocess.Popen(
        [sys.executable, "-m", "kittiwake.accounts.tests.serve", json.dumps(wanted)],
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        port = server.stdout.readline().strip()
        assert port, "The server did not start: see its error above."
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(10)
        server.stdout.close()


@pytest.fixture(scope="module")
def database(empty_database: str) -> Iterator[str]:
    """A database of the module's own, in which what is written stays written for every process."""
    with copy_of(empty_database, f"signing_in_{os.getpid()}") as name:
        yield name


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = shutil.which("chromium")
    assert path, "These tests need the browser Chromium on the PATH."
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


class Visitor:
    """Somebody with a browser, who notices everything the console says."""

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        self.address = address
        self.context = browser.new_context(**options)
        self.page: Page = self.context.new_page()
        self.said: list[str] = []
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.said.append(f"{message.text} ({message.location.get('url')})")

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        self.page.get_by_role("link", name=name).first.click()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def reads(self, heading: str) -> None:
        """Wait for the page with this heading, and look at it closely at two widths."""
        self.page.get_by_role("heading", level=1, name=heading).wait_for(timeout=10_000)
        for width in (320, 1280):
            self.page.set_viewport_size({"width": width, "height": 900})
            self._keep_picture(f"{heading} {width}")
            assert violations(self.page, **AXE) == []
            assert self.page.evaluate("document.documentElement.scrollWidth") <= width
        assert self.said == []

    def sign_in(self, name: str, password: str) -> None:
        self.open("/account/login/")
        self.fill("Email address", address_of(name))
        self.fill("Password", password)
        self.press("Sign in")

    def give_passkeys(self) -> None:
        """A computer with a fingerprint reader, and the right finger on it."""
        session = self.context.new_cdp_session(self.page)
        session.send("WebAuthn.enable")
        options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True}
        options |= {"hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
        added = session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
        self.finger = (session, added["authenticatorId"])

    def wrong_finger(self) -> None:
        session, authenticator = self.finger
        session.send("WebAuthn.setUserVerified", {"authenticatorId": authenticator, "isUserVerified": False})

    def _keep_picture(self, name: str) -> None:
        if folder := os.environ.get("KITTIWAKE_PICTURES"):
            self.page.screenshot(path=f"{folder}/{name.replace('/', ' ')}.png", full_page=True)
