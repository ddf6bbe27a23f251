"""What people paste, made plain: and the one refusal that every check in this package raises."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
DASHES = re.compile("[\u2010-\u2015\u2212]")


class NotValid(ValueError):
    """What was typed cannot be right. The message is one plain sentence, and never repeats what was typed."""


def tidy(text: str) -> str:
    """Wide, odd-dashed and invisible characters made ordinary; the ends trimmed; runs of space made one."""
    plain = DASHES.sub("-", INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))
    return " ".join(plain.split())


def compact(text: str) -> str:
    """Tidied, in capitals, without spaces, dots or hyphens: how a number is stored."""
    return re.sub(r"[ .\-]", "", tidy(text)).upper()
