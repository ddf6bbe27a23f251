"""Two server processes over one database, as in real use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from kittiwake.accounts.tests.people import PASSWORD
from kittiwake.accounts.tests.served import database, serving

__all__ = ["database"]
ROBIN, KIM = "robin.marsh@saltmere.example", "kim.fell@saltmere.example"
TOO_MANY = "There have been too many tries"


@pytest.fixture(scope="module")
def two(database: str) -> Iterator[tuple[str, str]]:
    """The addresses of two servers."""
    people = [["Robin Marsh", "social_worker"], ["Kim Fell", "social_worker"]]
    with serving(database, people=people) as first, serving(database) as second:
        yield first, second


def attempt(address: str, email: str, password: str) -> requests.Response:
    browser = requests.Session()
    page = browser.get(f"{address}/account/login/", timeout=20).text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
    sent = {"login": email, "password": password, "csrfmiddlewaretoken": token}
    return browser.post(f"{address}/account/login/", sent, allow_redirects=False, timeout=20)


def test_wrong_passwords_in_one_process_stop_the_right_one_in_another(two: tuple[str, str]) -> None:
    first, second = two
    assert attempt(second, ROBIN, PASSWORD).status_code == 302

    for address in (first, second, first, second, first):
        assert TOO_MANY not in attempt(address, ROBIN, "not it").text

    assert TOO_MANY in attempt(first, ROBIN, PASSWORD).text
    assert TOO_MANY in attempt(second, ROBIN, PASSWORD).text


def test_guesses_made_all_at_once_are_counted_one_by_one(two: tuple[str, str]) -> None:
    with ThreadPoolExecutor(12) as crowd:
        answers = list(crowd.map(lambda number: attempt(two[number % 2], KIM, "not it").text, range(24)))

    looked_at = sum(TOO_MANY not in answer for answer in answers)
    assert looked_at == 5
