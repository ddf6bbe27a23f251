"""A matched row of a police list put on the record through `missing`."""

from __future__ import annotations

from collections.abc import MutableMapping
from datetime import datetime
from typing import TypedDict

from django.db.models import Q

from kittiwake.accounts.models import User
from kittiwake.exchange.as_json import as_json, from_json
from kittiwake.exchange.earlier_rows import settled
from kittiwake.exchange.formats.police_missing.changes import new_grade, new_texts, was_back_by
from kittiwake.exchange.formats.police_missing.facts import PoliceFacts, bare, moments_of
from kittiwake.exchange.formats.police_missing.moments import TITLES
from kittiwake.exchange.models import ImportRow
from kittiwake.exchange.proposal import MayBe
from kittiwake.history.refusal import Refused
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode, Report
from kittiwake.practice.missing.reports import recording as reports
from kittiwake.primitives.clocks.duties.recording import settle_once
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Identifier, Team
from kittiwake.time.moments import local_date

CAME_SINCE = "A child who is called so was put on the record after this list was read. Say whether it is the same child."

NO_DOOR = (
    "They are not on the record yet, and there is no front door to hold them until they have a worker. Add a team of the "
    "kind “Front door”, then decide this row again."
)


class Before(TypedDict, total=False):
    """What a row made, and what was there before, so that it can be taken back."""

    episode: str  # was not on the record
    report: int
    located: datetime | None
    returned: datetime | None
    cancelled: bool
    grade_made: int
    grade: str  # of rows recorded before 29 November 2026
    texts: dict[str, str]
    identified: int


