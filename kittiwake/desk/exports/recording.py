"""Asking for a copy of a record, deciding line by line what goes into it, and having it made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from itertools import islice
from typing import IO

from kittiwake.access import footing
from kittiwake.accounts.models import User
from kittiwake.desk.exports import events, rules
from kittiwake.desk.exports.models import Decision, Part, RecordExport
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Entry
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

KIND = "exports.record_export"
OWN = "Somebody else decides what goes out: you asked for this copy yourself. Ask another manager."
PART = 256 * 1024
AT_ONCE = 2  # parts in memory


@whole()
def ask(child: Child, *, right: str, for_whom: str, asked_on: date, by: User, at: datetime) -> RecordExport:
    """Refuses anybody whose child it is not."""
    footing.refuse_not_theirs(child, by)
    if wrong := rules.wrong_day(asked_on, local_date(at)):
        raise Refused(wrong, field="asked_on")
    must_be_believable(at, of=child, asked_on=asked_on)
    entry = record.enter(
        child, kind=KIND, summary="Asked for a copy of the record", happened_at=at, by=by, at=at
    )
    export = RecordExport.objects.create(
        entry=entry,
        child=child,
        right=right,
        for_whom=for_whom,
        asked_on=asked_on,
        due_on=rules.due_on(asked_on),
        asked_by=by,
    )
    history.write(events.ASKED, export, by=by, at=at, child_id=child.pk)
    return export


def why_not_decide(export: RecordExport, user: User) -> str:
    """On account of who they are: two people, and whose child it is; "" where they may."""
    if export.asked_by_id == user.pk:
        return OWN
    return "" if footing.holds(export.child, user) else footing.NOT_THEIRS


def _refuse(export: RecordExport, by: User) -> None:
    must_stand(export)
    if why_not := why_not_decide(export, by):
        raise NotYours(why_not)
    if RecordExport.objects.select_for_update(of=("self",)).get(pk=export.pk).is_working:
        raise Refused("The copy is being made. Wait until that has ended.")


@whole()
def decide(export: RecordExport, *, lines: dict[Entry, str], by: User, at: datetime) -> None:
    """Of each of these lines why it goes out, or "" where it stays out. Those not named stay as they were."""
    _refuse(export, by)
    for entry, why in lines.items():
        if entry.child_id != export.child_id:
            raise Refused("That line is on another child's record. Open the page again.")
        _decide(export, entry, why, by=by, at=at)


def _decide(export: RecordExport, entry: Entry, why: str, *, by: User, at: datetime) -> None:
    standing = Decision.objects.filter(export=export, about=entry, taken_back_at=None)
    if standing.filter(why=why).exists():
        return
    if standing.update(taken_back_at=at) and not why:
        history.write(events.TAKEN_BACK, entry, by=by, at=at, child_id=entry.child_id)
    if why:
        decision = Decision.objects.create(export=export, about=entry, why=why, decided_at=at, decided_by=by)
        history.write(events.DECIDED, decision, by=by, at=at, child_id=entry.child_id)


@whole()
def start(export: RecordExport, *, by: User, at: datetime) -> None:
    """Have it made by a worker. One that was made before is gone: what was decided since is in the next."""
    from kittiwake.desk.exports.making import make

    _refuse(export, by)
    fresh = {"made_at": None, "is_broken": False, "done": 0, "total": 0, "size": 0, "sha256": ""}
    RecordExport.objects.filter(pk=export.pk).update(started_at=at, started_by=by, **fresh)
    history.write(events.STARTED, export, by=by, at=at, child_id=export.child_id)
    make.defer(export_id=export.pk)


def tell_progress(export: RecordExport, *, done: int, total: int) -> None:
    RecordExport.objects.filter(pk=export.pk, made_at=None).update(done=done, total=total)


@whole()
def keep(
    export: RecordExport,
    file: IO[bytes],
    *,
    size: int,
    sha256: str,
    withheld: int,
    unseen: int,
    by: User,
    at: datetime,
) -> None:
    """The whole file or nothing of it. One that was kept before goes."""
    must_stand(export)
    working = RecordExport.objects.select_for_update(of=("self",)).filter(
        pk=export.pk, made_at=None, started_at=export.started_at
    )
    facts = {"made_at": at, "size": size, "sha256": sha256, "withheld": withheld, "unseen": unseen}
    if not working.update(**facts):
        return  # somebody else has made it meanwhile, or it was asked for anew
    Part.objects.filter(export=export).delete()
    parts = _parts(export, file)
    while some := list(islice(parts, AT_ONCE)):
        Part.objects.bulk_create(some)
    history.write(events.MADE, export, by=by, at=at, child_id=export.child_id)


def _parts(export: RecordExport, file: IO[bytes]) -> Iterator[Part]:
    file.seek(0)
    for number, content in enumerate(iter(lambda: file.read(PART), b"")):
        yield Part(export=export, reader_id=export.asked_by_id, number=number, content=content)


def note_broken(export: RecordExport) -> None:
    RecordExport.objects.filter(pk=export.pk, made_at=None).update(is_broken=True)


def clear_away(at: datetime) -> None:
    """What was kept for a day is gone."""
    Part.objects.filter(export__made_at__lte=at - rules.KEPT).delete()
