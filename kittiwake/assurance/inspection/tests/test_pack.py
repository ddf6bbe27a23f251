"""A visit pack: made part by part as whoever asked, a draft until it is released, taken away once."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from uuid import uuid4
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.models import Reading
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.inspection.models import Pack, PackPiece
from kittiwake.assurance.inspection.pack import contents, recording
from kittiwake.assurance.inspection.pack.contents import Asked, Contents, PackFile, PackPart, Sheet, parts
from kittiwake.assurance.inspection.tests.made import TODAY, by_at, day, raised, shown
from kittiwake.history.refusal import Refused
from tests.cast import NOW, Cast, signed_in


@pytest.fixture(autouse=True)
def _now(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def two_parts(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A part of words and a part of another area, with a file and a child in it; who each was made as."""
    made_as: list[str] = []

    def words(asked: Asked) -> Contents:
        made_as.append(asked.viewer.user.name)
        return Contents([Sheet("Figures", ["Measure", "Figure"], [["P11", "3 of 4"]])])

    def lists(asked: Asked) -> Contents:
        return Contents(files=[PackFile("lists.xlsx", b"workbook")], child_ids=[cast.ash.pk])

    parts = [PackPart("figures", 1, "Performance figures", words), PackPart("annex_a", 2, "Lists", lists)]
    for module in (contents, recording):
        monkeypatch.setattr(module, "parts", lambda: parts)
    return made_as


def asked(cast: Cast, who: str = "analyst") -> Pack:
    with acting_as(cast.user(who)):
        return recording.ask(as_of=TODAY, **by_at(cast, who))


def made(cast: Cast, who: str = "analyst") -> Pack:
    pack = asked(cast, who)
    recording.make(pack_id=pack.pk)
    with acting_as_system():
        pack.refresh_from_db()
    return pack


