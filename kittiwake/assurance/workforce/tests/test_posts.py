"""Posts and vacancies, and agreeing caseloads, on their pages."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from uuid import uuid4

from django.urls import reverse

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.workforce import recording
from kittiwake.assurance.workforce.caseloads import agreed_on
from kittiwake.assurance.workforce.models import Engagement
from kittiwake.assurance.workforce.showing_of_posts import table
from tests.cast import NOW, Cast, signed_in

SINCE = date(2026, 1, 5)
DAY = {"starts_on_day": "5", "starts_on_month": "1", "starts_on_year": "2026"}


def test_an_agency_worker_covers_a_vacancy_and_does_not_end_it(cast: Cast) -> None:
    with acting_as_system() as system:
        by = {"by": system, "at": NOW}
        for name, kind, fte in (("worker", "permanent", "0.6"), ("colleague", "agency", "1")):
            post = recording.add_post(cast.north, role="5", fte=Decimal(1), starts_on=SINCE, **by)
            facts = {"kind": kind, "role": "5", "fte": Decimal(fte), "starts_on": SINCE, "post": post}
            recording.engage(cast.workers[name], **facts, **by)
        recording.add_post(cast.south, role="5", fte=Decimal("0.5"), starts_on=SINCE, **by)
        _, rows = table(NOW.date())
    assert rows == [["North team", "2.0", "1.4", "1.0"], ["South team", "0.5", "0.5", "0.0"]]


def send(cast: Cast, name: str, *keys: int, who: str = "director", **typed: str) -> str:
    data = {"once": str(uuid4()), **DAY, **typed}
    return signed_in(cast.user(who)).post(reverse(name, args=keys), data, follow=True).content.decode()


def test_the_director_adds_a_post_and_sees_it_vacant(cast: Cast) -> None:
    html = send(cast, "workforce:add_post", team=str(cast.north.pk), role="5", fte="0.8")
    assert "North team" in html
    assert html.count(">0.8<") == 2


def test_a_manager_engages_somebody_in_a_post(cast: Cast) -> None:
    with acting_as_system() as system:
        post = recording.add_post(cast.north, role="5", fte=Decimal(1), starts_on=SINCE, by=system, at=NOW)
    facts = {"kind": "agency", "post": str(post.pk), "role": "5", "fte": "0.8", "notice_weeks": "2"}
    html = send(cast, "workforce:engage", cast.workers["worker"].pk, who="manager", **facts)
    assert "shorter than 4 weeks" in html
    with acting_as_system():
        assert Engagement.objects.get().post == post


def test_what_is_agreed_holds_from_its_day(cast: Cast) -> None:
    typed = {"usual": "18", "share": "90", "source": "Panel", "weight_child_protection": "1.5"}
    send(cast, "workforce:agree_caseload", **typed)
    with acting_as_system():
        found = agreed_on(SINCE)
        assert (found.usual, found.protected_share, found.source) == (18, Decimal("0.9"), "Panel")
        assert found.weights == {"child_protection": 1.5}


def test_a_number_that_is_none_is_said_beside_its_question(cast: Cast) -> None:
    html = send(cast, "workforce:agree_caseload", usual="many", share="90", source="Panel")
    assert "Enter a number above 0 and up to 100" in html
    assert 'value="many"' in html
