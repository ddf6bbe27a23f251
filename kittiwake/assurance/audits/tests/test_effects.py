"""What speaks against the effect of an action, and what opens a closed one again."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine

from kittiwake.assurance.audits import rules, tasks
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.effects import recording as effects
from kittiwake.assurance.audits.models import ActionStep, AuditAction, Effect
from kittiwake.assurance.audits.tests import made
from kittiwake.history.refusal import Refused
from kittiwake.practice.direct_work.sessions import recording as sessions
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.placements import recording as placements
from kittiwake.practice.risk.presenting import recording as risks
from kittiwake.primitives.measures.adverse import Fact
from kittiwake.primitives.measures.catalogue import adverse, facts_against
from kittiwake.time.moments import Moment, local_date
from tests.cast import NOW, Cast

DAY = timedelta(days=1)
BEGUN, SHOWN, CONFIRMED = NOW, NOW + 2 * DAY, NOW + 10 * DAY


def fact(days: float, kind: str = "missing", entry: int = 7, known: float | None = None) -> Fact:
    known_at = NOW + (days if known is None else known) * DAY
    return Fact(kind, entry, NOW + days * DAY, known_at, "reported missing")


@pytest.mark.parametrize(
    ("happened", "entry", "facts", "said"),
    [
        (2, 1, [], []),
        (0, 1, [], ["before the action"]),
        (-3, 1, [], ["before the action"]),
        (2, 7, [fact(2)], ["shows the opposite: reported missing"]),
        (2, 7, [fact(2, "risk")], ["shows the opposite"]),
        (2, 1, [fact(5)], ["Since then once: reported missing"]),
        (2, 1, [fact(5), fact(6)], ["Since then 2 times"]),
        (2, 1, [fact(1)], []),
        (2, 1, [fact(5, "risk")], []),
        (0, 7, [fact(0), fact(5)], ["before the action", "shows the opposite", "Since then once"]),
    ],
)
def test_what_speaks_against_an_effect(
    happened: float, entry: int, facts: list[Fact], said: list[str]
) -> None:
    doubts = rules.doubts(entry, NOW + happened * DAY, since=BEGUN, about="missing", facts=facts)
    assert len(doubts) == len(said)
    assert all(words in doubt for words, doubt in zip(said, doubts, strict=True))


@pytest.mark.parametrize(
    ("one", "undone"),
    [
        (fact(11), True),
        (fact(10 + 28), True),
        (fact(10 + 29), False),
        (fact(1, known=11), False),
        (fact(5, known=5), False),
        (fact(5, known=11), True),
        (fact(11, "risk"), False),
    ],
    ids=[
        "after",
        "on the last day",
        "later",
        "before it was shown",
        "known then",
        "told late",
        "another kind",
    ],
)
def test_what_undoes_an_effect(one: Fact, undone: bool) -> None:
    undoing = rules.did_not_last(
        [one], about="missing", shown_at=SHOWN, confirmed_at=CONFIRMED, lasts_days=28
    )
    assert (undoing == one) is undone


def gone(cast: Cast, at: datetime, known_at: datetime | None = None) -> Episode:
    by = cast.user("worker")
    return missing.report_past(
        cast.ash, reported=Moment(at), returned=Moment(at + DAY / 4), by=by, at=known_at or at + DAY
    )


def about_missing(cast: Cast, **more: object) -> AuditAction:
    return made.raised(cast, about="missing", **more)


def kinds(cast: Cast) -> set[tuple[str, str]]:
    return {(fact.kind, fact.words) for fact in facts_against(cast.ash.pk, NOW - DAY, NOW + 60 * DAY)}


def test_each_area_says_what_is_adverse(cast: Cast) -> None:
    by = {"by": cast.user("worker"), "at": NOW}
    assert list(adverse()) == ["risk", "missing", "home", "seen"]
    gone(cast, NOW + DAY)
    risks.open_risk(cast.ash, domain="county_lines", level="moderate", why="Two phones", **by)
    session = sessions.plan_session(cast.ash, planned_at=NOW + DAY / 24, worker_name="Worker", **by)
    sessions.miss(session, missed="worker", words="Ill", **by)
    today = local_date(NOW)
    placements.place(cast.ash, starts_on=today - 9 * DAY, host_code="000", carer="One", **by)
    placements.place(cast.ash, starts_on=today, host_code="000", carer="Two", why_ended="CREQB", **by)
    assert kinds(cast) == {
        ("missing", "reported missing"),
        ("risk", "County lines judged moderate"),
        ("seen", "a session was missed"),
        ("home", "moved because a placement ended unplanned"),
    }


def test_what_was_struck_out_speaks_against_nothing(cast: Cast) -> None:
    missing.strike_out(
        gone(cast, NOW + DAY), reason="The wrong child", by=cast.user("worker"), at=NOW + 2 * DAY
    )
    assert kinds(cast) == set()


def test_an_entry_that_shows_the_opposite_needs_words(cast: Cast) -> None:
    action = made.checked(cast, about_missing(cast))
    friday = gone(cast, NOW + DAY)
    shows = {
        "entry": friday.entry,
        "changed": "Home on Friday nights",
        "by": cast.user("principal"),
        "at": made.LATER,
    }
    with pytest.raises(Refused, match="shows the opposite: reported missing") as refused:
        effects.confirm_effect(action, **shows)
    assert refused.value.field == "despite"
    effects.confirm_effect(action, **shows, despite="Back by nine of their own accord, the first time")
    assert Effect.objects.get().despite.startswith("Back by nine")


def test_missing_since_needs_words(cast: Cast) -> None:
    action, entry = made.checked(cast, about_missing(cast)), made.seen_later(cast)
    gone(cast, made.SOON + DAY / 2, made.LATER)
    with pytest.raises(Refused, match="Since then once: reported missing"):
        effects.confirm_effect(action, entry=entry, changed="x", by=cast.user("principal"), at=made.LATER)


def test_who_checked_the_evidence_does_not_confirm_the_effect(cast: Cast) -> None:
    action = made.checked(cast, made.raised(cast))
    with pytest.raises(Refused, match="You checked its evidence"):
        effects.confirm_effect(
            action, entry=made.seen_later(cast), changed="x", by=cast.user("manager"), at=made.LATER
        )


def test_it_is_not_closed_until_somebody_else_has_checked_its_class(cast: Cast) -> None:
    action = made.confirmed(cast, made.raised(cast))
    closing = {"learned": "x", "by": cast.user("principal"), "at": made.LATER}
    with pytest.raises(Refused, match="Somebody else checks that first"):
        effects.close(action, **closing)
    with pytest.raises(Refused, match="You own this action"):
        doing.check_focus(action, focus=rules.PROCESS, why="x", by=cast.user("worker"), at=made.LATER)
    doing.check_focus(action, focus=rules.CHILD_FOCUSED, why="", by=cast.user("manager"), at=made.LATER)
    effects.close(action, **closing)


def watch(at: datetime) -> None:
    with time_machine.travel(at, tick=False):
        tasks.reopen_audit_actions(0)


def test_a_closed_action_is_opened_again_by_what_follows(cast: Cast) -> None:
    action = made.closed(cast, about_missing(cast))
    friday = made.LATER + 5 * DAY
    watch(friday)
    assert AuditAction.objects.get(pk=action.pk).closed_at
    gone(cast, friday)
    watch(friday + DAY)
    again = AuditAction.objects.get(pk=action.pk)
    assert (again.state, again.closed_at) == (rules.RECORDED, None)
    last = ActionStep.objects.latest("pk")
    assert (last.kind, last.words) == ("reopened", "It did not last: reported missing on 1 December 2026.")
    watch(friday + 2 * DAY)
    assert ActionStep.objects.latest("pk") == last, "once"


def test_a_list_that_comes_late_opens_it_again_too(cast: Cast) -> None:
    action = made.closed(cast, about_missing(cast, lasts_days=28))
    gone(cast, made.LATER + 20 * DAY, made.LATER + 80 * DAY)
    watch(made.LATER + 81 * DAY)
    assert AuditAction.objects.get(pk=action.pk).closed_at is None


@pytest.mark.parametrize(("about", "days"), [("missing", 30), ("", 5), ("risk", 5)])
def test_what_comes_later_or_is_of_another_kind_leaves_it_closed(cast: Cast, about: str, days: int) -> None:
    action = made.closed(cast, made.raised(cast, about=about, lasts_days=28))
    gone(cast, made.LATER + days * DAY)
    watch(made.LATER + 40 * DAY)
    assert AuditAction.objects.get(pk=action.pk).closed_at


def test_it_is_not_closed_on_what_did_not_last(cast: Cast) -> None:
    action = made.confirmed(cast, about_missing(cast))
    doing.check_focus(action, focus=action.focus, why="", by=cast.user("manager"), at=made.LATER)
    gone(cast, made.LATER + DAY)
    with pytest.raises(Refused, match="It did not last: reported missing on"):
        effects.close(action, learned="x", by=cast.user("manager"), at=made.LATER + 3 * DAY)
