"""The loop of each return: what the record says of it, in a few queries however many returns. Reads only.

It follows the links that the areas keep: which offer and interview a return had, what was listed, judged and planned
because of what was said, who looked at it, and what the child was told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import cached_property

from kittiwake.access.viewer import Viewer
from kittiwake.areas.powers import Power
from kittiwake.practice.loop.rules import Facts
from kittiwake.practice.missing import rules as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.replies.models import Reply
from kittiwake.practice.replies.rules import TOLD
from kittiwake.practice.return_interviews import rules as interviews
from kittiwake.practice.return_interviews.broken_links import CHANGED_THE_PLAN
from kittiwake.practice.return_interviews.models import CoveredEpisode, NotHeld, OfferEpisode
from kittiwake.practice.return_interviews.settings import times_asked
from kittiwake.practice.risk.models import RiskMovement
from kittiwake.primitives.claims.models import Claim
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.oversight.broken_links import LOOKED_AT
from kittiwake.primitives.oversight.models import Review, Turn
from kittiwake.primitives.oversight.showing import STATES
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.queries.together import together
from kittiwake.record.models import InformedBy

ASKS = (Power.SEE_MISSING, Power.SEE, Power.SEE, Power.SEE, Power.SEE_PLANS, Power.SEE)
REFUSED = "They said no"
STRUCK_OUT = "entry__struck_out_at"


def may_see_loops(viewer: Viewer) -> bool:
    """Who sees every part of it: a loop with parts left out would say that nothing was done."""
    return not viewer.is_outside and all(viewer.may(power) for power in ASKS)


@dataclass
class ReturnRecords:
    """One return, and where each part of its loop is."""

    episode: Episode
    offer: int | None = None
    not_held: int | None = None
    interview: int | None = None
    plan: int | None = None
    plan_kind: str = ""
    review: int | None = None
    reply: int | None = None
    facts: Facts = field(default_factory=Facts)


@dataclass(frozen=True)
class _Version:
    pk: int
    first: int
    number: int
    held_at: datetime
    hear_back: str


class Finder:
    """Everything about these returns, read once by kind and handed out return by return."""

    def __init__(self, viewer: Viewer, episodes: Sequence[Episode]) -> None:
        self.viewer, self.episodes = viewer, episodes
        self.ids = [episode.pk for episode in episodes]
        together(
            lambda: self.offers,
            lambda: self.not_held,
            lambda: self.due,
            lambda: self.versions,
            lambda: self.reviews,
        )
        together(lambda: self.learned, lambda: self.judged, lambda: self.informed, lambda: self.replies)

    @cached_property
    def heard(self) -> set[int]:
        return {version.pk for versions in self.versions.values() for version in versions}

    @cached_property
    def offers(self) -> dict[int, list[interviews.Offered]]:
        offers: dict[int, list[interviews.Offered]] = defaultdict(list)
        for episode, *offered in _offers(self.viewer, self.ids):
            offers[episode].append(interviews.Offered(*offered))
        return offers

    @cached_property
    def not_held(self) -> dict[int, tuple[int, str]]:
        words, rows = dict(interviews.NOT_HELD), _not_held(self.viewer, self.ids)
        return {episode: (pk, words.get(reason, reason)) for episode, pk, reason in rows}

    @cached_property
    def due(self) -> dict[tuple[int, str], datetime]:
        return {(entry, key): due_at for entry, key, due_at in _due(self.viewer, self.ids)}

    @cached_property
    def versions(self) -> dict[int, list[_Version]]:
        versions: dict[int, list[_Version]] = defaultdict(list)
        for episode, pk, first, *rest in _versions(self.viewer, self.ids):
            versions[episode].append(_Version(pk, first or pk, *rest))
        return versions

    @cached_property
    def learned(self) -> set[int]:
        return set(_learned(self.viewer, self.heard))

    @cached_property
    def judged(self) -> set[int]:
        return {because_of for because_of in _judged(self.viewer, self.heard) if because_of}

    @cached_property
    def informed(self) -> dict[int, list[tuple[int, str, datetime]]]:
        """Plans, by the interview they were made because of, oldest first."""
        plans: dict[int, list[tuple[int, str, datetime]]] = defaultdict(list)
        for cause, pk, kind, recorded_at in _informed(self.viewer, self.heard):
            plans[cause].append((pk, kind, recorded_at))
        return plans

    @cached_property
    def replies(self) -> dict[int, list[tuple[int, datetime | None]]]:
        replies: dict[int, list[tuple[int, datetime | None]]] = defaultdict(list)
        for cause, pk, told_at in _replies(self.viewer, self.heard):
            replies[cause].append((pk, told_at))
        return replies

    @cached_property
    def reviews(self) -> list[tuple[int, int, str, int, str]]:
        """Of plans of these children, newest first: (pk, entry, kind, child, state)."""
        return _reviews(self.viewer, {episode.child_id for episode in self.episodes})

    # Return by return

    def of(self, episode: Episode) -> ReturnRecords:
        versions = sorted(self.versions[episode.pk], key=lambda version: (version.first, version.number))
        heard = [version.pk for version in versions]
        records = ReturnRecords(episode, interview=heard[-1] if heard else None)
        self._add_offer(records)
        plans = sorted(plan for pk in heard for plan in self.informed[pk])
        seen_words, accepted = self._add_plan(records, plans)
        told_at = self._add_reply(records, heard)
        held_at = min((version.held_at for version in versions), default=None)
        due = self.due
        records.facts = Facts(
            returned_at=episode.returned_at,
            offered_at=self.offers[episode.pk][0].at if self.offers[episode.pk] else None,
            offer_due_at=due.get((episode.pk, missing.INTERVIEW_OFFER.key)),
            held_at=held_at,
            interview_due_at=due.get((episode.pk, missing.RETURN_INTERVIEW.key)),
            not_held=self._why_not(episode),
            learned=not self.learned.isdisjoint(heard),
            judged=not self.judged.isdisjoint(heard),
            planned=bool(plans),
            plan_due_at=limits.due(CHANGED_THE_PLAN, held_at).due_at if held_at else None,
            seen=accepted,
            seen_words=seen_words,
            seen_due_at=limits.due(LOOKED_AT, plans[0][2]).due_at if plans else None,
            written=records.reply is not None,
            told_at=told_at,
            told_due_at=limits.due(TOLD, held_at).due_at if held_at else None,
            wants_to_hear=not versions or versions[-1].hear_back != interviews.NOT_WANTED,
        )
        return records

    def _why_not(self, episode: Episode) -> str:
        if episode.pk in self.not_held:
            return self.not_held[episode.pk][1]
        return REFUSED if self._has_refused(episode) else ""

    def _has_refused(self, episode: Episode) -> bool:
        often = times_asked(episode.returned_at)
        return interviews.duty_met(self.offers[episode.pk], [], asked_often=often) is not None

    def _add_offer(self, records: ReturnRecords) -> None:
        offers = self.offers[records.episode.pk]
        records.offer = offers[-1].entry_id if offers else None
        records.not_held = self.not_held.get(records.episode.pk, (None, ""))[0]

    def _add_plan(self, records: ReturnRecords, plans: list[tuple[int, str, datetime]]) -> tuple[str, bool]:
        """The newest plan, and of the looks at it and at later versions of the first the one that tells most."""
        if not plans:
            return "", False
        records.plan, records.plan_kind = plans[-1][0], plans[-1][1]
        first, kind, _ = plans[0]
        looks = [
            (pk, state)
            for pk, entry, of_kind, child, state in self.reviews
            if (of_kind, child) == (kind, records.episode.child_id) and entry >= first
        ]
        accepted = [look for look in looks if look[1] == Turn.ACCEPT]
        if not looks:
            return "Not put forward", False
        records.review, state = (accepted or looks)[0]
        return STATES[state].text, bool(accepted)

    def _add_reply(self, records: ReturnRecords, heard: list[int]) -> datetime | None:
        replies = [reply for pk in heard for reply in self.replies[pk]]
        told = [reply for reply in replies if reply[1]]
        records.reply = (told or replies)[-1][0] if replies else None
        return told[0][1] if told else None


def find(viewer: Viewer, episodes: Sequence[Episode]) -> list[ReturnRecords]:
    """One for each return, in the order given. Asks the database as often for many as for one, and not for none."""
    if not episodes:
        return []
    finder = Finder(viewer, episodes)
    return [finder.of(episode) for episode in episodes]


# What is asked of each kind


@kept
def _offers(viewer: Viewer, episodes: list[int]) -> QuerySet[OfferEpisode, tuple[Any, ...]]:
    rows = viewer.see(OfferEpisode).filter(Among("episode_id", episodes), offer__entry__struck_out_at=None)
    names = ("episode_id", "offer_id", "offer__offered_at", "offer__answer")
    return rows.order_by("offer__offered_at", "offer_id").values_list(*names)


@kept
def _not_held(viewer: Viewer, episodes: list[int]) -> QuerySet[NotHeld, tuple[int, int, str]]:
    rows = viewer.see(NotHeld).final().filter(Among("episode_id", episodes))
    return rows.order_by("pk").values_list("episode_id", "pk", "reason")


@kept
def _due(viewer: Viewer, episodes: list[int]) -> QuerySet[Clock, tuple[int, str, datetime]]:
    keys = [missing.INTERVIEW_OFFER.key, missing.RETURN_INTERVIEW.key]
    rows = viewer.see(Clock).filter(Among("entry_id", episodes), key__in=keys, cancelled_at=None)
    return rows.values_list("entry_id", "key", "due_at")


@kept
def _versions(viewer: Viewer, episodes: list[int]) -> QuerySet[CoveredEpisode, tuple[Any, ...]]:
    rows = viewer.see(CoveredEpisode).filter(
        Among("episode_id", episodes), interview__entry__struck_out_at=None
    )
    names = ("version_of_id", "number", "held_at", "hear_back")
    return rows.values_list("episode_id", "interview_id", *(f"interview__{name}" for name in names))


@kept
def _learned(viewer: Viewer, heard: set[int]) -> QuerySet[Claim, int]:
    return viewer.see(Claim).standing().filter(Among("entry_id", heard)).values_list("entry_id", flat=True)


@kept
def _judged(viewer: Viewer, heard: set[int]) -> QuerySet[RiskMovement, int | None]:
    rows = viewer.see(RiskMovement).filter(Among("because_of_id", heard), risk__entry__struck_out_at=None)
    return rows.values_list("because_of_id", flat=True)


@kept
def _informed(viewer: Viewer, heard: set[int]) -> QuerySet[InformedBy, tuple[int, int, str, datetime]]:
    plans = viewer.see(InformedBy).filter(
        Among("because_of_id", heard),
        entry__struck_out_at=None,
        entry__kind__startswith="plans.",
        entry__kind__endswith="_plan",
    )
    names = ("because_of_id", "entry_id", "entry__kind", "entry__recorded_at")
    return plans.order_by("entry_id").values_list(*names)


@kept
def _replies(viewer: Viewer, heard: set[int]) -> QuerySet[Reply, tuple[int, int, datetime | None]]:
    rows = viewer.see(Reply).standing().filter(Among("interview_id", heard)).order_by("pk")
    return rows.values_list("interview_id", "pk", "told_at")


@kept
def _reviews(viewer: Viewer, children: set[int]) -> QuerySet[Review, tuple[int, int, str, int, str]]:
    rows = viewer.see(Review).filter(
        Among("entry__child_id", children),
        entry__kind__startswith="plans.",
        entry__kind__endswith="_plan",
        entry__struck_out_at=None,
    )
    names = ("pk", "entry_id", "entry__kind", "entry__child_id", "state")
    return rows.with_state().order_by("-pk").values_list(*names)
