"""What the area puts on pages that cut across areas."""

from __future__ import annotations

from django.urls import reverse

from kittiwake.primitives.measures.catalogue import measures
from kittiwake.primitives.shared_pages.standards import StandardReaders
from kittiwake.ui.components import TextLink


def measures_that_read(standard: str) -> list[TextLink]:
    return [
        TextLink(f"{measure.key}: {measure.title}", reverse("insight:measure", args=[measure.key]))
        for measure in measures().values()
        if standard in measure.reads
    ]


PARTS = [StandardReaders(10, "Measure", measures_that_read)]
