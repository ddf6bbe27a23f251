"""A judged row of a police list put on the record through `missing`, and taken back."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import datetime
from typing import Any

from django.db.models import Q

from kittiwake.accounts.models import User
from kittiwake.exchange.judging import read_date, read_moment
from kittiwake.exchange.later_work import Since, on_the_child, on_the_episode
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.police_changes import new_grade, new_texts, was_back_by
from kittiwake.exchange.police_moments import TITLES
from kittiwake.exchange.police_rows import bare, moments_of
from kittiwake.exchange.remembering import settled
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.corrections.recording import call_off_cancelling, put_back
from kittiwake.practice.missing.models import Episode, Grade, Report
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.primitives.clocks.recording_of_duties import settle_once
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Identifier, Team
from kittiwake.time.moments import local_date


@settle_once()
def record_row(row: ImportRow, children: MutableMapping[int, Child], *, by: User, at: datetime) -> None:
    """Put one judged row on the record. `children` are those made by earlier rows, by the row that first met them."""
    if row.decided == ImportRow.SAME_EPISODE:
        _record_same_absence(row, children, by=by, at=at)
        return
    row.child = _known_child(row, children) or _add_child(row, children, by=by, at=at)
    if episode := _episode_of(row):
        row.before |= _record_news(row, episode, by=by, at=at)
        row.entry = episode.entry
    else:
        row.entry = _record_episode(row.facts, row.child, by=by, at=at).entry
        row.before |= {"episode": "not on the record"}
    if not row.made_child:
        _learn_number(row, by=by, at=at)


def _known_child(row: ImportRow, children: MutableMapping[int, Child]) -> Child | None:
    return row.child or children.get(first_number(row))


def first_number(row: ImportRow) -> int:
    """The number of the row that first met this child: itself, or an earlier one of the same import."""
    return row.facts.get("first_number") or row.facts["number"]


def _episode_of(row: ImportRow) -> Episode | None:
    """The absence of this child that is on the record under this reference."""
    if row.child_id is None:
        return None
    if row.entry and row.entry.child_id == row.child_id:
        return row.entry.episode
    reports = Report.objects.filter(withdrawn_at=None, episode__child_id=row.child_id)
    reports = (
        reports.filter(episode__entry__struck_out_at=None)
        .exclude(reference="")
        .select_related("episode__entry")
    )
    wanted = bare(row.facts["reference"])
    return next((report.episode for report in reports if bare(report.reference) == wanted), None)


def _learn_number(row: ImportRow, *, by: User, at: datetime) -> None:
    """The police's number for a child who had none is kept, so that no number is lost."""
    number, child = row.facts["person"], row.child
    if (
        not number
        or child is None
        or Identifier.objects.filter(kind=Identifier.POLICE, ended_on=None)
        .filter(Q(child=child) | Q(value=number))
        .exists()
    ):
        return
    made = record.identify(child, kind=Identifier.POLICE, value=number, source="police list", at=at)
    row.before["identified"] = made.pk


