"""Everything that is tried with a form that is known to take right answers, and what is wrong with what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.driving import sending_again, wrong_answers
from tests.driving.driver import Driven, NotTaken, find_answers
from tests.driving.page_forms import Typed

# Choices that nothing typed here can be right for: {(page, choice): why}.
LEADS_NOWHERE = {
    ("access:break_glass", "nhs"): "Only somebody's number finds anybody.",
    ("access:break_glass", "upn"): "Only somebody's number finds anybody.",
    ("access:break_glass", "name"): "Only somebody's name finds anybody.",
    ("allocation:change_worker", "nobody"): "They have nobody already.",
    ("desk:late_work", "hand_over"): "Only actions are handed over, and none of theirs is late for long.",
}


def wrong_with(driven: Driven) -> Iterator[str]:
    """Every way in which this form fails somebody who types the wrong thing into it."""
    yield from _each_try(driven, "")
    for what, tries in (
        ("another version", sending_again.versions),
        ("two clicks", sending_again.two_clicks),
        ("the same minutes later", sending_again.the_same_again),
        ("the session is over", sending_again.session_over),
    ):
        for problem in tries(driven):
            yield f"{driven.page.name}, {what}: {problem}"
    yield from revealing_choices(driven)


def _each_try(driven: Driven, chosen: str) -> Iterator[str]:
    """Of the questions that are asked."""
    for what, tries in (
        ("left empty", wrong_answers.left_empty),
        ("texts at their limit", wrong_answers.texts_at_their_limit),
        ("texts over their limit", wrong_answers.texts_over_their_limit),
        ("a letter no database keeps", wrong_answers.unkept_letter),
        ("numbers out of range", wrong_answers.numbers),
        ("dates that are none", wrong_answers.no_dates),
        ("a day nobody would believe", wrong_answers.unbelievable_days),
        ("a choice that is not offered", wrong_answers.foreign_choices),
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
