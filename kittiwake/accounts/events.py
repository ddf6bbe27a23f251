"""What can happen to accounts, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind

USER_ADDED = EventKind("accounts.user_added", "Added an account")
ROLE_CHANGED = EventKind("accounts.role_changed", "Changed the role of an account")
USER_ENDED = EventKind("accounts.user_ended", "Closed an account")
USER_ENDS = EventKind("accounts.user_ends", "Set the last day of an account")
FACTORS_FORGOTTEN = EventKind("accounts.factors_forgotten", "Removed second factors and single sign-on")

EVENTS = [
    USER_ADDED,
    ROLE_CHANGED,
    USER_ENDED,
    USER_ENDS,
    FACTORS_FORGOTTEN,
]
