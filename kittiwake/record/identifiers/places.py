"""Codes that stand for a place or a provider: councils, postcodes, schools, homes.

Each check takes what was typed and gives back the form to store, or raises NotValid. Only the shape is checked
here; whether such a place exists is a question for the tables a council loads.
"""

from __future__ import annotations

import re

from kittiwake.record.identifiers.tidy import NotValid, compact

POSTCODE = re.compile("[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}|GIR0AA")
ONS_COUNCIL = re.compile("(E0[6-9]|E10|W06|S12|N09)[0-9]{6}")
HOME_URN = re.compile("SC[0-9]{6}|[0-9]{7}")
OTHER_INSPECTORATE = "XXXXXXX"

# Postcodes that the health service made up to stand for 'no address'. They are on no map.
NO_FIXED_ABODE = "ZZ99 3VZ"
ADDRESS_NOT_KNOWN = "ZZ99 3WZ"


def la_code(text: str) -> str:
    """The Department for Education's three-digit number of a council, such as 812."""
    value = compact(text)
    if not re.fullmatch("[0-9]{3}", value):
        raise NotValid("A council’s code has 3 numbers, such as 812.")
    return value


def ons_code(text: str) -> str:
    """The statistics office's nine-character code of a council, such as E06000012."""
    value = compact(text)
    if not ONS_COUNCIL.fullmatch(value):
        raise NotValid("A council’s statistics code is a letter and 8 numbers, such as E06000012.")
    return value


def postcode(text: str) -> str:
    """A postcode in capitals with its one space, as it is stored and shown."""
    value = compact(text)
    if POSTCODE.fullmatch(value):
        return f"{value[:-3]} {value[-3:]}"
    if not value:
        raise NotValid("Enter a postcode.")
    if any(POSTCODE.fullmatch(other) for other in _misread(value)):
        raise NotValid("Check the postcode: a letter O may be a number 0, or a letter I a number 1.")
    raise NotValid("Enter a full postcode, such as LS1 4AP.")


def bare_postcode(value: str) -> str:
    """Without its space, as the safeguarding dataset and the postcode directory write it."""
    return value.replace(" ", "")


def is_special_postcode(value: str) -> bool:
    """Whether it stands for 'no fixed abode', 'not known' or the like, and so has no place and no distance."""
    return value.startswith("ZZ99")


def urn(text: str) -> str:
    """The Ofsted number of a children's home or agency: SC and 6 digits, 7 digits, or XXXXXXX.

    XXXXXXX is what the return asks for when another inspectorate regulates the provider.
    """
    value = compact(text)
    if not (HOME_URN.fullmatch(value) or value == OTHER_INSPECTORATE):
        raise NotValid(
            "An Ofsted URN is SC and 6 numbers, or 7 numbers; use XXXXXXX for another inspectorate."
        )
    return value


def school_urn(text: str) -> str:
    value = compact(text)
    if not re.fullmatch("[1-9][0-9]{5}", value):
        raise NotValid("A school’s URN has 6 numbers, such as 100000.")
    return value


def laestab(text: str) -> str:
    """Council code and school number together, as 812/3525 or 8123525; stored as seven digits."""
    value = compact(text).replace("/", "")
    if not re.fullmatch("[1-9][0-9]{6}", value):
        raise NotValid("A school’s LAESTAB is the council’s 3 numbers and the school’s 4, such as 812/3525.")
    return value


def _misread(value: str) -> list[str]:
    """The value with one look-alike character changed, every way round."""
    swaps = {"O": "0", "0": "O", "I": "1", "1": "I", "L": "1"}
    return [value[:at] + swaps[c] + value[at + 1 :] for at, c in enumerate(value) if c in swaps]
