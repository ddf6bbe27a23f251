"""A matched row of Ofsted's child-level lists put on the record through `record`."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import datetime
from typing import cast

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.exchange.as_json import as_json
from kittiwake.exchange.formats.annex_a.done import SOURCE, record_done
from kittiwake.exchange.formats.annex_a.facts import (
    AllocationFacts,
    AnnexFacts,
    Before,
    ChildFacts,
    Line,
    Made,
    PlacementFacts,
    TrackFacts,
)
from kittiwake.exchange.models import ImportRow, ListedRow
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.placements.rules import arrangement_of
from kittiwake.primitives.clocks.duties.recording import settle, settle_once
from kittiwake.record import recording as record
from kittiwake.record.models import Address, Allocation, Child, Identifier, Placement, Track
from kittiwake.record.recording import teams
from kittiwake.time.moments import local_date


@settle_once()
def record_row(
    row: ImportRow, facts: AnnexFacts, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> None:
    """Put one matched row on the record, keeping what it replaced. The child's clocks are settled once."""
    before: Before = {}
    child = row.child = _child(facts.council_id) or _add(row, facts, by=by, at=at)
    if facts.child and not row.made_child:
        before["child"] = stood_of(child, facts.child)
        child = duties.change_child(child, version=child.version, by=by, at=at, **facts.child)
    if facts.track and not _is_on_track(child, facts.track):
        before["track"] = _record_track(child, facts.track, by=by, at=at)
    if facts.placement and not _is_placed(child, facts.placement):
        before["placement"] = _record_placement(child, facts.placement, by=by, at=at)
    if facts.allocation and not _is_held(child, facts.allocation, at):
        before["allocation"] = _record_allocation(child, facts.allocation, by=by, at=at)
        settle(child, at)
    if facts.done:
        before["done"] = record_done(child, facts.done, by=by, at=at)
    if facts.line:
        before["line"] = _keep(row, child, facts.line)
    row.before = as_json(before)


def stood_of(child: Child, facts: ChildFacts) -> ChildFacts:
    stood: ChildFacts = {
        "born_on": child.born_on,
        "sex": child.sex,
        "ethnicity": child.ethnicity,
        "unaccompanied": child.unaccompanied,
    }
    return cast(ChildFacts, {name: value for name, value in stood.items() if name in facts})


# Another row, or somebody by hand, may have put it on the record while this one waited for a person.


def _is_on_track(child: Child, track: TrackFacts) -> bool:
    same = Track.objects.filter(child=child, kind=track.kind, starts_on=track.starts_on)
    return same.filter(ends_on=track.ends_on).exclude(ends_on=F("starts_on")).exists()


def _is_placed(child: Child, placement: PlacementFacts) -> bool:
    same = Placement.objects.filter(child=child, starts_on=placement.starts_on)
    return same.exclude(ends_on=F("starts_on")).exists()


def _is_held(child: Child, allocation: AllocationFacts, at: datetime) -> bool:
    lead = Allocation.objects.on(local_date(at)).filter(child=child, role=Allocation.LEAD)
    worker = {"worker__name": allocation.worker} if allocation.worker else {"worker": None}
    return lead.filter(team__name=allocation.team, **worker).exists()


def _child(council_id: str) -> Child | None:
    numbers = Identifier.objects.filter(
        kind=Identifier.COUNCIL, value=council_id, ended_on=None
    ).select_related("child")
    return next((number.child for number in numbers), None)


def _add(row: ImportRow, facts: AnnexFacts, *, by: User, at: datetime) -> Child:
    row.made_child = True
    numbers = {Identifier.COUNCIL: facts.council_id}
    return record.add_child(identifiers_=numbers, source=SOURCE, by=by, at=at, **facts.child)


def _record_track(child: Child, track: TrackFacts, *, by: User, at: datetime) -> Made:
    if track.ends_standing and track.ends_on:
        standing = Track.objects.get(child=child, kind=track.kind, starts_on=track.starts_on, ends_on=None)
        duties.end_track(standing, ends_on=track.ends_on, by=by, at=at)
        return {"ended": standing.pk}
    made = duties.start_track(
        child,
        kind=track.kind,
        starts_on=track.starts_on,
        ends_on=track.ends_on,
        category=track.category,
        source=SOURCE,
        by=by,
        at=at,
    )
    return {"made": made.pk}


def _record_placement(child: Child, placement: PlacementFacts, *, by: User, at: datetime) -> Made:
    address = Address.objects.create(postcode=placement.postcode) if placement.postcode else None
    move = placements.place(
        child,
        starts_on=placement.starts_on,
        address=address,
        source=SOURCE,
        arrangement=arrangement_of(placement.kind, placement.legal_status),
        kind=placement.kind,
        provider=placement.provider,
        urn=placement.urn,
        legal_status=placement.legal_status,
        out_of_area=placement.out_of_area,
        by=by,
        at=at,
    )
    return {"made": move.placement_id, "address": address.pk if address else None}


def _record_allocation(child: Child, allocation: AllocationFacts, *, by: User, at: datetime) -> Made:
    today, worker, is_new = local_date(at), None, False
    team, is_new_team = teams.team_called(allocation.team, kind=allocation.team_kind)
    if allocation.worker:
        worker, is_new = teams.worker_called(allocation.worker, team=team, since=today)
    made = record.allocate(child, team=team, worker=worker, starts_on=today, reason=SOURCE, by=by, at=at)
    return {
        "made": made.pk,
        "team": team.pk if is_new_team else None,
        "worker": worker.pk if worker and is_new else None,
    }


def _keep(row: ImportRow, child: Child, line: Line) -> int:
    made = ListedRow.objects.create(
        child=child,
        row=row,
        list=line.list,
        key=line.key,
        told_on=line.told_on,
        said=dict(line.said),
        mark=line.mark,
    )
    return made.pk


def withdraw_line(listed: int, *, at: datetime) -> None:
    ListedRow.objects.filter(pk=listed, withdrawn_at=None).update(withdrawn_at=at)
