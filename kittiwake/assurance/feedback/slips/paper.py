"""The slips as a paper to cut up (PDF/UA-1)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.http import HttpResponse
from django.utils.timezone import now

from kittiwake.assurance.feedback.models import Round
from kittiwake.assurance.feedback.slips.codes import in_groups
from kittiwake.council.settings.queries import helplines
from kittiwake.time.moments import in_words, local_date

LAYOUT = Path(__file__).with_name("slips.typ")


def pdf(round_: Round, codes: Sequence[str], address: str, *, at: datetime) -> bytes:
    """Nothing on it tells one slip from another but its code."""
    import typst  # takes a moment, and most processes never print

    data = {
        "title": round_.form.title,
        "address": address,
        "until": in_words(round_.closes_on),
        "help": ", or ".join(
            ["999", *(f"{name} free on {number}" for name, number in helplines(local_date(at)))]
        ),
        "codes": [in_groups(code) for code in codes],
        "made_on": list(local_date(at).timetuple()[:3]),
    }
    return typst.compile(
        LAYOUT,
        root=LAYOUT.parent,
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"slips": json.dumps(data)},
        pdf_standards="ua-1",
        timestamp=int(at.timestamp()),
    )


def printed(round_: Round, codes: Sequence[str], address: str) -> HttpResponse:
    return HttpResponse(
        pdf(round_, codes, address, at=now()),
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="slips.pdf"', "Cache-Control": "no-store"},
    )
