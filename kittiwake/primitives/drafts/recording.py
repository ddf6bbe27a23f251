"""Keeping what somebody is typing, and letting go of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from kittiwake.accounts.models import User
from kittiwake.primitives.drafts.models import Draft
from kittiwake.record.models import Child
from kittiwake.ui.giving_back import MARK

Typed = Mapping[str, Sequence[str]]
# What a form carries besides the answers.
NOT_ANSWERS = {"csrfmiddlewaretoken", "once", "later", MARK}
NEVER_STORED = "\x00"  # the database has no place for it in text


def keep(user: User, child: Child, occasion: str, fields: Typed, *, at: datetime) -> Draft:
    """What is in the form at this moment, in place of what was kept before.

    `fields` is {name: [values]} as the browser sent them; `occasion` is the form and what it is about, such as
    "return_interviews.interview:812". A draft nobody typed anything into is kept as well: they may have rubbed it out.
    """
    typed = {
        name: [value.replace(NEVER_STORED, "") for value in values]
        for name, values in fields.items()
        if name not in NOT_ANSWERS
    }
    draft, _ = Draft.objects.update_or_create(
        user=user, child=child, occasion=occasion, defaults={"fields": typed, "saved_at": at}
    )
    return draft


def latest(user: User, child: Child, occasion: str) -> Draft | None:
    """What this person had typed on this occasion; nobody sees another's draft."""
    return Draft.objects.filter(user=user, child=child, occasion=occasion).first()


def forget(user: User, child: Child, occasion: str) -> None:
    """It has been submitted: call inside the transaction that records it. Or it was thrown away."""
    Draft.objects.filter(user=user, child=child, occasion=occasion).delete()
