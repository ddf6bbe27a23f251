"""A report: written by several, published once as its publisher has read it, replaced or withdrawn with a reason."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.assurance.performance.counts.telling import hidden_numbers
from kittiwake.assurance.performance.models import ActionDone, Report, ReportFigure
from kittiwake.assurance.performance.reports import recording
from kittiwake.assurance.performance.tests import made
from kittiwake.assurance.performance.tests.cells import published_cells
from kittiwake.assurance.performance.themes import themes
from kittiwake.history.models import Event
from kittiwake.history.refusal import Refused
from kittiwake.primitives.measures import catalogue
from kittiwake.time.moments import local_date
from tests.cast import Cast

SOON = timedelta(days=20)


@pytest.fixture(autouse=True)
def _as_kittiwake(db: None) -> object:
    with acting_as_system():
        yield


def test_each_theme_names_measures_that_there_are_and_a_question() -> None:
    known = catalogue.measures()
    for theme in themes().values():
        assert theme.question.endswith("?")
        assert theme.measures
        assert set(theme.every) <= known.keys(), theme.key


def test_areas_add_their_measures_to_the_theme_of_another() -> None:
    assert "P16" in themes()["interviews"].measures
    assert "P58" in themes()["workers"].measures


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"last": local_date(now()) + timedelta(days=2)}, "must be over"),
        ({"themes": []}, "at least one theme"),
        ({"themes": ["nothing of the kind"]}, "at least one theme"),
    ],
)
def test_it_refuses_to_begin(cast: Cast, facts: dict[str, object], words: str) -> None:
    with pytest.raises(Refused, match=words):
        made.drafted(cast, **{"themes": ["missing"], **facts})


def test_it_is_a_draft_until_somebody_publishes_it(cast: Cast, draft: Report) -> None:
    assert not draft.is_published
    published = made.publish(cast, draft)
    assert published.is_published
    assert published.published_by == cast.user("director")
    assert published.count == made.newest(draft)


def test_it_is_published_as_its_publisher_has_read_it(cast: Cast, draft: Report) -> None:
    seen = {"version": draft.version, "count": made.newest(draft).number}
    made.write(cast, made.page(draft), says="Otherwise.")
    with pytest.raises(Refused, match="since you opened"):
        recording.publish(draft, **seen, accepts_numbers=False, by=cast.user("director"), at=now())
    draft.refresh_from_db()
    made.counted(cast, draft)
    with pytest.raises(Refused, match="since you opened"):
        recording.publish(
            draft, version=draft.version, count=1, accepts_numbers=False, by=cast.user("director"), at=now()
        )
    assert not Report.objects.get(pk=draft.pk).is_published


def test_what_is_recorded_between_reading_and_publishing_is_not_in_it(cast: Cast, draft: Report) -> None:
    before = list(ReportFigure.objects.order_by("pk").values())
    made.episode(cast, cast.ash, made.last_quarter(now())[0])
    published = made.publish(cast, draft)
    assert list(published.count.figures.order_by("pk").values()) == before  # type: ignore[union-attr]


def test_a_second_time_is_refused_and_says_by_whom_it_was_published(cast: Cast, published: Report) -> None:
    with pytest.raises(Refused, match=f"{cast.user('director')} has published"):
        recording.publish(
            published, version=published.version, count=1, accepts_numbers=False, by=cast.system, at=now()
        )
    assert Event.objects.filter(what="performance.published", subject_id=published.pk).count() == 1


def test_it_refuses_what_is_not_counted(cast: Cast) -> None:
    report = made.written(cast)
    with pytest.raises(Refused, match="not counted yet"):
        recording.publish(report, version=1, count=1, accepts_numbers=False, by=cast.system, at=now())


@pytest.mark.parametrize(("words", "why"), [({"says": " "}, "plain words"), ({"sure": ""}, "how sure")])
def test_it_refuses_a_page_that_is_not_written(
    cast: Cast, draft: Report, words: dict[str, str], why: str
) -> None:
    made.write(cast, made.page(draft), **words)
    with pytest.raises(Refused, match=why):
        made.publish(cast, draft)


def test_it_refuses_themes_that_were_not_counted(cast: Cast, draft: Report) -> None:
    facts = {"title": "x", "summary": "", "next_on": None, "themes": ["missing", "members"]}
    recording.write(draft, **facts, version=draft.version, by=cast.user("director"), at=now())
    made.write(cast, made.page(draft, "members"))
    with pytest.raises(Refused, match="not those that were counted"):
        made.publish(cast, draft)


def test_of_two_who_write_at_once_the_second_is_told(cast: Cast, draft: Report) -> None:
    facts = {"title": "x", "summary": "", "next_on": None, "themes": ["missing"], "version": draft.version}
    recording.write(draft, **facts, by=cast.user("director"), at=now())
    with pytest.raises(Refused, match="since you opened"):
        recording.write(draft, **facts, by=cast.user("analyst"), at=now())


@pytest.mark.parametrize(
    ("facts", "words"),
    [({"themes": []}, "at least one theme"), ({"next_on": local_date(now())}, "in the future")],
)
def test_it_refuses_a_front_that_cannot_be(
    cast: Cast, draft: Report, facts: dict[str, object], words: str
) -> None:
    usual = {"title": "x", "summary": "", "next_on": None, "themes": ["missing"], "version": draft.version}
    with pytest.raises(Refused, match=words):
        recording.write(draft, **{**usual, **facts}, by=cast.user("director"), at=now())


def test_what_was_written_of_a_theme_comes_back_with_it(cast: Cast, draft: Report) -> None:
    for themes_chosen in (["members"], ["missing"]):
        draft.refresh_from_db()
        facts = {"title": "x", "summary": "", "next_on": None, "themes": themes_chosen}
        recording.write(draft, **facts, version=draft.version, by=cast.user("director"), at=now())
    assert list(draft.pages.filter(taken_out_at=None).values_list("theme", "says")) == [
        ("missing", "Fewer go missing.")
    ]


def test_nothing_of_a_published_report_is_written_any_more(cast: Cast, published: Report) -> None:
    with pytest.raises(Refused, match="stays as it is"):
        made.write(cast, made.page(published))
    with pytest.raises(Refused, match="stays as it is"):
        made.promise(cast, published, local_date(now() + SOON))


def with_a_small_number(cast: Cast, **words: str) -> Report:
    """One episode: hidden wherever it stands."""
    made.episode(cast, cast.ash, made.last_quarter(now())[0])
    report = made.written(cast)
    made.write(cast, made.page(report), **words)
    return made.counted(cast, report)


def test_a_sentence_that_says_what_the_tables_hide_is_asked_about(cast: Cast) -> None:
    report = with_a_small_number(cast, says="Only 1 child went missing.")
    assert "1" in hidden_numbers(made.newest(report))
    with pytest.raises(Refused, match="hidden number"):
        made.publish(cast, report)
    assert made.publish(cast, report, accepts_numbers=True).is_published


def test_a_sentence_without_a_hidden_number_is_not(cast: Cast) -> None:
    assert made.publish(cast, with_a_small_number(cast, says="We did it 40 times.")).is_published


def test_every_number_of_it_is_a_cell_and_those_that_people_typed_as_well(cast: Cast) -> None:
    report = with_a_small_number(cast, says="In 12 of 40 weeks.")
    cells = list(published_cells(report, made.newest(report)))
    assert [cell.number for cell in cells if cell.what == "words"] == [12.0, 40.0]
    of_episodes = [cell for cell in cells if (cell.measure, cell.grouped_by) == ("P01", "none")]
    assert [(cell.what, cell.number, cell.is_hidden) for cell in of_episodes] == [
        ("numerator", None, True),
        ("denominator", None, True),
        ("value", None, True),
    ]


def test_withdrawn_it_stays_to_be_read_with_the_reason(cast: Cast, published: Report) -> None:
    recording.withdraw(published, why="A team was missing", by=cast.user("director"), at=now())
    published.refresh_from_db()
    assert (published.is_published, published.why_withdrawn) == (True, "A team was missing")
    with pytest.raises(Refused, match="already"):
        recording.withdraw(published, why="Again", by=cast.user("director"), at=now())


def test_it_refuses_to_withdraw_a_draft_and_without_a_reason(cast: Cast, draft: Report) -> None:
    with pytest.raises(Refused, match="published"):
        recording.withdraw(draft, why="x", by=cast.user("director"), at=now())
    with pytest.raises(Refused, match="why"):
        recording.withdraw(draft, why=" ", by=cast.user("director"), at=now())


def test_it_is_replaced_once_and_both_stand(cast: Cast, published: Report) -> None:
    one, other = (
        made.counted(cast, made.written(cast, replaces=published, why_replaced="A team was missing"))
        for _ in range(2)
    )
    assert made.publish(cast, one).replaces == published
    with pytest.raises(Refused, match="replaced this one"):
        made.publish(cast, other)
    with pytest.raises(Refused, match="replaced this one"):
        made.drafted(cast, replaces=published, why_replaced="x")
    published.refresh_from_db()
    assert published.is_published


@pytest.mark.parametrize(("why", "words"), [("", "why it is replaced"), ("x", "Only what is published")])
def test_it_refuses_to_replace_a_draft_and_without_a_reason(
    cast: Cast, draft: Report, why: str, words: str
) -> None:
    replaced = draft if why else made.publish(cast, draft)
    with pytest.raises(Refused, match=words):
        made.drafted(cast, replaces=replaced, why_replaced=why)


def test_a_promise_is_kept_once_and_on_a_day_that_has_been(cast: Cast) -> None:
    report, today = made.written(cast), local_date(now())
    action = made.promise(cast, report, local_date(now() + SOON))
    with pytest.raises(Refused, match="not published"):
        recording.finish_action(action, done_on=today, words="Done", by=cast.system, at=now())
    made.publish(cast, made.counted(cast, report))
    action.report.refresh_from_db()
    for day in (today - timedelta(days=1), today + timedelta(days=1)):
        with pytest.raises(Refused, match="between the promise and today"):
            recording.finish_action(action, done_on=day, words="Done", by=cast.system, at=now())
    recording.finish_action(action, done_on=today, words="Done", by=cast.system, at=now())
    with pytest.raises(Refused, match="already"):
        recording.finish_action(action, done_on=today, words="Done", by=cast.system, at=now())
    assert ActionDone.objects.get().words == "Done"


def test_a_promise_is_of_a_day_to_come_and_may_be_taken_out_of_a_draft(cast: Cast, draft: Report) -> None:
    with pytest.raises(Refused, match="in the future"):
        made.promise(cast, draft, local_date(now()))
    action = made.promise(cast, draft, local_date(now() + SOON))
    for _ in range(2):
        recording.take_out_action(action, by=cast.user("director"), at=now())
    assert Event.objects.filter(what="performance.action_taken_out").count() == 1


def test_whoever_makes_and_publishes_may_by_the_database_too(cast: Cast) -> None:
    """Row-level security lets the director do all of it as themselves."""
    with acting_as(cast.user("director")):
        report = made.written(cast)
        made.promise(cast, report, local_date(now() + SOON))
        made.counted(cast, report)
        assert made.publish(cast, report).is_published
