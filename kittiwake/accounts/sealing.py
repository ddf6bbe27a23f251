"""What is kept sealed: whoever reads a copy of the database, or a page, cannot make anything of it.

Each purpose has a key of its own, derived from SECRET_KEY. After a change of key the old one opens while it is in
SECRET_KEY_FALLBACKS.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

SECOND_FACTORS, FORMS, MARKS = "second factors", "forms", "marks of forms"


def seal(text: str, purpose: str = SECOND_FACTORS) -> str:
    return _box(purpose).encrypt(text.encode()).decode()


def unseal(sealed: str, purpose: str = SECOND_FACTORS, *, hours: int | None = None) -> str:
    """Raises cryptography.fernet.InvalidToken when no key we hold has sealed it, or not within so many hours."""
    return _box(purpose).decrypt(sealed.encode(), ttl=None if hours is None else hours * 3600).decode()


def _box(purpose: str) -> MultiFernet:
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return MultiFernet([_key(purpose, secret) for secret in secrets])


def _key(purpose: str, secret: str) -> Fernet:
    derived = salted_hmac("kittiwake.accounts.sealing", purpose, secret=secret, algorithm="sha256")
    return Fernet(urlsafe_b64encode(derived.digest()))
