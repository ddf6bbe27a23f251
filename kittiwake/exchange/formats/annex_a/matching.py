"""The rows of Ofsted's child-level lists, matched with the record: children by the council's id, their
teams and workers, the tracks they are on, and placements. The lists carry no names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import cast

from kittiwake.exchange.earlier_rows import fingerprint
from kittiwake.exchange.formats.annex_a import asking, told
from kittiwake.exchange.formats.annex_a import done as last_done
from kittiwake.exchange.formats.annex_a.facts import (
    AllocationFacts,
    AnnexFacts,
    ChildFacts,
    PlacementFacts,
    TrackFacts,
    Value,
)
from kittiwake.exchange.formats.annex_a.reading import FoundList, read_annex_a
from kittiwake.exchange.formats.annex_a.rows import Allocated, ListRow, LookedAfter
from kittiwake.exchange.formats.annex_a.standing import InFile, Standing, remember, said_of_child
from kittiwake.exchange.formats.annex_a.tracks import code_of, days_of, track_of
from kittiwake.exchange.formats.format import FileReport
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.proposal import Proposal
from kittiwake.exchange.reading.columns import Mapping
from kittiwake.exchange.reading.doubts import Doubt
from kittiwake.exchange.reading.tables import Table
from kittiwake.record.codes import Span, why_unlawful
from kittiwake.record.identifiers.people import child_id as checked_child_id
from kittiwake.record.identifiers.tidy import NotValid
from kittiwake.record.models import Allocation, Identifier, Placement, Team, Track
from kittiwake.time.moments import local_date

# The list that knows a child best comes first: its team and worker are taken.
ORDER = (8, 7, 9, 6, 2, 4, 5, 3, 1, 10)
TOLD = ("born_on", "sex", "ethnicity", "unaccompanied")
TEAM_KINDS = {8: "in_care", 9: "leaving_care", 2: "early_help"}


@dataclass
class Matcher:
    at: datetime
    known: dict[str, Standing]
    became: dict[str, str] = field(
        default_factory=dict
    )  # what a team that became part of another is called now
    lines: told.Latest = field(default_factory=dict)  # what was told last and is kept for the lists alone
    told_on: date = date.min  # the newest day of the file in hand
    in_file: dict[str, InFile] = field(default_factory=lambda: defaultdict(InFile))

    @classmethod
    def beside_the_record(cls, at: datetime) -> Matcher:
        """Every child known by a council id, with tracks, placements and who holds them today."""
        of_council = Identifier.objects.filter(kind=Identifier.COUNCIL, ended_on=None).select_related("child")
        known, by_child = dict[str, Standing](), dict[int, Standing]()
        for number in of_council:
            child = number.child
            facts: dict[str, Value] = {name: getattr(child, name) for name in TOLD}
            known[number.value] = by_child[child.pk] = Standing(child.pk, facts)
        for track in Track.objects.filter(child__in=by_child):
            spans = by_child[track.child_id].tracks.setdefault(track.kind, set())
            spans.add((track.starts_on, track.ends_on))
        for placement in Placement.objects.filter(child__in=by_child):
            by_child[placement.child_id].placements.add(placement.starts_on)
        held = Allocation.objects.on(local_date(at)).filter(child__in=by_child, role=Allocation.LEAD)
        for allocation in held.select_related("team", "worker"):
            worker = allocation.worker.name if allocation.worker else ""
            by_child[allocation.child_id].held_by = (allocation.team.name, worker)
        for child_id, latest in last_done.known(by_child).items():
            by_child[child_id].latest = latest
        ids = {number.child_id: number.value for number in of_council}
        return cls(at, known, _became(), told.latest(ids))

    def proposals(self, lists: Sequence[Table], file: FileReport) -> Iterator[Proposal]:
        """Every row of lists 1 to 10, the list that knows a child best first."""
        annex = read_annex_a(lists)
        self.told_on = told.day_of(annex, local_date(self.at))
        file.notes += [
            f"The sheet ‘{name}’ was not read: it is none of lists 1 to 10, or another sheet is nearer to its list."
            for name in annex.sheets_unused
        ]
        for number in ORDER:
            if number in annex.lists:
                child_list = annex.lists[number]
                columns: dict[str, tuple[str, ...]] = {
                    name: (heading,) for name, heading in child_list.columns.items()
                }
                file.columns.keep(child_list.sheet, Mapping("annex-a", "", columns), is_taken=True)
                yield from self._of_list(child_list)

    def _of_list(self, child_list: FoundList) -> Iterator[Proposal]:
        doubted = _by_row(child_list.doubts)
        for row in child_list.rows:
            doubts = [
                *doubted[row.line_number],
                *asking.doubts_of(row, (days_of(row) or (None,))[0]),
                *last_done.doubts(row, row.born_on, local_date(self.at)),
            ]
            yield self.propose(child_list.number, row).with_doubts(doubts)
        for line, why in child_list.left_out:
            yield Proposal(line, ImportRow.REJECTED, f"List {child_list.number}: {why}")

    def propose(self, number: int, row: ListRow) -> Proposal:
        council_id, why = _council_id(row)
        if why:
            return Proposal(row.line_number, ImportRow.REJECTED, f"List {number}: {why}")
        standing = self.known.get(council_id)
        is_new = standing is None
        standing = standing or Standing(None)
        said, before, today = said_of_child(row), self.in_file[council_id], local_date(self.at)
        asked = asking.asked(row, said, standing.facts, before.facts, days_of(row), today)
        # What a person has to look at is not on the record yet, so rows after it are matched as if it were not there.
        after = deepcopy(standing) if asked.about else standing
        facts = self._facts(number, row, council_id, after, asked, before)
        remember(before, number, row, said, asked.about)
        said_here = fingerprint(asking.said_of(row, number))
        proposal = Proposal(
            row.line_number, ImportRow.NEEDS_PERSON, "", facts, child_id=standing.child_id, said=said_here
        )
        if asked.about:
            message = f"List {number}: {' '.join(asked.sentences)}"
            candidates = [standing.child_id] if standing.child_id else []
            return replace(proposal, message=message, candidates=candidates)
        self.known[council_id] = standing
        if is_new:
            return proposal.now(ImportRow.NEW, f"List {number}: a child not on the record yet.")
        if not (news := facts.news()):
            return proposal.now(ImportRow.UNCHANGED, f"List {number}: already on the record.")
        return proposal.now(ImportRow.CHANGED, f"List {number}: {', '.join(news)}.")

    def _facts(
        self,
        number: int,
        row: ListRow,
        council_id: str,
        standing: Standing,
        asked: asking.Asked,
        before: InFile,
    ) -> AnnexFacts:
        """What this row adds or changes, but for what is asked about; `standing` is moved on."""
        about = set(asked.about)  # as it is before the law is asked about the track
        child = self._child_facts(row, standing, about)
        track, unlawful = self._track(row, standing) if "track" not in about else (None, "")
        if unlawful:  # what else the row says may still be recorded, by a person who has looked
            asked.ask("track", unlawful)
        line = told.line_of(number, row, council_id, self.told_on)
        return AnnexFacts(
            list=number,
            council_id=council_id,
            child=child,
            track=track,
            placement=self._placement(row, standing) if "placement" not in about else None,
            allocation=self._allocation(number, row, standing, before) if "allocation" not in about else None,
            done=last_done.news(row, standing.latest, standing.born_on, local_date(self.at)),
            line=told.news(line, council_id, self.lines),
        )

    @staticmethod
    def _child_facts(row: ListRow, standing: Standing, asked: set[str]) -> ChildFacts:
        said = {
            name: value
            for name, value in said_of_child(row).items()
            if value not in asking.NOT_SAID and f"child.{name}" not in asked
        }
        news = {name: value for name, value in said.items() if standing.facts.get(name) != value}
        standing.facts |= news
        return cast(ChildFacts, news)

    def _track(self, row: ListRow, standing: Standing) -> tuple[TrackFacts | None, str]:
        """What the row adds to the child's tracks; or why the law does not let it."""
        track = track_of(row, standing, local_date(self.at))
        if track is None:
            return None, ""
        spans = standing.tracks.setdefault(track.kind, set())
        span = (track.starts_on, track.ends_on)
        if span in spans or any(start == span[0] and end and not span[1] for start, end in spans):
            return None, ""
        ended = (span[0], None) in spans and track.ends_on is not None
        if why := self._unlawful(track, standing):
            return None, why
        spans.discard((span[0], None))
        spans.add(span)
        return replace(track, ends_standing=ended), ""

    @staticmethod
    def _unlawful(track: TrackFacts, standing: Standing) -> str:
        """Why the law does not let the row's track stand beside the others of the record and of this file."""
        wanted = Span(track.kind, track.starts_on, track.ends_on)
        others = [
            Span(kind, *span)
            for kind, spans in standing.tracks.items()
            for span in spans
            if (kind, span[0]) != (track.kind, track.starts_on)
        ]
        return why_unlawful(wanted, others, standing.born_on)

    def _placement(self, row: ListRow, standing: Standing) -> PlacementFacts | None:
        if not isinstance(row, LookedAfter) or not row.placed_on or row.placed_on in standing.placements:
            return None
        standing.placements.add(row.placed_on)
        return PlacementFacts(
            starts_on=row.placed_on,
            kind=code_of(row.placement_type, 3),
            provider=code_of(row.placement_provider, 3),
            urn=(row.placement_urn or "")[:10],
            postcode=row.placement_postcode or "",
            legal_status=code_of(row.legal_status, 2),
            out_of_area={"in": False, "out": True}.get(row.placed_in or ""),
        )

    def _allocation(
        self, number: int, row: ListRow, standing: Standing, before: InFile
    ) -> AllocationFacts | None:
        """The first list that names a team is believed, though its row may wait for a person: meanwhile nobody is
        put in the place of whoever holds the child, but a child whom nobody holds is given to the next list's."""
        if not isinstance(row, Allocated) or not row.team or (before.holder and standing.held_by):
            return None
        holder = (self.became.get(row.team, row.team), row.worker or "")
        if standing.held_by == holder:
            return None
        standing.held_by = holder
        return AllocationFacts(
            team=holder[0], worker=row.worker or "", team_kind=TEAM_KINDS.get(number, "social_work")
        )


def _became() -> dict[str, str]:
    """The council's other system may go on with the old name for a long time."""
    every = Team.objects.values_list("pk", "merged_into")
    merged = {team: into for team, into in every if into is not None}
    names = dict(Team.objects.filter(pk__in={*merged, *merged.values()}).values_list("pk", "name"))
    became = {}
    for team, into in merged.items():
        while into in merged:
            into = merged[into]
        became[names[team]] = names[into]
    return became


def _council_id(row: ListRow) -> tuple[str, str]:
    """(the council's id as it is kept, why it is no child's)"""
    try:
        council_id = checked_child_id(row.child_id)
    except NotValid as wrong:
        return "", str(wrong)
    if asking.is_no_child(council_id):
        return council_id, f"‘{council_id}’ is no child’s ID; the row seems to be a total."
    return council_id, ""


def _by_row(doubts: Sequence[Doubt]) -> dict[int, list[Doubt]]:
    by_row: dict[int, list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        by_row[doubt.row].append(doubt)
    return by_row
