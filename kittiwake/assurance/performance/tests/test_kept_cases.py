"""The cases a report keeps, of the drawn world: those of each measure, and as closed as the facts."""

from __future__ import annotations

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.viewer import Viewer
from kittiwake.assurance.performance.counts import cases
from kittiwake.assurance.performance.counts import recording as counts
from kittiwake.assurance.performance.models import (
    ChildCase,
    Report,
    ReportFigure,
    WorkerCase,
)
from kittiwake.assurance.performance.models.counts import MONTHS, PERIOD
from kittiwake.assurance.performance.tests import made
from kittiwake.insight import counting
from kittiwake.insight.tests.worlds import FIRST, LAST
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.themes import themes
from tests.cast import Cast


def of_november(world: Cast) -> Report:
    """Of all themes, of the period of the drawn world."""
    with acting_as_system():
        report = made.drafted(world, list(themes()), first=FIRST, last=LAST)
        return made.counted(world, report)


def kept(model: type, user: object) -> int:
    with acting_as(user):  # type: ignore[arg-type]
        return model.objects.count()  # type: ignore[attr-defined]


def test_every_figure_is_its_cases_and_they_are_those_of_the_measure(world: Cast) -> None:
    count = made.newest(of_november(world))
    assert count.is_whole
    with acting_as_system():
        for measure in counts.measures_of(count):
            by_group = cases.figures(count, measure)
            assert by_group["none"] == counting.figures(measure, FIRST, LAST), measure.key
            assert by_group["team"] == counting.figures(measure, FIRST, LAST, "team"), measure.key
            rows = counting.rows(measure, FIRST, LAST, many=10_000)
            model = WorkerCase if measure.about == "worker" else ChildCase
            there = model.objects.filter(count=count, measure=measure.key, span=PERIOD)
            assert sorted(there.values_list("case_id", "on", "in_numerator", "value"), key=str) == sorted(
                ((case.case_id, case.on, case.in_numerator, case.value) for case in rows), key=str
            ), measure.key


def test_the_months_are_those_of_a_year_and_each_has_its_cases(world: Cast) -> None:
    count = made.newest(of_november(world))
    with acting_as_system():
        measure = catalogue.measures()["P01"]
        shown = cases.figures(count, measure)["month"]
        assert shown == counting.figures(measure, made.date(2025, 12, 1), LAST, "month")
        months = ChildCase.objects.filter(count=count, measure="P01", span=MONTHS).count()
    assert months == sum(figure.numerator or 0 for figure in shown) > 5


def test_small_numbers_of_the_drawn_world_are_hidden_and_no_figure_says_nought_for_them(world: Cast) -> None:
    count = made.newest(of_november(world))
    (row,) = ReportFigure.objects.filter(count=count, measure="P02", grouped_by="none")
    assert row.is_hidden
    assert row.numerator is None
    assert row.said == "c"


def test_kept_cases_are_as_closed_as_the_facts(world: Cast) -> None:
    """Whoever sees no child sees none of them; a worker those of their children; nobody but who sees them Hazel's."""
    of_november(world)
    whole = kept(ChildCase, world.system)
    for who in ("member", "partner", "young_person", "administrator"):
        assert kept(ChildCase, world.user(who)) == kept(WorkerCase, world.user(who)) == 0, who
    for who in ("worker", "outsider", "director"):
        user = world.user(who)
        with acting_as(user):
            seen = set(Viewer(user).children.values_list("pk", flat=True))
            there = set(ChildCase.objects.values_list("child", flat=True))
        assert there <= seen, who
        assert 0 < kept(ChildCase, user) < whole, who
    assert world.hazel.pk not in _children(world, "director")
    assert kept(WorkerCase, world.user("worker")) == 0
    assert kept(WorkerCase, world.user("director")) == kept(WorkerCase, world.system) > 0


def _children(world: Cast, who: str) -> set[int]:
    with acting_as(world.user(who)):
        return set(ChildCase.objects.values_list("child", flat=True))
