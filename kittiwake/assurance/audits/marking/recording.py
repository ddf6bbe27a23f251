"""Moderation: somebody else looks at a grade, blind where that is possible, and it stands or changes for a reason."""

from __future__ import annotations

from datetime import datetime

from kittiwake.access import recording as access
from kittiwake.access.models import Grant, Reading
from kittiwake.accounts.models import User
from kittiwake.assurance.audits import events, recording, rules
from kittiwake.assurance.audits.independence import why_not_settle, why_not_theirs
from kittiwake.assurance.audits.models import (
    Audit,
    AuditAction,
    Escalation,
    GradeChange,
    Mark,
    Moderation,
)
from kittiwake.assurance.audits.programmes.recording import AUDITORS_SEE_FOR
from kittiwake.history import recording as history
from kittiwake.history.refusal import NotYours, Refused
from kittiwake.history.whole import whole
from kittiwake.primitives.drafts import recording as drafts
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments import recording as instruments
from kittiwake.primitives.instruments.models import BlindMark
from kittiwake.primitives.instruments.rules import Answers
from kittiwake.record.models import Worker
from kittiwake.record.standing import must_stand
from kittiwake.time.moments import local_date

ASKED_TO_MODERATE = "Asked to moderate an audit"


@whole()
def ask_moderation(audit: Audit, *, moderator: Worker, by: User, at: datetime) -> Moderation:
    """Ask somebody to mark the same record without seeing this mark. An inadequate audit is moderated openly: it was
    told and escalated where everybody who works with the child can see, so no second mark of it would be blind.

    Until it is marked, somebody else may be asked instead. Refuses the auditor, whoever works or manages the case, and
    whoever has opened the audit.
    """
    must_stand(audit)
    is_blind = not Escalation.objects.filter(audit=audit).exists()
    user = _refuse_unfit(audit, moderator, at)
    if is_blind and user.pk == by.pk:
        raise Refused(
            "You have seen the mark, so yours would not be blind. Ask somebody else.", field="moderator"
        )
    if is_blind and _has_seen(user, audit):
        raise Refused(
            "They have already opened this audit, so their mark would not be blind.", field="moderator"
        )
    before = Moderation.objects.select_for_update(of=("self",)).filter(audit=audit).first()
    if before and (before.marked_at or before.settled_at):
        raise Refused(
            "It has been moderated already, so nobody else is asked. Open the audit to see the marks."
        )
    if before and before.moderator_id == user.pk:
        raise Refused("They have been asked already.", field="moderator")
    if before:
        access.end_duty(
            audit.child, user=before.moderator, reason=ASKED_TO_MODERATE, because_of=audit.entry, by=by, at=at
        )
    access.let_in(
        audit.child, user=user, reason=ASKED_TO_MODERATE, kind=Grant.DUTY,
        because_of=audit.entry, ends_at=at + AUDITORS_SEE_FOR, by=by, at=at,
    )  # fmt: skip
    asked, _ = Moderation.objects.update_or_create(
        audit=audit, defaults={"moderator": user, "is_blind": is_blind, "asked_by": by, "asked_at": at}
    )
    if is_blind:
        tool = library.latest(audit.programme.tool)
        instruments.keep_until_marked(audit.entry, instrument=tool, marker=user, by=by, at=at)
    changes = {"Moderator": (before.moderator.name if before else "", user.name)}
    history.write(events.MODERATION_ASKED, asked, by=by, at=at, child_id=audit.child_id, changes=changes)
    return asked


def _refuse_unfit(audit: Audit, moderator: Worker, at: datetime) -> User:
    if moderator.user is None:
        raise Refused("They cannot sign in, so they cannot moderate.", field="moderator")
    if moderator.user_id == audit.auditor_id:
        raise Refused("They made this audit. Somebody else moderates it.", field="moderator")
    if AuditAction.objects.standing().filter(audit=audit, owner=moderator).exists():
        raise Refused("They own an action of this audit. Ask somebody who does not.", field="moderator")
    if why_not := why_not_theirs(moderator.user, audit.child, local_date(at)):
        raise Refused(why_not, field="moderator")
    return moderator.user


def _has_seen(user: User, audit: Audit) -> bool:
    """By the log of reading: a page about this child's audits since the mark was made."""
    seen = Reading.objects.shown().filter(
        user_id=user.pk, child_id=audit.child_id, at__gte=audit.entry.recorded_at
    )
    return seen.filter(page__startswith="audits:").exists()


@whole()
def mark(
    moderation: Moderation | BlindMark,
    *,
    answers: Answers,
    overall: str,
    why: str,
    by: User,
    at: datetime,
    occasion: str = "",
) -> Mark:
    """The second mark. Once made it stands, and its maker may read the first."""
    instruments.marked_blind(moderation.pk, by=by, at=at)
    held = (
        Moderation.objects.select_for_update(of=("self",))
        .select_related("audit__entry")
        .get(pk=moderation.pk)
    )
    must_stand(held)
    Moderation.objects.filter(pk=held.pk).update(marked_at=at)
    first = Mark.objects.select_related("completion").get(audit=held.audit, kind=Mark.FIRST)
    second = recording.grade(
        held.audit, first.completion.file, kind=Mark.SECOND, answers=answers, overall=overall, why=why, by=by, at=at
    )  # fmt: skip
    drafts.forget(by, held.audit.child, occasion)
    history.write(events.MARKED_AGAIN, second, by=by, at=at, child_id=held.audit.child_id)
    return second


@whole()
def settle(
    moderation: Moderation,
    *,
    grade: str,
    reason: str,
    by: User,
    at: datetime,
    told: Worker | None = None,
    told_how: str = "",
) -> None:
    """The grade stands or is changed, for a reason: by a third person where there are two marks, else by the moderator.
    One that becomes inadequate is escalated.
    """
    must_stand(moderation)
    held = (
        Moderation.objects.select_for_update(of=("self",))
        .select_related("audit__entry")
        .get(pk=moderation.pk)
    )
    if why_not := why_not_settle(held, by, local_date(at)):
        raise NotYours(why_not)
    first = Mark.objects.select_for_update().get(audit=held.audit, kind=Mark.FIRST)
    if grade != first.grade:
        _change(held.audit, first, grade, reason, by, at)
        if grade == rules.INADEQUATE:
            _escalate(held.audit, told, told_how, by, at)
    Moderation.objects.filter(pk=held.pk).update(
        settled_at=at, settled_by=by, is_changed=grade != first.overall
    )
    history.write(events.MODERATED, held, by=by, at=at, child_id=held.audit.child_id)


def _change(audit: Audit, first: Mark, grade: str, reason: str, by: User, at: datetime) -> None:
    if not reason.strip():
        raise Refused("You change the grade. Say why: the auditor and the worker read it.", field="reason")
    answers = first.completion.answers.filter(question__in=rules.CAPPING).values_list("question", "value")
    recording.refuse_above_cap(dict(answers), grade)
    GradeChange.objects.create(audit=audit, was=first.grade, now=grade, reason=reason, by=by, at=at)
    Mark.objects.filter(pk=first.pk).update(grade=grade)


def _escalate(audit: Audit, told: Worker | None, how: str, by: User, at: datetime) -> None:
    if told is None or not how.strip():
        raise Refused(
            "An inadequate audit is told to somebody today. Say whom you told, and how.", field="told"
        )
    if not Escalation.objects.filter(audit=audit).exists():
        recording.escalate(audit, told=told, how=how, by=by, at=at)
