"""The drawn world of audits, in the month of worlds: three children drawn, four audits, four actions.

Ash and Briar were audited in time, Rowan not at all, and Hazel outside the sample. Ash's was inadequate in August, and
looked at again, in time, in November: better. Briar's became worse in moderation; Hazel's stood.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from kittiwake.assurance.audits import recording, rules
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.effects import recording as effects
from kittiwake.assurance.audits.marking import recording as marking
from kittiwake.assurance.audits.models import Audit, AuditAction, Candidate, Programme
from kittiwake.assurance.audits.programmes import recording as programmes
from kittiwake.assurance.audits.tests import made
from kittiwake.record import recording as record
from tests.cast import Cast

DRAWN: dict[str, tuple[int | None, int | None, float]] = {
    "P26": (1, 2, 1 / 2),  # with the full tool Briar's and Hazel's, and not Hazel's; Ash's did not look at it
    "P68": (2, 3, 2 / 3),  # all but Rowan
    "P69": (5, 6, 5 / 6),  # all but Briar's first, whose grade was changed
    "P69b": (1, 6, 1 / 6),  # Briar's first, after moderation; Ash's was in August
    "P69c": (0, 6, 0.0),
    "P69d": (1, 6, 1 / 6),  # Hazel's
    "P70": (1, 2, 1 / 2),  # Hazel's stood
    "P71": (2, 4, 2 / 4),  # one classed so by its writer was not, somebody else says
    "P72": (1, 3, 1 / 3),  # one closed in time, one late, one only said to be done; one fell due in December
    "P73": (1, 1, 1.0),  # Ash's of August fell due in November
    "P73b": (1, 1, 1.0),
}


def on(day: int, hour: int = 9, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def draw(cast: Cast) -> None:
    programme = made.made_programme(cast, at=on(1), ends_on=date(2026, 11, 25))
    places = _sample(cast, programme)
    first = made.audited(cast, cast.ash, programme=programme, overall=rules.INADEQUATE, at=on(25, month=8))
    again = made.audited(
        cast, cast.ash, programme=programme, candidate=places[cast.ash.pk], re_audit_of=first, at=on(10)
    )
    briar = made.audited(cast, cast.briar, programme=programme, candidate=places[cast.briar.pk], at=on(11))
    hazel = made.audited(cast, cast.hazel, programme=programme, overall=rules.OUTSTANDING, at=on(12))
    wrong = made.audited(cast, cast.rowan, programme=programme, candidate=places[cast.rowan.pk], at=on(13))
    recording.strike_out(wrong, reason="The wrong child", by=cast.user("principal"), at=on(14))
    told = {"told": cast.workers["manager"], "told_how": "By phone"}
    _moderate(cast, briar, rules.INADEQUATE, "Nobody knew where they slept", **told)
    _moderate(cast, hazel, rules.OUTSTANDING)
    _actions(cast, again)
    _full(cast)


def _full(cast: Cast) -> None:
    """Three audits with the full tool, which asks about assessment and analysis."""
    programme = made.made_programme(cast, title="All domains", tool=rules.FULL, at=on(1))
    for child, grade in ((cast.briar, rules.GOOD), (cast.hazel, rules.IMPROVE), (cast.ash, "not_looked")):
        made.audited(cast, child, programme=programme, grades={rules.ASSESSMENT: grade}, at=on(18))


def _sample(cast: Cast, programme: Programme) -> dict[int, Candidate]:
    sample = programmes.draw(programme, seed="autumn", size=9, by=cast.user("principal"), at=on(1))
    left = sample.candidates.exclude(child__in=[cast.ash, cast.briar, cast.rowan])
    left.update(outcome=Candidate.NOT_DRAWN)
    return {one.child_id: one for one in sample.candidates.all()}


def _moderate(cast: Cast, audit: Audit, grade: str, reason: str = "", **told: Any) -> None:
    by = cast.user("principal")
    asked = marking.ask_moderation(
        audit, moderator=cast.workers["principal"], by=cast.user("auditor"), at=on(15)
    )
    marking.mark(asked, answers=made.graded(), overall=grade, why="As I read it", by=by, at=on(16))
    third = cast.user("service_manager")
    marking.settle(asked, grade=grade, reason=reason, by=third, at=on(17), **told)


def _actions(cast: Cast, audit: Audit) -> None:
    in_time = _action(cast, audit, due_on=date(2026, 11, 20))
    _close(cast, in_time, at=on(20, 18))
    late = _action(cast, audit, due_on=date(2026, 11, 20), focus=rules.PROCESS)
    _close(cast, late, at=on(21))
    said = _action(cast, audit, due_on=date(2026, 11, 30))
    doing.check_focus(said, focus=rules.PROCESS, why="A form", by=cast.user("principal"), at=on(11))
    made.done(cast, said, on(12))
    _action(cast, audit, due_on=date(2026, 12, 10))
    wrong = _action(cast, audit, due_on=date(2026, 11, 15))
    doing.strike_out(wrong, reason="Twice", by=cast.user("manager"), at=on(12))


def _action(cast: Cast, audit: Audit, **more: Any) -> AuditAction:
    return made.raised(cast, audit, at=on(10, 10), **more)


def _close(cast: Cast, action: AuditAction, at: datetime) -> None:
    made.checked(cast, action, on(12))
    by, seen_at = cast.user("manager"), at - timedelta(hours=2)
    entry = record.enter(
        cast.ash, kind="direct_work.session", summary="Home", happened_at=seen_at, by=by, at=seen_at
    )
    principal = cast.user("principal")
    effects.confirm_effect(action, entry=entry, changed="Home by nine", by=principal, at=at)
    action.refresh_from_db()
    if not action.checked_focus:
        doing.check_focus(action, focus=action.focus, why="", by=by, at=at)
    effects.close(action, learned="Ask the aunt", by=by, at=at)
