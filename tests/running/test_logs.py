"""What the service writes to its log: where a fault was and of which kind, and nothing that stood in the record."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

from conftest import ROOT

CANARY = "Zebedee Canary"
WRITE = f"""
import logging, logging.config, os, psycopg, structlog
from kittiwake.config import engine, logs
logging.config.dictConfig(logs.LOGGING)
log = logging.getLogger("kittiwake.somewhere")
with psycopg.connect(os.environ["DATABASE_OWNER_URL"]) as owner:
    owner.execute("CREATE TEMPORARY TABLE names (name text CONSTRAINT one_name UNIQUE)")
    owner.execute("INSERT INTO names VALUES ('{CANARY}')")
    try:
        try:
            owner.execute("INSERT INTO names VALUES ('{CANARY}')")
        except psycopg.Error as cause:
            raise ValueError("{CANARY} is there already") from cause
    except ValueError:
        log.exception("A row was not taken.", extra={{"status_code": 500, "request": {{"name": "{CANARY}"}}}})
logging.getLogger("django.request").warning("Not Found: %s", "/children/9", extra={{"status_code": 404}})
structlog.get_logger("kittiwake.primitives").warning("scanner_away", problem="OSError")
logging.getLogger("kittiwake.accounts").info("User 7 signed in.")
"""


def written(form: str) -> list[str]:
    environment = {**os.environ, "KITTIWAKE_LOG_FORMAT": form, "KITTIWAKE_DEMO": "no"}
    done = subprocess.run(
        [sys.executable, "-c", WRITE], env=environment, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not done.stdout
    return done.stderr.splitlines()


@pytest.mark.parametrize("form", ["plain", "json"])
def test_the_words_of_a_fault_are_left_out_and_its_place_is_not(form: str) -> None:
    text = "\n".join(written(form))
    assert CANARY not in text
    assert "ValueError 23505 one_name" in text
    assert "A row was not taken." in text
    assert re.search(r"<string>:\d+ <module>", text)


def test_each_line_is_one_object() -> None:
    fault, missing, scanner, signed_in = map(json.loads, written("json"))
    assert fault.keys() == {"at", "level", "logger", "event", "status_code", "fault", "places"}
    assert (missing["level"], missing["status_code"]) == ("warning", 404)
    assert (scanner["event"], scanner["problem"]) == ("scanner_away", "OSError")
    assert (signed_in["event"], signed_in["logger"]) == ("User 7 signed in.", "kittiwake.accounts")


def test_another_form_is_refused() -> None:
    environment = {**os.environ, "KITTIWAKE_LOG_FORMAT": "xml"}
    done = subprocess.run(
        [sys.executable, "-c", "import kittiwake.config.logs"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert b"KITTIWAKE_LOG_FORMAT must be plain or json" in done.stderr
