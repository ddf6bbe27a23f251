"""What a council sets about missing children, interviews and small numbers holds from its day, wherever it is read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from html import unescape
from uuid import uuid4

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.history.refusal import Refused
from kittiwake.insight import counting
from kittiwake.insight.settings import COUNTED, sizes
from kittiwake.practice.missing import broken_links, recording, settings
from kittiwake.practice.missing.escalation.recording import acknowledge
from kittiwake.practice.missing.escalation.rules import LEVELS
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.missing.reports.recording import record_grade
from kittiwake.practice.return_interviews import rules as interviews
from kittiwake.practice.return_interviews import settings as of_interviews
from kittiwake.primitives.clocks import limits, rules
from kittiwake.primitives.clocks.catalogue import standards
from kittiwake.primitives.clocks.citing import cited
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.clocks.standards import Standard
from kittiwake.primitives.measures import catalogue
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast, signed_in

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _limits_read_anew(db: None):  # type: ignore[no-untyped-def]
    """A test's own body acts as Kittiwake all along, and what it has read it keeps."""
    limits.forget()
    with acting_as_system():
        yield


def sets(cast: Cast, standard: Standard, count: int, on: date = TODAY) -> None:
    set_limit(
        standard, count=count, effective_from=on, why="Agreed", version=0, by=cast.user("principal"), at=NOW
    )


def missing_since(cast: Cast, since: datetime) -> Episode:
    return recording.report_missing(cast.ash, reported=Moment(since), by=cast.system, at=max(since, NOW))


def waiting(at: datetime) -> list[datetime | None]:
    see = lambda model: model._default_manager.all()  # noqa: E731
    return [broken.due_at for broken in broken_links.unacknowledged(see, at)]


def test_an_episode_is_escalated_as_was_set_on_the_day_it_began(cast: Cast) -> None:
    sets(cast, settings.TEAM_MANAGER, 6)
    before = settings.escalation_levels(NOW - 2 * DAY, is_high=False)[0]
    assert (before.key, before.after) == ("24h", 24 * HOUR)
    episode = missing_since(cast, NOW)
    assert waiting(NOW + 5 * HOUR) == []
    assert waiting(NOW + 7 * HOUR) == [NOW + 6 * HOUR]
    manager = cast.user("manager")
    with pytest.raises(Refused, match="has not been open that long"):
        acknowledge(episode, level="24h", words="Two cars are out", by=manager, at=NOW + 5 * HOUR)
    acknowledge(episode, level="24h", words="Two cars are out", by=manager, at=NOW + 7 * HOUR)
    assert waiting(NOW + 8 * HOUR) == []


def test_where_the_police_grade_it_high_it_is_escalated_sooner(cast: Cast) -> None:
    episode = missing_since(cast, NOW)
    assert waiting(NOW + 13 * HOUR) == []
    record_grade(episode, level="high", since_at=NOW + HOUR, by=cast.system, at=NOW + HOUR)
    assert waiting(NOW + 13 * HOUR) == [NOW + 12 * HOUR]
    sets(cast, settings.TEAM_MANAGER_HIGH, 2, TODAY + DAY)
    assert settings.escalation_levels(NOW + DAY, is_high=True)[0].after == 2 * HOUR


def test_how_often_is_often_is_the_councils_and_no_closed_period_changes(cast: Cast) -> None:
    starts = [datetime(2026, 11, day, 12, tzinfo=UTC) for day in (2, 9, 16)]
    for start in starts:
        episode = missing_since(cast, start)
        recording.record_return(episode, returned=Moment(start + 3 * HOUR), by=cast.system, at=NOW)
    measure = catalogue.measures()["P06"]
    period = (date(2026, 11, 1), date(2026, 11, 22))
    before = counting.figures(measure, *period)[0].numerator
    assert settings.pattern(starts, NOW) == ("Missing 3 times or more in 90 days", "red")
    sets(cast, settings.PROLIFIC_TIMES, 4)
    assert settings.pattern(starts, NOW) == ("Missing 2 times or more in 365 days", "orange")
    assert counting.figures(measure, *period)[0].numerator == before == 1
    assert counting.figures(measure, date(2026, 11, 1), TODAY)[0].numerator == 0


def test_how_often_a_child_is_asked_is_as_it_was_when_they_came_back(cast: Cast) -> None:
    sets(cast, of_interviews.ASKED, 3)
    offers = [interviews.Offered(number, NOW + number * DAY, "declined") for number in (1, 2, 3)]
    met = {}
    for returned in (NOW - DAY, NOW):
        often = of_interviews.times_asked(returned)
        met[returned] = interviews.duty_met(offers, [], asked_often=often)
    assert met == {NOW - DAY: interviews.Ending(2, NOW + 2 * DAY), NOW: interviews.Ending(3, NOW + 3 * DAY)}


def test_how_small_a_number_may_be_shown_is_the_councils(cast: Cast) -> None:
    sets(cast, COUNTED, 11)
    assert (sizes(TODAY - DAY).is_small(6), sizes(TODAY).is_small(6)) == (False, True)


def test_a_number_that_is_no_time_is_never_due() -> None:
    with pytest.raises(ValueError, match="is a number and no time"):
        limits.due(settings.PROLIFIC_TIMES, NOW)


def test_each_is_on_a_page_of_its_own_with_who_set_it_and_why(cast: Cast, time_machine) -> None:  # type: ignore[no-untyped-def]
    time_machine.move_to(NOW, tick=False)
    sets(cast, settings.PROLIFIC_TIMES, 4)
    page = signed_in(cast.user("worker")).get(f"/standards/{settings.PROLIFIC_TIMES.slug}/").content.decode()
    for said in (
        "At least",
        "4 times from 23 November 2026",
        "Set by Principal on 23 November 2026",
        "Agreed",
    ):
        assert said in page, said
    form = signed_in(cast.user("principal")).get(f"/standards/{settings.PROLIFIC_TIMES.slug}/limit/")
    assert "How many times?" in form.content.decode()


def test_every_number_the_council_may_set_stands_on_the_page_with_its_source_and_is_set_there(
    cast: Cast, time_machine
) -> None:  # type: ignore[no-untyped-def]
    time_machine.move_to(NOW, tick=False)
    client = signed_in(cast.user("principal"))
    page = unescape(client.get("/standards/").content.decode())
    own = [standard for standard in standards().values() if standard.local]
    for standard in own:
        assert f'href="/standards/{standard.slug}/"' in page, standard.key
        assert cited(standard.source, TODAY) in page, standard.key
        count = standard.within.count + 1
        day = {f"effective_from_{part}": getattr(TODAY, part) for part in ("day", "month", "year")}
        sent = {"count": count, "why": "Agreed in scrutiny", "version": 0, "once": str(uuid4()), **day}
        assert client.post(f"/standards/{standard.slug}/limit/", sent).status_code == 302, standard.key
    limits.forget()
    assert all(limits.count(standard, TODAY) == standard.within.count + 1 for standard in own)
    for standard in standards().values():
        if not standard.local:
            assert client.get(f"/standards/{standard.slug}/limit/").status_code == 403, standard.key


def test_every_level_has_both_its_times() -> None:
    assert [level.key for level in LEVELS] == list(settings.ESCALATION)
    for ordinary, high in settings.ESCALATION.values():
        assert ordinary.local, ordinary.key
        assert high.local, high.key
        assert (
            rules.due(ordinary, NOW, calendar=_calendar()).due_at
            > rules.due(high, NOW, calendar=_calendar()).due_at
        )


def _calendar():  # type: ignore[no-untyped-def]
    from kittiwake.time.calendar import england_and_wales

    return england_and_wales()
