"""Whether the words of a police row fit the record's columns, and what becomes of those that do not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from kittiwake.exchange.column_limits import limit_of, too_long
from kittiwake.exchange.formats.police_missing.facts import PoliceFacts
from kittiwake.practice.missing.models import Episode, Report
from kittiwake.record.models import Child, Identifier

# What says which child and which absence cannot be cut.
IDENTITY = {
    "reference": ("Police reference", Report, "reference"),
    "person": ("The police’s number for them", Identifier, "value"),
    "forenames": ("Forenames", Child, "forenames"),
    "surname": ("Surname", Child, "surname"),
}
WORDS = {
    "missing_from": ("Missing from", Episode, "missing_from"),
    "missing_from_address": ("Address missing from", Episode, "missing_from"),
    "found_where": ("Where found", Episode, "located_where"),
    "how_found": ("How found", Episode, "located_how"),
    "reported_by": ("Reported by", Report, "reporter"),
}
CUT_WORDS = "If you take the row, the words are cut there and stand in full with the circumstances."


def fitted(facts: PoliceFacts, headings: dict[str, str]) -> tuple[PoliceFacts, list[str], str]:
    """(the facts as the record can hold them, what a person is asked, why nobody could take the row)

    `headings`: what the file calls the column of each field.
    """
    for name, (title, model, column) in IDENTITY.items():
        if len(facts.text(name)) > (limit := limit_of(model, column)):
            why = too_long(_called(name, title, headings), len(facts.text(name)), limit)
            return facts, [], f"{why} Shorten it in the file."
    asks = []
    for name, (title, model, column) in WORDS.items():
        if len(facts.text(name)) > (limit := limit_of(model, column)):
            asks.append(too_long(_called(name, title, headings), len(facts.text(name)), limit))
            facts = _cut(facts, name, title, limit)
    both = len(facts.missing_from) + len(facts.missing_from_address) + len(" · ")
    if both > (limit := limit_of(Episode, "missing_from")):
        asks.append(too_long("Missing from, with its address,", both, limit))
        left = max(0, limit - len(facts.missing_from) - 3)
        facts = _cut(facts, "missing_from_address", "Address missing from", left)
    return facts, [*asks, CUT_WORDS] if asks else [], ""


def _called(name: str, title: str, headings: dict[str, str]) -> str:
    heading = headings.get(name, "")
    return title if heading.casefold() in ("", title.casefold()) else f"{title} (‘{heading}’ in the file)"


def _cut(facts: PoliceFacts, name: str, title: str, limit: int) -> PoliceFacts:
    text = facts.text(name)
    in_full = "\n".join(filter(None, [facts.circumstances, f"{title}: {text}"]))
    cut: dict[str, Any] = {name: f"{text[: limit - 1]}…" if limit else "", "circumstances": in_full}
    return replace(facts, **cut)
