"""A file sent in pieces: begun, gone on with after whatever broke it off, added once, and gone after a day."""

from __future__ import annotations

from base64 import b64encode
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils.timezone import now

from kittiwake.access.models import Reading
from kittiwake.history.refusal import Refused
from kittiwake.primitives.documents.arrivals import recording
from kittiwake.primitives.documents.arrivals.opening import opened
from kittiwake.primitives.documents.models import Arrival, ArrivedPiece, Document
from kittiwake.primitives.documents.rules import MOST_AT_ONCE, MOST_BYTES, MOST_ON_THE_WAY
from kittiwake.primitives.documents.serving import opened as opened_document
from kittiwake.primitives.documents.tests import files
from kittiwake.primitives.documents.tests.test_hostile_files import fills_with_the_second
from kittiwake.record.models import Allocation, Child
from tests.cast import Cast, signed_in

LETTER = b"What the school wrote, on several pages" * 10
PIECE = "application/offset+octet-stream"


@pytest.fixture
def worker(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))


def begins(
    client: Client, child: Child, content: bytes = LETTER, name: str = "From school.txt", **more: Any
) -> HttpResponse:
    said = f"filename {b64encode(name.encode()).decode()},changed {b64encode(b'1763000000').decode()}"
    headers = {"Tus-Resumable": "1.0.0", "Upload-Length": str(len(content)), "Upload-Metadata": said, **more}
    return client.post(reverse("documents:arrivals", args=[child.pk]), headers=headers)


def sends(client: Client, url: str, start: int, piece: bytes, **more: Any) -> HttpResponse:
    headers = {"Tus-Resumable": "1.0.0", "Upload-Offset": str(start), **more}
    return client.post(url, piece, content_type=PIECE, headers=headers)


def come(client: Client, url: str) -> str:
    return client.head(url)["Upload-Offset"]


def sent(client: Client, child: Child, content: bytes = LETTER, name: str = "From school.txt") -> Arrival:
    url = begins(client, child, content, name)["Location"]
    assert sends(client, url, 0, content).status_code == 204
    return Arrival.objects.get(name=name)


def adds(client: Client, child: Child, *arrivals: Arrival, **answers: Any) -> HttpResponse:
    keys = [each.pk for each in arrivals]
    answers = {"once": str(uuid4()), "kind": "letter", "arrived": keys, **answers}
    return client.post(reverse("documents:add", args=[child.pk]), answers)


def test_a_file_comes_in_pieces_and_is_added_with_its_form(cast: Cast, worker: Client) -> None:
    begun = begins(worker, cast.ash)
    url = begun["Location"]
    assert (begun.status_code, come(worker, url)) == (201, "0")
    assert sends(worker, url, 0, LETTER[:100])["Upload-Offset"] == "100"
    assert sends(worker, url, 100, LETTER[100:])["Upload-Offset"] == str(len(LETTER))
    arrival = Arrival.objects.get()
    assert not Document.objects.exists()
    assert adds(worker, cast.ash, arrival).status_code == 302
    document = Document.objects.get()
    with opened_document(document) as file:
        assert file.read() == LETTER
    assert document.title == "From school"
    assert not Arrival.objects.exists()
    assert not ArrivedPiece.objects.exists()


def test_after_a_dead_connection_it_goes_on_where_it_stopped(cast: Cast, worker: Client) -> None:
    url = begins(worker, cast.ash)["Location"]
    sends(worker, url, 0, LETTER[:100])
    again = sends(worker, url, 0, LETTER[:100])  # the answer was lost, and the piece is sent once more
    assert again.status_code == 409
    assert come(worker, url) == "100"
    assert begins(worker, cast.ash)["Location"] == url  # the page was opened anew, or in a second window
    assert come(worker, url) == "100"
    sends(worker, url, 100, LETTER[100:])
    with opened(Arrival.objects.all()) as (file,):
        assert file.read() == LETTER


