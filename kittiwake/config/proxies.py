"""The proxies in front of the service, as the council names them."""

from __future__ import annotations

from ipaddress import ip_network

from django.core.exceptions import ImproperlyConfigured


def named(text: str) -> list[str]:
    """Addresses and networks, with commas between."""
    proxies = [proxy.strip() for proxy in text.split(",") if proxy.strip()]
    for proxy in proxies:
        try:
            ip_network(proxy, strict=False)
        except ValueError:
            raise ImproperlyConfigured(
                f"KITTIWAKE_TRUSTED_PROXIES: {proxy!r} is no address or network, like 10.0.0.5 or 10.1.0.0/16."
            ) from None
    return proxies
