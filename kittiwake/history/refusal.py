"""One way to say no. The page shows it as an error, the API as a conflict, an import as a row to look at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any, Protocol

from django.utils.html import format_html

from kittiwake.ui.forms import ConfirmField

ANOTHER = "as_well"  # the question whether what looks the same is another one
# While a form is carried out: what looks the same as what is recorded already. None where nobody is asked about it.
_LOOKS_THE_SAME: ContextVar[list[Doubled] | None] = ContextVar("looks_the_same", default=None)


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

    def __init__(self, changes: dict[str, tuple[Any, Any]], by: str, at: datetime | None) -> None:
        super().__init__(
            "Somebody else changed this while you were writing. What you wrote is not recorded yet."
        )
        self.changes, self.by, self.at = changes, by, at


class Doubled(Refused):
    """It looks the same as what stands at `where`. It is recorded when whoever sent it says that it is another."""

    def __init__(self, why: str, *, where: str) -> None:
        super().__init__(why, field=ANOTHER)
        self.where = where

    def ask(self, form: Answers) -> None:
        link = 'Look at <a class="govuk-link" href="{}">what was recorded</a> first.'
        question = "This is another one. Record it as well"
        form.fields[ANOTHER] = ConfirmField(question, hint=format_html(link, self.where))
        form.add_error(ANOTHER, str(self))


class Answers(Protocol):
    """A form: something that can show what was refused beside the question it belongs to."""

    fields: dict[str, Any]

    def add_error(self, field: str | None, error: str) -> None: ...


@contextmanager
def refusals_on(form: Answers) -> Iterator[None]:
    """Inside, what a recording function refuses becomes an error of the form, and the page comes back with it.

    Whoever filled it in is asked about what looks the same as what is recorded already, unless their answer came with
    it. Where nobody is (an import, a sweep), nothing is asked: an import knows its own rows again.
    """
    before = _LOOKS_THE_SAME.set(None if getattr(form, "data", {}).get(ANOTHER) else [])
    try:
        yield
    except Changed:
        raise
    except Doubled as doubled:
        doubled.ask(form)
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, str(refused))
    finally:
        _LOOKS_THE_SAME.reset(before)


def is_somebody_asked() -> bool:
    """Whether somebody is there to say that what looks the same is another."""
    return _LOOKS_THE_SAME.get() is not None


def looks_the_same(doubled: Doubled) -> None:
    """Asked about at the end: what cannot be recorded at all is refused first."""
    if (doubles := _LOOKS_THE_SAME.get()) is not None:
        doubles.append(doubled)


def ask_about_the_same() -> None:
    """Called as the history is written, the last that a recording function does."""
    for doubled in _LOOKS_THE_SAME.get() or ():
        raise doubled
