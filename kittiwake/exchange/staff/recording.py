"""A list of staff, from reading it to recording it: all of it that can be recorded, or nothing."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts import recording as accounts
from kittiwake.accounts.models import User
from kittiwake.council.people import recording as people
from kittiwake.council.teams import recording as teams
from kittiwake.exchange.models import StaffList
from kittiwake.exchange.reading.source import Source
from kittiwake.exchange.staff import events
from kittiwake.exchange.staff.facts import ADDED, CHANGED, LAST_DAY, NAME, ROLE, TEAM, Plan
from kittiwake.exchange.staff.planning import plans
from kittiwake.exchange.staff.reading import read_staff
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.models import Team, Worker
from kittiwake.time.moments import ONE_DAY, local_date, start_of
from kittiwake.ui.dates import counted


@whole()
def read(source: Source, *, by: User, at: datetime) -> StaffList:
    """Nothing of it is recorded yet. Raises UnreadableFile with one sentence for a file that cannot be read."""
    rows, notes = read_staff(source)
    staff = StaffList.objects.create(
        user=by, name=source.name[:200], sha256=source.sha256, rows=rows, notes=notes, read_at=at
    )
    history.write(events.STAFF_READ, staff, by=by, at=at, changes={"rows": (None, len(rows))})
    return staff


@whole()
def record(staff: StaffList, *, by: User, at: datetime) -> None:
    """What its rows say is so from now on, held against the accounts as they are at this moment; rows that cannot be recorded
    are left out. Where one is refused nothing is recorded. Refuses a list that is settled, or says nothing new."""
    now = _held(staff)
    wanted = [plan for plan in plans(now.rows, by, at) if plan.does]
    if not wanted:
        raise Refused("Nothing in this list is new. Mend the file and send it again, or discard it.")
    for plan in wanted:
        try:
            _record(plan, by=by, at=at)
        except Refused as refused:
            raise Refused(
                f"Nothing was recorded. Look at row {plan.line}, {plan.who}: {refused}"
            ) from refused
    added = sum(plan.pile == ADDED for plan in wanted)
    changed = sum(plan.pile == CHANGED for plan in wanted)
    said = f"{counted(added, 'account', 'accounts')} added, {changed} changed"
    StaffList.objects.filter(pk=now.pk).update(recorded_at=at, rows=[], said=said)
    history.write(
        events.STAFF_RECORDED, now, by=by, at=at, changes={"added": (0, added), "changed": (0, changed)}
    )


def _record(plan: Plan, *, by: User, at: datetime) -> None:
    ends_at = start_of(plan.last_day + ONE_DAY) if plan.last_day else None
    if plan.account_id is None:
        user = accounts.add_user(
            email=plan.email, name=plan.name, role=plan.role, expires_at=ends_at, by=by, at=at
        )
    else:
        user = User.objects.get(pk=plan.account_id)
        if NAME in plan.does:
            accounts.change_address(user, email=user.email, name=plan.name, by=by, at=at)
        if LAST_DAY in plan.does:
            accounts.change_end(user, ends_at=ends_at, by=by, at=at)
        if ROLE in plan.does:
            accounts.change_role(user, role=plan.role, by=by, at=at)
    if TEAM in plan.does and plan.team_id is not None:
        team = Team.objects.get(pk=plan.team_id)
        worker = Worker.objects.filter(user=user).first() or people.tie(user, worker=None, by=by, at=at)
        teams.join(team, worker=worker, manages=plan.manages, starts_on=local_date(at), by=by, at=at)


@whole()
def discard(staff: StaffList, *, by: User, at: datetime) -> None:
    """It is not wanted. What the file said is not kept."""
    now = _held(staff)
    StaffList.objects.filter(pk=now.pk).update(discarded_at=at, rows=[], notes=[])
    history.write(events.STAFF_DISCARDED, now, by=by, at=at)


def _held(staff: StaffList) -> StaffList:
    now = StaffList.objects.select_for_update().get(pk=staff.pk)
    if not now.is_open:
        raise Refused("This list was recorded or discarded already. Send the file again.")
    return now
