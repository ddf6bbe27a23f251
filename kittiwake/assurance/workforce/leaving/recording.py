"""The only way exit interviews are written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.workforce import codes, events
from kittiwake.assurance.workforce.leaving.queries import managers_of, team_to_read
from kittiwake.assurance.workforce.models import ExitInterview
from kittiwake.assurance.workforce.refusal import refuse
from kittiwake.history import recording as history
from kittiwake.history.constraints import refused_by
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Worker
from kittiwake.time.moments import local_date


@whole()
def hold_exit_interview(
    worker: Worker,
    *,
    held_by: Worker,
    held_on: date,
    reasons: Collection[str],
    may_share: bool,
    by: User,
    at: datetime,
    words: str = "",
    would_have_kept: str = "",
) -> ExitInterview:
    """Why they leave, as they say it. Refuses who managed them, to hold it or to write it down, and a second one."""
    must_be_believable(at, held_on=held_on)
    _refuse_who(worker, held_by, held_on, by)
    refuse(
        "This day is to come. Record it when it has been held." if held_on > local_date(at) else "", "held_on"
    )
    unknown = set(reasons) - set(dict(codes.WHY_LEAVE))
    refuse("Choose from the list why they leave." if unknown or not reasons else "", "reasons")
    with refused_by(
        exit_interview_once=Refused(
            "An exit interview with them is recorded already. If it is wrong, strike it out first."
        )
    ):
        interview = ExitInterview.objects.create(
            worker=worker, held_by=held_by, held_on=held_on, team=team_to_read(worker, held_on), words=words,
            reasons=sorted(reasons), would_have_kept=would_have_kept, may_share=may_share, recorded_at=at,
        )  # fmt: skip
    history.write(events.EXIT_INTERVIEW_HELD, interview, by=by, at=at)
    return interview


def _refuse_who(worker: Worker, held_by: Worker, held_on: date, by: User) -> None:
    if worker.pk == held_by.pk:
        raise Refused("Nobody holds their own exit interview. Choose somebody else.", field="held_by")
    if why_not := why_not_write_down(worker, by, held_on):
        raise NotYours(why_not)
    managers = list(managers_of(worker, held_on))
    if held_by in managers:
        raise Refused(
            f"{held_by} managed them. Choose somebody who did not: people say why they leave to somebody else.",
            field="held_by",
        )


def why_not_write_down(worker: Worker, user: User, on: date) -> str:
    """Why somebody does not record this exit interview, on account of who they are; empty where they may."""
    if worker.user_id == user.pk:
        return "Somebody else writes down what you said when you left. Ask whoever held the interview."
    if managers_of(worker, on).filter(user=user).exists():
        return "You managed them. Whoever held the interview, or somebody above you, writes it down. Ask them to."
    return ""


@whole()
def strike_out_exit_interview(interview: ExitInterview, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly, and may be recorded again."""
    standing = ExitInterview.objects.filter(pk=interview.pk, struck_out_at=None)
    if not standing.update(struck_out_at=at, struck_out_reason=reason):
        raise Refused("This has already been struck out. Open it again to see why.")
    history.write(events.EXIT_INTERVIEW_STRUCK_OUT, interview, by=by, at=at)
