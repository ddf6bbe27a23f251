"""A request: who may open the page, what is logged of it, and what is kept of a form."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.forms import Form
from django.test import Client

from kittiwake.access.answering import carry_out
from kittiwake.access.models import Reading
from kittiwake.history.models import Submission
from kittiwake.record.models import Allocation, Child, Entry
from tests.cast import LONG_AGO, Cast, signed_in

pytestmark = [pytest.mark.urls("kittiwake.access.tests.pages"), pytest.mark.usefixtures("plain_pages")]


@pytest.fixture
def worker_client(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))


def send(client: Client, child: Child, typed: str, once: object = None):
    return client.post(f"/note/{child.pk}/", {"typed": typed, "once": once or uuid4()})


def without_tokens(answer) -> bytes:
    """Every page has a token of its own."""
    return re.sub(rb'"X-CSRFToken": "[^"]*"', b"", answer.content)


def notes(child: Child) -> list[str]:
    return list(Entry.objects.filter(child=child, kind="test.note").values_list("summary", flat=True))


def test_a_page_that_does_not_say_who_may_open_it_does_not_open(worker_client: Client) -> None:
    with pytest.raises(ImproperlyConfigured, match="undeclared is no page of its area"):
        worker_client.get("/undeclared/")
    with pytest.raises(ImproperlyConfigured):
        Client().get("/undeclared/")


def test_whoever_has_not_signed_in_is_sent_to_sign_in(cast: Cast, settings) -> None:
    answer = Client().get(f"/children/{cast.ash.pk}/")
    assert answer.status_code == 302
    assert answer["Location"] == f"{settings.LOGIN_URL}?next=/children/{cast.ash.pk}/"
    assert send(Client(), cast.ash, "hello").status_code == 302
    assert Client().get("/welcome/").content == b"Welcome"
    assert not Reading.objects.exists()


def test_a_role_without_the_permission_is_refused_even_its_own_child(cast: Cast) -> None:
    assert send(signed_in(cast.user("partner")), cast.ash, "hello").status_code == 403
    assert signed_in(cast.user("young_person")).get(f"/children/{cast.ash.pk}/").status_code == 403
    assert not notes(cast.ash)


def test_hidden_and_absent_give_the_same_answer(cast: Cast, worker_client: Client) -> None:
    hidden = worker_client.get(f"/children/{cast.rowan.pk}/")
    absent = worker_client.get("/children/999999999/")
    assert hidden.status_code == absent.status_code == 404
    assert without_tokens(hidden) == without_tokens(absent)


def test_a_reading_is_logged_once_a_page_with_why(cast: Cast, worker_client: Client) -> None:
    assert worker_client.get(f"/children/{cast.ash.pk}/").content == b"Ash Alder"
    line = Reading.objects.get()
    assert (line.user_id, line.role) == (cast.user("worker").pk, "social_worker")
    assert (line.what, line.page, line.child_id, line.why) == ("view", "desk:child", cast.ash.pk, "allocated")
    assert line.address == "127.0.0.1"
    worker_client.get(f"/twice/{cast.ash.pk}/")
    assert list(Reading.objects.order_by("id").values_list("what", "shown")[1:]) == [
        ("view", []),
        ("list", [cast.ash.pk]),
    ]


def test_a_list_is_logged_with_exactly_the_children_on_it(cast: Cast, worker_client: Client) -> None:
    for child in (cast.ash, cast.briar, cast.rowan, cast.hazel):
        Entry.objects.create(
            child=child, kind="a.b", summary="x", happened_at=child.recorded_at, recorded_at=child.recorded_at,
            by=cast.system,
        )  # fmt: skip
    assert worker_client.get("/chronology/").content == b"3"
    assert Reading.objects.get().shown == sorted([cast.ash.pk, cast.briar.pk, cast.hazel.pk])


def test_what_is_not_shown_is_not_logged(cast: Cast, worker_client: Client) -> None:
    worker_client.get(f"/children/{cast.rowan.pk}/")
    send(worker_client, cast.ash, "hello")
    worker_client.get("/welcome/")
    assert not Reading.objects.shown().exists()


def test_a_form_that_comes_back_is_logged_because_it_shows_the_record(
    cast: Cast, worker_client: Client
) -> None:
    assert send(worker_client, cast.ash, "refused").status_code == 422
    assert Reading.objects.get().page == "note"


def test_the_page_is_not_shown_when_the_log_cannot_be_written(cast: Cast, worker_client: Client) -> None:
    answer = worker_client.get(f"/unloggable/{cast.ash.pk}/")
    assert answer.status_code == 503
    assert b"Alder" not in answer.content
    assert not Reading.objects.exists()


def test_a_form_is_carried_out_once(cast: Cast, worker_client: Client) -> None:
    once = uuid4()
    first = send(worker_client, cast.ash, "first", once)
    second = send(worker_client, cast.ash, "second", once)
    assert first.status_code == second.status_code == 302
    assert second["Location"] == first["Location"]
    assert notes(cast.ash) == ["first"]


def test_a_form_without_its_token_is_refused(cast: Cast, worker_client: Client) -> None:
    for once in ("", "not-a-token"):
        answer = worker_client.post(f"/note/{cast.ash.pk}/", {"typed": "hello", "once": once})
        assert answer.status_code == 400
    assert not notes(cast.ash)


def test_the_token_may_come_in_a_header(cast: Cast, worker_client: Client) -> None:
    headers = {"Idempotency-Key": str(uuid4())}
    for _ in range(2):
        assert worker_client.post(f"/note/{cast.ash.pk}/", {"typed": "x"}, headers=headers).status_code == 302
    assert notes(cast.ash) == ["x"]


def test_somebody_elses_token_is_refused(cast: Cast, worker_client: Client) -> None:
    once = uuid4()
    send(worker_client, cast.ash, "first", once)
    assert send(signed_in(cast.user("colleague")), cast.ash, "second", once).status_code == 403
    assert notes(cast.ash) == ["first"]


def test_a_refused_form_is_undone_and_may_be_sent_again(cast: Cast, worker_client: Client) -> None:
    once = uuid4()
    assert send(worker_client, cast.ash, "refused", once).status_code == 422
    assert not notes(cast.ash)
    assert not Submission.objects.filter(token=once).exists()
    assert send(worker_client, cast.ash, "mended", once).status_code == 302
    assert notes(cast.ash) == ["mended"]


@pytest.mark.parametrize("how", ["broken", "broken in the database"])
def test_whatever_breaks_leaves_nothing_behind(cast: Cast, worker_client: Client, how: str) -> None:
    worker_client.raise_request_exception = False
    once = uuid4()
    assert send(worker_client, cast.ash, how, once).status_code == 500
    assert not notes(cast.ash)
    assert send(worker_client, cast.ash, "again", once).status_code == 302
    assert notes(cast.ash) == ["again"]


def test_one_person_after_another_sees_only_their_own(cast: Cast) -> None:
    clients = {name: signed_in(cast.user(name)) for name in ("worker", "outsider")}
    for _ in range(3):
        assert clients["worker"].get(f"/children/{cast.ash.pk}/").status_code == 200
        assert clients["outsider"].get(f"/children/{cast.ash.pk}/").status_code == 404
        assert clients["outsider"].get(f"/children/{cast.rowan.pk}/").status_code == 200
        assert clients["worker"].get(f"/children/{cast.rowan.pk}/").status_code == 404


def test_what_ends_ones_own_sight_of_a_child_can_still_be_written_down(cast: Cast) -> None:
    client = signed_in(cast.user("manager"))
    Allocation.objects.filter(child=cast.ash).update(starts_on=LONG_AGO)
    allocation = Allocation.objects.get(child=cast.ash)
    assert client.post(f"/hand-over/{allocation.pk}/", {"once": uuid4()}).status_code == 302
    assert client.get(f"/children/{cast.ash.pk}/").status_code == 404


def test_a_page_of_a_package_we_use_asks_what_it_asks_itself(cast: Cast) -> None:
    """Signing in is theirs, and open to who has not."""
    assert Client().get("/theirs/").headers["Location"] == "/welcome/"


def typed(words: str) -> dict[str, object]:
    day = {"when_day": "2", "when_month": "3", "when_year": "2026"}
    return {"words": words, **day, "how": ["rang"], "once": uuid4()}


def test_a_form_that_holds_is_carried_out_once_and_leads_on(worker_client: Client, cast: Cast) -> None:
    answer = worker_client.post(f"/letter/{cast.ash.pk}/", typed("Told"))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/welcome/")
    assert notes(cast.ash) == ["Told"]


@pytest.mark.parametrize(
    ("words", "said"), [("", "Answer the question: What happened?"), ("refused", "Nobody writes that.")]
)
def test_what_is_refused_stands_beside_its_question_and_nothing_is_kept(
    worker_client: Client, cast: Cast, words: str, said: str
) -> None:
    answer = worker_client.post(f"/letter/{cast.ash.pk}/", typed(words))
    assert answer.status_code == 422
    assert said in " ".join(answer.context["form"].errors["words"])
    assert notes(cast.ash) == []


def test_a_form_leads_to_what_it_recorded_where_nothing_else_is_said(rf) -> None:
    form = Form({})
    answer = carry_out(rf.post("/"), form, lambda: "/what-was-recorded/", "ui/form_page.html", {})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/what-was-recorded/")
