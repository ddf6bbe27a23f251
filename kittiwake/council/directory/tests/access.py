"""Who may open the pages of the directory. They are about no child. What a directory asks proves itself with a token."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.council.directory.models import DirectoryPerson, DirectoryToken
from kittiwake.council.directory.recording import ending, roles, tokens
from kittiwake.council.directory.tests.asking import listed
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, open_to_all, writes


def make(made: Made) -> None:
    """A group that gives a role, a token, somebody who waits for a role, and somebody whose end is held."""
    number = DirectoryPerson.objects.count()
    row = roles.give_role(group=f"Group {made.token} {number}", role="auditor", by=made.by, at=made.at)
    made["group_role"] = row.pk
    ends_on = local_date(made.at) + timedelta(days=30)
    tokens.make_token(name="Entra", ends_on=ends_on, by=made.by, at=made.at)
    made["token"] = DirectoryToken.objects.first().pk
    made["waiting"] = _listed(made, f"Waiting {number}").pk
    held = _listed(made, f"Held {number}", emails=[{"value": _account(made, number).email}])
    ending._write(held, held_at=made.at, held_because=DirectoryPerson.Held.MANY)
    made["held"] = held.pk


def _account(made: Made, number: int) -> User:
    email = f"held.{made.token.lower()}.{number}@saltmere.example"
    return accounts.add_user(email=email, name="Kim Held", role="auditor", by=made.by, at=made.at)


def _listed(made: Made, name: str, **more: object) -> DirectoryPerson:
    return listed(f"{name} {made.token}", made.by, **more)


NO_CHILD = {"of_a_child": False}

PAGES = [
    lists("directory:directory", Power.ADMINISTER),
    writes("directory:add_group_role", Power.ADMINISTER),
    writes("directory:end_group_role", Power.ADMINISTER, pk="group_role", **NO_CHILD),
    writes("directory:change_rules", Power.ADMINISTER),
    writes("directory:make_token", Power.ADMINISTER),
    lists("directory:token", Power.ADMINISTER),
    writes("directory:revoke_token", Power.ADMINISTER, pk="token", **NO_CHILD),
    writes("directory:give_role", Power.ADMINISTER, pk="waiting", **NO_CHILD),
    writes("directory:decide_end", Power.ADMINISTER, pk="held", **NO_CHILD),
    writes("directory:decide_many_ends", Power.ADMINISTER),
    open_to_all("directory:users"),
    open_to_all("directory:user", at={"pk": 1}),
    open_to_all("directory:groups"),
    open_to_all("directory:group", at={"pk": 1}),
    open_to_all("directory:discovery", at={"rest": "Schemas"}),
]
