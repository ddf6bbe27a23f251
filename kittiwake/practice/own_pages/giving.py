"""Whether somebody may give this child a page, and this child be given one. Reads only."""

from __future__ import annotations

from datetime import date

from kittiwake.access import footing, powers
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.practice.own_pages import rules, settings
from kittiwake.practice.own_pages.models import Hold
from kittiwake.record.models import Child

NOT_THEIRS = (
    "Only those whose child this is give them their page, after they have talked with them: who works with them, or manages"
    " those who do. Ask one of them."
)
RESTRICTED = (
    "This record is restricted. A manager who is named for it gives them their page: ask one of them."
)
HELD = "For now they are not to have a page of their own. Look at why, and ask a manager."


def why_not_by(child: Child, user: User) -> str:
    """On account of who one is; "" where they may. Their child, and of a restricted one a manager's."""
    if not footing.holds(child, user):
        return NOT_THEIRS
    restricted = Child.objects.filter(pk=child.pk, restricted=True).exists()
    return RESTRICTED if restricted and not powers.role_may(user.role, Power.OVERSEE) else ""


def why_not_to(child: Child, today: date) -> str:
    """On account of who the child is, and what stands on their record; "" where they can be given one."""
    if child.died_on or child.withdrawn_at:
        return "This record is closed to new work. Check that it is the right child."
    if Hold.objects.standing().filter(child=child).exists():
        return HELD
    born_on = None if child.birth_is == "due" else child.born_on
    return rules.why_not_at_their_age(born_on, settings.youngest(today), today)
