"""A session that ends in the middle of a form: what was typed is kept for its writer, and for nobody else."""

from __future__ import annotations

import re
import time
from datetime import timedelta
from html import unescape
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
import time_machine
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from kittiwake.access import unsent
from kittiwake.access.identity import acting_as
from kittiwake.accounts.models import Unsent
from kittiwake.accounts.unsent import recording as keeping
from kittiwake.record.models import Entry
from kittiwake.ui.giving_back import MARK
from tests.cast import NOW, Cast, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]
WORDS = "She said that he waits at the <corner>"
ANSWERS = {"words": WORDS, "when_day": "31", "when_month": "2", "when_year": "26", "how": ["went"]}
START = time.time()


class Sitting:
    """Somebody in front of the page of a form."""

    def __init__(self, cast: Cast, who: str = "worker", *, checks: bool = False) -> None:
        self.cast, self.path = cast, f"/letter/{cast.ash.pk}/?from=there"
        self.client = Client(enforce_csrf_checks=checks)
        self.client.force_login(cast.user(who))
        self.opened = self.client.get(self.path)

    def send(self, page: HttpResponse | None = None, client: Client | None = None, **more) -> HttpResponse:
        headers = more.pop("headers", None)
        fields = {**ANSWERS, **hidden(page or self.opened), "once": str(uuid4()), **more}
        return (client or self.client).post(self.path, fields, headers=headers)

    def end(self) -> None:
        self.client.cookies.pop("sessionid")

    def back(self, refused: HttpResponse, who: str = "worker") -> str:
        """The page they are led to when they have signed in."""
        self.client.force_login(self.cast.user(who))
        asked = parse_qs(urlsplit(refused["Location"]).query).get("next", [refused["Location"]])
        return self.client.get(asked[0]).content.decode()


def hidden(page: HttpResponse) -> dict[str, str]:
    inputs = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.content.decode())
    return dict(reversed(inputs))


def told(answer: HttpResponse) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def holds(page: str) -> bool:
    """All that was typed stands in the boxes, the day that is none among it."""
    boxes = 'value="31"', 'value="went" checked', f">\n{WORDS}</textarea>"
    plain = unescape(page)
    return all(box in plain or box.replace(">\n", ">") in plain for box in boxes)


@pytest.fixture
def sitting(cast: Cast) -> Sitting:
    return Sitting(cast)


def rows(cast: Cast, who: str = "worker") -> list[Unsent]:
    with acting_as(cast.user(who)):
        return list(Unsent.objects.all())


def test_an_idle_session_ends_and_the_form_comes_back_as_it_was_typed(cast: Cast) -> None:
    with time_machine.travel(START, tick=False):
        sitting = Sitting(cast)
    with time_machine.travel(START + 45 * 60, tick=False):
        refused = sitting.send()
        page = sitting.back(refused)

    assert holds(page)
    assert "This is what you typed before you had to sign in again" in page
    assert "Files cannot be kept" not in page
    assert not Entry.objects.filter(kind="test.note").exists()


def test_they_are_told_that_it_is_kept_and_no_cookie_says_what(sitting: Sitting) -> None:
    sitting.end()
    refused = sitting.send()

    assert told(refused) == [unsent.KEPT]  # all that a cookie carries on to the page of signing in
    assert "corner" not in str(refused.headers)
    assert set(refused.cookies) <= {"messages", "sessionid", "csrftoken"}


def test_once_it_is_sent_it_is_forgotten(sitting: Sitting) -> None:
    sitting.end()
    sitting.back(sitting.send())
    again = sitting.client.get(sitting.path)  # looked at once more, and still there
    assert holds(again.content.decode())

    sent = sitting.send(again, when_day="28", when_year="2026")

    assert sent.status_code == 302
    assert Entry.objects.filter(kind="test.note").count() == 1
    assert not holds(sitting.client.get(sitting.path).content.decode())
    assert not rows(sitting.cast)


def test_one_that_is_refused_and_comes_back_still_leads_to_its_page(sitting: Sitting) -> None:
    refused_first = sitting.send()
    assert refused_first.status_code == 422
    sitting.end()
    sitting.path = f"/letter/{sitting.cast.ash.pk}/"  # the address without its question mark
    assert holds(sitting.back(sitting.send(refused_first)))


def test_nobody_else_gets_it_and_the_writer_still_does(sitting: Sitting) -> None:
    sitting.end()
    refused = sitting.send()

    colleague = sitting.back(refused, "manager")
    assert "corner" not in colleague
    assert "This is what you typed" not in colleague
    assert holds(sitting.back(refused))


