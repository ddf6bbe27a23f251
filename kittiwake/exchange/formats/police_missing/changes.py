"""A row about an episode that is on the record: what it says now that it did not say before.

Three accounts are laid side by side: what the police's list said last time, what it says now, and the record, on which
somebody may have put something right meanwhile. What is new is recorded; what contradicts goes to a person, and what somebody
here has put right stays.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from kittiwake.exchange.formats.police_missing.facts import PoliceFacts, known_of
from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import Episode
from kittiwake.record.matching.comparing import Known
from kittiwake.record.matching.names import parts
from kittiwake.time.moments import Moment, local_date
from kittiwake.ui.dates import long_moment

MOMENTS = {
    "last_seen": "when they were last seen",
    "reported": "when they were reported missing",
    "located": "when they were found",
    "returned": "when they came back",
}
# What a row tells in words, by the episode's own field.
TEXTS = {
    "missing_from": "where they went missing from",
    "circumstances": "the circumstances",
    "located_where": "where they were found",
    "located_how": "how they were found",
}


@dataclass
class Changes:
    news: list[str] = field(default_factory=list)  # what is recorded
    differs: list[str] = field(default_factory=list)  # what a person has to look at


def changes(facts: PoliceFacts, episode: Episode, before: PoliceFacts | None) -> Changes:
    """`before`: the facts of the same row when it was last looked at; None where the record is from elsewhere."""
    row_changes = Changes()
    _moments(facts, episode, before, row_changes)
    _cancelling(facts, episode, before, row_changes)
    if new_grade(facts, episode, before):
        row_changes.news.append("the police grade")
    row_changes.news += [TEXTS[name] for name in new_texts(facts, episode, before)]
    return row_changes


def _moments(facts: PoliceFacts, episode: Episode, before: PoliceFacts | None, row_changes: Changes) -> None:
    for name, words in MOMENTS.items():
        said, was = facts.moment(name), before.moment(name) if before else None
        recorded = _recorded(episode, name)
        if _same(said, was) and before is not None:
            continue
        if before is None and name != "returned" and recorded:
            continue  # told to us by somebody else, who knew it from elsewhere
        if said is None:
            if recorded and was:
                row_changes.differs.append(
                    f"it no longer says {words} ({long_moment(recorded)} on the record)"
                )
        elif recorded is None:
            _new_moment(name, said, episode, row_changes)
        elif not _same(said, recorded):
            row_changes.differs.append(
                f"it says {long_moment(said)} for {words}, the record {long_moment(recorded)}"
            )


def _new_moment(name: str, said: Moment, episode: Episode, row_changes: Changes) -> None:
    words = {"located": "they were found", "returned": "they are back"}
    if name in words and (episode.outcome.is_open or (name == "returned" and was_back_by(said, episode))):
        row_changes.news.append(words[name])
    elif name in ("located", "returned") and episode.outcome.name != "returned":
        row_changes.differs.append(
            f"it says {long_moment(said)} for {MOMENTS[name]}, but the episode is over: {episode.outcome.title.lower()}"
        )


def was_back_by(returned: Moment | None, episode: Episode) -> bool:
    """Whether they came back before the birthday that has closed the episode by itself: then it did not end there."""
    closed = episode.closed_at if episode.closed_reason == rules.AT_18 else None
    return bool(returned and closed and returned.at < closed)


def _recorded(episode: Episode, name: str) -> Moment | None:
    at = getattr(episode, f"{name}_at")
    return Moment(at, getattr(episode, f"{name}_time_known")) if at else None


def _same(one: Moment | None, other: Moment | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.time_known and other.time_known:
        return one.at == other.at
    return local_date(one.at) == local_date(other.at)


def _cancelling(
    facts: PoliceFacts, episode: Episode, before: PoliceFacts | None, row_changes: Changes
) -> None:
    """Called off after a return is a contradiction, and so is a return with the calling off: neither starts a clock."""
    is_cancelled, was = episode.cancelled_at is not None, bool(before and before.cancelled)
    if facts.cancelled and not is_cancelled and not was:
        if episode.returned_at or facts.returned:
            row_changes.news = [
                words for words in row_changes.news if words not in ("they are back", "they were found")
            ]
            row_changes.differs.append("it is cancelled now, and they came back")
        else:
            row_changes.news.append("it was cancelled")
    elif is_cancelled and not facts.cancelled and (was or before is None):
        row_changes.differs.append("it is not cancelled any more")


def new_grade(facts: PoliceFacts, episode: Episode, before: PoliceFacts | None) -> str:
    """The level to record; empty where nothing is new. The police may grade again when a child is back."""
    said, was = (row.grades[-1] if row and row.grades else "" for row in (facts, before))
    latest = episode.grades.order_by("-since_at", "-id").values_list("level", flat=True).first()
    return said if said not in (latest, was) else ""


def texts_of(facts: PoliceFacts) -> dict[str, str]:
    """The row's words, by the episode's own fields."""
    where = " · ".join(filter(None, [facts.missing_from, facts.missing_from_address]))
    return {
        "missing_from": where,
        "circumstances": facts.circumstances,
        "located_where": facts.found_where,
        "located_how": facts.how_found,
    }


def new_texts(facts: PoliceFacts, episode: Episode, before: PoliceFacts | None) -> dict[str, str]:
    """Words to put on the record: where it has none, or still those that the list itself gave last time."""
    said, was = texts_of(facts), texts_of(before) if before else {}
    return {
        name: text
        for name, text in said.items()
        if text and text != (now := getattr(episode, name)) and now in ("", was.get(name))
    }


def person_differs(facts: PoliceFacts, known: Known, before: PoliceFacts | None) -> list[str]:
    """What the row says otherwise of the child than the record does, and did not say last time."""
    said, was = known_of(facts), known_of(before) if before else Known()
    differences = []
    if said.born_on and known.born_on and said.born_on not in (known.born_on, was.born_on):
        differences.append("another birth date")
    if _other_name(said.surname, [known.surname, was.surname, *(name for _, name in known.also)]):
        differences.append("another surname")
    if _other_name(said.forenames, [known.forenames, was.forenames, *(name for name, _ in known.also)]):
        differences.append("other forenames")
    number, held = said.numbers.get("police"), known.numbers.get("police")
    if number and held and number not in (held, was.numbers.get("police")):
        differences.append("another number of the police’s for them")
    return differences


def _other_name(said: str, names: list[str]) -> bool:
    """Whether it fits none of the names; a name that one side does not give is no other name."""
    known = [parts(name) for name in names if name]
    return bool(said and known) and not any(set(parts(said)) & set(words) for words in known)


COMPARED = {
    **MOMENTS,
    "forenames": "their forenames",
    "surname": "their surname",
    "born_on": "their birth date",
    "person": "the police’s number for them",
    "cancelled": "that it was cancelled",
    "grades": "the police grade",
    "missing_from": "where they went missing from",
    "found_where": "where they were found",
    "how_found": "how they were found",
    "circumstances": "the circumstances",
}


def told(facts: PoliceFacts) -> array[int]:
    """What a row says, as a number for each thing that is compared, and 0 where it says nothing: all that has to be kept
    of every row of a long list."""
    said = (getattr(facts, name) for name in COMPARED)
    return array("q", [hash(thing) or 1 if thing else 0 for thing in said])


def beside(facts: PoliceFacts, first: array[int]) -> tuple[list[str], list[str]]:
    """(what a row adds to an earlier one of the same file, which `told` as much, what it says otherwise)"""
    each = list(zip(COMPARED.values(), told(facts), first, strict=True))
    added = [words for words, now, before in each if now and not before]
    other = [words for words, now, before in each if before and now != before]
    return added, other
