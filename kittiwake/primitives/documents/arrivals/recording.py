"""Taking a file piece by piece. Each piece is kept whole or not at all; what nobody finishes is gone after a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db.models import Sum

from kittiwake.accounts.models import User
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.documents.models import Arrival, ArrivedPiece
from kittiwake.primitives.documents.recognising import called
from kittiwake.primitives.documents.rules import MB, MOST_BYTES, MOST_ON_THE_WAY
from kittiwake.record.models import Child


class OutOfStep(Exception):
    """A piece that does not follow on what has come: sent twice, or from a second window."""


@whole()
def begin(child: Child, *, name: str, size: int, changed: int, by: User, at: datetime) -> Arrival:
    """Where the same file was begun before, it goes on."""
    if not size:
        raise Refused(f"{called(name)} is empty. Look at it where it came from, and send it again")
    if size > MOST_BYTES:
        raise Refused(
            f"{called(name)} is too large. A file may have {MOST_BYTES // MB} MB at most", field="chosen"
        )
    forget(Arrival.objects.filter(user=by, began_at__lte=oldest(at)))
    same = {"user": by, "child": child, "name": name, "size": size, "changed": changed}
    arrival, is_new = Arrival.objects.get_or_create(**same, defaults={"began_at": at})
    promised = Arrival.objects.filter(user=by).aggregate(all=Sum("size"))["all"]
    if is_new and promised > MOST_ON_THE_WAY:
        raise Refused(
            f"{called(name)} cannot be sent yet: {MOST_ON_THE_WAY // MB} MB of yours are on their way and not added. "
            "Add them, or wait a day until they are gone"
        )
    return arrival


@whole()
def take(arrival: Arrival, content: bytes, *, start: int, by: User) -> Arrival:
    """Raises OutOfStep where this is not what comes next."""
    locked = Arrival.objects.select_for_update().filter(pk=arrival.pk, user=by).first()
    if locked is None or start != locked.came or start + len(content) > locked.size:
        raise OutOfStep
    if content:
        ArrivedPiece.objects.create(arrival=locked, start=start, content=content)
        locked.came += len(content)
        locked.save(update_fields=["came"])
    return locked


@whole()
def forget(arrivals: Iterable[Arrival]) -> None:
    """They were kept, or given up."""
    keys = [arrival.pk for arrival in arrivals]
    if keys:
        ArrivedPiece.objects.filter(arrival__in=keys).delete()
        Arrival.objects.filter(pk__in=keys).delete()


def clear_away(*, at: datetime) -> None:
    """Of whomever, what is older than it may be."""
    forget(Arrival.objects.filter(began_at__lte=oldest(at)).only("pk"))


def oldest(at: datetime) -> datetime:
    return at - timedelta(hours=Arrival.HOURS)
