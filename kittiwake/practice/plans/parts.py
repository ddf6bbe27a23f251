"""What a plan of each kind has to say, beside what every plan says. Each part names where it is asked for."""

from __future__ import annotations

from dataclasses import dataclass

from kittiwake.practice.plans import rules


@dataclass(frozen=True)
class Part:
    key: str
    title: str
    lacks: str  # ends the sentence "It does not say"
    source: str
    hint: str = ""


_CARE = "Care Planning Regulations 2010, reg 5"
_PATHWAY = "Care Planning Regulations 2010, Schedule 8"
_TOGETHER = "{working_together, chapter 3}"

_CHANGES = Part(
    "changes",
    "What must change, and by when?",
    "what must change for the child",
    _TOGETHER,
    "Outcomes for the child, each of which somebody could check.",
)
_HELP = Part("help", "Who gives which help?", "which services give which help", _TOGETHER)

PARTS: dict[str, list[Part]] = {
    rules.IN_NEED: [_CHANGES, _HELP],
    rules.PROTECTION: [
        _CHANGES,
        Part("family", "What is the family’s part?", "what the family and those around it do", _TOGETHER),
        Part("core_group", "Who is in the core group?", "who is in the core group", _TOGETHER),
    ],
    rules.OUTSIDE_HOME: [
        _CHANGES,
        Part("family", "What do parents and carers need from us?", "how parents are helped", _TOGETHER),
        Part("core_group", "Who is in the core group?", "who is in the core group", _TOGETHER),
        Part(
            "places",
            "What changes in the places and groups where harm happens?",
            "what changes in the places and groups where harm happens",
            _TOGETHER,
        ),
    ],
    rules.CARE: [
        Part(
            "upbringing",
            "What is the long-term plan?",
            "what the long-term plan is",
            f"{_CARE}(1)(a)",
            "The plan for permanence.",
        ),
        Part("health", "How are health needs met?", "how health needs are met", f"{_CARE}(1)(b)(i)"),
        Part(
            "education",
            "How are education and training needs met?",
            "how education needs are met",
            f"{_CARE}(1)(b)(ii)",
        ),
        Part(
            "feelings",
            "How is their emotional and behavioural development helped?",
            "how their emotional development is helped",
            f"{_CARE}(1)(b)(iii)",
        ),
        Part(
            "identity",
            "How is their identity kept?",
            "how their identity is kept",
            f"{_CARE}(1)(b)(iv)",
            "Religion, origin, culture and language.",
        ),
        Part(
            "relations",
            "Whom do they see of their family and friends?",
            "whom they see of family and friends",
            f"{_CARE}(1)(b)(v)",
        ),
        Part(
            "presentation",
            "How do they meet other people?",
            "how their social presentation is helped",
            f"{_CARE}(1)(b)(vi)",
        ),
        Part(
            "self_care",
            "How do they learn to look after themselves?",
            "how they learn to look after themselves",
            f"{_CARE}(1)(b)(vii)",
        ),
        Part(
            "placement",
            "Where do they live, and why there?",
            "where they live and why there",
            f"{_CARE}(1)(c)",
            "The placement plan.",
        ),
        Part(
            "reviewing_officer",
            "Who is their reviewing officer?",
            "who the reviewing officer is",
            f"{_CARE}(1)(d)",
        ),
        Part(
            "wishes",
            "What do the people who matter wish and feel?",
            "what the people who matter wish and feel",
            f"{_CARE}(1)(e)",
        ),
    ],
    rules.PATHWAY: [
        Part(
            "adviser", "Who is their personal adviser?", "who the personal adviser is", f"{_PATHWAY}, para 1"
        ),
        Part("support", "What support, and how often?", "what support there is", f"{_PATHWAY}, para 2"),
        Part("living", "Where will they live?", "where they will live", f"{_PATHWAY}, para 3"),
        Part(
            "education",
            "How do they go on learning or training?",
            "how they go on learning",
            f"{_PATHWAY}, para 4",
        ),
        Part(
            "work", "How are they helped into work?", "how they are helped into work", f"{_PATHWAY}, para 5"
        ),
        Part(
            "relations",
            "Who stands by them?",
            "who stands by them",
            f"{_PATHWAY}, para 6",
            "Family and friends, and how that is kept up.",
        ),
        Part(
            "skills",
            "What do they learn for living on their own?",
            "what they learn for living on their own",
            f"{_PATHWAY}, para 7",
        ),
        Part("money", "What money do they have?", "what money they have", f"{_PATHWAY}, para 8"),
        Part(
            "health",
            "How are health needs met, mind and body?",
            "how health needs are met",
            f"{_PATHWAY}, para 9",
        ),
    ],
    rules.DISRUPTION: [
        Part(
            "who_harms",
            "Which adults and places does this act on?",
            "which adults and places it acts on",
            "Home Office, Child exploitation disruption toolkit (2022)",
        ),
        Part(
            "lawful",
            "What lets us do it?",
            "what lets us do it",
            "Home Office, Child exploitation disruption toolkit (2022)",
            "Each power is kept in the register of tactics.",
        ),
    ],
}


def of(kind: str) -> list[Part]:
    return PARTS.get(kind, [])
