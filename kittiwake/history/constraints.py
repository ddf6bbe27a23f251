"""What the database itself refuses, said by the rule that was broken. The one place that catches an IntegrityError.

    with refused_by(context_once=Refused("There is already one of this name.", field="name")):
        context = Context.objects.create(...)

The names are the constraints' own. One that nobody named here is a fault in the code, and goes on as one: called
"already reported", it would hide for ever.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import IntegrityError, transaction

from kittiwake.history.refusal import Refused
from kittiwake.history.whole import is_part


@contextmanager
def refused_by(**refusals: Refused | Callable[[], Refused]) -> Iterator[None]:
    """Inside, breaking the constraint of this name is refused in these words; what was written inside is undone.

    Words that have to be looked up are given as a function, called only when they are needed.
    """
    are_looked_up = not all(isinstance(refusal, Refused) for refusal in refusals.values())
    try:
        with transaction.atomic(savepoint=are_looked_up or not is_part()):
            yield
    except IntegrityError as problem:
        refusal = refusals.get(broken_by(problem))
        if refusal is None:
            raise
        raise (refusal if isinstance(refusal, Refused) else refusal()) from problem


def broken_by(problem: IntegrityError) -> str:
    """The name of the constraint that was broken; empty where the database names none, as for an empty column."""
    diagnosis = getattr(problem.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""
