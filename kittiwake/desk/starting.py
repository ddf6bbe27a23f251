"""Where to begin, for whoever has no children of their own."""

from __future__ import annotations

from kittiwake.access.viewer import Viewer
from kittiwake.desk.addresses import address

# Title, page, what it is for, permission.
STARTS = [
    ("Board", "desk:board", "What is broken or late, team by team.", "board.see"),
    ("Growing up", "transitions:forward", "Who turns 18 next, and what is not there yet.", "transitions.see"),
    ("Placed out of our area", "placements:away", "Approval, notice, and moving nearer.", "placements.see"),
    (
        "Children without a worker",
        "allocation:gaps",
        "Now, and the gaps of the last 12 months.",
        "allocation.see",
    ),
    (
        "Practice standards",
        "desk:standards",
        "What is owed by when: by law, and by our own decision.",
        "standards.see",
    ),
    ("Find a child", "desk:search", "By name, number or police reference.", "child.search"),
    ("Audits", "audits:waiting", "Records to audit, and actions that are to change something.", "audits.see"),
    (
        "Measures",
        "insight:measures",
        "How well the service does, with what each figure rests on.",
        "measures.see",
    ),
    (
        "Context conferences",
        "meetings:conferences",
        "About places and groups; no child is named.",
        "meetings.record",
    ),
    ("Imports", "exchange:imports", "Bring in lists from the police and other systems.", "imports.run"),
    (
        "Records opened without being on the list",
        "access:openings",
        "Look at each opening.",
        "readings.answer",
    ),
    ("Work waiting for a manager", "oversight:waiting", "Accept, question or send back.", "oversight.decide"),
    ("Account", "accounts:overview", "Your sign-in and your second factor.", "account.see"),
]


def starts(viewer: Viewer) -> list[dict[str, str]]:
    rows = [(text, address(name), hint) for text, name, hint, may in STARTS if viewer.may(may)]
    return [{"text": text, "href": href, "hint": hint} for text, href, hint in rows if href]
