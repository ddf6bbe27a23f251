"""Behind a proxy the person's address counts; what anybody merely claims does not."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from kittiwake.accounts.addresses import client_address

PROXY, PERSON, OTHER = "10.0.0.5", "203.0.113.7", "198.51.100.9"


def at(remote: str, forwarded: str | None = None) -> str:
    more = {} if forwarded is None else {"HTTP_X_FORWARDED_FOR": forwarded}
    return client_address(RequestFactory().get("/", REMOTE_ADDR=remote, **more))


@pytest.mark.parametrize(
    ("trusted", "remote", "forwarded", "is_at"),
    [
        ([], PERSON, None, PERSON),
        ([], PERSON, OTHER, PERSON),  # nobody is trusted: a claim is nothing
        ([], PROXY, PERSON, PROXY),
        ([PROXY], PROXY, PERSON, PERSON),
        ([PROXY], PROXY, f"{OTHER}, {PERSON}", PERSON),  # forged before the proxy wrote
        ([PROXY], PERSON, OTHER, PERSON),  # came round the proxy
        (["10.0.0.0/8"], PROXY, f"{OTHER}, {PERSON}, 10.0.0.9", PERSON),  # two proxies
        (["10.0.0.0/8"], PROXY, "10.0.0.8, 10.0.0.9", "10.0.0.8"),
        ([PROXY], PROXY, "nonsense", PROXY),
        ([PROXY], PROXY, "", PROXY),
        ([PROXY], PROXY, f"{PERSON}:5123", PERSON),
        (["::1"], "::1", "[2001:db8::1]:443", "2001:db8::1"),
        ([PROXY], "", PERSON, ""),
    ],
)
def test_the_address(settings, trusted: list[str], remote: str, forwarded: str | None, is_at: str) -> None:
    settings.TRUSTED_PROXIES = trusted
    assert at(remote, forwarded) == is_at
