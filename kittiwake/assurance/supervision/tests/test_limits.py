"""What a council sets for itself from a day on is what agreements and the board go by (tests/test_limits_agree.py: the measures too)."""

from __future__ import annotations

from datetime import timedelta

from kittiwake.access.viewer import Viewer
from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.broken_links import not_discussed
from kittiwake.assurance.supervision.discussions import discussed
from kittiwake.assurance.supervision.tests.scenes import DAY, agree, discuss, hold
from kittiwake.primitives.clocks.limits.recording import set_limit
from kittiwake.primitives.clocks.rules import Standard
from kittiwake.time.moments import add_months, local_date
from tests.cast import NOW, Cast

TODAY = local_date(NOW)


def set_here(cast: Cast, standard: Standard, count: int) -> None:
    facts = {"count": count, "effective_from": TODAY, "why": "Agreed in scrutiny", "version": 0}
    set_limit(standard, **facts, by=cast.user("principal"), at=NOW)


def due(cast: Cast) -> dict[int, timedelta]:
    """How long after they were last talked about, or were given their worker."""
    duties = discussed(Viewer(cast.system).see, NOW)
    return {duty.child_id: duty.due_on - duty.since_on for duty in duties}


def test_a_shorter_interval_holds_for_what_is_said_from_that_day(cast: Cast) -> None:
    agree(cast)
    discuss(cast, hold(cast, 0), cast.ash)
    assert due(cast)[cast.ash.pk] == 84 * DAY
    set_here(cast, rules.EVERY_CHILD, 14)
    assert due(cast)[cast.ash.pk] == 14 * DAY
    assert due(cast)[cast.hazel.pk] == 84 * DAY, "what was running keeps the limit it began with"
    late = {broken.child_id for broken in not_discussed(Viewer(cast.system).see, NOW + 20 * DAY)}
    assert cast.ash.pk in late


def test_an_agreement_of_others_goes_by_what_is_set(cast: Cast) -> None:
    set_here(cast, rules.OTHERS, 2)
    agreed = agree(cast, starts_on=TODAY, profession=rules.OTHER)
    assert agreed.first_due_on == add_months(TODAY, 2)
