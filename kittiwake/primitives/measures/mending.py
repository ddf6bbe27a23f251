"""Where a broken link is mended, for one person: the first of its pages that they may open."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from kittiwake.access.viewer import Viewer
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend

OPEN = "Open it"


def where(link: BrokenLink, broken: Broken, viewer: Viewer) -> tuple[str, str]:
    """(what to do, the address). For whoever may not mend it, the page of what it hangs on."""
    for mend in (broken.mend, *link.mends):
        there = address(mend, broken) if mend and viewer.may(mend.may) else ""
        if mend and there:
            return mend.do, there
    return OPEN, _read(broken)


def address(mend: Mend, broken: Broken) -> str:
    """Empty where this one has nothing of what the page asks for."""
    keys = {
        "child": broken.child_id,
        "entry": broken.entry_id,
        "worker": broken.worker_id,
        "row": broken.row_id,
    }
    if keys[mend.of] is None:
        return ""
    found = reverse(mend.page, args=[keys[mend.of], *mend.more])
    return f"{found}?because_of={broken.entry_id}" if mend.because and broken.entry_id else found


def _read(broken: Broken) -> str:
    try:
        return reverse(broken.kind.replace(".", ":"), args=[broken.entry_id])
    except NoReverseMatch:
        pass
    if broken.child_id is not None:
        return reverse("desk:child", args=[broken.child_id])
    return reverse("workforce:worker", args=[broken.worker_id])
