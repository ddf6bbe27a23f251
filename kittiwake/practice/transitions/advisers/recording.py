"""Where a care leaver lives and their adviser’s contacts: the only way they are written."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.practice.transitions import rules
from kittiwake.practice.transitions.models import (
    Contact,
    Home,
)
from kittiwake.practice.transitions.recording import KINDS, enter
from kittiwake.primitives.clocks.recording_of_duties import settle
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment


@transaction.atomic
def live_at(
    child: Child,
    *,
    starts_on: date,
    kind: str,
    is_suitable: bool,
    council_provides: bool,
    by: User,
    at: datetime,
    words: str = "",
    child_words: str = "",
) -> Home:
    """Where they live from that day. Where the council provides it, their adviser visits within 7 days."""
    if is_suitable and kind in rules.NEVER_SUITABLE:
        raise Refused(
            "Bed and breakfast, or nowhere settled, is not suitable for a care leaver (guidance to the Children Act 1989, volume 3).",
            field="is_suitable",
        )
    summary = f"Lives: {dict(rules.HOMES)[kind].lower()}"
    entry = enter(child, Home, summary, starts_on, "starts_on", by=by, at=at)
    made = Home.objects.create(
        entry=entry, child=child, starts_on=starts_on, kind=kind, is_suitable=is_suitable,
        council_provides=council_provides, words=words,
    )  # fmt: skip
    record.keep_words(entry, text=child_words, said_at=entry.happened_at, topic="where they live")
    settle(child, at)
    history.write("transitions.home", made, by=by, at=at, child_id=child.pk)
    return made


@transaction.atomic
def contact(
    child: Child,
    *,
    contacted: Moment,
    adviser_name: str,
    how: str,
    activity: str,
    by: User,
    at: datetime,
    words: str = "",
    child_words: str = "",
) -> Contact:
    """The adviser was in touch, or tried. Only being in touch meets the duty of contact; only a visit where they live
    meets that of the visit."""
    if contacted.at > at:
        raise Refused("This is in the future. Enter a time that has passed.", field="contacted")
    if why := rules.why_not(child.born_on if child.birth_is == "known" else None, contacted.on):
        raise Refused(why, field="contacted")
    summary = f"Personal adviser: {dict(rules.MEANS)[how].lower()}"
    entry = record.enter(child, kind=KINDS[Contact], summary=summary, happened_at=contacted.at, by=by, at=at)
    made = Contact.objects.create(
        entry=entry, child=child, at=contacted.at, time_known=contacted.time_known, adviser_name=adviser_name,
        how=how, activity=activity, words=words,
    )  # fmt: skip
    record.keep_words(entry, text=child_words, said_at=contacted.at)
    settle(child, at)
    history.write("transitions.contacted", made, by=by, at=at, child_id=child.pk)
    return made
