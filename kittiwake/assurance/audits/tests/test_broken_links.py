"""What the board finds: actions that change nothing, children not said to be safe, and audits not repeated."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kittiwake.assurance.audits import broken_links, recording, rules
from kittiwake.assurance.audits.actions import recording as doing
from kittiwake.assurance.audits.models import Effect
from kittiwake.assurance.audits.tests import made
from kittiwake.record import recording as record
from tests.cast import NOW, Cast

DUE = NOW + timedelta(days=14)
AFTER = DUE + timedelta(days=1)


def see(model):
    return model._default_manager.all()


def found(find, at) -> list[int | None]:
    return [broken.entry_id for broken in find(see, at)]


@pytest.mark.parametrize("step", [lambda c, a: a, made.discussed, made.done, made.checked])
def test_an_action_past_its_day_without_an_effect_is_found(cast: Cast, step) -> None:
    action = step(cast, made.raised(cast))
    assert found(broken_links.without_effect, DUE) == []
    assert found(broken_links.without_effect, AFTER) == [action.pk]


@pytest.mark.parametrize("step", [made.confirmed, made.closed])
def test_one_whose_effect_stands_is_not(cast: Cast, step) -> None:
    step(cast, made.raised(cast))
    assert found(broken_links.without_effect, AFTER) == []


def test_a_closed_action_is_found_again_when_its_effect_is_struck_out(cast: Cast) -> None:
    action = made.closed(cast, made.raised(cast))
    record.strike_out(Effect.objects.get().entry, reason="Wrong", by=cast.user("worker"), at=made.LATER)
    assert found(broken_links.without_effect, made.LATER) == [action.pk]


def test_a_struck_out_action_is_not_found(cast: Cast) -> None:
    doing.strike_out(made.raised(cast), reason="Twice", by=cast.user("manager"), at=NOW)
    assert found(broken_links.without_effect, AFTER) == []


def test_a_child_is_found_until_a_manager_says_that_they_are_safe(cast: Cast) -> None:
    audit = made.audited(cast, overall=rules.INADEQUATE)
    assert found(broken_links.not_made_safe, NOW) == [audit.pk]
    recording.make_safe(audit, words="Placed with an aunt", by=cast.user("manager"), at=NOW)
    assert found(broken_links.not_made_safe, NOW) == []


def test_an_inadequate_audit_is_looked_at_again_within_three_months(cast: Cast) -> None:
    audit = made.audited(cast, overall=rules.INADEQUATE)
    assert found(broken_links.not_audited_again, NOW + timedelta(days=91)) == []
    late = NOW + timedelta(days=92)
    assert found(broken_links.not_audited_again, late) == [audit.pk]
    made.audited(cast, re_audit_of=audit, at=late)
    assert found(broken_links.not_audited_again, late) == []
