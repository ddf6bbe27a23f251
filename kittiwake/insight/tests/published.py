"""A council of a few dozen children with a quarter behind it, and what its measures are of, as its cases say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from kittiwake.access.identity import acting_as_system
from kittiwake.insight import counting
from kittiwake.insight.disclosure.published import Quarter
from kittiwake.insight.disclosure.tests.drawn import Case, Measured
from kittiwake.practice.missing import recording as missing
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import recording as interviews
from kittiwake.practice.return_interviews.offers import recording as offers
from kittiwake.primitives.measures import catalogue
from kittiwake.primitives.measures.definition import Measure
from kittiwake.record.models import Child, Team
from kittiwake.time.moments import Moment
from tests.cast import Cast, make_child

CHILDREN = 36
DAY = timedelta(days=1)


def live_through(cast: Cast, quarter: Quarter) -> None:
    """Some children go missing often and most once; most are offered an interview, and many have one."""
    random = Random(20)
    teams = [cast.north, cast.south, cast.door, None]
    for number in range(CHILDREN):
        team = random.choices(teams, [5, 4, 2, 1])[0]
        child = make_child(f"Child{number}", "Drawn", team or cast.north, cast.workers["worker"])
        for day in sorted(random.sample(range(88), random.choice([1, 1, 1, 2, 3, 6]))):
            _go_missing(cast, child, quarter.first + day * DAY, random)


def _go_missing(cast: Cast, child: Child, day: date, random: Random) -> None:
    since = datetime.combine(day, time(6), UTC)
    back = since + timedelta(hours=random.choice([2, 5, 9, 15]))
    at = since + 3 * DAY
    episode = missing.report_past(child, reported=Moment(since), returned=Moment(back), by=cast.system, at=at)
    if random.random() < 0.8:
        _talk(cast, episode, back, random, at)


def _talk(cast: Cast, episode: Episode, back: datetime, random: Random, at: datetime) -> None:
    answer = random.choice(["accepted", "accepted", "accepted", "declined"])
    by = cast.user("interviewer")
    asked = {"offered": Moment(back + timedelta(hours=1)), "offered_by": "Interviewer", "how": "phone"}
    offers.offer(episode.child, episodes=[episode], answer=answer, by=by, at=at, **asked)
    if answer == "accepted":
        held = back + timedelta(hours=random.choice([10, 30, 50]))
        facts = {"own_words": "Nothing.", "interviewer": cast.workers["interviewer"]}
        interviews.hold(episode.child, episodes=[episode], held=Moment(held), by=by, at=at, **facts)


def measured(quarter: Quarter) -> list[Measured]:
    """Every measure that counts something, with its cases. Sets that are the same are so by what they are, but for shares of
    which all or none are met: that is what is to be found out."""
    with acting_as_system():
        every = [(measure, _cases(measure, quarter)) for measure in catalogue.measures().values()]
    names: dict[frozenset[Case], str] = {}
    found = []
    for measure, (cases, counted) in every:
        if not cases or measure.how == "maximum":
            continue
        universe = names.setdefault(frozenset(cases), f"S{len(names)}")
        is_whole = measure.how in ("count", "children", "per_child", "median")
        if not is_whole and counted in (frozenset(), frozenset(cases)):
            among = f"among {measure.key}"
        else:
            among = names.setdefault(counted, f"S{len(names)}")
        found.append(Measured(measure.key, measure.how, cases, counted, universe, among))
    return found


def _cases(measure: Measure, quarter: Quarter) -> tuple[tuple[Case, ...], frozenset[Case]]:
    rows = counting.rows(measure, quarter.first, quarter.last, many=100_000)
    if measure.how == "median":
        rows = [row for row in rows if row.value is not None]
    times: Counter[tuple[int, int | None, date]] = Counter()
    cases, counted = [], set()
    for row in rows:
        same = row.case_id, row.child_id, row.on
        times[same] += 1
        case = Case(
            row.case_id * 100 + times[same], row.child_id or 0, f"{row.on:%Y-%m}", str(row.team_id or "")
        )
        cases.append(case)
        if row.in_numerator or measure.how == "median":
            counted.add(case)
    return tuple(cases), frozenset(counted)


def known_to_add_up(every: Sequence[Measured]) -> list[tuple[str, list[str]]]:
    """Sets that are two others together, by what they are."""
    sets: dict[str, frozenset[Case]] = {}
    for one in every:
        sets[one.universe] = frozenset(one.cases)
        sets[one.among] = one.counted
    named = {cases: name for name, cases in sets.items() if not name.startswith("among")}
    return [
        (name, [part, named[rest]])
        for cases, name in named.items()
        for some, part in named.items()
        if some < cases and (rest := cases - some) in named and part < named[rest]
    ]


def team_names() -> dict[str, str]:
    names: Iterable[tuple[int, str]] = Team.objects.values_list("pk", "name")
    return {name: str(pk) for pk, name in names} | {"No team": ""}
