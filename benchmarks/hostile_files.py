"""R9: some two thousand hostile and broken files through the form of documents and back, on the server as it is served.

What is counted: answers that are no answer (a crash, an error of the server), the most memory above what the server took before,
whatever a refusal changed in the database, refusals that do not say which file or what to do, and what came back otherwise than it
is to: a picture that still says something of itself, a file with other bytes, a header that is missing.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

from benchmarks.starting import start

MOST_MB = 256  # above what it took before
FILM = 2_000_000_000
REMEDY = re.compile(r"\b(Select|Send|Save|Make|Give|Take|Look|Choose|Say|A file may have)\b|must be smaller")
COUNTED = """SELECT (SELECT count(*) FROM documents_document), (SELECT count(*) FROM documents_piece), (SELECT max(id) FROM record_entry),
    (SELECT max(id) FROM history_event), (SELECT count(*) FROM documents_thumbnail)"""
HARMLESS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cache-Control": "no-store",
}


@dataclass
class Came:
    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def note(self, file: Any, what: str) -> None:
        self.wrong.append(f"{file.kind} ({file.name[:30]!r}): {what}")


class Sender:
    """A worker at the form of one child."""

    def __init__(self, port: int, session: str, cookie: str, child: int) -> None:
        self.port, self.child, self.path = port, child, f"/children/{child}/documents/new/"
        self.cookies = f"{cookie}={session}"
        page = self.ask("GET", self.path)
        if page[0] != http.client.OK:
            raise SystemExit(f"The form of documents answers HTTP {page[0]}.")
        self.token = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page[1].decode())[0]
        csrf = page[2]["Set-Cookie"].split(";")[0]
        self.cookies += f"; {csrf}"

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> tuple[int, bytes, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        connection.request(method, path, body, {"Cookie": self.cookies, **headers})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer.status, content, answer.headers

    def send(self, name: str, content: bytes) -> tuple[int, bytes, Any]:
        edge = uuid.uuid4().hex
        fields = {
            "csrfmiddlewaretoken": self.token,
            "once": str(uuid.uuid4()),
            "kind": "other",
            "as_well": "yes",
        }
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
            for key, value in fields.items()
        ]
        # As browsers write a name (the HTML standard, multipart/form-data).
        written = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        head = f'--{edge}\r\nContent-Disposition: form-data; name="chosen"; filename="{written}"\r\n\r\n'
        body = (
            "".join([*parts, head]).encode("utf-8", "surrogatepass")
            + content
            + f"\r\n--{edge}--\r\n".encode()
        )
        return self.ask("POST", self.path, body, **{"Content-Type": f"multipart/form-data; boundary={edge}"})


def main() -> None:
    start()
    from django.conf import settings

    from benchmarks.people import signed_in
    from kittiwake.cli.serving import web
    from kittiwake.cli.supervising import kept_running
    from tests.journeys.conftest import free_port, until_it_answers

    (somebody,) = signed_in(1)
    port, came, began = free_port(), Came(), time.monotonic()
    with kept_running([web("127.0.0.1", port)]) as (server,):
        until_it_answers(port)
        sender = Sender(port, somebody.session, settings.SESSION_COOKIE_NAME, somebody.children[0])
        for name in ("first.txt", "second.txt"):
            sender.send(name, b"What takes memory once, whatever is sent")
        processes = family(server.process.pid)
        before = most_memory(processes)
        for file in files():
            one(sender, file, came)
        film = send_a_film(sender)
        above = most_memory(processes) - before
        stayed = set(processes) <= set(family(server.process.pid))
    tell(came, above, film, stayed, time.monotonic() - began)


def files() -> list[Any]:
    from kittiwake.primitives.documents.tests.corpus import corpus

    return list(corpus())


def one(sender: Sender, file: Any, came: Came) -> None:
    before = counted()
    try:
        status, page, _ = sender.send(file.name, file.content)
    except OSError as problem:
        return came.note(file, f"no answer: {type(problem).__name__}")
    came.answers[f"{file.expected}: {status}"] += 1
    if status == 302:
        if file.expected == "refused":
            came.note(file, "was kept")
        return came_back(sender, file, came)
    if status != 422:
        came.note(file, f"HTTP {status}")
    if file.expected == "kept":
        came.note(file, "was refused")
    if counted() != before:
        came.note(file, "was refused, and something was written")
    summary = re.search(r'govuk-error-summary.*?href="#([^"]+)">(.*?)</a>', page.decode(), re.DOTALL)
    if not summary or "chosen" not in summary[1] or not REMEDY.search(unescape(summary[2])):
        came.note(file, f"says {unescape(summary[2]) if summary else 'nothing'}")
    return None


def counted() -> Any:
    from django.db import connection

    from kittiwake.access.identity import acting_as_system

    with acting_as_system(), connection.cursor() as cursor:
        cursor.execute(COUNTED)
        return cursor.fetchone()


def came_back(sender: Sender, file: Any, came: Came) -> None:
    from PIL import Image

    from kittiwake.access.identity import acting_as_system
    from kittiwake.primitives.documents.models import Document

    with acting_as_system():
        document = Document.objects.order_by("-pk")[0]
    for shown in ("file", "picture"):
        status, content, headers = sender.ask("GET", f"/documents/{document.pk}/{shown}/")
        missing = [name for name, value in HARMLESS.items() if value not in headers.get(name, "")]
        if status != 200 or missing:
            came.note(file, f"came back as {status}, without {missing}")
        if headers.get_content_type() in ("text/html", "image/svg+xml", "application/xhtml+xml"):
            came.note(file, "came back as a page")
    if not document.is_of.is_picture:
        if content != file.content:
            came.note(file, "came back with other bytes")
        return
    with Image.open(BytesIO(content)) as picture:
        picture.load()
        if (
            picture.getexif()
            or {"exif", "comment", "xmp", "icc_profile"} & set(picture.info)
            or b"<script" in content
        ):
            came.note(file, "came back with what it said of itself")


def send_a_film(sender: Sender) -> int:
    """Two gigabytes, from nowhere, and with its length said; the answer is read at its end."""
    piece = b"\0" * 1_000_000
    headers = {"Content-Length": str(FILM), "Content-Type": "multipart/form-data; boundary=x"}
    return sender.ask("POST", sender.path, (piece for _ in range(FILM // len(piece))), **headers)[0]


def family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in children for each in family(int(child)))]


def most_memory(processes: list[int]) -> float:
    """The most that each ever took, in MB."""
    said = [Path(f"/proc/{pid}/status").read_text() for pid in processes]
    return sum(int(re.findall(r"VmHWM:\s+(\d+)", text)[0]) for text in said) / 1024


def tell(came: Came, above: float, film: int, stayed: bool, seconds: float) -> None:
    met = not came.wrong and stayed and above <= MOST_MB and film == http.client.REQUEST_ENTITY_TOO_LARGE
    line = {
        "name": "R9 files of documents",
        "n": sum(came.answers.values()),
        "answers": dict(sorted(came.answers.items())),
        "wrong": len(came.wrong),
        "memory_above_mb": round(above),
        "film_of_2_gb": film,
        "the_same_processes": stayed,
        "seconds": round(seconds),
        "verdict": "met" if met else "missed",
        "load": round(os.getloadavg()[0], 1),
    }
    for wrong in came.wrong[:50]:
        print(wrong)
    print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main()
