"""Rounds to test with: of the cast's world, with as many people as it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.accounts.roles import Role
from kittiwake.assurance.feedback import questions, recording
from kittiwake.assurance.feedback.answering import recording as answering
from kittiwake.assurance.feedback.models import Round
from kittiwake.assurance.feedback.queries import slip_of
from kittiwake.assurance.feedback.slips import recording as slips
from kittiwake.record.models import Membership, Team, Worker
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

LASTS = timedelta(days=14)
AFTER = NOW + LASTS + timedelta(days=1)
YES, NO = {"workers.load": "agree"}, {"workers.load": "disagree_strongly"}
SAFE, UNSAFE = {"children.safe": "yes"}, {"children.safe": "no"}


def asked(
    cast: Cast, questionnaire: str = questions.WORKERS, *, at: datetime = NOW, by: str = "director"
) -> Round:
    opens_on = local_date(at)
    facts = {
        "questionnaire": questionnaire,
        "opens_on": opens_on,
        "closes_on": opens_on + LASTS,
        "why": "To hear how it is",
    }
    return recording.ask(**facts, by=cast.user(by), at=at)


def more_workers(team: Team, many: int, *, called: str = "more") -> list[User]:
    """Social workers of a team, since a good while."""
    people = []
    for number in range(many):
        user = User.objects.create_user(
            f"{called}{number}@saltmere.example", f"{called} {number}", Role.SOCIAL_WORKER
        )
        worker = Worker.objects.create(name=user.name, user=user)
        Membership.objects.create(worker=worker, team=team, starts_on=date(2024, 1, 8))
        people.append(user)
    return people


def answer(
    round_: Round,
    people: Sequence[User],
    answers: Mapping[str, str] = YES,
    words: str = "",
    *,
    at: datetime = NOW,
) -> None:
    for user in people:
        answering.answer(round_, answers=answers, words=words, by=user, at=at)


def closed(cast: Cast, round_: Round, *, at: datetime = AFTER) -> Round:
    recording.close(round_, by=cast.system, at=at)
    round_.refresh_from_db()
    return round_


def with_codes(
    round_: Round,
    many: int,
    answers: Mapping[str, str] = SAFE,
    words: str = "",
    *,
    team: Team | None = None,
    by: User,
    at: datetime = NOW,
) -> None:
    """Codes for so many, and each of them answers."""
    for code in slips.make(round_, team=team, many=many, by=by, at=at):
        slip = slip_of(code, local_date(at))
        assert slip is not None
        answering.answer_with_code(slip, answers=answers, words=words, at=at)
