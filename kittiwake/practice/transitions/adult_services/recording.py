"""Adult services asked and answering: the only way it is written."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.transitions import events
from kittiwake.practice.transitions.models import AdultReferral
from kittiwake.practice.transitions.recording import enter
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record.models import Child
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date


@whole()
def refer(
    child: Child,
    *,
    referred_on: date,
    to_whom: str,
    needs: str,
    agrees: bool,
    by: User,
    at: datetime,
    agrees_words: str = "",
) -> AdultReferral:
    """Adult services were asked to assess. Refuses a second while one waits for its answer."""
    if AdultReferral.objects.standing().filter(child=child, answered_on=None).exists():
        raise Refused("Adult services have been asked and have not answered yet. Record their answer first.")
    entry = enter(
        child, AdultReferral, f"Adult services asked: {to_whom}", referred_on, "referred_on", by=by, at=at
    )
    referral = AdultReferral.objects.create(
        entry=entry,
        child=child,
        referred_on=referred_on,
        to_whom=to_whom,
        needs=needs,
        agrees=agrees,
        agrees_words=agrees_words,
    )
    settle(child, at)
    history.write(events.REFERRED, referral, by=by, at=at, child_id=child.pk)
    return referral


@whole()
def answer(
    referral: AdultReferral,
    *,
    answered_on: date,
    answer: str,
    words: str,
    adult_worker: str,
    by: User,
    at: datetime,
) -> None:
    """What adult services answered. A no needs its reason. Once."""
    must_stand(referral)
    if answered_on > local_date(at) or answered_on < referral.referred_on:
        raise Refused(
            "The answer came on or after the day they were asked, and not in the future.", field="answered_on"
        )
    if answer == "refused" and not words.strip():
        raise Refused(
            "Enter the reason they gave: a refusal is answered in writing (Care Act 2014, section 59).",
            field="words",
        )
    waiting = AdultReferral.objects.standing().filter(pk=referral.pk, answered_on=None)
    if not waiting.update(
        answered_on=answered_on, answer=answer, answer_words=words, adult_worker=adult_worker
    ):
        raise Refused("Their answer has already been recorded. Open it to see what they said.")
    referral.refresh_from_db()
    history.write(events.ANSWERED, referral, by=by, at=at, child_id=referral.child_id)


@whole()
def meet(referral: AdultReferral, *, met_on: date, adult_worker: str, by: User, at: datetime) -> None:
    """The adult worker has met the young person: only then is it a handover."""
    must_stand(referral)
    if met_on > local_date(at) or met_on < referral.referred_on:
        raise Refused(
            "They met on or after the day adult services were asked, and not in the future.", field="met_on"
        )
    if (
        not AdultReferral.objects.standing()
        .filter(pk=referral.pk, met_on=None)
        .update(met_on=met_on, adult_worker=adult_worker)
    ):
        raise Refused("It has already been recorded that they met. Open it to see when.")
    referral.refresh_from_db()
    history.write(events.MET, referral, by=by, at=at, child_id=referral.child_id)
