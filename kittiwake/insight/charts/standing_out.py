"""What stands out of a chart by month, in plain English: what chance alone would bring, and what lies beyond it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kittiwake.insight.charts.months import COUNTS, Month, month_in_words
from kittiwake.insight.charts.rules import ENOUGH_CASES, ENOUGH_POINTS, Judged, Rule, Signal, Stretch
from kittiwake.insight.charts.words import amount, better_or_worse, listed, many, sized, which_is
from kittiwake.primitives.measures.definition import Measure

BINOMIAL = ("share", "children_share")  # those whose limits go by how many cases a month had
MOST_SAID = 3
# Of a month, in the table; by the rule and the side.
OF_MONTH: dict[Rule, tuple[str, str]] = {
    "outside": ("above the limits", "below the limits"),
    "two_of_three": (
        "near the upper limit, twice in three months",
        "near the lower limit, twice in three months",
    ),
    "run": ("eight or more in a row above the middle", "eight or more in a row below the middle"),
    "trend": ("rising six times in a row or more", "falling six times in a row or more"),
}


@dataclass(frozen=True)
class Episode:
    """Months that one rule joins."""

    signal: Signal
    names: list[str]


def words(measure: Measure, months: Sequence[Month], stretches: Sequence[Stretch]) -> str:
    sentences = [_limits_in_words(measure, stretches), *_signals_in_words(measure, stretches)]
    return " ".join(filter(None, [*sentences, _based_on(stretches[-1]), *_left_out(measure, months)]))


def of_month(measure: Measure, month: Month, judged: Judged) -> str:
    """Its cell in the table; empty where nothing stands out."""
    if month.figure.is_hidden:
        return "Hidden: so few"
    if not month.is_over:
        return "Not over yet"
    if judged.point.value is not None and not judged.point.is_judged:
        return f"Fewer than {ENOUGH_CASES} {sized(measure)}"
    if not judged.signals:
        return ""
    signal = judged.signals[0]
    return f"{better_or_worse(measure, signal.side).capitalize()}: {OF_MONTH[signal.rule][signal.side < 0]}"


def _limits_in_words(measure: Measure, stretches: Sequence[Stretch]) -> str:
    """Of the newest baseline, by which the newest months are judged."""
    months = [month for month in stretches[-1].points if month.point.is_judged]
    if not months or months[-1].limits is None:
        return _without_limits(measure, stretches, len(months))
    newest = months[-1]
    assert newest.limits
    low, high = newest.limits.far.low, newest.limits.far.high
    low = 0.0 if low < 0 <= newest.limits.middle else low
    size = newest.point.size if measure.how in BINOMIAL else None
    of = f" in a month with {size:,} {sized(measure)}" if size else ""
    return f"Between {amount(measure, low)} and {amount(measure, high)} is what chance alone would bring{of}."


def _without_limits(measure: Measure, stretches: Sequence[Stretch], judged: int) -> str:
    if judged >= ENOUGH_POINTS:
        return "It did not move in the months that limits would rest on, so there are none."
    if len(stretches) > 1:
        start = month_in_words(stretches[-1].points[0].point.name)
        return f"Since the new baseline of {start} fewer than {ENOUGH_POINTS} months have enough {sized(measure)}: there are no limits yet."
    return f"Fewer than {ENOUGH_POINTS} months have enough {sized(measure)} for limits: ups and downs may be chance alone."


def _signals_in_words(measure: Measure, stretches: Sequence[Stretch]) -> list[str]:
    if not any(month.limits for stretch in stretches for month in stretch.points):
        return []
    episodes = sorted(_episodes(stretches), key=lambda episode: episode.names[-1], reverse=True)
    if not episodes:
        return ["No month stands out."]
    said = [_in_words(measure, episode) for episode in episodes[:MOST_SAID]]
    return [*said, "The table says which others stand out."] if len(episodes) > MOST_SAID else said


def _episodes(stretches: Sequence[Stretch]) -> Iterator[Episode]:
    """What lies outside the limits in one sentence a side; two of three only where it says more than that."""
    for side in (1, -1):
        outside = [name for stretch in stretches for name in _names(stretch, Signal("outside", side))]
        if outside:
            yield Episode(Signal("outside", side), outside)
        near = Signal("two_of_three", side)
        if more := [
            name for stretch in stretches for name in _names(stretch, near) if name not in set(outside)
        ]:
            yield Episode(near, more)
        for rule in ("run", "trend"):
            for stretch in stretches:
                yield from _in_a_row(stretch, Signal(rule, side))


def _names(stretch: Stretch, signal: Signal) -> list[str]:
    return [month.point.name for month in stretch.points if signal in month.signals]


def _in_a_row(stretch: Stretch, signal: Signal) -> Iterator[Episode]:
    names: list[str] = []
    for month in stretch.points:
        if signal in month.signals:
            names.append(month.point.name)
        elif names:
            yield Episode(signal, names)
            names = []
    if names:
        yield Episode(signal, names)


def _in_words(measure: Measure, episode: Episode) -> str:
    signal, names = episode.signal, [month_in_words(name) for name in episode.names]
    is_up, which = signal.side > 0, which_is(measure, signal.side)
    if signal.rule == "run":
        return f"From {names[0]} to {names[-1]} it stayed {'above' if is_up else 'below'} the middle{which}."
    if signal.rule == "trend":
        return f"From {names[0]} to {names[-1]} it {'rose' if is_up else 'fell'} month after month{which}."
    newest, verb = listed(names[::-1]), "is" if len(names) == 1 else "are"
    if signal.rule == "outside":
        return f"{newest} {verb} {'above' if is_up else 'below'} these limits{which}."
    return f"{newest} {verb} close to the {'upper' if is_up else 'lower'} limit{which}."


def _based_on(stretch: Stretch) -> str:
    if not stretch.baseline:
        return ""
    first, last = map(month_in_words, (stretch.baseline[0], stretch.baseline[-1]))
    return f"The limits rest on {first} to {last}."


def _left_out(measure: Measure, months: Sequence[Month]) -> Iterator[str]:
    hidden = sum(month.figure.is_hidden for month in months)
    if hidden:
        yield f"{many(hidden, 'month is', 'months are')} hidden, because the numbers are so small."
    if measure.how not in COUNTS:
        few = [month for month in months if month.is_over and _is_of_few(month)]
        if few:
            are = "and is" if len(few) == 1 else "and are"
            yield f"{many(len(few), 'month has', 'months have')} fewer than {ENOUGH_CASES} {sized(measure)} {are} not judged."
    for month in months:
        if not month.is_over and month.figure.value is not None:
            yield f"{month.words} is not over and is not judged."


def _is_of_few(month: Month) -> bool:
    return month.figure.value is not None and not month.point.is_judged
