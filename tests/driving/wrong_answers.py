"""Wrong answers to questions, and what is wrong with what comes back: one way of being wrong at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import IntegerField
from django.http import HttpResponse

from tests.driving import filling
from tests.driving.driver import Driven, errors, shows, taken
from tests.driving.page_forms import Typed

LONGEST = 20_000  # of any text whatever
HUGE = 10**30
# Days that nothing recorded here can have: most are found in the field before they reach a recording function.
UNBELIEVABLE = (date(1900, 1, 1), date(2100, 12, 31))
ONLY_LOOKS = {"desk:chronology"}  # nothing is written with these days
OF_THE_WHOLE = {"exchange:columns": "What is missing from a list is no one question's."}
NOT_DAYS = (("31", "2", "2026"), ("1", "1", "1"), ("1", "1", "0001"), ("31", "12", "9999"), ("x", "13", "-1"))


def _answer(driven: Driven, changed: Iterable[str], more: Typed, *, must: bool = True) -> Iterator[str]:
    """Sends it with these boxes changed. Where it `must` be refused: in one sentence beside each question changed."""
    names = list(changed)
    if not names:
        return
    response = driven.try_(driven.data(**more))
    yield from no_fault(response)
    if response.status_code >= 500:
        return
    if taken(response):
        if must:
            yield f"was taken ({', '.join(names)})"
        return
    said = errors(response)
    for name in names if must else ():
        if not said.get(name):
            yield f"nothing is said beside {name}: {said}"
    if driven.page.name not in OF_THE_WHOLE:
        yield from in_one_sentence(said)
    yield from _kept(response, more)


def no_fault(response: HttpResponse) -> Iterator[str]:
    if response.status_code >= 500 or response.status_code in (400, 403, 404):
        yield f"HTTP {response.status_code}"


def in_one_sentence(said: dict[str, list[str]]) -> Iterator[str]:
    if NON_FIELD_ERRORS in said:
        yield f"beside no question: {said[NON_FIELD_ERRORS]}"
    for name, sentences in said.items():
        if len(set(sentences)) > 2 or not all(
            (sentence.strip() and sentence[0].isupper()) or sentence[0] in "“0123456789"
            for sentence in sentences
        ):
            yield f"{name} is answered with {sentences}"


def _kept(response: HttpResponse, typed: Typed) -> Iterator[str]:
    for box, values in typed.items():
        for value in values:
            if isinstance(value, str) and value and "\x00" not in value and not shows(response, value):
                yield f"what was typed into {box} is lost"


def left_empty(driven: Driven) -> Iterator[str]:
    emptied: Typed = {}
    for name in driven.form.fields if driven.only is None else driven.only:
        if filling.is_date(driven.form.fields[name]):
            emptied |= filling.boxes(driven.form, name, None)
        elif filling.is_seen(driven.form.fields[name]):
            emptied[driven.box(name)] = driven.untouched(name)
    yield from _answer(driven, emptied, emptied, must=False)


def _texts(driven: Driven) -> list[str]:
    return [name for name in driven.named(filling.is_text) if driven.box(name) not in driven.given]


def _limit(driven: Driven, name: str) -> int:
    return getattr(driven.form.fields[name], "max_length", None) or LONGEST


def _long(length: int) -> str:
    """Letters of more than one byte among them: a limit is in letters."""
    return ("Wörter über das Kind, " * (length // 20 + 1))[: length - 1] + "z"


def texts_at_their_limit(driven: Driven) -> Iterator[str]:
    names = [name for name in _texts(driven) if not filling.is_checked(driven.form.fields[name])]
    yield from _answer(
        driven, names, {driven.box(name): [_long(_limit(driven, name))] for name in names}, must=False
    )


def texts_over_their_limit(driven: Driven) -> Iterator[str]:
    names = _texts(driven)
    yield from (
        f"{name} has no limit" for name in names if not getattr(driven.form.fields[name], "max_length", None)
    )
    yield from _answer(driven, names, {driven.box(name): [_long(_limit(driven, name) + 1)] for name in names})


def unkept_letter(driven: Driven) -> Iterator[str]:
    names = _texts(driven)
    yield from _answer(driven, names, {driven.box(name): ["a\x00b"] for name in names})


def numbers(driven: Driven) -> Iterator[str]:
    names = [name for name in driven.named(filling.is_number) if driven.box(name) not in driven.given]

    def all_of(number: Any) -> Typed:
        return {driven.box(name): [str(number(driven.form.fields[name]))] for name in names}

    for number in (
        lambda field: field.min_value or 0,
        lambda field: HUGE if field.max_value is None else field.max_value,
    ):
        yield from _answer(driven, names, all_of(number), must=False)
    for number in (
        lambda field: (0 if field.min_value is None else field.min_value) - 1,
        lambda field: HUGE if field.max_value is None else field.max_value + 1,
        lambda _: HUGE,
        lambda _: -HUGE,
        lambda _: "many",
        lambda field: "1.5" if isinstance(field, IntegerField) else "NaN",
    ):
        yield from _answer(driven, names, all_of(number))


def _dates(driven: Driven) -> list[str]:
    dates = driven.named(filling.is_date)
    return [name for name in dates if f"{driven.box(name)}_day" not in driven.given]


def no_dates(driven: Driven) -> Iterator[str]:
    names = _dates(driven)
    for parts in NOT_DAYS:
        typed = {}
        for name in names:
            typed |= filling.boxes(driven.form, name, datetime.combine(date(2026, 1, 1), time(10)))
            typed |= {
                f"{driven.box(name)}_{part}": [text]
                for part, text in zip(("day", "month", "year"), parts, strict=True)
            }
        yield from _answer(driven, names, typed)


def unbelievable_days(driven: Driven) -> Iterator[str]:
    """Each by itself: the day of one may be refused on account of another's."""
    for name in () if driven.page.name in ONLY_LOOKS else _dates(driven):
        for day in UNBELIEVABLE:
            typed = filling.boxes(driven.form, name, datetime.combine(day, time(10)))
            yield from (f"{day}: {problem}" for problem in _answer(driven, [name], typed))


def foreign_choices(driven: Driven) -> Iterator[str]:
    names = [name for name in driven.named(filling.is_choice) if driven.box(name) not in driven.given]
    for foreign in ("nonsense", "999999999", str(HUGE)):
        sent = driven.data(**{driven.box(name): [foreign] for name in names})
        if names:
            response = driven.try_(sent)
            yield from no_fault(response)
            said = errors(response)
            askers = [name for name in names if name not in getattr(driven.form, "revealed_by", {})]
            yield from (
                f"{foreign}: nothing is said beside {name}: {said}" for name in askers if not said.get(name)
            )
