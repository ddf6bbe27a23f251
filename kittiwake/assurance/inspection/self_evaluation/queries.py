"""Which claims stand. Reads only."""

from __future__ import annotations

from kittiwake.assurance.inspection.models import Claim, SelfEvaluation


def standing(evaluation: SelfEvaluation) -> list[Claim]:
    """Of each place the last row, without what was taken out; in the order of the places."""
    rows = Claim.objects.filter(evaluation=evaluation).select_related("by").order_by("place", "-number")
    last = {row.place: row for row in rows.distinct("place")}
    return [row for row in last.values() if not row.is_out]


def newest() -> SelfEvaluation | None:
    """The draft, or else the one approved last."""
    return SelfEvaluation.objects.select_related("begun_by", "approved_by").order_by("-number").first()
