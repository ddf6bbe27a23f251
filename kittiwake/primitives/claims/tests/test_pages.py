from __future__ import annotations

import pytest
from django.urls import reverse

from kittiwake.access.models import Reading
from kittiwake.primitives.claims import recording
from kittiwake.primitives.claims.models import Claim, EchoDecision
from kittiwake.primitives.claims.tests.made import claimed, once
from tests.cast import NOW, Cast, signed_in


def text(cast: Cast, user: str, url: str) -> str:
    response = signed_in(cast.user(user)).get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_an_echo_of_a_hidden_child_says_that_and_no_more(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE")
    other = claimed(cast, cast.rowan, wording="Black Corsa", number="AB12CDE")
    page = text(cast, "worker", mine.get_absolute_url())
    assert "The same car or other vehicle was named in another child’s account on 23 November 2026." in page
    assert "You may not see that child’s record." in page
    assert "Rowan" not in page
    assert "Black Corsa" not in page
    assert other.get_absolute_url() + '"' not in page


def test_an_echo_one_may_see_opens_and_is_logged_as_shown(cast: Cast) -> None:
    mine, other = claimed(cast, cast.ash, number="AB12CDE"), claimed(cast, cast.rowan, number="AB12CDE")
    page = text(cast, "service_manager", mine.get_absolute_url())
    assert f'href="{other.get_absolute_url()}"' in page
    assert Reading.objects.filter(shown__contains=[cast.rowan.pk]).exists()


def test_a_claim_is_added_from_an_entry(cast: Cast) -> None:
    entry = claimed(cast, cast.ash).entry
    answers = {"kind": "person", "wording": "Dev", "link": "seen_with", "handling": "P"}
    response = signed_in(cast.user("worker")).post(
        reverse("claims:make", args=[entry.pk]), once(**answers, source_grade="1", information_grade="B")
    )
    made = Claim.objects.get(wording="Dev")
    assert response.url == made.get_absolute_url()
    assert str(made.grade) == "1B P"


def test_a_wrong_number_is_shown_beside_its_question(cast: Cast) -> None:
    entry = claimed(cast, cast.ash).entry
    answers = {"kind": "phone", "wording": "His", "number": "unknown", "link": "rung_by", "handling": "P"}
    response = signed_in(cast.user("worker")).post(
        reverse("claims:make", args=[entry.pk]), once(**answers, source_grade="1", information_grade="B")
    )
    assert response.status_code == 422
    assert 'href="#id_number"' in response.content.decode()


def test_deciding_chooses_from_what_is_known_already(cast: Cast) -> None:
    known, mine = claimed(cast, cast.briar, "person", "Dev"), claimed(cast, cast.ash, "person", "Dev")
    recording.decide(known, verdict="accepted", label="Dev, about 24", by=cast.system, at=NOW)
    url = reverse("claims:decide", args=[mine.pk])
    assert "Dev, about 24" in text(cast, "worker", url)
    signed_in(cast.user("worker")).post(
        url, once(verdict="accepted", entity=known.entity_id, reason="Same man")
    )
    mine.refresh_from_db()
    assert mine.entity == known.entity


def test_only_children_the_worker_may_see_are_offered(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, "child", "Rowan")
    url = reverse("claims:decide", args=[mine.pk])
    assert "Rowan Reed" not in text(cast, "worker", url)
    assert "Rowan Reed" in text(cast, "service_manager", url)
    response = signed_in(cast.user("worker")).post(url, once(verdict="accepted", named_child=cast.rowan.pk))
    assert response.status_code in (302, 422)
    mine.refresh_from_db()
    assert mine.named_child is None


def test_a_named_child_one_may_not_see_is_not_named(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, "child", "A boy at the flat", named_child=cast.rowan)
    page = text(cast, "worker", mine.get_absolute_url())
    assert "You may not see theirs" in page
    assert "Rowan" not in page
    assert "Rowan Reed" in text(cast, "service_manager", mine.get_absolute_url())


def test_whoever_may_see_both_accounts_has_them_side_by_side_and_decides(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE", details="Tinted windows")
    other = claimed(cast, cast.rowan, wording="His Astra", number="AB12CDE", details="A dent in the door")
    url = reverse("claims:echo", args=[mine.pk, other.pk])
    page = text(cast, "service_manager", url)
    for words in ("Ash Alder", "Tinted windows", "Rowan Reed", "His Astra", "A dent in the door"):
        assert words in page
    assert "Withheld" not in page
    signed_in(cast.user("service_manager")).post(url, once(verdict="same", reason="Same plate"))
    assert EchoDecision.objects.get().verdict == "same"
    assert "The same." in text(cast, "worker", mine.get_absolute_url())


def test_whoever_may_see_one_of_them_is_told_what_is_withheld_and_asks(cast: Cast) -> None:
    mine = claimed(cast, cast.ash, number="AB12CDE", details="Tinted windows")
    other = claimed(cast, cast.rowan, wording="His Astra", number="AB12CDE", details="A dent in the door")
    url = reverse("claims:echo", args=[mine.pk, other.pk])
    page = text(cast, "worker", url)
    assert "Tinted windows" in page
    assert "Withheld from you: whose account it is" in page
    for words in ("Rowan", "His Astra", "A dent in the door", "Do both speak of the same?"):
        assert words not in page
    browser = signed_in(cast.user("worker"))
    assert browser.post(url, once(verdict="same")).status_code == 422, "they may not say that it is"
    browser.post(url, once(verdict="same", reason="The same plate"))
    asked = EchoDecision.objects.get()
    assert (asked.verdict, asked.reason) == ("asked", "The same plate")
    assert "Somebody who may see both was asked" in text(cast, "worker", mine.get_absolute_url())
    assert "The same plate" in text(cast, "service_manager", url)


def test_a_pair_that_is_no_echo_is_not_found(cast: Cast) -> None:
    mine, other = claimed(cast, cast.ash, number="AB12CDE"), claimed(cast, cast.rowan, number="XY34FGH")
    url = reverse("claims:echo", args=[mine.pk, other.pk])
    assert signed_in(cast.user("worker")).get(url).status_code == 404


def test_a_faded_claim_says_so_and_can_be_confirmed(cast: Cast) -> None:
    mine = claimed(cast, cast.ash)
    Claim.objects.filter(pk=mine.pk).update(last_confirmed_on="2025-01-01", expires_on="2025-07-03")
    assert "Nobody has confirmed this since 1 January 2025" in text(cast, "worker", mine.get_absolute_url())
    day = {"confirmed_on_day": "20", "confirmed_on_month": "1", "confirmed_on_year": "2025"}
    signed_in(cast.user("worker")).post(reverse("claims:confirm", args=[mine.pk]), once(**day))
    mine.refresh_from_db()
    assert str(mine.last_confirmed_on) == "2025-01-20"


@pytest.mark.parametrize("name", ["claim", "decide", "confirm"])
def test_the_outsider_finds_nothing(cast: Cast, name: str) -> None:
    mine = claimed(cast, cast.ash)
    assert signed_in(cast.user("outsider")).get(reverse(f"claims:{name}", args=[mine.pk])).status_code == 404


def test_the_outsider_adds_nothing(cast: Cast) -> None:
    url = reverse("claims:make", args=[claimed(cast, cast.ash).entry_id])
    assert signed_in(cast.user("outsider")).get(url).status_code == 404


@pytest.mark.parametrize("name", ["partner", "young_person", "analyst", "support"])
def test_roles_without_the_permission_are_refused(cast: Cast, name: str) -> None:
    mine = claimed(cast, cast.ash)
    assert signed_in(cast.user(name)).get(mine.get_absolute_url()).status_code == 403
    assert signed_in(cast.user("inspector")).get(reverse("claims:decide", args=[mine.pk])).status_code == 403
