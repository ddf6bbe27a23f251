"""What a page of claims is about, found through the viewer."""

from __future__ import annotations

from kittiwake.access.viewer import ViewerRequest
from kittiwake.primitives.claims.models import Claim


def find_claim(request: ViewerRequest, pk: int) -> Claim:
    return request.viewer.open(Claim, pk, "entry", "child", "entity", "by", "decided_by")
