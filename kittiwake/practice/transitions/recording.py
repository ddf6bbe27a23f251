"""The only way a young person's way into adulthood is written. Form, import and API all call these."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Unpack

from django.db.models import Model

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.transitions import events, rules
from kittiwake.practice.transitions.entitlement.rules import ADULT
from kittiwake.practice.transitions.facts import Needs, PathwayFacts
from kittiwake.practice.transitions.models import (
    AdultReferral,
    Contact,
    Home,
    NeedsAssessment,
    Pathway,
    Staying,
)
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.ages import birthday
from kittiwake.record.believing import must_be_believable
from kittiwake.record.days import YEAR
from kittiwake.record.models import Child, Entry, Worker
from kittiwake.time.moments import LONDON, local_date

KINDS = {
    NeedsAssessment: "transitions.needs_assessment",
    Pathway: "transitions.pathway",
    Home: "transitions.home",
    Contact: "transitions.contact",
    AdultReferral: "transitions.referral",
    Staying: "transitions.staying",
}


@whole()
def assess(
    child: Child, *, assessed_on: date, by: User, at: datetime, child_words: str = "", **needs: Unpack[Needs]
) -> NeedsAssessment:
    """What they will need as an adult was looked at with them."""
    entry = enter(child, NeedsAssessment, "Assessment of need", assessed_on, "assessed_on", by=by, at=at)
    assessment = NeedsAssessment.objects.create(entry=entry, child=child, assessed_on=assessed_on, **needs)
    record.keep_words(entry, text=child_words, said_at=entry.happened_at, topic="growing up")
    settle(child, at)
    history.write(events.ASSESSED, assessment, by=by, at=at, child_id=child.pk)
    return assessment


def enter(
    child: Child, kind: type[Model], summary: str, on: date, field: str, *, by: User, at: datetime
) -> Entry:
    """Refuses where nothing can be planned for them that day, and a day to come."""
    if why := rules.why_not(child.born_on if child.birth_is == "known" else None, on):
        raise Refused(why, field=field)
    if on > local_date(at):
        raise Refused("This is in the future. Enter a day that has passed.", field=field)
    moment = at if on == local_date(at) else _midday(on)
    return record.enter(child, kind=KINDS[kind], summary=summary, happened_at=moment, by=by, at=at)


def _midday(day: date) -> datetime:
    return datetime.combine(day, time(12), LONDON)


@whole()
def agree_pathway(
    child: Child,
    *,
    agreed_on: date,
    aims: str,
    took_part: bool,
    by: User,
    at: datetime,
    child_words: str = "",
    **facts: Unpack[PathwayFacts],
) -> Pathway:
    """The plan is agreed for the first time, or reviewed. Its review is due from that day.

    Refuses one without the young person that does
    not say why.
    """
    if not took_part and not facts.get("why_not"):
        raise Refused("Say why they did not take part.", field="why_not")
    copy_given_on = facts.get("copy_given_on")
    if copy_given_on and not agreed_on <= copy_given_on <= local_date(at):
        raise Refused(
            "They get their copy on or after the day it was agreed, and not in the future.",
            field="copy_given_on",
        )
    before = Pathway.objects.standing().filter(child=child).order_by("-agreed_on", "-pk").first()
    if before and agreed_on < before.agreed_on:
        raise Refused("There is a later plan or review. Enter a day after it.", field="agreed_on")
    summary = "Pathway plan reviewed" if before else "Pathway plan agreed"
    entry = enter(child, Pathway, summary, agreed_on, "agreed_on", by=by, at=at)
    pathway = Pathway.objects.create(
        entry=entry,
        child=child,
        review_of=before,
        agreed_on=agreed_on,
        aims=aims,
        took_part=took_part,
        **facts,
    )
    record.keep_words(entry, text=child_words, said_at=entry.happened_at, topic="their plan")
    if before:
        record.inform(entry, because_of=before.entry, how="Earlier plan")
    settle(child, at)
    history.write(events.PATHWAY_AGREED, pathway, by=by, at=at, child_id=child.pk)
    return pathway


@whole()
def stay(
    child: Child,
    *,
    worker_name: str,
    agreed_on: date,
    agreed_by: str,
    by: User,
    at: datetime,
    until_on: date | None = None,
    how: str = "",
    child_words: str = "",
) -> Staying:
    """A worker they know goes on after 18. Refuses an end before the birthday: that is not staying."""
    must_be_believable(at, of=child, ahead=8 * YEAR, agreed_on=agreed_on, until_on=until_on)
    entry = enter(child, Staying, f"{worker_name} stays after 18", agreed_on, "agreed_on", by=by, at=at)
    assert child.born_on is not None  # enter refuses one not known
    if until_on and until_on <= birthday(child.born_on, ADULT):
        raise Refused(
            "This is not after they turn 18. Leave it empty where no end is agreed.", field="until_on"
        )
    named = Worker.objects.filter(name=worker_name)[:2]
    staying = Staying.objects.create(
        entry=entry, child=child, worker_name=worker_name, worker=named[0] if len(named) == 1 else None,
        agreed_on=agreed_on, agreed_by=agreed_by, until_on=until_on, how=how,
    )  # fmt: skip
    record.keep_words(entry, text=child_words, said_at=entry.happened_at, topic="who stays")
    history.write(events.STAYS, staying, by=by, at=at, child_id=child.pk)
    return staying


@whole()
def strike_out(entry: Entry, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly. The clocks it stopped run again, due when they always were."""
    record.strike_out(entry, reason=reason, by=by, at=at)
    settle(entry.child, at)
    history.write(events.STRUCK_OUT, entry, by=by, at=at, child_id=entry.child_id)
