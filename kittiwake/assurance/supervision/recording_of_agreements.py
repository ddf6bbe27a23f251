"""Who supervises whom, who is away, and who covers. The rest of this area's recording."""

from __future__ import annotations

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Q

from kittiwake.access.permissions import role_may
from kittiwake.accounts.models import User
from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.experience import rhythm_of
from kittiwake.assurance.supervision.models import Agreement, Away
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.record import recording_of_teams as teams
from kittiwake.record.models import Membership, Worker
from kittiwake.ui.dates import local_date


@transaction.atomic
def agree(
    worker: Worker,
    *,
    supervisor: Worker,
    starts_on: date,
    by: User,
    at: datetime,
    profession: str = rules.SOCIAL_WORKER,
) -> Agreement:
    """From that day this person supervises them; an earlier agreement ends the day it starts.

    Refuses supervision by oneself, and by somebody without a sign-in, who could neither write nor sign.
    """
    if worker == supervisor:
        raise Refused("Nobody supervises themselves. Choose somebody else.", field="supervisor")
    _can_hold(supervisor, "supervisor")
    _end_earlier(worker, starts_on)
    first_due_on = rules.due_after(rhythm_of(worker, profession, starts_on), starts_on)
    made = Agreement.objects.create(
        worker=worker,
        supervisor=supervisor,
        profession=profession,
        starts_on=starts_on,
        first_due_on=first_due_on,
        recorded_at=at,
        recorded_by=by,
    )
    history.write("supervision.agreed", made, by=by, at=at)
    return made


def _can_hold(supervisor: Worker, field: str) -> None:
    if supervisor.user is None or not role_may(supervisor.user.role, "supervision.record"):
        raise Refused(
            f"{supervisor} cannot record supervision here. Choose somebody who works with children and signs in.",
            field=field,
        )


def _end_earlier(worker: Worker, starts_on: date) -> None:
    now = Agreement.objects.select_for_update().filter(Q(ends_on=None) | Q(ends_on__gt=starts_on))
    earlier = now.filter(worker=worker).first()
    if earlier is None:
        return
    if earlier.starts_on >= starts_on:
        raise Refused("Another agreement starts that day or later. Choose a later day.", field="starts_on")
    Agreement.objects.filter(pk=earlier.pk).update(ends_on=starts_on)


@transaction.atomic
def end_agreement(agreement: Agreement, *, ends_on: date, by: User, at: datetime) -> None:
    """They are no longer supervised by this person. Refuses a second end."""
    if ends_on < agreement.starts_on:
        raise Refused("This is before the agreement started.", field="ends_on")
    if not Agreement.objects.filter(pk=agreement.pk, ends_on=None).update(ends_on=ends_on):
        raise Refused("This agreement has already ended.")
    history.write("supervision.agreement_ended", agreement, by=by, at=at)


@transaction.atomic
def be_away(
    supervisor: Worker,
    *,
    starts_on: date,
    ends_on: date | None,
    by: User,
    at: datetime,
    cover: Worker | None = None,
) -> Away:
    """A supervisor is away. `ends_on` is the first day back, where it is known."""
    if ends_on and ends_on <= starts_on:
        raise Refused("The first day back must be after the first day away.", field="ends_on")
    try:
        with transaction.atomic():
            made = Away.objects.create(
                supervisor=supervisor, starts_on=starts_on, ends_on=ends_on, recorded_at=at, recorded_by=by
            )
    except IntegrityError as problem:
        raise Refused("They are already away in those days.", field="starts_on") from problem
    history.write("supervision.away", made, by=by, at=at)
    if cover is not None:
        cover_for(made, cover=cover, by=by, at=at)
    return made


@transaction.atomic
def cover_for(away: Away, *, cover: Worker, by: User, at: datetime) -> Away:
    """Somebody holds supervision meanwhile, and sees the children of the teams the supervisor manages, for as long.

    They never see an earlier personal part. Refuses cover by whoever is away, and a second cover beside the first.
    """
    now = Away.objects.select_for_update().get(pk=away.pk)
    if cover == now.supervisor:
        raise Refused("Nobody covers for themselves. Choose somebody else.", field="cover")
    if now.cover_id is not None:
        raise Refused(f"{now.cover} covers already. End that first.", field="cover")
    if now.ends_on and now.ends_on <= local_date(at):
        raise Refused("They are back: nobody needs to cover.")
    _can_hold(cover, "cover")
    Away.objects.filter(pk=now.pk).update(cover=cover)
    _look_after_their_teams(now, cover, at)
    now.refresh_from_db()
    history.write("supervision.covered", now, by=by, at=at, changes={"Cover": (None, cover.name)})
    return now


def _look_after_their_teams(away: Away, cover: Worker, at: datetime) -> None:
    """As a member of each team the supervisor manages, to the day they are back."""
    day = max(away.starts_on, local_date(at))
    managed = Membership.objects.on(day).filter(worker=away.supervisor, manages=True)
    here = Membership.objects.on(day).filter(worker=cover).values("team_id")
    for membership in managed.exclude(team_id__in=here):
        teams.join(cover, team=membership.team, starts_on=day, ends_on=away.ends_on)


@transaction.atomic
def be_back(away: Away, *, ends_on: date, by: User, at: datetime) -> None:
    """The supervisor is back on this day: whoever covered sees their teams no longer."""
    now = Away.objects.select_for_update().get(pk=away.pk)
    if ends_on < now.starts_on:
        raise Refused("This is before they went away.", field="ends_on")
    if now.ends_on and now.ends_on <= local_date(at):
        raise Refused("They are back already.")
    Away.objects.filter(pk=now.pk).update(ends_on=ends_on)
    if now.cover is not None:
        managed = Membership.objects.on(local_date(at)).filter(worker=now.supervisor, manages=True)
        for team_id in managed.values_list("team_id", flat=True):
            teams.leave(now.cover, team_id=team_id, joined_from=now.starts_on, ends_on=ends_on)
    history.write("supervision.back", now, by=by, at=at)
