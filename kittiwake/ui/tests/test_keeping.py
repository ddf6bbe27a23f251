"""Nothing is kept: every answer but a static file says so, whoever asks and whatever comes."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.cast import Cast, signed_in


@pytest.mark.parametrize("path", ["/", "/search/", "/children/{ash}/", "/children/{hazel}/", "/nowhere/"])
@pytest.mark.parametrize("who", ["worker", "outsider", "partner", "young_person"])
def test_no_answer_is_kept(cast: Cast, who: str, path: str) -> None:
    answer = signed_in(cast.user(who)).get(path.format(ash=cast.ash.pk, hazel=cast.hazel.pk))
    assert answer["Cache-Control"] == "no-store", answer.status_code


def test_nor_for_whoever_has_not_signed_in(db: None) -> None:
    for path in ("/", "/account/login/", "/nowhere/"):
        assert Client().get(path)["Cache-Control"] == "no-store"


def test_signing_out_throws_away_what_the_browser_holds(cast: Cast, worker) -> None:
    client = signed_in(worker)
    assert "Clear-Site-Data" not in client.get("/")
    assert client.post("/account/logout/")["Clear-Site-Data"] == '"cache"'
    assert "Clear-Site-Data" not in client.get("/account/login/")
