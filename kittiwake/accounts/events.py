"""What can happen to accounts, as history keeps it."""

from __future__ import annotations

from kittiwake.accounts.telling import themselves
from kittiwake.history.kinds import EventKind


def _of_accounts(what: str, title: str, *, is_told: bool = False) -> EventKind:
    """`is_told`: whose account it is hears of it at once, so that nobody is moved aside in silence."""
    tells = themselves if is_told else None
    return EventKind(f"accounts.{what}", title, is_administration=True, tells=tells)


USER_ADDED = _of_accounts("user_added", "Added an account")
ADDRESS_CHANGED = _of_accounts("address_changed", "Changed the name or address of an account", is_told=True)
USER_INVITED = _of_accounts("user_invited", "Made a link to choose a password with")
ROLE_CHANGED = _of_accounts("role_changed", "Changed the role of an account")
ROLE_KEPT = _of_accounts("role_kept", "Took back a change of role that was to come")
USER_ENDED = _of_accounts("user_ended", "Closed an account")
USER_ENDS = _of_accounts("user_ends", "Set the last day of an account")
USER_OPENED_AGAIN = _of_accounts("user_opened_again", "Opened a closed account again")
FACTORS_FORGOTTEN = _of_accounts(
    "factors_forgotten", "Removed second factors and single sign-on", is_told=True
)
SESSIONS_ENDED = _of_accounts("sessions_ended", "Signed somebody out everywhere")

EVENTS = [
    USER_ADDED,
    ADDRESS_CHANGED,
    USER_INVITED,
    ROLE_CHANGED,
    ROLE_KEPT,
    USER_ENDED,
    USER_ENDS,
    USER_OPENED_AGAIN,
    FACTORS_FORGOTTEN,
    SESSIONS_ENDED,
]
