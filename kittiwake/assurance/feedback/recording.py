"""The only way a round is asked, opened, called off and closed, and what comes of it is written.

What people answer is written in `answering`; codes on paper in `slips`.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Unpack

from kittiwake.access.identity import acting_as_system
from kittiwake.accounts.models import User
from kittiwake.assurance.feedback import ballots, events, letters, people, questions, rules
from kittiwake.assurance.feedback.ballots import Ballot
from kittiwake.assurance.feedback.facts import DoneFacts, RoundFacts
from kittiwake.assurance.feedback.models import Answer, Asked, Box, Done, Remark, Round, Slip, Turnout
from kittiwake.history import recording as history
from kittiwake.history.refusal import Refused
from kittiwake.history.whole import whole
from kittiwake.insight.settings import sizes
from kittiwake.outbox import recording as outbox
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Team
from kittiwake.time.moments import local_date

log = logging.getLogger(__name__)
RUNS_ALREADY = (
    "These people are being asked already. Wait until that round is over: nobody is asked twice at once."
)


@whole()
def ask(*, by: User, at: datetime, **facts: Unpack[RoundFacts]) -> Round:
    """It opens on its first day, today as well. Refuses days that are past, too far off or too many, and a second at once."""
    must_be_believable(at, opens_on=facts["opens_on"], closes_on=facts["closes_on"])
    field, wrong = rules.wrong_days(facts["opens_on"], facts["closes_on"], local_date(at))
    if wrong:
        raise Refused(wrong, field=field)
    form = questions.latest(facts["questionnaire"])
    at_once = Round.objects.filter(questionnaire=form.key, closed_at=None)
    if at_once.filter(opens_on__lte=facts["closes_on"], closes_on__gte=facts["opens_on"]).exists():
        raise Refused(RUNS_ALREADY, field="questionnaire")
    made = Round.objects.create(version=form.version, asked_by=by, asked_at=at, **facts)
    history.write(events.ASKED, made, by=by, at=at)
    if made.opens_on <= local_date(at):
        with acting_as_system() as system:
            open_(made, by=system, at=at)
        made.refresh_from_db()
    return made


@whole()
def open_(round_: Round, *, by: User, at: datetime) -> None:
    """Whoever is of its people now is asked; done again, nothing is done."""
    if not Round.objects.to_open(local_date(at)).filter(pk=round_.pk).update(opened_at=at):
        return
    Box.objects.create(round=round_, sealed=ballots.empty(round_.pk))
    _ask_people(round_, at)
    history.write(events.OPENED, round_, by=by, at=at)


def _ask_people(round_: Round, at: datetime) -> None:
    """Those who were not asked yet. Partners hear of it by mail, once: the others by the day's mail and on their page."""
    audience = round_.form.audience
    before = set(Asked.objects.filter(round=round_).values_list("user", flat=True))
    new = [(user, team) for user, team in people.asked_of(audience, at) if user not in before]
    Asked.objects.bulk_create(
        [Asked(round=round_, user_id=user, team_id=team) for user, team in new], ignore_conflicts=True
    )
    if audience == questions.PARTNERS:
        for user, _ in new:
            once = f"{letters.ASKED}:{round_.pk}:{user}"
            outbox.add(letters.ASKED, user, about_id=round_.pk, at=at, once=once)


def keep_rounds(*, by: User, at: datetime) -> None:
    """What is due on this day, each round by itself; done again, nothing is done."""
    today = local_date(at)
    for round_ in Round.objects.to_close(today):
        try:
            close(round_, by=by, at=at)
        except ballots.Shut:  # it stays shut until its secret is back, and holds no other up
            log.error("The box of round %s was sealed with another secret", round_.pk)
    for round_ in Round.objects.to_open(today):
        open_(round_, by=by, at=at)
    for round_ in Round.objects.running(today):
        if round_.form.audience == questions.CHILDREN:
            ask_more(round_, at=at)


@whole()
def ask_more(round_: Round, *, at: datetime) -> None:
    """Children with whom a piece of work has ended since."""
    _ask_people(round_, at)


@whole()
def call_off(round_: Round, *, by: User, at: datetime) -> None:
    """Before it is over, with nothing read: what was said is thrown away. Refuses a round that is over."""
    Box.objects.select_for_update().filter(round=round_).first()
    counts = {"asked": 0, "answered": 0, "is_called_off": True, "closed_at": at}
    if not Round.objects.filter(pk=round_.pk, closed_at=None).update(**counts):
        raise Refused("This round is over. Open it again to see what came of it.")
    _forget_who(round_)
    Box.objects.filter(round=round_).delete()
    history.write(events.CALLED_OFF, round_, by=by, at=at)


