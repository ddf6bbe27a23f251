"""Who is on call, and who can be."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q, QuerySet

from kittiwake.access.powers import roles_that_may
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import NOT_PEOPLE
from kittiwake.areas.powers import Power
from kittiwake.council.on_call.models import Shift


def on_call_at(at: datetime) -> set[int]:
    return set(Shift.objects.at(at).values_list("user", flat=True))


def can_be_on_call(at: datetime) -> QuerySet[User]:
    """Whose role records work with children."""
    roles = [role for role in roles_that_may(Power.RECORD) if role not in NOT_PEOPLE]
    is_open = Q(is_active=True) & (Q(expires_at=None) | Q(expires_at__gt=at))
    return User.objects.filter(is_open, role__in=roles).order_by("name", "pk")