def test_a_piece_out_of_step_is_not_taken(cast: Cast, worker: Client) -> None:
    url = begins(worker, cast.ash)["Location"]
    assert sends(worker, url, 5, b"x").status_code == 409
    assert sends(worker, url, 0, LETTER + b"x").status_code == 409
    assert sends(worker, url, 0, b"x" * (MOST_AT_ONCE + 1)).status_code == 413
    assert sends(worker, url, "a", b"x").status_code == 422  # type: ignore[arg-type]
    assert worker.post(url, {"a": "b"}, headers={"Upload-Offset": "0"}).status_code == 422
    assert sends(worker, url, 0, b"x", **{"Tus-Resumable": "0.2.2"}).status_code == 412
    assert come(worker, url) == "0"
    assert not ArrivedPiece.objects.exists()


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        (
            {"Upload-Length": str(MOST_BYTES + 1)},
            "“From school.txt” is too large. A file may have 25 MB at most",
        ),
        ({"Upload-Length": "0"}, "“From school.txt” is empty"),
        ({"Upload-Length": ""}, "Say how long the file is"),
        ({"Upload-Length": "-5"}, "Say how long the file is"),
        ({"Upload-Length": "9" * 40}, "Say how long the file is"),
    ],
)
def test_it_is_refused_before_it_comes(
    cast: Cast, worker: Client, headers: dict[str, str], said: str
) -> None:
    answer = begins(worker, cast.ash, **headers)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Arrival.objects.exists()


def test_what_a_browser_says_of_a_file_need_not_be_readable(cast: Cast, worker: Client) -> None:
    for number, said in enumerate(
        ("", "filename", "filename !!!", "filename /w==,changed YQ==", "filename AAAA")
    ):
        assert (
            begins(worker, cast.ash, LETTER + b"x" * number, **{"Upload-Metadata": said}).status_code == 201
        )


def test_so_much_of_one_person_is_on_its_way_and_no_more(cast: Cast) -> None:
    by, at = cast.user("worker"), now()
    fits = MOST_ON_THE_WAY // MOST_BYTES
    for number in range(fits):
        recording.begin(cast.ash, name=str(number), size=MOST_BYTES, changed=0, by=by, at=at)
    with pytest.raises(Refused, match="500 MB of yours are on their way and not added"):
        recording.begin(cast.ash, name="one more", size=MOST_BYTES, changed=0, by=by, at=at)
    assert Arrival.objects.count() == fits
    recording.begin(cast.ash, name="of somebody else", size=1, changed=0, by=cast.user("manager"), at=at)


def test_it_is_nobody_elses(cast: Cast, worker: Client) -> None:
    url = begins(worker, cast.ash)["Location"]
    manager = signed_in(cast.user("manager"))
    assert manager.head(url).status_code == 404
    assert sends(manager, url, 0, LETTER).status_code == 404
    sends(worker, url, 0, LETTER)
    assert "From school.txt" not in manager.get(reverse("documents:add", args=[cast.ash.pk])).content.decode()
    assert adds(manager, cast.ash, Arrival.objects.get()).status_code == 422
    assert not Document.objects.exists()


def test_whoever_may_not_see_the_child_begins_nothing(cast: Cast) -> None:
    assert begins(signed_in(cast.user("outsider")), cast.ash).status_code == 404
    assert begins(signed_in(cast.user("partner")), cast.ash).status_code == 403
    assert begins(Client(), cast.ash, **{"HX-Request": "true"}).status_code == 401


def test_who_loses_the_child_half_way_is_refused_with_the_next_piece(cast: Cast, worker: Client) -> None:
    url = begins(worker, cast.ash)["Location"]
    sends(worker, url, 0, LETTER[:100])
    Allocation.objects.filter(child=cast.ash).update(ends_on=now().date() - timedelta(days=1))
    assert sends(worker, url, 100, LETTER[100:]).status_code == 404
    assert worker.head(url).status_code == 404
    assert Arrival.objects.get().came == 100


