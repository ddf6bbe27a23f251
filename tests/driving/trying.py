"""Wrong answers to a form that is known to take right ones, and what is wrong with what comes back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import NON_FIELD_ERRORS
from django.forms import IntegerField
from django.http import HttpResponse
from django.test import Client

from kittiwake.access.identity import acting_as_system
from kittiwake.history.refusal import ANOTHER
from kittiwake.record.models import Entry
from tests.driving import filling
from tests.driving.driver import Driven, NotTaken, errors, find_answers, shows, taken
from tests.driving.page_forms import Typed, html_forms
from tests.matrix.walking import undone

LONGEST = 20_000  # of any text whatever
HUGE = 10**30
# Days that nothing recorded here can have: most are found in the field before they reach a recording function.
UNBELIEVABLE = (date(1900, 1, 1), date(2100, 12, 31))
ONLY_LOOKS = {"desk:chronology"}  # nothing is written with these days
# Choices that nothing typed here can be right for: {(page, choice): why}.
LEADS_NOWHERE = {
    ("access:break_glass", "nhs"): "Only somebody's number finds anybody.",
    ("access:break_glass", "upn"): "Only somebody's number finds anybody.",
    ("access:break_glass", "name"): "Only somebody's name finds anybody.",
    ("allocation:change_worker", "nobody"): "They have nobody already.",
    ("desk:late_work", "hand_over"): "Only actions are handed over, and none of theirs is late for long.",
}
OF_THE_WHOLE = {"exchange:columns": "What is missing from a list is no one question's."}
NOT_DAYS = (("31", "2", "2026"), ("1", "1", "1"), ("1", "1", "0001"), ("31", "12", "9999"), ("x", "13", "-1"))


def wrong_with(driven: Driven) -> Iterator[str]:
    """Every way in which this form fails somebody who types the wrong thing into it."""
    yield from _each_try(driven, "")
    for what, tries in (
        ("another version", versions),
        ("two clicks", two_clicks),
        ("the same minutes later", the_same_again),
        ("the session is over", session_over),
    ):
        for problem in tries(driven):
            yield f"{driven.page.name}, {what}: {problem}"
    yield from revealing_choices(driven)


def _each_try(driven: Driven, chosen: str) -> Iterator[str]:
    """Of the questions that are asked."""
    for what, tries in (
        ("left empty", left_empty),
        ("texts at their limit", texts_at_their_limit),
        ("texts over their limit", texts_over_their_limit),
        ("a letter no database keeps", unkept_letter),
        ("numbers out of range", numbers),
        ("dates that are none", no_dates),
        ("a day nobody would believe", unbelievable_days),
        ("a choice that is not offered", foreign_choices),
    ):
        for problem in tries(driven):
            yield f"{driven.page.name}{chosen}, {what}: {problem}"


def revealing_choices(driven: Driven) -> Iterator[str]:
    """Each choice that brings more questions with it, and those questions; the ones chosen before were tried."""
    revealed = getattr(driven.form, "revealed_by", {})
    for asker, value in dict.fromkeys(revealed.values()):
        given = _leading_to(driven, asker, value)
        if given is None or value in driven.answers.get(asker, []):
            continue
        names = frozenset(name for name, by in revealed.items() if by == (asker, value))
        chosen = replace(driven, given={**driven.given, **given}, only=names)
        try:
            find_answers(chosen)
        except NotTaken as not_taken:
            if (driven.page.name, value) in LEADS_NOWHERE and "HTTP 5" not in str(not_taken):
                continue
            yield f"{driven.page.name}, {asker} {value!r}: {not_taken}"
        else:
            yield from _each_try(chosen, f", {asker} {value!r}")


def _leading_to(driven: Driven, asker: str, value: str) -> Typed | None:
    """The choices to make for this one to be asked; none where the state of the form asks for others."""
    wanted, revealed = {driven.box(asker): [value]}, driven.form.revealed_by  # type: ignore[attr-defined]
    while asker in revealed:
        asker, value = revealed[asker]
        wanted[driven.box(asker)] = [value]
    return None if wanted.keys() & driven.given.keys() else wanted


def _answer(driven: Driven, changed: Iterable[str], more: Typed, *, must: bool = True) -> Iterator[str]:
    """Sends it with these boxes changed. Where it `must` be refused: in one sentence beside each question changed."""
    names = list(changed)
    if not names:
        return
    response = driven.try_(driven.data(**more))
    yield from _no_fault(response)
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
        yield from _in_one_sentence(said)
    yield from _kept(response, more)


def _no_fault(response: HttpResponse) -> Iterator[str]:
    if response.status_code >= 500 or response.status_code in (400, 403, 404):
        yield f"HTTP {response.status_code}"


def _in_one_sentence(said: dict[str, list[str]]) -> Iterator[str]:
    if NON_FIELD_ERRORS in said:
        yield f"beside no question: {said[NON_FIELD_ERRORS]}"
    for name, sentences in said.items():
        if len(set(sentences)) > 2 or not all(
            (one.strip() and one[0].isupper()) or one[0] in "“0123456789" for one in sentences
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
        lambda one: one.min_value or 0,
        lambda one: HUGE if one.max_value is None else one.max_value,
    ):
        yield from _answer(driven, names, all_of(number), must=False)
    for number in (
        lambda one: (0 if one.min_value is None else one.min_value) - 1,
        lambda one: HUGE if one.max_value is None else one.max_value + 1,
        lambda one: HUGE,
        lambda one: -HUGE,
        lambda one: "many",
        lambda one: "1.5" if isinstance(one, IntegerField) else "NaN",
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
            yield from _no_fault(response)
            said = errors(response)
            askers = [name for name in names if name not in getattr(driven.form, "revealed_by", {})]
            yield from (
                f"{foreign}: nothing is said beside {name}: {said}" for name in askers if not said.get(name)
            )


def versions(driven: Driven) -> Iterator[str]:
    for name in driven.named(lambda field: isinstance(field, IntegerField) and not filling.is_seen(field)):
        for version in (99, -1, HUGE, "x"):
            response = driven.try_(driven.data(**{driven.box(name): [str(version)]}))
            yield from (f"{version}: {problem}" for problem in _no_fault(response))
            if taken(response):
                yield f"{version} was taken"


def two_clicks(driven: Driven) -> Iterator[str]:
    with undone():
        data = driven.data()
        first, second = driven.send(data), driven.send(data)
        if first.status_code == 302 and second.get("Location") != first.get("Location"):
            yield f"HTTP {second.status_code} to {second.get('Location')}"


def _entries() -> set[int]:
    with acting_as_system():
        return set(Entry.objects.values_list("pk", flat=True))


def the_same_again(driven: Driven) -> Iterator[str]:
    """Another page, the same answers. What adds to a chronology asks first whether it is another, and then adds it."""
    with undone():
        before = _entries()
        if not taken(driven.send(driven.data())) or (once := _entries()) == before:
            return
        second = driven.send(driven.data(**{ANOTHER: []}))
        if taken(second) and _entries() != once:
            yield "was recorded a second time, and nobody was asked"
        if ANOTHER in errors(second):
            if not shows(second, f'name="{ANOTHER}"'):
                yield "asks, and there is no box to answer in"
            if not taken(driven.send(driven.data(**{ANOTHER: ["yes"]}))) or _entries() == once:
                yield "was not recorded although it is another"


def session_over(driven: Driven) -> Iterator[str]:
    """Sent when nobody is signed in any more. Whoever wrote it signs in, and finds it in the form."""
    names = driven.named(filling.is_seen)
    sent = driven.data()
    with undone():
        after = Client(raise_request_exception=False)
        refused = after.post(driven.path, sent)
        after.force_login(driven.world.people[driven.who])
        page = after.get(parse_qs(urlsplit(refused["Location"]).query)["next"][0])
        typed = {box: one for name in names for box, one in driven.boxes_of(name, sent).items()}
        found = max(
            (form.boxes for form in html_forms(page)), key=lambda boxes: len(typed.keys() & boxes.keys())
        )
        lost = [box for box, one in typed.items() if one != [""] and found.get(box, []) != one]
    if lost:
        yield f"HTTP {page.status_code}: {lost} are lost"
