"""Pages of letters: what each person reads, what comes back when it is refused, and what outsiders find."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape

from kittiwake.assurance.letters import recording, rules
from kittiwake.assurance.letters.models import Letter, LetterFile, Statement
from kittiwake.assurance.letters.parts import LARGEST, next_to_confirm, parts_of
from kittiwake.assurance.letters.reading.letters import read as read_letter
from kittiwake.assurance.letters.tests import made_up, making
from kittiwake.assurance.letters.tests.test_recording import added, decision
from kittiwake.assurance.letters.words import marked
from kittiwake.primitives.documents import scanning
from kittiwake.primitives.documents.models import Document
from tests.cast import NOW, Cast, signed_in

ALL = "/inspectors-letters/"
EARLIER = made_up.REPORT.replace("2 March to 13 March 2026", "2 May to 13 May 2024").replace(
    "Far Hedge Council", "Far Hedge Borough Council"
)


@pytest.fixture(autouse=True)
def _now(time_machine) -> None:
    time_machine.move_to(NOW + timedelta(days=1), tick=False)


def read(cast: Cast, name: str, address: str) -> str:
    answer = signed_in(cast.user(name)).get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def sent(cast: Cast, person: str, address: str, **answers: Any):
    return signed_in(cast.user(person)).post(address, {"once": str(uuid4()), **answers}, follow=True)


def answers_for(letter: Letter, number: int = 1, **readings: str) -> dict[str, str]:
    """As the form of a part sends them when nobody changes anything."""
    part = parts_of(letter.statements.all())[number - 1]
    given: dict[str, str] = {}
    for statement in part.statements:
        given |= {f"reading_{statement.pk}": statement.reading, f"theme_{statement.pk}": statement.theme}
        given[f"seen_{statement.pk}"] = statement.confirmed_at.isoformat() if statement.confirmed_at else ""
    return given | readings


def test_a_letter_is_pasted_and_read(cast: Cast) -> None:
    answer = sent(cast, "principal", f"{ALL}new/", text=made_up.REPORT)
    letter = Letter.objects.get()
    assert answer.redirect_chain[-1][0] == letter.get_absolute_url()
    page = answer.content.decode()
    for words in (
        "Standard inspection, Far Hedge Council",
        "2 March 2026 to 13 March 2026",
        "Requires improvement to be good",
        "The response of a small number of schools.",
        "0 of 14 statements confirmed",
        "Confirm what waits",
    ):
        assert words in page
    assert "0 of 14" in read(cast, "member", ALL)


@pytest.mark.parametrize(("make", "name"), [(making.pdf, "Our letter.pdf"), (making.docx, "Our letter.docx")])
def test_a_file_is_read_kept_and_given_out_harmless(cast: Cast, make: Callable[[], bytes], name: str) -> None:
    content = make()
    sent(cast, "principal", f"{ALL}new/", file=SimpleUploadedFile(name, content))
    letter = Letter.objects.get()
    assert f"Download\n          {name}" in read(cast, "inspector", letter.get_absolute_url())
    answer = signed_in(cast.user("inspector")).get(f"{letter.get_absolute_url()}file/")
    assert b"".join(answer.streaming_content) == content  # type: ignore[attr-defined]
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'
    assert "sandbox" in answer["Content-Security-Policy"]


def test_a_file_nobody_could_look_through_is_read_and_not_kept(cast: Cast, monkeypatch) -> None:
    monkeypatch.setattr(scanning, "scan", lambda file: Document.WAITING)
    sent(cast, "principal", f"{ALL}new/", file=SimpleUploadedFile("a.docx", making.docx()))
    assert (Letter.objects.count(), LetterFile.objects.count()) == (1, 0)


def test_a_file_with_a_virus_is_refused(cast: Cast, monkeypatch) -> None:
    monkeypatch.setattr(scanning, "scan", lambda file: Document.FOUND)
    answer = sent(cast, "principal", f"{ALL}new/", file=SimpleUploadedFile("a.docx", making.docx()))
    assert "A virus was found" in answer.content.decode()
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({}, "Choose a file or paste the text"),
        ({"text": "x", "file": True}, "Choose a file or paste the text, not both"),
        ({"text": "..."}, "has no text in it"),
        ({"file": making.locked_pdf}, "is locked with a password"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_question(
    cast: Cast, given: dict[str, Any], says: str
) -> None:
    file = given.pop("file", None)
    content = file() if callable(file) else b"It is good." if file else b""
    files = {"file": SimpleUploadedFile("a.txt" if file is True else "a.pdf", content)} if content else {}
    answer = sent(cast, "principal", f"{ALL}new/", **given, **files)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Letter.objects.exists()


def test_what_was_not_found_is_said_once_the_letter_is_there(cast: Cast) -> None:
    page = sent(cast, "principal", f"{ALL}new/", text="Visits are good.").content.decode()
    assert "What kind of letter it is was not found." in page
    assert "The days of the visit were not found." in page


def test_the_same_letter_again_is_said_and_what_was_pasted_is_kept(cast: Cast) -> None:
    added(cast)
    answer = sent(cast, "director", f"{ALL}new/", text=made_up.REPORT)
    page = answer.content.decode()
    assert "This letter is here already" in page
    assert "Inspection of Far Hedge Council" in page


def test_statements_are_shown_with_the_words_that_decided(cast: Cast) -> None:
    letter = added(cast)
    page = read(cast, "member", f"{letter.get_absolute_url()}statements/")
    assert "the quality of plans is <mark>uneven</mark> between teams" in page
    assert "proposed, not confirmed yet" in page
    shortfalls = read(
        cast, "member", f"{letter.get_absolute_url()}statements/?reading=shortfall&theme=supervision"
    )
    assert "frequency and recording of supervision" in shortfalls
    assert "uneven" not in shortfalls
    assert "No statement fits" in read(
        cast, "member", f"{letter.get_absolute_url()}statements/?state=confirmed"
    )
    assert "uneven" in read(cast, "member", f"{letter.get_absolute_url()}statements/?state=proposed")


def test_a_part_is_confirmed_and_the_next_one_comes(cast: Cast) -> None:
    letter = added(cast)
    first = letter.statements.order_by("ordinal").first()
    assert first is not None
    page = f"{letter.get_absolute_url()}parts/1/"
    assert "<mark>uneven</mark>" in read(cast, "principal", page)
    changed = {f"reading_{first.pk}": rules.NEUTRAL}
    answer = sent(cast, "principal", page, **answers_for(letter, **changed))
    assert answer.redirect_chain[-1][0] == f"{letter.get_absolute_url()}parts/2/"
    assert Statement.objects.confirmed().count() == 3
    said = read(cast, "member", f"{letter.get_absolute_url()}statements/?state=otherwise")
    assert "the rules had proposed: strength" in said
    assert "confirmed by Principal" in said
    assert "3 of 14 statements confirmed" in read(cast, "member", letter.get_absolute_url())


def test_what_is_left_for_later_stays_unconfirmed_and_the_letter_comes_after_the_last(cast: Cast) -> None:
    letter = recording.add_letter(
        read_letter("Visits are good. Plans are weak."), "x", file=None, by=cast.user("principal"), at=NOW
    )
    first = letter.statements.order_by("ordinal").first()
    assert first is not None
    page = f"{letter.get_absolute_url()}parts/1/"
    later = {f"reading_{first.pk}": "later"}
    answer = sent(cast, "principal", page, **answers_for(letter, **later))
    assert answer.redirect_chain[-1][0] == letter.get_absolute_url()
    assert [each.pk for each in Statement.objects.unconfirmed()] == [first.pk]


def test_of_two_editors_at_once_the_second_is_told_keeps_what_they_chose_and_may_replace_it(
    cast: Cast,
) -> None:
    letter = added(cast)
    first, second, _ = letter.statements.order_by("ordinal")[:3]
    page = f"{letter.get_absolute_url()}parts/1/"
    mine = answers_for(letter, **{f"reading_{first.pk}": rules.NEUTRAL})
    recording.confirm(letter, [decision(first, rules.SHORTFALL, "plans")], by=cast.user("director"), at=NOW)
    answer = sent(cast, "principal", page, **mine)
    said = answer.content.decode()
    assert answer.status_code == 422
    assert "Director said while you were looking: shortfall, Plans and reviews" in said
    assert f'name="reading_{first.pk}" type="radio" value="neutral" checked' in said
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.reading, second.is_confirmed) == (rules.SHORTFALL, False)
    assert "is not recorded yet" in said
    moment = first.confirmed_at
    assert moment is not None
    assert f'value="{escape(moment.isoformat())}"' in said
    sent(cast, "principal", page, **{**mine, f"seen_{first.pk}": moment.isoformat()})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.reading, first.confirmed_by) == (rules.NEUTRAL, cast.user("principal"))
    assert second.is_confirmed


def test_a_part_that_is_not_there_and_a_letter_that_was_struck_out(cast: Cast) -> None:
    letter = added(cast)
    client = signed_in(cast.user("principal"))
    assert client.get(f"{letter.get_absolute_url()}parts/99/").status_code == 404
    assert client.get(f"{letter.get_absolute_url()}parts/0/").status_code == 404
    sent(cast, "principal", f"{letter.get_absolute_url()}striking-out/", reason="The inspectors withdrew it")
    page = read(cast, "member", letter.get_absolute_url())
    assert "Struck out by Principal" in page
    assert "The inspectors withdrew it" in page
    assert "Confirm what waits" not in read(cast, "principal", letter.get_absolute_url())
    assert "nothing more is confirmed" in read(cast, "principal", f"{letter.get_absolute_url()}parts/1/")
    assert "Struck out" in read(cast, "member", ALL)


def test_what_it_is_is_corrected(cast: Cast) -> None:
    letter = added(cast)
    page = f"{letter.get_absolute_url()}correction/"
    given = {
        "version": 0, "kind": rules.SHORT, "council": "Far Hedge", "grade_overall": rules.GOOD,
        "visited_from_day": "2", "visited_from_month": "3", "visited_from_year": "2026",
        "visited_to_day": "6", "visited_to_month": "3", "visited_to_year": "2026",
    }  # fmt: skip
    answer = sent(cast, "principal", page, **given)
    assert "Short inspection, Far Hedge" in answer.content.decode()
    letter.refresh_from_db()
    assert (letter.grades, letter.version) == ({"overall": rules.GOOD}, 1)
    assert "Somebody else has just corrected" in sent(cast, "director", page, **given).content.decode()


def test_last_time_beside_now_theme_by_theme(cast: Cast) -> None:
    last, other = added(cast, EARLIER), added(cast, made_up.MONITORING.replace("Far Hedge", "Near Hedge"))
    letter = added(cast)
    page = read(cast, "member", letter.get_absolute_url())
    assert f"/beside/{last.pk}/" in page
    assert f"/beside/{other.pk}/" in page
    both = read(cast, "member", f"{letter.get_absolute_url()}beside/{last.pk}/?theme=care_leavers")
    assert "Then: 2 May 2024 to 13 May 2024" in both
    assert "Now: 2 March 2026 to 13 March 2026" in both
    assert both.count("Too few</mark> care leavers") == 2
    assert "4 statements not confirmed yet" in both or "3 statements not confirmed yet" in both
    for theme in ("none", "nonsense", ""):
        assert "Statements by theme" in read(
            cast, "member", f"{letter.get_absolute_url()}beside/{last.pk}/?theme={theme}"
        )
    assert "No earlier letter about this council" in read(cast, "member", last.get_absolute_url())


def test_with_nothing_here_yet_it_says_what_a_letter_becomes(cast: Cast) -> None:
    assert "No letter yet" in read(cast, "member", ALL)
    assert "Add a letter" not in read(cast, "member", ALL)
    assert "Add a letter" in read(cast, "director", ALL)


@pytest.mark.parametrize("name", ["worker", "outsider", "partner", "young_person", "administrator"])
def test_whoever_does_not_see_inspections_finds_none(cast: Cast, name: str) -> None:
    letter = added(cast)
    client = signed_in(cast.user(name))
    for page in (ALL, letter.get_absolute_url(), f"{letter.get_absolute_url()}statements/"):
        assert client.get(page).status_code == 403


@pytest.mark.parametrize("name", ["member", "inspector", "manager", "analyst"])
def test_whoever_only_sees_them_changes_nothing(cast: Cast, name: str) -> None:
    letter = added(cast)
    page = f"{letter.get_absolute_url()}parts/1/"
    assert sent(cast, name, page, **answers_for(letter)).status_code == 403
    assert not Statement.objects.confirmed().exists()


def test_parts_are_of_one_section_and_no_larger_than_a_form() -> None:
    many = [Statement(section="A", ordinal=number) for number in range(LARGEST + 1)]
    parts = parts_of([*many, Statement(section="", confirmed_at=NOW)])
    assert [(part.number, part.title, len(part.statements)) for part in parts] == [
        (1, "A (1 of 2)", LARGEST),
        (2, "A (2 of 2)", 1),
        (3, "What the letter opens with", 1),
    ]
    after = [next_to_confirm(parts, after=number) for number in (0, 1, 2)]
    assert [part.number for part in after if part] == [1, 2, 1]
    assert next_to_confirm(parts[2:]) is None


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([[0, 1]], "<mark>&lt;</mark>b&gt; is"),
        ([[0, 3], [2, 6]], "<mark>&lt;b&gt;</mark> is"),
        ([[4, 99], [3, 3], [-1, 2]], "&lt;b&gt; is"),
        ([[4, 5], [5, 6]], "&lt;b&gt; <mark>is</mark>"),
        ([[0, 3], [4, 6]], "<mark>&lt;b&gt; is</mark>"),
        ([], "&lt;b&gt; is"),
    ],
)
def test_marks_lie_in_the_text_and_what_was_written_is_no_markup(spans: list[list[int]], said: str) -> None:
    assert marked("<b> is", spans) == said