def test_who_is_signed_out_half_way_is_told_so_and_goes_on_later(cast: Cast, worker: Client) -> None:
    url = begins(worker, cast.ash)["Location"]
    sends(worker, url, 0, LETTER[:100])
    worker.logout()
    assert sends(worker, url, 100, LETTER[100:], **{"HX-Request": "true"}).status_code == 401
    again = signed_in(cast.user("worker"))
    assert come(again, begins(again, cast.ash)["Location"]) == "100"


def test_a_piece_shows_nothing_and_is_no_reading(cast: Cast, worker: Client) -> None:
    before = Reading.objects.count()
    sent(worker, cast.ash)
    assert Reading.objects.count() == before


def test_the_same_file_in_two_windows_is_added_once(cast: Cast, worker: Client) -> None:
    arrival = sent(worker, cast.ash)
    assert adds(worker, cast.ash, arrival).status_code == 302
    second = adds(worker, cast.ash, arrival)
    assert second.status_code == 422
    assert "is no longer here. Choose the file again" in second.content.decode()
    assert Document.objects.count() == 1


def test_what_a_form_refused_stays_to_be_added(cast: Cast, worker: Client) -> None:
    arrival = sent(worker, cast.ash)
    page = adds(worker, cast.ash, arrival, kind="").content.decode()
    assert "From school.txt (390 bytes)" in page
    assert "checked" in page
    program = sent(worker, cast.ash, files.PROGRAM, "x.exe")
    assert (
        "“x.exe” is not a file that can be kept" in adds(worker, cast.ash, arrival, program).content.decode()
    )
    assert not Document.objects.exists()
    assert adds(worker, cast.ash, arrival, chosen=[files.sent("a.txt", b"a")]).status_code == 302
    assert sorted(Document.objects.values_list("title", flat=True)) == ["From school", "a"]


def test_no_more_files_at_once_than_a_form_takes(cast: Cast, worker: Client) -> None:
    arrivals = [sent(worker, cast.ash, bytes([65 + number]), f"{number}.txt") for number in range(10)]
    answer = adds(worker, cast.ash, *arrivals, chosen=[files.sent("a.txt", b"a")])
    assert "Add 10 files or fewer at once. You chose 11" in answer.content.decode()


def test_it_is_gone_after_a_day(cast: Cast, worker: Client) -> None:
    arrival = sent(worker, cast.ash)
    recording.clear_away(at=now())
    assert Arrival.objects.exists()
    Arrival.objects.update(began_at=now() - timedelta(hours=Arrival.HOURS, minutes=1))
    assert worker.head(reverse("documents:arrival", args=[arrival.pk])).status_code == 404
    assert adds(worker, cast.ash, arrival).status_code == 422
    recording.clear_away(at=now())
    assert not Arrival.objects.exists()
    assert not ArrivedPiece.objects.exists()


def test_begun_again_after_a_day_it_begins_anew(cast: Cast, worker: Client) -> None:
    sent(worker, cast.ash)
    Arrival.objects.update(began_at=now() - timedelta(hours=Arrival.HOURS, minutes=1))
    assert come(worker, begins(worker, cast.ash)["Location"]) == "0"


def test_a_disk_that_fills_half_way_is_said_so_and_what_came_before_stays(cast: Cast, worker: Client) -> None:
    url = begins(worker, cast.ash)["Location"]
    with fills_with_the_second('INSERT INTO "documents_arrivedpiece"'):
        assert sends(worker, url, 0, LETTER[:100]).status_code == 204
        full = sends(worker, url, 100, LETTER[100:])
    assert full.status_code == 422
    assert "The server has no room left" in full.content.decode()
    assert come(worker, url) == "100"
    assert sends(worker, url, 100, LETTER[100:]).status_code == 204
