"""Ofsted's child-level lists, judged against the record: children by the council's id, their
teams and workers, the tracks they are on, and placements. The lists carry no names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from kittiwake.exchange.earlier_rows import fingerprint
from kittiwake.exchange.formats.annex_a import asking
from kittiwake.exchange.formats.annex_a import done as annex_a_done
from kittiwake.exchange.formats.annex_a.reading import list_of, read_annex_a
from kittiwake.exchange.formats.annex_a.rows import (
    Allocated,
    CareLeaver,
    EarlyHelp,
    InNeed,
    ListRow,
    LookedAfter,
    ProtectionPlan,
)
from kittiwake.exchange.formats.annex_a.standing import InFile, Standing, remember, said_of_child
from kittiwake.exchange.models import ImportFile, ImportRow
from kittiwake.exchange.proposal import Proposal, iso, read_date
from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.reading.tables import Table
from kittiwake.record.codes import Span, why_unlawful
from kittiwake.record.identifiers.people import child_id as checked_child_id
from kittiwake.record.identifiers.tidy import NotValid
from kittiwake.record.models import Allocation, Identifier, Placement, Track
from kittiwake.time.moments import local_date

# The list that knows a child best comes first: its team and worker are taken.
ORDER = (8, 7, 9, 6, 2, 4, 5, 3, 1)
TEAM_KINDS = {8: "in_care", 9: "leaving_care", 2: "early_help"}


@dataclass
class Matcher:
    at: datetime
    known: dict[str, Standing]
    in_file: dict[str, InFile] = field(default_factory=lambda: defaultdict(InFile))

    @classmethod
    def beside_the_record(cls, at: datetime) -> Matcher:
        """Every child known by a council id, with tracks, placements and who holds them today."""
        of_council = Identifier.objects.filter(kind=Identifier.COUNCIL, ended_on=None).select_related("child")
        known, by_child = {}, {}
        for number in of_council:
            child = number.child
            facts = {"born_on": iso(child.born_on)}
            facts |= {name: getattr(child, name) for name in ("sex", "ethnicity", "unaccompanied")}
            known[number.value] = by_child[child.pk] = Standing(child.pk, facts)
        for track in Track.objects.filter(child__in=by_child):
            spans = by_child[track.child_id].tracks.setdefault(track.kind, set())
            spans.add((track.starts_on.isoformat(), iso(track.ends_on)))
        for placement in Placement.objects.filter(child__in=by_child):
            by_child[placement.child_id].placements.add(placement.starts_on.isoformat())
        held = Allocation.objects.on(local_date(at)).filter(child__in=by_child, role=Allocation.LEAD)
        for allocation in held.select_related("team", "worker"):
            worker = allocation.worker.name if allocation.worker else ""
            by_child[allocation.child_id].held_by = (allocation.team.name, worker)
        for child_id, latest in annex_a_done.known(by_child).items():
            by_child[child_id].latest = latest
        return cls(at, known)

    def judge(self, number: int, row: ListRow) -> Proposal:
        try:
            council_id = checked_child_id(row.child_id)
        except NotValid as wrong:
            return Proposal(row.line_number, ImportRow.REJECTED, f"List {number}: {wrong}", {})
        if asking.is_no_child(council_id):
            message = f"List {number}: ‘{council_id}’ is no child’s ID; the row seems to be a total."
            return Proposal(row.line_number, ImportRow.REJECTED, message, {})
        standing = self.known.get(council_id)
        is_new = standing is None
        standing = standing or Standing(None)
        said, before, today = said_of_child(row), self.in_file[council_id], local_date(self.at)
        asked = asking.asked(row, said, standing.facts, before.facts, days_of(row), today)
        # What a person has to look at is not on the record yet, so rows after it are judged as if it were not there.
        after = deepcopy(standing) if asked.about else standing
        steps = self._steps(number, row, after, asked.about, before)
        if unlawful := steps.get("track", {}).get("unlawful", ""):
            del steps["track"]  # what else the row says may still be recorded, by a person who has looked
            asked.ask("track", unlawful)
        remember(before, number, row, said, asked.about)
        facts = {"list": number, "council_id": council_id, **steps}
        said_here = fingerprint(asking.said_of(row, number))
        proposed = Proposal(
            row.line_number, ImportRow.NEEDS_PERSON, "", facts, child_id=standing.child_id, said=said_here
        )
        if asked.about:
            message = f"List {number}: {' '.join(asked.sentences)}"
            candidates = [standing.child_id] if standing.child_id else []
            return replace(proposed, message=message, candidates=candidates)
        self.known[council_id] = standing
        if is_new:
            return proposed.now(ImportRow.NEW, f"List {number}: a child not on the record yet.")
        if not steps:
            return proposed.now(ImportRow.UNCHANGED, f"List {number}: already on the record.")
        return proposed.now(ImportRow.CHANGED, f"List {number}: {', '.join(_said(steps))}.")

    def _steps(
        self, number: int, row: ListRow, standing: Standing, asked: set[str], before: InFile
    ) -> dict[str, Any]:
        """What this row adds or changes, by kind, but for what is asked about; `standing` is moved on."""
        found = {"child": self._child_facts(row, standing, asked)}
        for kind, step in (
            ("track", partial(self._track, row, standing)),
            ("placement", partial(self._placement, row, standing)),
            ("allocation", partial(self._allocation, number, row, standing, before)),
        ):
            found[kind] = step() if kind not in asked else {}
        born_on = read_date(standing.facts.get("born_on"))
        found["done"] = annex_a_done.news(row, standing.latest, born_on, local_date(self.at))
        return {kind: step for kind, step in found.items() if step}

    @staticmethod
    def _child_facts(row: ListRow, standing: Standing, asked: set[str]) -> dict[str, Any]:
        said = {
            name: value
            for name, value in said_of_child(row).items()
            if value not in asking.NOT_SAID and f"child.{name}" not in asked
        }
        news = {name: value for name, value in said.items() if standing.facts.get(name) != value}
        standing.facts |= news
        return news

    def _track(self, row: ListRow, standing: Standing) -> dict[str, Any]:
        track = track_of(row)
        if track is None:
            return {}
        spans = standing.tracks.setdefault(track["kind"], set())
        span = (track["starts_on"], track["ends_on"])
        if span in spans or any(start == span[0] and end and not span[1] for start, end in spans):
            return {}
        ended = (span[0], None) in spans and span[1]
        if why := self._unlawful(track, standing):
            return {"unlawful": why}
        spans.discard((span[0], None))
        spans.add(span)
        return {**track, "ends_standing": bool(ended)}

    @staticmethod
    def _unlawful(track: dict[str, Any], standing: Standing) -> str:
        """Why the law does not let the row's track stand beside the others of the record and of this file."""
        wanted = _span(track["kind"], (track["starts_on"], track["ends_on"]))
        others = [
            _span(kind, span)
            for kind, spans in standing.tracks.items()
            for span in spans
            if (kind, span[0]) != (wanted.track, track["starts_on"])
        ]
        return why_unlawful(wanted, others, read_date(standing.facts.get("born_on")))

    def _placement(self, row: ListRow, standing: Standing) -> dict[str, Any]:
        if (
            not isinstance(row, LookedAfter)
            or not row.placed_on
            or row.placed_on.isoformat() in standing.placements
        ):
            return {}
        standing.placements.add(row.placed_on.isoformat())
        return {
            "starts_on": row.placed_on.isoformat(),
            "kind": row.placement_type.code[:3] if row.placement_type else "",
            "provider": row.placement_provider.code[:3] if row.placement_provider else "",
            "urn": (row.placement_urn or "")[:10],
            "postcode": row.placement_postcode or "",
            "legal_status": row.legal_status.code[:2] if row.legal_status else "",
            "out_of_area": {"in": False, "out": True}.get(row.placed_in or ""),
        }

    def _allocation(self, number: int, row: ListRow, standing: Standing, before: InFile) -> dict[str, Any]:
        """The first list that names a team is believed, though its row may wait for a person: meanwhile nobody is
        put in the place of whoever holds the child, but a child whom nobody holds is given to the next list's."""
        if not isinstance(row, Allocated) or not row.team or (before.holder and standing.held_by):
            return {}
        holder = (row.team, row.worker or "")
        if standing.held_by == holder:
            return {}
        standing.held_by = holder
        return {
            "team": row.team,
            "worker": row.worker or "",
            "team_kind": TEAM_KINDS.get(number, "social_work"),
        }


