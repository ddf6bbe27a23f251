"""The database's tables for a measure to be written on, and the few steps every measure takes.

Ibis is imported inside functions here and in measures: it takes a second, and most processes never ask for a measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

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
CASE = ("case_id", "child_id", "on", "met", "value")


@dataclass(frozen=True)
class Tables:
    """What a measure is written on. `first` and `as_of` are the first and last day asked about.

    Calling it with a model gives that model's table, unbound: the same on every engine.
    """

    first: date
    as_of: date

    def __call__(self, model: type[models.Model]) -> ibis.Table:
        import ibis

        columns = {field.column: _kind(field) for field in model._meta.concrete_fields}
        return ibis.table(columns, name=model._meta.db_table)


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
    met: Any = True,
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
        met=ibis.coalesce(ibis.literal(met) if isinstance(met, bool) else met, ibis.literal(False)).cast(
            "boolean"
        ),
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


def working_days_between(after: ibis.Column, until: ibis.Column, holidays: list[date]) -> ibis.Column:
    """How many working days lie after the one day, up to and including the other. `holidays` are weekdays."""
    import ibis

    off = ibis.array([ibis.date(day.year, day.month, day.day) for day in holidays])
    taken = off.filter(lambda day: (day > after) & (day <= until)).length()
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
    """A literal day."""
    import ibis

    return ibis.date(value.year, value.month, value.day)


def end_of_day(value: date) -> int:
    """When a day in London is over, in seconds as epoch_seconds counts them."""
    return int(datetime.combine(value + timedelta(days=1), time.min, LONDON).timestamp())


def before(value: date, days: int) -> Any:
    return day(value - timedelta(days=days))
