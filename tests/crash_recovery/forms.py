"""Two forms that people send all day, and how each is sent: as a browser does, with its one-time token."""

from __future__ import annotations

import http.client
from contextlib import closing
from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import uuid4

from kittiwake.time.moments import LONDON

CSRF = "k" * 32
PATIENCE = 60  # seconds


def send(port: int, session: str, path: str, form: dict[str, str]) -> http.client.HTTPConnection:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    cookies = f"sessionid={session}; csrftoken={CSRF}"
    headers = {"Cookie": cookies, "Content-Type": "application/x-www-form-urlencoded"}
    try:
        connection.request("POST", path, urlencode({**form, "csrfmiddlewaretoken": CSRF}), headers)
    except OSError:
        connection.close()
        raise
    return connection


def answer(connection: http.client.HTTPConnection, *, also: int | None = None) -> str:
    """Where it was sent on to: accepted. Empty when the answer never came, or was `also`."""
    with closing(connection):
        try:
            response = connection.getresponse()
            body = response.read().decode()
        except (OSError, http.client.HTTPException):
            return ""
    if response.status == also:
        return ""
    assert response.status == 302, body
    return response.headers["Location"]


def moment(name: str, at: datetime) -> dict[str, str]:
    local = at.astimezone(LONDON)
    parts = {"day": local.day, "month": local.month, "year": local.year, "time": f"{local:%H:%M}"}
    return {f"{name}_{part}": str(value) for part, value in parts.items()}


def reporting() -> dict[str, str]:
    at = datetime.now(LONDON) - timedelta(hours=20)
    facts = {"source": "police", "reporter": "Control room", "reference": uuid4().hex[:8], "kind": "M"}
    return {**moment("reported", at), **facts, "grade": "high", "once": str(uuid4())}


def returning() -> dict[str, str]:
    at = datetime.now(LONDON) - timedelta(hours=2)
    return {**moment("returned", at), "source": "police", "once": str(uuid4())}


def steps(child: int, episode: str) -> tuple[tuple[str, dict[str, str]], ...]:
    return (
        (f"/children/{child}/missing/report/", reporting()),
        (f"{episode}return/", returning()),
    )
