"""The viewer: where every view starts. Finds what this person may see, says what they may do, remembers what was read."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any, Self, TypeVar, cast

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from kittiwake.access import footing, powers
from kittiwake.access.visibility import LetInToOne, LetOpen, OneByOne, OnlyOpened, VisibleTo, steps_to_child
from kittiwake.accounts.models import User
from kittiwake.areas.area import links
from kittiwake.areas.pages import Link, Slot
from kittiwake.areas.powers import Power
from kittiwake.history.models import Submission
from kittiwake.queries.kept import kept
from kittiwake.queries.places import MadeOf, knowing_only
from kittiwake.record.kinds import kinds_shown_to
from kittiwake.record.models import Child, Entry, Worker

Row = TypeVar("Row", bound=models.Model)


@dataclass(frozen=True)
class Reading:
    """One read, to be written to the log when the page has been made."""

    what: str
    child_id: int | None = None
    entry_id: int | None = None
    shown: tuple[int, ...] = ()
    always: bool = False  # an attempt: logged whatever came of it


@dataclass(frozen=True)
class Refused:
    """A row that was asked for and not shown: hidden, absent, or not theirs to change. Only the log learns whose it is."""

    kind: str = ""  # the model's label
    key: int | None = None


@dataclass
class Viewer(MadeOf):
    user: User
    readings: list[Reading] = field(default_factory=list)
    refused: Refused | None = None  # what they tried to open and were not shown
    opened: set[int] = field(
        default_factory=set
    )  # children found for them in this request, by this line's own question
    changes: bool = False  # what they opened records or decides something: whoever only broke in does not

    def given(self) -> tuple[Hashable, tuple[Any, ...]]:
        """To a kept question: the role and whether something is changed are its text, whoever it is fills a place."""
        return (self.user.role, self.changes), (self.user.pk, self.opened)

    @classmethod
    def from_given(cls, shape: Any, *values: Any) -> Self:
        (role, changes), (key, opened) = shape, values
        return cls(knowing_only(User, pk=key, role=role), opened=opened, changes=changes)

    def may(self, power: Power) -> bool:
        return powers.role_may(self.user.role, power)

    def links(self, slot: Slot) -> list[Link]:
        """What stands in a slot for this person."""
        return [link for link in links(slot) if all(self.may(power) for power in link.asks)]

    @property
    def is_outside(self) -> bool:
        """A partner or a child: sees a few kinds of entry, and nothing struck out."""
        return self.user.role in powers.OUTSIDE

    @property
    def worker(self) -> Worker | None:
        return next(iter(_worker(self.user)), None)

    @property
    def children(self) -> models.QuerySet[Child]:
        return self.see(Child)

    def see(self, model: type[Row]) -> models.QuerySet[Row]:
        """The rows of `model` about children this person may see, of the kinds they may see; where something is
        changed, without the children they only broke in to."""
        rows = self._seen(model)
        return rows.exclude(OnlyOpened(steps_to_child(model)[0])) if self.changes else rows

    def _seen(self, model: type[Row]) -> models.QuerySet[Row]:
        child_path, entry_path = steps_to_child(model)
        seen = models.Q(VisibleTo(child_path, self.user.pk, self.opened))
        if entry_path is not None and self.is_outside:
            prefix = f"{entry_path}__" if entry_path else ""
            kinds = kinds_shown_to(self.user.role)
            seen &= models.Q(**{f"{prefix}kind__in": kinds, f"{prefix}struck_out_at__isnull": True})
            seen |= models.Q(LetInToOne(f"{prefix}pk", self.user.pk))
        if model is Child and not self.opened and powers.sees_few(self.user.role):
            seen &= models.Q(OneByOne("pk", self.user.pk))
        return model._default_manager.filter(seen)

    def open(self, model: type[Row], pk: int, *related: str, what: str = "view") -> Row:
        """The row with this key, or 404 whether it is hidden or absent; and the reading is logged.

        `related` are fetched with it, as select_related names them.
        """
        row = self.find(model, pk, *related)
        self.read(row, what)
        return row

    def find(self, model: type[Row], pk: int, *related: str) -> Row:
        """As `open`, for what shows nothing of it. Where something is changed, whoever only broke in is told so before
        they fill anything in."""
        self.refused = Refused(model._meta.label_lower, pk)
        row = get_object_or_404(self._telling(self._seen(model).select_related(*related)), pk=pk)
        if getattr(row, "only_opened", False):
            raise PermissionDenied(footing.OPENED)
        if child := getattr(row, "opened_child", None):
            self.opened.add(child)
        return row

    def _telling(self, rows: models.QuerySet[Row]) -> models.QuerySet[Row]:
        """Each with its child, opened (LetOpen), and, where something is changed, whether they only broke in."""
        child = steps_to_child(rows.model)[0]
        told = {
            "opened_child": LetOpen(child),
            **({"only_opened": OnlyOpened(child)} if self.changes else {}),
        }
        return cast("models.QuerySet[Row]", rows.annotate(**told))

    def read(self, row: models.Model, what: str = "view") -> None:
        """Remember that `row` was read: a child, an entry, or a record one-to-one with an entry."""
        if isinstance(row, Child):
            self.readings.append(Reading(what, child_id=row.pk))
            return
        entry = row if isinstance(row, Entry) else getattr(row, "entry", None)
        if entry is not None:
            self.readings.append(Reading(what, child_id=entry.child_id, entry_id=entry.pk))
        else:
            self.readings.append(Reading(what, child_id=row.child_id))  # type: ignore[attr-defined]

    def tried(self, what: str, child_id: int | None = None) -> None:
        """Remember an attempt, which is logged whether or not a page came of it."""
        self.readings.append(Reading(what, child_id=child_id, always=True))

    def listed(self, child_ids: Iterable[int], what: str = "list") -> None:
        """Remember which children a list put on the screen: one line, however long the list."""
        shown = tuple(sorted(set(child_ids)))
        if shown:
            self.readings.append(Reading(what, shown=shown))


@kept
def _worker(user: User) -> models.QuerySet[Worker]:
    return Worker.objects.filter(user=user).order_by("pk")[:1]


class ViewerRequest(HttpRequest):
    """A request of somebody who has signed in, as the middleware hands it to a view."""

    user: User
    viewer: Viewer
    submission: Submission  # of a form that is carried out now
    # For templates: the hidden input that says which form came back, and what was kept of it (unsent.py).
    mark_of_form: Callable[[], object]
    came_back: Callable[[], object]
