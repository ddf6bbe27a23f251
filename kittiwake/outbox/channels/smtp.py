"""The council's own mail server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused, SMTPResponseException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from kittiwake.outbox.channels import Rejected, Unreachable
from kittiwake.outbox.letters import Mail

FOR_GOOD = 500  # RFC 5321, 4.2.1: what begins with 5 is refused for good


@dataclass
class Smtp:
    connection: BaseEmailBackend

    def send(self, mail: Mail, reference: str) -> None:
        message = EmailMessage(
            mail.subject,
            mail.words,
            to=[mail.address],
            reply_to=[settings.MAIL_REPLY_TO] if settings.MAIL_REPLY_TO else None,
            headers={
                "Message-ID": f"<{reference}@{urlsplit(settings.ADDRESS).hostname}>",
                "Auto-Submitted": "auto-generated",  # RFC 3834: no automatic answers
            },
            connection=self.connection,
        )
        try:
            message.send()
        except SMTPRecipientsRefused as refused:
            codes = [code for code, _ in refused.recipients.values()]
            self._fail(min(codes, default=0), refused)
        except SMTPDataError as refused:
            self._fail(refused.smtp_code, refused)
        except SMTPResponseException as refused:  # the server refuses us, not the message
            raise Unreachable(f"{type(refused).__name__} {refused.smtp_code}") from None
        except (SMTPException, OSError) as trouble:
            raise Unreachable(type(trouble).__name__) from None

    def has_arrived(self, reference: str) -> bool:
        """A mail server says it, if at all, by mail to whoever the council has named for answers."""
        return False

    def _fail(self, code: int, trouble: Exception) -> None:
        kind = f"{type(trouble).__name__} {code}"
        raise (Rejected if code >= FOR_GOOD else Unreachable)(kind) from None


@contextmanager
def opened() -> Iterator[Smtp]:
    """One connection for all that is sent now; made as the first message needs it."""
    connection = get_connection()
    try:
        yield Smtp(connection)
    finally:
        connection.close()
