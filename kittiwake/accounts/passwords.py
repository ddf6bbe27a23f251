"""A password is checked without its hash ever reaching the application.

What was sealed stays in a table that is closed to the application's role (passwords.sql). The database gives the way a
password was sealed, salt and cost; what was typed is sealed the same way here, and the database says whether it is the same.
"""

from __future__ import annotations

import base64
from typing import cast

from argon2.low_level import Type, hash_secret
from django.contrib.auth.hashers import (
    UNUSABLE_PASSWORD_PREFIX,
    Argon2PasswordHasher,
    get_hasher,
    make_password,
)
from django.db import connection
from django.utils.crypto import get_random_string

SET = "set$"  # what an account carries instead of a hash: another with every new password
HASH_BYTES = 32


def mark(raw: str | None) -> str:
    return (UNUSABLE_PASSWORD_PREFIX if raw is None else SET) + get_random_string(40)


def sealed(raw: str | None) -> str | None:
    return None if raw is None else make_password(raw)


def keep(person: int, sealed: str | None) -> None:
    _ask("SELECT accounts_seal(%s, %s)", person, sealed)


def matches(person: int, raw: str) -> bool:
    """Takes as long for an account without a password as for one with."""
    way = _sealed_with(person)
    if not way:
        make_password(raw)
        return False
    return _ask("SELECT accounts_is_sealed(%s, %s)", person, _sealed_alike(raw, way)) is True


def is_cheap(person: int) -> bool:
    """Whether it was sealed at another cost than passwords are today."""
    today = cast("Argon2PasswordHasher", get_hasher())
    cost = f"m={today.memory_cost},t={today.time_cost},p={today.parallelism}"
    return cost not in _sealed_with(person).split("$")


def _sealed_with(person: int) -> str:
    """The way, salt and cost of a password; empty for an account without one."""
    way = _ask("SELECT accounts_sealed_with(%s)", person)
    return way if isinstance(way, str) else ""


def _sealed_alike(raw: str, way: str) -> str:
    """`way`: argon2$argon2id$v=19$m=…,t=…,p=…$salt"""
    _, _, version, cost, salt = way.split("$")
    costs = dict(setting.split("=") for setting in cost.split(","))
    sealed = hash_secret(
        raw.encode(),
        base64.b64decode(salt + "=" * (-len(salt) % 4)),
        int(costs["t"]),
        int(costs["m"]),
        int(costs["p"]),
        HASH_BYTES,
        Type.ID,
        int(version.removeprefix("v=")),
    )
    return f"argon2${sealed.decode().removeprefix('$')}"


def _ask(question: str, *about: int | str | None) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question, about)
        (answer,) = cursor.fetchone()
    return cast("object", answer)
