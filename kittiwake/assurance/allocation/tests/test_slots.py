"""Where the pages of this area stand on those of the area below, which does not know them."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from kittiwake.assurance.allocation.tests.making import TODAY
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.mending import mends
from tests.cast import NOW, Cast, signed_in

pytestmark = pytest.mark.usefixtures("_today")


def test_a_workers_page_leads_to_their_children_and_to_leaving(cast: Cast) -> None:
    """Through slots of the page below; whoever may not move children is led nowhere."""
    worker = cast.workers["worker"]
    facts = {"kind": "permanent", "role": "5", "fte": Decimal(1), "starts_on": TODAY - timedelta(days=7)}
    engagements.engage(worker, **facts, by=cast.system, at=NOW)
    leave, page = reverse("allocation:leave", args=[worker.pk]), reverse("workforce:worker", args=[worker.pk])
    html = signed_in(cast.user("manager")).get(page).content.decode()
    assert html.count(leave) == 2
    assert "Their children, and who could have them" in html
    assert "They leave" in html
    assert leave not in signed_in(cast.user("director")).get(page).content.decode()


def test_a_full_caseload_is_mended_where_a_child_is_given_to_somebody_else() -> None:
    (link,) = [link for link in catalogue.links() if link.key == "workforce.over_cap"]
    assert [mend.page for mend in mends(link)] == ["allocation:leave"]
