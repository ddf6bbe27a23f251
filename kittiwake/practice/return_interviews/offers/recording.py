"""The only way an offer of a return interview is written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Unpack

from kittiwake.accounts.models import User
from kittiwake.history import recording as history
from kittiwake.history.whole import whole
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import events, rules
from kittiwake.practice.return_interviews.linked_episodes import answered, settle
from kittiwake.practice.return_interviews.models import Offer, OfferEpisode
from kittiwake.practice.return_interviews.offers.facts import OfferDetails
from kittiwake.record import recording as record
from kittiwake.record.models import Child
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment

OFFER = "return_interviews.offer"


@whole()
def offer(
    child: Child,
    *,
    episodes: Collection[Episode],
    offered: Moment,
    offered_by: str,
    how: str,
    answer: str,
    by: User,
    at: datetime,
    child_words: str = "",
    **details: Unpack[OfferDetails],
) -> Offer:
    """An interview was offered about one or more returns, and this was answered. Each attempt is an offer of its own.

    Stops the offer clock of each episode; a refusal, once the child was asked often enough, also that of the interview.
    """
    must_stand(*episodes)
    placed = answered(child, episodes, offered, at, field="offered")
    summary = f"Return interview offered: {dict(rules.ANSWERS)[answer].lower()}"
    entry = record.enter(child, kind=OFFER, summary=summary, happened_at=placed.at, by=by, at=at)
    made = Offer.objects.create(
        entry=entry,
        child=child,
        offered_at=placed.at,
        time_known=placed.time_known,
        offered_by=offered_by,
        how=how,
        answer=answer,
        **details,
    )
    for episode in episodes:
        OfferEpisode.objects.create(offer=made, episode=episode)
        settle(episode)
    record.keep_words(entry, text=child_words, said_at=placed.at)
    history.write(events.OFFERED, made, by=by, at=at, child_id=child.pk)
    return made
