"""The way around, by what a person may see: what is needed every day in the bar, the rest on the page “More”."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from kittiwake.access.viewer import Reading, Viewer
from kittiwake.areas.pages import Link
from kittiwake.areas.slots import DAILY, LAST, MENU, REST
from kittiwake.ui.context import NavigationItem

ROOM = 7  # items the bar holds in one line, beside the name of the service


def items(request: HttpRequest) -> list[NavigationItem]:
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        return []
    here = request.path
    seen = [] if getattr(request, "shows_nothing", False) else viewer.readings
    links = [(link.text, _there(link, seen)) for link in in_the_bar(viewer)]
    return [
        {"text": text, "href": href, "active": here == href or (len(href) > 1 and here.startswith(href))}
        for text, href in links
    ]


def _there(link: Link, readings: list[Reading]) -> str:
    """A page about a child is that of the child whose page this is; elsewhere the child is found first."""
    if not link.of_child:
        return link.address()
    opened = {reading.child_id for reading in readings if reading.child_id}
    return link.address(*opened) if len(opened) == 1 else f"{reverse('desk:search')}?for={_area(link)}"


def _area(link: Link) -> str:
    return link.page.name.partition(":")[0]


def wanted(viewer: Viewer, area: str) -> Link | None:
    """The page in the bar that a child was looked for for."""
    return next((link for link in viewer.links(DAILY) if link.of_child and _area(link) == area), None)


def in_the_bar(viewer: Viewer) -> list[Link]:
    """Everything where there is room for it; otherwise the rest is a page of its own."""
    daily, last = viewer.links(DAILY), viewer.links(LAST)
    rest = [link for group in more(viewer).values() for link in group]
    if len(daily) + len(rest) + len(last) > ROOM:
        rest = viewer.links(REST)
    return daily + rest + last


def more(viewer: Viewer) -> dict[str, list[Link]]:
    """Group by group; groups of which the viewer may open nothing are left out."""
    return {heading: links for heading, slot in MENU.items() if (links := viewer.links(slot))}
