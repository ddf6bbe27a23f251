"""A copy of a record: who asks, who decides, what is in it, and for how long."""

from __future__ import annotations

import io
import json
from datetime import timedelta
from hashlib import sha256
from uuid import uuid4
from zipfile import ZipFile

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from page import ValidationProfile, validate_pdf_bytes

from kittiwake.access.identity import acting_as
from kittiwake.access.models import Reading
from kittiwake.desk.exports import making, recording, tasks
from kittiwake.desk.exports.making import Stopped, make
from kittiwake.desk.exports.models import Decision, Part, RecordExport
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.primitives.documents.models import Document, Piece
from kittiwake.record import recording as record
from kittiwake.record.models import Allocation, Child, Entry
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast, signed_in

LINE = "documents.document"  # a kind of line as good as any


@pytest.fixture(autouse=True)
def at_now(time_machine: time_machine.TimeMachineFixture) -> None:
    time_machine.move_to(NOW)


def line(cast: Cast, summary: str, child: Child | None = None) -> Entry:
    by = cast.user("worker")
    return record.enter(child or cast.ash, kind=LINE, summary=summary, happened_at=NOW, by=by, at=NOW)


def asked(cast: Cast, by: str = "worker") -> RecordExport:
    facts = {"right": "themselves", "for_whom": "Ash", "asked_on": local_date(NOW)}
    return recording.ask(cast.ash, **facts, by=cast.user(by), at=NOW)


def made(cast: Cast, *given: Entry, export: RecordExport | None = None) -> RecordExport:
    export = export or asked(cast)
    recording.decide(export, lines=dict.fromkeys(given, "theirs"), by=cast.user("manager"), at=NOW)
    recording.start(export, by=cast.user("manager"), at=NOW)
    make(export_id=export.pk)
    export.refresh_from_db()
    return export


def opened(client: Client, export: RecordExport) -> ZipFile:
    answer = client.get(reverse("exports:download", args=[export.pk]))
    assert answer.status_code == 200
    return ZipFile(io.BytesIO(b"".join(answer)))


