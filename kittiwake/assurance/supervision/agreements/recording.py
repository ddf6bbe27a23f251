"""Who supervises whom, from a day to a day. Who covers for a supervisor is recorded in allocation."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Q

from kittiwake.accounts.models import User
from kittiwake.assurance.allocation.cover.queries import may_hold_supervision
from kittiwake.assurance.supervision import events, rules
from kittiwake.assurance.supervision.experience import rhythm_of
from kittiwake.assurance.supervision.models import SupervisionAgreement
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker


@whole()
def agree(
    worker: Worker,
    *,
    supervisor: Worker,
    starts_on: date,
    by: User,
    at: datetime,
    profession: str = rules.SOCIAL_WORKER,
) -> SupervisionAgreement:
    """From that day this person supervises them; an earlier agreement ends the day it starts.

    Refuses supervision by oneself, and by somebody without a sign-in, who could neither write nor sign.
    """
    must_be_believable(at, starts_on=starts_on)
    if worker == supervisor:
        raise Refused("Nobody supervises themselves. Choose somebody else.", field="supervisor")
    _refuse_who_cannot_hold(supervisor)
    _end_earlier(worker, starts_on)
    first_due_on = rules.due_after(rhythm_of(worker, profession, starts_on), starts_on)
    agreement = SupervisionAgreement.objects.create(
        worker=worker,
        supervisor=supervisor,
        profession=profession,
        starts_on=starts_on,
        first_due_on=first_due_on,
        recorded_at=at,
        recorded_by=by,
    )
    history.write(events.AGREED, agreement, by=by, at=at)
    return agreement


def _refuse_who_cannot_hold(supervisor: Worker) -> None:
    if not may_hold_supervision(supervisor):
        raise Refused(
            f"{supervisor} cannot record supervision here. Choose somebody who works with children and signs in.",
            field="supervisor",
        )


def _end_earlier(worker: Worker, starts_on: date) -> None:
    now = SupervisionAgreement.objects.select_for_update().filter(Q(ends_on=None) | Q(ends_on__gt=starts_on))
    earlier = now.filter(worker=worker).first()
    if earlier is None:
        return
    if earlier.starts_on >= starts_on:
        raise Refused("Another agreement starts that day or later. Choose a later day.", field="starts_on")
    SupervisionAgreement.objects.filter(pk=earlier.pk).update(ends_on=starts_on)


@whole()
def end_agreement(agreement: SupervisionAgreement, *, ends_on: date, by: User, at: datetime) -> None:
    """They are no longer supervised by this person. Refuses a second end."""
    must_be_believable(at, ends_on=ends_on)
    if ends_on < agreement.starts_on:
        raise Refused("This is before the agreement started.", field="ends_on")
    if not SupervisionAgreement.objects.filter(pk=agreement.pk, ends_on=None).update(ends_on=ends_on):
        raise Refused("This agreement has already ended. Make a new one instead.")
    history.write(events.AGREEMENT_ENDED, agreement, by=by, at=at)
