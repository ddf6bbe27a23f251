"""Ways to reach a person: phone numbers and names on social media and games."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kittiwake.record.identifiers.patterns import Likeness, compare, known_characters
from kittiwake.record.identifiers.tidy import NotValid, tidy

UK = "44"
LEAST_KNOWN = 3
LONGEST = 15  # digits, by the international standard (E.164)

PLATFORMS = {
    "discord": "Discord",
    "facebook": "Facebook",
    "instagram": "Instagram",
    "playstation": "PlayStation",
    "roblox": "Roblox",
    "signal": "Signal",
    "snapchat": "Snapchat",
    "steam": "Steam",
    "telegram": "Telegram",
    "tiktok": "TikTok",
    "whatsapp": "WhatsApp",
    "x": "X (Twitter)",
    "xbox": "Xbox",
    "youtube": "YouTube",
    "other": "Another app or site",
}
NAMED_BY_PHONE = {"signal", "whatsapp"}
HANDLE_LENGTH = 64
BEFORE_A_NAME = {"add", "c", "id", "profiles", "u", "user", "users"}


@dataclass(frozen=True, slots=True)
class Handle:
    platform: str
    name: str


def phone(text: str) -> str:
    """A phone number as +447700900123, or a pattern when only part is known.

    `07700 900???` and `07700 9` become `+447700900???` and `+4477009*`; digits from nowhere in particular (`900 123`)
    become `*900123*`. A number from a spreadsheet that lost its first 0 gets it back. Extensions are dropped.
    """
    value = re.sub("^00", "+", _phone_characters(text))
    if known_characters(value.removeprefix("+")) < LEAST_KNOWN:
        raise NotValid(f"Give at least {LEAST_KNOWN} numbers of the phone number, and ? for those not known.")
    if value.startswith("+"):
        return _from_start(value[1:])
    if value.startswith("0"):
        return _from_start(UK + value[1:])
    if re.fullmatch("[1237][0-9]{9}", value):
        return _from_start(UK + value)
    if re.fullmatch("44[1-9][0-9]{9}", value):
        return _from_start(value)
    if len(value) > LONGEST:
        raise NotValid(f"A phone number has {LONGEST} numbers at most; this has {len(value)}.")
    return re.sub(r"\*+", "*", f"*{value}*")


def compare_phones(one: str, other: str) -> Likeness:
    """Both in the form that `phone` gives."""
    return compare(one, other)


def display_phone(value: str) -> str:
    """A British number as people here write it; any other as stored."""
    if not re.fullmatch(r"\+44[0-9]{10}", value):
        return value
    national = "0" + value[3:]
    if national.startswith("02"):
        return f"{national[:3]} {national[3:7]} {national[7:]}"
    if re.match("011|01[0-9]1|03|08", national):
        return f"{national[:4]} {national[4:7]} {national[7:]}"
    return f"{national[:5]} {national[5:]}"


def handle(platform: str, text: str) -> Handle:
    """A name on a platform, from `@Name`, `name` or the address of its page. Small letters, because none tells
    two people apart by capitals. WhatsApp and Signal go by phone number.
    """
    if platform not in PLATFORMS:
        raise NotValid("Choose the app or site from the list, or “Another app or site”.")
    if platform in NAMED_BY_PHONE:
        return Handle(platform, phone(text))
    name = _name_in(tidy(text)).lstrip("@").casefold()
    if not name:
        raise NotValid("Enter the name used on the app or site.")
    if len(name) > HANDLE_LENGTH or not re.fullmatch(r"[^\s/<>\"]+( [^\s/<>\"]+)*", name):
        raise NotValid(
            f"A name on an app or site has up to {HANDLE_LENGTH} letters, numbers and marks such as . _ or -."
        )
    return Handle(platform, name)


def _phone_characters(text: str) -> str:
    value = re.split(r"(?i)\s*(?:ext(?:ension)?|x)\.?\s*[0-9]+$", tidy(text).removeprefix("tel:"))[0]
    value = re.sub(r"(?<=[0-9 ])\(0\)", "", value)
    value = re.sub(r"[ ()./\-]", "", value)
    if not re.fullmatch(r"\+?[0-9?*]+", value):
        raise NotValid("A phone number has numbers only; put ? for one that is not known.")
    return re.sub(r"\*+", "*", value)


def _from_start(digits: str) -> str:
    """A number whose beginning is known; it is partial when it is too short to be whole."""
    if len(digits) > LONGEST or (digits.startswith(UK) and len(digits) > len(UK) + 10):
        raise NotValid("The phone number has too many numbers: enter one number at a time.")
    whole = "*" in digits or len(digits) >= _least_length(digits)
    return f"+{digits}" if whole else f"+{digits}*"


def _least_length(digits: str) -> int:
    if not digits.startswith(UK):
        return 8
    # After the 0 there are ten digits; but nine in a few old places, and seven in the oldest free numbers.
    national = digits.removeprefix(UK)
    if national.startswith("800"):
        return len(UK) + 7
    return len(UK) + (9 if national.startswith("1") else 10)


def _name_in(text: str) -> str:
    """The name in the address of a profile page, or the text itself."""
    address = re.fullmatch(r"(?i)(?:https?://)?(?:[a-z0-9\-]+\.)+[a-z]{2,}/(.+)", text)
    if not address:
        return text
    number = re.search(r"profile\.php\?(?:.*&)?id=([0-9]+)", address[1])
    if number:
        return number[1]
    parts = [part for part in re.split("[?#]", address[1])[0].split("/") if part]
    if len(parts) > 1 and parts[0].lower() in BEFORE_A_NAME:
        return parts[1]
    return parts[0] if parts else ""
