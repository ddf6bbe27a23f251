"""How a council begins: its name, and the link with which its first administrator lets everybody else in."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.council.setting_up import events
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.models import Agency
from kittiwake.record.recording import teams


@whole()
def begin(council: str, *, administrator: str, name: str = "", by: User, at: datetime) -> str:
    """The path of a link, good once and for a day. Asked for again while nobody has signed in, a mistyped name or address
    is mended, and a new link takes the place of the one before.

    Refuses once somebody has signed in: from then on an administrator lets people in.
    """
    if User.objects.filter(last_login__isnull=False).exists():
        raise Refused(
            "This council is set up: somebody has signed in already. Ask a system administrator, who lets others in on the page "
            "“People”."
        )
    if not council.strip():
        raise Refused("Enter the council’s name.")
    _name_council(council.strip(), by=by, at=at)
    name = name.strip() or _name_in(administrator)
    first = User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).order_by("pk").first()
    if first is None:
        role = Role.ADMINISTRATOR
        first = accounts.add_user(email=administrator, name=name, role=role, by=by, at=at)
    elif first.email != administrator.strip().lower():
        accounts.change_address(first, email=administrator, name=name, by=by, at=at)
    return accounts.invite(first, by=by, at=at)


def _name_council(name: str, *, by: User, at: datetime) -> None:
    agency = Agency.objects.filter(kind="council").order_by("pk").first()
    was = agency.name if agency else ""
    if was == name:
        return
    named = teams.name_council(agency, name)
    history.write(events.COUNCIL_NAMED, named, by=by, at=at, changes={"name": (was, name)})


def _name_in(address: str) -> str:
    """robin.marsh@… as Robin Marsh, until they are called otherwise."""
    return address.partition("@")[0].replace(".", " ").replace("_", " ").title()
