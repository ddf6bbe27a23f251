"""Limits of shares and of rates: the published examples, and scipy's distributions as a second opinion."""

from __future__ import annotations

import pytest
from scipy.stats import binom, norm, poisson

from kittiwake.insight.charts.limits import (
    ALARM,
    ALERT,
    Interval,
    plain_share_limits,
    rate_limits,
    share_limits,
)

# share, size, z, low, high
PUBLISHED = [
    (0.63, 30, ALERT, 0.457, 0.803),
    (0.63, 30, ALARM, 0.358, 0.902),
    (0.85, 120, ALERT, 0.786, 0.914),
    (0.85, 120, ALARM, 0.749, 0.951),
]


@pytest.mark.parametrize(("share", "size", "z", "low", "high"), PUBLISHED)
def test_limits_of_a_share_are_those_published(share, size, z, low, high) -> None:
    limits = share_limits(share, size, z)
    assert (round(limits.low, 3), round(limits.high, 3)) == (low, high)


def test_of_few_cases_they_are_exact_where_the_plain_ones_would_leave_a_hundred_per_cent() -> None:
    plain = plain_share_limits(0.85, 20, ALERT)
    assert (round(plain.low, 3), plain.high) == (0.694, 1.0)
    exact = share_limits(0.85, 20, ALERT)
    assert (round(exact.low, 3), exact.high) == (0.653, 1.0)
    # 14 of 20 are 70%: plain limits let them pass as well, and 13 of 20 they call rare, which happens once in 50.
    assert plain.side(13 / 20) == exact.side(13 / 20) == -1
    assert binom.cdf(13, 20, 0.85) < norm.sf(ALERT)


FEW = [(share, size) for share in (0.02, 0.15, 0.5, 0.85, 0.97) for size in (1, 5, 12, 19, 60)]


@pytest.mark.parametrize(
    ("share", "size"), [pair for pair in FEW if min(pair[0], 1 - pair[0]) * pair[1] < 10]
)
@pytest.mark.parametrize("z", [2, 3, ALERT, ALARM])
def test_exact_limits_leave_outside_what_is_as_rare_as_they_say(share, size, z) -> None:
    """Whatever number: outside is what is rarer than the tail, with all that is further out, and nothing else."""
    tail, limits = norm.sf(z), share_limits(share, size, z)
    for number in range(size + 1):
        below, above = binom.cdf(number, size, share) < tail, binom.sf(number - 1, size, share) < tail
        assert limits.side(number / size) == int(above) - int(below)


@pytest.mark.parametrize(("rate", "size"), [(0.1, 3), (1.5, 12), (2.0, 40), (0.9, 100)])
@pytest.mark.parametrize("z", [ALERT, ALARM])
def test_exact_limits_of_a_rate_do_as_well(rate, size, z) -> None:
    tail, limits = norm.sf(z), rate_limits(rate, size, z)
    for number in range(int(rate * size * 4) + 8):
        below, above = poisson.cdf(number, rate * size) < tail, poisson.sf(number - 1, rate * size) < tail
        assert limits.side(number / size) == int(above) - int(below)


def test_a_rate_of_many_is_spread_evenly_about_its_middle() -> None:
    limits = rate_limits(2.0, 100, ALERT)
    assert (round(limits.low, 3), round(limits.high, 3)) == (1.723, 2.277)


def test_limits_draw_in_as_there_are_more_cases() -> None:
    widths = [share_limits(0.2, size, ALARM) for size in range(20, 400, 20)]
    assert [limits.high - limits.low for limits in widths] == sorted(
        (limits.high - limits.low for limits in widths), reverse=True
    )


def test_of_nobody_and_of_everybody_there_is_nothing_between() -> None:
    assert share_limits(0.0, 12, ALARM) == Interval(0.0, 0.0)
    assert share_limits(1.0, 12, ALARM) == Interval(1.0, 1.0)
