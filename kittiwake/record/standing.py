"""Nothing is added to what was struck out or cancelled. Recording functions ask this first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from django.db.models import ForeignKey, Model

from kittiwake.history.refusal import Refused

OUT = {
    "struck_out_at": "This was struck out, so nothing more can be recorded on it. Record it again as it is.",
    "cancelled_at": "This was cancelled, so nothing more can be recorded on it. Record it again if it is so after all.",
}


def must_stand(*things: Model | None) -> None:
    """Refuses when one of `things`, or what it stands on (`access_path`: its episode, its plan, its entry), was struck
    out or cancelled, as the database has it at this moment. Nobody strikes it out until this transaction is over.
    """
    for thing in things:
        if thing is not None:
            _must_stand(thing)


def _must_stand(thing: Model) -> None:
    steps = on_the_way(type(thing))
    if not steps:
        return
    rows, on_it = type(thing)._base_manager.filter(pk=thing.pk), [path for path, _ in steps if path]
    rows = rows.select_related(*on_it) if on_it else rows  # without a name it would bring everything
    rows = rows.only(*("__".join(filter(None, step)) for step in steps))
    locked = rows.select_for_update(of=[path or "self" for path, _ in steps], no_key=True).first()
    if locked is None:
        raise Refused(OUT["struck_out_at"])  # and out of this person's sight since
    for path, column in steps:
        if getattr(_along(locked, path), column) is not None:
            raise Refused(OUT[column])


@cache
def on_the_way(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """Where on the way from this model to the entry it stands on a row can be taken back: (path, column)."""
    return tuple(_steps(model))


def _steps(model: type[Model]) -> Iterator[tuple[str, str]]:
    path: list[str] = []
    while True:
        names = {field.name for field in model._meta.fields}
        yield from (("__".join(path), column) for column in OUT if column in names)
        leads = getattr(model, "access_path", None)
        step = model._meta.get_field(leads) if leads in names else None
        if not isinstance(step, ForeignKey) or step.null:
            return
        path.append(step.name)
        model = step.related_model


def _along(row: Model, path: str) -> Model:
    for name in filter(None, path.split("__")):
        row = getattr(row, name)
    return row
