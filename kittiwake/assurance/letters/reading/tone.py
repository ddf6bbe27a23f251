"""How one sentence is read: a strength, a shortfall, or neither, and the words that decided it.

In this order: what a turn word sets aside does not count; good news with a negative word in it is no shortfall; a word of shortfall
in what is left decides; a sentence that only follows from the one before is read as that one; what is only told is neither; and a
finding with nothing against it is a strength, because inspectors' plain register is praise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kittiwake.assurance.letters import rules
from kittiwake.assurance.letters.reading.cues import GOOD_NEWS, NEUTRAL, SHORTFALL, STRENGTH

Span = tuple[int, int]
MOST_SHOWN = 4  # words that speak for a strength

# "Although A, B": B is the point. "A, but B": B is. Whatever is said before a main clause of its own is set aside.
_AHEAD = re.compile(
    r"^(?:(?:However|Overall|Positively|In addition), )?(?:Although|While|Whilst|Though|Despite|In spite of|Notwithstanding|Where|When|Whenever|If|Since|Following|Until)\b(?P<aside>[^;]*?), (?!(?:and|or|which|who|whose|including|such|particularly|especially|so|as|for|with|both|also|in particular|if|when|where)\b)(?=\S)",
)
_TURN = re.compile(
    r"(?<= )(?:(?:but|however)\b(?! (?:also|not only))(?=[ ,])|(?<=, )yet (?!to\b))", re.IGNORECASE
)
_BEHIND = re.compile(r",? (?:although|though|while|whilst|despite|even though)\b", re.IGNORECASE)
_HOWEVER = re.compile(r"^(?:However|Nevertheless|Nonetheless|But|Conversely|In contrast)\b")
_LISTS = re.compile(r"^(?:This|These|It|They) (?:also )?includes?\b")
_FOLLOWS = re.compile(
    r"^(?:As a (?:result|consequence)|Consequently|Therefore|Subsequently|For example|In particular|(?:This|These|It|Such \w+|That)(?: \w+){0,2}? (?:also |sometimes |often |then |further )?(?:means?|meant|leads?|led|results?|resulted|includes?|included|contributes?|contributed|was|were|is|has|have|causes?|caused|makes?|made|leaves?|impacts?|affects?|creates?)|Some of these|A (?:very )?small number of (?:cases|these))\b"
)


@dataclass(frozen=True)
class Tone:
    """`deciding`: where in the sentence the words stand that decided."""

    reading: str
    deciding: tuple[Span, ...] = ()


def tone_of(sentence: str, before: str = "") -> Tone:
    """`before`: how the sentence before it in the same paragraph is read."""
    if sentence.endswith(":"):
        return Tone(rules.NEUTRAL)  # it opens a list
    text, turns = _what_counts(sentence)
    against = _found(SHORTFALL, _without_good_news(text))
    if against:
        return Tone(rules.SHORTFALL, tuple(sorted([*turns, *against])))
    speaks_for = _found(STRENGTH, text)[:MOST_SHOWN]
    if follows := _by_the_one_before(sentence, before, bool(speaks_for)):
        return follows
    if not speaks_for and (told := _found(NEUTRAL, sentence)):
        return Tone(rules.NEUTRAL, tuple(told))
    return Tone(rules.STRENGTH, tuple(sorted([*turns, *speaks_for])))


def _what_counts(sentence: str) -> tuple[str, list[Span]]:
    """The sentence with what is set aside blanked out, and the turn words that set it aside."""
    turns: list[Span] = []
    text = sentence
    if (ahead := _AHEAD.match(text)) and not _BEHIND.match(text[ahead.end() - 1 :]):
        turns.append((0, ahead.start("aside")))
        text = _blank(text, 0, ahead.end())
    for turn in _TURN.finditer(text):
        if text[: turn.start()].strip():
            turns.append(turn.span())
            text = _blank(text, 0, turn.end())
    return text, turns


def _without_good_news(text: str) -> str:
    for pattern in GOOD_NEWS:
        for match in pattern.finditer(text):
            text = _blank(text, *match.span())
    return text


def _by_the_one_before(sentence: str, before: str, has_praise: bool) -> Tone | None:
    """A consequence is read as its cause; "However" turns what was said, where nothing in the sentence says more."""
    if turn := _HOWEVER.match(sentence):
        turned = {rules.STRENGTH: rules.SHORTFALL, rules.SHORTFALL: rules.STRENGTH}
        return Tone(turned.get(before, rules.SHORTFALL), (turn.span(),))
    follows = _LISTS.match(sentence) or (not has_praise and _FOLLOWS.match(sentence))
    if follows and before == rules.SHORTFALL:
        return Tone(before, (follows.span(),))
    return None


def _found(words: re.Pattern[str], text: str) -> list[Span]:
    return [match.span() for match in words.finditer(text)]


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]
