"""A police force's list of missing children, judged against the record.

A list that has one column for how it ended gives the moment a child was found. Where it has no column for coming back,
that moment is taken as the return, and the preview says so: the interview is due from "being found or returning"
(statutory guidance, 2014).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kittiwake.exchange.judging import Proposed, joined
from kittiwake.exchange.knowing import Candidate, Children, Found
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.police_rows import facts_of, known_of, moments_of, unusable
from kittiwake.exchange.reading.applying import doubts, readings, settle
from kittiwake.exchange.reading.columns import Mapping, propose
from kittiwake.exchange.reading.police_layout import POLICE_MISSING
from kittiwake.exchange.reading.recognising import why_not_police
from kittiwake.exchange.reading.tables import Row, Table
from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import Episode, Report
from kittiwake.record.matching.comparing import Known
from kittiwake.ui.dates import long_moment

SAME_ABSENCE = (
    "They are already recorded as missing in that time, since {since}. Say whether it is the same absence."
)


def is_a_list_of_nobody(tables: list[Table]) -> bool:
    """Headings of a police list with no rows: a day on which nobody went missing, not the wrong file."""
    return any(not why_not_police(table, propose(POLICE_MISSING, table).mapping) for table in tables)


@dataclass
class Judge:
    """Judges the rows of one import in order, remembering what earlier rows of the same files said."""

    at: datetime
    children: Children
    references: dict[str, int] = field(default_factory=dict)  # police reference: the episode's key
    spans: dict[Any, list[tuple[datetime, datetime | None]]] = field(default_factory=dict)
    rows_read: int = 0

    @classmethod
    def beside_the_record(cls, at: datetime) -> Judge:
        reports = Report.objects.filter(withdrawn_at=None, episode__is_counted=True).exclude(reference="")
        keys = reports.order_by("pk").values_list("reference", "episode_id")
        references = {_bare(reference): key for reference, key in keys.iterator(5000)}
        return cls(at, Children.on_the_record(), references)

    def rows(self, table: Table, mapping: Mapping) -> Iterator[Proposed]:
        plan = settle(POLICE_MISSING, mapping, table)
        for row, values in readings(plan, table):
            yield self._judge(row, values, doubts(plan, row, values))

    def _judge(self, row: Row, values: dict[str, Any], doubted: list[str]) -> Proposed:
        self.rows_read += 1
        facts = {**facts_of(values), "number": self.rows_read}
        if sentence := unusable(facts):
            return Proposed(row.line_number, ImportRow.REJECTED, joined([sentence, *doubted]), facts)
        who = known_of(facts)
        found = self.children.find(who)
        proposed = self._about(row.line_number, facts, who, found)
        return proposed.with_doubts(doubted)

    def _about(self, line: int, facts: dict[str, Any], who: Known, found: Found) -> Proposed:
        on_record = self.references.get(_bare(facts["reference"]))
        if on_record is not None:
            episode = Episode.objects.select_related("entry").get(pk=on_record)
            return _beside(line, facts, episode, found)
        if found.unsure:
            names = "; ".join(
                f"{candidate.shown or f'row {candidate.line}'}: {why}" for candidate, why in found.unsure
            )
            candidates = [c.child_id for c, _ in found.unsure if c.child_id]
            facts["met"] = [
                [c.number, f"{c.known.forenames} {c.known.surname}, row {c.line}"]
                for c, _ in found.unsure
                if c.number
            ]
            message = f"This may be a child you know. {names}."
            return Proposed(line, ImportRow.NEEDS_PERSON, message, facts, candidates=candidates)
        child = found.settled or self._meet(line, facts["number"], who)
        return self._new(line, facts, child, is_known=child.child_id is not None)

    def _meet(self, line: int, number: int, who: Known) -> Candidate:
        """A child nobody on the record fits: known from this row on."""
        candidate = Candidate(who, line=line, number=number)
        self.children.add(candidate)
        return candidate

    def _new(self, line: int, facts: dict[str, Any], child: Candidate, *, is_known: bool) -> Proposed:
        moments = moments_of(facts)
        key = child.child_id or f"row {child.number}"
        facts["first_number"] = child.number
        if wrong := rules.out_of_order(moments, self.at):
            return Proposed(line, ImportRow.NEEDS_PERSON, wrong, facts, child_id=child.child_id)
        if since := self._overlap(key, moments):
            message = SAME_ABSENCE.format(since=long_moment(since))
            facts["overlaps"] = since.isoformat()
            return Proposed(line, ImportRow.NEEDS_PERSON, message, facts, child_id=child.child_id)
        self._occupy(key, moments.started, moments.returned)
        message = (
            f"A new episode for {child.shown}."
            if is_known
            else "A new episode, for a child not on the record yet."
        )
        return Proposed(line, ImportRow.NEW, message, facts, child_id=child.child_id)

    def _overlap(self, key: Any, moments: rules.Moments) -> datetime | None:
        for starts, ends in self._spans_of(key):
            if (ends is None or moments.started < ends) and (
                moments.returned is None or starts < moments.returned
            ):
                return starts
        return None

    def _occupy(self, key: Any, starts: datetime, ends: datetime | None) -> None:
        self._spans_of(key).append((starts, ends))

    def _spans_of(self, key: Any) -> list[tuple[datetime, datetime | None]]:
        """When this child was missing, by the record and the rows before: read when the first row about them comes."""
        if key not in self.spans:
            on_record = Episode.objects.filter(is_counted=True, child_id=key) if isinstance(key, int) else ()
            self.spans[key] = [(one.started_at, one.ended_at) for one in on_record]
        return self.spans[key]


def _beside(line: int, facts: dict[str, Any], episode: Episode, found: Found) -> Proposed:
    """A row about an episode that is on the record, by its police reference."""
    child_id = episode.child_id
    if found.settled and found.settled.child_id not in (None, child_id):
        message = "Its police reference is on the record for another child. Say which child it is about."
        ids = [found.settled.child_id]
        return Proposed(line, ImportRow.NEEDS_PERSON, message, facts, child_id, episode.pk, candidates=ids)
    news = _news(facts, episode)
    verdict = ImportRow.CHANGED if news else ImportRow.UNCHANGED
    message = f"New since last time: {', '.join(news)}." if news else "Already on the record."
    return Proposed(line, verdict, message, facts, child_id=child_id, entry_id=episode.pk)


def _news(facts: dict[str, Any], episode: Episode) -> list[str]:
    news = [
        word
        for name, word in (("located", "they were found"), ("returned", "they are back"))
        if facts[name] and getattr(episode, f"{name}_at") is None and episode.outcome.is_open
    ]
    latest = episode.grades.order_by("-since_at", "-id").values_list("level", flat=True).first()
    if facts["grades"] and latest and facts["grades"][-1] != latest and episode.outcome.is_open:
        news.append("the police grade")
    return news


def _bare(reference: str) -> str:
    return "".join(reference.split()).upper()
