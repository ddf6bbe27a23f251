"""A judged row of Ofsted's child-level lists put on the record through `record`, and taken back."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import date, datetime
from typing import Any

from django.db.models import F

from kittiwake.accounts.models import User
from kittiwake.exchange.formats.annex_a import done as annex_a_done
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.proposal import iso, read_date
from kittiwake.exchange.undo_checks import Since, on_the_child
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.rules import arrangement_of
from kittiwake.primitives.clocks.recording_of_duties import settle, settle_once
from kittiwake.record import recording as record
from kittiwake.record import recording_of_teams as teams
from kittiwake.record.models import Address, Allocation, Child, Identifier, Placement, Team, Track, Worker
from kittiwake.time.moments import local_date


def record_row(row: ImportRow, children: MutableMapping[int, Child], *, by: User, at: datetime) -> None:
    """Put one judged row on the record, keeping what it replaced. The child's clocks are settled once."""
    with settle_once():
        _record_row(row, by=by, at=at)


def _record_row(row: ImportRow, *, by: User, at: datetime) -> None:
    facts = row.facts
    child = _child(facts["council_id"]) or _add(row, by=by, at=at)
    row.child = child
    if facts.get("child") and not row.made_child:
        row.before["child"] = {name: _iso_or_value(getattr(child, name)) for name in facts["child"]}
        child = duties.change_child(child, version=child.version, by=by, at=at, **_typed(facts["child"]))
    if (track := facts.get("track")) and not _is_on_track(child, track):
        row.before["track"] = _record_track(child, track, by=by, at=at)
    if (placement := facts.get("placement")) and not _is_placed(child, placement):
        row.before["placement"] = _record_placement(child, placement, by=by, at=at)
    if (allocation := facts.get("allocation")) and not _is_held(child, allocation, at):
        row.before["allocation"] = _record_allocation(child, allocation, by=by, at=at)
        settle(child, at)
    if done := facts.get("done"):
        row.before["done"] = annex_a_done.record_done(child, done, by=by, at=at)


# Another row, or somebody by hand, may have put it on the record while this one waited for a person.


def _is_on_track(child: Child, track: dict[str, Any]) -> bool:
    same = Track.objects.filter(child=child, kind=track["kind"], starts_on=track["starts_on"])
    return same.filter(ends_on=track["ends_on"]).exclude(ends_on=F("starts_on")).exists()


def _is_placed(child: Child, placement: dict[str, Any]) -> bool:
    same = Placement.objects.filter(child=child, starts_on=placement["starts_on"])
    return same.exclude(ends_on=F("starts_on")).exists()


def _is_held(child: Child, allocation: dict[str, Any], at: datetime) -> bool:
    lead = Allocation.objects.on(local_date(at)).filter(child=child, role=Allocation.LEAD)
    worker = {"worker__name": allocation["worker"]} if allocation["worker"] else {"worker": None}
    return lead.filter(team__name=allocation["team"], **worker).exists()


def _child(council_id: str) -> Child | None:
    found = Identifier.objects.filter(
        kind=Identifier.COUNCIL, value=council_id, ended_on=None
    ).select_related("child")
    return next((number.child for number in found), None)


def _add(row: ImportRow, *, by: User, at: datetime) -> Child:
    row.made_child = True
    numbers = {Identifier.COUNCIL: row.facts["council_id"]}
    facts = _typed(row.facts.get("child", {}))
    return record.add_child(identifiers_=numbers, source="Annex A", by=by, at=at, **facts)


def _typed(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: read_date(value) if name == "born_on" else value for name, value in facts.items()}


def _iso_or_value(value: Any) -> Any:
    return iso(value) if isinstance(value, date) else value


def _record_track(child: Child, track: dict[str, Any], *, by: User, at: datetime) -> dict[str, Any]:
    starts_on, ends_on = read_date(track["starts_on"]), read_date(track["ends_on"])
    assert starts_on is not None
    if track["ends_standing"] and ends_on:
        standing = Track.objects.get(child=child, kind=track["kind"], starts_on=starts_on, ends_on=None)
        duties.end_track(standing, ends_on=ends_on, by=by, at=at)
        return {"ended": standing.pk}
    made = duties.start_track(
        child,
        kind=track["kind"],
        starts_on=starts_on,
        ends_on=ends_on,
        category=track["category"],
        source="Annex A",
        by=by,
        at=at,
    )
    return {"made": made.pk}


