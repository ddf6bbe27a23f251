"""What the area puts on pages that cut across areas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Func, OuterRef, QuerySet, TextField, Value
from django.db.models.functions import Upper

from kittiwake.access.viewer import Viewer
from kittiwake.accounts.roles import Role
from kittiwake.areas.powers import Power
from kittiwake.practice.missing import rules, settings
from kittiwake.practice.missing.models import Episode, Report
from kittiwake.primitives.shared_pages.child_page import ChildPart, Lane, OnChild, Where
from kittiwake.primitives.shared_pages.chronology import ChronologyLine, EntryReference, Lines
from kittiwake.primitives.shared_pages.marks import DAYS, Mark
from kittiwake.primitives.shared_pages.my_work import (
    SHOWN,
    ChangeLine,
    Item,
    ListenFirst,
    OnMyWork,
    WaitingItems,
)
from kittiwake.primitives.shared_pages.rules import Kind
from kittiwake.primitives.shared_pages.search import CERTAIN, FindsBy, Match
from kittiwake.queries.among import Among
from kittiwake.queries.kept import kept
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.components import Status
from kittiwake.ui.dates import duration, long_moment

LATEST = 5
# Whose work the returns of every child in sight are.
HEARS_OF_ALL = {Role.RETURN_INTERVIEWER, Role.TEAM_MANAGER, Role.SERVICE_MANAGER, Role.DIRECTOR}


def episodes(page: OnChild) -> list[Episode]:
    """Of any time, the newest first."""
    if not page.viewer.may(Power.SEE_MISSING):
        return []
    return _standing(page)


@kept
def _standing(page: OnChild) -> QuerySet[Episode]:
    standing = page.viewer.see(Episode).standing().filter(child=page.child)
    return standing.select_related("entry").order_by("-reported_at")


@dataclass(frozen=True)
class OpenEpisode:
    episode: Episode
    length: str


def open_episode(page: OnChild) -> OpenEpisode | None:
    episode = next(iter(_open(page, rules.adult_born_by(page.at))), None)
    return OpenEpisode(episode, duration(page.at - episode.started_at)) if episode else None


@kept
def _open(page: OnChild, adult: date) -> QuerySet[Episode]:
    open_ = page.viewer.see(Episode).open_where_adult_is(adult).filter(child=page.child)
    return open_.select_related("entry").order_by("pk")[:1]


@dataclass(frozen=True)
class TimesMissing:
    latest: list[Episode]
    in_a_year: int
    pattern: Status | None


def times_missing(page: OnChild) -> TimesMissing:
    every = page.once(episodes)
    often = settings.pattern([episode.started_at for episode in every], page.at)
    since = page.at - timedelta(days=DAYS)
    in_a_year = sum(episode.started_at >= since for episode in every)
    return TimesMissing(every[:LATEST], in_a_year, Status(*often) if often else None)


def marks(page: OnChild) -> Iterator[Mark]:
    for episode in page.once(episodes):
        ended = episode.ended_at
        text = f"Missing for {duration((ended or page.at) - episode.started_at)}"
        until = local_date(ended) if ended else None
        started_on, href = local_date(episode.started_at), episode.get_absolute_url()
        yield Mark("Missing", started_on, until, text, href, is_span=True)


def missing_now(page: OnMyWork) -> Iterator[Item]:
    if not page.viewer.may(Power.SEE_MISSING):
        return
    for episode in _still_open(page, rules.adult_born_by(page.at)):
        yield page.item(
            Kind.MISSING,
            episode.child,
            f"Missing for {duration(page.at - episode.started_at)}",
            episode.get_absolute_url(),
            f"Since {long_moment(episode.started_at)}",
            Status(episode.outcome.title, "red"),
            due_at=episode.started_at,
            entry_id=episode.pk,
        )


@kept
def _still_open(page: OnMyWork, adult: date) -> QuerySet[Episode]:
    missing = page.viewer.see(Episode).open_where_adult_is(adult).select_related("child", "entry")
    if page.children:
        missing = missing.filter(Among("child_id", page.children))
    return missing.order_by("-reported_at")[:SHOWN]


def told_of(episode: Episode) -> Lines:
    if episode.returned_at is None:
        return [episode.outcome.title]
    back = long_moment(Moment(episode.returned_at, episode.returned_time_known))
    return [f"Returned {back}{f': {episode.returned_how}' if episode.returned_how else ''}"]


def went_missing(viewer: Viewer, since: datetime, until: datetime) -> Iterable[int]:
    standing = viewer.see(Episode).standing().filter(entry__recorded_at__gt=since)
    return standing.order_by("-reported_at").values_list("child_id", flat=True)


def came_back(viewer: Viewer, since: datetime, until: datetime) -> Iterable[int]:
    standing = viewer.see(Episode).standing().filter(returned_at__gt=since)
    return standing.order_by("-returned_at").values_list("child_id", flat=True)


def by_reference(viewer: Viewer, sought: str) -> Iterator[Match]:
    """A report's reference, however its strokes and spaces were written."""
    bare = re.sub("[^A-Z0-9]", "", sought.upper())
    if len(bare) < 3 or not any(letter.isdigit() for letter in bare):
        return
    written = Func(
        Upper("reference"),
        Value("[^A-Z0-9]"),
        Value(""),
        Value("g"),
        function="regexp_replace",
        output_field=TextField(),
    )
    reports = viewer.see(Report).exclude(reference="").annotate(bare=written).filter(bare=bare)
    for child, reference in reports.values_list("episode__child_id", "reference"):
        yield Match(child, CERTAIN, f"Reference {reference} of a missing episode")


def reference() -> QuerySet[Report, Any]:
    """The police's, of the first report that has one."""
    given = Report.objects.filter(episode=OuterRef("entry_id"), withdrawn_at=None).exclude(reference="")
    return given.order_by("pk").values("reference")


PARTS = [
    ChildPart("missing_now", Where.WARNING, 10, "missing/_missing_now.html", open_episode),
    ChildPart("times_missing", Where.RECORD, 100, "missing/_times_missing.html", times_missing),
    Lane("Missing", 10, marks, counted=("time missing", "times missing")),
    WaitingItems(missing_now),
    ListenFirst((rules.INTERVIEW_OFFER.key, rules.RETURN_INTERVIEW.key), HEARS_OF_ALL),
    ChronologyLine("missing.episode", Episode, told_of),
    ChangeLine(10, "went missing", went_missing),
    ChangeLine(20, "came back", came_back),
    FindsBy(by_reference),
    EntryReference(reference),
]
