"""Names made comparable, and names from lists in capitals made fit to show.

Two different jobs. `parts` throws away what people write differently (case, accents, hyphens, apostrophes) and is
never shown. `display_name` restores the capitals a list took away, and never touches a name somebody typed in full.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that are not an ordinary letter with a mark on it, and so do not come apart on their own.
PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})
APOSTROPHES = re.compile("['’‘ʻʼ`´′]")
WORDS = re.compile(r"[^\W_]+")  # letters and digits of any script
MAC = re.compile("^mac(?=[a-z]{3})")
PREFIXES = {"mc", "mac", "o"}
INITIALS = re.compile("[A-Z]J")  # AJ, TJ, JJ: a first name, in capitals by right

# Surnames that most bearers write with a capital after Mac. Machin, Mackie, Macey and the rest are left alone.
AFTER_MAC = frozenset(
    [
        "allister",
        "alister",
        "arthur",
        "askill",
        "aulay",
        "beth",
        "bride",
        "callum",
        "cormack",
        "donald",
        "dougall",
        "duff",
        "ewan",
        "fadyen",
        "farlane",
        "gregor",
        "innes",
        "intyre",
        "iver",
        "kay",
        "kenzie",
        "kinnon",
        "lachlan",
        "laren",
        "lean",
        "leod",
        "millan",
        "nab",
        "nair",
        "namara",
        "naughton",
        "neil",
        "niven",
        "phee",
        "pherson",
        "queen",
        "rae",
        "tavish",
    ]
)
PARTICLES = frozenset({"da", "de", "del", "den", "der", "di", "dos", "du", "la", "le", "van", "von"})


@lru_cache(maxsize=100_000)
def parts(text: str) -> tuple[str, ...]:
    """The words of a name for comparing: 'O’Brien-Łukasz' and 'OBRIEN LUKASZ' give the same."""
    plain = text.casefold()
    if not plain.isascii():
        plain = _unmarked(plain)
    words = WORDS.findall(APOSTROPHES.sub("", plain))
    return tuple(_loosened(word) for word in _joined(words))


def _unmarked(text: str) -> str:
    """With no marks on its letters."""
    apart = unicodedata.normalize("NFKD", text.translate(PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(PLAIN)


def display_name(text: str) -> str:
    """'MCDONALD-SMITH' becomes 'McDonald-Smith'. A word that already mixes capitals and small letters stays."""
    words = unicodedata.normalize("NFKC", text).split()
    shown = [_cased(word) for word in words]
    lower = [word.lower() in PARTICLES for word in words]
    for at, word in enumerate(words):
        # One particle is a matter of family custom (De Souza, Van Dijk); two together are written small.
        beside = lower[at] and ((at > 0 and lower[at - 1]) or (at + 1 < len(words) and lower[at + 1]))
        if beside and not _is_mixed(word):
            shown[at] = word.lower()
    return " ".join(shown)


def split_name(text: str) -> tuple[str, str]:
    """Forenames and surname, in display case, from 'SMITH, Aisha Jane', 'SMITH Aisha' or 'Aisha Jane Smith'."""
    before, comma, after = text.partition(",")
    if comma:
        return display_name(after), display_name(before)
    words = text.split()
    capitals = [len(word) > 1 and word.isupper() and not INITIALS.fullmatch(word) for word in words]
    if capitals[:1] == [True] and not all(capitals):
        first_small = capitals.index(False)
        return display_name(" ".join(words[first_small:])), display_name(" ".join(words[:first_small]))
    start = _start_of_surname(words)
    return display_name(" ".join(words[:start])), display_name(" ".join(words[start:]))


def _joined(words: list[str]) -> list[str]:
    """'mc donald' and 'o brien' as one word, however they were spaced."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in PREFIXES:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _loosened(word: str) -> str:
    if word == "saint":
        return "st"
    return MAC.sub("mc", word)


def _cased(word: str) -> str:
    if _is_mixed(word) or INITIALS.fullmatch(word):
        return word
    return "-".join(_cased_part(part) for part in word.split("-"))


def _cased_part(part: str) -> str:
    apostrophe = APOSTROPHES.search(part)
    # O'Brien, D'Souza, N'Dour; but Sha'nia.
    if apostrophe and apostrophe.start() == 1:
        return part[:2].upper() + _cased_part(part[2:])
    small = _small(part)
    if small.startswith("mc") and len(small) > 3:
        return "Mc" + _capital(part[2:])
    if small.startswith("mac") and small[3:] in AFTER_MAC:
        return "Mac" + _capital(part[3:])
    return _capital(part)


def _capital(part: str) -> str:
    first = part[:1] if part[:1].isupper() else part[:1].title()
    return first + _small(part[1:])


def _small(part: str) -> str:
    # Python lower-cases the Turkish İ of İBRAHİM to an i with a loose dot.
    return part.replace("İ", "i").lower()


def _is_mixed(word: str) -> bool:
    return not (word.isupper() or word.islower())


def _start_of_surname(words: list[str]) -> int:
    """The last word, with the particles and prefixes that belong to it."""
    start = max(len(words) - 1, 0)
    while start > 1 and words[start - 1].lower() in PARTICLES | PREFIXES:
        start -= 1
    return start
