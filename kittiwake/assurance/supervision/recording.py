"""The only way a supervision or a child's part of it is written. Agreements and the personal part have files of their own."""

from __future__ import annotations

from datetime import date, datetime

from kittiwake.accounts.models import User
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.supervision import events, rules
from kittiwake.assurance.supervision.experience import rhythm_of
from kittiwake.assurance.supervision.facts import Dates, Meeting
from kittiwake.assurance.supervision.models import ChildPart, Supervision, SupervisionAgreement
from kittiwake.assurance.supervision.participants import refuse_strangers, the_two
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Team, Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment, local_date

NOT_ONESELF = "Nobody supervises themselves. The other person must be somebody else. Choose who it was."
ONLY_THE_TWO_SIGN = (
    "Only the two people who met sign, each for themselves: nobody signs for the other. Ask them to."
)


@whole()
def hold(
    worker: Worker,
    *,
    supervisor: Worker,
    held: Moment,
    minutes: int,
    uninterrupted: bool,
    by: User,
    at: datetime,
    kind: str = rules.FORMAL,
) -> Supervision:
    """Worker and supervisor met. One by agreement says when the next is due.

    Refuses one that is still to come, one with oneself, and one held by nobody's supervisor of that day or their cover.
    """
    must_be_believable(at, held=held)
    if worker == supervisor:
        raise NotYours(NOT_ONESELF)
    _refuse_wrong(held, at, minutes)
    agreement, away = _agreement_of(worker, supervisor, local_date(held.at))
    meeting: Meeting = {
        "worker": worker, "kind": kind, "covering": away, "minutes": minutes, "uninterrupted": uninterrupted,
    }  # fmt: skip
    if kind == rules.FORMAL:
        meeting = {**meeting, **_dates(agreement, held)}
    return _write(supervisor, held, meeting, by, at)


@whole()
def hold_group(
    team: Team, *, supervisor: Worker, held: Moment, minutes: int, by: User, at: datetime
) -> Supervision:
    """A team talked together. It counts for a child only where the child's part is written, and for nobody's rhythm."""
    must_be_believable(at, held=held)
    _refuse_wrong(held, at, minutes)
    meeting: Meeting = {"team": team, "kind": rules.GROUP, "minutes": minutes, "uninterrupted": True}
    return _write(supervisor, held, meeting, by, at)


def _refuse_wrong(held: Moment, at: datetime, minutes: int) -> None:
    field, wrong = rules.wrong_with_held(held.at, at, minutes=minutes)
    if wrong:
        raise Refused(wrong, field=field)


def _agreement_of(worker: Worker, supervisor: Worker, on: date) -> tuple[SupervisionAgreement, Away | None]:
    """The agreement under which these two met that day, and whom the supervisor covered for."""
    agreement: SupervisionAgreement | None = SupervisionAgreement.objects.on(on).filter(worker=worker).first()
    if agreement is None:
        raise Refused(f"No supervision was agreed for {worker} on that day. Agree it first.", field="held")
    if agreement.supervisor_id == supervisor.pk:
        return agreement, None
    away = Away.objects.on(on).filter(worker=agreement.supervisor_id, covered_by=supervisor).first()
    if away is None:
        raise Refused(
            f"On that day {agreement.supervisor} supervised {worker}. "
            f"To hold it in their place, {supervisor} has to be named as their cover.",
            field="held",
        )
    return agreement, away


def _dates(agreement: SupervisionAgreement, held: Moment) -> Dates:
    """By when it was due, and the next is."""
    on = local_date(held.at)
    before = Supervision.objects.by_agreement().filter(worker=agreement.worker, held_at__lt=held.at)
    last = before.order_by("-held_at").first()
    due_on = last.next_due_on if last and last.next_due_on else agreement.first_due_on
    rhythm = rhythm_of(agreement.worker, agreement.profession, on)
    return {"due_on": due_on, "next_due_on": rules.due_after(rhythm, on)}


def _write(supervisor: Worker, held: Moment, meeting: Meeting, by: User, at: datetime) -> Supervision:
    if supervisor.user_id != by.pk:
        raise NotYours(
            "Whoever held the supervision records it: nobody writes it down for the other. Ask them to."
        )
    supervision = Supervision.objects.create(
        supervisor=supervisor,
        held_at=held.at,
        time_known=held.time_known,
        recorded_at=at,
        recorded_by=by,
        **meeting,
    )
    history.write(events.HELD, supervision, by=by, at=at)
    return supervision


def why_not_hold(worker: Worker, supervisor: Worker) -> str:
    """Why somebody cannot have supervised this worker, on whatever day they say; empty where they may have."""
    if worker == supervisor:
        return NOT_ONESELF
    agreed = SupervisionAgreement.objects.filter(worker=worker)
    theirs = agreed.filter(supervisor=supervisor).exists()
    covered = Away.objects.filter(worker__in=agreed.values("supervisor"), covered_by=supervisor)
    if theirs or not agreed.exists() or covered.exists():
        return ""
    return f"Somebody else supervises {worker}. To hold it in their place, be named as their cover."


def why_not_correct(supervision: Supervision, user: User) -> str:
    return (
        ""
        if user == supervision.supervisor.user
        else "Whoever held the supervision corrects it. Ask them to."
    )


@whole()
def sign(
    supervision: Supervision,
    *,
    by: User,
    at: datetime,
    wellbeing_talked: bool | None = None,
    development_talked: bool | None = None,
) -> None:
    """Either says for themselves that it was so. Refuses everybody but the two, and a second time.

    The worker says as well whether their wellbeing and development were talked about.
    """
    must_stand(supervision)
    refuse_strangers(supervision, by, ONLY_THE_TWO_SIGN)
    worker, _ = the_two(supervision)
    standing = Supervision.objects.standing().filter(pk=supervision.pk)
    if by == worker:
        signed = standing.filter(worker_signed_at=None).update(
            worker_signed_at=at, wellbeing_talked=wellbeing_talked, development_talked=development_talked
        )
    else:
        signed = standing.filter(supervisor_signed_at=None).update(supervisor_signed_at=at)
    if not signed:
        raise Refused("You have already signed this, or it has been struck out. Open it again to see which.")
    history.write(events.SIGNED, supervision, by=by, at=at)


@whole()
def strike_out(supervision: Supervision, *, reason: str, by: User, at: datetime) -> None:
    """It was recorded wrongly. Refuses while a child's part stands: each is struck out on the child's own file first."""
    if why_not := why_not_correct(supervision, by):
        raise NotYours(why_not)
    if ChildPart.objects.standing().filter(supervision=supervision).exists():
        raise Refused("Strike out what was said of each child first, on the child’s own file.")
    standing = Supervision.objects.standing().filter(pk=supervision.pk)
    if not standing.update(struck_out_at=at, struck_out_reason=reason):
        raise Refused("This has already been struck out. Open it again to see why.")
    _dates_again(supervision)
    history.write(events.STRUCK_OUT, supervision, by=by, at=at)


def _dates_again(supervision: Supervision) -> None:
    """The one after it was due when this one was."""
    if supervision.kind != rules.FORMAL:
        return
    after = Supervision.objects.by_agreement().filter(
        worker=supervision.worker, held_at__gt=supervision.held_at
    )
    later = after.order_by("held_at").first()
    if later is not None:
        Supervision.objects.filter(pk=later.pk).update(due_on=supervision.due_on)