def _track_in(row: ListRow) -> tuple[str, date | None, date | None, Any] | None:
    """The track a list's row puts a child on: kind, first day, last day, category."""
    if isinstance(row, LookedAfter):
        return "in_care", row.started_on, row.ceased_on, row.need
    if isinstance(row, ProtectionPlan):
        return "child_protection", row.started_on, row.ended_on, row.latest_category
    if isinstance(row, InNeed) and row.status in ("in_need_plan", "assessment", "closed"):
        return "child_in_need", row.started_on, row.closed_on, row.need
    if isinstance(row, EarlyHelp):
        return "early_help", row.started_on, row.completed_on, None
    if isinstance(row, CareLeaver):
        return "care_leaver", row.pathway_review_on, None, None
    return None


def days_of(row: ListRow) -> tuple[date | None, date | None] | None:
    found = _track_in(row)
    return (found[1], found[2]) if found else None


def track_of(row: ListRow) -> dict[str, Any] | None:
    """The track a list's row puts a child on, from a day, perhaps to a day."""
    kind, starts_on, ends_on, category = _track_in(row) or ("", None, None, None)
    if starts_on is None or (ends_on and ends_on < starts_on):
        return None
    return {
        "kind": kind,
        "starts_on": starts_on.isoformat(),
        "ends_on": iso(ends_on),
        "category": category.code[:4] if category else "",
    }


