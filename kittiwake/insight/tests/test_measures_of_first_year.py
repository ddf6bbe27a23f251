"""A first year by chance, beside what the rules of supervision and of caseloads say of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kittiwake.access.identity import acting_as_system
from kittiwake.assurance.supervision import recording as supervision
from kittiwake.assurance.supervision import rules
from kittiwake.assurance.supervision.agreements import recording as agreements
from kittiwake.assurance.workforce.caseloads import recording as caseloads
from kittiwake.assurance.workforce.caseloads.queries import caseload_of
from kittiwake.assurance.workforce.engagements import recording as engagements
from kittiwake.assurance.workforce.supported_year import recording as supported_year
from kittiwake.insight import counting
from kittiwake.insight.tests import arrow
from kittiwake.primitives.measures import catalogue, statements
from kittiwake.primitives.measures.tables import Tables
from kittiwake.time.moments import Moment
from tests.cast import Cast, make_child

LAST = date(2026, 11, 30)
AT = datetime(2026, 12, 1, 9, tzinfo=UTC)
P67 = catalogue.measures()["P67"]


def _draw(cast: Cast, since: date, held: list[date], children: int) -> None:
    by = {"by": cast.system, "at": AT}
    worker, manager = cast.workers["outsider"], cast.workers["service_manager"]
    facts = {"kind": "permanent", "role": "5", "fte": Decimal(1), "starts_on": since}
    engagements.engage(worker, **facts, **by)
    supported_year.start_supported_year(worker, starts_on=since, **by)
    caseloads.agree_caseload(
        starts_on=since, usual=Decimal(3), protected_share=Decimal("0.9"), weights={}, source="Panel", **by
    )
    agreements.agree(worker, supervisor=manager, starts_on=since, **by)
    for number in range(children):
        make_child(f"Wren {number}", "Reed", cast.south, worker)
    for on in held:
        moment = Moment(datetime.combine(on, time(10), tzinfo=UTC))
        supervision.hold(
            worker, supervisor=manager, held=moment, minutes=95, uninterrupted=True,
            by=cast.user("service_manager"), at=AT,
        )  # fmt: skip


def _in_time(since: date, held: list[date]) -> bool:
    last = max(held, default=since)
    standard = rules.rhythm(last, profession=rules.SOCIAL_WORKER, newly_qualified_since=since)
    return rules.due_after(standard, last) >= LAST


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    days=st.integers(0, 360),
    after=st.lists(st.integers(0, 360), unique=True, max_size=3),
    children=st.integers(0, 2),
)
def test_both_halves_must_hold(cast: Cast, days: int, after: list[int], children: int) -> None:
    since = LAST - timedelta(days=days)
    held = sorted(since + timedelta(days=one) for one in after if one <= days)
    with acting_as_system(), transaction.atomic():
        _draw(cast, since, held, children)
        within = not caseload_of(cast.workers["outsider"], LAST).over()
        (figure,) = counting.figures(P67, LAST, LAST)
        assert (figure.numerator, figure.denominator) == (int(within and _in_time(since, held)), 1)
        extract = arrow.extract(["record", "workforce", "supervision"], Tables())
        sql = statements.for_another_engine(P67, LAST, LAST, "duckdb")
        theirs = extract.execute(f"SELECT in_numerator FROM ({sql}) cases").fetchall()
        assert theirs == [(one.in_numerator,) for one in counting.rows(P67, LAST, LAST)]
        transaction.set_rollback(True)
