"""Who may send what is being typed."""

from __future__ import annotations

from tests.matrix.pages import Made, takes


def make(made: Made) -> None:
    made["occasion"] = "plans.safety_plan:0"


PAGES = [takes("drafts:draft", "drafts.keep", child_pk="child", occasion="occasion")]
