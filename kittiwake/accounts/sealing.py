"""Second factors' secrets are kept sealed: whoever reads a copy of the database cannot make codes from it.

The key is derived from SECRET_KEY. After a change of key the old one opens while it is in SECRET_KEY_FALLBACKS.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac


def seal(text: str) -> str:
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Raises cryptography.fernet.InvalidToken when no key we hold has sealed it."""
    return _box().decrypt(sealed.encode()).decode()


def _box() -> MultiFernet:
    return MultiFernet([_key(secret) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> Fernet:
    derived = salted_hmac("kittiwake.accounts.sealing", "second factors", secret=secret, algorithm="sha256")
    return Fernet(urlsafe_b64encode(derived.digest()))
