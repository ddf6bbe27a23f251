"""Who may open the pages of accounts. They are about no child, and show no young person's account."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.accounts import events
from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.history import recording as history
from kittiwake.record.models import Agency, Team
from kittiwake.time.moments import local_date
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    """Somebody with an account, somebody whose role changes next week, and somebody who has left."""
    made["account"] = _add(made, "here").pk
    changing = _add(made, "changing")
    starts_on = local_date(made.at) + timedelta(days=7)
    accounts.change_role(changing, role="analyst", starts_on=starts_on, by=made.by, at=made.at)
    made["account_changing"] = changing.pk
    gone = _add(made, "gone")
    accounts.end_user(gone, by=made.by, at=made.at)
    made["account_closed"] = gone.pk


def _add(made: Made, name: str) -> User:
    number = User.objects.count()
    email = f"{name}.{made.token.lower()}.{number}@saltmere.example"
    return accounts.add_user(email=email, name=f"Kim {name}", role="auditor", by=made.by, at=made.at)


def _more(made: Made, more: int) -> None:
    """The last are about a team and an agency: few or many, those are read for their names."""
    for _ in range(more):
        _add(made, "more")
    for subject in (Team.objects.first(), Agency.objects.first()):
        history.write(events.USER_ADDED, subject, by=made.by, at=made.at)


NO_CHILD = {"of_a_child": False}

PAGES = [
    lists("people:people", Power.ADMINISTER),
    lists("people:acts", Power.SEE_ADMINISTRATION, grows=_more, at_most=12),
    lists("people:proposed_workers", Power.ADMINISTER),
    writes("people:add_person", Power.ADMINISTER),
    reads("people:person", Power.ADMINISTER, pk="account", **NO_CHILD),
    writes("people:change_address", Power.ADMINISTER, pk="account", **NO_CHILD),
    writes("people:invite", Power.ADMINISTER, pk="account", **NO_CHILD),
    writes("people:invite_by_mail", Power.ADMINISTER, pk="account", **NO_CHILD),
    reads("people:invitation", Power.ADMINISTER, pk="account", **NO_CHILD),
    writes("people:change_role", Power.ADMINISTER, pk="account", **NO_CHILD),
    writes("people:keep_role", Power.ADMINISTER, pk="account_changing", **NO_CHILD),
    writes("people:set_last_day", Power.ADMINISTER, pk="account", **NO_CHILD),
    writes("people:close", Power.ADMINISTER, pk="account", **NO_CHILD),
    writes("people:open_again", Power.ADMINISTER, pk="account_closed", **NO_CHILD),
    writes("people:forget_factors", Power.ADMINISTER, pk="account", **NO_CHILD),
    writes("people:end_sessions", Power.ADMINISTER, pk="account", **NO_CHILD),
    writes("people:tie", Power.ADMINISTER, pk="account", **NO_CHILD),
]
