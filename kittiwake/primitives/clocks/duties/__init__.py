"""Which clocks a child's facts ask for. An area declares its `Duties`; nothing here is ever written.

`duties.recording.settle` makes the clocks agree, whoever recorded the facts, in whatever order and however late.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any, TypeVar

from django.db.models import F, Max, Model, QuerySet

from kittiwake.areas.area import declared
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.record.kinds import kind_of_tracks
from kittiwake.record.models import Child, Entry, Track
from kittiwake.time.moments import local_date, start_of

Row = TypeVar("Row", bound=Model)
BROUGHT_OVER = "Done, as a list says that was brought over; what was done before is not known"


@dataclass(frozen=True, order=True)
class Act:
    """Something that was done. `brought_over`: a list told us of the latest of its kind, and of none before it."""

    at: datetime
    entry_id: int | None = None
    time_known: bool = True
    brought_over: bool = False
    facts: Mapping[str, object] = field(default_factory=dict, compare=False)

    @property
    def on(self) -> date:
        return local_date(self.at)


@dataclass(frozen=True)
class Duty:
    """One standard that runs from a fact on the entry of that fact, and how it ended, if it has.

    It is met by an act, or over because what asked for it is over. Of both, the earlier counts.
    """

    standard: Standard
    entry_id: int
    starts_at: datetime
    time_known: bool = True
    met: Act | None = None
    over_at: datetime | None = None
    counted_from: datetime | None = (
        None  # earlier than it starts, where earlier time counts towards the limit
    )
    why_over: str = ""

    def met_by(self, acts: Iterable[Act]) -> Duty:
        """By the first that was done since it started."""
        return self.ended_by(next((act for act in sorted(acts) if act.at >= self.starts_at), None))

    def met_by_any(self, acts: Iterable[Act]) -> Duty:
        """By the first, even if it was done before it was asked for."""
        first = min(acts, default=None)
        return self.ended_by(replace(first, at=max(first.at, self.starts_at)) if first else None)

    def ended_by(self, act: Act | None) -> Duty:
        """What was done before an act that is all a list told us of is not known, and not counted as late."""
        if act is not None and act.brought_over:
            return replace(self, over_at=self.starts_at, why_over=BROUGHT_OVER)
        return replace(self, met=act)

    def until(self, at: datetime | None, why: str) -> Duty:
        if self.why_over == BROUGHT_OVER:
            return self
        return replace(self, over_at=at, why_over=why if at else "")


@dataclass(frozen=True)
class Stretch:
    """Days in which something is so, and why it ended. Open while `ends_on` is empty."""

    entry_id: int
    starts_on: date
    ends_on: date | None = None
    why_ended: str = ""

    @property
    def starts_at(self) -> datetime:
        return start_of(self.starts_on)

    @property
    def over_at(self) -> datetime | None:
        return start_of(self.ends_on) if self.ends_on else None

    def meets(self, other: Stretch) -> bool:
        """Whether some day is in both."""
        return (self.ends_on is None or self.ends_on > other.starts_on) and (
            other.ends_on is None or other.ends_on > self.starts_on
        )

    def of(self, acts: Iterable[Act]) -> list[Act]:
        """What was done in it, in order; on its last day as well."""
        return [
            act
            for act in sorted(acts)
            if act.at >= self.starts_at and not (self.ends_on and act.on > self.ends_on)
        ]

    def ask(self, standard: Standard, **facts: object) -> Duty:
        return Duty(standard, self.entry_id, self.starts_at, **facts).until(self.over_at, self.why_ended)  # type: ignore[arg-type]


Following = Callable[[Act, int], Standard | None]


def chain(first: Duty, stretch: Stretch, acts: Iterable[Act], following: Following) -> Iterator[Duty]:
    """A duty that comes back: met by the first act, which starts the next, and so on until the stretch is over.

    `following(act, number)` is what runs after the act, which was the number-th. An act on the last day of the stretch
    still fulfils; nothing follows it.
    """
    running: Duty | None = first
    for number, act in enumerate((done for done in stretch.of(acts) if done.at >= first.starts_at), start=1):
        if running is not None:
            yield running.ended_by(act)
        standard = following(act, number)
        if standard is None or act.entry_id is None or (stretch.ends_on and act.on >= stretch.ends_on):
            running = None
            continue
        running = Duty(standard, act.entry_id, act.at, act.time_known).until(
            stretch.over_at, stretch.why_ended
        )
    if running is not None:
        yield running


@dataclass(frozen=True)
class Reading:
    """What areas have of some children, read for all of them at once.

    Most areas have nothing of most children, and whatever they have stands on the chronology: `areas` are those of whom
    a line of the child does, beside those of tracks, and the record itself. Nobody else is asked.
    """

    areas: Mapping[int, frozenset[str]]  # by child
    kept: dict[Callable[[], QuerySet[Any]], Mapping[int, list[Any]]] = field(default_factory=dict)

    def rows(self, every: Callable[[], QuerySet[Row]], of: str) -> Mapping[int, list[Row]]:
        """By child. Read once, whoever asks."""
        if every not in self.kept:
            self.kept[every] = self._read(every(), of)
        return self.kept[every]

    def _read(self, every: QuerySet[Row], of: str) -> dict[int, list[Row]]:
        area, child_of = every.model._meta.app_label, attrgetter(of)
        children = [child for child, areas in self.areas.items() if area in areas]
        rows: dict[int, list[Row]] = defaultdict(list)
        for row in every.filter(**{f"{of.replace('.', '__')}__in": children}) if children else ():
            rows[child_of(row)].append(row)
        return dict(rows)


@dataclass(frozen=True)
class Facts:
    """What every area's `acts` and `asked` are given. Acts are by kind, whichever area knows of them, in order."""

    child: Child
    at: datetime
    tracks: Sequence[Track]
    reading: Reading = field(compare=False, repr=False)
    acts: Mapping[str, Sequence[Act]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return local_date(self.at)

    def rows(self, every: Callable[[], QuerySet[Row]], *, of: str = "child_id") -> list[Row]:
        """An area's own rows of this child, each on an entry of that area, or the record's.

        `every` gives those of all children, and `of` says where a row has its child: of children whose duties are worked
        out together they are read together, and once, whoever asks.
        """
        return self.reading.rows(every, of).get(self.child.pk, [])

    def done(self, *kinds: str) -> list[Act]:
        return sorted(act for kind in kinds for act in self.acts.get(kind, ()))

    def stretches(self, track: str, why_ended: str) -> list[Stretch]:
        """The times the child was on a track."""
        tracks = [span for span in self.tracks if span.kind == track and span.entry_id is not None]
        return [
            Stretch(span.entry_id, span.starts_on, span.ends_on, why_ended if span.ends_on else "")  # type: ignore[arg-type]
            for span in tracks
        ]

    def born_on(self) -> date | None:
        return self.child.born_on if self.child.birth_is == "known" else None


def _no_acts(facts: Facts) -> dict[str, list[Act]]:
    return {}


@dataclass(frozen=True)
class Duties:
    """What an area declares of its duties.

    standards   whose clocks are worked out and not started by hand
    asked       every duty the facts ask for, met, over or running
    acts        what was done that may fulfil a duty, of this area or of another; all of it on entries of this area
    """

    standards: tuple[Standard, ...]
    asked: Callable[[Facts], Iterator[Duty]]
    acts: Callable[[Facts], Mapping[str, Sequence[Act]]] = _no_acts

    @property
    def areas(self) -> frozenset[str]:
        """Whose standards they are: the area's own among them, though not always the first."""
        return frozenset(standard.key.partition(".")[0] for standard in self.standards)


def facts_of(children: Sequence[Child], at: datetime) -> list[Facts]:
    """As they are known: what is written up for an earlier moment does not take back what was recorded since."""
    lines = _lines_of(children)
    reading = Reading(_areas_of(children, lines))
    tracks = reading.rows(_tracks, "child_id")
    known_at = {child_id: max(at, recorded_at) for child_id, _, recorded_at in lines}
    every = [
        Facts(child, known_at.get(child.pk, at), tracks.get(child.pk, []), reading) for child in children
    ]
    return [replace(facts, acts=_acts_of(facts)) for facts in every]


def _tracks() -> QuerySet[Track]:
    return Track.objects.exclude(ends_on=F("starts_on")).order_by("starts_on", "pk")


def _lines_of(children: Sequence[Child]) -> list[tuple[int, str, datetime]]:
    """Of each child the kinds of entry there are, and when the last of it was recorded; the last of all comes last."""
    lines = Entry.objects.filter(child__in=[child.pk for child in children]).values_list("child_id", "kind")
    return list(lines.annotate(last=Max("recorded_at")).order_by("last"))


def _areas_of(
    children: Sequence[Child], lines: Sequence[tuple[int, str, datetime]]
) -> dict[int, frozenset[str]]:
    areas = {child.pk: {Child._meta.app_label} for child in children}
    for child_id, kind, _ in lines:
        if kind != kind_of_tracks():
            areas[child_id].add(kind.partition(".")[0])
    return {child_id: frozenset(names) for child_id, names in areas.items()}


def _acts_of(facts: Facts) -> dict[str, list[Act]]:
    known: dict[str, list[Act]] = defaultdict(list)
    for duties in declared(Duties):
        for kind, acts in duties.acts(facts).items():
            known[kind] += acts
    return {kind: sorted(acts) for kind, acts in known.items()}


def asked(facts: Facts) -> list[Duty]:
    """Every duty that has begun by the end of that day: of some facts the day alone is known."""
    every = [duty for duties in declared(Duties) for duty in duties.asked(facts)]
    return [_as_of(duty, facts.at) for duty in every if local_date(duty.starts_at) <= facts.today]


def _as_of(duty: Duty, at: datetime) -> Duty:
    """What will be over one day is not over yet; what was done after it was over does not meet it."""
    if duty.over_at is not None and duty.over_at > at:
        duty = duty.until(None, "")
    if duty.met and duty.over_at and duty.met.on > local_date(duty.over_at):
        duty = replace(duty, met=None)
    return duty


@cache
def governed() -> dict[str, Standard]:
    """The standards whose clocks are worked out from the facts, by key."""
    return {standard.key: standard for duties in declared(Duties) for standard in duties.standards}