def _record_placement(child: Child, facts: dict[str, Any], *, by: User, at: datetime) -> dict[str, Any]:
    starts_on = read_date(facts["starts_on"])
    assert starts_on is not None
    address = Address.objects.create(postcode=facts["postcode"]) if facts["postcode"] else None
    more = {name: facts[name] for name in ("kind", "provider", "urn", "legal_status", "out_of_area")}
    arrangement = arrangement_of(facts["kind"], facts["legal_status"])
    move = placements.place(
        child,
        starts_on=starts_on,
        address=address,
        source="Annex A",
        arrangement=arrangement,
        by=by,
        at=at,
        **more,
    )
    return {"made": move.placement_id, "address": address.pk if address else None}


def _record_allocation(child: Child, facts: dict[str, Any], *, by: User, at: datetime) -> dict[str, Any]:
    today, worker, is_new = local_date(at), None, False
    team, is_new_team = teams.team_called(facts["team"], kind=facts["team_kind"])
    if facts["worker"]:
        worker, is_new = teams.worker_called(facts["worker"], team=team, since=today)
    made = record.allocate(child, team=team, worker=worker, starts_on=today, reason="Annex A", by=by, at=at)
    brought = {"team": team.pk if is_new_team else None, "worker": worker.pk if worker and is_new else None}
    return {"made": made.pk, **brought}


def undo_row(row: ImportRow, *, reason: str, by: User, at: datetime) -> None:
    """Take back what the row put on the record: made things end the day they began, replaced things stand again."""
    with settle_once():
        _undo_row(row, reason=reason, by=by, at=at)


def _undo_row(row: ImportRow, *, reason: str, by: User, at: datetime) -> None:
    before, child = row.before, row.child
    assert child is not None
    annex_a_done.undo_done(before.get("done", []), reason=reason, by=by, at=at)
    if made := before.get("allocation", {}).get("made"):
        record.take_back(Allocation.objects.get(pk=made), reason=reason, by=by, at=at)
        settle(child, at)
    if made := before.get("placement", {}).get("made"):
        _take_back_placement(Placement.objects.get(pk=made), reason=reason, by=by, at=at)
    if made := before.get("track", {}).get("made"):
        duties.take_back_track(Track.objects.get(pk=made), reason=reason, by=by, at=at)
    if ended := before.get("track", {}).get("ended"):
        duties.reopen_track(Track.objects.get(pk=ended), by=by, at=at)
    if facts := before.get("child"):
        child.refresh_from_db()
        duties.change_child(child, version=child.version, by=by, at=at, **_typed(facts))


def undo_rest(rows: list[ImportRow], *, at: datetime) -> list[str]:
    """Teams, workers and addresses the rows brought, which several of them may share. Returns what stays, being used."""
    left = [
        f"the worker {worker}"
        for worker in _brought(rows, Worker, "allocation")
        if not teams.withdraw_worker(worker, at=at)
    ]
    left += [
        f"the team {team}" for team in _brought(rows, Team, "allocation") if not teams.withdraw(team, at=at)
    ]
    for address in _brought(rows, Address, "placement"):
        teams.withdraw(address, at=at)
    return left


def _brought(rows: list[ImportRow], model: Any, step: str) -> list[Any]:
    name = model._meta.model_name
    keys = {row.before.get(step, {}).get(name) for row in rows} - {None}
    return list(model.objects.filter(pk__in=keys).order_by("pk"))


def _take_back_placement(placement: Placement, *, reason: str, by: User, at: datetime) -> None:
    move = (
        Move.objects.standing()
        .filter(placement=placement)
        .select_related("entry", "child", "placement")
        .first()
    )
    if move is None:
        record.take_back(placement, reason=reason, by=by, at=at)
    else:
        placements.strike_out(move, reason=reason, by=by, at=at)


# What undoing a row takes back. Changed again since by somebody else, it is theirs.
TAKES_BACK = (
    "record.child",
    "record.track",
    "record.placement",
    "record.allocation",
    "placements.move",
    "duties.done",
)


def later_work(row: ImportRow, since: Since) -> str:
    if row.made_child:
        return on_the_child(row, since)
    changed = since.about_the_child(row).filter(subject__in=TAKES_BACK) if row.before else None
    return (
        "their details, plan, placement or worker were changed since" if changed and changed.exists() else ""
    )
