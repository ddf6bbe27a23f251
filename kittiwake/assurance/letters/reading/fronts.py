"""What stands on the front of a letter: of what kind it is, and of which council."""

from __future__ import annotations

import re
from datetime import date

from kittiwake.assurance.letters import rules

SHORT_VISIT = 7  # days from the first to the last. Source: ILACS: a short inspection is one week on site, a standard one two
_KINDS = (
    (re.compile(r"joint targeted area inspection|\bJTAI\b", re.IGNORECASE), rules.JOINT),
    (re.compile(r"monitoring visit", re.IGNORECASE), rules.MONITORING),
    (re.compile(r"(?:focused )?assurance visit", re.IGNORECASE), rules.ASSURANCE),
    (re.compile(r"focused visit", re.IGNORECASE), rules.FOCUSED),
    (re.compile(r"short inspection", re.IGNORECASE), rules.SHORT),
    (re.compile(r"standard inspection", re.IGNORECASE), rules.STANDARD),
    (
        re.compile(
            r"Review of the effectiveness of the Local Safeguarding|children looked after and care leavers",
            re.IGNORECASE,
        ),
        rules.SINGLE,
    ),
)
_SUMMARISES = re.compile(
    r"\bThis (?:letter|report) (?:summarises|outlines|sets out|contains|is)\b[^.]*", re.IGNORECASE
)
_INSPECTION = re.compile(r"\bInspection of\b", re.IGNORECASE)
_NOT_A_NAME = r"(?: (?:local authority|Local Authority))?(?:’s|'s)? ?(?:children’s|children's|Children’s) (?:social care )?services"
_COUNCILS = (
    re.compile(rf"(?:Inspection|Monitoring visit|Focused visit|Assurance visit|Short inspection)s? (?:of|to|at) (?:the )?(?P<name>(?!children|services)[A-Z][\w’ .,&-]{{2,80}}?){_NOT_A_NAME}", re.IGNORECASE),
    re.compile(r"^\W*(?P<name>[A-Z][\w’ .,&-]{2,80}?) (?:Joint targeted area )?Inspection of (?:children’s social care services|services for children)"),
    re.compile(r"[Jj]oint targeted area inspection of (?:the )?(?P<name>[A-Z][\w’ &-]{2,60}?)(?= (?:Inspection|on|between|from|local|Dear|Headline|Summary|This)\b|[:.,]|$)"),
    re.compile(r"(?:visit|inspection)(?: of (?:children’s services|services) in)?(?: to| of| in) (?:the )?(?P<name>[A-Z][\w’ &-]{2,60}?)(?:{0})?(?= (?:children’s|on|between|from|local|in)\b|[:.,]|$)".replace("{0}", _NOT_A_NAME)),
)  # fmt: skip


def kind_of(front: str, opening: str, first: date | None, last: date | None, has_grades: bool) -> str:
    """As it says itself; an inspection that says no more is short or standard by how long it took."""
    says = _SUMMARISES.search(opening)
    for text in (front, says[0] if says else ""):
        for words, kind in _KINDS:
            if words.search(text):
                return kind
    if not has_grades or not _INSPECTION.search(front):
        return rules.OTHER
    is_short = first and last and (last - first).days < SHORT_VISIT
    return rules.SHORT if is_short else rules.STANDARD


def council_of(front: str, opening: str) -> str:
    for words in _COUNCILS:
        for text in (front, opening):
            if named := words.search(text):
                return re.sub(r"\s+(?:local authority)$", "", named["name"].strip(" ,."))
    return ""
