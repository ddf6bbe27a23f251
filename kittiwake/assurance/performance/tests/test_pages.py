"""The pages of reports: what a lead member reads, what is marked as a draft, and who is told nothing of drafts."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from django.utils.timezone import now
from page import ValidationProfile, validate_pdf_bytes
from pypdf import PdfReader

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.performance.models import Report, Turn
from kittiwake.assurance.performance.reports import recording
from kittiwake.assurance.performance.tests import made
from kittiwake.time.moments import add_months
from tests.cast import Cast, signed_in

DRAFT = "DRAFT – not for publication"


def text(cast: Cast, who: str, path: str) -> str:
    response = signed_in(cast.user(who)).get(path)
    assert response.status_code == 200, response.status_code
    return " ".join(response.content.decode().split())


def paper(cast: Cast, report: Report, who: str = "director") -> bytes:
    return signed_in(cast.user(who)).get(f"/reports/{report.pk}/paper/").content


def words(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf), strict=True).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("page", ["", "themes/missing/", "paper/"])
@pytest.mark.parametrize("who", ["member", "worker", "inspector", "auditor"])
def test_a_draft_is_not_there_for_whoever_only_reads(cast: Cast, draft: Report, who: str, page: str) -> None:
    assert signed_in(cast.user(who)).get(f"/reports/{draft.pk}/{page}").status_code == 404
    assert draft.title not in text(cast, who, "/reports/")


@pytest.mark.parametrize("page", ["", "themes/missing/"])
@pytest.mark.parametrize("who", ["director", "analyst", "service_manager"])
def test_whoever_makes_reports_reads_a_draft_that_says_that_it_is_one(
    cast: Cast, draft: Report, who: str, page: str
) -> None:
    assert DRAFT in text(cast, who, f"/reports/{draft.pk}/{page}")


def test_published_it_says_by_whom_and_is_no_draft_on_page_and_paper(cast: Cast, published: Report) -> None:
    page = text(cast, "member", f"/reports/{published.pk}/")
    assert f"by {cast.user('director')}" in page
    assert DRAFT not in page
    printed = words(paper(cast, published, "member"))
    assert DRAFT not in printed
    assert f"by {cast.user('director')}" in printed


def test_the_paper_of_a_draft_says_that_it_is_one_on_every_page(cast: Cast, draft: Report) -> None:
    pages = PdfReader(io.BytesIO(paper(cast, draft)), strict=True).pages
    assert len(pages) > 1
    assert all(DRAFT in " ".join(page.extract_text().split()) for page in pages)


def test_the_paper_keeps_the_rules_of_pdf_ua(cast: Cast, published: Report) -> None:
    checked = validate_pdf_bytes(paper(cast, published), profile=ValidationProfile.PDF_UA_1)
    assert [failure.message for failure in checked.failures] == []


def test_a_theme_says_its_question_its_figures_and_who_answers(cast: Cast, published: Report) -> None:
    page = text(cast, "member", f"/reports/{published.pk}/themes/missing/")
    for words_of_it in (
        "looked for at once",
        "Fewer go missing.",
        "Fairly sure",
        "Service manager",
        "Words of this page",
    ):
        assert words_of_it in page


def test_a_small_number_is_said_to_be_hidden_and_is_never_nought(cast: Cast) -> None:
    with acting_as_system():
        made.episode(cast, cast.ash, made.last_quarter(now())[0])
        report = made.publish(cast, made.counted(cast, made.written(cast)))
    page = text(cast, "member", f"/reports/{report.pk}/themes/missing/")
    assert "It never means none" in page
    assert cast.ash.name not in page


def test_withdrawn_and_replaced_are_said_on_both(cast: Cast, published: Report) -> None:
    with acting_as_system():
        second = made.written(cast, replaces=published, why_replaced="A team was missing")
        second = made.publish(cast, made.counted(cast, second))
        recording.withdraw(second, why="Another team was", by=cast.user("director"), at=now())
    assert "A team was missing" in text(cast, "member", f"/reports/{published.pk}/")
    page = text(cast, "member", f"/reports/{second.pk}/")
    assert "Another team was" in page
    assert "A team was missing" in page
    listed = text(cast, "member", "/reports/")
    assert "Replaced" in listed
    assert "Withdrawn" in listed


def test_the_figures_of_the_report_before_stand_beside_it(cast: Cast, published: Report) -> None:
    with acting_as_system():
        last = published.first_on - timedelta(days=1)
        made.publish(
            cast, made.counted(cast, made.written(cast, first=add_months(last, -2).replace(day=1), last=last))
        )
    assert "In the report before: 0" in text(cast, "member", f"/reports/{published.pk}/themes/missing/")


def test_how_far_it_is_counted_is_shown(cast: Cast) -> None:
    from kittiwake.assurance.performance.counts import recording as counts

    with acting_as_system():
        report = made.written(cast)
        count = counts.ask(report, by=cast.user("director"), at=now())
        assert f"Being counted: 0 of {count.total} measures" in text(
            cast, "director", f"/reports/{report.pk}/"
        )
        counts.make(count_id=count.pk)
    asking = signed_in(cast.user("director"))
    assert "HX-Refresh" not in asking.get(f"/reports/{report.pk}/")
    assert asking.get(f"/reports/{report.pk}/", headers={"HX-Target": "counting"})["HX-Refresh"] == "true"


def test_the_publisher_reads_what_is_published_and_what_is_missing(cast: Cast, draft: Report) -> None:
    assert "Nobody has" not in text(cast, "director", f"/reports/{draft.pk}/publication/")
    with acting_as_system():
        made.write(cast, made.page(draft), says="")
    assert "cannot be published yet" in text(cast, "director", f"/reports/{draft.pk}/publication/")


def test_who_has_to_answer_finds_it_first(cast: Cast, published: Report) -> None:
    with acting_as_system():
        made.asked(cast, published)
    page = text(cast, "service_manager", "/")
    assert "Members wait for your answer" in page
    assert "Why did fewer children talk to somebody?" in page
    assert "Members wait" not in text(cast, "worker", "/")


def test_a_late_question_is_on_the_board_of_who_answers_for_them(cast: Cast, published: Report) -> None:
    with acting_as_system():
        question = made.asked(cast, published)
        Turn.objects.filter(question=question).update(due_at=now() - timedelta(days=1))
    assert "A member’s question not answered" in text(cast, "director", "/board/")
    assert "Late" in text(cast, "member", f"/reports/questions/{question.pk}/")


def test_a_lead_member_begins_with_the_reports(cast: Cast) -> None:
    assert signed_in(cast.user("member")).get("/").headers["Location"] == "/reports/"


def test_whoever_did_not_ask_is_told_before_they_close_it(cast: Cast, published: Report) -> None:
    with acting_as_system():
        question = made.asked(cast, published)
        question.asked_by = cast.user("director")
        question.save(update_fields=["asked_by"])
    assert "Whoever asked this question closes it" in text(
        cast, "member", f"/reports/questions/{question.pk}/closing/"
    )