def _record_same_absence(
    row: ImportRow, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> None:
    """One more report of an absence that is on the record; what it says beyond that is news about it."""
    row.child = _known_child(row, children)
    moments = moments_of(row.facts)
    episode = Episode.objects.filter(child=row.child).overlapping(moments).first() if row.child else None
    if episode is None:
        raise Refused("No absence of theirs on the record is in that time any more. Decide again.")
    report = reports.add_report(
        episode,
        source="police",
        reporter=row.facts["reported_by"],
        reference=row.facts["reference"],
        made_at=moments.reported,
        by=by,
        at=at,
    )
    row.before = {**_record_news(row, episode, by=by, at=at), "report": report.pk}
    row.entry = episode.entry


def _add_child(row: ImportRow, children: MutableMapping[int, Child], *, by: User, at: datetime) -> Child:
    facts = row.facts
    child = record.add_child(
        forenames=facts["forenames"],
        surname=facts["surname"],
        born_on=read_date(facts["born_on"]),
        sex=facts["sex"],
        identifiers_=_free_number(facts["person"]),
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


def _free_number(number: str) -> dict[str, str]:
    """A person said that this is another child than the one who has the number: it stays theirs."""
    held = Identifier.objects.filter(kind=Identifier.POLICE, value=number, ended_on=None)
    return {Identifier.POLICE: number} if number and not held.exists() else {}


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
        circumstances=_circumstances(facts),
        by=by,
        at=at,
    )
    for level in facts["grades"][1:]:
        if level != facts["grades"][0]:
            reports.record_grade(episode, level=level, since_at=reported.at, by=by, at=at)
    if cancelled:
        missing.cancel(episode, reason="Cancelled by the police", by=by, at=at)
    return episode


ASIDE = "The police list gives “{title}” as {said}, which contradicts the rest and was set aside."


def _circumstances(facts: dict[str, Any]) -> str:
    """With what was set aside, as it was written, where whoever reads the episode sees it."""
    aside = facts.get("set_aside", {})
    said = [
        ASIDE.format(title=TITLES[name].lower(), said=text) for name, text in aside.items() if name in TITLES
    ]
    return "\n".join(filter(None, [facts["circumstances"], *said]))


def _record_news(row: ImportRow, episode: Episode, *, by: User, at: datetime) -> dict[str, Any]:
    """How the episode went on. Returns what was known before, so that it can be put back."""
    facts, before = row.facts, dict[str, Any]()
    earlier = _said_before(row, episode)
    if level := new_grade(facts, episode, earlier):
        since = at if episode.grades.exists() else episode.reported_at
        before["grade_made"] = reports.record_grade(episode, level=level, since_at=since, by=by, at=at).pk
    if texts := new_texts(facts, episode, earlier):
        before["texts"] = reports.say_more(episode, texts=texts, by=by, at=at)
    if episode.outcome.is_open or was_back_by(read_moment(facts["returned"]), episode):
        before |= _record_end(facts, episode, by=by, at=at)
    return before


def _said_before(row: ImportRow, episode: Episode) -> dict[str, Any] | None:
    earlier = settled("police-missing").filter(entry_id=episode.pk).exclude(pk=row.pk).order_by("-pk").first()
    return earlier.facts if earlier else None


def _record_end(facts: dict[str, Any], episode: Episode, *, by: User, at: datetime) -> dict[str, Any]:
    located, returned = read_moment(facts["located"]), read_moment(facts["returned"])
    if facts["cancelled"]:
        if returned or located:
            return {}  # a person looks at that
        missing.cancel(episode, reason="Cancelled by the police", by=by, at=at)
        return {"cancelled": False}
    before = {name: _iso(getattr(episode, f"{name}_at")) for name in ("located", "returned")}
    where, how = facts["found_where"], facts["how_found"]
    if located and episode.outcome.is_open and episode.located_at is None:
        missing.record_location(episode, located=located, source="police", where=where, how=how, by=by, at=at)
    if returned and episode.returned_at is None:
        missing.record_return(episode, returned=returned, source="police", how=how, by=by, at=at)
    return before


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


@settle_once()
def undo_row(row: ImportRow, *, reason: str, by: User, at: datetime) -> None:
    """Take one recorded row back: its episode struck out, or what it changed put back."""
    episode = Episode.objects.select_related("entry").get(pk=row.entry_id)
    done: dict[str, Any] = {"reason": reason, "by": by, "at": at}
    if "episode" in row.before and not episode.entry.is_struck_out:
        missing.strike_out(episode, **done)
    if "report" in row.before:
        report = Report.objects.select_related("episode").get(pk=row.before["report"])
        reports.withdraw_report(report, **done)
    if "returned" in row.before:
        known = {name: row.before[name] for name in ("located", "returned")}
        put_back(episode, open_again=known, **done)
    if "cancelled" in row.before:
        call_off_cancelling(episode, **done)
    if made := row.before.get("grade_made"):
        reports.withdraw_grade(Grade.objects.get(pk=made), **done)
    if (texts := row.before.get("texts")) and not episode.entry.is_struck_out:
        reports.say_more(episode, texts=texts, by=by, at=at)
    if made := row.before.get("identified"):
        record.end_number(Identifier.objects.get(pk=made), ended_on=local_date(at))
    if (
        level := row.before.get("grade")
    ) and "grade_made" not in row.before:  # recorded before 29 November 2026
        reports.record_grade(episode, level=level, since_at=at, source=reason, by=by, at=at)


def later_work(row: ImportRow, since: Since) -> str:
    return (on_the_child(row, since) if row.made_child else "") or on_the_episode(row, since)
