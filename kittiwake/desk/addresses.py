"""Addresses of pages in areas that may not be installed."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse


def address(name: str, *args: object) -> str:
    """The address of a page by its URL name; empty when no installed area has it."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return ""


def page_of_entry(kind: str, pk: int) -> str:
    """The page of an entry, by its kind: missing.episode is missing:episode."""
    return address(kind.replace(".", ":"), pk)
