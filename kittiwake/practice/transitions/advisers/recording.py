"""Where a care leaver lives and their adviser’s contacts: the only way they are written."""

from __future__ import annotations

from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.practice.transitions import events, rules
from kittiwake.practice.transitions.models import Contact
from kittiwake.practice.transitions.recording import KINDS
from kittiwake.primitives.clocks.duties.recording import settle
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment


@whole()
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
    row = Contact.objects.create(
        entry=entry, child=child, at=contacted.at, time_known=contacted.time_known, adviser_name=adviser_name,
        how=how, activity=activity, words=words,
    )  # fmt: skip
    record.keep_words(entry, text=child_words, said_at=contacted.at)
    settle(child, at)
    history.write(events.CONTACTED, row, by=by, at=at, child_id=child.pk)
    return row
