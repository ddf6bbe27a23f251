"""Figures that take longer than a page may are counted by a worker, for the one person who asked.

The worker asks as that person, anew for each step: what they may not see any more is in none of the figures from then on,
and what was counted before is shown to nobody who sees something else now (keeping.py). Its figures are kept as a page's
own. A worker that dies is taken up by another (config/schedule.py), which does not count again what is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import connection
from django.db.models import F
from django.utils.timezone import now
from procrastinate.contrib.django import app

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.accounts.models import User
from kittiwake.areas.powers import Power
from kittiwake.insight import counting
from kittiwake.insight.breakdowns.showing import ways
from kittiwake.insight.models import Counting
from kittiwake.insight.results import GROUPINGS
from kittiwake.insight.showing import WHOLE, Figures, Period
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure

# After this long without an end it is asked for again: whoever was to count it is gone with all they had to do.
GIVEN_UP = timedelta(minutes=15)
FOR_A_STATEMENT = "SELECT set_config('statement_timeout', '600s', true)"


class Stopped(RuntimeError):
    """Says which counting stopped and nothing of what it read: this is what logs are given."""


def ask(user: User, period: Period, measure: str, *, total: int, at: datetime) -> Counting:
    """Have them counted, once for whoever asks twice."""
    which = {"user": user, "measure": measure, "ended_at": None, **_days(period)}
    Counting.objects.filter(**which, asked_at__lt=at - GIVEN_UP).update(ended_at=at, is_broken=True)
    wanted, is_new = Counting.objects.get_or_create(**which, defaults={"total": total, "asked_at": at})
    if is_new:
        count.defer(counting_id=wanted.pk)
    return wanted


def _days(period: Period) -> dict[str, object]:
    return {"first_on": period.first, "last_on": period.last, "known_on": period.known}


def newest(user: User, period: Period, measure: str, since: datetime) -> Counting | None:
    """The one they asked for since then, at work or done."""
    asked = Counting.objects.filter(user=user, measure=measure, asked_at__gte=since, **_days(period))
    return asked.order_by("-asked_at", "-pk").first()


@app.task(queue="figures")
def count(counting_id: int) -> None:
    """Done once too often, it finds everything kept."""
    with acting_as_system():
        unended = Counting.objects.filter(pk=counting_id, ended_at=None)
        unended.update(done=0)  # a worker that died may have begun
        wanted = unended.first()
    if wanted is None:
        return
    try:
        for measures in _steps(wanted):
            _step(wanted, measures)
    except Exception as error:
        _end(wanted, is_broken=True)
        # The error's own words may quote a row: its kind and the number are enough to find it.
        raise Stopped(f"Counting {counting_id} stopped: {type(error).__name__}") from None
    _end(wanted)


def _steps(wanted: Counting) -> Iterable[Sequence[Measure]]:
    if wanted.measure:
        return [[catalogue.measures()[wanted.measure]]]
    return counting.by_what_is_read(list(catalogue.measures().values()))


def _step(wanted: Counting, measures: Sequence[Measure]) -> None:
    """As they are now: who may look at figures no more is counted none."""
    with acting_as_system():
        user = User.objects.get(pk=wanted.user_id, is_active=True)
    figures = Figures(Viewer(user), Period(wanted.first_on, wanted.last_on, wanted.known_on), wanted.asked_at)
    if not figures.viewer.may(Power.SEE_FIGURES):
        raise PermissionError
    # Whichever way the page of one measure will be asked for, none of it is counted while somebody waits.
    groups = _ways(measures[0], figures) if wanted.measure else WHOLE
    with acting_as(user):
        with connection.cursor() as cursor:
            cursor.execute(FOR_A_STATEMENT)
        shown = [measure for measure in measures if figures.shows(measure)]
        figures.then(shown, figures.of(shown, groups), groups)
        Counting.objects.filter(pk=wanted.pk).update(done=F("done") + len(shown))


def _ways(measure: Measure, figures: Figures) -> Sequence[str]:
    return [*GROUPINGS, *(way.key for way in ways(measure, figures))]


def _end(wanted: Counting, *, is_broken: bool = False) -> None:
    with acting_as_system():
        Counting.objects.filter(pk=wanted.pk).update(ended_at=now(), is_broken=is_broken)
