"""A mail server that keeps what it is sent, and a stand-in for GOV.UK Notify. Both listen on this machine only."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

from aiosmtpd.controller import Controller

ANSWER = "250 OK"
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
KEY = "kittiwake-8b9c1bb0-6f0d-4e55-9f7a-0d6d3c7e3a11-4f3a2b1c-0a9b-4c8d-8e7f-6a5b4c3d2e1f"


class Post:
    """What came. `before_answer` is called with each mail once it is taken, before whoever sent it hears so."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.answers: list[str] = []  # to the next ones, in their order; then they are taken
        self.before_answer: Callable[[Message], None] = lambda mail: None

    async def handle_RCPT(self, server, session, envelope, address, options):
        answer = self.answers.pop(0) if self.answers else ANSWER
        if answer == ANSWER:
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server, session, envelope):
        mail = message_from_bytes(envelope.content)
        self.mails.append(mail)
        self.before_answer(mail)
        return ANSWER

    def words(self) -> list[str]:
        return [mail.get_payload(decode=True).decode() for mail in self.mails]


@contextmanager
def mail_server(port: int = 0) -> Iterator[tuple[Post, int]]:
    post, port = Post(), port or free_port()
    controller = Controller(post, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield post, port
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def by_smtp(settings: Any, port: int) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False
    settings.EMAIL_TIMEOUT = 2
    settings.MAIL_BY, settings.ADDRESS = "smtp", "https://kittiwake.example"


class Standin:
    """What Notify was asked, and what it answers: a status each, then 201."""

    def __init__(self) -> None:
        self.asked: list[tuple[dict[str, Any], str]] = []
        self.statuses: list[int] = []
        self.became: dict[
            str, list[str]
        ] = {}  # of a reference: what became of each that was sent, the newest first


@contextmanager
def notify() -> Iterator[tuple[Standin, str]]:
    standin = Standin()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            standin.asked.append((body, self.headers["Authorization"]))
            assert self.path == "/v2/notifications/email"
            self.send_response(standin.statuses.pop(0) if standin.statuses else 201)
            self.end_headers()
            self.wfile.write(
                b'{"errors": [{"error": "ValidationError", "message": "robin@saltmere.example"}]}'
            )

        def do_GET(self) -> None:
            path, _, reference = self.path.partition("?reference=")
            assert path == "/v2/notifications"
            assert self.headers["Authorization"].startswith("Bearer ")
            self.send_response(200)
            self.end_headers()
            told = [{"status": status} for status in standin.became.get(reference, [])]
            self.wfile.write(json.dumps({"notifications": told}).encode())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield standin, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
