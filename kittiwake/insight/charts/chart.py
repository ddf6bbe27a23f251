"""What a chart is, whoever shows it: a page, a pack, a paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Chart:
    """`svg` is markup that is safe to show; `words` say in plain English what it shows. The table beside it has the same
    numbers, as ui/_table.html takes it. `name` is its own among the charts of a page.

    Drawn in templates by {% include "insight/charts/_chart.html" with chart=chart %}.
    """

    svg: SafeString
    title: str
    words: str
    columns: list[dict[str, Any]]
    rows: list[list[Any]]
    name: str = "chart"
