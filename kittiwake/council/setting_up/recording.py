"""How a council begins: its name, and the link with which its first administrator lets everybody else in."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.areas.steps import Step
from kittiwake.council.setting_up import events
from kittiwake.council.setting_up.models import StepAnswer
from kittiwake.council.settings import queries
from kittiwake.council.settings.details import NAME
from kittiwake.council.settings.recording import set_detail
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.time.moments import local_date

WHY = "As the council was set up"
SOMEBODY_ELSE = "Somebody else has just answered this. Look at the page again."


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


@whole()
def answer(step: Step, *, is_done: bool, why: str, version: int, by: User, at: datetime) -> StepAnswer:
    """It is done though Kittiwake does not see it, or this council does without; or not after all.

    `version` is how many answers there were when it was read. Refuses no reason, and a second person who had not seen the first.
    """
    given = StepAnswer.objects.filter(key=step.key).order_by("-number").first()
    if version != (given.number if given else 0):
        raise Refused(SOMEBODY_ELSE)
    if not why.strip():
        raise Refused("Say how it is done, or why the council does without.", field="why")
    with refused_by(step_answer_one_after_another=Refused(SOMEBODY_ELSE)):
        row = StepAnswer.objects.create(
            key=step.key, number=version + 1, is_done=is_done, why=why.strip(), by=by, at=at
        )
    changes = {step.title: (given.why if given else None, row.why)}
    history.write(events.STEP_ANSWERED, row, by=by, at=at, changes=changes)
    return row


def _name_council(name: str, *, by: User, at: datetime) -> None:
    today, version = local_date(at), len(queries.changes().get(NAME.key, ()))
    if version and queries.value_on(NAME, today) == name:
        return
    set_detail(NAME, value=name, effective_from=today, why=WHY, version=version, by=by, at=at)


def _name_in(address: str) -> str:
    """robin.marsh@… as Robin Marsh, until they are called otherwise."""
    return address.partition("@")[0].replace(".", " ").replace("_", " ").title()
