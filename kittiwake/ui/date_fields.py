"""Questions about when, and the one about a file."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.dates import clock_time
from kittiwake.ui.fields import GovField
from kittiwake.ui.typed_dates import Unreadable, date_from_parts, london_moment, parse_time
from kittiwake.ui.widgets import DateParts, MomentParts, TypedDate, TypedMoment


class PartError(ValidationError):
    """An error in some of a question's inputs: which ones turn red, and where its link leads."""

    def __init__(self, message: str, parts: tuple[str, ...], code: str = "invalid") -> None:
        super().__init__(message, code=code)
        self.parts = parts


class DateField(GovField):
    """A day, typed into three boxes. `past` and `future` both allow today."""

    widget = DateParts
    noun = "The date"

    def __init__(self, label: str, *, past: bool = False, future: bool = False, **options: Any) -> None:
        super().__init__(label, **options)
        self.past, self.future = past, future

    def prepare_value(self, value: Any) -> TypedDate:
        return TypedDate.of(value) if isinstance(value, date) else value or TypedDate()

    def to_python(self, value: TypedDate | date | None) -> date | None:
        if value is None or isinstance(value, date):
            return value
        if not any(value):
            return None
        try:
            return self._checked(date_from_parts(*value, called=self.called))
        except Unreadable as unreadable:
            raise PartError(str(unreadable), unreadable.parts) from None

    def _checked(self, on: date) -> date:
        today = local_date(timezone.now())
        if self.past and on > today:
            raise Unreadable(f"{self.called} must be today or in the past", ("day", "month", "year"))
        if self.future and on < today:
            raise Unreadable(f"{self.called} must be today or in the future", ("day", "month", "year"))
        return on


class MomentField(GovField):
    """A date and a time, where the time may honestly be not known. Gives a Moment.

    What is asked while it happens is answered by ticking "Now": the minute in which the form arrives.
    """

    widget = MomentParts
    noun = "The date and time"

    def __init__(self, label: str, *, past: bool = False, unknown: bool = True, **options: Any) -> None:
        """`unknown=False` takes away "Time not known", for things that are only ever done by appointment."""
        super().__init__(label, **options)
        self.past, self.unknown = past, unknown

    def prepare_value(self, value: Any) -> TypedMoment:
        if isinstance(value, datetime):
            value = Moment(value)
        return TypedMoment.of(value) if isinstance(value, Moment) else value or TypedMoment()

    def to_python(self, value: TypedMoment | Moment | datetime | None) -> Moment | None:
        if not isinstance(value, TypedMoment):
            return Moment(value) if isinstance(value, datetime) else value
        if not any(value):
            return None
        return self._this_minute(value) if value.now and self.past else self._checked(self._read(value))

    def _this_minute(self, typed: TypedMoment) -> Moment:
        if any(typed[:-1]):
            raise PartError(f"{self.called} must be “Now” or a date and time, not both", ("now",))
        return Moment(timezone.now().replace(second=0, microsecond=0))

    def _read(self, typed: TypedMoment) -> Moment:
        """Both halves are read before either is refused, so that one try shows everything to mend."""
        errors: list[PartError] = []
        on = self._part(errors, self._date, typed)
        at = self._part(errors, self._time, typed)
        if errors:
            raise ValidationError(errors)
        moment = self._part(errors, london_moment, on, at or datetime.min.time())
        if errors:
            raise ValidationError(errors)
        return Moment(moment, time_known=at is not None)

    @staticmethod
    def _part(errors: list[PartError], read: Any, *typed: Any) -> Any:
        try:
            return read(*typed)
        except Unreadable as unreadable:
            errors.append(PartError(str(unreadable), unreadable.parts))

    def _date(self, typed: TypedMoment) -> date:
        return date_from_parts(*typed.date, called=self.called)

    def _time(self, typed: TypedMoment) -> Any:
        unknown = bool(typed.time_unknown) and self.unknown
        if unknown and typed.time:
            raise Unreadable("Enter a time or select “Time not known”, not both", ("time",))
        if unknown:
            return None
        if not typed.time:
            otherwise = ", or select “Time not known”" if self.unknown else ""
            raise Unreadable(f"{self.called} must include a time{otherwise}", ("time",))
        return parse_time(typed.time)

    def _checked(self, moment: Moment) -> Moment:
        now = timezone.now()
        if not self.past or moment.at <= now:
            return moment
        if moment.on > local_date(now):
            raise PartError(f"{self.called} must be today or in the past", ("day", "month", "year"))
        raise PartError(f"{self.called} must be in the past. It is {clock_time(now)} now", ("time",))


class FileField(GovField, forms.FileField):
    """One uploaded file. `accept` are endings with their dot; `max_bytes` is a limit people can be told."""

    verb = "Select"
    noun = "The selected file"

    def __init__(
        self, label: str, *, accept: tuple[str, ...] = (), max_bytes: int = 10_000_000, **options: Any
    ) -> None:
        super().__init__(label, **options)
        self.accept, self.max_bytes = accept, max_bytes

    def wording(self, called: str) -> dict[str, str]:
        return {
            "invalid": "The selected file did not arrive. Select it again",
            "missing": "The selected file did not arrive. Select it again",
            "empty": "The selected file is empty",
            "max_length": "The selected file must have a name of %(max)d characters or fewer. It has %(length)d",
        }

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file and file is data:
            self._refuse_unsuitable(file)
        return file

    def _refuse_unsuitable(self, file: Any) -> None:
        refuse_what_was_not_kept(file)
        if self.accept and not file.name.lower().endswith(self.accept):
            kinds = " or ".join(ending.lstrip(".").upper() for ending in self.accept)
            raise ValidationError(f"The selected file must be a {kinds}", code="kind")
        if file.size > self.max_bytes:
            limit = f"{self.max_bytes / 1_000_000:g}MB"
            raise ValidationError(f"The selected file must be smaller than {limit}", code="size")


class SeveralFiles(forms.FileInput):
    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Any]:
        return files.getlist(name) if hasattr(files, "getlist") else []


class FilesField(GovField, forms.FileField):
    """Several uploaded files, at most `most`; the answer is a list. What each may be is for whoever looks at them."""

    widget = SeveralFiles
    verb = "Select"
    noun = "The selected file"

    def __init__(self, label: str, *, accept: tuple[str, ...] = (), most: int = 10, **options: Any) -> None:
        super().__init__(label, **options)
        self.accept, self.most = accept, most

    def wording(self, called: str) -> dict[str, str]:
        return {"invalid": "The selected file did not arrive. Select it again"}

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = [file for file in data or [] if file]
        if self.required and not files:
            raise ValidationError(self.error_messages["required"], code="required")
        if len(files) > self.most:
            raise ValidationError(f"Select {self.most} files or fewer at once. You selected {len(files)}")
        for file in files:
            refuse_what_was_not_kept(file)
        return files


def refuse_what_was_not_kept(file: Any) -> None:
    """On its way in (receiving.py): then there is nothing in it, whatever its size."""
    if why := getattr(file, "refused", ""):
        raise ValidationError(why, code="not_kept")
