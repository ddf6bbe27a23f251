"""One way to say no. The page shows it as an error, the API as a conflict, an import as a row to look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from kittiwake.history.recording import Changes


class Refused(Exception):
    """A recording function will not do it, and says why in words a worker can act on.

    `field` names the form field it belongs to, if one.
    """

    def __init__(self, why: str, *, field: str | None = None) -> None:
        super().__init__(why)
        self.field = field


class NotYours(Refused):
    """Refused on account of who is asking, whatever they write. A view asks the same rule before it shows its form, and
    says so in place of it (ui.pages.not_yours): nobody fills in what cannot be theirs.
    """


class Changed(Refused):
    """Somebody else changed it meanwhile. `changes` is {field: (as you read it, as it is now)}; `by` who, `at` when."""

    def __init__(self, changes: Changes, by: str, at: object) -> None:
        super().__init__("Somebody else changed this while you were writing. Nothing was saved yet.")
        self.changes, self.by, self.at = changes, by, at


class Answers(Protocol):
    """A form: something that can show what was refused beside the question it belongs to."""

    fields: dict

    def add_error(self, field: str | None, error: str) -> None: ...


@contextmanager
def refusals_on(form: Answers) -> Iterator[None]:
    """Inside, what a recording function refuses becomes an error of the form, and the page comes back with it."""
    try:
        yield
    except Changed:
        raise
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
