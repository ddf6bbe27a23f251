"""Who may open the pages of bank holidays and school terms. They are about no child."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from kittiwake.record.models import Agency
from tests.matrix.pages import Made, lists, reads, writes


def make(made: Made) -> None:
    made["school"] = Agency.objects.get_or_create(name="Saltmere High School", kind="school")[0].pk


NO_CHILD = {"of_a_child": False}

PAGES = [
    lists("clocks:holidays", Power.ADMINISTER),
    writes("clocks:announce", Power.ADMINISTER),
    lists("clocks:schools", Power.ADMINISTER),
    reads("clocks:school", Power.ADMINISTER, pk="school", **NO_CHILD),
    writes("clocks:set_terms", Power.ADMINISTER, pk="school", **NO_CHILD),
]
