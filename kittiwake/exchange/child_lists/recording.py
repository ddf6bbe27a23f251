"""Asking for the lists of a day, and what became of it. The workbook is kept for a day, for whoever asked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from kittiwake.access import powers, reading_log
from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.viewer import Reading, Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.exchange.as_json import as_json
from kittiwake.exchange.child_lists import events
from kittiwake.exchange.child_lists.counts import counts
from kittiwake.exchange.child_lists.lists import ListsOfDay, Progress, lists_of_the_day
from kittiwake.exchange.child_lists.workbook import annex_a_workbook, write
from kittiwake.exchange.models import ChildLists, ChildListsFile
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.time.moments import local_date

KEPT = timedelta(days=1)
PAGE = "exchange:child_lists"  # in the log of reading
NOT_COME = "Enter today or an earlier day: nobody knows yet who will be on the lists"
MAY_NOT = "{name} does not make the lists that inspectors ask for. Ask an analyst or the director."


@whole()
def ask(on: date, *, by: User, at: datetime) -> ChildLists:
    """Have the lists made by a worker. Asked for twice while they are being made, they are made once."""
    from kittiwake.exchange.child_lists.making import make

    must_be_believable(at, on=on)
    if on > local_date(at):
        raise Refused(NOT_COME, field="on")
    working = (
        ChildLists.objects.select_for_update().filter(user=by, on=on, made_at=None, broken_at=None).first()
    )
    if working is not None:
        return working
    asked = ChildLists.objects.create(user=by, on=on, asked_at=at)
    history.write(events.ASKED, asked, by=by, at=at, changes={"Day": ("", on.isoformat())})
    make.defer(lists_id=asked.pk)
    return asked


def read(person: User, on: date, *, progress: Progress = lambda done, total: None) -> ListsOfDay:
    """The lists as this person may see them, and their reading of every child in them logged."""
    if not person.is_system and not powers.role_may(person.role, Power.MAKE_LISTS):
        raise Refused(MAY_NOT.format(name=person.name))
    with acting_as(person):
        lists = lists_of_the_day(Viewer(person), on, progress)
        _log(person, lists.children)
    return lists


def _log(person: User, children: Iterable[int]) -> None:
    shown = tuple(sorted(children))
    reading_log.write(person.pk, [Reading("export", shown=shown)] if shown else [], page=PAGE)


def make_file(
    person: User, on: date, out: Path, *, progress: Progress = lambda done, total: None
) -> ListsOfDay:
    """The whole file or none: one of the name that was there stands until the new one is whole."""
    lists = read(person, on, progress=progress)
    with NamedTemporaryFile(dir=out.parent, prefix=f".{out.name}.", delete=False) as file:
        try:
            write(lists, file)
            file.flush()
            os.replace(file.name, out)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise
    return lists


@whole()
def keep(asked: ChildLists, lists: ListsOfDay, *, by: User, at: datetime) -> None:
    """Made meanwhile by another worker, it stays as that one made it."""
    given = annex_a_workbook(lists)
    working = ChildLists.objects.select_for_update().filter(pk=asked.pk, made_at=None)
    facts = {"counts": as_json(counts(lists)), "size": len(given), "sha256": sha256(given).hexdigest()}
    if working.update(made_at=at, broken_at=None, **facts):
        ChildListsFile.objects.create(lists=asked, content=given, children=sorted(lists.children))
        history.write(events.MADE, asked, by=by, at=at)


@whole()
def note_broken(asked: ChildLists, *, by: User, at: datetime) -> None:
    if ChildLists.objects.filter(pk=asked.pk, made_at=None).update(broken_at=at):
        history.write(events.BROKEN, asked, by=by, at=at)


def clear_away(at: datetime) -> None:
    """A workbook is gone after a day: what the lists say of children is not kept beside the record."""
    with acting_as_system():
        ChildListsFile.objects.filter(lists__made_at__lte=at - KEPT).delete()
