"""What can happen between the council's directory and its accounts, as history keeps it."""

from __future__ import annotations

from kittiwake.history.kinds import EventKind


def _of_directory(what: str, title: str) -> EventKind:
    return EventKind(f"directory.{what}", title, is_administration=True)


GROUP_GIVES_ROLE = _of_directory("group_gives_role", "Said which role a group of the directory gives")
GROUP_GIVES_NONE = _of_directory("group_gives_none", "Took back the role that a group of the directory gave")
RULES_CHANGED = _of_directory("rules_changed", "Changed what the directory may do")
TOKEN_MADE = _of_directory("token_made", "Made a token for the directory")
TOKEN_REVOKED = _of_directory("token_revoked", "Ended a token of the directory")
TIED = _of_directory("tied", "Tied an account to single sign-on")
ROLE_FROM_GROUP = _of_directory("role_from_group", "Took a role from a group of the directory")
PERSON_LISTED = _of_directory("person_listed", "The directory named somebody")
PERSON_CHANGED = _of_directory("person_changed", "The directory said something else of somebody")
PERSON_GONE = _of_directory("person_gone", "The directory dropped somebody")
GROUP_LISTED = _of_directory("group_listed", "The directory named a group")
GROUP_CHANGED = _of_directory("group_changed", "The directory changed a group")
GROUP_GONE = _of_directory("group_gone", "The directory dropped a group")
END_HELD = _of_directory("end_held", "The directory ended somebody, and a person decides first")
END_UNDONE = _of_directory("end_undone", "Left an account open that the directory had ended")

EVENTS = [
    GROUP_GIVES_ROLE,
    GROUP_GIVES_NONE,
    RULES_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    TIED,
    ROLE_FROM_GROUP,
    PERSON_LISTED,
    PERSON_CHANGED,
    PERSON_GONE,
    GROUP_LISTED,
    GROUP_CHANGED,
    GROUP_GONE,
    END_HELD,
    END_UNDONE,
]
