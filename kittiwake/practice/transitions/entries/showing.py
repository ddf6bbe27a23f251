"""What the page of each kind of entry shows, question by question. Reads only."""

from __future__ import annotations

from collections.abc import Callable
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
from kittiwake.ui.components import SummaryRow
from kittiwake.ui.dates import long_date, long_moment

GrowingUp = NeedsAssessment | Pathway | Home | Contact | AdultReferral | Staying
Answers = list[tuple[str, str]]


def rows_of(row: GrowingUp) -> list[SummaryRow]:
    """What the page of one entry shows, question by question."""
    return [SummaryRow(question, answer) for question, answer in ANSWERS[type(row)](row)]


def _day(day: date | None) -> str:
    return long_date(day) if day else ""


def _yes(value: bool) -> str:
    return "Yes" if value else "No"


def _needs(needs: NeedsAssessment) -> Answers:
    return [
        ("Finished with them", _day(needs.assessed_on)),
        ("A home", needs.home),
        ("Money", needs.money),
        ("Learning and work", needs.learning),
        ("Health", needs.health),
        ("People", needs.people),
        ("Staying safe", needs.safety),
        ("Skills", needs.skills),
    ]


def _pathway(pathway: Pathway) -> Answers:
    return [
        ("Agreed", _day(pathway.agreed_on)),
        ("What will happen", pathway.aims),
        ("If it does not work out", pathway.if_it_fails),
        ("They took part", _yes(pathway.took_part) + (f". {pathway.why_not}" if pathway.why_not else "")),
        ("They have their copy since", _day(pathway.copy_given_on)),
    ]


def _home(home: Home) -> Answers:
    return [
        ("From", _day(home.starts_on)),
        ("Lives", home.get_kind_display()),
        ("Suits them", _yes(home.is_suitable)),
        ("The council provides it", _yes(home.council_provides)),
        ("What should change", home.words),
    ]


def _contact(contact: Contact) -> Answers:
    return [
        ("When", long_moment(Moment(contact.at, contact.time_known))),
        ("Who", contact.adviser_name),
        ("How", contact.get_how_display()),
        ("What they are doing", contact.get_activity_display()),
        ("How they are, and what follows", contact.words),
    ]


def _referral(referral: AdultReferral) -> Answers:
    agrees = _yes(referral.agrees) + (f". {referral.agrees_words}" if referral.agrees_words else "")
    return [
        ("Asked", _day(referral.referred_on)),
        ("Who", referral.to_whom),
        ("What they will need", referral.needs),
        ("They agree", agrees),
        ("Answered", _day(referral.answered_on)),
        ("Answer", "\n".join(filter(None, [referral.get_answer_display(), referral.answer_words]))),
        ("Adult worker", referral.adult_worker),
        ("They met", _day(referral.met_on)),
    ]


def _staying(staying: Staying) -> Answers:
    return [
        ("Who stays", staying.worker_name),
        ("Agreed", f"{_day(staying.agreed_on)}, by {staying.agreed_by}"),
        ("Until", _day(staying.until_on) or "No end agreed"),
        ("How", staying.how),
    ]


ANSWERS: dict[type, Callable[[Any], Answers]] = {
    NeedsAssessment: _needs,
    Pathway: _pathway,
    Home: _home,
    Contact: _contact,
    AdultReferral: _referral,
    Staying: _staying,
}
