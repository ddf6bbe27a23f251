"""Assessing exploitation risk: in full once there is a concern, and again before the assessment is old.

The concern is a screening that asks for it, or a risk of exploitation that somebody opened and nobody has assessed. From
each assessment on it is assessed again, sooner where it is judged significant, for as long as it is a concern.
"""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from kittiwake.practice.risk import rules
from kittiwake.practice.risk.models import PresentingRisk, RiskAssessment
from kittiwake.primitives.clocks.duties import Act, Duty, Facts
from kittiwake.primitives.clocks.rules import Standard

STANDARDS = (rules.IN_FULL, *rules.REASSESSMENTS)
SCREENED, ASSESSED = "exploitation_screened", "exploitation_assessed"
CLOSED = "The risk was closed"


def acts(facts: Facts) -> dict[str, list[Act]]:
    acts_by_kind: dict[str, list[Act]] = {SCREENED: [], ASSESSED: []}
    for assessment in facts.rows(_assessments):
        kind = SCREENED if assessment.purpose == "screening" else ASSESSED
        acts_by_kind[kind].append(
            Act(
                assessment.entry.happened_at,
                assessment.pk,
                facts={"judged": assessment.judged},
            )
        )
    return acts_by_kind


def asked(facts: Facts) -> Iterator[Duty]:
    assessed = facts.done(ASSESSED)
    for act in facts.done(SCREENED):
        if act.facts["judged"] == rules.NEEDS_FULL and act.entry_id is not None:
            yield Duty(rules.IN_FULL, act.entry_id, act.at).met_by(assessed)
    for act, following in zip(assessed, [*assessed[1:], None], strict=False):
        if (standard := _again(act)) and act.entry_id is not None:
            yield Duty(standard, act.entry_id, act.at).ended_by(following)
    yield from _opened(facts, assessed)


def risks_of(facts: Facts, *domains: str) -> list[PresentingRisk]:
    """Those in these domains that were not struck out, in the order they were opened."""
    return [risk for risk in facts.rows(_risks) if risk.domain in domains]


def _risks() -> QuerySet[PresentingRisk]:
    risks = PresentingRisk.objects.filter(entry__struck_out_at=None).select_related("entry")
    return risks.order_by("entry__happened_at", "pk")


def _assessments() -> QuerySet[RiskAssessment]:
    return RiskAssessment.objects.standing().select_related("entry")


def _again(act: Act) -> Standard | None:
    return rules.reassessed_within(str(act.facts["judged"]))


def _opened(facts: Facts, assessed: list[Act]) -> Iterator[Duty]:
    """From a risk that no assessment speaks of: the first of those that stand together, until the last of them is closed."""
    running: Duty | None = None
    for risk in risks_of(facts, *rules.EXPLOITATION):
        opened_at = risk.entry.happened_at
        if running and not _is_over(running, opened_at):
            longest = risk.closed_at and max(risk.closed_at, running.over_at) if running.over_at else None
            running = running.until(longest, CLOSED)
            continue
        if running:
            yield running
        running = None
        before = next((act for act in reversed(assessed) if act.at <= opened_at), None)
        if before is None or _again(before) is None:
            standard = rules.assessed_within(risk.level) if before else rules.IN_FULL
            running = Duty(standard, risk.pk, opened_at).met_by(assessed).until(risk.closed_at, CLOSED)
    if running:
        yield running


def _is_over(duty: Duty, at: object) -> bool:
    ends = [end for end in (duty.met.at if duty.met else None, duty.over_at) if end is not None]
    return any(end <= at for end in ends)  # type: ignore[operator]
