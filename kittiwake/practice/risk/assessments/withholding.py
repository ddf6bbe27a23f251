"""The page that stands in for every other about a child's risks, while a person's own blind mark is waited for."""

from __future__ import annotations

from django.http import HttpResponse

from kittiwake.access.viewer import ViewerRequest
from kittiwake.practice.risk.assessments.showing import waiting_mark, waiting_marks
from kittiwake.primitives.instruments.models import BlindMark
from kittiwake.record.models import Child
from kittiwake.ui.pages import page


def withheld(request: ViewerRequest, child: Child) -> HttpResponse | None:
    """In place of any page about their risks."""
    second = waiting_mark(request.viewer, child)
    return _stand_in(request, second) if second else None


def assessment_withheld(request: ViewerRequest, pk: int) -> HttpResponse | None:
    """In place of the assessment itself: the database has none to show them."""
    second = waiting_marks(request.viewer).filter(pk=pk).first()
    if second is None:
        return None
    request.viewer.read(second.child)
    return _stand_in(request, second)


def _stand_in(request: ViewerRequest, second: BlindMark) -> HttpResponse:
    return page(request, "risk/second_mark.html", {"second": second, "child": second.child})
