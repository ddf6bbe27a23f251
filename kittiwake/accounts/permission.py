"""How a view says who may open it. What a role holds is one table in `access.permissions`; the asking is done there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest

EVERYBODY = "everybody"
View = TypeVar("View", bound=Callable)


def may(permission: str) -> Callable[[View], View]:
    """What a view asks of whoever opens it: a name from access.permissions, or EVERYBODY without signing in."""

    def declare(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]
        return view

    return declare


def is_ours(request: HttpRequest) -> bool:
    """A page of the record: one that says who may open it, and not everybody."""
    view = request.resolver_match.func if request.resolver_match else None
    return getattr(view, "permission", EVERYBODY) != EVERYBODY
