"""Under which names the service is reached, and whether anybody reaches it from another machine."""

from __future__ import annotations

from collections.abc import Collection

HERE = ("localhost", "127.0.0.1", "[::1]")


def are_elsewhere(hosts: Collection[str], origins: Collection[str]) -> bool:
    """Where only this machine's own names are answered nothing leaves it, and a new council is opened in its browser as it
    is served. As soon as another name is given, all of it goes by TLS."""
    return bool(origins) or not set(hosts) <= set(HERE)
