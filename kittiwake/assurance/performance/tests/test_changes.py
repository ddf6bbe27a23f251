"""Why a published figure is another today: by the record, to whoever may see it; and nothing that gives a small number away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.timezone import now

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.assurance.performance.changes import cases
from kittiwake.assurance.performance.changes.showing import FigurePage, RecordsPage
from kittiwake.assurance.performance.counts import recording as counts
from kittiwake.assurance.performance.models import Report
from kittiwake.assurance.performance.tests import made
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews.corrections.recording import correct_moments
from kittiwake.primitives.measures import catalogue
from kittiwake.time.moments import Moment, local_date
from tests.cast import Cast, signed_in


@pytest.fixture
def report(cast: Cast) -> Report:
    """Ash went for three hours, Rowan for thirty."""
    first, _ = made.last_quarter(now())
    with acting_as_system():
        made.episode(cast, cast.ash, first)
        made.episode(cast, cast.rowan, first, hours=30)
        return made.publish(cast, made.counted(cast, made.written(cast)))


def figure(report: Report, user: User, key: str = "P08b") -> FigurePage:
    report = Report.objects.select_related("count").get(pk=report.pk)
    assert report.count
    report.count.report = report
    kept = report.count.measures.get(measure=key)
    row = report.count.figures.get(measure=key, grouped_by="none")
    return FigurePage(report, report.count, kept, row, Viewer(user))


def reasons(report: Report, user: User, key: str = "P08b") -> dict[str, int]:
    with acting_as(user):
        numbers = figure(report, user, key).numbers
        assert numbers
        return numbers.by_what


def happened_late(cast: Cast) -> None:
    made.episode(cast, cast.ash, made.last_quarter(now())[1])


def struck_out(cast: Cast) -> None:
    missing.strike_out(
        Episode.objects.get(child=cast.ash), reason="The wrong child", by=cast.user("worker"), at=now()
    )


def put_right(cast: Cast) -> None:
    """Rowan was back after three hours, not thirty."""
    episode = Episode.objects.get(child=cast.rowan)
    assert episode.returned_at
    moments = {"returned": Moment(episode.returned_at - timedelta(hours=27))}
    correct_moments(
        episode, moments=moments, reason="Misread", version=episode.version, by=cast.system, at=now()
    )


@pytest.mark.parametrize(
    ("happens", "told"),
    [
        (lambda cast: None, {}),
        (happened_late, {cases.NEW: 1}),
        (struck_out, {cases.GONE: 1}),
        (put_right, {cases.CHANGED: 1}),
    ],
)
def test_it_says_what_became_of_the_cases(
    cast: Cast, report: Report, happens: object, told: dict[str, int]
) -> None:
    with acting_as_system():
        happens(cast)  # type: ignore[operator]
    assert reasons(report, cast.user("director")) == told


def test_each_reader_is_told_of_those_they_may_see(cast: Cast, report: Report) -> None:
    with acting_as_system():
        struck_out(cast)
        put_right(cast)
    assert reasons(report, cast.user("worker")) == {cases.GONE: 1}
    assert reasons(report, cast.user("outsider")) == {cases.CHANGED: 1}
    with acting_as(cast.user("outsider")):
        numbers = figure(report, cast.user("outsider")).numbers
    assert numbers
    assert (numbers.counted_then, numbers.cases_then, numbers.counted_now, numbers.cases_now) == (1, 1, 0, 1)


def test_what_counts_otherwise_by_todays_definition_says_so(
    cast: Cast, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same facts, judged by another rule: of none of them is it said that it was recorded late."""
    with acting_as_system():
        count = counts.ask(made.written(cast), by=cast.user("director"), at=now())
        measure = catalogue.measures()["P08b"]
        swapped = catalogue.measures()["P01"]
        keeping = counts.cases.keeping
        monkeypatch.setattr(
            counts.cases, "keeping",
            lambda count, of, *more: keeping(count, of, *more) if of is not measure else _as(measure.key, keeping(count, swapped, *more)),
        )  # fmt: skip
        counts.make(count_id=count.pk)
        judged = made.publish(cast, Report.objects.get(pk=count.report_id))
    assert reasons(judged, cast.user("director")) == {cases.JUDGED: 2}  # both count, by their first day


def _as(key: str, statement: tuple[str, dict[str, object]]) -> tuple[str, dict[str, object]]:
    return statement[0], {**statement[1], "measure": key}


def test_the_records_say_whose_they_are_and_who_recorded_them(cast: Cast, report: Report) -> None:
    with acting_as_system():
        struck_out(cast)
    user = cast.user("worker")
    with acting_as(user):
        (row,) = RecordsPage(figure(report, user)).rows
    assert row[0].text == cast.ash.name  # type: ignore[union-attr]
    assert row[2:5] == ["No", "Not there", "Struck out or no longer counted"]
    assert str(row[5]).startswith(str(user))
    with acting_as(cast.user("outsider")):
        assert RecordsPage(figure(report, cast.user("outsider"))).rows == []


def test_whoever_sees_no_child_is_told_no_number_of_records(cast: Cast, report: Report) -> None:
    with acting_as_system():
        happened_late(cast)
    page = signed_in(cast.user("member")).get(f"/reports/{report.pk}/figures/P01/").content.decode()
    assert "not shown" in page
    assert "recorded after the report was counted" not in page
    assert "Which records" not in page
    assert signed_in(cast.user("member")).get(f"/reports/{report.pk}/figures/P01/records/").status_code == 403


def test_a_changed_definition_is_shown_with_what_it_was(
    cast: Cast, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dataclasses import replace

    measure = catalogue.measures()["P08b"]
    monkeypatch.setitem(catalogue.measures(), "P08b", replace(measure, numerator="Those of a whole day"))
    with acting_as(cast.user("director")):
        told = figure(report, cast.user("director")).definition_changes
    assert told == [f"Counted: it was “{measure.numerator}” and is “Those of a whole day”."]


def test_a_measure_that_is_no_more_says_so(
    cast: Cast, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(catalogue.measures(), "P08b")
    page = signed_in(cast.user("director")).get(f"/reports/{report.pk}/figures/P08b/").content.decode()
    assert "not counted any more" in page


def test_the_page_says_today_beside_as_published(cast: Cast, report: Report) -> None:
    with acting_as_system():
        happened_late(cast)
    page = signed_in(cast.user("director")).get(f"/reports/{report.pk}/figures/P08b/").content.decode()
    for words in ("1 of 2 cases", "1 of 3 cases", "1 case recorded after the report was counted"):
        assert words in page
    records = (
        signed_in(cast.user("director")).get(f"/reports/{report.pk}/figures/P08b/records/").content.decode()
    )
    assert cast.ash.name in records
    assert local_date(now()).strftime("%Y") in records
