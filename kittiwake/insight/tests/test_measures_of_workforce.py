"""Each figure beside one worked out another way: the census's own arithmetic, and caseloads as the pages show them.

The drawn world of insight has a figure a person counts by hand, and the same cases on a second engine; here worlds are
drawn by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import duckdb
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.assurance.workforce import codes
from kittiwake.assurance.workforce.absences import recording as absences
from kittiwake.assurance.workforce.caseloads import recording as agreements
from kittiwake.assurance.workforce.caseloads.queries import caseloads
from kittiwake.assurance.workforce.census.rules import Person, figures
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.models import AbsenceKind, Engagement
from kittiwake.assurance.workforce.posts import recording as posts
from kittiwake.assurance.workforce.span.rules import TeamPlace, managed
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.insight import counting
from kittiwake.insight.tests import arrow
from kittiwake.primitives.measures import catalogue, statements
from kittiwake.primitives.measures.tables import Tables
from kittiwake.record import recording as record
from kittiwake.record.models import Membership, Team, Worker
from kittiwake.time.calendar import england_and_wales
from kittiwake.time.moments import add_months
from tests.cast import NOW, Cast, make_child, signed_in

LAST = date(2026, 11, 30)
FIRST = date(2026, 11, 1)
OURS = sorted(key for key in catalogue.measures() if key.startswith(("P67b", "P74", "P75", "P76")))
FTE = st.sampled_from([Decimal(1), Decimal("0.8"), Decimal("0.5")])
DAYS_AGO = st.integers(0, 900)
at_ease = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)  # fmt: skip

somebody = st.fixed_dictionaries(
    {
        "kind": st.sampled_from([codes.PERMANENT, codes.PERMANENT, codes.AGENCY]),
        "fte": FTE,
        "since": DAYS_AGO,
        "left": st.none() | st.integers(0, 600),  # days ago
        "reason": st.sampled_from(["1", "5", codes.MOVED_INSIDE]),
        "sick": st.none() | st.tuples(st.integers(0, 500), st.none() | st.integers(1, 90)),
        "new": st.booleans(),
        "children": st.lists(
            st.lists(st.sampled_from(["child_protection", "care_leaver"]), unique=True), max_size=4
        ),
        "vacant": st.sampled_from([None, Decimal(1), Decimal("0.5")]),
    }
)


def _ago(days: int) -> date:
    return LAST - timedelta(days=days)


@contextmanager
def drawn(cast: Cast, people: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The people in the database, and nothing of it left behind."""
    with acting_as_system() as system:
        by = {"by": system, "at": NOW}
        with transaction.atomic():
            agreements.agree_caseload(
                starts_on=date(2024, 1, 1), usual=Decimal("2.5"), protected_share=Decimal("0.9"),
                weights={"child_protection": 1.5, "care_leaver": 0.5}, source="Panel", **by,
            )  # fmt: skip
            for number, facts in enumerate(people):
                _draw(cast, number, facts, by)
            yield by
            transaction.set_rollback(True)


def _draw(cast: Cast, number: int, facts: dict[str, Any], by: dict[str, Any]) -> None:
    worker = Worker.objects.create(name=f"Lark {number}")
    post = None
    if facts["vacant"]:
        post = posts.add_post(cast.north, role="5", fte=facts["vacant"], starts_on=_ago(1000), **by)
    ends_on = None if facts["left"] is None else max(_ago(facts["left"]), _ago(facts["since"]))
    more = {"post": post, "ends_on": ends_on, "reason": "" if ends_on is None else facts["reason"]}
    engagements.engage(
        worker, kind=facts["kind"], role="5", fte=facts["fte"], starts_on=_ago(facts["since"]), **more, **by
    )
    if facts["sick"]:
        first, length = facts["sick"]
        back = None if length is None else _ago(first) + timedelta(days=length)
        absences.record_absence(worker, kind="SIC", starts_on=_ago(first), ends_on=back, **by)
    if facts["new"]:
        supported_year.start_supported_year(worker, starts_on=_ago(200), **by)
    for child, tracks in enumerate(facts["children"]):
        made = make_child(f"Wren {child}", f"Reed {number}", cast.north, worker, born_on=date(2009, 1, 5))
        for kind in tracks:
            record.start_track(made, kind=kind, starts_on=date(2026, 1, 5), **by)


def figure(key: str) -> counting.Figure:
    return counting.figures(catalogue.measures()[key], FIRST, LAST)[0]


