"""The way around, by what a person may see."""

from __future__ import annotations

from django.http import HttpRequest

from kittiwake.desk.addresses import address
from kittiwake.ui.context import NavigationItem

ITEMS = [
    ("My work", "desk:my_work", "drafts.keep"),
    ("Board", "desk:board", "board.see"),
    ("Find a child", "desk:search", "child.search"),
    ("Growing up", "transitions:forward", "transitions.see"),
    ("Out of area", "placements:away", "placements.see"),
    ("Places and groups", "risk:contexts", "contexts.see"),
    ("Audits", "audits:waiting", "audits.see"),
    ("Measures", "insight:measures", "measures.see"),
    ("Imports", "exchange:imports", "imports.run"),
    ("What you told us", "replies:mine", "replies.own"),
    ("Account", "accounts:overview", "account.see"),
]


def items(request: HttpRequest) -> list[NavigationItem]:
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        return []
    here = request.path
    links = [(text, address(name)) for text, name, permission in ITEMS if viewer.may(permission)]
    return [
        {"text": text, "href": href, "active": here == href or (href != "/" and here.startswith(href))}
        for text, href in links
        if href
    ]
