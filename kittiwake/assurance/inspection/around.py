"""The way around inspections: the pages of this slot that somebody may open. An area above may put its own there."""

from __future__ import annotations

from kittiwake.access.viewer import Viewer
from kittiwake.areas.pages import Slot
from kittiwake.ui.components import TextLink

AROUND = Slot("around inspections")


def around(viewer: Viewer, here: str) -> list[TextLink]:
    return [
        TextLink(link.text, link.address(), current=link.page.name == f"inspection:{here}")
        for link in viewer.links(AROUND)
    ]
