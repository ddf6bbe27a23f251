"""The only way the rota is set."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.council.on_call import events, rules
from kittiwake.council.on_call.models import Shift
from kittiwake.council.on_call.queries import can_be_on_call
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.ui.dates import weekday_moment


@whole()
def put_on_call(
    user: User, *, starts_at: datetime, ends_at: datetime, telephone: str = "", by: User, at: datetime
) -> Shift:
    """Refuses a time that is over, out of order or too long, somebody whose work is not with children, and one person
    twice at one time. Two people may be on call together.
    """
    field, wrong = rules.wrong_span(starts_at, ends_at, at)
    if wrong:
        raise Refused(f"{wrong}.", field=field)
    if not can_be_on_call(at).filter(pk=user.pk).exists():
        raise Refused(
            f"{user.name} does not record work with children, or has left. Choose again.", field="user"
        )
    if user.expires_at is not None and user.expires_at < ends_at:
        raise Refused(f"The account of {user.name} ends before that.", field="ends")
    twice = Refused(
        f"{user.name} is on call in that time already. Take them off first to change it.", field="user"
    )
    with refused_by(shift_once_a_person=twice):
        shift = Shift.objects.create(user=user, starts_at=starts_at, ends_at=ends_at, telephone=telephone)
    changes: history.Changes = {
        "Who": (None, user.name),
        "From": (None, weekday_moment(starts_at)),
        "Until": (None, weekday_moment(ends_at)),
    }
    history.write(events.SET, shift, by=by, at=at, changes=changes)
    return shift


@whole()
def take_off_call(shift: Shift, *, by: User, at: datetime) -> None:
    """From now on; what is over stays as it was. Refuses where it is over already."""
    ends_at = max(at, shift.starts_at)
    if not Shift.objects.filter(pk=shift.pk, ends_at__gt=ends_at).update(ends_at=ends_at):
        raise Refused("This is over already. Open the rota again to see who is on call.")
    changes: history.Changes = {
        "Who": (shift.user.name, None),
        "Until": (weekday_moment(shift.ends_at), weekday_moment(ends_at)),
    }
    history.write(events.ENDED, shift, by=by, at=at, changes=changes)
