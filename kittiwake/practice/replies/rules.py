"""Whether a 13-year-old would follow what is written, and when they should have been told. Words in, advice out.

Advice, never a block: a worker knows the child. Sources: GOV.UK content design (sentences of at most 25 words; plain
words), read November 2026; the list is what services say to each other and children have asked them not to. The time
limit is `local`: a default a council may change.
"""

from __future__ import annotations

import re

from kittiwake.primitives.clocks.rules import Standard, working_days

TOLD = Standard(
    key="replies.told",
    title="Child told what happens next",
    within=working_days(5),
    source="Local: a child hears back within 5 working days of the interview",
    local=True,
)
LONGEST_SENTENCE = 20  # words; a few fewer than for adults
MEANS = [
    ("in_person", "In person"),
    ("phone", "By phone"),
    ("message", "By message"),
    ("letter", "By letter"),
    ("online", "On their own page"),
    ("through_somebody", "Through somebody they trust"),
]
HAPPENED = [
    ("yes", "Yes, it has happened"),
    ("not_yet", "Not yet"),
    ("no", "No, and it will not"),
]

# What services say: what to say instead.
PLAIN = {
    "multi-agency": "everyone who is helping you",
    "safeguarding": "keeping you safe",
    "safeguard": "keep you safe",
    "risk assessment": "how safe you are",
    "strategy meeting": "a meeting about keeping you safe",
    "exploitation": "people using you",
    "exploited": "used by somebody",
    "perpetrator": "the person who hurt you",
    "disclosed": "told us",
    "disclosure": "what you told us",
    "placement": "where you live",
    "contact": "seeing or talking to",
    "care plan": "the plan for looking after you",
    "statutory": "that the law says we must do",
    "intervention": "help",
    "engage": "talk with us",
    "engagement": "talking with us",
    "absconded": "went missing",
    "absconding": "going missing",
    "return home interview": "our talk after you came back",
    "return interview": "our talk after you came back",
    "professional": "somebody whose job is to help",
    "professionals": "people whose job is to help",
    "implement": "do",
    "facilitate": "help",
    "in due course": "the day it will happen",
    "ascertain": "find out",
    "appropriate": "right for you",
    "referral": "asking another service to help",
    "escalate": "tell a manager",
    "mitigate": "make less likely",
    "police intelligence": "what we tell the police",
    "CSE": "being used for sex",
    "CCE": "being made to break the law",
    "MACE": "a meeting about keeping you safe",
    "NRM": "a way to get help if somebody used you",
    "RHI": "our talk after you came back",
    "LAC": "looked after by the council",
}
_WORDS = sorted(PLAIN, key=len, reverse=True)
_HARD = re.compile("|".join(rf"\b{re.escape(word)}\b" for word in _WORDS), re.IGNORECASE)
_LOWER = {word.lower(): word for word in PLAIN}


def hard_words(text: str) -> list[tuple[str, str]]:
    """(word, what to say instead) for each that a child may not follow, in the order they first stand there."""
    words = dict.fromkeys(_LOWER[match.lower()] for match in _HARD.findall(text))
    return [(word, PLAIN[word]) for word in words]


def long_sentences(text: str) -> list[str]:
    """Sentences of more than 20 words. A line end ends a sentence too, because lists are written in lines."""
    sentences = [sentence.strip() for sentence in re.split(r"(?<=[.!?])\s+|\n+", text)]
    return [sentence for sentence in sentences if len(sentence.split()) > LONGEST_SENTENCE]


def promises(will_do: str) -> list[str]:
    """What they were told will happen, one line for each."""
    return [line.strip() for line in will_do.splitlines() if line.strip()]
