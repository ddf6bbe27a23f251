"""Plain HTTP is for a council that only its own machine opens; whoever names another host or origin is served by TLS alone."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from conftest import ROOT

ASKS = "from kittiwake.config import settings as s; print(s.HTTPS, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_SECURE)"
CASES = [
    ({}, "no"),
    ({"KITTIWAKE_HOSTS": "localhost"}, "no"),
    ({"KITTIWAKE_HOSTS": "kittiwake.example.gov.uk"}, "yes"),
    ({"KITTIWAKE_HOSTS": "localhost,kittiwake.example.gov.uk"}, "yes"),
    ({"KITTIWAKE_HOSTS": "*"}, "yes"),
    ({"KITTIWAKE_ORIGINS": "https://kittiwake.example.gov.uk"}, "yes"),
    ({"KITTIWAKE_HTTPS": "yes"}, "yes"),
    ({"KITTIWAKE_DEMO": "yes", "KITTIWAKE_HOSTS": "kittiwake.example.gov.uk"}, "no"),
]


@pytest.mark.parametrize(("named", "https"), CASES, ids=str)
def test_a_council_that_is_reached_from_elsewhere_is_served_by_tls(named: dict[str, str], https: str) -> None:
    names = ("KITTIWAKE_HOSTS", "KITTIWAKE_ORIGINS", "KITTIWAKE_HTTPS", "KITTIWAKE_DEMO", "KITTIWAKE_DEBUG")
    environment = {name: value for name, value in os.environ.items() if name not in names}
    said = subprocess.run(
        [sys.executable, "-c", ASKS],
        env={**environment, **named},
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    assert said.stdout.split() == ["True" if https == "yes" else "False"] * 3
