"""What members ask of a report, and wait to be answered."""

from __future__ import annotations

from kittiwake.assurance.performance.models import Question
from kittiwake.assurance.performance.questions import recording as members
from kittiwake.assurance.performance.tests import made as reports
from kittiwake.primitives.measures.links import Broken
from tests.broken_links.planting import DAY, LATER, Planted, by
from tests.cast import NOW, Cast


def _asked_by_a_member(cast: Cast) -> None:
    at = NOW - DAY
    report = reports.written(cast, ("members",), at)
    published = reports.publish(cast, reports.counted(cast, report, at), at)
    members.ask(published, text="Why?", theme="missing", by=cast.user("member"), at=at)


def _question(broken: Broken) -> Question:
    return Question.objects.get(pk=broken.row_id)


def _answer_member(cast: Cast, broken: Broken) -> None:
    members.answer(_question(broken), text="So.", number=1, **by(cast, LATER, "director"))


def _close_question(cast: Cast, broken: Broken) -> None:
    members.close(_question(broken), **by(cast, LATER, "member"))


PLANTED = [
    Planted(
        "performance.not_answered",
        _asked_by_a_member,
        {"answered": _answer_member, "closed": _close_question},
        who="director",
    ),
]
