"""What a detail of the council may look like. Each answers with one sentence, or with nothing where it holds. Pure."""

from __future__ import annotations

import re

# WCAG 2.2, success criterion 1.4.3, level AA: words against their background. The council's name is white on its colour.
LEAST_CONTRAST = 4.5
COLOUR = re.compile(r"#[0-9a-f]{6}")
NUMBER = re.compile(r"\+?[0-9 ]+")
DIGITS = range(3, 16)  # 999, 116 000; E.164 allows 15
LONGEST_NAME = 60
TINT, LINE = (
    0.06,
    0.4,
)  # of the colour: behind the navigation and the foot of a page, and the lines around them


def wrong_name(value: str) -> str:
    if not value:
        return "Enter the council’s name."
    return f"Enter a name of {LONGEST_NAME} characters or fewer." if len(value) > LONGEST_NAME else ""


def wrong_code(value: str) -> str:
    return (
        "" if re.fullmatch(r"[0-9]{3}", value) else "Enter three digits, as in the statistical returns: 812."
    )


def wrong_colour(value: str) -> str:
    """None is the service's own."""
    if not value:
        return ""
    if not COLOUR.fullmatch(value):
        return "Enter a # and six of the signs 0 to 9 and a to f, like #00507a."
    contrast = contrast_with_white(value)
    if contrast < LEAST_CONTRAST:
        return (
            f"White words on {value} have a contrast of {contrast:.1f} to 1, and people with poor sight need {LEAST_CONTRAST} to 1. "
            "Choose a darker colour."
        )
    return ""


def contrast_with_white(colour: str) -> float:
    """WCAG 2.2, “contrast ratio” and “relative luminance”."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def mixed_with_white(colour: str, part: float) -> str:
    """So much of the colour, the rest white: for what stands behind words, and for lines."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - each) * part):02x}" for each in parts)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def wrong_number(value: str) -> str:
    """None is not shown."""
    return (
        ""
        if not value or _is_number(value)
        else f"{value} is no telephone number. Enter one like 01632 960 001."
    )


def _is_number(value: str) -> bool:
    return bool(NUMBER.fullmatch(value)) and sum(letter.isdigit() for letter in value) in DIGITS


def wrong_helplines(value: str) -> str:
    """A line each: name, colon, number."""
    if not value:
        return "Enter at least one: a child who is in danger at night has to have somebody to ring."
    for line in value.splitlines():
        name, colon, number = line.rpartition(":")
        if not (colon and name.strip() and _is_number(number.strip())):
            return f"Write each on a line of its own, like “Childline: 0800 1111”. This one is not: {line.strip()}"
    return ""


def read_helplines(value: str) -> tuple[tuple[str, str], ...]:
    lines = (line.rpartition(":") for line in value.splitlines() if line.strip())
    return tuple((name.strip(), number.strip()) for name, _, number in lines)


def never_wrong(value: str) -> str:
    return ""
