"""What the page of each kind of entry shows, question by question. Reads only."""

from __future__ import annotations

from datetime import date
from typing import Any

from kittiwake.practice.transitions.models import (
    AdultReferral,
    Contact,
    Home,
    NeedsAssessment,
    Pathway,
    Staying,
)
from kittiwake.time.moments import Moment
from kittiwake.ui.dates import long_date, long_moment


def rows_of(one: Any) -> list[tuple[str, Any]]:
    """What the page of one entry shows, question by question."""
    return ROWS[type(one)](one)


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _yes(value: bool) -> str:
    return "Yes" if value else "No"


ROWS: dict[type, Any] = {
    NeedsAssessment: lambda one: [
        ("Finished with them", _day(one.assessed_on)),
        ("A home", one.home),
        ("Money", one.money),
        ("Learning and work", one.learning),
        ("Health", one.health),
        ("People", one.people),
        ("Staying safe", one.safety),
        ("Skills", one.skills),
    ],
    Pathway: lambda one: [
        ("Agreed", _day(one.agreed_on)),
        ("What will happen", one.aims),
        ("If it does not work out", one.if_it_fails),
        ("They took part", _yes(one.took_part) + (f". {one.why_not}" if one.why_not else "")),
        ("They have their copy since", _day(one.copy_given_on)),
    ],
    Home: lambda one: [
        ("From", _day(one.starts_on)),
        ("Lives", one.get_kind_display()),
        ("Suits them", _yes(one.is_suitable)),
        ("The council provides it", _yes(one.council_provides)),
        ("What should change", one.words),
    ],
    Contact: lambda one: [
        ("When", long_moment(Moment(one.at, one.time_known))),
        ("Who", one.adviser_name),
        ("How", one.get_how_display()),
        ("What they are doing", one.get_activity_display()),
        ("How they are, and what follows", one.words),
    ],
    AdultReferral: lambda one: [
        ("Asked", _day(one.referred_on)),
        ("Who", one.to_whom),
        ("What they will need", one.needs),
        ("They agree", _yes(one.agrees) + (f". {one.agrees_words}" if one.agrees_words else "")),
        ("Answered", _day(one.answered_on)),
        ("Answer", "\n".join(filter(None, [one.get_answer_display(), one.answer_words]))),
        ("Adult worker", one.adult_worker),
        ("They met", _day(one.met_on)),
    ],
    Staying: lambda one: [
        ("Who stays", one.worker_name),
        ("Agreed", f"{_day(one.agreed_on)}, by {one.agreed_by}"),
        ("Until", _day(one.until_on) or "No end agreed"),
        ("How", one.how),
    ],
}