@whole()
def close(round_: Round, *, by: User, at: datetime) -> None:
    """The box is opened, and what was said is written without whose it is; where too few answered it is thrown away unread.
    Done again, or before its last day is over, nothing is done."""
    box = Box.objects.select_for_update().filter(round=round_).first()
    if box is None or not Round.objects.to_close(local_date(at)).filter(pk=round_.pk).exists():
        return
    said = ballots.opened(box.sealed, round_.pk)
    least = sizes(local_date(at)).shared
    is_kept = len(said) >= least
    asked = _teams_asked(round_)
    if is_kept:
        _write(round_, said, asked, least)
    counts = {"asked": len(asked), "answered": len(said), "is_kept": is_kept, "closed_at": at}
    Round.objects.filter(pk=round_.pk).update(**counts)
    _forget_who(round_)
    box.delete()
    history.write(events.CLOSED, round_, by=by, at=at)


def _teams_asked(round_: Round) -> list[int | None]:
    """The team of each who was asked: by name, and by a code."""
    every = (
        rows.filter(round=round_).values_list("team", flat=True) for rows in (Asked.objects, Slip.objects)
    )
    return [team for teams in every for team in teams]


def _write(round_: Round, said: list[Ballot], asked: list[int | None], least: int) -> None:
    """Each answer by itself and in no order, so that they are not known again as one person's."""
    teams = Team.objects.in_bulk({ballot.team for ballot in said if ballot.team})
    kinds = {pk: team.kind for pk, team in teams.items()}
    groups = rules.groups(kinds, [ballot.team for ballot in said], least)

    def group_of(team: int | None) -> rules.Group:
        return groups.get(team or 0, rules.EVERYBODY)

    _write_answers(round_, [(group_of(ballot.team), ballot) for ballot in said])
    remarks = [Remark(round=round_, words=ballot.words) for ballot in said if ballot.words]
    ballots.SHUFFLE(remarks)
    Remark.objects.bulk_create(remarks)
    answered = Counter(group_of(ballot.team) for ballot in said)
    _write_turnouts(round_, answered, Counter(map(group_of, asked)))


def _write_answers(round_: Round, said: Iterable[tuple[rules.Group, Ballot]]) -> None:
    form = round_.form
    answers = [
        Answer(
            round=round_,
            question=question,
            answer=answer,
            is_good=form.question(question).scale.is_good(answer),
            team_id=group.team,
            kind=group.kind,
        )
        for group, ballot in said
        for question, answer in ballot.answers.items()
    ]
    ballots.SHUFFLE(answers)
    Answer.objects.bulk_create(answers)


def _write_turnouts(round_: Round, answered: Counter[rules.Group], asked: Counter[rules.Group]) -> None:
    """Also of those who are left over: of groups of their own nothing is said."""
    Turnout.objects.bulk_create(
        Turnout(
            round=round_, team_id=group.team, kind=group.kind, asked=asked[group], answered=answered[group]
        )
        for group in sorted(answered | asked, key=lambda group: (group.kind, group.team or 0))
    )


def _forget_who(round_: Round) -> None:
    """From now on nobody knows who of those asked has answered."""
    Asked.objects.filter(round=round_).update(has_answered=None)
    Slip.objects.filter(round=round_).delete()


@whole()
def hide(remark: Remark, *, why: str, by: User, at: datetime) -> None:
    """It says who somebody is: from now on nobody is shown it."""
    shown = Remark.objects.filter(pk=remark.pk, hidden_at=None)
    if not shown.update(hidden_at=at, hidden_by=by, hidden_why=why):
        raise Refused("Somebody else has hidden this already. Open the list again.")
    history.write(events.REMARK_HIDDEN, remark, by=by, at=at)


@whole()
def say_what_was_done(round_: Round, *, by: User, at: datetime, **facts: Unpack[DoneFacts]) -> Done:
    """Those who were asked read it beside what they said. Refuses a round that is not over."""
    if round_.closed_at is None:
        raise Refused("This round is not over. Say what was done once it is clear what people said.")
    made = Done.objects.create(round=round_, by=by, at=at, **facts)
    history.write(events.DONE, made, by=by, at=at)
    return made
