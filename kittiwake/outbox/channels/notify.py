"""GOV.UK Notify. The council makes one template there, with the subject ((subject)) and the text ((words)).

One signed request (docs.notifications.service.gov.uk/rest-api.html). The official client asks for a package that is only
to be had as source, and none such is installed (docs/decisions/0052).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import jwt
import requests
from django.conf import settings

from kittiwake.outbox.channels import Rejected, Unreachable
from kittiwake.outbox.letters import Mail

KEY_LENGTH = 36  # a key is its name, the service's id and the secret, with hyphens between
# They ask for too much, too fast, or not as we should: mended here or there, and then it is taken.
FOR_NOW = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.TOO_MANY_REQUESTS}

# What becomes of a mail, as Notify says it: nothing comes after these.
DELIVERED = "delivered"
FAILURES = {"permanent-failure", "temporary-failure", "technical-failure"}


@dataclass
class Notify:
    session: requests.Session

    def send(self, mail: Mail, reference: str) -> None:
        answer = self._ask("POST", "/email", json=_asked(mail, reference))
        if answer.status_code == HTTPStatus.CREATED:
            return
        is_for_good = HTTPStatus.BAD_REQUEST <= answer.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
        kind = Rejected if is_for_good and answer.status_code not in FOR_NOW else Unreachable
        raise kind(f"Notify {answer.status_code}")

    def has_arrived(self, reference: str) -> bool:
        """Sent again under the same reference, the newest counts: Notify names it first."""
        answer = self._ask("GET", "", params={"reference": reference})
        try:
            newest = (
                answer.json()["notifications"][0]["status"] if answer.status_code == HTTPStatus.OK else ""
            )
        except (ValueError, LookupError, TypeError):
            newest = ""
        if newest in FAILURES:
            raise Rejected(f"Notify {newest}")
        return newest == DELIVERED

    def _ask(self, method: str, path: str, **what: Any) -> requests.Response:
        try:
            return self.session.request(
                method,
                f"{settings.NOTIFY.url}/v2/notifications{path}",
                headers={"Authorization": f"Bearer {_token()}"},
                timeout=settings.EMAIL_TIMEOUT,
                allow_redirects=False,
                **what,
            )
        except requests.RequestException as trouble:
            raise Unreachable(type(trouble).__name__) from None


def _asked(mail: Mail, reference: str) -> dict[str, Any]:
    asked: dict[str, Any] = {
        "email_address": mail.address,
        "template_id": settings.NOTIFY.template,
        "personalisation": {"subject": mail.subject, "words": mail.words},
        "reference": reference,
    }
    if settings.NOTIFY.reply_to:
        asked["email_reply_to_id"] = settings.NOTIFY.reply_to
    return asked


def _token() -> str:
    key = settings.NOTIFY.key
    service = key[-(2 * KEY_LENGTH + 1) : -(KEY_LENGTH + 1)]
    return jwt.encode({"iss": service, "iat": int(time.time())}, key[-KEY_LENGTH:], algorithm="HS256")


@contextmanager
def opened() -> Iterator[Notify]:
    with requests.Session() as session:
        yield Notify(session)
