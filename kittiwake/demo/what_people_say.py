"""What people of the made-up council say: one round of each audience that is over, and one of workers that is open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from kittiwake.accounts.models import User
from kittiwake.assurance.feedback import questions, recording
from kittiwake.assurance.feedback.answering import recording as answering
from kittiwake.assurance.feedback.facts import RoundFacts, SaidFacts
from kittiwake.assurance.feedback.models import Asked, Round
from kittiwake.assurance.feedback.queries import slip_of
from kittiwake.assurance.feedback.questions import Questionnaire
from kittiwake.assurance.feedback.slips import recording as slips
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.demo.chance import Chance
from kittiwake.demo.people import TEAMS, Council
from kittiwake.time.moments import local_date

SEED = 66  # a stream of its own, so that what is said does not move what everybody else meets
DAY = timedelta(days=1)
BEGAN, LASTED = 75, 14  # days ago, days
# How content people are with each thing, where it is not as usual: the share who say yes.
USUAL = 0.75
YES = {
    "workers.load": 0.35,
    "workers.supervised": 0.55,
    "workers.heard": 0.5,
    "children.did": 0.5,
    "children.worker": 0.6,
}
SLIPS = 8  # of each team of social workers
WRITE = 4  # every fourth writes something
WORDS: dict[str, list[str]] = {
    questions.WORKERS: [
        "Somebody to type up the notes of strategy meetings.",
        "Supervision that is not the first thing to be put off.",
        "Two fewer children. I know them less well than I did.",
        "A room where a young person can sit down.",
        "My team is kind. That is why I am still here.",
    ],
    questions.CHILDREN: [
        "She came when she said.",
        "I had to tell it all again to a new person.",
        "He listened and did not write all the time.",
        "Nobody told me what the meeting was for.",
    ],
}
DONE = [
    (
        "workers.load",
        "Two more workers for the busiest teams from January, and nobody new to a worker above the limit.",
    ),
    (
        "workers.supervised",
        "A supervision that is put off is held within five days, and managers see which were not.",
    ),
]
DONE_FOR_CHILDREN = [
    (
        "children.did",
        "Every promise is written down with its day, and you can read on your page whether it happened.",
    ),
]


def make_what_people_say(council: Council, at: datetime) -> None:
    director = User.objects.get(email="director@saltmere.example")
    chance, began = Chance(SEED), at - BEGAN * DAY
    _begin_first_years(council, began - 60 * DAY)
    for questionnaire in (
        questions.WORKERS,
        questions.NEWLY_QUALIFIED,
        questions.PARTNERS,
        questions.CHILDREN,
    ):
        round_ = _ask(questionnaire, "To hear how it is, and to do something about it", director, began)
        if questionnaire == questions.CHILDREN:
            _with_codes(round_, council, chance, director, began)
        else:
            _people(round_, chance, began)
        recording.close(round_, by=council.system, at=began + (LASTED + 1) * DAY)
        _say_what_was_done(round_, director, began + 40 * DAY)
    now_open = _ask(questions.WORKERS, "To hear whether what we did in the autumn has helped", director, at)
    _people(now_open, chance, at, every=3)


def _begin_first_years(council: Council, at: datetime) -> None:
    """The newest of each team of social workers: too few for what they say to be read."""
    for name in TEAMS:
        worker = council.workers[name][-1]
        supported_year.start_supported_year(worker, starts_on=local_date(at), by=council.system, at=at)


def _ask(questionnaire: str, why: str, by: User, at: datetime) -> Round:
    today = local_date(at)
    facts: RoundFacts = {
        "questionnaire": questionnaire,
        "opens_on": today,
        "closes_on": today + LASTED * DAY,
        "why": why,
    }
    return recording.ask(**facts, by=by, at=at)


def _people(round_: Round, chance: Chance, at: datetime, *, every: int = 1) -> None:
    """Three of four, or fewer, of those who are asked."""
    asked = Asked.objects.filter(round=round_).select_related("user").order_by("pk")
    for number, person in enumerate(asked):
        if number % every == 0 and chance.random.random() < 0.78:
            said = _said(round_.form, chance, number)
            answering.answer(round_, **said, by=person.user, at=at + DAY)


def _with_codes(round_: Round, council: Council, chance: Chance, by: User, at: datetime) -> None:
    for number, code in enumerate(_codes(round_, council, by, at)):
        slip = slip_of(code, local_date(at))
        if slip is not None and chance.random.random() < 0.6:
            answering.answer_with_code(slip, **_said(round_.form, chance, number), at=at + DAY)


def _codes(round_: Round, council: Council, by: User, at: datetime) -> Iterator[str]:
    for team in (team for team in council.teams.values() if team.kind == "social_work"):
        yield from slips.make(round_, team=team, many=SLIPS, by=by, at=at)


def _said(asks: Questionnaire, chance: Chance, number: int) -> SaidFacts:
    answers: dict[str, str] = {}
    for question in asks.questions:
        yes = chance.random.random() < YES.get(question.key, USUAL)
        keys = question.scale.keys
        answers[question.key] = chance.random.choice(
            keys[: question.scale.good] if yes else keys[question.scale.good :]
        )
    words = WORDS.get(asks.audience, ())
    return {"answers": answers, "words": _words(words, number) if words else ""}


def _words(words: Sequence[str], number: int) -> str:
    return words[number // WRITE % len(words)] if number % WRITE == 0 else ""


def _say_what_was_done(round_: Round, by: User, at: datetime) -> None:
    done: Mapping[str, list[tuple[str, str]]] = {
        questions.WORKERS: DONE,
        questions.CHILDREN: DONE_FOR_CHILDREN,
    }
    round_.refresh_from_db()
    for question, words in done.get(round_.form.audience, ()):
        recording.say_what_was_done(round_, question=question, words=words, by=by, at=at)
