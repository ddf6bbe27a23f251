"""What the forms of people and teams need first."""

from __future__ import annotations

from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from allauth.usersessions.models import UserSession

from kittiwake.accounts.models import User
from tests.driving.states.state import State
from tests.driving.world import World


def _with_app(world: World) -> dict[str, Any]:
    TOTP.activate(User.objects.get(pk=world.made["account"]), "JBSWY3DPEHPK3PXP")
    return {}


def _signed_in(world: World) -> dict[str, Any]:
    facts = {"ip": "192.0.2.1", "user_agent": "A browser", "session_key": "made-up"}
    UserSession.objects.create(user_id=world.made["account"], **facts)
    return {}


def _terms(world: World) -> dict[str, list[str]]:
    return {"terms": ["2 September 2026 to 23 October 2026"], "closed": ["1 October 2026"]}


STATES = {
    "clocks:set_terms": State(given=_terms),
    "people:forget_factors": State(make=_with_app),
    "people:end_sessions": State(make=_signed_in),
}
