"""The rows of a police list, matched with the record."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial

from kittiwake.exchange import earlier_rows
from kittiwake.exchange.as_json import from_json
from kittiwake.exchange.formats.format import FileReport
from kittiwake.exchange.formats.police_missing import changes as differences
from kittiwake.exchange.formats.police_missing import moments
from kittiwake.exchange.formats.police_missing.facts import (
    PoliceFacts,
    Values,
    bare,
    facts_of,
    known_of,
    moments_of,
    unusable,
)
from kittiwake.exchange.formats.police_missing.fitting import fitted
from kittiwake.exchange.formats.police_missing.layout import POLICE_MISSING
from kittiwake.exchange.formats.police_missing.recognising import police_lists
from kittiwake.exchange.matching import Candidate, Children, Match
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.proposal import Proposal, joined
from kittiwake.exchange.reading.applying import Plan, cells_of, doubts, readings, settle, unread
from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.reading.tables import Row, Table
from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import Episode, Report
from kittiwake.record.matching.comparing import Known
from kittiwake.ui.dates import long_moment

SAME_ABSENCE = (
    "They are already recorded as missing in that time, since {since}. Say whether it is the same absence."
)
OF_ANOTHER = "Its police reference is {where} for another child{differs}. Say which child it is about."
CUT = "The file ends in the middle of this row, so it may say less than it did."
LEFT_OUT = "Somebody left this row out before, and it says the same still."
STRUCK_OUT = "It was recorded before and struck out since, and says the same still."
FORMAT = "police-missing"


ChildKey = int | str  # on the record, or first met in a row of this import
Said = tuple[int, "array[int]"]  # a row's line, and what it told


@dataclass
class Matcher:
    """Remembers what earlier rows of the same files said."""

    at: datetime
    children: Children
    references: dict[str, dict[int, int]] = field(default_factory=dict)  # reference: {child: episode}
    met: dict[str, dict[ChildKey, Said]] = field(default_factory=dict)  # reference: {child: the row}
    spans: dict[ChildKey, list[tuple[datetime, datetime | None]]] = field(default_factory=dict)
    struck_out: frozenset[str] = frozenset()  # what rows said of which the entry was struck out since
    headings: dict[str, str] = field(default_factory=dict)  # of the table in hand, by field
    rows_read: int = 0

    @classmethod
    def beside_the_record(cls, at: datetime) -> Matcher:
        """Brothers and sisters may share a reference, so an episode is known by it and by the child."""
        struck_out = earlier_rows.settled(FORMAT).filter(entry__struck_out_at__isnull=False)
        said = frozenset(struck_out.exclude(said="").values_list("said", flat=True))
        matcher = cls(at, Children.on_the_record(), struck_out=said)
        reports = Report.objects.filter(withdrawn_at=None, episode__entry__struck_out_at=None)
        keys = (
            reports.exclude(reference="")
            .order_by("pk")
            .values_list("reference", "episode__child_id", "episode_id")
        )
        for reference, child_id, key in keys.iterator(5000):
            matcher.references.setdefault(bare(reference), {})[child_id] = key
        return matcher

    def proposals(self, lists: Sequence[Table], file: FileReport) -> Iterator[Proposal]:
        for table, mapping in police_lists(lists, file):
            yield from self._rows(table, mapping)

    def _rows(self, table: Table, mapping: Mapping) -> Iterator[Proposal]:
        plan = settle(POLICE_MISSING, mapping, table)
        self.headings = {step.field: table.columns[step.columns[0]] for step in plan.steps}
        for row, values in readings(plan, table):
            yield self._propose(plan, row, values)

    def _propose(self, plan: Plan, row: Row, values: Values) -> Proposal:
        self.rows_read += 1
        facts = facts_of(values)
        said, doubted = earlier_rows.fingerprint(facts), doubts(plan, row, values)
        facts = replace(facts, number=self.rows_read, first_number=self.rows_read)
        if sentence := unusable(facts):
            return Proposal(row.line_number, ImportRow.REJECTED, sentence, facts).with_doubts(doubted)
        facts, asks, never = fitted(facts, self.headings)
        settled = moments.settle(
            facts,
            line=row.line_number,
            unread=unread(plan, row, values),
            found_is_back=facts.found_is_back or "returned" not in values,
            written=partial(_written, plan, row),
            at=self.at,
        )
        facts, doubted = settled.facts, [*doubted, *settled.doubts]
        if never := never or settled.never:
            return Proposal(row.line_number, ImportRow.REJECTED, never, facts).with_doubts(doubted)
        asks += [*settled.asks, *([CUT] if row.is_cut else [])]
        return self._about(row.line_number, facts, said, asks).saying(said).with_doubts(doubted)

    def _about(self, line: int, facts: PoliceFacts, said: str, asks: list[str]) -> Proposal:
        who = known_of(facts)
        match = self.children.find(who)
        standing = self.references.get(bare(facts.reference), {})
        if match.settled:
            episode = standing.get(match.settled.child_id) if match.settled.child_id else None
            if episode is not None:
                return self._on_record(line, facts, said, asks, episode, match.settled)
            if match.settled.key in self.met.get(bare(facts.reference), {}):
                return self._follows(line, facts, asks, match.settled)
        others = self._others(facts, standing)
        if others:
            return self._shared(line, facts, who, match, others)
        if match.unsure:
            return self._unsure(line, facts, match.unsure, "This may be a child you know.", asks)
        child = match.settled or self._meet(line, facts.number, who)
        self.children.learn(child, who.numbers)
        if said in self.struck_out:
            return Proposal(line, ImportRow.UNCHANGED, STRUCK_OUT, facts, child_id=child.child_id)
        return self._new(line, facts, child, asks)

    # A reference that we know

    def _on_record(
        self, line: int, facts: PoliceFacts, said: str, asks: list[str], key: int, child: Candidate
    ) -> Proposal:
        """What the list said last time of this child under this reference is compared with what it says now."""
        episode = Episode.objects.select_related("entry").get(pk=key)
        earlier = self._earlier(episode, facts.reference)
        same = Proposal(line, ImportRow.UNCHANGED, "Already on the record.", facts, child.child_id, key)
        if as_before := next((row for row in earlier if row.said == said), None):
            return same if as_before.recorded_at else same.now(ImportRow.UNCHANGED, LEFT_OUT)
        before = from_json(PoliceFacts, earlier[0].facts) if earlier else None
        changes = differences.changes(facts, episode, before)
        if differs := differences.person_differs(facts, child.known, before):
            changes.differs.append(f"it gives {_listed(differs)}")
        return _changed(same, facts, changes, asks)

    @staticmethod
    def _earlier(episode: Episode, reference: str) -> list[ImportRow]:
        """The rows of the last import that stands which spoke of this episode under this reference, the last first."""
        rows = earlier_rows.settled(FORMAT).filter(entry_id=episode.pk).order_by("-batch_id", "-pk")
        same = [row for row in rows if bare(from_json(PoliceFacts, row.facts).reference) == bare(reference)]
        return [row for row in same if row.batch_id == same[0].batch_id]

    def _follows(self, line: int, facts: PoliceFacts, asks: list[str], child: Candidate) -> Proposal:
        """A second row of one file about the same child under the same reference."""
        met = self.met[bare(facts.reference)]
        first_line, first = met[child.key]
        facts = replace(facts, first_number=child.number or 0, follows=first_line)
        added, other = differences.beside(facts, first)
        if other or asks:
            words = f"Row {first_line} has the same reference for the same child, and says otherwise ({_listed(other)})."
            facts = replace(facts, differs=tuple(other))
            message = joined([words if other else "", *asks])
            return Proposal(line, ImportRow.NEEDS_PERSON, message, facts, child_id=child.child_id)
        if not added:
            message = f"It says the same as row {first_line}."
            return Proposal(line, ImportRow.UNCHANGED, message, facts, child_id=child.child_id)
        met[child.key] = (line, differences.told(facts))
        message = f"It goes on from row {first_line}: {_listed(added)}."
        return Proposal(line, ImportRow.CHANGED, message, facts, child_id=child.child_id)

    def _others(self, facts: PoliceFacts, standing: dict[int, int]) -> list[Candidate]:
        """Other children under the row's reference, on the record or met in this import."""
        keys = {*standing, *self.met.get(bare(facts.reference), {})}
        return [self.children.by_key[key] for key in keys if key in self.children.by_key]

    def _shared(
        self, line: int, facts: PoliceFacts, who: Known, match: Match, others: list[Candidate]
    ) -> Proposal:
        """One reference for two children: brothers and sisters, or a mistake. A person says, once."""
        perhaps = [match.settled] if match.settled else [candidate for candidate, _ in match.unsure]
        if not perhaps:
            self._meet(line, facts.number, who)
        differs = differences.person_differs(facts, others[0].known, None)
        where = "on the record" if others[0].child_id else f"in row {others[0].line}"
        message = OF_ANOTHER.format(
            where=where, differs=f", and it gives {_listed(differs)}" if differs else ""
        )
        unsure = tuple((candidate, "") for candidate in {id(c): c for c in [*perhaps, *others]}.values())
        return self._unsure(line, replace(facts, is_shared=True), unsure, message, [])

    # A reference that is new

    def _unsure(
        self,
        line: int,
        facts: PoliceFacts,
        unsure: tuple[tuple[Candidate, str], ...],
        message: str,
        asks: list[str],
    ) -> Proposal:
        named = [f"{c.shown or f'row {c.line}'}: {why}" for c, why in unsure if why]
        met = [
            (c.number, f"{c.known.forenames} {c.known.surname}, row {c.line}") for c, _ in unsure if c.number
        ]
        facts = replace(facts, met=tuple(met))
        words = joined([message, f"{'; '.join(named)}." if named else "", *asks])
        ids = [c.child_id for c, _ in unsure if c.child_id]
        return Proposal(line, ImportRow.NEEDS_PERSON, words, facts, candidates=ids)

    def _meet(self, line: int, number: int, who: Known) -> Candidate:
        """A child nobody on the record fits: known from this row on."""
        candidate = Candidate(who, line=line, number=number)
        self.children.add(candidate)
        return candidate

    def _new(self, line: int, facts: PoliceFacts, child: Candidate, asks: list[str]) -> Proposal:
        spans = moments_of(facts)
        # A child on the record has no row that first met them: it is this one.
        facts = replace(facts, first_number=child.number or 0)
        self.met.setdefault(bare(facts.reference), {})[child.key] = (line, differences.told(facts))
        if asks:
            return Proposal(line, ImportRow.NEEDS_PERSON, joined(asks), facts, child_id=child.child_id)
        if since := self._overlap(child.key, spans):
            message = SAME_ABSENCE.format(since=long_moment(since))
            facts = replace(facts, overlaps=since)
            return Proposal(line, ImportRow.NEEDS_PERSON, message, facts, child_id=child.child_id)
        if not facts.cancelled:
            self._spans_of(child.key).append((spans.started, spans.returned))
        is_known = child.child_id is not None
        of_whom = f" for {child.shown}" if is_known else ", for a child not on the record yet"
        message = f"A new episode{of_whom}."
        return Proposal(line, ImportRow.NEW, message, facts, child_id=child.child_id)

    def _overlap(self, key: ChildKey, spans: rules.Moments) -> datetime | None:
        for starts, ends in self._spans_of(key):
            if (ends is None or spans.started < ends) and (spans.returned is None or starts < spans.returned):
                return starts
        return None

    def _spans_of(self, key: ChildKey) -> list[tuple[datetime, datetime | None]]:
        """When this child was missing, by the record and the rows before: read when the first row about them comes."""
        if key not in self.spans:
            on_record = Episode.objects.filter(is_counted=True, child_id=key) if isinstance(key, int) else ()
            self.spans[key] = [(episode.started_at, episode.ended_at) for episode in on_record]
        return self.spans[key]


def _changed(same: Proposal, facts: PoliceFacts, changes: differences.Changes, asks: list[str]) -> Proposal:
    """What is new is recorded; what contradicts waits, with what is new, for a person."""
    same = replace(same, facts=replace(facts, news=tuple(changes.news), differs=tuple(changes.differs)))
    if changes.differs or asks:
        parts = [f"Not as before: {_listed(changes.differs)}."] if changes.differs else []
        parts += [f"New beside that: {_listed(changes.news)}."] if changes.news else []
        return same.now(ImportRow.NEEDS_PERSON, joined([*parts, *asks]))
    if changes.news:
        return same.now(ImportRow.CHANGED, f"New since last time: {_listed(changes.news)}.")
    return same


def _written(plan: Plan, row: Row, name: str) -> str:
    return next((cells_of(row, step) for step in plan.steps if step.field == name), "")


def _listed(things: list[str]) -> str:
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
