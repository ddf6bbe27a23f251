"""Whether children who came back were offered an interview, listened to in time, and what came of it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from kittiwake.practice.missing import rules as missing
from kittiwake.practice.missing.measures.counted import missing_episodes, returns
from kittiwake.practice.missing.models import Episode
from kittiwake.practice.return_interviews import rules, settings
from kittiwake.practice.return_interviews.measures.counted import held, measure, standing, versions
from kittiwake.practice.return_interviews.models import CoveredEpisode, Offer, OfferEpisode, QualityCheck
from kittiwake.primitives.claims import rules as claims
from kittiwake.primitives.claims.models import Claim
from kittiwake.primitives.clocks.limits import given
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.definition import Benchmark
from kittiwake.primitives.measures.given import first_moment
from kittiwake.primitives.measures.tables import DAY, Tables, cases, hours_between, seconds_between

if TYPE_CHECKING:
    import ibis

SURVEY = "Freedom of information requests by the charity Missing People, read November 2026"
BASES = "Councils count it on bases of their own, so it is no measure of ours."
TIME_LIMIT = 72  # hours, where a return has no clock of its own
GOOD = 3 * len(rules.RUBRIC)  # "good" on every question of the quality test; local


def _of_interviews(tables: Tables, rows: ibis.Table, entry: str) -> ibis.Table:
    """The interviews' first_id with how many of `rows` hang on any of their versions: (first_id, found)."""
    every = versions(tables).select("entry_id", "first_id")
    joined = every.inner_join(rows, every.entry_id == rows[entry])
    return joined.group_by("first_id").agg(found=joined.first_id.count())


def _returns_with_interviews(tables: Tables) -> ibis.Table:
    """Every return with first_held_at, empty where none was held, and clock_due_at: as before it was put off."""
    cover, interview = tables(CoveredEpisode).select("interview_id", "episode_id"), held(tables)
    interview = interview.select("entry_id", "held_at")
    about = cover.inner_join(interview, cover.interview_id == interview.entry_id)
    about = about.group_by("episode_id").agg(first_held_at=about.held_at.min())
    clock = tables.beside(Clock, Episode)
    clock = clock.filter((clock.key == missing.RETURN_INTERVIEW.key) & clock.cancelled_at.isnull())
    clock = clock.select(clocked_id="entry_id", clock_due_at=clock.due_first_at.coalesce(clock.due_at))
    episodes = returns(tables)
    episodes = episodes.left_join(about, episodes.entry_id == about.episode_id)
    return episodes.left_join(clock, episodes.entry_id == clock.clocked_id)


def _offers(tables: Tables) -> ibis.Table:
    """Each offer for each return it was about, with `from_newest`, 0 for the newest of a return."""
    import ibis

    offer, about = standing(tables, tables(Offer)), tables(OfferEpisode).select("offer_id", "episode_id")
    offer = offer.select("entry_id", "offered_at", "answer")
    offers = about.inner_join(offer, about.offer_id == offer.entry_id)
    theirs = ibis.window(
        group_by=offers.episode_id, order_by=[offers.offered_at.desc(), offers.offer_id.desc()]
    )
    return offers.mutate(from_newest=ibis.row_number().over(theirs))


def _offered_returns(tables: Tables) -> ibis.Table:
    """Returns with at least one offer, with the newest answer as last_answer."""
    newest = _offers(tables)
    newest = newest.filter(newest.from_newest == 0).select(offered_id="episode_id", last_answer="answer")
    episodes = _returns_with_interviews(tables)
    return episodes.inner_join(newest, episodes.entry_id == newest.offered_id)


def offered(tables: Tables) -> ibis.Table:
    newest = _offers(tables)
    newest = newest.filter(newest.from_newest == 0).select(offered_id="episode_id")
    episodes = returns(tables)
    episodes = episodes.left_join(newest, episodes.entry_id == newest.offered_id)
    in_numerator = episodes.offered_id.notnull()
    return cases(episodes, case_id=episodes.entry_id, on=episodes.returned_on, in_numerator=in_numerator)