def is_in(tables: list[Table]) -> bool:
    return any(list_of(table) for table in tables)


def rows(
    judge: Matcher,
    tables: list[Table],
    corrected: Mapping | None,
    remembered: dict[str, Mapping],
    file: ImportFile,
) -> Iterator[Proposal]:
    """Every row of lists 1 to 9, the list that knows a child best first."""
    found = read_annex_a(tables)
    file.notes += [
        f"The sheet ‘{name}’ was not read: it is none of lists 1 to 9, or another sheet is nearer to its list."
        for name in found.sheets_unused
    ]
    file.mapping = {"lists": {number: one.columns for number, one in found.lists.items()}}
    for number in ORDER:
        if number in found.lists:
            one = found.lists[number]
            doubted = _by_line(one.doubts)
            for row in one.rows:
                told = [
                    *doubted.get(row.line_number, []),
                    *asking.doubts_of(row, (days_of(row) or (None,))[0]),
                    *annex_a_done.doubts(row, row.born_on, local_date(judge.at)),
                ]
                yield judge.judge(number, row).with_doubts(told)
            for line, why in one.left_out:
                yield Proposal(line, ImportRow.REJECTED, f"List {number}: {why}", {"list": number})


def _by_line(doubts: tuple[str, ...]) -> dict[int, list[str]]:
    """Each doubt beside its row; they name it: "List 8, row 4, …" and "List 8: Row 4 holds …"."""
    by_line: dict[int, list[str]] = defaultdict(list)
    for doubt in doubts:
        if named := NAMES_ROW.search(doubt):
            by_line[int(named[1])].append(doubt)
    return by_line


NAMES_ROW = re.compile(r"\b[Rr]ow (\d+)\b")


def _said(steps: dict[str, Any]) -> list[str]:
    words = {
        "child": "birth date, sex, ethnicity, or whether they came unaccompanied",
        "placement": "a placement",
        "allocation": "team or worker",
        "done": "when they were last seen, reviewed or assessed",
    }
    track = "the end of a plan or track" if steps.get("track", {}).get("ends_standing") else "a plan or track"
    return [track if kind == "track" else words[kind] for kind in steps]


def _span(kind: str, days: tuple[str, str | None]) -> Span:
    return Span(kind, date.fromisoformat(days[0]), read_date(days[1]))
