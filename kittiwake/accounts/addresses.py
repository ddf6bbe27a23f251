"""Where a request comes from: the person's address, not the proxy's, and never one that somebody merely claims.

A header says what whoever sent it likes. It is believed only from proxies the council names (settings.TRUSTED_PROXIES),
and read from the right: each trusted proxy wrote down whom it heard from, and the first who is not trusted is the person
(RFC 7239, 8.1).
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

Address = IPv4Address | IPv6Address
FORWARDED = "HTTP_X_FORWARDED_FOR"


def client_address(request: HttpRequest) -> str:
    """As text; empty where the server does not know."""
    nearest = _read(request.META.get("REMOTE_ADDR", ""))
    if nearest is None:
        return ""
    trusted = [ip_network(network, strict=False) for network in settings.TRUSTED_PROXIES]
    claimed = request.META.get(FORWARDED, "").split(",") if request.META.get(FORWARDED) else []
    return str(_first_not_trusted(nearest, claimed, trusted))


def _first_not_trusted(
    nearest: Address, claimed: list[str], trusted: Iterable[IPv4Network | IPv6Network]
) -> Address:
    for text in reversed(claimed):
        if not any(nearest in network for network in trusted):
            break
        before = _read(text)
        if before is None:
            break
        nearest = before
    return nearest


def _read(text: str) -> Address | None:
    """Some proxies add the port: 192.0.2.1:443, [2001:db8::1]:443."""
    text = text.strip()
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        return ip_address(text)
    except ValueError:
        return None