def text(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as archive:
        reader = PdfReader(BytesIO(archive.read(name)))
        return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def fetch(cast: Cast, pack: Pack, who: str = "analyst"):
    return signed_in(cast.user(who)).post(f"/inspections/packs/{pack.pk}/file/", {"once": str(uuid4())})


def test_it_is_made_as_whoever_asked_and_taken_away_once(cast: Cast, two_parts: list[str]) -> None:
    pack = made(cast)
    assert (pack.done, pack.total, pack.is_broken) == (2, 2, False)
    assert two_parts == ["Analyst"]
    answer = fetch(cast, pack)
    with ZipFile(BytesIO(answer.content)) as archive:
        assert sorted(archive.namelist()) == ["00-index.pdf", "01-figures.pdf", "02-annex-a/DRAFT-lists.xlsx"]
    assert "3 of 4" in text(answer.content, "01-figures.pdf")
    assert fetch(cast, pack).status_code == 422
    with acting_as(cast.user("analyst")):
        assert not PackPiece.objects.exists()


def test_it_is_marked_as_a_draft_until_the_director_releases_it(cast: Cast, two_parts: list[str]) -> None:
    draft = fetch(cast, made(cast)).content
    assert "DRAFT" in text(draft, "00-index.pdf")
    assert "OFFICIAL-SENSITIVE" in text(draft, "01-figures.pdf")
    with acting_as(cast.user("director")):
        pack = made_by(cast, two_parts)
        recording.release(pack, **by_at(cast, "director"))
        with pytest.raises(Refused):
            recording.release(pack, **by_at(cast, "director"))
    released = fetch(cast, pack).content
    assert "DRAFT" not in text(released, "00-index.pdf") + text(released, "01-figures.pdf")
    assert "Released by Director" in text(released, "00-index.pdf")
    with ZipFile(BytesIO(released)) as archive:
        assert "02-annex-a/lists.xlsx" in archive.namelist()


def made_by(cast: Cast, two_parts: list[str]) -> Pack:
    return made(cast)


def test_the_children_in_it_stand_in_the_log_of_reading(cast: Cast, two_parts: list[str]) -> None:
    fetch(cast, made(cast))
    with acting_as_system():
        line = Reading.objects.filter(user_id=cast.user("analyst").pk, what="export").get()
    assert line.shown == [cast.ash.pk]


def test_it_is_nobodys_but_whoever_asked(cast: Cast, two_parts: list[str]) -> None:
    pack = made(cast)
    answer = fetch(cast, pack, "director")
    assert answer.get("Content-Type", "").startswith("text/html")
    with acting_as(cast.user("director")):
        assert not PackPiece.objects.exists()
        with pytest.raises(Refused):
            recording.fetch(pack, **by_at(cast, "director"))
    with acting_as_system():
        assert not PackPiece.objects.exists()
    assert fetch(cast, pack, "inspector").status_code == 403


def test_asked_for_twice_it_is_made_once(cast: Cast, two_parts: list[str]) -> None:
    assert asked(cast).pk == asked(cast).pk
    pack = made(cast)
    recording.make(pack_id=pack.pk)  # a worker that comes late
    assert two_parts == ["Analyst"]
    assert asked(cast).pk != pack.pk


def test_a_worker_that_dies_is_followed_by_one_that_goes_on(
    cast: Cast, two_parts: list[str], monkeypatch
) -> None:
    pack = asked(cast)
    recording._make_part(pack, recording.parts()[0])
    recording.make(pack_id=pack.pk)
    assert two_parts == ["Analyst"]


def test_one_that_stops_says_so_and_nothing_of_what_it_read(
    cast: Cast, two_parts: list[str], monkeypatch
) -> None:
    def broken(asked: Asked) -> Contents:
        raise ValueError("Ash Alder")

    monkeypatch.setattr(recording, "parts", lambda: [PackPart("figures", 1, "x", broken)])
    pack = asked(cast)
    with pytest.raises(recording.Stopped) as stopped:
        recording.make(pack_id=pack.pk)
    assert "Ash" not in str(stopped.value)
    page = signed_in(cast.user("analyst")).get(pack.get_absolute_url()).content.decode()
    assert "Could not be made" in page


def test_whoever_lost_the_power_meanwhile_is_given_nothing(cast: Cast, two_parts: list[str]) -> None:
    pack = asked(cast)
    user = cast.user("analyst")
    user.role = "lead_member"
    user.save()
    with pytest.raises(recording.Stopped):
        recording.make(pack_id=pack.pk)
    with acting_as(user):
        assert not PackPiece.objects.exists()


def test_one_whose_worker_is_gone_is_asked_for_again(cast: Cast, two_parts: list[str]) -> None:
    first = asked(cast)
    with acting_as_system():
        Pack.objects.filter(pk=first.pk).update(asked_at=NOW - timedelta(hours=1))
    assert asked(cast).pk != first.pk


def test_a_day_to_come_is_refused(cast: Cast) -> None:
    with acting_as_system(), pytest.raises(Refused) as refused:
        recording.ask(as_of=day(-1), **by_at(cast))
    assert refused.value.field == "as_of"


def test_every_part_is_made_and_says_what_it_is(council: Cast) -> None:
    concern = raised(council, words="Children wait too long")
    shown(council, concern)
    content = recording.made_now(Viewer(council.system), TODAY, NOW)
    with ZipFile(BytesIO(content)) as archive:
        names = archive.namelist()
    assert len([name for name in names if name.endswith(".pdf")]) == len(parts()) + 1
    assert "Children wait too long" in text(content, "03-concerns.pdf")
    assert "Nothing is written yet" in text(content, "02-self-evaluation.pdf")
    assert "DRAFT" in text(content, "06-figures.pdf")


def test_what_is_kept_comes_back_as_it_was() -> None:
    made = Contents([Sheet("A", ["x"], [["1"]], "w")], [PackFile("f.xlsx", b"\x00\xff")], {3, 1})
    back = contents.from_bytes(contents.as_bytes(made))
    assert (back.sheets[0].title, back.sheets[0].words) == ("A", "w")
    assert back.files == [PackFile("f.xlsx", b"\x00\xff")]
    assert back.child_ids == [1, 3]