def send(client: Client, url: str, **answers: object):
    return client.post(url, {"once": str(uuid4()), **answers})


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is put on paper, in words: a PDF keeps them packed."""
    words: list[str] = []
    real = making.pdf

    def kept(paper: making.Paper, **more: object) -> bytes:
        words.append(json.dumps(paper.as_data()))
        return real(paper, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(making, "pdf", kept)
    return words


def test_only_what_somebody_decided_goes_out_and_the_rest_is_counted(cast: Cast, told: list[str]) -> None:
    theirs = line(cast, "Heron went to the dentist")
    line(cast, "Osprey is another boy")
    export = made(cast, theirs)
    assert "Heron went to the dentist" in told[0]
    assert "Osprey" not in told[0]
    assert told[0].count(making.WITHHELD) >= 1
    assert (export.withheld, export.unseen) == (1, 0)


def test_the_file_opens_for_who_asked_and_its_list_of_hashes_is_true(cast: Cast) -> None:
    export = made(cast, line(cast, "A line"))
    archive = opened(signed_in(cast.user("worker")), export)
    manifest = json.loads(archive.read("manifest.json"))
    names = set(archive.namelist()) - {"manifest.json"}
    assert names == set(manifest["sha256"])
    assert all(sha256(archive.read(name)).hexdigest() == manifest["sha256"][name] for name in names)
    assert manifest["lines"] == {"given": 1, "withheld": 0, "not_seen_by_who_asked": 0}
    whole = b"".join(Part.objects.order_by("number").values_list("content", flat=True))
    assert sha256(whole).hexdigest() == export.sha256
    assert Reading.objects.filter(what="export", user_id=cast.user("worker").pk).count() == 1


def test_its_papers_are_pdf_ua(cast: Cast) -> None:
    export = made(cast, line(cast, "A line"))
    archive = opened(signed_in(cast.user("worker")), export)
    checked = validate_pdf_bytes(archive.read("chronology-001.pdf"), profile=ValidationProfile.PDF_UA_1)
    assert checked.is_compliant, checked


def kept_with(cast: Cast, entry: Entry, content: bytes) -> None:
    facts = {"kind": "letter", "title": "Letter", "added_at": NOW, "added_by": cast.user("worker")}
    digest = sha256(content).hexdigest()
    document = Document.objects.create(
        entry=entry,
        **facts,
        format="txt",
        size=len(content),
        sha256=digest,
        received_sha256=digest,
        scan="clean",
    )
    Piece.objects.create(document=document, number=0, content=content)


def test_what_was_written_to_them_goes_undecided_but_not_where_a_file_is_kept_with_it(cast: Cast) -> None:
    facts = {"kind": "replies.reply", "happened_at": NOW, "by": cast.user("worker"), "at": NOW}
    plain, with_file = (record.enter(cast.ash, summary=summary, **facts) for summary in ("Hello", "See this"))
    kept_with(cast, with_file, b"Somebody else")
    export = asked(cast)
    url = reverse("exports:decide", args=[export.pk])
    page = signed_in(cast.user("manager")).get(url).content.decode()
    assert (f"line_{plain.pk}" in page, f"line_{with_file.pk}" in page) == (False, True)
    undecided = opened(signed_in(cast.user("worker")), made(cast, export=export))
    assert not [name for name in undecided.namelist() if name.startswith("documents/")]
    decided = opened(signed_in(cast.user("worker")), made(cast, with_file))
    assert [name for name in decided.namelist() if name.startswith("documents/")]


def test_the_documents_of_a_line_go_with_it_and_of_what_stays_out_do_not(cast: Cast) -> None:
    given, kept_back = line(cast, "A letter to them"), line(cast, "A letter about another")
    for entry, content in ((given, b"Dear you"), (kept_back, b"Dear other")):
        kept_with(cast, entry, content)
    archive = opened(signed_in(cast.user("worker")), made(cast, given))
    (name,) = (name for name in archive.namelist() if name.startswith("documents/"))
    assert archive.read(name) == b"Dear you"


def test_nobody_decides_what_they_asked_for_themselves(cast: Cast) -> None:
    export = asked(cast, by="manager")
    with pytest.raises(NotYours, match="you asked"):
        recording.decide(export, lines={}, by=cast.user("manager"), at=NOW)
    with pytest.raises(NotYours, match="you asked"):
        recording.start(export, by=cast.user("manager"), at=NOW)
    client = signed_in(cast.user("manager"))
    assert client.get(reverse("exports:decide", args=[export.pk])).status_code == 403


@pytest.mark.parametrize("who", ["outsider", "auditor", "administrator", "protection_officer", "partner"])
def test_only_those_whose_child_it_is_ask(cast: Cast, who: str) -> None:
    with acting_as(cast.user(who)), pytest.raises(NotYours):
        asked(cast, by=who)


def test_a_line_of_another_child_is_not_decided_here(cast: Cast) -> None:
    other = line(cast, "Briar's own", cast.briar)
    with pytest.raises(Refused, match="another child"):
        recording.decide(asked(cast), lines={other: "theirs"}, by=cast.user("manager"), at=NOW)


def test_what_was_decided_is_taken_back(cast: Cast, told: list[str]) -> None:
    entry, export = line(cast, "Heron went to the dentist"), asked(cast)
    manager = cast.user("manager")
    recording.decide(export, lines={entry: "theirs"}, by=manager, at=NOW)
    recording.decide(export, lines={entry: ""}, by=manager, at=NOW)
    assert Decision.objects.get().taken_back_at == NOW
    made(cast, export=export)
    assert "Heron" not in told[0]


def test_only_who_asked_opens_it_and_the_database_says_so_too(cast: Cast) -> None:
    export = made(cast, line(cast, "A line"))
    url = reverse("exports:download", args=[export.pk])
    assert signed_in(cast.user("manager")).get(url).status_code == 403
    assert signed_in(cast.user("outsider")).get(url).status_code == 404
    for who, sees in (("worker", True), ("manager", False), ("colleague", False)):
        with acting_as(cast.user(who)):
            assert Part.objects.exists() is sees


def test_after_a_day_it_is_gone(cast: Cast, time_machine: time_machine.TimeMachineFixture) -> None:
    export = made(cast, line(cast, "A line"))
    worker = cast.user("worker")
    time_machine.move_to(NOW + timedelta(hours=25))
    answer = signed_in(worker).get(reverse("exports:download", args=[export.pk]))
    assert answer.status_code == 302
    recording.clear_away(NOW + timedelta(hours=25))
    assert not Part.objects.exists()


def test_what_broke_off_offers_nothing_and_is_made_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    export = asked(cast)
    recording.start(export, by=cast.user("manager"), at=NOW)
    with monkeypatch.context() as broken:
        broken.setattr(making, "pdf", lambda *given, **more: 1 / 0)
        with pytest.raises(Stopped, match="ZeroDivisionError"):
            make(export_id=export.pk)
    export.refresh_from_db()
    assert export.is_broken
    assert not Part.objects.exists()
    made(cast, export=export)
    assert export.made_at
    before = list(Part.objects.values_list("pk", flat=True))
    make(export_id=export.pk)  # once too often
    assert list(Part.objects.values_list("pk", flat=True)) == before


def test_who_asked_and_may_no_longer_see_the_child_is_given_nothing(cast: Cast) -> None:
    export = asked(cast)
    recording.start(export, by=cast.user("manager"), at=NOW)
    Allocation.objects.filter(child=cast.ash).update(worker=None, team=cast.south)
    with pytest.raises(Stopped, match="PermissionError"):
        make(export_id=export.pk)
    assert not Part.objects.exists()


def test_a_long_record_is_several_papers_and_tells_how_far_it_is(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "LINES_ON_A_PAPER", 2)
    given = [line(cast, f"Line {number}") for number in range(5)]
    export = made(cast, *given)
    names = opened(signed_in(cast.user("worker")), export).namelist()
    assert [name for name in names if name.endswith(".pdf")] == [f"chronology-00{n}.pdf" for n in (1, 2, 3)]
    assert (export.done, export.total) == (6, 5)


def test_the_pages_from_asking_to_opening(cast: Cast) -> None:
    entry = line(cast, "Heron went to the dentist")
    worker, manager = signed_in(cast.user("worker")), signed_in(cast.user("manager"))
    day = {"asked_on_day": "23", "asked_on_month": "11", "asked_on_year": "2026"}
    url = reverse("exports:ask", args=[cast.ash.pk])
    assert send(worker, url, right="themselves", for_whom="Ash", **day).status_code == 302
    export = RecordExport.objects.get()
    assert str(export.due_on) == "2026-12-23"
    decide = reverse("exports:decide", args=[export.pk])
    page = manager.get(decide).content.decode()
    assert "Heron went to the dentist" in page
    assert worker.get(decide).status_code == 403
    assert send(manager, decide, **{f"line_{entry.pk}": "theirs"}).status_code == 302
    assert "1 of 1 lines" in manager.get(reverse("exports:make", args=[export.pk])).content.decode()
    assert send(manager, reverse("exports:make", args=[export.pk])).status_code == 302
    assert "0% is made" in worker.get(export.get_absolute_url()).content.decode()
    make(export_id=export.pk)
    assert "Open the file" in worker.get(export.get_absolute_url()).content.decode()
    assert "Open the file" not in manager.get(export.get_absolute_url()).content.decode()


def test_lines_are_decided_page_by_page(cast: Cast) -> None:
    entries = [line(cast, f"Line {number}") for number in range(21)]
    export, manager = asked(cast), signed_in(cast.user("manager"))
    url = reverse("exports:decide", args=[export.pk])
    answer = send(manager, url, **{f"line_{entries[0].pk}": "theirs"})
    assert answer["Location"] == f"{url}?after={entries[19].pk}"
    assert "Line 20" in manager.get(answer["Location"]).content.decode()
    answer = send(manager, answer["Location"], **{f"line_{entries[20].pk}": "known"})
    assert answer["Location"] == export.get_absolute_url()
    assert export.decisions.count() == 2


def test_what_cannot_be_is_refused(cast: Cast) -> None:
    facts = {"right": "court", "for_whom": "The court", "by": cast.user("worker"), "at": NOW}
    with pytest.raises(Refused, match="today or in the past"):
        recording.ask(cast.ash, asked_on=local_date(NOW) + timedelta(days=1), **facts)
    export, manager = asked(cast), cast.user("manager")
    entry = line(cast, "A line")
    for _ in range(2):  # the second says nothing new
        recording.decide(export, lines={entry: "theirs"}, by=manager, at=NOW)
    assert Decision.objects.count() == 1
    recording.start(export, by=manager, at=NOW)
    with pytest.raises(Refused, match="being made"):
        recording.decide(export, lines={entry: ""}, by=manager, at=NOW)


def test_the_list_and_the_clock(cast: Cast) -> None:
    export = made(cast, line(cast, "A line"))
    page = signed_in(cast.user("worker")).get(reverse("exports:of_child", args=[cast.ash.pk]))
    assert "Made" in page.content.decode()
    with time_machine.travel(NOW + timedelta(days=2)):
        tasks.clear_copies(timestamp=0)
    assert not Part.objects.exists()
    assert RecordExport.objects.get().pk == export.pk
