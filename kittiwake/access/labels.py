"""The log of reading in plain words. It keeps short names, which never change; what they are called here may."""

from __future__ import annotations

from kittiwake.accounts.roles import Role
from kittiwake.areas.area import pages
from kittiwake.areas.pages import in_plain_words

KINDS = {
    "view": "Opened",
    "list": "In a list",
    "search": "In search results",
    "print": "Printed",
    "export": "Exported",
    "refused": "Asked to open it and was refused",
    "break_glass": "Asked to open it without being on the list",
}

WHY = {
    "allocated": "Allocated to them",
    "team": "With their team",
    "whole service": "Their role sees the whole service",
    "named": "Named for this restricted record",
    "invited": "Let in",
    "duty": "Has a duty to this child",
    "break_glass": "Opened without being on the list",
    "to_one": "Let in to one meeting",
    "themselves": "It is their own record",
    "recorded today": "Put this child on the record that day",
    "refused": "Was not shown it",
    "just ended": "Their access ended while they were reading",
    "no longer": "Their access ended while they were reading",
    "": "In a list",
}


def page_name(name: str) -> str:
    """As its area calls it; a page that is no more, by the name the log has kept."""
    if page := pages().get(name):
        return page.called
    return in_plain_words(name) or "Page not known"


def kind_of_reading(what: str) -> str:
    return KINDS.get(what, what.replace("_", " ").capitalize())


def why_words(why: str) -> str:
    return WHY.get(why, why.replace("_", " ").capitalize())


def role_name(role: str) -> str:
    return Role(role).label if role in Role.values else role
