"""Two who publish or answer at the same moment: it is done once, and the other is told."""

from __future__ import annotations

from django.utils.timezone import now

from kittiwake.access.identity import acting_as, acting_as_system
from kittiwake.access.tests.conftest import Crowd
from kittiwake.assurance.performance.counts import recording as counts
from kittiwake.assurance.performance.models import Count, Question, Report
from kittiwake.assurance.performance.questions import recording as questions
from kittiwake.assurance.performance.tests import made
from kittiwake.history.refusal import Refused
from tests.cast import Cast, make_cast

MEMBERS = ("members",)


def drafted() -> tuple[Cast, int]:
    with acting_as_system():
        cast = make_cast()
        report = made.written(cast, MEMBERS)
        return cast, made.counted(cast, report).pk


def published(cast: Cast, pk: int) -> str:
    try:
        with acting_as(cast.user("director")):
            made.publish(cast, Report.objects.get(pk=pk))
    except Refused:
        return "told"
    return "done"


def answered(cast: Cast, pk: int, who: str) -> str:
    try:
        with acting_as(cast.user(who)):
            questions.answer(Question.objects.get(pk=pk), text=who, number=1, by=cast.user(who), at=now())
    except Refused:
        return "told"
    return "done"


def counted(pk: int) -> str:
    counts.make(count_id=pk)
    return "done"


def asked(cast: Cast, pk: int) -> int:
    with acting_as_system():
        return made.asked(cast, Report.objects.get(pk=pk), theme="members").pk


def ask_for_a_count(cast: Cast) -> int:
    with acting_as_system():
        return counts.ask(made.written(cast, MEMBERS), by=cast.system, at=now()).pk


def figures_of(pk: int) -> tuple[int, int, bool]:
    with acting_as_system():
        count = Count.objects.get(pk=pk)
        return count.done, count.total, count.is_whole


def test_it_is_published_answered_and_counted_once(crowd: Crowd) -> None:
    ((cast, pk),) = crowd(drafted)
    assert sorted(crowd(lambda: published(cast, pk), lambda: published(cast, pk))) == ["done", "told"]
    (question,) = crowd(lambda: asked(cast, pk))
    said = crowd(
        lambda: answered(cast, question, "director"), lambda: answered(cast, question, "service_manager")
    )
    assert sorted(said) == ["done", "told"]
    (count,) = crowd(lambda: ask_for_a_count(cast))
    crowd(lambda: counted(count), lambda: counted(count))
    assert crowd(lambda: figures_of(count)) == [(2, 2, True)]
