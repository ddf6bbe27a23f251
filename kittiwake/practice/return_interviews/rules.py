"""What the guidance says about offering and holding return interviews, and what makes a good one. Facts in, answers out.

Sources, read in November 2026: MIS14, statutory guidance on children who run away or go missing from
home or care (January 2014); the wording of published inspection reports, from which the quality test is made; studies
of return interviews in practice (2024). What they leave to the council is `local`: a default it may change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from kittiwake.primitives.clocks.rules import Standard, working_days

SHARED = Standard(
    key="return_interviews.shared",
    title="What they said passed on",
    within=working_days(5),
    source="Local: published protocols say 24 hours to 5 working days for the written record; what cannot wait, the same day",
    local=True,
)
ACCEPTED, DECLINED = "accepted", "declined"
ANSWERS = [
    (ACCEPTED, "Yes"),
    ("later", "Not now, ask again"),
    (DECLINED, "No"),
    ("no_response", "No answer"),
    ("missing_again", "Missing again before they could answer"),
    ("other_council", "Another council will hold it"),
]
MEANS = [
    ("in_person", "In person"),
    ("phone", "By phone"),
    ("message", "By message"),
    ("letter", "By letter"),
    ("through_somebody", "Through somebody they live with or trust"),
]
NOT_HELD = [
    ("under_age", "Too young to be interviewed"),
    ("hospital", "In hospital"),
    ("custody", "In custody"),
    ("left_area", "Moved away"),
    ("police_late", "The police told us late"),
    ("other_council", "Another council held it"),
    ("other", "Another reason"),
]
# With these the interview is put off to a day and not over; with the others it is over, and a manager reads why.
PUT_OFF = {"hospital", "custody", "police_late"}
PLACES = [
    ("home", "Where they live"),
    ("school", "School or college"),
    ("community", "A neutral place: café, youth club, walk"),
    ("office", "An office"),
    ("hospital", "A hospital or clinic"),
    ("online", "By phone or video"),
    ("other", "Somewhere else"),
]
NOT_WANTED = "no"
HEAR_BACK = [
    ("in_person", "Somebody tells them in person"),
    ("message", "By message"),
    ("letter", "By letter"),
    ("online", "On their own page here"),
    ("through_somebody", "Through somebody they trust"),
    (NOT_WANTED, "They do not want to hear back"),
]
# Pick-lists, as inspections and research name them.
PUSH = [
    ("conflict", "Conflict at home"),
    ("domestic_abuse", "Domestic abuse"),
    ("neglect_or_abuse", "Neglect or abuse"),
    ("overcrowding", "Overcrowding"),
    ("placement", "Unhappy with the placement, its rules or its carers"),
    ("far_away", "Placed far from home"),
    ("bullying", "Bullying"),
    ("no_school", "Excluded or without a school"),
    ("isolation", "Isolation"),
    ("distress", "Mental distress"),
    ("drugs_at_home", "Drugs at home"),
]
PULL = [
    ("partner", "Somebody they call a boyfriend or girlfriend"),
    ("friends", "Friends"),
    ("family", "Seeing family"),
    ("adult", "An adult who exploits them"),
    ("money", "Money, goods or standing"),
    ("drugs", "Drugs or alcohol"),
    ("county_lines", "Being sent to sell drugs, or debt"),
    ("party", "A party or gathering"),
    ("online", "Contact online"),
    ("independence", "Wanting to be independent"),
    ("home_area", "Going back to the area they come from"),
]


@dataclass(frozen=True)
class Ending:
    """What ends a duty, and when: the entry whose time stops the clock."""

    entry_id: int
    at: datetime


@dataclass(frozen=True)
class Offered:
    entry_id: int
    at: datetime
    answer: str


def first_offer(offers: Iterable[Offered], held: Iterable[Ending] = ()) -> Ending | None:
    """What ends the duty to offer: the first offer, whatever was answered; or an interview, of which nobody wrote down
    that it was offered."""
    done: list[Offered | Ending] = [*offers, *held]
    first = min(done, key=_when, default=None)
    return Ending(first.entry_id, first.at) if first else None


def duty_met(offers: Collection[Offered], held: Collection[Ending], *, asked_often: int) -> Ending | None:
    """What ends the duty to hold the interview: the first interview, or the child's refusal when they had been asked
    often enough (MIS14: refusals are recorded, after attempts). Whichever came first.
    """
    asked = sorted(offers, key=_when)
    refused = [
        Ending(offer.entry_id, offer.at)
        for count, offer in enumerate(asked, start=1)
        if offer.answer == DECLINED and count >= asked_often
    ]
    return min([*held, *refused[:1]], key=_when, default=None)


def _when(offered: Offered | Ending) -> tuple[datetime, int]:
    return offered.at, offered.entry_id


@dataclass(frozen=True)
class Independence:
    is_independent: bool
    why: str


def is_independent(
    *, is_allocated: bool, is_in_their_team: bool, lives_with_or_works_where_they_live: bool = False
) -> Independence:
    """Whether the interviewer is independent of the child's placement and of the council's care of the child (MIS14)."""
    if lives_with_or_works_where_they_live:
        return Independence(False, "They live with the child or work where the child lives.")
    if is_allocated:
        return Independence(False, "They are the child’s own worker.")
    if is_in_their_team:
        return Independence(False, "They are in the team that works with the child.")
    return Independence(True, "They neither work with the child nor where the child lives.")


# The quality test: eight questions, 0 to 4 each.
RUBRIC = {
    "timely": "Was it in time?",
    "own_account": "Is it the child’s own account?",
    "push_and_pull": "Does it explore what pushed and what pulled?",
    "wider_risk": "Does it look at the child’s life and not only at the incident?",
    "others_found": "Does it find other children, people and places?",
    "actions": "Is it clear what follows, by whom and when?",
    "fed_into_plan": "Has it reached the risks and the safety plan?",
    "shared": "Was it shared promptly, with the child’s agreement?",
}
SCORES = [("0", "0: not at all"), ("1", "1: weak"), ("2", "2: fair"), ("3", "3: good"), ("4", "4: very good")]
FULL_MARKS = 4 * len(RUBRIC)


def total(scores: Mapping[str, int]) -> int:
    """Out of FULL_MARKS. Raises KeyError when a question has no score."""
    return sum(scores[name] for name in RUBRIC)


@dataclass(frozen=True)
class Account:
    """What the checks below look at."""

    own_words: str
    push: Collection[str]
    pull: Collection[str]
    harm: str
    safeguarding_referral: bool | None
    alone: bool | None
    analysis: str
    safety_tips: str
    hear_back: str


def gaps(account: Account) -> list[str]:
    """What readers of return interviews most often miss in them. Advice for whoever wrote it: none of it stops anything."""
    advice = [
        (
            account.harm and not account.safeguarding_referral,
            "They spoke of harm, and no referral is recorded.",
        ),
        (not account.own_words, "There is nothing in the child’s own words."),
        (not account.push and not account.pull, "It does not say what pushed or pulled them."),
        (not account.analysis, "It does not say what this means for the child beyond this time."),
        (not account.safety_tips, "It does not say that they were told how to stay safe and whom to ring."),
        (account.alone is False, "Somebody else was there: think whether to offer them time alone."),
        (not account.hear_back, "It does not say how they want to hear what comes of it."),
    ]
    return [words for is_missing, words in advice if is_missing]


# Words that lay what was done to a child at the child's door, and what to write. Advice; never a block.
LANGUAGE = {
    "puts themselves at risk": "Say what somebody does to them, or what makes a place unsafe for them.",
    "puts herself at risk": "Say what somebody does to her, or what makes a place unsafe for her.",
    "puts himself at risk": "Say what somebody does to him, or what makes a place unsafe for him.",
    "putting themselves at risk": "Say what somebody does to them, or what makes a place unsafe for them.",
    "lifestyle choice": "Say what they are offered, made to do or kept from.",
    "promiscuous": "Say what was done to them: a child cannot consent to their own exploitation.",
    "drug runner": "Say who makes them carry or sell drugs.",
    "drug dealer": "For a child, say who makes them carry or sell drugs.",
    "older boyfriend": "Say the age of the adult, and that the child calls them a boyfriend.",
    "sexual activity with": "Say that they were abused by, and by whom.",
    "streetwise": "Say what they do to keep safe, and from whom.",
    "attention seeking": "Say what they are trying to tell.",
    "attention-seeking": "Say what they are trying to tell.",
    "manipulative": "Say what they did, and what they may need.",
    "absconded": "Say went missing, or left.",
    "absconding": "Say going missing, or leaving.",
    "failed to engage": "Say what was offered, when, and what kept them from it.",
    "refuses to engage": "Say what was offered, when, and what keeps them from it.",
    "refused to engage": "Say what was offered, when, and what kept them from it.",
    "consented to": "Think whether a child could: say what they were made to do.",
    "mature for": "Say how old they are.",
}


def language_prompts(text: str) -> list[tuple[str, str]]:
    """(the words found, what to write instead), in the order of the list. For what workers write; never for what a
    child said.
    """
    plain = " ".join(text.casefold().replace("’", "'").split())
    return [(words, instead) for words, instead in LANGUAGE.items() if words in plain]
