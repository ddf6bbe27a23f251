"""The only way a supervision or a child's part of it is written. Agreements and the personal part have files of their own."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from kittiwake.access.identity import acting_as_system
from kittiwake.access.visibility import VisibleTo
from kittiwake.accounts.models import User
from kittiwake.assurance.allocation.models import Away
from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.experience import rhythm_of
from kittiwake.assurance.supervision.models import Agreement, ChildPart, Supervision
from kittiwake.assurance.supervision.recording_of_personal import the_two
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.primitives.actions import recording as actions
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.record import recording as record
from kittiwake.record.believing import must_be_believable
from kittiwake.record.models import Child, Team, Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import Moment, local_date

CHILD_PART = "supervision.child_part"
NOT_ONESELF = "Nobody supervises themselves. The other person must be somebody else. Choose who it was."
ONLY_THE_TWO_WRITE = "Only the two people who met write down what was said. Ask one of them."
ONLY_THE_TWO_SIGN = (
    "Only the two people who met sign, each for themselves: nobody signs for the other. Ask them to."
)


@transaction.atomic
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
    facts: dict[str, Any] = {"worker": worker, "kind": kind, "covering": away}
    if kind == rules.FORMAL:
        facts |= _dates(agreement, held)
    return _write(supervisor, held, {**facts, "minutes": minutes, "uninterrupted": uninterrupted}, by, at)


@transaction.atomic
def hold_group(
    team: Team, *, supervisor: Worker, held: Moment, minutes: int, by: User, at: datetime
) -> Supervision:
    """A team talked together. It counts for a child only where the child's part is written, and for nobody's rhythm."""
    must_be_believable(at, held=held)
    _refuse_wrong(held, at, minutes)
    facts = {"team": team, "kind": rules.GROUP, "minutes": minutes, "uninterrupted": True}
    return _write(supervisor, held, facts, by, at)


def _refuse_wrong(held: Moment, at: datetime, minutes: int) -> None:
    field, wrong = rules.wrong_with_held(held.at, at, minutes=minutes)
    if wrong:
        raise Refused(wrong, field=field)


def _agreement_of(worker: Worker, supervisor: Worker, on: date) -> tuple[Agreement, Away | None]:
    """The agreement under which these two met that day, and whom the supervisor covered for."""
    agreement: Agreement | None = Agreement.objects.on(on).filter(worker=worker).first()
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


def _dates(agreement: Agreement, held: Moment) -> dict[str, date]:
    """By when it was due, and the next is."""
    on = local_date(held.at)
    before = Supervision.objects.by_agreement().filter(worker=agreement.worker, held_at__lt=held.at)
    last = before.order_by("-held_at").first()
    due_on = last.next_due_on if last and last.next_due_on else agreement.first_due_on
    rhythm = rhythm_of(agreement.worker, agreement.profession, on)
    return {"due_on": due_on, "next_due_on": rules.due_after(rhythm, on)}


def _write(supervisor: Worker, held: Moment, facts: dict[str, Any], by: User, at: datetime) -> Supervision:
    if supervisor.user_id != by.pk:
        raise NotYours(
            "Whoever held the supervision records it: nobody writes it down for the other. Ask them to."
        )
    made = Supervision.objects.create(
        supervisor=supervisor,
        held_at=held.at,
        time_known=held.time_known,
        recorded_at=at,
        recorded_by=by,
        **facts,
    )
    history.write("supervision.held", made, by=by, at=at)
    return made


@transaction.atomic
def write_part(
    supervision: Supervision,
    child: Child,
    *,
    direction: str,
    owner: Worker,
    due_on: date,
    by: User,
    at: datetime,
    occasion: str = "",
    **words: Any,
) -> ChildPart:
    """What was said of one child, on their file, with what is to be done, by whom and by when.

    `words` are ChildPart's own fields. Refuses a child one of the two may not see, and a second part about the same one.
    """
    must_stand(supervision)
    must_be_believable(at, of=child, due_on=due_on, next_on=words.get("next_on"))
    _refuse_strangers(supervision, by, ONLY_THE_TWO_WRITE)
    locked = Supervision.objects.select_for_update().get(pk=supervision.pk)
    _refuse_part(locked, child)
    summary = "Discussed in supervision" if supervision.kind == rules.FORMAL else "Discussed by a manager"
    entry = record.enter(
        child, kind=CHILD_PART, summary=summary, happened_at=supervision.held_at, by=by, at=at
    )
    part = ChildPart.objects.create(
        entry=entry,
        child=child,
        supervision=supervision,
        supervisor=supervision.supervisor,
        worker=supervision.worker,
        **words,
    )
    actions.raise_action(entry, what=direction, owner=owner, due_on=due_on, by=by, at=at)
    if occasion:
        drafts.forget(by, child, occasion)
    history.write("supervision.child_discussed", part, by=by, at=at, child_id=child.pk)
    return part


def _refuse_strangers(supervision: Supervision, by: User, why: str) -> None:
    if why_not := why_not_of_the_two(supervision, by, why):
        raise NotYours(why_not)


def why_not_of_the_two(supervision: Supervision, user: User, why: str) -> str:
    """What only the two people who met do; empty for them."""
    return "" if user in the_two(supervision) else why


def why_not_hold(worker: Worker, supervisor: Worker) -> str:
    """Why somebody cannot have supervised this worker, on whatever day they say; empty where they may have."""
    if worker == supervisor:
        return NOT_ONESELF
    agreed = Agreement.objects.filter(worker=worker)
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


def _refuse_part(supervision: Supervision, child: Child) -> None:
    if supervision.struck_out_at:
        raise Refused("This supervision has been struck out. Record it again as it was.")
    if ChildPart.objects.filter(supervision=supervision, child=child, is_counted=True).exists():
        raise Refused(
            "What was said of this child has already been written down. Open it on the child’s file; strike it out there if it is wrong."
        )
    for person in the_two(supervision):
        with acting_as_system():  # the database answers about somebody else to Kittiwake alone
            unseen = person and not Child.objects.filter(VisibleTo("pk", person.pk), pk=child.pk).exists()
        if unseen:
            raise Refused(
                f"{person} may not see this child’s record, so the child cannot be discussed here. "
                "Somebody who is named for the child has to talk it through with the worker."
            )


@transaction.atomic
def strike_out_part(part: ChildPart, *, reason: str, by: User, at: datetime) -> None:
    """It was written wrongly. It stays, struck through, and may be written again."""
    record.strike_out(part.entry, reason=reason, by=by, at=at)
    ChildPart.objects.filter(pk=part.pk).update(is_counted=False)
    history.write("supervision.part_struck_out", part, by=by, at=at, child_id=part.child_id)


@transaction.atomic
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
    _refuse_strangers(supervision, by, ONLY_THE_TWO_SIGN)
    worker, _ = the_two(supervision)
    which = "worker_signed_at" if by == worker else "supervisor_signed_at"
    facts: dict[str, Any] = {which: at}
    if by == worker:
        facts |= {"wellbeing_talked": wellbeing_talked, "development_talked": development_talked}
    unsigned = Supervision.objects.standing().filter(pk=supervision.pk, **{which: None})
    if not unsigned.update(**facts):
        raise Refused("You have already signed this, or it has been struck out. Open it again to see which.")
    history.write("supervision.signed", supervision, by=by, at=at)


@transaction.atomic
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
    history.write("supervision.struck_out", supervision, by=by, at=at)


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
