"""The database's tables for a measure to be written on, and the few steps every measure takes.

Ibis is imported inside functions here and in measures: it takes a second, and most processes never ask for a measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kittiwake.primitives.measures import given
from kittiwake.primitives.measures.given import Given, WorkedOut, first_moment
from kittiwake.time.moments import LONDON

if TYPE_CHECKING:
    import ibis

KINDS = {
    models.BooleanField: "boolean",
    models.DateTimeField: "timestamp('UTC')",
    models.DateField: "date",
    models.IntegerField: "int64",
    models.FloatField: "float64",
    models.JSONField: "json",
    models.CharField: "string",
    models.TextField: "string",
}
HOUR, DAY = 3600.0, 86400
MONDAY = date(1970, 1, 5)  # days are counted from here, so that a week begins with its Monday
EVERY_ROW = "TRUE"
CASE = {
    "case_id": "int64",
    "child_id": "int64",
    "on": "date",
    "in_numerator": "boolean",
    "value": "float64",
}


@dataclass(frozen=True)
class Tables:
    """What a measure is written on: the tables, and what it is given when it is asked.

    Calling it with a model gives that model's table, unbound: the same on every engine. `as_of` is the last day asked
    about. What else follows from the period, or from a limit, is worked out anew each time by a function of a module,
    which is told the first and the last day and what else is named here: `tables.days(limits.in_time, NOTICE.key)`.

    What is read of a table is all of it, or the part that a measure says is enough (`since`, `beside`): whoever
    works measures out reads no more than that, and finds it by an index.
    """

    given: dict[str, Given] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)  # by table: as SQL, which rows are read of it

    def __call__(self, model: type[models.Model]) -> ibis.Table:
        return self._part(model, EVERY_ROW)

    def since(
        self,
        model: type[models.Model],
        column: str,
        worked_out: WorkedOut = first_moment,
        *told: str | int,
        or_never: bool = False,
        keys: Iterable[str] = (),
    ) -> ibis.Table:
        """Its rows of which that moment is not before the period: nothing older can be a case.

        `worked_out` says from when where that is not the first day; `or_never` has those that have no such moment yet;
        with `keys` only rows of one of them.
        """
        value, keys = Given.by("moment", worked_out, told), sorted(keys)
        name = self._named(value)
        condition = f'"{column}" >= {given.place_in_text(name, value.kind)}'
        if or_never:
            condition = f'({condition} OR "{column}" IS NULL)'
        if keys:
            condition = f'("key" IN ({", ".join(map(given.quoted, keys))}) AND {condition})'
        rows = self._part(model, condition)
        is_later = rows[column] >= given.place(name, value.kind)
        rows = rows.filter(is_later | rows[column].isnull() if or_never else is_later)
        return rows.filter(rows.key.isin(keys)) if keys else rows

    def beside(
        self, model: type[models.Model], other: type[models.Model], by: str = "entry_id"
    ) -> ibis.Table:
        """All its rows, of which only those are looked for that have an entry of the other table's there."""
        return self._part(model, f'"{by}" = ANY (ARRAY(SELECT "entry_id" FROM "{other._meta.db_table}"))')

    def _part(self, model: type[models.Model], condition: str) -> ibis.Table:
        import ibis

        parts = self.parts.setdefault(model._meta.db_table, [])
        if condition not in parts:
            parts.append(condition)
        columns = {field.column: _kind(field) for field in model._meta.concrete_fields}
        return ibis.table(columns, name=model._meta.db_table)

    @property
    def first(self) -> Any:
        return self.day(given.first_day)

    @property
    def as_of(self) -> Any:
        return self.day(given.last_day)

    def days_before(self, days: int) -> Any:
        """So many days before the last."""
        return self.day(given.days_before, days)

    def months_before(self, months: int) -> Any:
        return self.day(given.months_before, months)

    def day(self, worked_out: WorkedOut, *told: str | int) -> Any:
        return self._place("day", worked_out, told)

    def days(self, worked_out: WorkedOut, *told: str | int) -> Any:
        return self._place("days", worked_out, told)

    def number(self, worked_out: WorkedOut, *told: str | int) -> Any:
        return self._place("number", worked_out, told)

    def numbers(self, worked_out: WorkedOut, *told: str | int) -> Any:
        return self._place("numbers", worked_out, told)

    def _place(self, kind: str, worked_out: WorkedOut, told: tuple[str | int, ...]) -> Any:
        return given.place(self._named(Given.by(kind, worked_out, told)), kind)

    def _named(self, value: Given) -> str:
        words = (value.function.removeprefix("kittiwake."), *value.told)
        name = re.sub(r"\W", "_", "_".join(map(str, words)))
        if self.given.setdefault(name, value) != value:
            raise ValueError(f"{name} would stand for two values.")
        return name