def taken_up(tables: Tables) -> ibis.Table:
    episodes = _offered_returns(tables)
    in_numerator = episodes.first_held_at.notnull()
    return cases(episodes, case_id=episodes.entry_id, on=episodes.returned_on, in_numerator=in_numerator)


def in_time(tables: Tables) -> ibis.Table:
    """By the due moment of the return's own clock: from the end of the day where the hour was not known."""
    import ibis

    episodes = _returns_with_interviews(tables)
    late_from = ibis.coalesce(episodes.clock_due_at, episodes.returned_at + ibis.interval(hours=TIME_LIMIT))
    in_numerator = episodes.first_held_at <= late_from
    return cases(episodes, case_id=episodes.entry_id, on=episodes.returned_on, in_numerator=in_numerator)


def held_in_time(tables: Tables) -> ibis.Table:
    import ibis

    episodes = _returns_with_interviews(tables)
    episodes = episodes.filter(episodes.first_held_at.notnull())
    late_from = ibis.coalesce(episodes.clock_due_at, episodes.returned_at + ibis.interval(hours=TIME_LIMIT))
    in_numerator = episodes.first_held_at <= late_from
    return cases(episodes, case_id=episodes.entry_id, on=episodes.returned_on, in_numerator=in_numerator)


def hours_until_held(tables: Tables) -> ibis.Table:
    """Only where the hours of both the return and the interview are known."""
    episodes = _returns_with_interviews(tables)
    episodes = episodes.filter(episodes.first_held_at.notnull() & episodes.returned_time_known)
    value = hours_between(episodes.returned_at, episodes.first_held_at)
    return cases(episodes, case_id=episodes.entry_id, on=episodes.returned_on, value=value)


def declined(tables: Tables) -> ibis.Table:
    episodes = _offered_returns(tables)
    in_numerator = episodes.first_held_at.isnull() & episodes.last_answer.isin(
        [rules.DECLINED, "no_response"]
    )
    return cases(episodes, case_id=episodes.entry_id, on=episodes.returned_on, in_numerator=in_numerator)


def independent(tables: Tables) -> ibis.Table:
    interviews = held(tables)
    in_numerator = interviews.independent
    return cases(interviews, case_id=interviews.entry_id, on=interviews.held_on, in_numerator=in_numerator)


def quality(tables: Tables) -> ibis.Table:
    """Interviews that were checked, by the newest check of any of their versions."""
    import ibis

    check, every = tables(QualityCheck), versions(tables).select("entry_id", "first_id")
    check = check.mutate(
        total=sum((check[name] for name in list(rules.RUBRIC)[1:]), check[next(iter(rules.RUBRIC))])
    )
    check = check.select("interview_id", "at", "total", check_id="id")
    check = check.inner_join(every, check.interview_id == every.entry_id).drop("entry_id")
    newest = ibis.window(group_by=check.first_id, order_by=[check.at.desc(), check.check_id.desc()])
    check = check.mutate(from_newest=ibis.row_number().over(newest))
    check = check.filter(check.from_newest == 0).select("total", checked_id="first_id")
    interviews = held(tables)
    interviews = interviews.inner_join(check, interviews.first_id == check.checked_id)
    in_numerator = interviews.total >= GOOD
    return cases(interviews, case_id=interviews.entry_id, on=interviews.held_on, in_numerator=in_numerator)


def names_another_child(tables: Tables) -> ibis.Table:
    claim = tables(Claim)
    claim = claim.filter((claim.kind == claims.CHILD) & (claim.decision != claims.REFUSED)).select(
        said_in="entry_id"
    )
    naming = _of_interviews(tables, claim, "said_in").select("found", naming_id="first_id")
    rows = held(tables)
    rows = rows.left_join(naming, rows.first_id == naming.naming_id)
    return cases(rows, case_id=rows.entry_id, on=rows.held_on, in_numerator=rows.found > 0)


def looked_back_to(first: date, as_of: date) -> datetime:
    """Their days were over in the period, so they were held, and the child went, after this."""
    return first_moment(first, as_of, given.count(first, as_of, settings.AGAIN_WITHIN.key) + 1)