def test_it_is_sealed_and_seen_by_nobody_but_them(sitting: Sitting) -> None:
    sitting.end()
    sitting.send()

    (row,) = rows(sitting.cast)
    assert "corner" not in row.sealed
    assert "went" not in row.sealed
    assert not rows(sitting.cast, "manager")
    with acting_as(sitting.cast.system):
        assert not Unsent.objects.exists()


def test_it_is_gone_after_hours(sitting: Sitting) -> None:
    sitting.end()
    refused = sitting.send()
    keeping.clear_away()
    assert rows(sitting.cast)

    with acting_as(sitting.cast.user("worker")):
        (row,) = Unsent.objects.all()
        Unsent.objects.update(sent_at=row.sent_at - timedelta(hours=Unsent.HOURS, minutes=1))
    assert not holds(sitting.back(refused))
    keeping.clear_away()
    assert not rows(sitting.cast)


def test_no_more_than_a_few_of_one_person_are_kept(cast: Cast) -> None:
    worker = cast.user("worker")
    with acting_as(worker):
        for number in range(keeping.MOST + 3):
            at = NOW + timedelta(minutes=number)
            keeping.keep(worker, f"/{number}/", {"a": ["b"]}, with_files=False, at=at)
    newest = range(3, keeping.MOST + 3)
    assert {row.page for row in rows(cast)} == {f"/{number}/" for number in newest}


@pytest.mark.parametrize("mark", ["", "gAAAAA-nonsense", "old"])
def test_without_a_mark_of_ours_nothing_is_kept_and_nothing_promised(sitting: Sitting, mark: str) -> None:
    sitting.end()
    if mark == "old":
        with time_machine.travel(time.time() - unsent.MARK_HOURS * 3600 - 60, tick=False):
            mark = hidden(Sitting(sitting.cast).opened)[MARK]

    refused = sitting.send(**{MARK: mark})

    assert refused.status_code == 302
    assert not told(refused)
    assert not rows(sitting.cast)


def test_signed_in_anew_the_old_page_leads_back_to_itself(cast: Cast) -> None:
    sitting = Sitting(cast, checks=True)
    sitting.client.force_login(cast.user("worker"))  # in another tab
    sitting.client.get(sitting.path)
    sitting.client.cookies["csrftoken"] = "x" * 32  # signing in makes another

    answer = sitting.send()

    assert answer.status_code == 302
    assert answer["Location"] == sitting.path
    assert holds(sitting.client.get(answer["Location"]).content.decode())
    assert not Entry.objects.filter(kind="test.note").exists()


def test_where_somebody_else_sits_now_it_waits_for_its_writer(cast: Cast) -> None:
    sitting = Sitting(cast, checks=True)
    sitting.client.force_login(cast.user("manager"))
    sitting.client.cookies["csrftoken"] = "x" * 32

    answer = sitting.send()

    assert answer.status_code == 403
    assert "corner" not in answer.content.decode()
    assert not rows(cast, "manager")
    assert "corner" not in sitting.client.get(sitting.path).content.decode()
    assert holds(signed_in(cast.user("worker")).get(sitting.path).content.decode())


def test_files_are_said_not_to_be_kept(sitting: Sitting) -> None:
    sitting.end()
    page = sitting.back(sitting.send(paper=SimpleUploadedFile("letter.txt", b"Dear all")))
    assert holds(page)
    assert "Files cannot be kept: choose yours again" in page


def test_what_saves_itself_is_kept_too_and_says_so_where_it_is(sitting: Sitting) -> None:
    sitting.end()
    answer = sitting.send(headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert len(rows(sitting.cast)) == 1


def test_it_can_be_thrown_away(sitting: Sitting) -> None:
    sitting.end()
    sitting.back(sitting.send())
    page = sitting.client.get(sitting.path)

    thrown = sitting.client.post("/unsent/end/", {**hidden(page), "once": str(uuid4())})

    assert thrown["Location"] == sitting.path
    assert not holds(sitting.client.get(sitting.path).content.decode())


def test_of_a_page_whose_address_is_longer_than_any_of_ours_nothing_is_promised(cast: Cast) -> None:
    client = signed_in(cast.user("worker"))
    page = f"/letter/{cast.ash.pk}/?from={'there' * 500}"
    assert not hidden(client.get(page))[MARK]
    assert hidden(client.get(page[:100]))[MARK]
