"""Audits to test with: by the auditor, of Ash's record, with nothing wrong unless it is said."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from kittiwake.assurance.audits import recording, rules
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.effects import recording as effects
from kittiwake.assurance.audits.models import Audit, AuditAction, Programme
from kittiwake.assurance.audits.programmes import recording as programmes
from kittiwake.primitives.instruments import library
from kittiwake.primitives.instruments.tests.answering import quiet
from kittiwake.record import recording as record
from kittiwake.record.models import Child, Entry
from kittiwake.time.moments import local_date
from tests.cast import NOW, Cast

SOON, LATER = NOW + timedelta(days=1), NOW + timedelta(days=3)


def made_programme(cast: Cast, *, at: datetime = NOW, **more: Any) -> Programme:
    facts: dict[str, Any] = {
        "kind": "monthly", "title": "November audits", "question": "Is the child safer?", "tool": rules.DIP,
        "starts_on": date(2026, 11, 1), "ends_on": date(2026, 11, 30), "moderated_share": 20,
    }  # fmt: skip
    return programmes.plan_programme(**{**facts, **more}, by=cast.user("principal"), at=at)


def graded(tool: str = rules.DIP, **grades: str) -> dict[str, Any]:
    """Good throughout, and what was done was done in time."""
    instrument = library.latest(tool)
    domains = {s.questions[0].key: rules.GOOD for s in instrument.sections if s.key != rules.COMPLIANCE}
    return quiet(instrument, **{**domains, **grades})


def audited(
    cast: Cast,
    child: Child | None = None,
    *,
    programme: Programme | None = None,
    overall: str = rules.GOOD,
    grades: dict[str, str] | None = None,
    by: str = "auditor",
    at: datetime = NOW,
    **more: Any,
) -> Audit:
    words = {
        "child_said": "They listen to me", "family_said": "They ring back", "done_with": "together",
        "why": "It shows in the record",
    }  # fmt: skip
    if overall == rules.INADEQUATE:
        more = {"told": cast.workers["manager"], "told_how": "By phone at once", **more}
    programme = programme or made_programme(cast)
    return recording.audit(
        child or cast.ash,
        programme=programme,
        answers=graded(programme.tool, **(grades or {})),
        overall=overall,
        **{**words, **more},
        by=cast.user(by),
        at=at,
    )


def raised(cast: Cast, audit: Audit | None = None, *, at: datetime = NOW, **more: Any) -> AuditAction:
    """The worker owns it."""
    facts: dict[str, Any] = {
        "what": "Meet Ash after school", "difference": "Ash is home by nine", "focus": rules.CHILD_FOCUSED,
        "owner": cast.workers["worker"], "due_on": local_date(at) + timedelta(days=14), "by": cast.user("auditor"),
    }  # fmt: skip
    return doing.raise_action(audit or audited(cast, at=at), **{**facts, **more}, at=at)


def discussed(cast: Cast, action: AuditAction, at: datetime = NOW) -> AuditAction:
    doing.discuss(
        action, held_on=local_date(at), with_whom=cast.workers["worker"], words="They see it too",
        by=cast.user("manager"), at=at,
    )  # fmt: skip
    return AuditAction.objects.get(pk=action.pk)


def done(cast: Cast, action: AuditAction, at: datetime = NOW) -> AuditAction:
    doing.finish(discussed(cast, action, at), evidence="Met on Friday", by=cast.user("worker"), at=at)
    return AuditAction.objects.get(pk=action.pk)


def checked(cast: Cast, action: AuditAction, at: datetime = NOW) -> AuditAction:
    action = done(cast, action, at)
    doing.check_evidence(action, words="It is in the notes", by=cast.user("manager"), at=at)
    return AuditAction.objects.get(pk=action.pk)


def seen_later(cast: Cast, child: Child | None = None, at: datetime = SOON) -> Entry:
    """Something on a child's record that is no audit."""
    return record.enter(
        child or cast.ash, kind="direct_work.session", summary="Home before nine all week", happened_at=at,
        by=cast.user("worker"), at=at,
    )  # fmt: skip


def confirmed(cast: Cast, action: AuditAction, at: datetime = LATER) -> AuditAction:
    action = checked(cast, action)
    effects.confirm_effect(
        action, entry=seen_later(cast), changed="Home before nine", by=cast.user("principal"), at=at
    )
    return AuditAction.objects.get(pk=action.pk)


def closed(cast: Cast, action: AuditAction, at: datetime = LATER) -> AuditAction:
    action = confirmed(cast, action, at)
    if not action.checked_focus:
        doing.check_focus(action, focus=action.focus, why="", by=cast.user("manager"), at=at)
    effects.close(action, learned="Meet them where they are", by=cast.user("manager"), at=at)
    return AuditAction.objects.get(pk=action.pk)