def _kind(field: Any) -> str:
    if field.is_relation:
        return _kind(field.target_field)
    if isinstance(field, ArrayField):
        return f"array<{_kind(field.base_field)}>"
    if isinstance(field, models.DecimalField):
        return f"decimal({field.max_digits}, {field.decimal_places})"
    return next(kind for of, kind in KINDS.items() if isinstance(field, of))


def cases(
    rows: ibis.Table,
    *,
    case_id: Any,
    on: Any,
    in_numerator: Any = True,
    value: Any = None,
    child_id: Any = None,
    worker_id: Any = None,
    of_team: Any = None,
) -> ibis.Table:
    """The rows as cases: with the columns of CASE and their types, whatever else the rows have.

    With `worker_id`, they are about a worker and no child; `of_team` is whose they are where that worker is in no team.
    """
    import ibis

    if worker_id is not None:
        own = ibis.null("int64") if of_team is None else of_team.cast("int64")
        child_id, more = ibis.null("int64"), {"worker_id": worker_id.cast("int64"), "of_team": own}
    else:
        child_id, more = rows.child_id if child_id is None else child_id, {}
    return rows.select(
        case_id=case_id.cast("int64"),
        child_id=child_id.cast("int64"),
        on=on.cast("date"),
        in_numerator=ibis.coalesce(
            ibis.literal(in_numerator) if isinstance(in_numerator, bool) else in_numerator,
            ibis.literal(False),
        ).cast("boolean"),
        value=ibis.null("float64") if value is None else value.cast("float64"),
        **more,
    )


def london(at: ibis.Column) -> ibis.Column:
    """The day it was in London."""
    return _timezone()("Europe/London", at).date()


@cache
def _timezone() -> Any:
    import ibis
    import ibis.expr.datatypes as dt

    @ibis.udf.scalar.builtin(signature=((dt.string, dt.Timestamp(timezone="UTC")), dt.timestamp))  # type: ignore[untyped-decorator]
    def timezone(zone: str, at: Any) -> Any:
        """Both engines have it: a moment by a clock on that wall."""

    return timezone


def seconds_between(earlier: ibis.Column, later: ibis.Column) -> ibis.Column:
    return later.epoch_seconds() - earlier.epoch_seconds()


def hours_between(earlier: ibis.Column, later: ibis.Column) -> ibis.Column:
    return seconds_between(earlier, later).cast("float64") / HOUR


def working_days_between(after: ibis.Column, until: ibis.Column, holidays: Any) -> ibis.Column:
    """How many working days lie after the one day, up to and including the other. `holidays` are weekdays."""
    taken = holidays.filter(lambda day: (day > after) & (day <= until)).length()
    return _weekdays(until) - _weekdays(after) - taken


def _weekdays(on: ibis.Column) -> ibis.Column:
    """Mondays to Fridays from MONDAY to this day, both counted."""
    import ibis

    days = on.delta(ibis.date(MONDAY.year, MONDAY.month, MONDAY.day), unit="day")
    return (days // 7) * 5 + ibis.least(days % 7 + 1, 5)


def still_owed(let_go: Any, due: Any) -> Any:
    """Whether a duty counts on the day it fell due: it was not let go, or only after that. What falls away today was
    missed last month all the same; what was a mistake from the start is let go from its start (clocks.withdraw)."""
    return let_go.isnull() | (let_go > due)


def day(value: date) -> Any:
    """A literal day: one that no period and no limit changes."""
    import ibis

    return ibis.date(value.year, value.month, value.day)


def end_of_day(_first: date, as_of: date) -> int:
    """When the last day is over in London, in seconds as epoch_seconds counts them."""
    return int(datetime.combine(as_of + timedelta(days=1), time.min, LONDON).timestamp())
