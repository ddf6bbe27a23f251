"""A police force's list of missing children, judged against the record and recorded through `missing`.

A list that has one column for how it ended gives the moment a child was found. Where it has no column for coming back,
that moment is taken as the return, and the preview says so: the interview is due from "being found or returning"
(statutory guidance, 2014).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from kittiwake.accounts.models import User
from kittiwake.exchange.judging import Proposed, joined, read_date, read_moment
from kittiwake.exchange.knowing import Candidate, Children, Found
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.reading.applying import doubts, readings, settle
from kittiwake.exchange.reading.columns import Mapping, propose
from kittiwake.exchange.reading.police_layout import POLICE_MISSING, names_in
from kittiwake.exchange.reading.tables import Row, Table
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import Episode, Report
from kittiwake.record import recording as record
from kittiwake.record.matching.comparing import Known
from kittiwake.record.matching.names import display_name
from kittiwake.record.models import Child, Team
from kittiwake.ui.dates import local_date, long_moment

MOMENTS = ("last_seen", "reported", "located", "returned")
PLAIN = ("missing_from", "missing_from_address", "found_where", "how_found", "reported_by", "circumstances")
SEXES = {"male": "M", "female": "F"}
SAME_ABSENCE = (
    "They are already recorded as missing in that time, since {since}. Say whether it is the same absence."
)


def propose_mapping(table: Table) -> Mapping:
    return propose(POLICE_MISSING, table).mapping


@dataclass
class Judge:
    """Judges the rows of one import in order, remembering what earlier rows of the same files said."""

    at: datetime
    children: Children
    references: dict[str, Episode] = field(default_factory=dict)
    spans: dict[Any, list[tuple[datetime, datetime | None, str]]] = field(default_factory=dict)

    @classmethod
    def beside_the_record(cls, at: datetime) -> Judge:
        judge = cls(at, Children.on_the_record())
        for report in Report.objects.exclude(reference="").select_related("episode__entry"):
            if report.episode.is_counted:
                judge.references[_bare(report.reference)] = report.episode
        for episode in Episode.objects.filter(is_counted=True):
            judge._occupy(episode.child_id, episode.started_at, episode.ended_at, "")
        return judge

    def rows(self, table: Table, mapping: Mapping) -> Iterator[Proposed]:
        plan = settle(POLICE_MISSING, mapping, table)
        for row, values in readings(plan, table):
            yield self._judge(row, values, doubts(plan, row, values))

    def _judge(self, row: Row, values: dict[str, Any], doubted: list[str]) -> Proposed:
        facts = facts_of(values)
        if sentence := unusable(facts):
            return Proposed(row.line_number, ImportRow.REJECTED, joined([sentence, *doubted]), facts)
        who = known_of(facts)
        found = self.children.find(who)
        proposed = self._about(row.line_number, facts, who, found)
        return proposed.with_doubts(doubted)

    def _about(self, line: int, facts: dict[str, Any], who: Known, found: Found) -> Proposed:
        on_record = self.references.get(_bare(facts["reference"]))
        if on_record is not None:
            return _beside(line, facts, on_record, found)
        if found.unsure:
            names = "; ".join(
                f"{candidate.shown or f'row {candidate.line}'}: {why}" for candidate, why in found.unsure
            )
            candidates = [c.child_id for c, _ in found.unsure if c.child_id]
            message = f"This may be a child you know. {names}."
            return Proposed(line, ImportRow.NEEDS_PERSON, message, facts, candidates=candidates)
        child = found.settled or self._meet(line, who)
        return self._new(line, facts, child, is_known=child.child_id is not None)

    def _meet(self, line: int, who: Known) -> Candidate:
        """A child nobody on the record fits: known from this row on."""
        candidate = Candidate(who, line=line)
        self.children.add(candidate)
        return candidate

    def _new(self, line: int, facts: dict[str, Any], child: Candidate, *, is_known: bool) -> Proposed:
        moments = moments_of(facts)
        key = child.child_id or f"line {child.line}"
        facts["first_line"] = None if is_known else child.line
        if wrong := rules.out_of_order(moments, self.at):
            return Proposed(line, ImportRow.NEEDS_PERSON, wrong, facts, child_id=child.child_id)
        if since := self._overlap(key, moments):
            message = SAME_ABSENCE.format(since=long_moment(since))
            return Proposed(line, ImportRow.NEEDS_PERSON, message, facts, child_id=child.child_id)
        self._occupy(key, moments.started, moments.returned, facts["reference"])
        message = (
            f"A new episode for {child.shown}."
            if is_known
            else "A new episode, for a child not on the record yet."
        )
        return Proposed(line, ImportRow.NEW, message, facts, child_id=child.child_id)

    def _overlap(self, key: Any, moments: rules.Moments) -> datetime | None:
        for starts, ends, _ in self.spans.get(key, []):
            if (ends is None or moments.started < ends) and (
                moments.returned is None or starts < moments.returned
            ):
                return starts
        return None

    def _occupy(self, key: Any, starts: datetime, ends: datetime | None, reference: str) -> None:
        self.spans.setdefault(key, []).append((starts, ends, reference))


def facts_of(values: dict[str, Any]) -> dict[str, Any]:
    """What a row says, as JSON: moments as [ISO 8601, time known]."""

    def value(name: str) -> Any:
        return values[name].value if name in values else None

    forenames, surname = names_in(values)
    facts: dict[str, Any] = {name: value(name) or "" for name in PLAIN}
    facts |= {
        "reference": str(value("reference") or ""),
        "person": str(value("nominal_reference") or value("person_reference") or ""),
        "forenames": display_name(forenames or ""),
        "surname": display_name(surname or ""),
        "born_on": value("dob").isoformat() if value("dob") else None,
        "sex": SEXES.get(value("sex") or "", "U"),
        "cancelled": bool(value("cancelled")),
        "grades": [grade for grade in (value("initial_grade"), value("current_grade")) if grade],
    }
    for name in MOMENTS:
        moment = value(name)
        facts[name] = [moment.at.isoformat(), moment.time_known] if moment else None
    if "returned" not in values and facts["located"]:
        facts["returned"], facts["found_is_back"] = facts["located"], True
    return facts


def unusable(facts: dict[str, Any]) -> str:
    """Why a row cannot be recorded at all, as a sentence; empty when it can."""
    if not facts["reference"]:
        return "It has no police reference, so it could not be found again. Add the reference."
    if not (facts["forenames"] or facts["surname"]) and not facts["person"]:
        return "It does not say which child. Add their name and date of birth."
    if not facts["reported"] and not facts["last_seen"]:
        return (
            "It says neither when they were last seen nor when they were reported missing. Add one of them."
        )
    return ""


def known_of(facts: dict[str, Any]) -> Known:
    numbers = {"police": facts["person"]} if facts["person"] else {}
    return Known(facts["forenames"], facts["surname"], read_date(facts["born_on"]), numbers)


def moments_of(facts: dict[str, Any]) -> rules.Moments:
    """The four moments, in the order that unknown hours of the same day allow."""
    last_seen, reported = (
        read_moment(facts["last_seen"]),
        read_moment(facts["reported"] or facts["last_seen"]),
    )
    assert reported is not None
    floor = last_seen.at if last_seen else None
    reported_at = rules.no_earlier(reported.at, floor, time_known=reported.time_known)
    floor = floor or reported_at
    located, returned = read_moment(facts["located"]), read_moment(facts["returned"])
    located_at = rules.no_earlier(located.at, floor, time_known=located.time_known) if located else None
    returned_at = (
        rules.no_earlier(returned.at, located_at or floor, time_known=returned.time_known)
        if returned
        else None
    )
    return rules.Moments(last_seen.at if last_seen else None, reported_at, located_at, returned_at)


def _beside(line: int, facts: dict[str, Any], episode: Episode, found: Found) -> Proposed:
    """A row about an episode that is on the record, by its police reference."""
    child_id = episode.child_id
    if found.settled and found.settled.child_id not in (None, child_id):
        message = "Its police reference is on the record for another child. Say which child it is about."
        return Proposed(line, ImportRow.NEEDS_PERSON, message, facts, child_id=child_id, entry_id=episode.pk)
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


def record_row(row: ImportRow, children: dict[int, Child], *, by: User, at: datetime) -> None:
    """Put one judged row on the record. `children` are those made by earlier rows, by the line that first named them."""
    if row.entry_id:
        _record_news(row, by=by, at=at)
        return
    first_line = row.facts.get("first_line") or row.line
    child = row.child or children.get(first_line)
    if child is None:
        child = children[first_line] = _add_child(row, by=by, at=at)
    episode = _record_episode(row.facts, child, by=by, at=at)
    row.child, row.entry = child, episode.entry


def _add_child(row: ImportRow, *, by: User, at: datetime) -> Child:
    facts = row.facts
    child = record.add_child(
        forenames=facts["forenames"],
        surname=facts["surname"],
        born_on=read_date(facts["born_on"]),
        sex=facts["sex"],
        identifiers_={"police": facts["person"]} if facts["person"] else {},
        source="police list",
        by=by,
        at=at,
    )
    row.made_child = True
    # Nobody is their worker yet: the front door holds them, and the board says that they have no worker.
    if door := Team.objects.filter(kind="front_door").first():
        record.allocate(child, team=door, worker=None, starts_on=local_date(at), by=by, at=at)
    return child


def _record_episode(facts: dict[str, Any], child: Child, *, by: User, at: datetime) -> Episode:
    reported = read_moment(facts["reported"] or facts["last_seen"])
    assert reported is not None
    cancelled = facts["cancelled"]
    episode = missing.report_past(
        child,
        located=None if cancelled else read_moment(facts["located"]),
        returned=None if cancelled else read_moment(facts["returned"]),
        where=facts["found_where"],
        how=facts["how_found"],
        last_seen=read_moment(facts["last_seen"]),
        reported=reported,
        source="police",
        reporter=facts["reported_by"],
        reference=facts["reference"],
        grade=facts["grades"][0] if facts["grades"] else "",
        missing_from=" · ".join(filter(None, [facts["missing_from"], facts["missing_from_address"]])),
        circumstances=facts["circumstances"],
        told_council_at=at,
        by=by,
        at=at,
    )
    for level in facts["grades"][1:]:
        if level != facts["grades"][0]:
            missing.record_grade(episode, level=level, since_at=reported.at, by=by, at=at)
    if cancelled:
        missing.cancel(episode, reason="Cancelled by the police", by=by, at=at)
    return episode


def _record_end(facts: dict[str, Any], episode: Episode, *, by: User, at: datetime) -> None:
    located, returned = read_moment(facts["located"]), read_moment(facts["returned"])
    if located and episode.located_at is None:
        where, how = facts["found_where"], facts["how_found"]
        missing.record_location(episode, located=located, source="police", where=where, how=how, by=by, at=at)
    if returned and episode.returned_at is None:
        missing.record_return(
            episode, returned=returned, source="police", how=facts["how_found"], by=by, at=at
        )


def _record_news(row: ImportRow, *, by: User, at: datetime) -> None:
    episode = Episode.objects.select_related("entry", "child").get(pk=row.entry_id)
    row.before = {
        name: getattr(episode, f"{name}_at").isoformat() if getattr(episode, f"{name}_at") else None
        for name in ("located", "returned")
    }
    latest = episode.grades.order_by("-since_at", "-id").values_list("level", flat=True).first()
    if row.facts["grades"] and row.facts["grades"][-1] != latest and episode.outcome.is_open:
        missing.record_grade(episode, level=row.facts["grades"][-1], since_at=at, by=by, at=at)
    _record_end(row.facts, episode, by=by, at=at)


def undo_row(row: ImportRow, *, reason: str, by: User, at: datetime) -> None:
    """Take one recorded row back: its episode struck out, or what it changed put back."""
    episode = Episode.objects.select_related("entry").get(pk=row.entry_id)
    if row.before:
        missing.put_back(episode, open_again=row.before, reason=reason, by=by, at=at)
    elif not episode.entry.is_struck_out:
        missing.strike_out(episode, reason=reason, by=by, at=at)


def _bare(reference: str) -> str:
    return "".join(reference.split()).upper()
