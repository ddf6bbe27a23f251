"""A paper as a PDF file, and as the answer to a request."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.time.moments import local_date
from kittiwake.ui.dates import long_moment
from kittiwake.ui.paper.blocks import Paper

LAYOUT = Path(__file__).with_name("paper.typ")


def pdf(paper: Paper, *, at: datetime, footer: str = "") -> bytes:
    """Laid out on A4 and tagged for screen readers. The same paper at the same moment is the same file.

    Only the fonts that typst carries are used (Libertinus Serif, SIL Open Font License), so that it looks alike
    everywhere. Nothing is fetched.
    """
    import typst  # takes a moment, and most processes never print

    data = {**paper.as_data(), "footer": footer, "made_on": list(local_date(at).timetuple()[:3])}
    return typst.compile(
        LAYOUT,
        root=LAYOUT.parent,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"paper": json.dumps(data)},
        pdf_standards="ua-1",
        timestamp=int(at.timestamp()),
    )


def printed(paper: Paper, *, file_name: str, for_whom: str) -> HttpResponse:
    """The PDF, shown in the browser and kept by no cache. `file_name` must say nothing about a child."""
    at = now()
    footer = f"Printed {long_moment(at)} for {for_whom}"
    return HttpResponse(
        pdf(paper, at=at, footer=footer),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{file_name}"', "Cache-Control": "no-store"},
    )