def _census() -> Any:
    """As the Department works it out of the same people, on the same day."""
    every = list(Engagement.objects.all())
    people = [
        Person(one.kind == codes.AGENCY, one.fte, one.fte, one.ends_on, one.reason, 0, _lost(one))
        for one in every
        if one.starts_on <= LAST
    ]
    vacant = sum((_vacant(one) for one in every if one.post_id), Decimal(0))
    return figures(people, LAST, vacancies=vacant, covering=Decimal(0))


def _vacant(one: Engagement) -> Decimal:
    works = one.kind == codes.PERMANENT and (one.ends_on is None or one.ends_on > LAST)
    return max(one.post.fte - (one.fte if works else 0), Decimal(0))


def _lost(one: Engagement) -> Decimal:
    calendar, days = england_and_wales(), 0
    for absence in AbsenceKind.objects.filter(worker=one.worker_id).select_related("absence"):
        day = absence.absence.starts_on
        while day <= LAST and (absence.absence.ends_on is None or day < absence.absence.ends_on):
            days += day > add_months(LAST, -12) and calendar.is_working_day(day)
            day += timedelta(days=1)
    return days * one.fte


@at_ease
@given(st.lists(somebody, max_size=6))
def test_the_rates_are_those_of_the_census(cast: Cast, people: list[dict[str, Any]]) -> None:
    with drawn(cast, people):
        census = _census()
        expected = {
            "P74": census.agency_rate,
            "P74b": census.vacancy_rate,
            "P74c": census.turnover,
            "P74d": census.absence,
        }
        for key, rate in expected.items():
            assert figure(key).value == (None if rate is None else pytest.approx(float(rate))), key


@at_ease
@given(st.lists(somebody, max_size=5))
def test_caseloads_are_those_of_the_pages(cast: Cast, people: list[dict[str, Any]]) -> None:
    with drawn(cast, people):
        here = Engagement.objects.on(LAST).select_related("worker")  # type: ignore[attr-defined]
        held = {one.worker_id: caseloads([one.worker], LAST)[one.worker_id] for one in here}
        with_some = [one for one in held.values() if one.children]
        new = [one for one in held.values() if one.newly_qualified]
        too_many = [one for one in with_some if one.weighted > (one.usual if one.cap is None else one.cap)]
        assert (figure("P67b").numerator, figure("P67b").denominator) == (
            sum(not one.over() for one in new),
            len(new),
        )
        assert (figure("P75b").numerator, figure("P75b").denominator) == (len(too_many), len(with_some))
        fte = sum(one.fte for one in with_some)
        children = sum(one.children for one in with_some)
        assert figure("P75").value == (pytest.approx(children / float(fte)) if fte else None)
        most = max((float(one.weighted / one.fte) for one in with_some if one.fte), default=None)
        assert figure("P75c").value == (None if most is None else pytest.approx(most))


@at_ease
@given(st.lists(somebody, max_size=5))
def test_who_stayed_is_who_is_here_on_both_days(cast: Cast, people: list[dict[str, Any]]) -> None:
    with drawn(cast, people):
        own = Engagement.objects.filter(kind=codes.PERMANENT)
        now = set(own.on(LAST).values_list("worker", flat=True))  # type: ignore[attr-defined]
        for key, months in (("P76d", 12), ("P76e", 24)):
            then = set(own.on(add_months(LAST, -months)).values_list("worker", flat=True))  # type: ignore[attr-defined]
            assert (figure(key).numerator, figure(key).denominator) == (len(then & now), len(then))


places = st.tuples(
    st.sampled_from(["worker", "colleague", "manager", "service_manager", "outsider"]),
    st.sampled_from(["service", "north", "south"]),
    st.booleans(),
)


@at_ease
@given(st.lists(places, max_size=6, unique=True))
def test_people_to_a_manager_are_those_of_the_page(cast: Cast, drawn_: list[tuple[str, str, bool]]) -> None:
    with drawn(cast, []):
        for who, team, manages in drawn_:
            given_ = {"worker": cast.workers[who], "team": getattr(cast, team), "starts_on": _ago(9)}
            Membership.objects.create(manages=manages, **given_)
        here = Membership.objects.exclude(team__kind="partner")
        every = [TeamPlace(one.worker_id, one.team_id, one.manages) for one in here]
        found = managed(every, dict(Team.objects.values_list("pk", "parent_id")))
        rows = counting.rows(catalogue.measures()["P76f"], FIRST, LAST)
        assert {one.worker_id: pytest.approx(one.value) for one in rows} == {
            who: float(many) for who, many in found.items() if many
        }


