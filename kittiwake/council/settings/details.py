"""Each detail a council says of itself: what it is called, where it is shown, what it is until it is set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kittiwake.areas.area import declared
from kittiwake.council.settings import rules


@dataclass(frozen=True)
class Detail:
    """`shown` says where people read it. `wrong` answers with a sentence where a value cannot be kept."""

    key: str
    title: str
    shown: str
    hint: str = ""
    default: str = ""
    wrong: Callable[[str], str] = rules.never_wrong
    has_lines: bool = False
    is_lower: bool = False

    @property
    def slug(self) -> str:
        return self.key.replace("_", "-")

    def tidied(self, value: str) -> str:
        """As it is kept: no spaces around a line, no empty line."""
        lines = (" ".join(line.split()) for line in value.splitlines())
        tidy = "\n".join(line for line in lines if line)
        return tidy.lower() if self.is_lower else tidy


@cache
def details() -> dict[str, Detail]:
    return {detail.key: detail for detail in declared(Detail)}


NAME = Detail(
    "name",
    "Name of the council",
    "At the top and the foot of every page, and on letters",
    wrong=rules.wrong_name,
)
CODE = Detail(
    "la_code",
    "Code of the council in statistical returns",
    "Decides whether a home is outside the council’s area",
    hint="The three digits the Department for Education knows it by. 000 is nobody’s.",
    default="000",
    wrong=rules.wrong_code,
)
COLOUR = Detail(
    "colour",
    "Colour",
    "Behind the council’s name at the top of every page, and lighter around it",
    hint="Like #00507a. White words have to be readable on it. Leave it empty for that of Kittiwake.",
    wrong=rules.wrong_colour,
    is_lower=True,
)
TELEPHONE = Detail(
    "telephone",
    "Telephone number",
    "At the foot of every page, and on what a child is told",
    hint="Leave it empty if there is none.",
    wrong=rules.wrong_number,
)
OUT_OF_HOURS = Detail(
    "out_of_hours",
    "Telephone number out of hours",
    "At the foot of every page, and on what a child is told",
    hint="For the evening, the night and the weekend. Leave it empty if there is none.",
    wrong=rules.wrong_number,
)
HELPLINES = Detail(
    "helplines",
    "Helplines that a child may ring",
    "On what a child is told, and on their own page",
    hint="Free, and open day and night. Each on a line of its own: name, colon, number.",
    default="Missing People: 116 000\nChildline: 0800 1111",
    wrong=rules.wrong_helplines,
    has_lines=True,
)
ADDRESS = Detail(
    "address",
    "Address",
    "On letters",
    hint="As on an envelope. Leave it empty if there is none.",
    has_lines=True,
)

DETAILS = [NAME, CODE, COLOUR, TELEPHONE, OUT_OF_HOURS, HELPLINES, ADDRESS]
