"""What may be told of answers without names, and what they say beside the records. Facts in, answers out.

Source: the small-number rule of what leaves the service (insight.rules), read as surveys read it: nothing of fewer people than a
share may be shown of, and no group so small that the total gives it away. The rest is our own practice, said where it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kittiwake.insight.disclosure.figure import Figure
from kittiwake.insight.disclosure.sizes import Sizes

LONGEST = timedelta(days=92)  # of a round: a quarter; ours
WORK_IS_NEW = timedelta(days=60)  # how long after a piece of work a child is asked how it was; ours
APART = 0.25  # people and records disagree from so far apart on; ours: a quarter of those asked
WORDS = 500  # letters of the one box


@dataclass(frozen=True)
class Group:
    """Whose an answer is, no finer than may be told: a team, else a kind of team, else nothing."""

    team: int | None = None
    kind: str = ""


EVERYBODY = Group()


def groups(kinds: Mapping[int, str], answered: Iterable[int | None], least: int) -> dict[int, Group]:
    """To which group the answers of each team are kept: by team where so many of it answered, else by kind of team.

    `answered`: the team of each answer. What is left over is nobody's; where it would be so few that the others give it
    away, the smallest of the others is left over with it.
    """
    counts = Counter(team for team in answered if team is not None)
    finest = {team: Group(team, kinds[team]) for team, count in counts.items() if count >= least}
    of_kind = Counter(dict.fromkeys(kinds.values(), 0))
    for team, count in counts.items():
        of_kind[kinds[team]] += count if team not in finest else 0
    coarser = {
        team: Group(kind=kinds[team])
        for team in counts
        if team not in finest and of_kind[kinds[team]] >= least
    }
    return _without_those_given_away({**finest, **coarser}, Counter(answered), least)


def _without_those_given_away(
    kept: dict[int, Group], counts: Mapping[int | None, int], least: int
) -> dict[int, Group]:
    left_over = sum(count for team, count in counts.items() if team not in kept)
    if left_over == 0 or left_over >= least or not kept:
        return kept
    sizes = Counter(dict.fromkeys(kept.values(), 0))
    for team, group in kept.items():
        sizes[group] += counts[team]
    smallest = min(sizes, key=lambda group: (sizes[group], group.kind, group.team or 0))
    return {team: group for team, group in kept.items() if group != smallest}


def in_words(figure: Figure, sizes: Sizes) -> str:
    """How many said yes, of all who answered a question: no number so small that it points at somebody.

    Whoever is one of few to say something else is not counted out: “25 or more of 30”.
    """
    yes, of = figure.numerator, figure.denominator
    if yes is None or of is None or of < sizes.shared:
        return ""
    if sizes.is_small(yes):
        return f"{sizes.most_hidden} or fewer of {of}"
    if sizes.is_small(of - yes):
        return f"{of - sizes.most_hidden} or more of {of}"
    return f"{yes} of {of}"


def share_shown(figure: Figure, sizes: Sizes) -> float | None:
    """The share that `in_words` gives away: of “25 or more of 30” that of 25."""
    yes, of = figure.numerator, figure.denominator
    if yes is None or not of or of < sizes.shared:
        return None
    if sizes.is_small(yes):
        return sizes.most_hidden / of
    return (of - sizes.most_hidden if sizes.is_small(of - yes) else yes) / of


def beside(people: float, records: float, *, higher_is_better: bool) -> str:
    """What the two say of each other, both as shares; where they disagree, plainly."""
    good = records if higher_is_better else 1 - records
    if good - people >= APART:
        return "They disagree: the records look better than people say it is."
    if people - good >= APART:
        return "They disagree: people say it is better than the records show."
    return "They do not disagree."


def wrong_days(opens_on: date, closes_on: date, today: date) -> tuple[str, str]:
    """The field and what is wrong with it; both empty where nothing is."""
    if opens_on < today:
        return "opens_on", "The first day must be today or later."
    if closes_on < opens_on:
        return "closes_on", "The last day must be the first or later."
    if closes_on - opens_on > LONGEST:
        return "closes_on", "A round lasts three months at most. Ask again then."
    return "", ""
