"""The council's mail server: it catches what is sent."""

from __future__ import annotations

import contextlib
import re
import time
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.journeys.conftest import free_port

SOON = 150  # seconds: a worker looks every minute


class Post:
    def __init__(self) -> None:
        self.port = free_port()
        self.caught: list[EmailMessage] = []

    @contextlib.contextmanager
    def running(self) -> Iterator[Post]:
        server = Controller(self, hostname="127.0.0.1", port=self.port)
        server.start()
        try:
            yield self
        finally:
            server.stop()

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        mail = message_from_bytes(envelope.content or b"", policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.caught.append(mail)
        return "250 OK"

    def link_to(self, address: str) -> str:
        """The first link in a mail that came to them."""
        for _ in range(SOON * 5):
            for mail in self.caught:
                link = re.search(r"https?://\S+", mail.get_content())
                if mail["To"] == address and link:
                    return link[0]
            time.sleep(0.2)
        raise AssertionError(f"No mail with a link came to {address} within {SOON} seconds.")
