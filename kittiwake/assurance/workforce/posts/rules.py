"""How much of a post is vacant. Pure."""

from __future__ import annotations

from decimal import Decimal


def vacant_fte(post_fte: Decimal, filled: Decimal) -> Decimal:
    """FTE of a post that nobody employed by the council fills. An agency worker covers a vacancy, and does not end it."""
    return max(post_fte - filled, Decimal(0))