@settings(at_ease, max_examples=4)
@given(st.lists(somebody, min_size=1, max_size=5))
def test_both_engines_find_the_same_people(cast: Cast, people: list[dict[str, Any]]) -> None:
    columns = ", ".join(f'"{name}"' for name in counting.COLUMNS)
    with drawn(cast, people):
        extract: duckdb.DuckDBPyConnection = arrow.extract(["record", "workforce"], Tables())
        for key in OURS:
            measure = catalogue.measures()[key]
            ours = [
                tuple(vars(one)[name] for name in counting.COLUMNS)
                for one in counting.rows(measure, FIRST, LAST)
            ]
            sql = statements.for_another_engine(measure, FIRST, LAST, "duckdb")
            theirs = extract.execute(f"SELECT {columns} FROM ({sql}) cases").fetchall()
            assert [_near(row) for row in sorted(ours, key=str)] == [
                _near(row) for row in sorted(theirs, key=str)
            ], key


def _near(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(round(one, 9) if isinstance(one, float) else one for one in row)


ONE = {"kind": codes.PERMANENT, "role": "5", "fte": Decimal(1), "starts_on": date(2026, 1, 5)}


@pytest.fixture
def two_teams(cast: Cast) -> Cast:
    with acting_as_system() as system:
        for name in ("worker", "colleague", "outsider"):
            engagements.engage(cast.workers[name], **ONE, by=system, at=NOW)
        posts.add_post(cast.south, role="5", fte=Decimal(1), starts_on=ONE["starts_on"], by=system, at=NOW)
    return cast


@pytest.mark.parametrize(("who", "many"), [("manager", 2), ("director", 3), ("worker", 1), ("auditor", 0)])
def test_whoever_asks_counts_the_workers_they_answer_for(two_teams: Cast, who: str, many: int) -> None:
    with acting_as(two_teams.user(who)):
        assert figure("P74").denominator == many


@pytest.mark.parametrize(
    ("who", "agency", "vacancies"),
    [("manager", 200, 404), ("director", 200, 200), ("worker", 404, 404), ("inspector", 404, 404)],
)
def test_a_figure_of_some_rows_that_would_mislead_is_not_shown(
    two_teams: Cast, who: str, agency: int, vacancies: int
) -> None:
    """A manager sees every post, and who is in those of their own team: the others would look vacant."""
    client = signed_in(two_teams.user(who))
    for key, status in (("P74", agency), ("P74b", vacancies)):
        assert client.get(f"/measures/{key}/").status_code == status
        assert client.get(f"/measures/{key}/rows/").status_code == status
        assert (f"/measures/{key}/" in client.get("/measures/").content.decode()) is (status == 200)


def test_the_rows_of_a_figure_name_the_worker_and_what_they_weigh(two_teams: Cast) -> None:
    html = signed_in(two_teams.user("director")).get("/measures/P74/rows/").content.decode()
    assert html.count("No, 1.0") == 3
    assert "Which children" not in html
    html = signed_in(two_teams.user("director")).get("/measures/P75/rows/").content.decode()
    assert "Counted: 1.0" in html
    assert "Out of: 1.0" in html
    html = signed_in(two_teams.user("director")).get("/measures/P74b/rows/").content.decode()
    assert "No worker" in html
    assert "South team" in html


def test_a_lead_member_is_shown_nothing_of_few_people(two_teams: Cast, time_machine) -> None:
    time_machine.move_to(datetime(2027, 1, 20, 9, tzinfo=UTC), tick=False)
    html = signed_in(two_teams.user("member")).get("/measures/P74b/").content.decode()
    assert '<p class="govuk-heading-xl govuk-!-margin-bottom-1">c</p>' in html


def test_a_leaver_counts_in_the_team_they_left(two_teams: Cast) -> None:
    """Their place in it has ended as well, and the measure is of a later day."""
    with acting_as_system() as system:
        worker, on = two_teams.workers["worker"], date(2026, 6, 1)
        engagements.end(Engagement.objects.get(worker=worker), ends_on=on, reason="1", by=system, at=NOW)
        Membership.objects.filter(worker=worker).update(ends_on=on)
        found = counting.figures(catalogue.measures()["P74c"], FIRST, LAST, "team")
    assert {one.group: (one.numerator, one.denominator) for one in found} == {
        str(two_teams.north.pk): (1, 1),
        str(two_teams.south.pk): (0, 1),
    }
