"""The way around, by what a person may see: what is needed every day in the bar, the rest on the page “More”."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from kittiwake.access.viewer import Reading, Viewer
from kittiwake.desk.addresses import address
from kittiwake.ui.context import NavigationItem


@dataclass(frozen=True)
class Item:
    text: str
    name: str  # of the URL
    permission: str
    about: str = ""  # a sentence for the page “More”


REPORT = "missing:report_missing"  # of the child whose page it is; elsewhere the child is found first
DAILY = [
    Item("My work", "desk:my_work", "missing.see"),
    Item("Report missing", REPORT, "missing.record"),
    Item("Board", "desk:board", "board.see"),
    Item("Find a child", "desk:search", "child.search"),
    Item("Measures", "insight:measures", "measures.see"),
]
MORE = {
    "Children": [
        Item(
            "Growing up",
            "transitions:forward",
            "transitions.see",
            "Who turns 16, 17 or 18 next, and what is not there yet.",
        ),
        Item(
            "Out of area",
            "placements:away",
            "placements.see",
            "Children placed outside our area, and who has looked at moving them nearer.",
        ),
        Item(
            "Places and groups",
            "risk:contexts",
            "contexts.see",
            "Places and groups where children are harmed, and what is done about them.",
        ),
    ],
    "The work": [
        Item(
            "Returns, step by step",
            "desk:returns",
            "return_interviews.see",
            "Each return from back to told: what is done, what is open and what is broken, by team.",
        ),
        Item(
            "Audits",
            "audits:waiting",
            "audits.see",
            "Records looked at with those who work with the child, and what it changed.",
        ),
        Item(
            "Without a worker",
            "allocation:gaps",
            "allocation.see",
            "Children nobody is named for, and since when.",
        ),
        Item(
            "Workers",
            "allocation:workers",
            "workers.cover",
            "Who is away and who covers; who is leaving, and where their children go.",
        ),
        Item(
            "Practice standards",
            "desk:standards",
            "standards.see",
            "Every limit, where it comes from, and what reads it.",
        ),
        Item(
            "Supervision",
            "supervision:mine",
            "supervision.see",
            "Supervision you have and give: what to talk about, and what came of it.",
        ),
        Item(
            "Caseloads",
            "workforce:caseloads",
            "workforce.see",
            "Who holds how many children, and whose protected caseload is passed.",
        ),
        Item(
            "Courses",
            "workforce:courses",
            "workforce.see",
            "What people learn together, who is asked to come, and who came.",
        ),
        Item(
            "Leavers",
            "workforce:leavers",
            "workforce.leaving",
            "Who left, and why, in numbers and without names.",
        ),
        Item(
            "Workforce",
            "workforce:censuses",
            "workforce.all",
            "The yearly census: vacancies, agency workers, turnover, absence.",
        ),
    ],
    "Files": [
        Item(
            "Imports", "exchange:imports", "imports.run", "Police lists, and lists from the main case system."
        ),
    ],
}
LAST = [
    Item("What you told us", "replies:mine", "replies.own"),
    Item("Account", "accounts:overview", "account.see"),
]
ROOM = 7  # items the bar holds in one line, beside the name of the service


def items(request: HttpRequest) -> list[NavigationItem]:
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        return []
    here = request.path
    seen = [] if getattr(request, "shows_nothing", False) else viewer.readings
    links = [(item.text, _there(item, seen)) for item in in_the_bar(viewer)]
    return [
        {"text": text, "href": href, "active": here == href or (len(href) > 1 and here.startswith(href))}
        for text, href in links
        if href
    ]


def _there(item: Item, readings: list[Reading]) -> str:
    if item.name != REPORT:
        return address(item.name)
    opened = {reading.child_id for reading in readings if reading.child_id}
    return address(REPORT, *opened) if len(opened) == 1 else f"{address('desk:search')}?for=missing"


def in_the_bar(viewer: Viewer) -> list[Item]:
    """Everything where there is room for it; otherwise the rest is a page of its own."""
    daily, last = _open(DAILY, viewer), _open(LAST, viewer)
    rest = [item for group in MORE.values() for item in _open(group, viewer)]
    if len(daily) + len(rest) + len(last) > ROOM:
        rest = [Item("More", "desk:more", "account.see")]
    return daily + rest + last


def more(viewer: Viewer) -> dict[str, list[Item]]:
    """Group by group; groups of which the viewer may open nothing are left out."""
    return {heading: found for heading, group in MORE.items() if (found := _open(group, viewer))}


def _open(group: list[Item], viewer: Viewer) -> list[Item]:
    return [item for item in group if viewer.may(item.permission)]
