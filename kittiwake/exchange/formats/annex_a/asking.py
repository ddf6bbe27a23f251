"""What of a row of Ofsted's lists a person has to look at: two accounts of one child, days that cannot be, words too long.

What is asked about is left out of what the row would record; the rest of it is recorded if a person takes the row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from kittiwake.exchange.column_limits import limit_of, too_long
from kittiwake.exchange.formats.annex_a.facts import Told, Value
from kittiwake.exchange.formats.annex_a.rows import Allocated, CareLeaver, ListRow, LookedAfter
from kittiwake.exchange.reading.doubts import Doubt
from kittiwake.exchange.reading.tables import FOOTER
from kittiwake.record.models import Team, Worker
from kittiwake.ui.dates import long_date

TITLES = {
    "born_on": "birth date",
    "sex": "sex",
    "ethnicity": "ethnicity",
    "unaccompanied": "answer to whether they came unaccompanied, seeking asylum,",
}
NOT_SAID = (None, "")
OLDEST = timedelta(days=366 * 30)  # the lists reach to care leavers of 25, and may be years old
NOT_BORN_YET = timedelta(days=310)  # an expected date of birth


@dataclass
class Asked:
    """`about` names the parts of the row that cannot be recorded as they stand: child.born_on, track, placement …"""

    about: set[str] = field(default_factory=set)
    sentences: list[str] = field(default_factory=list)

    def ask(self, part: str, sentence: str) -> None:
        self.about.add(part)
        self.sentences.append(sentence)


def is_no_child(child_id: str) -> bool:
    """A total under a list is no child, though its first cell reads like an id."""
    return bool(FOOTER.match(child_id))


def asked(
    row: ListRow,
    said: Told,
    recorded: Told,
    in_file: Mapping[str, tuple[int, Value]],
    track: tuple[date | None, date | None] | None,
    today: date,
) -> Asked:
    """`said`: the row's facts of the child; `recorded`: what the record says; `in_file`: what another list of this file
    said, and which."""
    questions = Asked()
    for name, sentence in _other_facts(said, recorded, in_file):
        questions.ask(f"child.{name}", sentence)
    if row.born_on and not _first_day(row, today) - OLDEST <= row.born_on <= today + NOT_BORN_YET:
        questions.ask("child.born_on", f"A child of these lists was not born on {long_date(row.born_on)}.")
    if track:
        for sentence in _track(row, *track, today):
            questions.ask("track", sentence)
    if isinstance(row, LookedAfter) and row.placed_on:
        for sentence in _placement(row, row.placed_on, today):
            questions.ask("placement", sentence)
    if isinstance(row, Allocated):
        for sentence in _names(row):
            questions.ask("allocation", sentence)
    return questions


def _first_day(row: ListRow, today: date) -> date:
    """The earliest day the row tells of: a list may be years old, and so may whom it is about."""
    told = (getattr(row, name) for name in row.__dataclass_fields__ if name != "born_on")
    return min((day for day in told if isinstance(day, date)), default=today)


def _other_facts(
    said: Told, recorded: Told, in_file: Mapping[str, tuple[int, Value]]
) -> Iterator[tuple[str, str]]:
    """Two lists of one file that contradict each other; and what the record says otherwise and much hangs on."""
    for name, value in said.items():
        if value in NOT_SAID:
            continue
        number, before = in_file.get(name, (0, value))
        if before != value:
            yield (
                name,
                f"It gives another {TITLES[name]} than list {number} of the same file. Say which is right.",
            )
        elif recorded.get(name) in (*NOT_SAID, value):
            continue
        elif name == "born_on":
            days = [long_date(day) for day in (value, recorded[name]) if isinstance(day, date)]
            yield (
                name,
                f"It gives another birth date ({days[0]}) than the record ({days[1]}). Say which is right.",
            )
        elif name == "unaccompanied":
            yield name, f"It gives another {TITLES[name]} than the record. Say which is right."


def _track(row: ListRow, starts_on: date | None, ends_on: date | None, today: date) -> Iterator[str]:
    if starts_on and ends_on and ends_on < starts_on:
        yield f"It ends on {long_date(ends_on)}, before it starts on {long_date(starts_on)}."
    if starts_on and starts_on > today and not isinstance(row, CareLeaver):
        yield f"It starts on {long_date(starts_on)}, which has not come yet."
    if ends_on and ends_on > today:
        yield f"It ended on {long_date(ends_on)}, which has not come yet."


def _placement(row: LookedAfter, placed_on: date, today: date) -> Iterator[str]:
    """A placement is part of a period of care: it begins and ends within it."""
    if placed_on > today:
        yield f"Their placement starts on {long_date(placed_on)}, which has not come yet."
    if row.ceased_on and placed_on > row.ceased_on:
        yield f"Their placement starts on {long_date(placed_on)}, after their care ended on {long_date(row.ceased_on)}."
    if row.started_on and placed_on < row.started_on:
        yield f"Their placement starts on {long_date(placed_on)}, before their care did on {long_date(row.started_on)}."


def _names(row: Allocated) -> Iterator[str]:
    for title, text, model in (("Allocated team", row.team, Team), ("Allocated worker", row.worker, Worker)):
        if text and len(text) > (limit := limit_of(model, "name")):
            yield f"{too_long(title, len(text), limit)} Shorten it in the file, or record the rest."


def doubts_of(row: ListRow, starts_on: date | None) -> list[Doubt]:
    """What may be a slip of the pen on either side, and keeps nobody's clocks waiting."""
    if starts_on and row.born_on and starts_on < row.born_on - NOT_BORN_YET:
        sentence = f"It starts on {long_date(starts_on)}, long before they were born. Check both."
        return [Doubt(row.line_number, "born_on", sentence)]
    return []


def said_of(row: ListRow, number: int) -> dict[str, str | int]:
    """What the row says, to be known again."""
    named = {name: getattr(row, name) for name in row.__dataclass_fields__ if name != "line_number"}
    return {"list": number, **{name: _plain(value) for name, value in named.items()}}


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
