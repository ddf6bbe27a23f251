"""What a row of Ofsted's child-level lists put on the record, taken back; and why it may have to stay."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeVar

from django.db import models
from django.db.models import QuerySet

from kittiwake.accounts.models import User
from kittiwake.exchange.as_json import from_json
from kittiwake.exchange.formats.annex_a.done import undo_done
from kittiwake.exchange.formats.annex_a.facts import AnnexFacts, Before, Made
from kittiwake.exchange.formats.annex_a.recording import withdraw_line
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.undo_checks import Since, on_the_child
from kittiwake.practice.duties import recording as duties
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.placements.models import Move
from kittiwake.primitives.clocks.duties.recording import settle, settle_once
from kittiwake.record import recording as record
from kittiwake.record.models import Address, Allocation, Placement, Team, Track, Worker
from kittiwake.record.recording import teams

M = TypeVar("M", bound=models.Model)


@settle_once()
def undo_row(row: ImportRow, facts: AnnexFacts, *, reason: str, by: User, at: datetime) -> None:
    """Take back what the row put on the record: made things end the day they began, replaced things stand again."""
    before, child = from_json(Before, row.before), row.child
    assert child is not None
    undo_done(before.get("done", ()), reason=reason, by=by, at=at)
    if line := before.get("line"):
        withdraw_line(line, at=at)
    if made := _made(before.get("allocation")):
        record.take_back(Allocation.objects.get(pk=made), reason=reason, by=by, at=at)
        settle(child, at)
    if made := _made(before.get("placement")):
        _take_back_placement(Placement.objects.get(pk=made), reason=reason, by=by, at=at)
    track = before.get("track", Made())
    if made := _made(track):
        duties.take_back_track(Track.objects.get(pk=made), reason=reason, by=by, at=at)
    if ended := track.get("ended"):
        duties.reopen_track(Track.objects.get(pk=ended), by=by, at=at)
    if stood := before.get("child"):
        child.refresh_from_db()
        duties.change_child(child, version=child.version, by=by, at=at, **stood)


def _made(step: Made | None) -> int | None:
    return step.get("made") if step else None


def undo_rest(rows: QuerySet[ImportRow], *, at: datetime) -> list[str]:
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


def _brought(rows: QuerySet[ImportRow], model: type[M], step: Literal["allocation", "placement"]) -> list[M]:
    name = model._meta.model_name
    kept = rows.select_related(None).values_list("before", flat=True)
    made = (from_json(Before, before).get(step, Made()) for before in kept.iterator())
    keys = {key for keys in made for kind, key in keys.items() if kind == name and key is not None}
    return list(model._default_manager.filter(pk__in=keys).order_by("pk"))


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


def undo_check(row: ImportRow, facts: AnnexFacts, since: Since) -> str:
    if row.made_child:
        return on_the_child(row, since)
    changed = row.before and since.about_the_child(row).filter(subject__in=TAKES_BACK).exists()
    return "their details, plan, placement or worker were changed since" if changed else ""
