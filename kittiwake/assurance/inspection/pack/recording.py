"""A pack asked for, put together part by part by a worker, released by the director, taken away once.

The worker reads as whoever asked, anew for each part: what they may not see any more is in none made from then on. A worker
that dies is taken up by another (config/schedule.py), which makes the parts that are not there yet.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import connection
from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access import reading_log
from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.viewer import Reading, Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.assurance.inspection import events
from kittiwake.assurance.inspection.models import Pack, PackPiece
from kittiwake.assurance.inspection.pack.archive import zipped
from kittiwake.assurance.inspection.pack.contents import (
    Asked,
    Contents,
    PackPart,
    as_bytes,
    from_bytes,
    parts,
)
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_moment

# After this long without an end it is asked for again: whoever was to make it is gone with all they had to do.
GIVEN_UP = timedelta(minutes=30)
FOR_A_STATEMENT = "SELECT set_config('statement_timeout', '600s', true)"
PAGE = "inspection:pack"  # in the log of reading
NOT_YOURS = "Only whoever asked for a pack takes it away. Ask for one of your own: it has what you may see."


class Stopped(RuntimeError):
    """Says which pack stopped and nothing of what it holds: this is what logs are given."""


@whole()
def ask(*, as_of: date, by: User, at: datetime) -> Pack:
    """Have it put together. Whoever asks twice while it is made is given the same. Refuses a day to come."""
    must_be_believable(at, as_of=as_of)
    if as_of > local_date(at):
        raise Refused(
            "What is known of a day to come cannot be put together. Choose today or before.", field="as_of"
        )
    theirs = Pack.objects.filter(asked_by=by, as_of=as_of, ended_at=None)
    theirs.filter(asked_at__lt=at - GIVEN_UP).update(ended_at=at, is_broken=True)
    pack, is_new = Pack.objects.get_or_create(
        asked_by=by, as_of=as_of, ended_at=None, defaults={"asked_at": at, "total": len(parts())}
    )
    if is_new:
        history.write(events.PACK_ASKED, pack, by=by, at=at)
        make.defer(pack_id=pack.pk)
    return pack


@app.task(queue="packs")
def make(pack_id: int) -> None:
    """Done once too often, it finds every part made."""
    with acting_as_system():
        pack = Pack.objects.filter(pk=pack_id, ended_at=None).first()
    if pack is None:
        return
    try:
        for number, part in enumerate(parts(), start=1):
            _make_part(pack, part)
            _note(pack, done=number)
    except Exception as error:
        _note(pack, ended_at=now(), is_broken=True)
        # The error's own words may quote a row: its kind and the number are enough to find it.
        raise Stopped(f"Pack {pack_id} stopped: {type(error).__name__}") from None
    _note(pack, ended_at=now())


def _make_part(pack: Pack, part: PackPart) -> None:
    """As they are now: who may make no pack any more is given none."""
    with acting_as_system():
        user = User.objects.get(pk=pack.asked_by_id, is_active=True)
    viewer = Viewer(user)
    if not viewer.may(Power.MAKE_REPORTS):
        raise PermissionError
    with acting_as(user):
        with connection.cursor() as cursor:
            cursor.execute(FOR_A_STATEMENT)
        if not PackPiece.objects.filter(pack=pack, key=part.key).exists():
            contents = part.make(Asked(viewer, pack.as_of, pack.asked_at))
            PackPiece.objects.create(pack=pack, user=user, key=part.key, made=as_bytes(contents))


def _note(pack: Pack, **facts: object) -> None:
    with acting_as_system():
        Pack.objects.filter(pk=pack.pk).update(**facts)


@whole()
def release(pack: Pack, *, by: User, at: datetime) -> None:
    """The director lets it go to inspectors: it is marked as a draft no more. Refuses one that is not made, or was taken away."""
    ready = Pack.objects.filter(pk=pack.pk, ended_at__isnull=False, is_broken=False, fetched_at=None)
    if not ready.filter(released_at=None).update(released_at=at, released_by=by):
        raise Refused(
            "It is not made yet, was taken away already, or somebody has released it. Look at it again."
        )
    history.write(events.PACK_RELEASED, pack, by=by, at=at)


@whole()
def fetch(pack: Pack, *, by: User, at: datetime) -> tuple[bytes, set[int]]:
    """The zip, and the children it shows. Once: its parts are thrown away. Refuses everybody but whoever asked for it."""
    held = (
        Pack.objects.select_for_update(of=("self",)).select_related("asked_by", "released_by").get(pk=pack.pk)
    )
    if held.asked_by_id != by.pk:
        raise NotYours(NOT_YOURS)
    if held.fetched_at or held.is_broken or not held.ended_at:
        raise Refused("It is not made yet, or was taken away already. Ask for another.")
    made = _made(held)
    released = f"Released by {held.released_by}, {long_moment(held.released_at)}" if held.released_at else ""
    content = zipped(made, as_of=held.as_of, at=held.asked_at, by=by.name, released=released)
    PackPiece.objects.filter(pack=held).delete()
    Pack.objects.filter(pk=held.pk).update(fetched_at=at)
    history.write(events.PACK_FETCHED, held, by=by, at=at)
    return content, children_in(made)


def children_in(made: list[tuple[PackPart, Contents]]) -> set[int]:
    return {key for _, contents in made for key in contents.child_ids}


def _made(pack: Pack) -> list[tuple[PackPart, Contents]]:
    kept = {piece.key: from_bytes(bytes(piece.made)) for piece in PackPiece.objects.filter(pack=pack)}
    return [(part, kept[part.key]) for part in parts() if part.key in kept]


def made_now(viewer: Viewer, as_of: date, at: datetime) -> bytes:
    """For the command line: all of it at once, and kept nowhere. Always a draft. Whose record it shows is in the log."""
    asked = Asked(viewer, as_of, at)
    made = [(part, part.make(asked)) for part in parts()]
    shown = tuple(sorted(children_in(made)))
    reading_log.write(viewer.user.pk, [Reading("export", shown=shown)] if shown else [], page=PAGE)
    return zipped(made, as_of=as_of, at=at, by=viewer.user.name)