@settle_once()
def record_row(
    row: ImportRow, facts: PoliceFacts, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> None:
    """Put one matched row on the record. `children` are those made by earlier rows, by the row that first met them."""
    if row.decided == ImportRow.SAME_EPISODE:
        before = _record_same_absence(row, facts, children, by=by, at=at)
    else:
        before = _record_absence(row, facts, children, by=by, at=at)
    row.before = as_json(before)


def _record_absence(
    row: ImportRow, facts: PoliceFacts, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> Before:
    child = row.child = _known_child(row, facts, children) or _add_child(row, facts, children, by=by, at=at)
    if episode := _episode_of(row, facts):
        before = _record_news(row, facts, episode, by=by, at=at)
    else:
        episode, before = _record_episode(facts, child, by=by, at=at), {"episode": "not on the record"}
    row.entry = episode.entry
    if not row.made_child:
        before |= _learn_number(child, facts.person, at=at)
    return before


def _known_child(row: ImportRow, facts: PoliceFacts, children: MutableMapping[int, Child]) -> Child | None:
    known = row.child or children.get(facts.met_in)
    if known is None and row.decided != ImportRow.NEW_CHILD:
        _refuse_who_came_since(row, facts)
    return known


def _refuse_who_came_since(row: ImportRow, facts: PoliceFacts) -> None:
    """Another list put somebody called so on the record after this one was matched: a person says whether it is them."""
    called_so = Child.objects.filter(
        forenames=facts.forenames, surname=facts.surname, born_on=facts.born_on, withdrawn_at=None
    )
    if came := list(called_so.filter(recorded_at__gte=row.batch.previewed_at).values_list("pk", flat=True)):
        raise MayBe(CAME_SINCE, came)


def _episode_of(row: ImportRow, facts: PoliceFacts) -> Episode | None:
    """The absence of the row's child that is on the record under this reference."""
    assert row.child_id is not None
    if row.entry and row.entry.child_id == row.child_id:
        return row.entry.episode
    reports = Report.objects.filter(
        withdrawn_at=None, episode__child_id=row.child_id, episode__entry__struck_out_at=None
    )
    wanted, known = (
        bare(facts.reference),
        reports.exclude(reference="").values_list("reference", "episode_id"),
    )
    same = next((key for reference, key in known if bare(reference) == wanted), None)
    return Episode.objects.select_related("entry").get(pk=same) if same is not None else None


def _learn_number(child: Child, number: str, *, at: datetime) -> Before:
    """The police's number for a child who had none is kept, so that no number is lost."""
    held = Identifier.objects.filter(kind=Identifier.POLICE, ended_on=None)
    if not number or held.filter(Q(child=child) | Q(value=number)).exists():
        return {}
    made = record.identify(child, kind=Identifier.POLICE, value=number, source="police list", at=at)
    return {"identified": made.pk}


def _record_same_absence(
    row: ImportRow, facts: PoliceFacts, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> Before:
    """One more report of an absence that is on the record; what it says beyond that is news about it."""
    row.child = _known_child(row, facts, children)
    moments = moments_of(facts)
    episode = Episode.objects.filter(child=row.child).overlapping(moments).first() if row.child else None
    if episode is None:
        raise Refused("No absence of theirs on the record is in that time any more. Decide again.")
    added = _add_report(facts, episode, made_at=moments.reported, by=by, at=at)
    row.entry = episode.entry
    return {**_record_news(row, facts, episode, by=by, at=at), **added}


def _add_report(facts: PoliceFacts, episode: Episode, *, made_at: datetime, by: User, at: datetime) -> Before:
    """Once: another import of the same list may have brought it meanwhile."""
    known = episode.reports.filter(withdrawn_at=None).values_list("reference", flat=True)
    if bare(facts.reference) in map(bare, known):
        return {}
    reporter, reference = facts.reported_by, facts.reference
    report = reports.add_report(
        episode, source="police", reporter=reporter, reference=reference, made_at=made_at, by=by, at=at
    )
    return {"report": report.pk}


def _add_child(
    row: ImportRow, facts: PoliceFacts, children: MutableMapping[int, Child], *, by: User, at: datetime
) -> Child:
    """Nobody is their worker yet: the front door holds them, and the board says that they have no worker."""
    today = local_date(at)
    door = Team.objects.lasting().filter(kind="front_door").first()
    if door is None:
        raise Refused(NO_DOOR)
    child = record.add_child(
        forenames=facts.forenames,
        surname=facts.surname,
        born_on=facts.born_on,
        sex=facts.sex,
        identifiers_=_free_number(facts.person),
        source="police list",
        by=by,
        at=at,
    )
    row.made_child = True
    record.allocate(child, team=door, worker=None, starts_on=today, by=by, at=at)
    children[facts.met_in] = child
    return child


def _free_number(number: str) -> dict[str, str]:
    """A person said that this is another child than the one who has the number: it stays theirs."""
    held = Identifier.objects.filter(kind=Identifier.POLICE, value=number, ended_on=None)
    return {Identifier.POLICE: number} if number and not held.exists() else {}


def _record_episode(facts: PoliceFacts, child: Child, *, by: User, at: datetime) -> Episode:
    reported, cancelled = facts.began, facts.cancelled
    episode = missing.report_past(
        child,
        located=None if cancelled else facts.located,
        returned=None if cancelled else facts.returned,
        where=facts.found_where,
        how=facts.how_found,
        last_seen=facts.last_seen,
        reported=reported,
        source="police",
        reporter=facts.reported_by,
        reference=facts.reference,
        grade=facts.grades[0] if facts.grades else "",
        missing_from=" · ".join(filter(None, [facts.missing_from, facts.missing_from_address])),
        circumstances=_circumstances(facts),
        by=by,
        at=at,
    )
    for level in facts.grades[1:]:
        if level != facts.grades[0]:
            reports.record_grade(episode, level=level, since_at=reported.at, by=by, at=at)
    if cancelled:
        missing.cancel(episode, reason="Cancelled by the police", by=by, at=at)
    return episode


ASIDE = "The police list gives “{title}” as {said}, which contradicts the rest and was set aside."


def _circumstances(facts: PoliceFacts) -> str:
    """With what was set aside, as it was written, where whoever reads the episode sees it."""
    said = [
        ASIDE.format(title=TITLES[name].lower(), said=text)
        for name, text in facts.set_aside.items()
        if name in TITLES
    ]
    return "\n".join(filter(None, [facts.circumstances, *said]))


def _record_news(row: ImportRow, facts: PoliceFacts, episode: Episode, *, by: User, at: datetime) -> Before:
    """How the episode went on. Returns what was known before, so that it can be put back."""
    before: Before = {}
    earlier = _said_before(row, episode)
    if level := new_grade(facts, episode, earlier):
        since = at if episode.grades.exists() else episode.reported_at
        before["grade_made"] = reports.record_grade(episode, level=level, since_at=since, by=by, at=at).pk
    if texts := new_texts(facts, episode, earlier):
        before["texts"] = reports.say_more(episode, texts=texts, by=by, at=at)
    if episode.outcome.is_open or was_back_by(facts.returned, episode):
        before |= _record_end(facts, episode, by=by, at=at)
    return before


def _said_before(row: ImportRow, episode: Episode) -> PoliceFacts | None:
    earlier = settled("police-missing").filter(entry_id=episode.pk).exclude(pk=row.pk).order_by("-pk").first()
    return from_json(PoliceFacts, earlier.facts) if earlier else None


def _record_end(facts: PoliceFacts, episode: Episode, *, by: User, at: datetime) -> Before:
    located, returned = facts.located, facts.returned
    if facts.cancelled:
        if returned or located:
            return {}  # a person looks at that
        missing.cancel(episode, reason="Cancelled by the police", by=by, at=at)
        return {"cancelled": False}
    before: Before = {"located": episode.located_at, "returned": episode.returned_at}
    where, how = facts.found_where, facts.how_found
    if located and episode.outcome.is_open and episode.located_at is None:
        missing.record_location(episode, located=located, source="police", where=where, how=how, by=by, at=at)
    if returned and episode.returned_at is None:
        missing.record_return(episode, returned=returned, source="police", how=how, by=by, at=at)
    return before
