"""Who may send what is being typed."""

from __future__ import annotations

from kittiwake.areas.powers import Power
from tests.matrix.pages import Made, takes


def make(made: Made) -> None:
    made["occasion"] = "plans.safety_plan:0"


PAGES = [takes("drafts:draft", Power.KEEP_DRAFTS, child_pk="child", occasion="occasion")]
