"""No rule, measure, link or part of a plan names an edition of guidance itself, or by a short name."""

from __future__ import annotations

import re
from datetime import date

from kittiwake.practice.missing.notifications.rules import Standing, whom_to_notify
from kittiwake.practice.plans.parts import PARTS
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.citing import DOCUMENTS, NAMED, cited
from kittiwake.primitives.measures import catalogue

GUIDANCE = re.compile(r"[Ww]orking [Tt]ogether|run away or go missing|guidance on missing")
SHORT = re.compile(r"\b(MIS14|WT2[36]|CPPCR|CLR|APP|SSD|CA89|LGA)\b(?!\))")


def sources() -> dict[str, str]:
    every = {cited.key: cited.source for cited in [*standards().values(), *catalogue.links()]}
    every |= {measure.key: measure.source for measure in catalogue.measures().values()}
    every |= {f"{kind}.{part.key}": part.source for kind, parts in PARTS.items() for part in parts}
    told = [
        *whom_to_notify(Standing(looked_after=True, out_of_area=True, has_worker=True, legal_status="V2"))
    ]
    told += whom_to_notify(Standing())
    return every | {f"tell.{number}": recipient.source for number, recipient in enumerate(told)}


def test_no_source_names_an_edition_itself_or_a_document_nobody_lists_or_a_short_name() -> None:
    for key, source in sources().items():
        assert {edition[1] for edition in NAMED.finditer(source)} <= set(DOCUMENTS), key
        assert not GUIDANCE.search(source), (key, source)
        assert not SHORT.search(source), (key, source)
        assert "{" not in cited(source, date(2026, 11, 1)), key
