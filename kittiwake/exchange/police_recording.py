"""A judged row of a police list put on the record through `missing`, and taken back."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import datetime
from typing import Any

from kittiwake.accounts.models import User
from kittiwake.exchange.judging import read_date, read_moment
from kittiwake.exchange.later_work import Since, on_the_child, on_the_episode
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.police_rows import moments_of
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode, Report
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Team
from kittiwake.ui.dates import local_date


def record_row(row: ImportRow, children: MutableMapping[int, Child], *, by: User, at: datetime) -> None:
    """Put one judged row on the record. `children` are those made by earlier rows, by the row that first met them."""
    if row.decided == ImportRow.SAME_EPISODE:
        _record_same_absence(row, children, by=by, at=at)
    elif row.entry and row.entry.child_id == row.child_id:
        row.before = _record_news(row.facts, row.entry.episode, by=by, at=at)
    else:
        row.child = _known_child(row, children) or _add_child(row, children, by=by, at=at)
        row.entry = _record_episode(row.facts, row.child, by=by, at=at).entry
        row.before = {"episode": "not on the record"}


def _known_child(row: ImportRow, children: MutableMapping[int, Child]) -> Child | None:
    return row.child or children.get(first_number(row))


def first_number(row: ImportRow) -> int:
    """The number of the row that first met this child: itself, or an earlier one of the same import."""
    return row.facts.get("first_number") or row.facts["number"]


def _record_same_absence(
    row: ImportRow, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> None:
    """One more report of an absence that is on the record; what it says beyond that is news about it."""
    row.child = _known_child(row, children)
    moments = moments_of(row.facts)
    episode = Episode.objects.filter(child=row.child).overlapping(moments).first() if row.child else None
    if episode is None:
        raise Refused("No absence of theirs on the record is in that time any more. Decide again.")
    report = missing.add_report(
        episode,
        source="police",
        reporter=row.facts["reported_by"],
        reference=row.facts["reference"],
        made_at=moments.reported,
        by=by,
        at=at,
    )
    row.before = {**_record_news(row.facts, episode, by=by, at=at), "report": report.pk}
    row.entry = episode.entry


def _add_child(row: ImportRow, children: MutableMapping[int, Child], *, by: User, at: datetime) -> Child:
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
    children[first_number(row)] = child
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


def _record_news(facts: dict[str, Any], episode: Episode, *, by: User, at: datetime) -> dict[str, Any]:
    """How the episode went on. Returns what was known before, so that it can be put back."""
    if not episode.outcome.is_open:
        return {}
    before: dict[str, Any] = {
        name: moment.isoformat() if (moment := getattr(episode, f"{name}_at")) else None
        for name in ("located", "returned")
    }
    latest = episode.grades.order_by("-since_at", "-id").values_list("level", flat=True).first()
    if facts["grades"] and facts["grades"][-1] != latest:
        missing.record_grade(episode, level=facts["grades"][-1], since_at=at, by=by, at=at)
        before["grade"] = latest
    _record_end(facts, episode, by=by, at=at)
    return before


def undo_row(row: ImportRow, *, reason: str, by: User, at: datetime) -> None:
    """Take one recorded row back: its episode struck out, or what it changed put back."""
    episode = Episode.objects.select_related("entry").get(pk=row.entry_id)
    if "episode" in row.before and not episode.entry.is_struck_out:
        missing.strike_out(episode, reason=reason, by=by, at=at)
    if "report" in row.before:
        report = Report.objects.select_related("episode").get(pk=row.before["report"])
        missing.withdraw_report(report, reason=reason, by=by, at=at)
    if "returned" in row.before:
        known = {name: row.before[name] for name in ("located", "returned")}
        missing.put_back(episode, open_again=known, reason=reason, by=by, at=at)
    if level := row.before.get("grade"):
        missing.record_grade(episode, level=level, since_at=at, source=reason, by=by, at=at)


def later_work(row: ImportRow, since: Since) -> str:
    return (on_the_child(row, since) if row.made_child else "") or on_the_episode(row, since)
