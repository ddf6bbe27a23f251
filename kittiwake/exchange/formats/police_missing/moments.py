"""What of a police row contradicts itself, and what is done about it.

A moment that cannot be right is set aside with what was written, and the row is taken: a child is back, and the 72 hours run,
whatever somebody typed for when they were last seen. Only what says who the child is, or that they are back, keeps a row
waiting for a person (decision 0022).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from kittiwake.exchange.formats.police_missing.facts import PoliceFacts, moments_of
from kittiwake.exchange.reading.doubts import Doubt
from kittiwake.time.moments import local_date

TITLES = {
    "last_seen": "When they were last seen",
    "reported": "When they were reported",
    "located": "When they were found",
    "returned": "When they came back",
}
OLDEST = 25  # the age up to which the duties of children's services reach (care leavers)
LONG = timedelta(days=31)
WITHOUT_A_RETURN = "If you take the row, it is recorded without a return."
WITHOUT_A_BIRTH_DATE = "If you take the row, it is recorded without a birth date."


@dataclass
class Settled:
    """`facts` as they can be recorded. `asks` keep the row waiting; `never` says why nobody could take it."""

    facts: PoliceFacts
    line: int
    written: Callable[[str], str]
    doubts: list[Doubt] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    never: str = ""

    def put_aside(self, name: str) -> str:
        said = self.written(name)[:200]
        self._aside(name, said)
        return said

    def _aside(self, name: str, said: str) -> None:
        aside: dict[str, Any] = {name: None, "set_aside": {**self.facts.set_aside, name: said}}
        self.facts = replace(self.facts, **aside)

    def doubt(self, name: str, why: str) -> None:
        """Of two moments that say when it began, one has to stay."""
        other = {"last_seen": "reported", "reported": "last_seen"}.get(name)
        if other and not self.facts.moment(other):
            self.never = f"{TITLES[name]}, ‘{self.written(name)[:200]}’, is {why}, and it says nothing else of when they went missing."
        else:
            self.say(name, f"{TITLES[name]}, ‘{self.put_aside(name)}’, is {why}, so it was set aside.")

    def say(self, name: str, sentence: str) -> None:
        self.doubts.append(Doubt(self.line, name, sentence))

    def ask_about_return(self, why: str) -> None:
        """The moment by which they are back: on a list without a column for it, that of being found."""
        name = "located" if self.facts.found_is_back else "returned"
        said = self.put_aside(name)
        self.facts = replace(self.facts, returned=None, found_is_back=False)
        self.asks.append(f"It says that they came back on ‘{said}’, which {why}. {WITHOUT_A_RETURN}")

    def ask_about_birth(self, born: date, why: str) -> None:
        self._aside("born_on", born.isoformat())
        self.asks.append(f"{why} {WITHOUT_A_BIRTH_DATE}")


def settle(
    facts: PoliceFacts,
    *,
    line: int,
    unread: dict[str, str],
    found_is_back: bool,
    written: Callable[[str], str],
    at: datetime,
) -> Settled:
    """What of the facts can be recorded. `unread`: what the row says where it could not be read."""
    settled = Settled(facts, line, written)
    _unread(settled, unread, "located" if found_is_back else "returned")
    for name in TITLES:
        if not settled.never:
            _ahead(settled, name, at)
    if not settled.never:
        _person(settled)
        _order(settled)
    return settled


def _unread(settled: Settled, unread: dict[str, str], back: str) -> None:
    """The doubt about the cell is said already, with the others of the row."""
    if back in unread:
        settled.ask_about_return("cannot be read")
    for name in TITLES:
        if name in unread and name != back:
            settled.put_aside(name)
    if "dob" in unread:
        settled.asks.append(
            f"Their birth date, ‘{unread['dob'][:40]}’, cannot be read. {WITHOUT_A_BIRTH_DATE}"
        )


def _ahead(settled: Settled, name: str, at: datetime) -> None:
    moment = settled.facts.moment(name)
    if moment is None or moment.at <= at:
        return
    if name == "returned" or (name == "located" and settled.facts.found_is_back):
        settled.ask_about_return("is in the future")
    else:
        settled.doubt(name, "in the future")


def _person(settled: Settled) -> None:
    """Somebody who was not born yet, or is too old to be a child of anybody's duty, is perhaps somebody else."""
    born, last_seen, reported = settled.facts.born_on, settled.facts.last_seen, settled.facts.reported
    if born is None:
        return
    if reported and last_seen and local_date(last_seen.at) < born <= local_date(reported.at):
        settled.doubt("last_seen", "before they were born")
    began = local_date(moments_of(settled.facts).started)
    if why := _impossible(born, began):
        settled.ask_about_birth(born, why)


def _impossible(born: date, began: date) -> str:
    if born > began:
        return "They would have been missing before they were born."
    years = began.year - born.year - ((began.month, began.day) < (born.month, born.day))
    return f"They would have been {years} years old." if years > OLDEST else ""


def _order(settled: Settled) -> None:
    moments = moments_of(settled.facts)
    if moments.last_seen and moments.last_seen > moments.reported:
        settled.doubt("last_seen", "after they were reported missing")
        moments = moments_of(settled.facts)
    if moments.returned and moments.returned < moments.started:
        settled.ask_about_return("is before they went missing")
        moments = moments_of(settled.facts)
    if moments.located and moments.located < moments.started:
        settled.doubt("located", "before they went missing")
    elif moments.located and moments.returned and moments.located > moments.returned:
        settled.doubt("located", "after they came back")
    if moments.last_seen and moments.reported - moments.last_seen > LONG:
        days = (moments.reported - moments.last_seen).days
        settled.say(
            "last_seen",
            f"They were last seen {days} days before they were reported missing. Check the dates.",
        )