def missing_again(tables: Tables) -> ibis.Table:
    """Each interview on the day its 30 days were over: until then it may still turn, and afterwards nothing changes it."""

    gone = missing_episodes(tables, looked_back_to).select(whom="child_id", gone_at="started_at")
    rows, days = held(tables), tables.number(given.count, settings.AGAIN_WITHIN.key)
    within = seconds_between(rows.held_at, gone.gone_at) <= days * DAY
    rows = rows.left_join(gone, [rows.child_id == gone.whom, gone.gone_at > rows.held_at, within])
    over_at = rows.held_on + days.cast("int32").as_interval("D")
    # A day and an interval make a timestamp on PostgreSQL, which ibis takes for a day already.
    rows = rows.mutate(over_on=over_at.cast("timestamp").cast("date"))
    rows = rows.group_by("entry_id", "child_id", "over_on").agg(times=rows.whom.count())
    return cases(rows, case_id=rows.entry_id, on=rows.over_on, in_numerator=rows.times > 0)


MEASURES = [
    measure(
        "P07",
        "Missing again soon after an interview",
        missing_again,
        why="Listening is worth what changes after it.",
        numerator="Interviews followed by another episode of the child within the days the council looks at",
        denominator="Interviews whose days were over in the period",
        direction="down",
        source=settings.AGAIN_WITHIN.source,
        reads=(settings.AGAIN_WITHIN.key,),
    ),
    measure(
        "P09",
        "Return interview offered",
        offered,
        why="Every child who comes back is asked whether they want to talk.",
        numerator="Returns with at least one offer",
        denominator="Returns in the period",
    ),
    measure(
        "P10",
        "Return interview taken up",
        taken_up,
        why="Whether children find it worth talking to us.",
        numerator="Those about which an interview was held",
        denominator="Returns with an offer",
    ),
    measure(
        "P11",
        "Return interview held within 72 hours",
        in_time,
        why="What a child says fades, and so does the reason to say it.",
        numerator="Returns about which an interview was held within 72 hours",
        denominator="All returns in the period, whether or not an interview was held or the 72 hours are over",
        reads=(missing.RETURN_INTERVIEW.key,),
        benchmark=Benchmark(
            "63%", of="the councils of England that answered", on="2023 to 2024", source=SURVEY, beside=BASES
        ),
    ),
    measure(
        "P11b",
        "Interviews held that were within 72 hours",
        held_in_time,
        why="Whether those that are held are held in time.",
        numerator="Those within 72 hours of the return",
        denominator="Returns about which an interview was held",
        reads=(missing.RETURN_INTERVIEW.key,),
    ),
    measure(
        "P12",
        "Hours from return to interview",
        hours_until_held,
        why="How long a child waits to be listened to.",
        numerator="The middle of the hours from the return to the first interview about it",
        direction="down",
        how="median",
        unit="hours",
    ),
    measure(
        "P13",
        "Declined, or no answer",
        declined,
        why="Many refusals say more about how we ask than about the children.",
        numerator="Those without an interview whose newest offer was declined or not answered",
        denominator="Returns with an offer",
        direction="down",
    ),
    measure(
        "P14",
        "Independent interviewer",
        independent,
        why="Children say more to somebody who does not decide about them.",
        numerator="Those held by somebody independent of the child’s placement and care",
        denominator="Interviews held in the period",
    ),
    measure(
        "P15",
        "Interviews of good quality",
        quality,
        why="An interview that only records the incident helps nobody.",
        numerator=f"Those that scored {GOOD} or more of {rules.FULL_MARKS}",
        denominator="Interviews held in the period whose quality was checked",
        source="The wording of published inspection reports; the threshold is local",
    ),
    measure(
        "P17",
        "Interviews that name another child",
        names_another_child,
        why="One child’s words may be the first sign that another is at risk.",
        numerator="Those with at least one other child named and not refused",
        denominator="Interviews held in the period",
        direction="context",
        source="Published inspection reports",
    ),
]
