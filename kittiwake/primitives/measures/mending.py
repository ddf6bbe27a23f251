"""Where a broken link is mended, for one person: the first of its pages that they may open."""

from __future__ import annotations

from functools import cache

from kittiwake.access.viewer import Viewer
from kittiwake.areas import pages
from kittiwake.areas.area import address_of, declared
from kittiwake.primitives.measures.links import Broken, BrokenLink, Mend, Mends
from kittiwake.record.kinds import address_of_entry
from kittiwake.record.models import Child, Worker

OPEN = "Open it"


def where(link: BrokenLink, broken: Broken, viewer: Viewer) -> tuple[str, str]:
    """(what to do, the address). For whoever may not mend it, the page of what it hangs on."""
    for mend in (broken.mend, *mends(link)):
        there = address(mend, broken) if mend and viewer.may(mend.may) else ""
        if mend and there:
            return mend.do, there
    return OPEN, _read(broken)


@cache
def mends(link: BrokenLink) -> tuple[Mend, ...]:
    """Its own, then those of areas above."""
    return (*link.mends, *(extra.mend for extra in declared(Mends) if extra.link == link.key))


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
    page = pages.address(mend.page, keys[mend.of], *mend.more)
    return f"{page}?because_of={broken.entry_id}" if mend.because and broken.entry_id else page


def _read(broken: Broken) -> str:
    if broken.kind:
        return address_of_entry(broken.kind, broken.entry_id)
    if broken.child_id is not None:
        return address_of(Child, broken.child_id)
    return address_of(Worker, broken.worker_id)
