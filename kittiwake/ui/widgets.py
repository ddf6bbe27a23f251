"""How the many-input questions are read from a submitted form. Drawing them is `bound.py`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django import forms

from kittiwake.time.moments import Moment, local
from kittiwake.ui.dates import clock_time


class TypedDate(NamedTuple):
    """What was typed into the three boxes of a date, untouched."""

    day: str = ""
    month: str = ""
    year: str = ""

    @classmethod
    def of(cls, on: date) -> TypedDate:
        return cls(str(on.day), str(on.month), str(on.year))


class TypedMoment(NamedTuple):
    """What was typed for a date with a time, and whether "Time not known" or "Now" was ticked."""

    day: str = ""
    month: str = ""
    year: str = ""
    time: str = ""
    time_unknown: str = ""
    now: str = ""

    @property
    def date(self) -> TypedDate:
        return TypedDate(*self[:3])

    @classmethod
    def of(cls, moment: Moment) -> TypedMoment:
        here = local(moment.at)
        typed_time = clock_time(here) if moment.time_known else ""
        return cls(*TypedDate.of(here.date()), typed_time, "" if moment.time_known else "yes")


class Parts(forms.Widget):
    """Several inputs named `<name>_<part>`; the value is the given tuple of what was typed."""

    def __init__(self, shape: type[TypedDate] | type[TypedMoment]) -> None:
        super().__init__()
        self.shape = shape

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> TypedDate | TypedMoment:
        return self.shape(*((data.get(f"{name}_{part}") or "").strip() for part in self.shape._fields))

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return all(f"{name}_{part}" not in data for part in self.shape._fields)

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_day"


class DateParts(Parts):
    def __init__(self) -> None:
        super().__init__(TypedDate)


class MomentParts(Parts):
    def __init__(self) -> None:
        super().__init__(TypedMoment)
