"""A code on paper, written as those of young people's own pages are; and what is kept of it."""

from __future__ import annotations

from django.utils.crypto import salted_hmac

from kittiwake.practice.own_pages.rules import in_groups, new_code, parts_of

__all__ = ["digest_of", "in_groups", "new_code"]  # 12 of 30 letters: nobody finds one by trying


def digest_of(typed: str) -> str:
    """Made with the secret of this machine: whoever has the database cannot try codes on it. Empty for what cannot be one."""
    parts = parts_of(typed)
    return (
        salted_hmac("kittiwake.feedback.slips", "".join(parts), algorithm="sha256").hexdigest()
        if parts
        else ""
    )
